import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import { followUpViews, isWith, openLoops } from '../../../src/domain/due/loops.ts'
import { type AnyFollowUp, database, type GivenFollowUp } from '../../support/database.ts'

it.each([
  ['2026-11-29', 'waiting', 'netmed done 2'],
  ['2026-11-28', 'next', 'netmed draft nudge chen'],
  ['2026-11-24', 'next', 'netmed draft nudge chen'],
  ['2026-11-23', 'today', 'netmed draft nudge chen'],
])('what was agreed for %s is %s on 21 November', (due, group, command) => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    followUps: [{ kind: 'ask', contact: 1, what: 'a letter', due }],
  })
  expect(openLoops(db, '2026-11-21')).toMatchObject([{ kind: 'ask', group, command }])
})

it.each([
  ['2026-11-28', '2026-11-21', 'waiting', 'netmed done 3'],
  ['2026-11-23', '2026-11-17', 'today', 'netmed draft nudge chen'],
  ['2026-11-23', '2026-11-21', 'waiting', 'netmed done 3'],
  ['2026-11-20', '2026-11-18', 'today', 'netmed done 3'],
])('reminded of what was agreed for %s on %s it is %s', (due, on, group, command) => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    interactions: [{ kind: 'email', on, contacts: [1], template: 'nudge' }],
    followUps: [{ kind: 'ask', contact: 1, what: 'a letter', due }],
  })
  expect(openLoops(db, '2026-11-21')).toMatchObject([{ kind: 'ask', group, command }])
})

it('advice leads to saying how it turned out', () => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    followUps: [{ kind: 'advice', contact: 1, what: 'one page a day', due: '2026-11-25' }],
  })
  expect(openLoops(db, '2026-11-21')[0]?.command).toBe('netmed done 2 --outcome "…"')
})

const TODAY = '2026-11-21'
type Said = { [K in keyof AnyFollowUp]: AnyFollowUp[K] | undefined } & { kind: string }

const TALK = {
  kind: 'office-hours',
  on: '2026-11-20',
  contacts: [1],
  detail: 'her registry',
} as const

/** The line of this loop with Dr. Maya Chen (#1), Omar Aziz (#2) beside her, after office hours (#3). */
function line(loop: Said) {
  const db = database({
    contacts: [
      { id: 1, name: 'Dr. Maya Chen' },
      { id: 2, name: 'Omar Aziz' },
    ],
    interactions: [{ id: 3, ...TALK, contacts: [1] }],
    // Each case gives the kind and what belongs to it.
    followUps: [{ id: 4, contact: 1, what: 'the notes', ...loop } as GivenFollowUp],
  })
  const [only] = openLoops(db, TODAY)
  if (!only) throw new Error('one loop was expected')
  return only
}

