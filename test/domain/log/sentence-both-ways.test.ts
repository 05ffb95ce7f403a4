import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OCCASIONS } from '../../../src/domain/data/choices.ts'
import type { Event } from '../../../src/domain/data/model.ts'
import { readSentence, sayContact } from '../../../src/domain/log/sentence.ts'
import { knownOf } from '../../../src/domain/log/sentence-parts.ts'
import type { Said } from '../../../src/domain/log/sentence-said.ts'
import { addDays } from '../../../src/domain/words/days.ts'
import { database } from '../../support/database.ts'

// Saturday 21 November 2026.
const today = '2026-11-21'

const NAMES = [
  ...['Priya Nair', 'Ana Silva', 'Ana Costa', 'Dr. Lena Hoff', 'Dr. Anil Rao', 'Rao Lin'],
  // Words of a sentence, and days and months.
  ...[
    'May Walker',
    'Will Call',
    'Mark Lunch',
    'Fri Olsen',
    'April Day',
    'June Hall',
    'With A. Coffee',
  ],
  ...['Sat Singh', 'Dr. Will Coffey', 'Will', 'May', 'Sun Li', 'Jan About', 'On Lee', 'At Wood'],
  // Particles, initials, apostrophes, hyphens, one letter, other letters.
  ...[
    'Ludwig van der Berg',
    "Dr. James O'Neill",
    'J. R. Park',
    'Li',
    'Jo',
    'J',
    'María de la Cruz',
  ],
  ...[
    'Anne-Marie Dupont',
    'Noon Khan',
    'Today Okafor',
    '李 明',
    'Dr. 3M Gold',
    'Zoom Ali',
    'The Rock',
  ],
]
const NICKNAMES = [undefined, 'Ana', 'Coffee', 'Bo', 'May', 'Will', 'the boss', 'lunch', 'Doc']

const EVENTS: Event[] = [
  ['ACC Meeting', '2026-11-18', '2026-11-20'],
  ['Lunch and Learn', '2026-11-12', undefined],
  ['Ana Day', '2026-10-02', '2026-10-04'],
].map(([name = '', on = '', until], index) => ({
  id: 900 + index,
  uid: `event${index}`.padEnd(16, 'e'),
  createdAt: '2026-01-01T12:00:00.000Z',
  name,
  kind: 'conference',
  on,
  ...(until && { until }),
}))

const WORDS = fc.constantFrom(
  ...[
    'with',
    'and',
    'about',
    'ana',
    'may',
    'lunch',
    'fri',
    'her',
    'the',
    'match',
    'at',
    'on',
    '12',
  ],
  ...[
    'priya:',
    'coffee,',
    'x; y',
    '3/11',
    '--detail',
    '-',
    '(so)',
    '"well"',
    "it's",
    'café',
    're',
    ':',
  ],
  ...['i', "she'll", 'talked about', '20 nov', '@', 'a&b', '?', '<a@example.org>', '\\', '#3', '✓'],
)
const texts = fc.array(WORDS, { minLength: 1, maxLength: 6 }).map(words => words.join(' '))

const people = fc
  .uniqueArray(
    fc.record({ name: fc.constantFrom(...NAMES), nickname: fc.constantFrom(...NICKNAMES) }),
    { minLength: 1, maxLength: 12, selector: each => each.name },
  )
  .map(given => given.map(({ name, nickname }) => (nickname ? { name, nickname } : { name })))

const contacts = fc.record(
  {
    who: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...OCCASIONS),
    by: fc.constantFrom('me' as const, 'them' as const),
    daysAgo: fc.nat({ max: 500 }),
    place: texts,
    event: fc.constantFrom(...EVENTS),
    detail: texts,
  },
  { requiredKeys: ['who', 'kind', 'daysAgo'] },
)

/** What is compared: that it was me goes without saying. */
function facts({ contacts, kind = 'met', by = 'me', on, place, event, detail }: Partial<Said>) {
  const who = (contacts ?? []).map(({ id }) => id).sort((a, b) => a - b)
  return { who, kind, by, on, place, event: event?.id, detail }
}

/** What the words of a line say, and its flags. */
function understood(db: ReturnType<typeof database>, words: readonly string[]) {
  const from = words.findIndex(word => word.startsWith('--'))
  const [head, rest] = from < 0 ? [words, []] : [words.slice(0, from), words.slice(from)]
  const known = knownOf(db, today)
  const read = readSentence(known, head)
  const meaning = read.is === 'names' ? known.people(read.args) : undefined
  const named = meaning?.is === 'people' ? meaning.contacts : []
  const said: Partial<Said> =
    read.is === 'read'
      ? read.said
      : { contacts: named, detail: read.is === 'names' ? read.detail : undefined }
  const flags = Object.fromEntries(
    rest.flatMap((word, index) => (index % 2 ? [] : [[word.slice(2), rest[index + 1]]])),
  )
  const event = EVENTS.find(each => String(each.id) === flags.event)
  return facts({ ...said, ...flags, ...(event && { event }) })
}

it('what is said of a contact is read as that contact', () => {
  fc.assert(
    fc.property(people, contacts, (given, { who, daysAgo, ...rest }) => {
      const db = database({ contacts: given, events: EVENTS })
      const meant = [...new Set(who.map(index => db.contacts[index % db.contacts.length]))]
      const said: Said = {
        ...rest,
        contacts: meant.filter(each => each !== undefined),
        fresh: [],
        on: addDays(today, -daysAgo),
      }
      const { words } = sayContact(knownOf(db, today), said)
      expect(understood(db, words), words.join(' ')).toEqual(facts(said))
    }),
    { numRuns: 200 },
  )
})

it.each([
  ['coffee with priya on 2026-11-20 about the match', { kind: 'coffee', detail: 'the match' }],
  ['met with priya on 2026-11-20', {}],
  ['emailed priya on 2026-11-20 about x', { kind: 'email', by: 'me', detail: 'x' }],
  [
    'office hours with priya on 2026-11-20 at bay hall',
    { kind: 'office-hours', place: 'bay hall' },
  ],
  ['priya on 2026-11-20 --kind introduced', { kind: 'introduced' }],
] as const)('%s', (line, said) => {
  const db = database({ contacts: [{ name: 'Priya Nair' }] })
  const whole = { ...said, contacts: db.contacts, fresh: [], on: '2026-11-20' }
  expect(sayContact(knownOf(db, today), whole).words.join(' ')).toBe(line)
})
