import { describe, expect, it } from 'vitest'
import type { Circle, Contact, Role, Season } from '../../../src/domain/data/model.ts'
import { openLoops } from '../../../src/domain/due/loops.ts'
import { scaleBack } from '../../../src/domain/due/scale-back.ts'
import {
  addSeason,
  daysAfterSeasons,
  endSeason,
  firstDay,
  kindOfName,
  paceOn,
  seasonsMeant,
  seasonsOn,
  seasonViews,
  type Tie,
  tieOf,
} from '../../../src/domain/due/seasons.ts'
import { addDays, type Day, dayNumber } from '../../../src/domain/words/days.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

const BOARDS: Season = {
  ...{ id: 90, uid: 'boards', createdAt: '', name: 'Step 1', kind: 'boards', pace: 'pause' },
  ...{ from: '2026-11-10', until: '2026-12-18' },
}
const ROTATION: Season = { ...BOARDS, id: 91, uid: 'rotation', name: 'Surgery', kind: 'rotation' }

/** One person with a wait for their word until that day. */
function waiting(person: { role?: Role; circles?: Circle[] }, due: string, season: Season) {
  return database({
    contacts: [{ name: 'Omar Aziz', every: 0, ...person }],
    followUps: [{ kind: 'reply', contact: 1, what: 'the chat', due }],
    seasons: [season],
  })
}

describe('a pause', () => {
  it.each([
    ['hides a nudge', {}, TODAY, BOARDS, true],
    ['leaves a wait that may still be answered', {}, '2026-11-22', BOARDS, false],
    ['never hides it of the support circle', { circles: ['support'] }, TODAY, BOARDS, false],
    ['never hides it of a peer in a rotation', { role: 'peer' }, TODAY, ROTATION, false],
    ['hides it of a resident in a rotation', { role: 'resident' }, TODAY, ROTATION, true],
    ['that is over hides nothing', {}, '2026-12-01', { ...BOARDS, until: '2026-11-20' }, false],
  ] as [string, { role?: Role; circles?: Circle[] }, string, Season, boolean][])(
    '%s',
    (_, person, due, season, hidden) => {
      expect(openLoops(waiting(person, due, season), TODAY)).toMatchObject([{ hidden }])
    },
  )

  it('wins over half pace on its days', () => {
    const half = { ...BOARDS, pace: 'half', from: '2026-11-01', until: '2026-12-31' } as const
    const db = database({ seasons: [half, BOARDS] })
    expect([paceOn(db, '2026-11-09'), paceOn(db, TODAY), paceOn(db, '2027-01-01')]).toEqual([
      'half',
      'pause',
      'normal',
    ])
  })
})

