import { describe, expect, it } from 'vitest'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import { week } from '../../../src/domain/pages/week.ts'
import { database, type GivenFollowUp } from '../../support/database.ts'

const TODAY = '2026-11-21'
const MENTOR = { circles: ['mentor' as const], metOn: '2026-01-01' }

function withLoops(...followUps: GivenFollowUp[]): Database {
  return database({ contacts: [{ id: 1, name: 'Ana Silva' }], followUps })
}

describe('what closed in the week', () => {
  it('is what closed in seven days, today and the first of them too, the latest first', () => {
    const closed = (id: number, closedOn: string): GivenFollowUp => {
      return { id, kind: 'promise', contact: 1, what: `${id}`, closed: 'done', closedOn }
    }
    const db = withLoops(
      closed(2, '2026-11-15'),
      closed(3, TODAY),
      closed(4, '2026-11-14'),
      closed(5, '2026-11-22'),
      closed(6, '2026-11-18'),
      { id: 7, kind: 'promise', contact: 1, what: 'open', due: TODAY },
    )
    expect(week(db, TODAY).closed.map(({ id }) => id)).toEqual([3, 6, 2])
  })
})

describe('the small step', () => {
  const step = (db: Database) => week(db, TODAY).step

  it('is thanks before a first note, before a promise, before whatever is first', () => {
    const today = (kind: GivenFollowUp['kind']): GivenFollowUp => {
      return { kind, contact: 1, what: 'the talk', due: TODAY }
    }
    const all = [today('reminder'), today('promise'), today('event'), today('thank-you')]
    const says = [4, 3, 2, 1].map(count => step(withLoops(...all.slice(0, count))).says)
    expect(says).toEqual([
      'Thank Ana Silva for the talk',
      'Write to Ana Silva: the talk',
      'You promised Ana Silva: the talk',
      'Ana Silva: the talk',
    ])
  })

  it('is nothing of a later day', () => {
    const db = withLoops({ kind: 'thank-you', contact: 1, what: 'the talk', due: '2026-11-22' })
    expect(step(db).says).toBe('Join one group')
  })

  it('is a mentor who fits, else a first mail, else a first step, else an event, else a note', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Dr. Maya Chen', ...MENTOR },
        { id: 2, name: 'Pat Moss', prospect: true, why: 'her registry' },
      ],
    })
    expect(step(db)).toEqual({
      says: 'Write a few lines to Dr. Maya Chen',
      command: 'netmed draft reconnect chen --body',
    })
    db.contacts.splice(0, 1)
    expect(step(db)).toEqual({
      says: 'A first email to Pat Moss',
      command: 'netmed draft research moss',
    })
    db.contacts.splice(0, 1)
    expect(step(db)).toEqual({ says: 'Join one group', command: 'netmed log <who> --kind club' })
    const keys = [
      'group',
      'mentor',
      'study',
      'event',
      'instructor',
      'shadow',
      'research',
      'pairing',
    ]
    db.profile.startTicks = keys
    expect(step(db).says).toBe('Look for one event this month: a talk, a club, a panel')
    db.settings.style = 'small'
    expect(step(db).says).toBe(
      'Look for one event this month: a small one, or a job behind the scenes',
    )
    db.settings['budget.events'] = 0
    expect(step(db)).toEqual({
      says: 'Write down one conversation from this week',
      command: 'netmed log',
    })
  })

  it('is rest in a pause', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Dr. Maya Chen', ...MENTOR }],
      seasons: [
        {
          ...{ id: 2, uid: 's', createdAt: '', name: 'Boards', kind: 'boards', pace: 'pause' },
          ...{ from: '2026-11-01', until: '2026-12-01' },
        },
      ],
    })
    const { step, offers, asked, prospect } = week(db, TODAY)
    expect({ step, offers, asked, prospect }).toEqual({
      ...{ step: { says: 'Rest.', command: null }, offers: [], asked: null, prospect: null },
    })
  })
})