describe('a loop in words', () => {
  it.each<[Said, string, string | null]>([
    [{ kind: 'thank-you' }, 'Thank Dr. Maya Chen for the notes', null],
    [
      { kind: 'thank-you', from: 3 },
      'Thank Dr. Maya Chen for the notes',
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'thank-you', from: 3, what: 'her registry' },
      'Thank Dr. Maya Chen (her registry)',
      'office hours on Fri 20 Nov',
    ],
    [{ kind: 'event', from: 3 }, 'Write to Dr. Maya Chen: the notes', 'office hours on Fri 20 Nov'],
    [{ kind: 'reply' }, 'Dr. Maya Chen, you wrote', 'the notes'],
    [{ kind: 'reply', from: 3 }, 'Dr. Maya Chen, you wrote on Fri 20 Nov', 'the notes'],
    [
      { kind: 'reply', from: 3, stage: 'nudged' },
      'Dr. Maya Chen, you wrote on Fri 20 Nov, reminded once',
      'the notes',
    ],
    [{ kind: 'promise' }, 'You promised Dr. Maya Chen: the notes', null],
    [
      { kind: 'promise', from: 3 },
      'You promised Dr. Maya Chen: the notes',
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'advice', from: 3 },
      "Dr. Maya Chen's advice: the notes",
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'advice', from: 3, outcome: 'it worked' },
      "Dr. Maya Chen's advice: the notes",
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'advice', from: 3, stage: 'tried', outcome: 'it worked' },
      'Tell Dr. Maya Chen how it went: the notes',
      'it worked',
    ],
    [
      { kind: 'advice', from: 3, stage: 'tried' },
      'Tell Dr. Maya Chen how it went: the notes',
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'resource', from: 3 },
      'Dr. Maya Chen suggested: the notes',
      'office hours on Fri 20 Nov',
    ],
    [
      { kind: 'resource', from: 3, outcome: 'how to read it' },
      'Tell Dr. Maya Chen what you learned from it: the notes',
      'how to read it',
    ],
    [{ kind: 'offer', from: 3 }, 'Dr. Maya Chen offered: the notes', 'office hours on Fri 20 Nov'],
    [{ kind: 'ask' }, 'Dr. Maya Chen, asked for: the notes', null],
    [{ kind: 'draft' }, 'Held draft to Dr. Maya Chen: the notes', null],
    [{ kind: 'reminder' }, 'Dr. Maya Chen: the notes', null],
    [{ kind: 'reminder', contact: undefined, from: 3 }, 'the notes', 'office hours on Fri 20 Nov'],
    [{ kind: 'meeting' }, 'Dr. Maya Chen: meeting no day yet', 'the notes'],
    [
      { kind: 'meeting', due: '2026-11-25', at: '15:00', place: 'the park', occasion: 'walk' },
      'Dr. Maya Chen: walk Wed 25 Nov 15:00 at the park',
      'the notes',
    ],
    [
      { kind: 'meeting', others: [2], what: 'info interview', occasion: 'info-interview' },
      'Dr. Maya Chen and Omar Aziz: info interview no day yet',
      null,
    ],
  ])('%j', (loop, what, why) => {
    expect(line(loop)).toMatchObject({ what, why })
  })
})

describe('what to type for a loop', () => {
  it.each<[Said, string]>([
    [{ kind: 'reply', due: '2026-11-25' }, 'netmed heard chen'],
    [{ kind: 'reply', due: '2026-11-21' }, 'netmed draft nudge chen'],
    [{ kind: 'reply', due: '2026-11-21', stage: 'nudged' }, 'netmed done 4'],
    [{ kind: 'meeting', others: [2] }, 'netmed prep chen'],
    [{ kind: 'meeting', occasion: 'walk' }, 'netmed prep chen'],
    [{ kind: 'meeting', due: '2026-11-22' }, 'netmed prep chen'],
    [{ kind: 'meeting', others: [2], due: '2026-11-21' }, 'netmed log chen, aziz --kind meeting'],
    [
      { kind: 'meeting', occasion: 'walk', due: '2026-11-20' },
      'netmed log chen --kind walk --on "20 Nov"',
    ],
    [{ kind: 'thank-you' }, 'netmed draft thanks chen'],
    [{ kind: 'advice' }, 'netmed done 4 --outcome "…"'],
    [{ kind: 'advice', stage: 'tried' }, 'netmed draft advice-update chen'],
    [{ kind: 'resource' }, 'netmed done 4 --outcome "…"'],
    [{ kind: 'resource', outcome: 'much' }, 'netmed draft resource-followup chen'],
    [{ kind: 'promise' }, 'netmed done 4'],
    [{ kind: 'thank-you', contact: undefined }, 'netmed done 4'],
  ])('%j: %s', (loop, command) => {
    expect(line(loop).command).toBe(command)
  })
})

const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }

