import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { type Hit, type SearchOptions, search } from '../../../src/domain/find/search.ts'
import { readTerms } from '../../../src/domain/find/terms.ts'
import { Failure } from '../../../src/failure.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'

function network(): Database {
  return database({
    contacts: [
      { id: 1, name: 'Dr. Lena Hoff', role: 'attending', specialty: 'cardiology' },
      {
        id: 2,
        name: 'José García',
        role: 'peer',
        tags: ['research'],
        phones: ['+1 (415) 555-0100'],
      },
      {
        id: 3,
        name: 'Priya Nair',
        note: '2026-01-05: Two cats.\n2026-10-05: Plays the cello. Ask about the ablation grant!',
        privateNote: 'a quarrel about the grant',
        worries: ['anatomy'],
      },
    ],
    interactions: [
      {
        id: 10,
        kind: 'conference',
        on: '2026-11-18',
        contacts: [1],
        detail: 'the ablation registry',
      },
      {
        id: 11,
        kind: 'coffee',
        on: '2026-09-01',
        contacts: [2, 3],
        note: 'Café near the clinic’s gate',
      },
      { id: 12, kind: 'call', on: '2026-11-01', contacts: [3], note: 'cried', private: true },
    ],
    followUps: [
      { id: 20, kind: 'promise', contact: 1, what: 'Send the abstract', due: '2026-11-30' },
      { id: 21, kind: 'thank-you', contact: 3, what: 'her tears', from: 12, due: '2026-11-02' },
    ],
    events: [
      {
        id: 30,
        uid: 'e'.padStart(16, 'u'),
        createdAt: '2026-01-01T12:00:00.000Z',
        name: 'ACC Meeting',
        kind: 'conference',
        on: '2026-11-18',
        speakers: ['Ada Osei'],
      },
    ],
  })
}

const TEMPLATES = [
  { name: 'panel', text: '---\ntitle: After a panel\n---\nThank you for the registry.' },
]

function hits(
  words: string,
  options: Partial<SearchOptions> = {},
  db: Database = network(),
): Hit[] {
  const terms = readTerms(words.split(' '))
  const how = { today: TODAY, withPrivate: true, templates: TEMPLATES, ...options }
  return search(db, terms, how).hits
}

/** `place number` of each hit, best first. */
function found(
  words: string,
  options: Partial<SearchOptions> = {},
  db: Database = network(),
): string[] {
  return hits(words, options, db).map(hit => `${hit.place} ${hit.id ?? hit.name}`)
}

describe('a search finds', () => {
  it.each([
    ['hoff', ['people 1']],
    ['garcia', ['people 2']],
    ['cardio', ['people 1']],
    ['4155550100', ['people 2']],
    ['cello', ['notes 3']],
    ['cafe', ['interactions 11']],
    ['clinics', ['interactions 11']],
    ['abstract', ['follow-ups 20']],
    ['osei', ['events 30']],
    ['thank you panel', ['templates panel']],
    ['anatomy', ['people 3']],
    ['quarrel', ['notes 3']],
  ])('by %s', (words, places) => {
    expect(found(words)).toEqual(places)
  })

  it('what has all of the words, also where one is the name of who was there', () => {
    expect(found('ablation hoff')).toEqual(['interactions 10'])
    expect(found('ablation priya')).toEqual(['notes 3'])
    expect(found('ablation garcia')).toEqual([])
  })

  it('either of two, and leaves out what has another', () => {
    expect(found('abstract or cello')).toEqual(['follow-ups 20', 'notes 3'])
    expect(found('ablation not registry')).toEqual(['notes 3'])
    expect(found('grant not cello')).toEqual(['notes 3'])
  })

  it('what belongs to the people of a term', () => {
    expect(found('ablation role:attending')).toEqual(['interactions 10'])
    expect(found('tag:research')).toEqual(['people 2'])
    expect(found('tag:research', { places: ['interactions'] })).toEqual(['interactions 11'])
  })

  it('only in the places named', () => {
    expect(found('registry')).toEqual(['interactions 10', 'templates panel'])
    expect(found('registry', { places: ['templates'] })).toEqual(['templates panel'])
  })

  it('a phrase, also over a line break', () => {
    const phrase = (words: string) => search(network(), readTerms([words]), { today: TODAY }).total
    expect(phrase('ablation registry')).toBe(1)
    expect(phrase('registry ablation')).toBe(0)
    expect(phrase('Two cats. 2026-10')).toBe(1)
  })
})

it('the best comes first: a name, then a whole word, then the latest', () => {
  const db = network()
  db.contacts.push({ ...db.contacts[0], id: 4, uid: 'x', createdAt: '', name: 'Ada Registry' })
  const { hits } = search(db, readTerms(['registry']), { today: TODAY, templates: TEMPLATES })
  expect(hits.map(hit => hit.name)).toEqual([
    'Ada Registry',
    'conference with Dr. Lena Hoff',
    'panel',
  ])
})

