import type { Choice, Context } from '../../context.ts'
import { FIELDS } from '../../domain/data/fields.ts'
import { finished, type Imported, type ImportedPerson } from '../../domain/data/imported.ts'
import { copyOf } from '../../domain/data/lens.ts'
import { type Contact, type Database, LISTS } from '../../domain/data/model.ts'
import { numbersTyped } from '../../domain/data/numbers.ts'
import { isPrivate } from '../../domain/data/rows.ts'
import {
  type Candidate,
  type Decision,
  type ImportEntry,
  type ImportOptions,
  type ImportReport,
  importCounts,
  importPeople,
} from '../../domain/exchange/importing.ts'
import { joinDatabase, joining } from '../../domain/exchange/joining.ts'
import { colleaguesOf } from '../../domain/review/colleagues.ts'
import { rulesOff } from '../../domain/review/lint.ts'
import { patientWarnings } from '../../domain/review/patient.ts'
import { inQuotes } from '../../domain/words/quoting.ts'
import { counted, listed, oneLine } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import { csvFields, NO_FIELD, suggestedField } from '../../formats/csv.ts'
import type { CsvTable } from '../../formats/csv-table.ts'
import { decodeText, IMPORT_LIMITS } from '../../formats/decode.ts'
import {
  formatOf,
  IMPORT_FORMATS,
  type ImportFormat,
  readPeopleFile,
  refuseBytes,
} from '../../formats/import-file.ts'
import type { Line, Verb } from '../../input/command.ts'
import { choiceField, fillIn, lineField, switchField } from '../../input/form.ts'
import {
  doubtTable,
  importSummary,
  numberedNames,
  placeWords,
  renderImported,
  renderJoined,
} from '../../render/import.ts'

const FORM = {
  format: choiceField(IMPORT_FORMATS, 'vcf, csv, friends, json or ics, when it is not clear', {
    flag: 'format',
    placeholder: 'format',
  }),
  map: {
    flag: 'map',
    placeholder: 'column=field',
    help: 'which column of a CSV file is which field; - leaves it out',
    many: true,
    read: readMapping,
  },
  tag: lineField('tag everyone in it', { flag: 'tag', placeholder: 'tag' }),
  update: switchField('overwrite fields that are already filled', { flag: 'update' }),
  dryRun: switchField('only show what would happen', { flag: 'dry-run' }),
} as const

const FILE = {
  file: {
    help: 'the file; - reads stdin',
    required: true,
    ask: 'Which file?',
    read: (text: string) => text,
  },
} as const

/** Not called `import`: that word is TypeScript's own. */
export const importFile: Verb = {
  words: 'import [file]',
  says: 'bring in people from a phone, LinkedIn, Outlook, a table',
  examples: [
    'netmed import contacts.vcf --dry-run',
    'netmed import Connections.csv --tag linkedin',
    'netmed import people.csv --map "Full name=name" --map Hospital=institution',
    'netmed import friends.md',
  ],
  details:
    "Reads vCard, CSV by the words of its header (English, German, French, Spanish), friends.md, netmed's own JSON, and past meetings from an .ics. What it leaves out is named; --map says more of a column. The same file again changes nothing. Imported people get no rhythm. Never import patients.",
  form: FORM,
  act: runImport,
}

function readMapping(text: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  throw new Failure('usage', `--map takes column=field, not "${text}".`, `Fields: ${fieldList()}`)
}

function fieldList(): string {
  return csvFields().join(', ')
}

