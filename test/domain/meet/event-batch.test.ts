import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventFields } from '../../../src/domain/data/events.ts'
import { publicPart } from '../../../src/domain/data/lens.ts'
import { type Contact, created, type Database, type Event } from '../../../src/domain/data/model.ts'
import { logInteraction } from '../../../src/domain/log/interactions.ts'
import {
  batchView,
  enterPeople,
  noteDetail,
  notesFrom,
  type PersonLine,
  peopleEntered,
} from '../../../src/domain/meet/event-batch.ts'
import { addEvent } from '../../../src/domain/meet/events.ts'
import { personLines } from '../../../src/input/event-lines.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

function meeting(
  contacts: Parameters<typeof database>[0]['contacts'] = [],
  fields: Partial<EventFields> = {},
): { db: Database; event: Event } {
  const db = database({ contacts })
  const about = { name: 'ACC Meeting', kind: 'conference' as const, on: '2026-11-18' }
  return { db, event: addEvent(db, { ...about, ...fields }) }
}

function enter(db: Database, event: Event, text: string, { all = false, today = TODAY } = {}) {
  const { people } = personLines(text.split('\n'))
  return changing(db, db => enterPeople(db, event, people, { today, all }))
}

const what = (db: Database) =>
  db.followUps.map(({ kind, contact, what, due }) => `${kind} ${contact} ${what} ${due}`)

it('someone new is added, logged on the last day and due a week after it', () => {
  const { db, event } = meeting([], { until: '2026-11-20' })
  enter(db, event, 'Dr. Lena Hoff; attending; cardiology; the registry; lena@x.org; at:UCSF')
  expect(db.contacts).toMatchObject([
    {
      name: 'Dr. Lena Hoff',
      role: 'attending',
      specialty: 'cardiology',
      emails: ['lena@x.org'],
      institution: 'UCSF',
      met: 'conference',
      metOn: '2026-11-20',
      metAt: 'ACC Meeting',
    },
  ])
  expect(db.interactions).toMatchObject([
    { kind: 'conference', on: '2026-11-20', event: event.id, detail: 'the registry' },
  ])
  expect(what(db)).toEqual([`event ${db.contacts[0]?.id} the registry 2026-11-27`])
})

it('while an event runs, people are entered on today', () => {
  const { db, event } = meeting([], { until: '2026-11-25' })
  enter(db, event, 'Sam Roth')
  expect(db.interactions[0]?.on).toBe(TODAY)
  expect(what(db)).toEqual([`event ${db.contacts[0]?.id} the ACC Meeting 2026-11-28`])
})

it('nobody can be met at an event that has not begun', () => {
  const { db, event } = meeting([], { on: '2026-11-25' })
  expect(() => enter(db, event, 'Sam Roth')).toThrow(
    'ACC Meeting has not started: Wed 25 Nov 2026, in 4 days.',
  )
})

it('who is known already gets no first-week note, unless all get one', () => {
  const seen = { kind: 'coffee' as const, on: '2026-06-01', contacts: [1] }
  const known = () => {
    const db = database({ contacts: [{ name: 'Priya Nair' }], interactions: [seen] })
    return { db, event: addEvent(db, { name: 'ACC', kind: 'conference', on: '2026-11-20' }) }
  }
  const one = known()
  enter(one.db, one.event, 'Priya Nair; her poster')
  expect(what(one.db)).toEqual([])
  const two = known()
  enter(two.db, two.event, 'Priya Nair; her poster', { all: true })
  expect(what(two.db)).toEqual(['event 1 her poster 2026-11-27'])
})

it('a first-week note is opened for all once more is asked for than the first time', () => {
  const db = database({
    contacts: [{ name: 'Priya Nair' }],
    interactions: [{ kind: 'coffee', on: '2026-06-01', contacts: [1] }],
  })
  const event = addEvent(db, { name: 'ACC', kind: 'volunteer', on: '2026-11-20' })
  enter(db, event, 'Priya Nair; her poster')
  enter(db, event, 'Priya Nair; her poster', { all: true })
  enter(db, event, 'Priya Nair; her poster', { all: true })
  expect(what(db)).toEqual(['event 1 her poster 2026-11-27'])
})

it('an event more than two weeks ago opens nothing', () => {
  const { db, event } = meeting([], { on: '2026-11-06' })
  enter(db, event, 'Sam Roth; his match list')
  expect(db.interactions).toHaveLength(1)
  expect(what(db)).toEqual([])
})