describe('somebody to write to', () => {
  const prospect = (...contacts: Partial<Contact>[]) =>
    week(database({ contacts: contacts.map(each => ({ name: 'Pat Moss', ...each })) }), TODAY)
      .prospect

  it.each<[Partial<Contact>, string]>([
    [{}, 'info-interview'],
    [{ role: 'alumni', why: 'her registry' }, 'alumni'],
    [{ why: 'Her Trial' }, 'research'],
    [{ why: 'sepsis' }, 'info-interview'],
    [{ circles: ['research'] }, 'research'],
  ])('%j is written to with %s', (fields, template) => {
    expect(prospect({ prospect: true, ...fields })?.command).toBe(`netmed draft ${template} moss`)
  })

  it('is the one who stands there longest, but for those who rest or are archived', () => {
    const here = { prospect: true }
    expect(
      prospect({ ...here, archived: true }, { ...here, quiet: 'until-woken' }, {}, here)?.id,
    ).toBe(4)
    expect(prospect({})).toBe(null)
  })

  it('waits for a week with room', () => {
    const db = database({ contacts: [{ name: 'Pat Moss', prospect: true }] })
    db.settings['budget.notes'] = 0
    expect(week(db, TODAY).prospect).toBe(null)
  })
})

describe('a longer rhythm', () => {
  function offers(contacts: Partial<Contact>[], settings: Database['settings'] = {}) {
    const people = contacts.map((each, index) => ({ name: `P${index} Moss${index}`, ...each }))
    return week(database({ contacts: people, settings }), TODAY)
  }

  it('is offered where more is asked for than twice the week has, the shortest three first', () => {
    const every = (days: number) => ({ circles: ['mentor' as const], every: days })
    const { offers: offered, asked } = offers([every(10), every(7), every(7), every(8)])
    expect(asked).toEqual({ aWeek: 4, budget: 1 })
    expect(
      offered.map(({ contact, every, longer, snoozes, command }) => {
        return [contact.id, every, longer, snoozes, command]
      }),
    ).toEqual([
      [2, 7, 14, null, 'netmed edit 2 --every 2w'],
      [3, 7, 14, null, 'netmed edit 3 --every 2w'],
      [4, 8, 16, null, 'netmed edit 4 --every 16d'],
    ])
  })

  it.each<[string, Partial<Contact>[]]>([
    [
      'at twice the week',
      [
        { circles: ['mentor'], every: 7 },
        { circles: ['mentor'], every: 7 },
      ],
    ],
    ['for friends', Array.from({ length: 9 }, () => ({ role: 'peer' as const, every: 7 }))],
    [
      'for those who rest, are archived or only to be written to',
      [
        { circles: ['mentor'], every: 1, quiet: 'until-woken' },
        { circles: ['mentor'], every: 1, archived: true },
        { circles: ['mentor'], every: 1, prospect: true },
      ],
    ],
  ])('is not offered %s', (_, contacts) => {
    expect(offers(contacts)).toMatchObject({ offers: [], asked: null })
  })

  it('is offered for who was put off three times, as the role has it or twice, a year at most', () => {
    const put = (fields: Partial<Contact>) => offers([{ snoozes: 3, ...fields }]).offers
    expect(put({ every: 10 })).toMatchObject([{ every: 10, longer: 20, snoozes: 3 }])
    expect(put({ every: 10, role: 'alumni' })).toMatchObject([{ longer: 180 }])
    expect(put({ every: 200 })).toMatchObject([{ longer: 365 }])
    expect(put({ every: 365 })).toEqual([])
    expect(put({ every: 10, snoozes: 2 })).toEqual([])
    expect(put({})).toEqual([])
    expect(offers([{ every: 10, snoozes: 2 }], { 'snooze.times': 2 }).offers).toHaveLength(1)
  })
})

it('the open ones are those of the next seven days that were said, and what waits stands apart', () => {
  const db = withLoops(
    { id: 2, kind: 'promise', contact: 1, what: 'a', due: '2026-11-28' },
    { id: 3, kind: 'promise', contact: 1, what: 'b', due: '2026-11-29' },
    { id: 4, kind: 'reply', contact: 1, what: 'c', due: '2026-11-25' },
    { id: 5, kind: 'promise', contact: 1, what: 'd' },
  )
  const { open, waiting, from, until } = week(db, TODAY)
  expect([open, waiting].map(loops => loops.map(({ followUp }) => followUp))).toEqual([[2], [4]])
  expect([from, until]).toEqual(['2026-11-16', '2026-11-22'])
})
