import type { Context } from '../context.ts'
import type { Edit } from '../domain/change/edits.ts'
import { FIELDS, type FieldRow } from '../domain/data/fields.ts'
import { type Database, type ListName, SEASON_KINDS } from '../domain/data/model.ts'
import { type AnyRecord, kindWords } from '../domain/data/records.ts'
import { displayName } from '../domain/people/names.ts'
import { personMeant } from '../domain/people/people.ts'
import { readComingDay, readEventDay } from '../domain/words/read-days.ts'
import { readChoice } from '../domain/words/read-values.ts'
import { Failure } from '../failure.ts'
import { formOf } from './fields.ts'
import { type Field, type Form, fillIn, type Typed } from './form.ts'
import { interactionForm } from './interaction.ts'
import { personForm } from './person.ts'
import { pickPeople, pickPerson } from './pick.ts'

/** How each kind of record is typed, by the keys of the table of fields. */
export const RECORD_FORMS: Record<ListName, Form> = {
  contacts: clearableSwitches(personForm({ clearable: true, withName: true })),
  interactions: clearableSwitches({
    contacts: {
      flag: 'with',
      placeholder: 'who',
      help: 'who was there',
      many: true,
      read: asTyped,
    },
    ...interactionForm({ clearable: true }),
  }),
  followUps: followUpForm(),
  events: eventForm(),
  seasons: seasonForm(),
  questions: clearableSwitches(formOf(FIELDS.questions, { clearable: true })),
}

function asTyped(text: string): string {
  return text
}

/** `--no-prospect`, `--no-private` and the like. */
function clearableSwitches(form: Form): Form {
  for (const field of Object.values(form)) if (!field.placeholder) field.clearable = true
  return form
}

function followUpForm(): Form {
  const rows = FIELDS.followUps.map(typedByName)
  const form = formOf(rows, { clearable: true })
  if (form.due) form.due.read = (text, ctx) => readComingDay(text, ctx.today)
  return form
}

function eventForm(): Form {
  const form = formOf(FIELDS.events, { clearable: true })
  for (const field of [form.on, form.until]) {
    if (field) field.read = (text, ctx) => readEventDay(text, ctx.today)
  }
  return form
}

function seasonForm(): Form {
  const form = formOf(FIELDS.seasons, { clearable: true })
  for (const field of [form.from, form.until]) {
    if (field) field.read = (text, ctx) => readEventDay(text, ctx.today)
  }
  if (form.kind) form.kind.read = text => readChoice(text, SEASON_KINDS, 'season')
  return form
}

/** Whom a reference means is looked up in the data, so the words are kept until it is read. */
function typedByName(row: FieldRow): FieldRow {
  return row.type === 'reference' ? { ...row, type: 'line' } : row
}

const HELP: Readonly<Record<string, string>> = {
  name: 'the name',
  kind: 'the occasion, or the kind of season',
  on: 'the day; of an event its first',
  place: 'where it is or was',
  until: 'its last day',
}

/** The flags of every kind of record, each once and by its own name. */
export function everyFlag(): Form {
  const all: Form = {}
  for (const form of Object.values(RECORD_FORMS)) {
    for (const field of Object.values(form)) {
      const { flag = '', help } = field
      const known: Partial<Field<unknown>> = all[flag] ?? {}
      all[flag] = { ...field, ...known, help: HELP[flag] ?? known.help ?? help, read: asTyped }
      if (field.clearable) all[flag].clearable = true
    }
  }
  return all
}

/** The typed flags under the keys of this record's kind; fails on a flag of another kind. */
export function flagsFor({ list, record }: AnyRecord, typed: Typed): Typed {
  const form = RECORD_FORMS[list]
  const own: Typed = {}
  for (const [flag, value] of Object.entries(typed)) {
    const key = Object.keys(form).find(each => form[each]?.flag === flag)
    if (!key) {
      throw new Failure(
        'usage',
        `#${record.id} is ${kindWords(list)}, which has no --${flag}.`,
        `It takes ${flagList(list)}.`,
      )
    }
    own[key] = value
  }
  return own
}

const FLAGS_A_LINE = 6

/** `--name, --kind, --from` of a kind of record, in lines. */
export function flagList(list: ListName): string {
  const flags = Object.values(RECORD_FORMS[list]).map(field => `--${field.flag}`)
  const lines: string[] = []
  while (flags.length) lines.push(flags.splice(0, FLAGS_A_LINE).join(', '))
  return lines.join(',\n')
}