it('a note whose week is over is due today', () => {
  const { db, event } = meeting([], { on: '2026-11-10' })
  enter(db, event, 'Sam Roth; his match list')
  expect(db.followUps[0]?.due).toBe(TODAY)
})

it('the team of a rotation is thanked on its last day, known or new, and gets no event note', () => {
  const db = database({
    contacts: [{ name: 'Rosa Diaz', role: 'nurse' }],
    interactions: [{ kind: 'coffee', on: '2026-06-01', contacts: [1] }],
  })
  const event = addEvent(db, {
    name: 'Medicine',
    kind: 'rotation',
    on: '2026-11-16',
    until: '2026-12-11',
  })
  enter(db, event, 'Rosa Diaz; nurse\nDr. Kim Oh; attending; how she rounds')
  expect(what(db)).toEqual([
    'thank-you 1 the Medicine rotation 2026-12-11',
    `thank-you ${db.contacts[1]?.id} how she rounds 2026-12-11`,
  ])
})

it('a mail in the middle of a rotation leaves the thanks for its last day open', () => {
  const { db, event } = meeting([], { kind: 'rotation', on: '2026-11-16', until: '2026-11-27' })
  const { entered } = enter(db, event, 'Dr. Kim Oh; attending')
  const mail = { kind: 'email' as const, contacts: entered.map(each => each.contact.id) }
  expect(logInteraction(db, { ...mail, on: TODAY }, TODAY).settled).toEqual([])
  expect(logInteraction(db, { ...mail, on: '2026-11-27' }, '2026-11-27').settled).toHaveLength(1)
})

it('a day of shadowing together is thanked by the next day and opens no note besides', () => {
  const { db, event } = meeting([], { kind: 'shadowing', on: '2026-11-20', name: 'OR day' })
  enter(db, event, 'Dr. Kim Oh; attending')
  expect(what(db)).toEqual([`thank-you ${db.contacts[0]?.id} the OR day 2026-11-21`])
})

it.each<[string, Partial<Contact>, string]>([
  ['title and degrees', { name: 'Dr. Lena Hoff, MD' }, 'Lena Hoff'],
  ['accents', { name: 'María José Peña' }, 'maria jose pena'],
  ['an address', { name: 'Lena Hoff', emails: ['lena@x.org'] }, 'Lena Hoff-Meyer; LENA@x.org'],
  ['the last name', { name: 'Dr. Lena Hoff' }, 'Hoff; the registry'],
  ['a title and the last name', { name: 'Lena Hoff' }, 'Dr. Hoff'],
  ['a nickname', { name: 'Samuel Roth', nickname: 'Sam' }, 'Sam Roth'],
  ['a number', { name: 'Lena Hoff' }, '#1; the registry'],
  [
    'a word of the name and the same role',
    { name: 'Ana Silva', role: 'resident' },
    'Ana; resident',
  ],
])('somebody on file is met again by %s', (_, contact, line) => {
  const { db, event } = meeting([{ name: '', ...contact }])
  const { entered } = enter(db, event, line)
  expect(entered).toMatchObject([{ contact: { id: 1 }, isNew: false, isLogged: true }])
  expect(db.contacts).toHaveLength(1)
})

it.each<[string, string, string]>([
  ['a beginning of the name', 'Anna Leeds', 'Anna Lee'],
  ['a last name shared', 'Marcus Lee', 'Tom Lee'],
])('%s makes someone new', (_, known, line) => {
  const { db, event } = meeting([{ name: known }])
  enter(db, event, line)
  expect(db.contacts.map(contact => contact.name)).toEqual([known, line])
})

it.each<[string, string, string]>([
  [
    'a first name whose role is another',
    'Ana; attending',
    '"Ana" could be Ana Silva (#1) or someone new; write the number or the full name.',
  ],
  [
    'a title that a classmate has not',
    'Dr. Silva',
    '"Dr. Silva" could be Ana Silva (#1) or someone new; write the number or the full name.',
  ],
  ['a name of two', 'Chen', '"Chen" could be Maya Chen (#2) or Li Chen (#3); write the number.'],
  ['an address of someone else', 'Bo Ek; li@x.org', 'that address belongs to Li Chen (#3).'],
  [
    'an unknown address alone',
    'who@x.org',
    'no one on file has the address who@x.org; start with a name.',
  ],
  ['a number of nobody', '#99', 'There is no #99.'],
])('%s is skipped, never guessed', (_, line, why) => {
  const { db, event } = meeting([
    { name: 'Ana Silva', role: 'peer' },
    { name: 'Maya Chen', emails: ['maya@x.org'] },
    { name: 'Li Chen', emails: ['li@x.org'] },
  ])
  const { skipped } = enter(db, event, `Sam Roth\n${line}`)
  expect(skipped).toEqual([{ number: 2, why }])
  expect(db.interactions).toHaveLength(1)
})

