import { describe, expect, it } from 'vitest'
import type { Contact, Database, Event, Question } from '../../../src/domain/data/model.ts'
import { prepSheet } from '../../../src/domain/meet/prep.ts'
import { type AnyFollowUp, database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }

interface Around {
  person?: Partial<Contact>
  loops?: AnyFollowUp[]
  events?: Partial<Event>[]
  questions?: { [K in keyof Question]?: Question[K] | undefined }[]
  talks?: { on: string; event?: number; with?: number }[]
}

/** The sheet for Dr. Maya Chen (#1), with Omar (#2) beside her. */
function sheet({ person, loops = [], events = [], questions = [], talks = [] }: Around) {
  const db: Database = database({
    contacts: [
      { id: 1, name: 'Dr. Maya Chen', role: 'faculty', ...person },
      { id: 2, name: 'Omar Aziz' },
    ],
    interactions: talks.map(({ on, event, with: who = 1 }, index) => {
      return { id: 10 + index, kind: 'coffee', on, contacts: [who], ...(event && { event }) }
    }),
    followUps: loops.map((loop, index) => {
      return { id: 20 + index, kind: 'resource', contact: 1, what: 'a paper', ...loop }
    }),
    events: events.map((event, index) => {
      const kind = 'panel' as const
      return { ...STAMP, id: 30 + index, name: `Day ${index}`, kind, on: TODAY, ...event }
    }),
    questions: questions.map((each, index) => {
      // A question of my own bank has nobody.
      return { ...STAMP, id: 40 + index, text: `Why ${index}?`, contact: 1, ...each } as Question
    }),
  })
  return prepSheet(db, 1, TODAY)
}

describe('what to read first', () => {
  const read = (around: Around) => sheet(around).read.map(({ text, why }) => `${text} ${why}`)

  it('is what they suggested and is not read yet', () => {
    const loops: AnyFollowUp[] = [
      {},
      { what: 'read', outcome: 'much' },
      { what: 'over', closed: 'done' },
      { what: 'advice', kind: 'advice' },
      { what: 'Omar', contact: 2 },
    ]
    expect(read({ loops })).toEqual(['a paper they suggested it'])
  })

  it('is what their coming events ask for, soonest first, then the latest one with them', () => {
    const speakers = ['Maya Chen']
    const events: Partial<Event>[] = [
      { on: '2026-12-05', speakers, read: ['late'] },
      { on: '2026-12-01', speakers, read: ['soon', 'too'] },
      { on: '2026-11-20', until: TODAY, speakers, read: ['now'] },
      { on: '2026-11-20', speakers, read: ['over'] },
      { on: '2026-12-01', read: ['of others'] },
      { on: '2026-10-01', read: ['been'] },
      { on: '2026-09-01', read: ['before'] },
      { on: '2026-12-09', speakers },
    ]
    const talks = [
      { on: '2026-09-01', event: 36 },
      { on: '2026-10-01', event: 35 },
      { on: '2026-11-01' },
      { on: '2026-11-02', event: 34, with: 2 },
    ]
    expect(read({ events, talks })).toEqual([
      ...['now for Day 2', 'soon for Day 1', 'too for Day 1', 'late for Day 0', 'been for Day 5'],
    ])
  })

  it('is their own page where nothing else is', () => {
    const person = { links: ['https://x.org/chen', 'https://y.org'] }
    expect(read({ person })).toEqual(['https://x.org/chen their own page'])
    expect(read({ person, loops: [{}] })).toEqual(['a paper they suggested it'])
    expect(read({})).toEqual([])
  })
})

describe('the questions', () => {
  const ask = (count: number) => Array.from({ length: count }, () => ({}))

  it.each([
    [0, 'You have no question ready yet; aim for 2 or 3.'],
    [1, 'You have 1 question ready; aim for 2 or 3.'],
    [2, undefined],
    [3, undefined],
    [4, '4 are too many for one conversation; choose 2 or 3.'],
  ])('are few, right or many: %i', (count, words) => {
    expect(sheet({ questions: ask(count) }).advice?.words).toBe(words)
  })

  it('are hers, open ones alone, what is about the career last', () => {
    const questions: Partial<Question>[] = [
      { text: 'career', career: true },
      { text: 'work' },
      { text: 'asked', askedOn: '2026-11-01' },
      { text: 'Omar', contact: 2 },
    ]
    expect(sheet({ questions }).questions.map(({ text, career }) => [text, career])).toEqual([
      ['work', false],
      ['career', true],
    ])
  })

  it('from the bank are four, one of them about the career, and none that she was asked', () => {
    const first = sheet({}).broader
    expect(first.map(({ career }) => career)).toEqual([false, false, false, true])
    const again = sheet({ questions: [{ text: first[0]?.text ?? '', askedOn: '2026-11-01' }] })
    expect(again.broader.map(({ text }) => text)).not.toContain(first[0]?.text)
    const ofOmar = sheet({ questions: [{ text: first[0]?.text ?? '', contact: 2 }] })
    expect(ofOmar.broader.map(({ text }) => text)).toContain(first[0]?.text)
  })

  it('from the bank are others the next time, mine always, and two of the career in an interview', () => {
    const texts = (around: Around) => sheet(around).broader.map(({ text }) => text)
    expect(texts({ talks: [{ on: '2026-11-01' }] })).not.toEqual(texts({}))
    const own = { text: 'Mine?', role: 'faculty' as const, contact: undefined }
    expect(texts({ questions: [own] })[0]).toBe('Mine?')
    const interview: AnyFollowUp = { kind: 'meeting', occasion: 'info-interview' }
    const careers = sheet({ loops: [interview] }).broader.map(({ career }) => career)
    expect(careers).toEqual([false, false, true, true])
  })
})

it('what is mine to do stands apart from what is theirs, and the meeting from both', () => {
  const loops: AnyFollowUp[] = [
    { kind: 'promise' },
    { kind: 'offer' },
    { kind: 'ask' },
    { kind: 'reply' },
    { kind: 'meeting', due: '2026-11-25', at: '15:00', others: [2], minutes: 45 },
  ]
  const { mine, theirs, meeting, minutes } = sheet({ loops })
  expect([...mine, ...theirs].map(({ kind }) => kind).sort()).toEqual([
    ...['ask', 'offer', 'promise', 'reply'],
  ])
  expect(mine.map(({ kind }) => kind)).toEqual(['promise'])
  expect(meeting).toMatchObject({ id: 24, others: [{ id: 2 }], ends: '15:45' })
  expect([minutes, sheet({}).minutes]).toEqual([45, 30])
})

it('of past times the last three stand there, and all are counted', () => {
  const talks = ['2026-11-01', '2026-11-04', '2026-11-02', '2026-11-03'].map(on => ({ on }))
  const { lastTimes, times } = sheet({ talks })
  expect(lastTimes.map(({ on }) => on)).toEqual(['2026-11-04', '2026-11-03', '2026-11-02'])
  expect(times).toBe(4)
})
