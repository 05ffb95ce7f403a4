import type { Context } from '../../context.ts'
import type { Database } from '../../domain/data/model.ts'
import { personMeant } from '../../domain/people/people.ts'
import { type Finding, findingsIn, savedFindings } from '../../domain/review/checked-texts.ts'
import { lintDraft, rulesOff } from '../../domain/review/lint.ts'
import { type Addressee, linted } from '../../domain/review/linted.ts'
import { Failure } from '../../failure.ts'
import type { Line, Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { renderFindings } from '../../render/lint.ts'

const FORM = {
  all: switchField('everything on file', { flag: 'all' }),
  as: {
    flag: 'as',
    placeholder: 'template',
    help: 'also check it as a draft of this kind',
    read: (text: string) => text,
  },
  strict: switchField('exit 1 when anything is found', { flag: 'strict' }),
} as const

const LIMIT = 4_000_000

export const lint: Verb = {
  words: 'lint [who...]',
  says: 'check what you wrote for patients and leftovers',
  examples: [
    'netmed lint --all',
    'netmed lint chen',
    'netmed lint mail.txt --as panel --strict',
    'netmed draft thanks chen | netmed lint - --as thanks',
  ],
  details:
    'A help, not de-identification: it misses things. It never edits and never blocks. Each line ends with the name of the check that found it: netmed settings lint.off patient turns that one off.',
  form: FORM,
  act: lintTexts,
}

async function lintTexts(ctx: Context, { args, typed }: Line): Promise<void> {
  const { all, as, strict } = await fillIn(ctx, FORM, typed)
  const db = ctx.asked()
  const words = args.join(' ')
  const answer =
    all || (!words && as === undefined)
      ? savedFindings(db)
      : await findings(ctx, db, words || '-', as)
  ctx.show(answer, renderFindings)
  if (strict && answer.findings.length) {
    throw new Failure('found', 'Something was found.', 'See above.')
  }
}

async function findings(
  ctx: Context,
  db: Database,
  words: string,
  as: string | undefined,
): Promise<{ checked: number; findings: Finding[] }> {
  const isText = words === '-' || personMeant(db, words).is === 'nobody'
  if (!isText) {
    if (as === undefined) return savedFindings(db, (await pickPerson(ctx, db, words)).id)
    throw new Failure('usage', '--as checks a text, not a person.', 'netmed lint <file> --as panel')
  }
  const text = ctx.load(words, LIMIT)
  const template = as === undefined ? undefined : await ctx.templates.get(as)
  const found = [
    ...findingsIn(db, text, template ? 'mail' : 'note'),
    ...(template ? draftFindings(db, text, template.name) : []),
  ]
  const name = words === '-' ? 'stdin' : words
  return { checked: 1, findings: found.map(each => ({ id: null, name, ...each })) }
}

/** A mail as `draft` prints it: `To:` and `Subject:` lines when there are any, a blank line, the text. */
function draftFindings(db: Database, text: string, template: string) {
  const [head = '', ...paragraphs] = text.replace(/\r\n?/g, '\n').split('\n\n')
  const header = /^(to|subject):/i.test(head)
  const subject = /^subject:\s*(.*)$/im.exec(header ? head : '')?.[1] ?? ''
  const body = header ? paragraphs.join('\n\n') : text
  const draft = linted(db, addressee(db, header ? head : ''), { subject, body, template })
  return lintDraft(draft, { off: rulesOff(db) })
    .filter(({ rule }) => rule !== 'leftover')
    .map(({ rule, words, message }) => ({ rule, words, message }))
}

/** Whom `To:` names, when it is somebody on file. */
function addressee(db: Database, head: string): Addressee {
  const to = /^to:\s*(.*)$/im.exec(head)?.[1] ?? ''
  const meaning = to ? personMeant(db, to) : undefined
  if (meaning?.is === 'one') return meaning.contact
  return { name: to }
}