it('a line with the addresses of two people is nobody', () => {
  const { db, event } = meeting([
    { name: 'Ana Silva', emails: ['a@x.org'] },
    { name: 'Li Chen', emails: ['li@x.org'] },
  ])
  const { skipped } = enter(db, event, 'Bo Ek\nAna Silva; a@x.org; li@x.org')
  expect(skipped).toEqual([{ number: 2, why: 'that address belongs to Li Chen (#2).' }])
})

it('when no line is left, nothing is entered and every reason is named', () => {
  const { db, event } = meeting([{ name: 'Maya Chen' }, { name: 'Li Chen' }])
  expect(() => enter(db, event, 'Chen\n#99')).toThrow('No one was entered.')
})

it('a line fills what is not on file and keeps what is', () => {
  const { db, event } = meeting([
    { name: 'Lena Hoff', role: 'fellow', emails: ['a@x.org'], circles: ['research'] },
  ])
  const batch = enter(db, event, 'Lena Hoff; attending; mentor; b@x.org; at:UCSF; every:60d')
  expect(db.contacts[0]).toMatchObject({
    role: 'fellow',
    emails: ['a@x.org', 'b@x.org'],
    circles: ['research', 'mentor'],
    institution: 'UCSF',
    every: 60,
  })
  expect(batch.entered[0]?.kept).toEqual(['role'])
})

it('what you talked about is added later, and the open note speaks of it', () => {
  const { db, event } = meeting()
  enter(db, event, 'Lena Hoff')
  enter(db, event, 'Lena Hoff; the registry')
  enter(db, event, 'Lena Hoff; her lab')
  expect(db.interactions.map(each => each.detail)).toEqual(['the registry; her lab'])
  expect(db.followUps.map(each => each.what)).toEqual(['the registry; her lab'])
})

it('a prospect who was met is a contact now', () => {
  const { db, event } = meeting([{ name: 'Pat Moss', prospect: true }])
  enter(db, event, 'Pat Moss')
  expect(db.contacts[0]?.prospect).toBeUndefined()
})

it('the answer keeps the support circle and private words to the screen', () => {
  const { db, event } = meeting()
  const batch = enter(db, event, 'Lena Hoff; support; mentor; the registry\nAna Silva; her lab')
  const [, interaction] = db.interactions
  if (interaction) interaction.private = true
  const view = batchView(publicPart(db), batch, TODAY)
  expect(view.contacts).toMatchObject([{ circles: ['mentor'], detail: 'the registry' }])
})

it('the open notes of an event are its own, and no other loops of its people', () => {
  const { db, event } = meeting()
  enter(db, event, 'Lena Hoff; the registry\nSam Roth')
  const other = addEvent(db, { name: 'Gala', kind: 'social', on: '2026-11-19' })
  enter(db, other, 'Bo Ek')
  const contact = db.contacts[0]?.id ?? 0
  created(db, 'followUps', { kind: 'promise', what: 'a book', contact, due: TODAY })
  expect(notesFrom(db, event, TODAY).map(loop => loop.contact?.name)).toEqual([
    'Lena Hoff',
    'Sam Roth',
  ])
  expect(notesFrom(db, other, TODAY).map(loop => loop.contact?.name)).toEqual(['Bo Ek'])
})

const NAMES = [
  'Lena Hoff',
  'Dr. Lena Hoff',
  'Hoff',
  'Ana',
  'Ana Silva',
  'Priya',
  '李小龙',
  '#1',
  'ß',
]
const PARTS = [
  ...['attending', 'peer', 'mentor', 'support', 'at:UCSF', 'at:UCLA', 'every:90d', 'every:none'],
  ...['a@x.org', 'b@x.org', 'the registry', 'her lab', 'cardiology', '', 'constructor'],
]
const KINDS = ['conference', 'rotation', 'seminar', 'volunteer', 'shadowing', 'lunch'] as const

