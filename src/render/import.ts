import type { ImportedPerson, ImportSkipped, LeftOut } from '../domain/data/imported.ts'
import type { Contact } from '../domain/data/model.ts'
import type {
  Candidate,
  ImportCounts,
  ImportEntry,
  ImportReport,
} from '../domain/exchange/importing.ts'
import { quoted } from '../domain/words/quoting.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand, undoLines } from './sentences.ts'
import { columns } from './table.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface Source {
  file: string
  kind: string
}

/** How many lines of each kind are named one by one. */
const SHOWN = 10

/** What an import would do, before it is asked about. */
export function importSummary(source: Source, counts: ImportCounts, report: ImportReport): string {
  const words = [
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.same} the same`,
    `${counts.doubtful} unclear`,
    `${counts.skipped} skipped`,
  ]
  const more = report.interactions ? `, and ${counted(report.interactions, 'interaction')}` : ''
  return [
    visible(`From ${source.file} (${source.kind}): ${listed(words)}${more}.`),
    ...whoWords('new', report.entries, entry => entry.name),
    ...whoWords('changed', report.entries, changeWords),
    ...few(report.entries.filter(isDoubtful).map(doubtWords)),
    ...few(report.skipped.map(skipWords)),
    ...few(report.remarks.map(skipWords)),
    ...leftOutWords(report.leftOut),
  ].join('\n')
}

/** How many people are named in one line. */
const NAMED = 5

/** `  new: Lena Hoff, Omar Aziz and 38 others` */
function whoWords(
  status: ImportEntry['status'],
  entries: readonly ImportEntry[],
  words: (entry: ImportEntry) => string,
): string[] {
  const all = entries.filter(entry => entry.status === status)
  if (!all.length) return []
  const more = all.length - NAMED
  const names = all.slice(0, NAMED).map(words)
  return [visible(`  ${status}: ${listed(more > 0 ? [...names, `${more} more`] : names)}`)]
}

function changeWords({ contact, name, fields }: ImportEntry): string {
  const words = fields.map(field => field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`))
  return `${contact?.name ?? name} (${words.join(', ')})`
}

const isDoubtful = (entry: ImportEntry) => entry.status === 'doubtful'

function doubtWords({ line, name, candidates }: ImportEntry): string {
  const whom = listed(
    candidates.map(one => `${one.name} (${placeWords(one)})`),
    'or',
  )
  return visible(`  line ${line}: ${name} may be ${whom}; left out`)
}

/** `#3`, or `line 7` of somebody who comes with the same file. */
export function placeWords({ id, line }: Candidate): string {
  return line === null ? `#${id}` : `line ${line}`
}

/** `1 Lena Hoff, 2 Omar Aziz`, to be chosen from by number. */
export function numberedNames(entries: readonly ImportEntry[]): string {
  return visible(`  ${entries.map(({ name }, at) => `${at + 1} ${name}`).join(', ')}`)
}

/** What is told apart of people of one name. */
const FACTS = [
  ['institution', 'institution'],
  ['department', 'department'],
  ['role', 'role'],
  ['stage', 'stage'],
  ['emails', 'email'],
  ['phones', 'phone'],
  ['area', 'area'],
  ['birthday', 'birthday'],
] as const

type Facts = Partial<Pick<Contact, (typeof FACTS)[number][0]>>

const MOST_IN_QUESTION = 2

/** What is known of each, side by side; null where it is so little that the question says it. */
export function doubtTable(
  people: readonly { head: string; fields: ImportedPerson['fields'] | Contact | undefined }[],
  width: number,
): string | null {
  const known = FACTS.map(([field, label]): [string, ...string[]] => [
    label,
    ...people.map(({ fields }) => String((fields as Facts | undefined)?.[field] ?? '')),
  ])
  const rows = known.filter(([, ...values]) => values.some(Boolean))
  if (rows.length <= MOST_IN_QUESTION) return null
  return columns([['', ...people.map(({ head }) => head)], ...rows], { width: width || 80 })
}

function skipWords({ line, why }: ImportSkipped): string {
  return visible(`  line ${line}: ${why}`)
}

/** `  Left out: 61 streets, 24 pictures, "Shoe size" (3)` */
function leftOutWords(leftOut: readonly LeftOut[]): string[] {
  if (!leftOut.length) return []
  const words = leftOut
    .slice(0, SHOWN)
    .map(({ what, count }) =>
      /^(?:"|column )/.test(what) ? `${what} (${count})` : `${count} ${what}`,
    )
  const more = leftOut.length - SHOWN
  const rest = more > 0 ? [`${more} more (all with --json)`] : []
  return [visible(`  left out: ${[...words, ...rest].join(', ')}`)]
}

function few(lines: string[]): string[] {
  if (lines.length <= SHOWN) return lines
  return [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more (all with --json)`]
}

interface Imported {
  import: Source & {
    dryRun: boolean
    done: boolean
    interactions: number
  } & ImportCounts
  entries: ImportEntry[]
  skippedLines: ImportSkipped[]
  remarks: ImportSkipped[]
  leftOut: LeftOut[]
  tag: string | null
}

/** What an import did, or would do; the summary again where it was not asked about. */
export function renderImported(answer: Imported, screen: Screen): string {
  const { import: done, entries, skippedLines: skipped, remarks, leftOut, tag } = answer
  if (done.dryRun || !done.done) {
    const { interactions } = done
    const report = { entries, skipped, remarks, leftOut, interactions }
    const summary = importSummary(done, done, report)
    const isSame = done.new + done.changed + done.interactions === 0
    if (isSame) return `${summary}\nNothing to change.`
    const next =
      done.dryRun && done.file !== 'standard input' ? importCommand(done.file) : undefined
    return [summary, 'Nothing was changed.', ...(next ? [nextCommand(next, screen)] : [])].join(
      '\n',
    )
  }
  const parts = [
    done.new ? `added ${counted(done.new, 'person', 'people')}` : '',
    done.changed ? `changed ${done.changed}` : '',
    done.interactions ? `logged ${counted(done.interactions, 'interaction')}` : '',
  ]
  const did = listed(parts.filter(Boolean))
  const calm = done.new ? ' New people have no rhythm yet, so none of them is due.' : ''
  const tagged = tag && quoted(`tag:${tag}`)
  const look = tagged ? `netmed list ${tagged}` : done.new ? 'netmed merge' : 'netmed list'
  return [
    `${did.charAt(0).toUpperCase()}${did.slice(1)}.${calm}`,
    nextCommand(look, screen),
    ...undoLines(screen),
  ].join('\n')
}

/** Without flags that were typed; those of the table of columns are the user's to repeat. */
function importCommand(file: string): string {
  return `netmed import ${quoted(file)}`
}

interface Joined {
  import: Source & { dryRun: boolean; done: boolean; new: number; changed: number; same: number }
}

export function renderJoined({ import: done }: Joined, screen: Screen): string {
  const words = `${done.new} new, ${done.changed} changed, ${done.same} the same`
  const said = visible(
    `From ${done.file} (netmed): ${counted(done.new + done.changed + done.same, 'record')}: ${words}.`,
  )
  if (!done.done)
    return `${said}\n${done.new + done.changed ? 'Nothing was changed.' : 'Nothing to change.'}`
  return [said, ...undoLines(screen)].join('\n')
}