describe('the name of a season', () => {
  it.each([
    ['USMLE Step 1', 'boards'],
    ['COMLEX level 2', 'boards'],
    ['neuro block', 'exams'],
    ['Final exams', 'exams'],
    ['OSCE', 'exams'],
    ['Away elective in Denver', 'rotation'],
    ['Sub-I', 'rotation'],
    ['residency applications', 'application'],
    ['interview season', 'application'],
    ['parental leave', 'leave'],
    ['Spring break', 'leave'],
    ['day off', 'rest'],
  ])('%s tells %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })

  it.each(['hard weeks', 'Boardman', 'the forest', 'stepping back'])('%s tells nothing', name => {
    expect(kindOfName(name)).toBeUndefined()
  })
})

describe('the first day of a season', () => {
  it.each<[string, Day | undefined, Day]>([
    ['1 dec', undefined, '2026-12-01'],
    ['1 nov', undefined, '2027-11-01'],
    ['1 dec', '2026-12-18', '2026-12-01'],
    ['1 nov', '2026-12-18', '2026-11-01'],
    ['1 nov', '2027-08-28', '2026-11-01'],
    ['1 nov', '2027-08-29', '2027-11-01'],
  ])('%s, with %s as its last, is %s', (text, until, first) => {
    expect(firstDay(text, TODAY, until)).toBe(first)
  })
})

describe('a change of seasons', () => {
  it('names what it alters', () => {
    const db = database({ seasons: [{ ...BOARDS }] })
    changing(db, each => addSeason(each, { ...ROTATION, from: TODAY, until: '2026-12-01' }))
    changing(db, each => endSeason(each, BOARDS.id, TODAY))
    expect(db.seasons.map(season => season.until)).toEqual(['2026-11-20', '2026-12-01'])
  })

  it('refuses what is over, and what is no season', () => {
    const db = database({ contacts: [{ name: 'Sam Roth' }], seasons: [{ ...BOARDS }] })
    expect(() => endSeason(db, 90, '2026-12-19')).toThrow('Step 1 was over on Fri 18 Dec 2026.')
    expect(() => endSeason(db, 1, TODAY)).toThrow('#1 is not a season.')
  })

  it('of one name are refused on a day in common, and taken on the next', () => {
    const db = database({ seasons: [BOARDS] })
    const add = (from: string, until: string) =>
      addSeason(db, { name: 'STEP 1', kind: 'boards', from, until })
    const isThere = 'Step 1 (#90) is already there, until Fri 18 Dec 2026.'
    expect(() => add('2026-12-18', '2026-12-30')).toThrow(isThere)
    expect(() => add('2026-11-01', '2026-11-10')).toThrow(isThere)
    expect(add('2026-12-19', '2026-12-30').pace).toBe('pause')
    expect(add('2026-11-01', '2026-11-09').from).toBe('2026-11-01')
  })

  it('that began today or later goes whole when it is ended, and no other one', () => {
    const later = { ...ROTATION, from: TODAY }
    const db = database({ seasons: [{ ...BOARDS }, later, { ...BOARDS, id: 92, name: 'Rest' }] })
    expect(changing(db, each => endSeason(each, 91, TODAY))).toEqual({
      season: later,
      isGone: true,
    })
    expect(db.seasons.map(season => season.id)).toEqual([90, 92])
  })

  it('that ends today can be ended, by yesterday', () => {
    const db = database({ seasons: [{ ...BOARDS, until: TODAY }] })
    expect(endSeason(db, 90, TODAY)).toMatchObject({
      season: { until: '2026-11-20' },
      isGone: false,
    })
  })

  it('are not found by name once they are over, and are on their last day', () => {
    const db = database({ seasons: [BOARDS] })
    const found = (text: string, today: string) => seasonsMeant(db, text, today).length
    expect([found('step', '2026-12-18'), found('step', '2026-12-19')]).toEqual([1, 0])
    expect([found('', '2026-12-18'), found('', '2026-12-19')]).toEqual([1, 0])
    expect(found('#90', '2026-12-19')).toBe(1)
  })

  it('stand in the list with those on first, then those to come, then the past, latest first', () => {
    const days = [
      ['2026-10-01', '2026-10-02'],
      ['2026-12-05', '2026-12-06'],
      ['2026-11-20', TODAY],
      ['2026-09-01', '2026-09-02'],
      ['2026-11-22', '2026-11-23'],
      [TODAY, '2026-12-01'],
      ['2026-11-20', '2026-11-30'],
    ]
    const seasons = days.map(([from = '', until = ''], id) => ({ ...BOARDS, id, from, until }))
    const views = seasonViews(database({ seasons: seasons.toReversed() }), TODAY)
    expect(views.map(({ id, state, days }) => [id, state, days])).toEqual([
      [2, 'on', 2],
      [6, 'on', 11],
      [5, 'on', 11],
      [4, 'coming', 2],
      [1, 'coming', 2],
      [0, 'past', 2],
      [3, 'past', 2],
    ])
  })

  it('finds one by number, name, beginning or part of it, and by being on', () => {
    const db = database({ seasons: [BOARDS, ROTATION] })
    const found = (text: string) => seasonsMeant(db, text, TODAY).map(season => season.id)
    expect(['#90', 'step 1', 'surg', 'ery', '', 'x'].map(found)).toEqual([
      [90],
      [90],
      [91],
      [91],
      [90, 91],
      [],
    ])
  })
})

describe('a word ahead', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Dr. Maya Chen', every: 30, metOn: '2026-11-01' },
      { id: 2, name: 'Priya Nair', circles: ['support'], metOn: '2026-11-01' },
      { id: 3, name: 'Tom Baker', circles: ['study'] },
      { id: 4, name: 'Eva Stein', every: 90, metOn: '2026-11-01' },
      { id: 5, name: 'Ivo Park' },
      { id: 6, name: 'Sam Roth', every: 30, metOn: '2026-11-01', archived: true },
    ],
    followUps: [
      { kind: 'meeting', contact: 5, what: 'coffee', due: '2026-12-01' },
      { kind: 'meeting', contact: 4, what: 'coffee', due: '2026-12-20' },
    ],
    seasons: [BOARDS],
  })
  const names = (season: Season) => scaleBack(db, season, TODAY).contacts.map(({ name }) => name)

  it('helps whose day falls into the season, who meets you in it, and the study circle', () => {
    expect(names(BOARDS)).toEqual(['Dr. Maya Chen', 'Tom Baker', 'Ivo Park'])
  })

  it('goes first to whose day comes first, of one day in the order of adding', () => {
    const near = { every: 30, metOn: '2026-11-01' }
    const people = [
      { id: 1, name: 'Zoe Adams', every: 40, metOn: '2026-11-01' },
      { id: 2, name: 'Bo Ek', ...near },
      { id: 3, name: 'Ana Silva', ...near },
      { id: 4, name: 'Kai Berg', every: 20, metOn: '2026-11-01' },
      { id: 5, name: 'Sam Roth', ...near },
    ]
    const one = database({ contacts: people, seasons: [BOARDS] })
    expect(scaleBack(one, BOARDS, TODAY).contacts.map(({ name }) => name)).toEqual([
      'Kai Berg',
      'Bo Ek',
      'Ana Silva',
      'Sam Roth',
      'Zoe Adams',
    ])
  })

  it('is for whose day is the last of the season, and whose meeting is on its first or last', () => {
    const season = { ...BOARDS, pace: 'half' as const, from: '2026-12-01', until: '2026-12-10' }
    const touched = database({
      contacts: [
        { id: 1, name: 'Ana', every: 10, metOn: '2026-11-30' },
        { id: 2, name: 'Bo', every: 11, metOn: '2026-11-30' },
        { id: 3, name: 'Cy' },
        { id: 4, name: 'Di' },
        { id: 5, name: 'Ed' },
        { id: 6, name: 'Fay' },
        { id: 7, name: 'Gus' },
        { id: 8, name: 'Hal', prospect: true },
      ],
      followUps: [
        { kind: 'meeting', contact: 3, others: [8], what: 'x', due: '2026-12-01' },
        { kind: 'meeting', contact: 4, what: 'x', due: '2026-12-10' },
        { kind: 'meeting', contact: 5, what: 'x', due: '2026-11-30' },
        { kind: 'meeting', contact: 6, what: 'x', due: '2026-12-05', closed: 'done' },
        { kind: 'promise', contact: 7, what: 'x', due: '2026-12-05' },
      ],
      seasons: [season],
    })
    const told = scaleBack(touched, season, TODAY)
    expect(told.contacts.map(({ name }) => name)).toEqual(['Ana', 'Cy', 'Di'])
    expect(told.command).toBe('netmed draft scale-back ana --set until="Thursday, December 10"')
    expect(scaleBack(touched, season, '2026-12-01').command).toBe('netmed draft scale-back ana')
  })

  it('is not needed for a day of rest, at normal pace, nor for what is over', () => {
    expect(names({ ...BOARDS, kind: 'rest' })).toEqual([])
    expect(names({ ...BOARDS, pace: 'normal' })).toEqual([])
    expect(names({ ...BOARDS, until: '2026-11-20' })).toEqual([])
  })
})

