import type { Context } from '../../context.ts'
import type { Database } from '../../domain/data/model.ts'
import { isOfAnother } from '../../domain/data/templates.ts'
import { LAST_QUESTION } from '../../domain/mail/second-look.ts'
import { personMeant } from '../../domain/people/people.ts'
import {
  type Finding,
  type FindingInText,
  findingsIn,
  findingsInMail,
  findingsInPost,
  savedFindings,
} from '../../domain/review/checked-texts.ts'
import { type Addressee, greetedIn } from '../../domain/review/linted.ts'
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
    help: 'also check it as a draft of this kind, or as a post',
    read: (text: string) => text,
  },
  to: {
    flag: 'to',
    placeholder: 'who',
    help: 'who the email is to, when it has no To: line',
    read: (text: string) => text,
  },
  strict: switchField('for scripts: fail when anything is found', { flag: 'strict' }),
} as const

const LIMIT = 4_000_000

export const lint: Verb = {
  words: 'lint [who...]',
  says: 'check what you wrote: patients, leftovers, wording',
  examples: [
    'netmed lint --all',
    'netmed lint chen',
    'netmed lint mail.txt --as panel --strict',
    'netmed draft thanks chen | netmed lint - --as thanks',
    'netmed lint post.txt --as post      before you post it anywhere',
  ],
  details: `It helps, but it is not de-identification, and it misses things. It changes nothing and stops nothing. Each line ends with the name of the check that found it; to turn that one off: netmed settings lint.off patient

A text that begins as an email does is checked as one, with --as also as one of that kind. An email to someone on file (by To:, --to or the greeting) is also checked for what it says happened between you and isn't on file. --as post looks most closely for patients, complaints about someone you name, secrets and passwords, and ends with a question to ask yourself.`,
  form: FORM,
  act: lintTexts,
}

interface Answer {
  checked: number
  findings: Finding[]
  /** Of a post alone. */
  question: string | null
}

async function lintTexts(ctx: Context, { args, typed }: Line): Promise<void> {
  const { all, as, to, strict } = await fillIn(ctx, FORM, typed)
  const db = ctx.asked()
  const words = args.join(' ')
  const isAll = all || (!words && as === undefined && to === undefined)
  const answer = isAll
    ? { ...savedFindings(db), question: null }
    : await answerFor(ctx, db, { words: words || '-', as, to })
  const isSaved = isAll || !isText(db, words || '-')
  ctx.show(answer, (found, screen) => renderFindings(found, screen, { isSaved }))
  if (strict && answer.findings.length) {
    throw new Failure('found', 'Something was found.', 'See above.')
  }
}

/** A file or stdin, rather than a person whose texts are looked at. */
function isText(db: Database, words: string): boolean {
  return words === '-' || personMeant(db, words).is === 'nobody'
}

interface Typed {
  words: string
  as: string | undefined
  to: string | undefined
}

async function answerFor(ctx: Context, db: Database, { words, as, to }: Typed): Promise<Answer> {
  if (!isText(db, words)) {
    if (as === undefined) {
      return { ...savedFindings(db, (await pickPerson(ctx, db, words)).id), question: null }
    }
    throw new Failure('usage', '--as checks a text, not a person.', 'netmed lint <file> --as panel')
  }
  const text = ctx.load(words, LIMIT)
  const isPost = as === 'post' && !ctx.templates.names().includes(as)
  const found = isPost ? findingsInPost(db, text) : await findings(ctx, db, text, { as, to })
  const name = words === '-' ? 'stdin' : words
  return {
    checked: 1,
    findings: found.map(each => ({ id: null, name, ...each })),
    question: isPost ? LAST_QUESTION : null,
  }
}

async function findings(
  ctx: Context,
  db: Database,
  text: string,
  { as, to }: Pick<Typed, 'as' | 'to'>,
): Promise<FindingInText[]> {
  const { head, ...mail } = partsOf(text)
  const isMail = as !== undefined || to !== undefined || head !== '' || greetedIn(mail.body) !== ''
  if (!isMail) return findingsIn(db, text, 'note')
  const template = as === undefined ? undefined : await ctx.templates.get(as)
  const contact = to === undefined ? addressee(db, head, mail.body) : await pickPerson(ctx, db, to)
  // What kind of mail it is nobody said, so it may be about someone else too.
  const isOfAnotherToo = template ? isOfAnother(template) : true
  const kind = { template: template?.name ?? '', isOfAnother: isOfAnotherToo }
  return [
    ...findingsIn(db, text, 'mail'),
    ...findingsInMail(db, { ...mail, ...kind, to: contact }, ctx.today),
  ]
}

/** A mail as `draft` prints it: `To:` and `Subject:` lines when there are any, a blank line, the text. */
function partsOf(text: string): { head: string; subject: string; body: string } {
  const plain = text.replace(/\r\n?/g, '\n')
  const [head = '', ...paragraphs] = plain.split('\n\n')
  if (!/^(?:to|subject):/i.test(head)) return { head: '', subject: '', body: plain }
  const subject = /^subject:\s*(.*)$/im.exec(head)?.[1] ?? ''
  return { head, subject, body: paragraphs.join('\n\n') }
}

/** Whom `To:` names, or else whom the text greets; by that name when it is no one person on file. */
function addressee(db: Database, head: string, body: string): Addressee {
  const name = /^to:\s*(.*)$/im.exec(head)?.[1] ?? greetedIn(body)
  const meaning = name ? personMeant(db, name) : undefined
  return meaning?.is === 'one' ? meaning.contact : { name }
}