it('entering the same lines twice adds nothing twice', () => {
  const line = fc
    .tuple(fc.constantFrom(...NAMES), fc.array(fc.constantFrom(...PARTS), { maxLength: 4 }))
    .map(([name, parts]) => [name, ...parts].join('; '))
  const lines = fc.array(line, { minLength: 1, maxLength: 8 })
  const day = fc.constantFrom('2026-11-05', '2026-11-12', '2026-11-20', TODAY)
  fc.assert(
    fc.property(lines, fc.constantFrom(...KINDS), day, fc.boolean(), (all, kind, on, isAll) => {
      const { db, event } = meeting([{ name: 'Ana Silva', role: 'peer' }], { kind, on })
      const { people } = personLines(all)
      const first = changing(db, db => attempt(db, event, people, isAll))
      const before = structuredClone(db)
      const second = changing(db, db => attempt(db, event, people, isAll))
      expect(db).toEqual(before)
      expect(second?.opened ?? []).toEqual([])
      expect(second?.entered.length).toBe(first?.entered.length)
    }),
    { numRuns: 300 },
  )
})

/** Undefined when no line was left. */
function attempt(db: Database, event: Event, people: PersonLine[], all: boolean) {
  try {
    return enterPeople(db, event, people, { today: TODAY, all })
  } catch {
    return undefined
  }
}

it('a line fills what is not on file, and names what was kept', () => {
  const { db, event } = meeting([
    { id: 1, name: 'Lena Hoff', role: 'faculty', circles: ['mentor'], emails: ['l@x.org'] },
    { id: 2, name: 'Sam Roth', specialty: 'surgery', institution: 'UCSF', every: 30 },
  ])
  enter(db, event, '#1; cardiology; x; mentor; research; L@x.org; b@x.org; at:Mayo; every:60d')
  enter(db, event, '#2; resident; surgery; x; at:ucsf; every:90d')
  expect(db.contacts).toMatchObject([
    {
      ...{ role: 'faculty', specialty: 'cardiology', institution: 'Mayo', every: 60 },
      ...{ circles: ['mentor', 'research'], emails: ['l@x.org', 'b@x.org'] },
    },
    { role: 'resident', specialty: 'surgery', institution: 'UCSF', every: 30 },
  ])
})

it('a line that says the same as the file keeps nothing back, and one that differs names it', () => {
  const { db, event } = meeting([
    { id: 1, name: 'Lena Hoff', specialty: 'cardiology', institution: 'UCSF', every: 30 },
  ])
  const kept = (line: string) => enter(db, event, `#1; ${line}`).entered[0]?.kept
  expect(kept('cardiology; x; at:UCSF; every:30d')).toEqual([])
  expect(kept('x')).toEqual([])
  expect(kept('surgery; x; at:Mayo; every:60d')).toEqual(['institution', 'specialty', 'every'])
  expect(db.contacts[0]).toMatchObject({ specialty: 'cardiology', institution: 'UCSF', every: 30 })
})

it('a name that two or more have is to be told apart by its number, of five', () => {
  const namesakes = (count: number) => Array.from({ length: count }, () => ({ name: 'Wei Li' }))
  const why = (count: number) => {
    const { db, event } = meeting(namesakes(count))
    return enter(db, event, 'Bo Ek\nWei Li').skipped[0]?.why
  }
  expect(why(1)).toBeUndefined()
  expect(why(2)).toBe('"Wei Li" could be Wei Li (#1) or Wei Li (#2); write the number.')
  expect(why(6)).toContain('Wei Li (#4) or Wei Li (#5); write the number.')
})

it('the answer tells of what a day there together has settled', () => {
  const { db, event } = meeting([{ id: 1, name: 'Lena Hoff' }])
  created(db, 'followUps', { kind: 'meeting', contact: 1, what: 'coffee', due: '2026-11-18' })
  expect(enter(db, event, '#1').settled).toMatchObject([{ kind: 'meeting', closed: 'done' }])
})

it('a note that is settled keeps its words when a detail is added later', () => {
  const { db, event } = meeting()
  enter(db, event, 'Sam Roth; the registry')
  const [note] = db.followUps
  Object.assign(note ?? {}, { closed: 'done' })
  changing(db, each => noteDetail(each, note?.from ?? 0, 'running'))
  expect(note?.what).toBe('the registry')
})

it('the thanks for a rotation are opened up to fourteen days after its last day', () => {
  const opened = (until: string) => {
    const { db, event } = meeting([], { kind: 'rotation', on: '2026-10-05', until })
    return enter(db, event, 'Sam Roth').opened.map(each => each.kind)
  }
  expect(opened('2026-11-07')).toEqual(['thank-you'])
  expect(opened('2026-11-06')).toEqual([])
})

