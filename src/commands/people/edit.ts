import type { Context } from '../../context.ts'
import { type Edit, type Edited, editFields, editMany } from '../../domain/change/edits.ts'
import { FIELDS } from '../../domain/data/fields.ts'
import type { Contact, Database, ListName } from '../../domain/data/model.ts'
import { type AnyRecord, recordByNumber } from '../../domain/data/records.ts'
import { type FieldRow, isPrivate } from '../../domain/data/rows.ts'
import { areTerms, TERMS_HELP } from '../../domain/find/terms.ts'
import { recordAnswer, recordPage, titleOf } from '../../domain/pages/record-page.ts'
import { contactView } from '../../domain/people/contacts.ts'
import { displayName } from '../../domain/people/names.ts'
import { Failure } from '../../failure.ts'
import {
  type FormRow,
  isEmptyForm,
  readRecordForm,
  withProblem,
  writeRecordForm,
} from '../../formats/record-form.ts'
import type { Verb } from '../../input/command.ts'
import { asTyped } from '../../input/did-you-mean.ts'
import { fillIn, lineField, switchField, type Typed } from '../../input/form.ts'
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
import { pickByTerms } from '../../input/terms.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderEdited } from '../../render/record.ts'
import { renderChangedMany, selectionQuestion } from '../../render/selection.ts'

/** How a change is made, beside the fields themselves. */
const HOW = {
  force: switchField('allow a name, address or profile that someone else has', { flag: 'force' }),
  untag: lineField('remove a tag', { flag: 'untag', placeholder: 'tag', many: true }),
  wasWrong: switchField('fix a typo: keep no history of role, stage, institution', {
    flag: 'was-wrong',
  }),
}

export const edit: Verb = {
  words: 'edit [who...]',
  says: 'change a person, or anything by its number; no flags: your editor',
  examples: [
    'netmed edit hoff --role faculty --every 90d',
    'netmed edit hoff --email lena@new.example.org --no-worry',
    'netmed edit 12 --on wed --with "hoff, priya"',
    'netmed edit at:ucsf role:resident --every 90d --tag research --untag new',
    'netmed edit hoff',
  ],
  details:
    'A list gains what you name (a new address goes first); --no-<flag> empties it first. A ' +
    'note gains a line. In the editor, what you leave is what stays. With search terms you can ' +
    `change several people; you see the list first. ${TERMS_HELP}`,
  form: { ...everyFlag(), ...HOW },
  async act(ctx, { args, typed: { force, untag, wasWrong, ...typed } }) {
    const how = await fillIn(ctx, HOW, { force, untag, wasWrong })
    const db = ctx.store.read()
    if (areTerms(args)) {
      const { private: withPrivate, ...fields } = typed
      const contacts = pickByTerms(ctx, args, { withPrivate: withPrivate === true })
      return editSeveral(ctx, db, { contacts, args, typed: fields }, how)
    }
    const found = await pickRecord(ctx, db, await askedWho(ctx, args))
    if (!Object.keys(typed).length && !how.untag) return editInEditor(ctx, db, found, how)
    const own = flagsFor(found, found.list === 'contacts' ? typed : { ...typed, ...ofPeople(how) })
    const edit = await readEdit(ctx, db, found.list, own, { replaces: false })
    answer(ctx, await write(ctx, found, { ...edit, untag: how.untag }, how))
  },
}

type How = {
  force?: boolean | undefined
  untag?: string[] | undefined
  wasWrong?: boolean | undefined
}

/** The flags that only a person takes. */
function ofPeople({ untag, wasWrong }: How): Typed {
  return { ...(untag && { untag }), ...(wasWrong && { 'was-wrong': true }) }
}

/** The flags of what is one person's own. */
const OF_ONE: ReadonlySet<string | undefined> = new Set(
  FIELDS.contacts.filter(row => row.isOwn).map(row => row.flag),
)

/** Everybody whom the terms select, shown and asked about first. */
async function editSeveral(
  ctx: Context,
  db: Database,
  { contacts, args, typed }: { contacts: Contact[]; args: string[]; typed: Typed },
  { untag, wasWrong = false }: How,
): Promise<void> {
  const ofOne = Object.keys(typed).find(flag => OF_ONE.has(flag))
  if (ofOne) {
    throw new Failure('usage', `--${ofOne} is for one person.`, asTyped(['list', ...args]))
  }
  if (!Object.keys(typed).length && !untag) {
    throw new Failure('usage', 'Say what to change.', 'For example: --every 90d --tag research')
  }
  const shown = contacts.map(each => ({ id: each.id, displayName: displayName(each) }))
  const [first] = contacts
  const own = first ? flagsFor({ list: 'contacts', record: first }, typed) : {}
  const edit = { ...(await readEdit(ctx, db, 'contacts', own, { replaces: false })), untag }
  const isMeant = await ctx.confirm(selectionQuestion(shown, 'Change them?'))
  if (isMeant) warnOfEdit(ctx, db, { list: 'contacts', edit })
  const ids = isMeant ? contacts.map(each => each.id) : []
  const { db: after, answer: edited } = isMeant
    ? await ctx.store.update(db => editMany(db, ids, edit, { today: ctx.today, wasWrong }))
    : { db, answer: [] }
  const changes = new Map(edited.map(each => [each.id, each.changes]))
  const told = ctx.told(after)
  const isChanged = ({ id }: { id: number }) => (changes.get(id)?.length ?? 0) > 0
  const whole = {
    contacts: told.contacts.filter(isChanged).map(contact => ({
      ...contactView(told, contact.id),
      changed: changedIn(ctx, { changes: changes.get(contact.id) ?? [] }),
    })),
    unchanged: isMeant ? shown.filter(each => !isChanged(each)) : [],
  }
  ctx.changed(whole, (_, screen) => renderChangedMany(whole, changes, screen))
}