/**
 * Typed words as an edit. On the command line a list grows and a person's note gains a line; in the
 * editor, and after `--no-<flag>`, what is typed stands alone.
 */
export async function readEdit(
  ctx: Context,
  db: Database,
  list: ListName,
  typed: Typed,
  { replaces }: { replaces: boolean },
): Promise<Edit> {
  const { event, ...values } = await fillIn(ctx, RECORD_FORMS[list], typed)
  const set: Record<string, unknown> = {}
  const add: Record<string, string[]> = {}
  let noteLine: string | undefined
  for (const [key, value] of Object.entries(values)) {
    const row = FIELDS[list].find(each => each.name === key)
    const isAlone = replaces || value === null || startsAnew(typed[key])
    if (row?.type === 'reference') set[key] = await numbersOf(ctx, db, row, value)
    else if (row?.many && !isAlone && Array.isArray(value)) add[key] = value.map(String)
    else if (list === 'contacts' && key === 'note' && !isAlone) noteLine = String(value)
    else set[key] = value
  }
  if (event === null) set.event = null
  return { set, add, noteLine, eventName: typeof event === 'string' ? event : undefined }
}

/** `--no-email --email a@x.org`: commander hands on that the list was emptied first. */
function startsAnew(raw: unknown): boolean {
  return Array.isArray(raw) && raw[0] === false
}

async function numbersOf(
  ctx: Context,
  db: Database,
  row: FieldRow,
  value: unknown,
): Promise<number | number[] | null> {
  if (value === null || value === undefined) return null
  if (!row.many) return (await pickPerson(ctx, db, String(value))).id
  const words = Array.isArray(value) ? value.map(String) : [String(value)]
  const ids: number[] = []
  for (const each of words) {
    const { contacts } = await pickPeople(ctx, db, [each])
    ids.push(...contacts.map(contact => contact.id))
  }
  return [...new Set(ids)]
}

// The record as it would be typed again

/** A value as words, or a list of them; null when there is none. */
export type FieldText = string | string[] | null

/** Every field that can be typed, as it stands in the record. */
export function fieldTexts(db: Database, { list, record }: AnyRecord): Map<string, FieldText> {
  const texts = new Map<string, FieldText>()
  for (const key of Object.keys(RECORD_FORMS[list])) {
    const row = FIELDS[list].find(each => each.name === key)
    const value: unknown = Reflect.get(record, key)
    if (row) texts.set(key, textOf(db, row, value))
  }
  return texts
}

function textOf(db: Database, row: FieldRow, value: unknown): FieldText {
  if (Array.isArray(value)) return value.map(each => String(textOf(db, row, each)))
  if (value === undefined || value === null || value === false) return row.many ? [] : null
  if (row.type === 'flag') return 'yes'
  if (row.type === 'rhythm') return value === 0 ? 'none' : `${value}d`
  if (row.type === 'reference') return referenceText(db, row, Number(value))
  return String(value)
}

/** The name where it means that record alone, else the number. */
function referenceText(db: Database, row: FieldRow, id: number): string {
  if (row.to === 'contacts') {
    const contact = db.contacts.find(each => each.id === id)
    if (!contact) return String(id)
    const meaning = personMeant(db, displayName(contact))
    return meaning.is === 'one' && meaning.contact === contact ? displayName(contact) : String(id)
  }
  const named = db.events.filter(each => each.name === db.events.find(own => own.id === id)?.name)
  return named.length === 1 && named[0] ? named[0].name : String(id)
}

/** Words of the editor's form as the command line would have given them: `false` takes a field away. */
export function typedFrom(list: ListName, key: string, text: FieldText): unknown {
  const field = RECORD_FORMS[list][key]
  if (field && !field.placeholder) return readYes(field.flag ?? key, text)
  const isEmpty = text === null || text.length === 0
  if (!isEmpty) return text
  if (field?.clearable) return false
  throw new Failure('usage', `${field?.flag ?? key} cannot be empty.`, `It is ${field?.help}.`)
}

function readYes(flag: string, text: FieldText): boolean {
  const word = String(text ?? '')
    .trim()
    .toLowerCase()
  if (/^(yes|y|true|x)$/.test(word)) return true
  if (/^(no|n|false|)$/.test(word)) return false
  throw new Failure('usage', `${flag} is yes or empty, not "${text}".`)
}
