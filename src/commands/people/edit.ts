import type { Context } from '../../context.ts'
import { type Edit, type Edited, editFields } from '../../domain/edits.ts'
import { FIELDS } from '../../domain/fields.ts'
import type { Database } from '../../domain/model.ts'
import { type AnyRecord, recordByNumber } from '../../domain/people.ts'
import { recordPage, titleOf, underNoun } from '../../domain/records.ts'
import { Failure } from '../../failure.ts'
import {
  type FormRow,
  isEmptyForm,
  readRecordForm,
  withProblem,
  writeRecordForm,
} from '../../formats/record-form.ts'
import type { Cli } from '../../input/command.ts'
import { switchField, type Typed } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickRecord } from '../../input/pick.ts'
import {
  everyFlag,
  fieldTexts,
  flagList,
  flagsFor,
  RECORD_FORMS,
  readEdit,
  typedFrom,
} from '../../input/record.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderEdited } from '../../render/record.ts'

const FORCE = switchField('let a name or address be somebody else’s too', { flag: 'force' })

export function edit(cli: Cli): void {
  cli.verb({
    words: 'edit [who...]',
    says: 'change a person, or any number; without flags in your editor',
    examples: [
      'netmed edit hoff --role faculty --every 90d',
      'netmed edit hoff --email lena@new.example.org --no-worry',
      'netmed edit 12 --on wed --with "hoff, priya"',
      'netmed edit hoff',
    ],
    details:
      'A list gains what you name (a new address stands first), --no-<flag> empties it first, and a ' +
      'note gains a line. In the editor, what you leave is what stays.',
    form: { ...everyFlag(), force: FORCE },
    async act(ctx, { args, typed: { force, ...typed } }) {
      const db = ctx.store.read()
      const found = await pickRecord(ctx, db, await askedWho(ctx, args))
      if (!Object.keys(typed).length) return editInEditor(ctx, db, found)
      const own = flagsFor(found, typed)
      const edit = await readEdit(ctx, db, found.list, own, { replaces: false })
      answer(ctx, await write(ctx, found, edit, { force: force === true }))
    },
  })
}

async function write(
  ctx: Context,
  { record }: AnyRecord,
  edit: Edit,
  options: { force?: boolean; shown?: AnyRecord['record'] } = {},
): Promise<{ db: Database; answer: Edited }> {
  warnOfPatients(ctx, ctx.store.read(), textsOf(edit))
  return ctx.store.update(db => editFields(db, record.id, edit, { today: ctx.today, ...options }))
}

const WATCHED: ReadonlySet<string> = new Set([
  'note',
  'privateNote',
  'why',
  'detail',
  'gave',
  'what',
  'outcome',
  'text',
])

function textsOf({ set, noteLine }: Edit): string[] {
  const watched = Object.entries(set).filter(([key]) => WATCHED.has(key))
  const texts = watched.flatMap(([, value]) => (typeof value === 'string' ? [value] : []))
  return noteLine === undefined ? texts : [...texts, noteLine]
}

/** The record as a form in the editor, again with the problem named until it reads. */
async function editInEditor(ctx: Context, db: Database, found: AnyRecord): Promise<void> {
  const { list, record } = found
  const name = titleOf(db, found, ctx.today, { withPrivate: true })
  if (!ctx.ask) {
    throw new Failure(
      'usage',
      `What to change of ${name} (#${record.id})? Nobody is here to use the editor.`,
      `Flags: ${flagList(list)}.`,
    )
  }
  const rows = formRows(found)
  const shown = byWord(found, fieldTexts(db, found))
  let text = await writeRecordForm(rows, shown, headingOf(`${name} (#${record.id})`))
  let problem: Failure | undefined
  for (;;) {
    // Notepad ends lines its own way.
    const edited = ctx.edit(text, { suffix: '.yaml' }).replace(/\r\n?/g, '\n')
    if (isEmptyForm(edited)) return answer(ctx, unchanged(db, found, name))
    // Whoever closes the form as it was named to be wrong has given up.
    if (problem && edited.trim() === text.trim()) throw problem
    try {
      const typed = changedWords(found, shown, await readRecordForm(edited, rows))
      if (!Object.keys(typed).length) return answer(ctx, unchanged(db, found, name))
      const edit = await readEdit(ctx, db, list, typed, { replaces: true })
      return answer(ctx, await write(ctx, found, edit, { shown: record }))
    } catch (error) {
      if (!(error instanceof Failure) || !MENDED_BY_HAND.has(error.kind)) throw error
      problem = error
      text = withProblem(edited, [error.message, ...(error.hint ? [error.hint] : [])])
    }
  }
}

const MENDED_BY_HAND: ReadonlySet<string> = new Set([
  'usage',
  'not-found',
  'ambiguous',
  'already-there',
])

function headingOf(name: string): string[] {
  return [
    name,
    'Change what you like, then save and close. An empty field is taken away.',
    'Close without a change, or empty the whole text, and nothing changes.',
  ]
}

function formRows({ list }: AnyRecord): FormRow[] {
  return Object.entries(RECORD_FORMS[list]).map(([key, field]) => ({
    word: field.flag ?? '',
    help: rowHelp(list, key, field.help),
    many: field.many ?? false,
  }))
}

const LONGEST_HELP = 150

/** The words to choose from, where they fit a line. */
function rowHelp(list: AnyRecord['list'], key: string, help: string): string {
  const row = FIELDS[list].find(each => each.name === key)
  if (row?.type === 'flag') return `yes, or empty: ${help}`
  const choices = row?.choices?.join(', ') ?? ''
  return choices && choices.length <= LONGEST_HELP ? choices : help.replace(/; - reads .*$/, '')
}

/** The same texts under the words of the form, which are the flags. */
function byWord<T>({ list }: AnyRecord, texts: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...texts].map(([key, text]) => [RECORD_FORMS[list][key]?.flag ?? key, text]))
}

function changedWords(
  { list }: AnyRecord,
  shown: ReadonlyMap<string, unknown>,
  said: ReadonlyMap<string, string | string[] | null>,
): Typed {
  const typed: Typed = {}
  for (const [key, { flag = key }] of Object.entries(RECORD_FORMS[list])) {
    const text = said.get(flag) ?? null
    const isSame = JSON.stringify(shown.get(flag) ?? null) === JSON.stringify(text)
    if (!isSame) typed[key] = typedFrom(list, key, text)
  }
  return typed
}

function unchanged(db: Database, { list, record }: AnyRecord, name: string) {
  return { db, answer: { list, id: record.id, name, changes: [] } }
}

function answer(ctx: Context, { db, answer: edited }: { db: Database; answer: Edited }): void {
  const found = recordByNumber(db, edited.id)
  const withPrivate = !ctx.options.json
  const page = recordPage(db, found, ctx.today, { withPrivate })
  const whole = {
    ...underNoun(edited.list, page.record, page.title),
    changed: edited.changes.map(change => change.name),
    opened: [],
    settled: [],
  }
  ctx.echo(whole, (_, screen) => renderEdited(edited, page.command, screen))
}