it.each<[string, string]>([
  ['boards', 'board boards usmle comlex step1 nbme license licensing'],
  [
    'rotation',
    'rotation rotations clerkship clerkships sub-i subi subinternship elective away ward',
  ],
  ['rotation', 'wards icu'],
  ['application', 'application applications applying eras match interview interviews'],
  ['leave', 'leave vacation holiday holidays break sick parental maternity paternity travel'],
  [
    'exams',
    'exam exams examination final finals midterm midterms shelf osce osces test tests quiz',
  ],
  ['exams', 'block'],
  ['rest', 'rest sabbath recovery'],
])('each word of %s tells it: %s', (kind, words) => {
  const told = words.split(' ').map(word => kindOfName(`My ${word.toUpperCase()} here`))
  expect(told).toEqual(told.map(() => kind))
})

it.each(['day off', 'off day', 'free day', 'Sunday off'])('"%s" is a rest', words => {
  expect(kindOfName(`A ${words}`)).toBe('rest')
})

it.each<[string, string]>([
  ['boards', 'pause'],
  ['exams', 'pause'],
  ['leave', 'pause'],
  ['rest', 'pause'],
  ['application', 'half'],
  ['rotation', 'normal'],
])('%s run at the pace %s unless another is said', (kind, pace) => {
  const days = { name: 'Spring', from: TODAY, until: TODAY }
  const fields = { ...days, kind: kind as Season['kind'] }
  expect(addSeason(database({}), fields).pace).toBe(pace)
  expect(addSeason(database({}), { ...fields, pace: 'half' }).pace).toBe('half')
})