async function write(
  ctx: Context,
  { list, record }: AnyRecord,
  edit: Edit,
  { force = false, wasWrong = false, shown }: How & { shown?: AnyRecord['record'] },
): Promise<{ db: Database; answer: Edited }> {
  const isSecret = edit.set.private === true || ('private' in record && record.private === true)
  warnOfEdit(ctx, ctx.store.read(), { list, edit, isSecret })
  return ctx.store.update(db =>
    editFields(db, record.id, edit, { today: ctx.today, force, wasWrong, shown }),
  )
}

function warnOfEdit(
  ctx: Context,
  db: Database,
  { list, edit, isSecret = false }: { list: ListName; edit: Edit; isSecret?: boolean },
): void {
  const watched = FIELDS[list].filter(row => row.isWatched)
  const secret = watched.filter(row => isSecret || isPrivate(row))
  const open = watched.filter(row => !secret.includes(row))
  warnOfPatients(ctx, db, [...textsOf(open, edit), edit.noteLine])
  warnOfPatients(ctx, db, textsOf(secret, edit), { isPrivate: true })
}

function textsOf(watched: readonly FieldRow[], { set, add }: Edit): string[] {
  const values = watched.flatMap(row => [set[row.name], add[row.name]].flat())
  return values.filter(value => typeof value === 'string')
}

/** The record as a form in the editor, again with the problem named until it reads. */
async function editInEditor(ctx: Context, db: Database, found: AnyRecord, how: How): Promise<void> {
  const { list, record } = found
  const name = titleOf(db, found, ctx.today)
  if (!ctx.ask) {
    const isTold = ctx.asked()[list].some(each => each.id === record.id)
    throw new Failure(
      'usage',
      `What should change about ${isTold ? `${name} (#${record.id})` : `#${record.id}`}? There is no terminal for the editor.`,
      `Flags: ${flagList(list)}.`,
    )
  }
  const rows = formRows(found)
  const shown = byWord(found, fieldTexts(db, found))
  const form = await writeRecordForm(rows, shown, headingOf(`${name} (#${record.id})`))
  let text = form
  let problem: Failure | undefined
  for (;;) {
    const { text: left, given } = await ctx.edit(text, {
      of: `edit-${record.uid}`,
      suffix: '.yaml',
    })
    // Notepad ends lines its own way.
    const edited = left.replace(/\r\n?/g, '\n')
    if (isEmptyForm(edited)) return answer(ctx, unchanged(db, found, name))
    // Whoever closes the form as it was named to be wrong has given up.
    if (problem && edited.trim() === text.trim()) throw problem
    try {
      const before = given === form ? shown : await wordsOf(given, rows, shown)
      const typed = changedWords(found, before, await readRecordForm(edited, rows))
      if (!Object.keys(typed).length) return answer(ctx, unchanged(db, found, name))
      const edit = await readEdit(ctx, db, list, typed, { replaces: true })
      return answer(ctx, await write(ctx, found, edit, { ...how, shown: record }))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (!MENDED_BY_HAND.has(error.kind)) throw error
      problem = error
      text = withProblem(edited, [error.message, ...(error.hint ? [error.hint] : [])])
    }
  }
}

/** What a form of an earlier time said before it was edited: only what differs from that was typed. */
async function wordsOf<T>(
  given: string,
  rows: FormRow[],
  shown: ReadonlyMap<string, T>,
): Promise<ReadonlyMap<string, unknown>> {
  try {
    return await readRecordForm(given, rows)
  } catch (error) {
    // A form that an older netmed wrote.
    if (error instanceof Failure) return shown
    throw error
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
    'Change what you like, then save and close. An empty field is cleared.',
    'To change nothing, close it as it is or delete the whole text.',
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

/** The fields that differ, as far as the answer shows them. */
function changedIn(ctx: Context, { changes }: Pick<Edited, 'changes'>): string[] {
  return changes.filter(each => !ctx.options.json || !each.isPrivate).map(each => each.name)
}

function unchanged(db: Database, { list, record }: AnyRecord, name: string) {
  return { db, answer: { list, id: record.id, name, changes: [], along: [] } }
}

function answer(ctx: Context, { db, answer: edited }: { db: Database; answer: Edited }): void {
  const told = ctx.told(db)
  const whole = {
    ...recordAnswer(told, edited, ctx.today),
    changed: changedIn(ctx, edited),
  }
  ctx.changed(whole, (_, screen) => {
    const { command } = recordPage(db, recordByNumber(db, edited.id), ctx.today)
    return renderEdited(edited, command, screen)
  })
}