it('what is settled comes after what is open, though it is later', () => {
  const db = network()
  const { followUps } = db
  const [open] = followUps
  if (open) followUps.push({ ...open, id: 23, due: '2026-12-24', closed: 'done' })
  const { hits } = search(db, readTerms(['abstract']), { today: TODAY })
  expect(hits.map(hit => [hit.id, hit.name])).toEqual([
    [20, 'follow-up (promise) · Dr. Lena Hoff'],
    [23, 'follow-up (promise, done) · Dr. Lena Hoff'],
  ])
})

it('an event is found with everything logged there', () => {
  const db = network()
  for (const each of db.interactions) if (each.id === 10) each.event = 30
  const { hits } = search(db, readTerms(['acc', 'meeting']), { today: TODAY })
  expect(hits.map(hit => `${hit.place} ${hit.id}: ${hit.sentence}`)).toEqual([
    'events 30: null',
    'interactions 10: ACC Meeting',
  ])
})

it('between days only what has one counts, of a note the lines of those days', () => {
  const within = { since: '2026-10-01', until: '2026-11-20' }
  expect(found('ablation', within)).toEqual(['interactions 10', 'notes 3'])
  expect(found('cats', within)).toEqual([])
  expect(found('hoff', within)).toEqual([])
  expect(hits('cello', within)[0]).toMatchObject({ day: '2026-10-05' })
})

it('the words are shown in their sentence', () => {
  expect(hits('grant ablation')[0]).toEqual({
    place: 'notes',
    id: 3,
    name: 'Priya Nair',
    nameMatches: [],
    about: null,
    day: '2026-10-05',
    field: 'note',
    sentence: 'Ask about the ablation grant!',
    matches: [
      [14, 22],
      [23, 28],
    ],
    command: 'netmed show 3',
  })
})

it('a title ends no sentence, and a long one is cut around the word', () => {
  const db = network()
  const note = `Saw Dr. Hoff there. ${'so on '.repeat(60)}the needle ${'and on '.repeat(60)}`
  db.interactions[0] = {
    ...db.interactions[0],
    id: 10,
    uid: '',
    createdAt: '',
    kind: 'call',
    on: TODAY,
    contacts: [1],
    note,
  }
  const sentence = (word: string) =>
    search(db, readTerms([word]), { today: TODAY }).hits.at(0)?.sentence
  expect(sentence('there')).toBe('Saw Dr. Hoff there.')
  expect(sentence('needle')).toMatch(/^…on so on.* the needle and on.*…$/)
  expect(sentence('needle')?.length).toBeLessThan(210)
})

it('a sentence of two hundred characters stands whole, one more is cut at the end of a word', () => {
  const shown = (note: string) => {
    const db = database({ contacts: [{ id: 1, name: 'Ana', note }] })
    return search(db, readTerms(['needle']), { today: TODAY }).hits[0]?.sentence
  }
  const whole = `needle ${'haystack '.repeat(21)}hays`
  expect(whole.length).toBe(200)
  expect(shown(whole)).toBe(whole)
  expect(shown(`${whole}t`)).toBe(`needle ${'haystack '.repeat(21).trim()}…`)
})

it('a word up to eighty characters in has all before it shown, one later a cut', () => {
  const shown = (before: string) => {
    const note = `${before} needle ${'and on '.repeat(40)}`
    const db = database({ contacts: [{ id: 1, name: 'Ana', note }] })
    return search(db, readTerms(['needle']), { today: TODAY }).hits[0]?.sentence
  }
  expect(shown(`${'x'.repeat(9)} ${'y'.repeat(69)}`)).toMatch(/^x{9} y{69} needle/)
  expect(shown(`${'x'.repeat(9)} ${'y'.repeat(70)}`)).toMatch(/^…y{70} needle/)
})

it('what is private is not found where the data have it not', () => {
  const db = publicPart(network())
  expect(found('anatomy', {}, db)).toEqual([])
  expect(found('quarrel', {}, db)).toEqual([])
  expect(found('cried', {}, db)).toEqual([])
  expect(found('tears', {}, db)).toEqual([])
  expect(found('call', {}, db)).toEqual([])
  expect(found('not zebra', { places: ['interactions', 'follow-ups'] }, db)).toEqual([
    'follow-ups 20',
    'interactions 10',
    'interactions 11',
  ])
})

it('only as many are put into words as are asked for, and all are counted', () => {
  const terms = readTerms(['not', 'zebra'])
  const { hits, total } = search(network(), terms, { today: TODAY, limit: 1 })
  expect([hits.length, total]).toEqual([1, 3])
})

it('no words whatever end in anything but an answer or a refusal', () => {
  const db = network()
  const piece = fc.oneof(
    fc.constantFrom(
      'and',
      'or',
      'not',
      '(',
      ')',
      '"',
      'role:peer',
      'a',
      '.*',
      '[',
      '\\',
      '+',
      '明',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), args => {
      try {
        search(db, readTerms(args), { today: TODAY, templates: TEMPLATES })
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'usage') throw error
      }
    }),
    { numRuns: 400 },
  )
})