async function runImport(ctx: Context, { args, typed }: Line): Promise<void> {
  const { file } = await fillIn(ctx, FILE, { file: args.length ? args.join(' ') : undefined })
  const options = await fillIn(ctx, FORM, typed)
  const text = decodeText(ctx.loadBytes(file, IMPORT_LIMITS.bytes))
  if (!text.trim())
    throw new Failure('usage', `${beginningWith(file)} is empty.`, 'Nothing was changed.')
  refuseBytes(beginningWith(file), text)
  const format = options.format ?? formatOf(text)
  refuseFlags(format, options)
  if (format === 'json') return joinFile(ctx, file, text, options.dryRun ?? false)

  const { imported, kind } = await readPeople(ctx, text, format, options.map)
  const how = { today: ctx.today, update: options.update ?? false, tag: options.tag }
  const source = { file: nameOf(file), kind }
  await importAll(ctx, { imported, how, source, isDryRun: options.dryRun ?? false })
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** As the first words of a sentence. */
function beginningWith(file: string): string {
  return file === '-' ? 'Standard input' : file
}

/** A flag that would do nothing is refused. */
function refuseFlags(
  format: ImportFormat,
  { map, tag, update }: { map?: unknown; tag?: unknown; update?: unknown },
): void {
  if (map !== undefined && format !== 'csv') {
    throw new Failure('usage', '--map is for the columns of a CSV file.', 'Leave it out.')
  }
  const flag = tag !== undefined ? '--tag' : update ? '--update' : undefined
  if (flag === undefined || format !== 'json') return
  throw new Failure(
    'usage',
    `${flag} doesn't go with a netmed file: its records are joined as they are.`,
    'Leave it out.',
  )
}

async function readPeople(
  ctx: Context,
  text: string,
  format: Exclude<ImportFormat, 'json'>,
  map: readonly [string, string][] | undefined,
): Promise<{ imported: Imported; kind: string }> {
  const work = <T>(steps: Generator<number, T>) => ctx.working('Reading', steps)
  const read = await readPeopleFile(text, format, { mapping: map && new Map(map), work })
  if ('imported' in read) return read
  const mapping = await askMapping(ctx, read.table)
  const mapped = await readPeopleFile(text, format, { mapping, work })
  if ('imported' in mapped) return mapped
  throw new Error('a mapped table is read')
}

/** Column by column on a terminal; elsewhere the columns are named. */
async function askMapping(ctx: Context, table: CsvTable): Promise<Map<string, string>> {
  if (!ctx.ask) throw unknownColumns(table)
  const hasHeader =
    table.hasHeader &&
    (await ctx.ask.confirm({
      message: `Is the first line a header, and not a person? ${columnNames(table)}`,
      fallback: true,
    }))
  const mapping = new Map<string, string>()
  for (const [index, heading] of table.header.entries()) {
    const column = hasHeader ? heading : String(index + 1)
    const example = table.rows.map(row => row[index]).find(cell => cell?.trim())
    const suggested = suggestedField(hasHeader ? heading : '')
    const fields = csvFields().filter(field => field !== suggested)
    const choices: Choice<string | null>[] = [
      ...(suggested ? [{ name: suggested, value: suggested }] : []),
      { name: '(leave it out)', value: null },
      ...fields.map(field => ({ name: field, value: field })),
    ]
    const named = hasHeader ? `"${column}"` : `column ${column}`
    const message = `What is ${named}${example ? ` (for example: ${oneLine(example, 'cell').slice(0, 40)})` : ''}?`
    mapping.set(column, (await ctx.ask.search({ message, choices })) ?? NO_FIELD)
  }
  return mapping
}

function unknownColumns(table: CsvTable): Failure {
  if (!table.hasHeader) {
    return new Failure(
      'usage',
      `The file has no header, and netmed can't tell what its columns hold: ${columnNames(table)}.`,
      `Say which is which by number: --map 1=first --map 2=last. Fields: ${fieldList()}`,
    )
  }
  return new Failure(
    'usage',
    `netmed doesn't know these columns: ${columnNames(table)}.`,
    `Say which is which: --map ${inQuotes(`${shortened(table.header[0] ?? 'column')}=name`)}. If that line is a person and no header: --map 1=name. Fields: ${fieldList()}`,
  )
}

const MOST_COLUMNS = 20

function columnNames({ header }: CsvTable): string {
  const names = header.slice(0, MOST_COLUMNS).map(name => `"${shortened(name)}"`)
  const more = header.length - names.length
  return listed(more > 0 ? [...names, `${more} more`] : names)
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40).toWellFormed()}…` : name
}

interface Importing {
  imported: Imported
  how: ImportOptions
  source: { file: string; kind: string }
  isDryRun: boolean
}

async function importAll(ctx: Context, importing: Importing) {
  const { imported, how, source, isDryRun } = importing
  warnOfNotes(ctx, imported)
  const told = ctx.options.json ? await tryOut(ctx, imported, how, ctx.asked()) : undefined
  const { report, isDone } = isDryRun
    ? { report: await tryOut(ctx, imported, how), isDone: false }
    : ctx.options.yes && !ctx.host.stderr.isTTY
      ? await importNow(ctx, importing)
      : await importAsked(ctx, importing)
  const { entries, interactions, skipped, remarks, leftOut } = told ?? report
  const isLeftOut = !isDryRun && (!ctx.ask || ctx.options.yes) && importCounts(report).doubtful > 0
  if (isLeftOut) ctx.note('On a terminal, without --yes, netmed asks who the unclear ones are.')
  const summary = {
    ...source,
    dryRun: isDryRun,
    done: isDone,
    ...importCounts(told ?? report),
    interactions,
  }
  const shown = ctx.options.json ? entries.map(withoutPrivateFields) : entries
  const answer = { import: summary, entries: shown, skippedLines: skipped, remarks, leftOut }
  ctx.changed({ ...answer, tag: how.tag ?? null }, renderImported)
}

function withoutPrivateFields(entry: ImportEntry): ImportEntry {
  return { ...entry, fields: entry.fields.filter(name => !PRIVATE_FIELDS.has(name)) }
}

const PRIVATE_FIELDS = new Set(FIELDS.contacts.filter(isPrivate).map(row => row.name))

interface ImportDone {
  report: ImportReport
  isDone: boolean
}

/** With yes said before and nobody to see a bar, the file is gone through once. */
async function importNow(ctx: Context, { imported, how, source }: Importing): Promise<ImportDone> {
  const { answer: report } = await ctx.store.update(db => finished(importPeople(db, imported, how)))
  const isDone = changesIn(report) > 0
  if (isDone) summarize(ctx, source, report)
  return { report, isDone }
}

/** First a summary, then a question; on a terminal the doubtful ones, and whom to leave out, before. */
async function importAsked(ctx: Context, importing: Importing): Promise<ImportDone> {
  const { how, source } = importing
  const decisions = new Map<number, Decision>()
  let { imported } = importing
  let report = await tryOut(ctx, imported, how)
  // A person who is new by one answer may make a later one doubtful.
  while (await decide(ctx, imported, report, decisions)) {
    report = await tryOut(ctx, imported, { ...how, decisions })
  }
  if (!changesIn(report)) return { report, isDone: false }
  summarize(ctx, source, report)
  const left = await askWhomToLeave(ctx, report)
  if (left.size > 0) {
    imported = { ...imported, people: imported.people.filter(({ line }) => !left.has(line)) }
    report = await tryOut(ctx, imported, { ...how, decisions })
    if (!changesIn(report)) return { report, isDone: false }
  }
  const counts = importCounts(report)
  const people = counted(counts.new, 'new person', 'new people')
  const isDone = await ctx.confirm({
    about: 'That is what would change.',
    question: `Import ${people}, change ${counts.changed}?`,
  })
  if (isDone) {
    await ctx.store.update(db => finished(importPeople(db, imported, { ...how, decisions })))
  }
  return { report, isDone }
}

/** The lines of the new people whom the user does not want, by their numbers in a list that is shown. */
async function askWhomToLeave(ctx: Context, { entries }: ImportReport): Promise<Set<number>> {
  const fresh = entries.filter(entry => entry.status === 'new')
  if (!ctx.ask || ctx.options.yes || fresh.length < 2) return new Set()
  ctx.note(numberedNames(fresh))
  const typed = await ctx.ask.text({
    message: 'Leave anyone out? Numbers, such as 2 or 4-7; Enter for no one:',
    check: text => (text.trim() === '' || numbersTyped(text) ? undefined : 'Type numbers.'),
  })
  const numbers = numbersTyped(typed) ?? []
  const isOut = (_: ImportEntry, at: number) =>
    numbers.some(({ from, to }) => at + 1 >= from && at + 1 <= to)
  const out = new Set(fresh.filter(isOut).map(({ contact }) => contact?.id))
  // Later lines of the file that are the same person go with them.
  return new Set(
    entries.filter(({ contact }) => contact && out.has(contact.id)).map(({ line }) => line),
  )
}

function changesIn(report: ImportReport): number {
  const counts = importCounts(report)
  return counts.new + counts.changed + report.interactions
}

function summarize(ctx: Context, source: Importing['source'], report: ImportReport): void {
  if (!ctx.options.json) ctx.note(importSummary(source, importCounts(report), report))
}

/** On a copy: nothing here changes until the question is answered. */
function tryOut(
  ctx: Context,
  imported: Imported,
  how: ImportOptions,
  db: Database = ctx.read(),
): Promise<ImportReport> {
  const copy = structuredClone(db)
  return ctx.working('Comparing', importPeople(copy, imported, how))
}

/** What is said of one doubtful person, or from here on of all: who they may be, new, or left out. */
type Answer = { is: Decision; all?: 'candidate' | 'new' | 'skip' }

/** The doubtful ones one by one on a terminal; elsewhere they are left out. Whether any was decided. */
async function decide(
  ctx: Context,
  imported: Imported,
  report: ImportReport,
  decisions: Map<number, Decision>,
): Promise<boolean> {
  if (!ctx.ask || ctx.options.yes) return false
  const open = report.entries.filter(
    ({ status, line }) => status === 'doubtful' && !decisions.has(line),
  )
  const here = new Map(ctx.store.read().contacts.map(contact => [contact.id, contact]))
  const there = new Map(imported.people.map(({ line, fields }) => [line, fields]))
  const fieldsOf = ({ id, line }: Candidate) => (line === null ? here.get(id) : there.get(line))
  let all: Answer['all']
  for (const [at, { line, name, candidates }] of open.entries()) {
    const only = candidates.length === 1 ? candidates[0] : undefined
    if (all && (all !== 'candidate' || only)) {
      decisions.set(
        line,
        all === 'candidate' && only ? whoIs(only) : all === 'new' ? 'new' : 'skip',
      )
      continue
    }
    const facts = doubtTable(
      [{ head: `line ${line}`, fields: there.get(line) }].concat(
        candidates.map(one => ({ head: placeWords(one), fields: fieldsOf(one) })),
      ),
      ctx.host.stderr.columns,
    )
    if (facts) ctx.note(facts)
    const message = `Line ${line}: who is ${name}${aboutWords(there.get(line))}?`
    const answer = await ctx.ask.select({
      message,
      choices: doubtChoices(candidates, fieldsOf, open.length - at - 1),
    })
    decisions.set(line, answer.is)
    all = answer.all
  }
  return open.length > 0
}

function doubtChoices(
  candidates: readonly Candidate[],
  fieldsOf: (one: Candidate) => ImportedPerson['fields'] | Contact | undefined,
  left: number,
): Choice<Answer>[] {
  const others = `and the same for the other ${left} unclear`
  const [one] = candidates
  const choices: Choice<Answer>[] = [
    ...candidates.map(each => ({
      name: `${each.name} (${placeWords(each)})${aboutWords(fieldsOf(each))}`,
      value: { is: whoIs(each) },
    })),
    { name: 'someone new', value: { is: 'new' } },
    { name: '(leave out)', value: { is: 'skip' } },
  ]
  if (left === 0) return choices
  if (one && candidates.length === 1) {
    choices.push({
      name: `${one.name} (${placeWords(one)}), ${others}: who each may be`,
      value: { is: whoIs(one), all: 'candidate' },
    })
  }
  choices.push({ name: `someone new, ${others}`, value: { is: 'new', all: 'new' } })
  choices.push({ name: '(leave out this one and the rest)', value: { is: 'skip', all: 'skip' } })
  return choices
}

function whoIs({ id, line }: Candidate): Decision {
  return line === null ? id : { line }
}

/** What tells two people of one name apart: ` · UCSF · ana@example.org`. */
function aboutWords(fields: ImportedPerson['fields'] | Contact | undefined): string {
  const way = fields?.emails?.[0] ?? fields?.phones?.[0]
  return [fields?.institution, way].flatMap(words => (words ? ` · ${words}` : [])).join('')
}

/** One sentence for all of them: hundreds of notes may come in. */
function warnOfNotes(ctx: Context, { people }: Imported): void {
  const db = ctx.store.read()
  const looking = { off: rulesOff(db), isOnFile: colleaguesOf(db) }
  const notes = people.filter(
    ({ fields }) => fields.note && patientWarnings(fields.note, looking).length,
  )
  if (!notes.length) return
  const lines = listed(notes.slice(0, 5).map(({ line }) => String(line)))
  ctx.note(
    `${counted(notes.length, 'note')} may identify a patient (line ${lines}): netmed lint --all`,
  )
}

/** A JSON file of another program is not damaged, only not ours. */
function refuseForeignJson(name: string, text: string): void {
  if (text.includes('"schemaVersion"') && text.trimStart().startsWith('{')) return
  throw new Failure(
    'not-understood',
    `${name} is JSON, but not a netmed file.`,
    'From other programs netmed reads vCard, CSV, friends.md and .ics. Export one of those there.',
  )
}

async function joinFile(
  ctx: Context,
  file: string,
  text: string,
  isDryRun: boolean,
): Promise<void> {
  refuseForeignJson(beginningWith(file), text)
  const other = ctx.foreign(nameOf(file), text)
  const copy = structuredClone(ctx.read())
  const tried = await ctx.working('Comparing', joining(copy, other))
  const shown = ctx.told(copy)
  const there = new Set(LISTS.flatMap(list => shown[list].map(({ id }) => id)))
  // Of the same records in the same order, as if nothing private were here.
  const seen = ctx.options.json ? finished(joining(copyOf(ctx.asked()), other)) : tried
  const told = tried.flatMap((record, index) =>
    there.has(record.id) ? [{ ...record, status: seen[index]?.status ?? record.status }] : [],
  )
  const count = (status: string) => told.filter(record => record.status === status).length
  const counts = { new: count('new'), changed: count('changed'), same: count('same') }
  const asked = {
    about: `This joins ${counted(counts.new, 'new record')} and ${counts.changed} changed.`,
    question: 'Join them?',
  }
  const isAny = tried.some(record => record.status !== 'same')
  const isDone = !isDryRun && isAny && (await ctx.confirm(asked))
  if (isDone) await ctx.store.update(db => joinDatabase(db, other).length)
  const source = { file: nameOf(file), kind: 'netmed' }
  const summary = { ...source, dryRun: isDryRun, done: isDone, ...counts }
  ctx.changed({ import: summary, records: told }, renderJoined)
}
