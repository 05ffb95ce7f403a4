import type { Imported, ImportedInteraction } from '../domain/data/imported.ts'
import { Failure } from '../failure.ts'
import { readPeopleCsv } from './csv.ts'
import { type CsvTable, csvRows } from './csv-table.ts'
import { friendsPeople, isFriendsFile } from './friends.ts'
import { icsMeetings } from './ics-in.ts'
import { readVcards } from './vcard.ts'

export const IMPORT_FORMATS = ['vcf', 'csv', 'friends', 'json', 'ics'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** What kind of file a text is, by its content. */
export function formatOf(text: string): ImportFormat {
  const start = text.slice(0, 2000).trimStart()
  if (/^begin:vcard/im.test(start)) return 'vcf'
  if (/^begin:vcalendar/im.test(start)) return 'ics'
  if (/^(?:\{|\[\s*[[{"\]])/.test(start)) return 'json'
  return isFriendsFile(text) ? 'friends' : 'csv'
}

/** Fails for a file of bytes, saying what to do with a spreadsheet. */
export function refuseBytes(name: string, text: string): void {
  const start = text.slice(0, 200)
  if (start.startsWith('PK\u0003\u0004')) {
    throw new Failure(
      'not-understood',
      `${name} is a spreadsheet or an archive, not text.`,
      'Save it as CSV (in Excel: File, Save As, CSV UTF-8) and import that.',
    )
  }
  if (!/(?![\t\n\v\f\r])[\u0000-\u001f]/.test(start) || /^\s*begin:v/i.test(start)) return
  throw new Failure(
    'not-understood',
    `${name} is not text.`,
    'netmed import --help names what it reads.',
  )
}

/** Goes through the steps of reading, a share of 1 each. */
type Work = <T>(steps: Generator<number, T>) => Promise<T>

/** What a file of people holds; a table whose columns nobody knows comes back as it is, to be mapped. */
export async function readPeopleFile(
  text: string,
  format: Exclude<ImportFormat, 'json'>,
  { mapping, work }: { mapping?: ReadonlyMap<string, string> | undefined; work: Work },
): Promise<{ imported: Imported; kind: string } | { table: CsvTable }> {
  if (format === 'vcf') return { imported: await work(readVcards(text)), kind: 'vCard' }
  if (format === 'friends') return { imported: friendsPeople(text), kind: 'friends' }
  if (format === 'ics') return { imported: pastMeetings(text), kind: 'calendar' }
  const table = await csvRows(text)
  if (!table.isKnown && !mapping) return { table }
  return { imported: await work(readPeopleCsv(table, mapping)), kind: table.kind }
}

/** Attendees that are known by their address become people of an interaction; nobody is added. */
function pastMeetings(text: string): Imported {
  const { meetings, skipped } = icsMeetings(text)
  const interactions = meetings.map((meeting): ImportedInteraction => {
    const { on, summary, place, attendees, line } = meeting
    return {
      on,
      kind: 'meeting',
      with: attendees.map(attendee => attendee.email),
      ...(summary && { note: summary }),
      ...(place && { place }),
      line,
    }
  })
  return { people: [], interactions, skipped }
}