it('what a line does not say stays as it is', () => {
  const { db, event } = meeting([{ id: 1, name: 'Lena Hoff' }])
  enter(db, event, '#1')
  expect(db.contacts[0]).toEqual(
    expect.not.objectContaining({ role: undefined, every: undefined, circles: [] }),
  )
  expect(Object.keys(db.contacts[0] ?? {})).toEqual(['id', 'uid', 'createdAt', 'name'])
})

it.each([
  ['of fourteen days ago opens a note', '2026-11-07', 1],
  ['of longer ago opens none', '2026-11-06', 0],
])('an event %s', (_, on, count) => {
  const { db, event } = meeting([], { on })
  expect(enter(db, event, 'Sam Roth').opened).toHaveLength(count)
})

it('a detail that is added later goes into the open note that said it, and into no other', () => {
  const { db, event } = meeting([])
  enter(db, event, 'Sam Roth; surgery; the registry\nLena Hoff; surgery; her poster')
  const [sam] = db.contacts
  const [first] = db.followUps
  created(db, 'followUps', {
    ...{ kind: 'promise', contact: sam?.id ?? 0, what: 'the slides', from: first?.from ?? 0 },
  })
  changing(db, each => noteDetail(each, first?.from ?? 0, 'running'))
  changing(db, each => noteDetail(each, first?.from ?? 0, 'RUNNING'))
  expect(db.interactions.map(each => each.detail)).toEqual(['the registry; running', 'her poster'])
  expect(db.followUps.map(each => each.what)).toEqual([
    'the registry; running',
    'her poster',
    'the slides',
  ])
})

it('who is named by one word of their name may be somebody new', () => {
  const known = [{ id: 1, name: 'Lena Hoff', role: 'peer' as const, institution: 'UCSF' }]
  const refused = (line: string) => {
    const { db, event } = meeting(known)
    return enter(db, event, `Bo Ek\n${line}`).skipped[0]?.why
  }
  expect(refused('Hoff; attending')).toBe(
    '"Hoff" could be Lena Hoff (#1) or someone new; write the number or the full name.',
  )
  expect(refused('Hoff; at:Mayo')).toContain('could be Lena Hoff (#1)')
  expect(refused('Dr. Hoff')).toContain('could be Lena Hoff (#1)')
  expect(refused('Hoff; peer; at:ucsf')).toBe(undefined)
})

it('a note is opened beside one that is settled, and not beside an open one', () => {
  const note = (closed?: 'done') => {
    const { db, event } = meeting([{ id: 1, name: 'Lena Hoff' }])
    created(db, 'followUps', { kind: 'event', contact: 1, what: 'the panel' })
    Object.assign(db.followUps[0] ?? {}, closed && { closed })
    return enter(db, event, '#1').opened.length
  }
  expect([note(), note('done')]).toEqual([0, 1])
})

it('whoever is entered is to be written to by the day of their own open note', () => {
  const { db, event } = meeting([], {})
  enter(db, event, 'Sam Roth\nLena Hoff\nKai Berg')
  const [sam, lena] = db.followUps
  Object.assign(sam ?? {}, { due: '2026-11-23', from: lena?.from })
  Object.assign(db.followUps[2] ?? {}, { closed: 'done' })
  const writeBy = peopleEntered(db, event).map(({ name, writeBy }) => [name, writeBy])
  expect(writeBy).toEqual([
    ['Sam Roth', null],
    ['Lena Hoff', '2026-11-25'],
    ['Kai Berg', null],
  ])
})

it.each([
  [{ name: 'Robert Hoff', nickname: 'Bo' }, 'Bo', 1],
  [{ name: 'Lena Hoff' }, 'Hof', 2],
  [{ name: 'Kai Berg', emails: ['kai@x.org'] }, 'Kai Ek; kai@x.org', 1],
])('with %j on file, %s leaves %i people', (fields, line, count) => {
  const { db, event } = meeting([{ id: 1, ...fields }])
  enter(db, event, line)
  expect(db.contacts).toHaveLength(count)
})

it('two letters in common do not make an address theirs', () => {
  const { db, event } = meeting([{ id: 1, name: 'Al Berg', emails: ['al@x.org'] }])
  expect(enter(db, event, 'Bo Ek\nAl Ek; al@x.org').skipped[0]?.why).toBe(
    'that address belongs to Al Berg (#1).',
  )
})