describe('the email about a talk', () => {
  const email = (kind: 'panel' | 'seminar', speakers: string[] = []) => {
    const db = database({
      contacts: [{ id: 1, name: 'Dr. Maya Chen' }],
      events: [{ ...STAMP, id: 2, name: 'Careers Night', kind, on: '2026-11-20', speakers }],
      interactions: [{ id: 3, kind, on: '2026-11-20', contacts: [1], event: 2 }],
      followUps: [{ id: 4, kind: 'event', contact: 1, what: 'the talk', from: 3 }],
    })
    const [only] = openLoops(db, TODAY)
    return { command: only?.command, ifNoTalk: only?.ifNoTalk }
  }

  it('says what only the user can say, and what fits where there was no talk', () => {
    const ifNoTalk = 'netmed draft event-followup chen'
    expect([email('panel'), email('seminar', ['Dr. Ada Osei'])]).toEqual([
      { command: 'netmed draft panel chen --set talk=yes --set topic="…"', ifNoTalk },
      { command: 'netmed draft speaker-followup chen --set talk=yes', ifNoTalk },
    ])
  })

  it('says nothing of a talk that is on file', () => {
    expect([email('panel', ['Maya Chen']), email('seminar', ['Maya Chen'])]).toEqual([
      { command: 'netmed draft panel chen --set topic="…"', ifNoTalk: null },
      { command: 'netmed draft speaker-followup chen', ifNoTalk: null },
    ])
  })
})

it('a loop as data holds null under every key that it has nothing for', () => {
  expect(line({ kind: 'reminder', contact: undefined })).toEqual({
    followUp: 4,
    kind: 'reminder',
    contact: null,
    others: [],
    what: 'the notes',
    why: null,
    due: null,
    at: null,
    occasion: null,
    daysLeft: null,
    lastContact: null,
    lastKind: null,
    every: null,
    template: null,
    command: 'netmed done 4',
    ifNoTalk: null,
    ifNoAddress: null,
    group: 'later',
    hidden: false,
    fits: true,
  })
})

it('a rhythm as data has its days, the last contact and no follow-up', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Omar Aziz', role: 'peer', every: 7 }],
    interactions: [{ id: 3, kind: 'study-session', on: '2026-11-01', contacts: [1] }],
  })
  expect(openLoops(db, TODAY)).toMatchObject([
    {
      followUp: null,
      kind: 'keep-in-touch',
      what: 'Omar Aziz',
      why: 'study session on Sun 1 Nov; it has been a while',
      due: '2026-11-08',
      daysLeft: -13,
      lastContact: '2026-11-01',
      lastKind: 'study-session',
      every: 7,
      command: 'netmed draft check-in aziz',
      group: 'today',
    },
  ])
})

it('a rhythm with nobody met yet says since when they are known', () => {
  const db = database({ contacts: [{ name: 'Omar Aziz', every: 14, metOn: '2026-11-10' }] })
  expect(openLoops(db, TODAY)[0]).toMatchObject({
    why: 'known since Tue 10 Nov',
    due: '2026-11-24',
  })
})

it('a loop of a private talk is private, and only in the whole', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Omar Aziz' }],
    interactions: [{ id: 3, kind: 'walk', on: '2026-11-20', contacts: [1], private: true }],
    followUps: [
      { id: 4, kind: 'promise', contact: 1, what: 'the notes', due: '2026-11-22', from: 3 },
      { id: 5, kind: 'promise', contact: 1, what: 'the slides', due: '2026-11-23', private: true },
      { id: 6, kind: 'promise', contact: 1, what: 'the poster', due: '2026-11-24' },
    ],
  })
  const secret = (data: typeof db) =>
    openLoops(data, TODAY).map(loop => [loop.followUp, loop.private])
  expect(secret(db)).toEqual([
    [4, true],
    [5, true],
    [6, undefined],
  ])
  expect(openLoops(publicPart(db), TODAY).map(loop => loop.followUp)).toEqual([6])
})