const WITH_TIE: Record<Tie, Pick<Contact, 'role' | 'circles'>> = {
  support: { circles: ['support'] },
  near: { role: 'peer' },
  other: { role: 'faculty' },
}

describe('the days after a slowed season', () => {
  const rotation = { ...ROTATION, from: '2026-11-02', until: '2026-11-30' }
  /** The day that each falls due, given when they were last seen, two of a day. */
  function settled(
    season: Season,
    people: [tie: Tie, every: number, seen: Day][],
    today: Day = season.until,
  ): Day[] {
    const rhythmic = people.map(([tie, every, seen], index) => {
      return {
        contact: { id: index + 1, ...WITH_TIE[tie] },
        every,
        days: [dayNumber(seen), dayNumber(seen)],
      }
    })
    const days = daysAfterSeasons([season], rhythmic, { perDay: 2, today })
    return days.map(day => addDays(season.until, day - dayNumber(season.until)))
  }

  it('have room for those whom it slows beside those whom it does not', () => {
    const peers: [Tie, number, Day][] = [
      ['near', 31, '2026-10-31'],
      ['near', 30, '2026-11-01'],
    ]
    expect(settled(rotation, [...peers, ['other', 10, '2026-11-01']])).toEqual([
      '2026-12-01',
      '2026-12-01',
      '2026-12-10',
    ])
    expect(settled(rotation, [...peers, ['other', 1, '2026-11-01']])).toEqual([
      '2026-12-01',
      '2026-12-01',
      '2026-12-02',
    ])
  })

  it('are taken once by each', () => {
    const peer: [Tie, number, Day] = ['near', 30, '2026-11-01']
    const resident: [Tie, number, Day] = ['other', 1, '2026-11-01']
    expect(settled(rotation, [peer, resident, resident])).toEqual([
      '2026-12-01',
      '2026-12-01',
      '2026-12-02',
    ])
  })

  it('are not taken by who was due on its last day already', () => {
    const people: [Tie, number, Day][] = [
      ['near', 29, '2026-11-01'],
      ['near', 29, '2026-11-01'],
      ['other', 1, '2026-11-01'],
      ['other', 1, '2026-11-01'],
    ]
    expect(settled(rotation, people)).toEqual([
      '2026-11-30',
      '2026-11-30',
      '2026-12-01',
      '2026-12-01',
    ])
  })

  it('are counted without who was seen on its last day', () => {
    expect(
      settled(rotation, [
        ['other', 5, '2026-11-30'],
        ['other', 5, '2026-11-29'],
        ['other', 5, '2026-11-29'],
        ['other', 5, '2026-11-29'],
      ]),
    ).toEqual(['2026-12-05', '2026-12-05', '2026-12-05', '2026-12-06'])
  })

  it('show a day before the season until that is over, and the place after it', () => {
    const early: [Tie, number, Day][] = [['other', 1, '2026-10-01']]
    expect(settled(rotation, early, '2026-11-30')).toEqual(['2026-10-02'])
    expect(settled(rotation, early, '2026-12-01')).toEqual(['2026-12-01'])
  })
})

it('of seasons on one day the one that began first stands first', () => {
  const db = database({
    seasons: [
      { ...BOARDS, id: 93, from: '2026-11-20' },
      { ...BOARDS, id: 92, from: '2026-11-21', until: '2026-11-21' },
      { ...BOARDS, id: 91, from: '2026-11-20' },
      { ...BOARDS, id: 94, from: '2026-11-22' },
      { ...BOARDS, id: 95, from: '2026-11-01', until: '2026-11-20' },
    ],
  })
  expect(seasonsOn(db, TODAY).map(season => season.id)).toEqual([91, 93, 92])
})

it.each([
  [{ role: 'peer' }, 'near'],
  [{ role: 'family' }, 'near'],
  [{ role: 'resident' }, 'other'],
  [{}, 'other'],
  [{ role: 'resident', circles: ['study', 'support'] }, 'support'],
  [{ role: 'peer', circles: ['study'] }, 'near'],
] as [{ role?: Role; circles?: Circle[] }, Tie][])('%j is so near as %s', (person, tie) => {
  expect(tieOf({ ...{ id: 1, uid: '', createdAt: '', name: 'Ana' }, ...person })).toBe(tie)
})
