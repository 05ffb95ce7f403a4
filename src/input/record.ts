import type { Context } from '../context.ts'
import type { Edit } from '../domain/change/edits.ts'
import { FIELDS } from '../domain/data/fields.ts'
import { type Database, LISTS, type ListName } from '../domain/data/model.ts'
import { type AnyRecord, kindWords } from '../domain/data/records.ts'
import { type FieldRow, isPair, type Pair, valueIn } from '../domain/data/rows.ts'
import { displayName } from '../domain/people/names.ts'
import { personMeant } from '../domain/people/people.ts'
import type { readPair } from '../domain/words/read-values.ts'
import { Failure } from '../failure.ts'
import { formOf } from './fields.ts'
import { type Field, type Form, fillIn, type Typed } from './form.ts'
import { pickPeople, pickPerson } from './pick.ts'

/** People first, as they are changed most; then the lists from the end of the file. */
const ORDER: readonly ListName[] = [
  'contacts',
  ...LISTS.filter(list => list !== 'contacts').reverse(),
]

/** How each kind of record is typed, by the keys of the table of fields. */
// Each list is there once.
export const RECORD_FORMS = Object.fromEntries(
  ORDER.map(list => [list, formOf(FIELDS[list], { clearable: true })]),
) as Record<ListName, Form>

const HELP: Readonly<Record<string, string>> = {
  name: 'the name',
  kind: 'the occasion, or the kind of season',
  on: 'the day; of an event its first',
  place: 'where it is or was',
  until: 'its last day',
  with: 'who was there',
}

/** The flags of every kind of record, each once and by its own name. */
export function everyFlag(): Form {
  const all: Form = {}
  for (const form of Object.values(RECORD_FORMS)) {
    for (const field of Object.values(form)) {
      const { flag = '', help } = field
      const known: Partial<Field<unknown>> = all[flag] ?? {}
      all[flag] = { ...field, ...known, help: HELP[flag] ?? known.help ?? help, read: text => text }
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
  const add: Record<string, unknown[]> = {}
  let noteLine: string | undefined
  for (const [key, value] of Object.entries(values)) {
    const row = FIELDS[list].find(each => each.name === key)
    const isAlone = replaces || value === null || startsAnew(typed[key])
    const found = row?.type === 'pairs' ? await pairsOf(ctx, db, value) : value
    if (row?.type === 'reference') set[key] = await numbersOf(ctx, db, row, value)
    else if (row?.many && !isAlone && Array.isArray(found)) add[key] = found
    else if (list === 'contacts' && key === 'note' && !isAlone) noteLine = String(value)
    else set[key] = found
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

/** Of each pair that was typed, the number of whom it names. */
async function pairsOf(ctx: Context, db: Database, value: unknown): Promise<Pair[] | null> {
  if (!Array.isArray(value)) return null
  const pairs: Pair[] = []
  // What the reader of pairs gives.
  for (const { who, text } of value as ReturnType<typeof readPair>[]) {
    pairs.push({ contact: (await pickPerson(ctx, db, who)).id, text })
  }
  return pairs
}

// The record as it would be typed again

/** A value as words, or a list of them; null when there is none. */
export type FieldText = string | string[] | null

/** Every field that can be typed, as it stands in the record. */
export function fieldTexts(db: Database, { list, record }: AnyRecord): Map<string, FieldText> {
  const texts = new Map<string, FieldText>()
  for (const key of Object.keys(RECORD_FORMS[list])) {
    const row = FIELDS[list].find(each => each.name === key)
    if (row) texts.set(key, typedText(db, row, valueIn(record, row)))
  }
  return texts
}

function typedText(db: Database, row: FieldRow, value: unknown): FieldText {
  if (Array.isArray(value)) return value.map(each => String(typedText(db, row, each)))
  if (value === undefined || value === null || value === false) return row.many ? [] : null
  if (row.type === 'flag') return 'yes'
  if (row.type === 'rhythm') return value === 0 ? 'none' : `${value}d`
  if (row.type === 'reference') return referenceText(db, row, Number(value))
  if (isPair(value)) return `${referenceText(db, row, value.contact)}: ${value.text}`
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
  throw new Failure('usage', `${field?.flag ?? key} can't be empty.`, `It is ${field?.help}.`)
}

function readYes(flag: string, text: FieldText): boolean {
  const word = String(text ?? '')
    .trim()
    .toLowerCase()
  if (/^(yes|y|true|x)$/.test(word)) return true
  if (/^(no|n|false|)$/.test(word)) return false
  throw new Failure('usage', `${flag} is yes or empty, not "${text}".`)
}