it('follow-ups are told in the order asked for, those that stand in the data', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Omar Aziz' }],
    followUps: [
      { id: 4, kind: 'promise', contact: 1, what: 'the notes', closed: 'dropped' },
      { id: 5, kind: 'offer', contact: 1, what: 'a desk', closed: 'done', outcome: 'taken' },
    ],
  })
  const [notes, desk] = db.followUps
  if (!notes || !desk) throw new Error('two follow-ups were expected')
  const views = followUpViews(db, [desk, { ...desk, id: 9 }, notes], TODAY)
  expect(views.map(({ id, closed, outcome }) => [id, closed, outcome])).toEqual([
    [5, 'done', 'taken'],
    [4, 'dropped', null],
  ])
})

it('a meeting is with each of its people, and with nobody else', () => {
  const loop = line({ kind: 'meeting', others: [2] })
  expect([1, 2, 3].map(id => isWith(loop, id))).toEqual([true, true, false])
})

describe('where a loop stands', () => {
  it.each<[Said, string]>([
    [{ kind: 'promise' }, 'later'],
    [{ kind: 'promise', due: '2026-11-20' }, 'today'],
    [{ kind: 'promise', due: '2026-11-21' }, 'today'],
    [{ kind: 'promise', due: '2026-11-22' }, 'next'],
    [{ kind: 'promise', due: '2026-11-28' }, 'next'],
    [{ kind: 'promise', due: '2026-11-29' }, 'later'],
    [{ kind: 'reply' }, 'waiting'],
    [{ kind: 'reply', due: '2026-11-22' }, 'waiting'],
    [{ kind: 'reply', due: '2026-11-21' }, 'today'],
    [{ kind: 'ask' }, 'waiting'],
    [{ kind: 'ask', due: '2026-11-29' }, 'waiting'],
    [{ kind: 'ask', due: '2026-11-28' }, 'next'],
    [{ kind: 'ask', due: '2026-11-24' }, 'next'],
    [{ kind: 'ask', due: '2026-11-23' }, 'today'],
    [{ kind: 'ask', due: '2026-11-21' }, 'today'],
    [{ kind: 'ask', due: '2026-11-20' }, 'today'],
  ])('%j stands under %s', (loop, group) => {
    expect(line(loop).group).toBe(group)
  })
})

it('loops of one day and kind stand by name without accents, and of one name in the order of noting', () => {
  const due = '2026-11-25'
  const db = database({
    contacts: [
      { id: 1, name: 'Zoë Park' },
      { id: 2, name: 'Ána Silva' },
      { id: 3, name: 'Bo Lee' },
    ],
    followUps: [
      { id: 14, kind: 'promise', contact: 1, what: 'a', due },
      { id: 13, kind: 'promise', contact: 3, what: 'b', due },
      { id: 12, kind: 'promise', contact: 2, what: 'c', due },
      { id: 16, kind: 'promise', contact: 2, what: 'd', due },
      { id: 15, kind: 'promise', contact: 2, what: 'e', due },
      { id: 11, kind: 'reminder', what: 'call the dean', due },
      { id: 10, kind: 'reminder', what: 'Book a room', due },
      { id: 17, kind: 'advice', contact: 1, what: 'f', due },
    ],
  })
  expect(openLoops(db, TODAY).map(loop => loop.followUp)).toEqual([17, 12, 15, 16, 13, 14, 10, 11])
})

it('what they agreed to waits after its last reminder, and is for today on its day', () => {
  const group = (today: string) =>
    openLoops(
      database({
        contacts: [{ id: 1, name: 'Ana Silva' }],
        interactions: [
          { id: 2, kind: 'email', on: '2026-11-24', contacts: [1], template: 'nudge' },
        ],
        followUps: [{ id: 3, kind: 'ask', contact: 1, what: 'the slides', due: '2026-11-25' }],
      }),
      today,
    ).map(loop => loop.group)
  expect(['2026-11-24', '2026-11-25'].map(group)).toEqual([['waiting'], ['today']])
})