describe('a hit', () => {
  const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }
  const stamped = database({
    contacts: [
      { id: 1, name: 'Lena Hoff', specialty: 'sepsis', role: 'senior-student', stage: 'MS4' },
      { id: 2, name: 'Pat Sepsis', prospect: true, archived: true },
      { id: 3, name: 'Bo Ek', note: 'sepsis' },
    ],
    interactions: [
      { id: 10, kind: 'grand-rounds', on: '2026-11-01', contacts: [1, 3], detail: 'sepsis' },
      { id: 11, kind: 'coffee', on: '2026-11-02', contacts: [], detail: 'sepsis' },
    ],
    followUps: [
      { id: 20, kind: 'thank-you', contact: 1, what: 'sepsis' },
      { id: 21, kind: 'promise', what: 'sepsis', closed: 'done' },
      { id: 22, kind: 'promise', contact: 3, what: 'sepsis', closed: 'dropped' },
    ],
    questions: [
      { ...STAMP, id: 30, text: 'sepsis?' },
      { ...STAMP, id: 31, text: 'sepsis?', contact: 1 },
    ],
    events: [{ ...STAMP, id: 40, name: 'Sepsis day', kind: 'panel', on: '2026-11-03' }],
  })
  const templates = [
    { name: 'sepsis mail', text: 'x' },
    { name: 'other', text: 'About sepsis.' },
  ]
  const { hits } = search(stamped, readTerms(['sepsis']), { today: TODAY, templates })
  const hit = (place: string, id: number | null) =>
    hits.filter(each => each.place === place && each.id === id)

  it.each([
    ['people', 1, 'Lena Hoff', 'senior student, MS4, sepsis'],
    ['people', 2, 'Pat Sepsis', 'to write to · archived'],
    ['notes', 3, 'Bo Ek', null],
    ['interactions', 10, 'grand rounds with Lena Hoff and Bo Ek', null],
    ['interactions', 11, 'coffee', null],
    ['follow-ups', 20, 'follow-up (thank you) · Lena Hoff', null],
    ['follow-ups', 21, 'follow-up (promise, done)', null],
    ['follow-ups', 22, 'follow-up (promise, let go) · Bo Ek', null],
    ['questions', 30, 'question', null],
    ['questions', 31, 'question for Lena Hoff', null],
    ['events', 40, 'Sepsis day', null],
  ])('among %s: #%i is %s', (place, id, name, about) => {
    expect(hit(place, id)).toMatchObject([{ name, about, command: `netmed show ${id}` }])
  })

  it('in a template is shown by its name, as one word', () => {
    expect(hit('templates', null).map(({ name, command }) => [name, command])).toEqual([
      ['sepsis mail', 'netmed template "sepsis mail"'],
      ['other', 'netmed template other'],
    ])
  })

  it('of a name alone has no sentence', () => {
    expect(hit('people', 2)).toMatchObject([{ field: null, sentence: null, matches: [] }])
    expect(hit('people', 2)[0]?.nameMatches).toEqual([[4, 10]])
  })
})

describe('between days', () => {
  const found = (options: Partial<SearchOptions>) => {
    const db = database({
      contacts: [{ id: 1, name: 'Bo Ek', note: 'sepsis\n2026-11-02: sepsis\n2026-11-05: sepsis' }],
      interactions: [
        { id: 10, kind: 'call', on: '2026-11-01', contacts: [1], detail: 'sepsis' },
        { id: 11, kind: 'call', on: '2026-11-03', contacts: [1], detail: 'sepsis' },
      ],
      followUps: [{ id: 20, kind: 'promise', what: 'sepsis' }],
    })
    const { hits } = search(db, readTerms(['sepsis']), { today: TODAY, ...options })
    return hits.map(({ id, day }) => `${id} ${day}`).sort()
  }

  it('the first and the last count', () => {
    expect(found({ since: '2026-11-03' })).toEqual(['1 2026-11-05', '11 2026-11-03'])
    expect(found({ until: '2026-11-01' })).toEqual(['10 2026-11-01'])
    expect(found({ since: '2026-11-01', until: '2026-11-02' })).toEqual([
      '1 2026-11-02',
      '10 2026-11-01',
    ])
    expect(found({ since: '2026-11-06' })).toEqual([])
  })
})

it('of the same weight and day the one noted first comes first, and what has no day last', () => {
  const db = database({
    followUps: [
      { id: 23, kind: 'promise', what: 'sepsis' },
      { id: 22, kind: 'promise', what: 'sepsis' },
      { id: 21, kind: 'promise', what: 'sepsis', due: '2026-11-01' },
      { id: 20, kind: 'promise', what: 'sepsis', due: '2026-11-02' },
    ],
  })
  const { hits } = search(db, readTerms(['sepsis']), { today: TODAY })
  expect(hits.map(({ id }) => id)).toEqual([20, 21, 22, 23])
})
