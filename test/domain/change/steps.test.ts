import { describe, expect, it } from 'vitest'
import { stepBack, stepForward } from '../../../src/domain/change/steps.ts'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { database } from '../../support/database.ts'

const MOMENTS = { today: '2026-11-21', now: '2026-11-21T23:00:00.000Z' }
const AT = '2026-11-21T22:56:00.000Z'

/** The words for the command that led from `without` to `with` and is taken back. */
function takenBack(without: Database, withIt: Database, at = AT) {
  return stepBack({ command: 'edit', at, before: withIt, after: without }, MOMENTS)
}

const ANA = { id: 1, name: 'Dr. Ana Silva' }
const OMAR = { id: 2, name: 'Omar Aziz' }
const COFFEE = { id: 3, kind: 'office-hours' as const, on: '2026-11-20', contacts: [1, 2] }
const THANKS = { id: 4, kind: 'thank-you', contact: 1, what: 'the coffee', from: 3 } as const
const SLIDES = { id: 5, kind: 'reminder', contact: 2, what: 'the slides' } as const

describe('what a step was about', () => {
  it.each<[string, Database, Database, string | null]>([
    [
      'a log is about the contact, whoever is new in it and whatever it opened',
      database({}),
      database({ contacts: [ANA, OMAR], interactions: [COFFEE], followUps: [THANKS] }),
      'office hours with Dr. Ana Silva and Omar Aziz',
    ],
    [
      'a removal is about whom it took along',
      database({ contacts: [ANA, OMAR], interactions: [COFFEE], followUps: [THANKS] }),
      database({ contacts: [OMAR], interactions: [{ ...COFFEE, contacts: [2] }] }),
      'Dr. Ana Silva',
    ],
    [
      'a change of a loop is about that, also where its person changed',
      database({ contacts: [OMAR], followUps: [SLIDES] }),
      database({
        contacts: [{ ...OMAR, role: 'peer' }],
        followUps: [{ ...SLIDES, due: '2026-12-01' }],
      }),
      'Omar Aziz: the slides',
    ],
    [
      'a reminder of its own is about what to do',
      database({ contacts: [OMAR], followUps: [SLIDES] }),
      database({
        contacts: [OMAR],
        followUps: [SLIDES, { id: 6, kind: 'reminder', contact: 2, what: 'the poster' }],
      }),
      'Omar Aziz: the poster',
    ],
    [
      'an interaction without people is its occasion',
      database({}),
      database({ interactions: [{ ...COFFEE, contacts: [] }] }),
      'office hours',
    ],
    ['the profile is about nobody', database({}), database({ profile: { name: 'Zoë' } }), null],
  ])('%s', (_, without, withIt, subject) => {
    expect(takenBack(without, withIt).subject).toBe(subject)
  })

  it('a question is what it asks', () => {
    const stamps = { uid: 'q'.repeat(16), createdAt: AT }
    const withIt = database({ questions: [{ ...stamps, id: 7, text: 'Why surgery?' }] })
    expect(takenBack(database({}), withIt).subject).toBe('Why surgery?')
  })
})

it('a step names what is back, what is gone and what is different, by kind', () => {
  const without = database({ contacts: [ANA, OMAR] })
  const withIt = database({
    contacts: [{ ...ANA, role: 'faculty' }],
    interactions: [{ ...COFFEE, contacts: [1] }],
    followUps: [THANKS],
  })
  expect(takenBack(without, withIt)).toMatchObject({
    command: 'edit',
    ago: '4 minutes ago',
    back: [{ id: 2, kind: 'contact', name: 'Omar Aziz' }],
    gone: [
      { id: 4, kind: 'followUp', name: 'Thank Dr. Ana Silva for the coffee' },
      { id: 3, kind: 'interaction', name: 'office hours with Dr. Ana Silva' },
    ],
    changed: [{ id: 1, kind: 'contact', name: 'Dr. Ana Silva' }],
    fields: [],
  })
})

it('a moment that is not known is not told', () => {
  expect(takenBack(database({}), database({}), '')).toMatchObject({ at: null, ago: null })
})

describe('loops', () => {
  const closed = { ...THANKS, closed: 'done', closedOn: '2026-11-21', closedBy: 3 } as const
  const open = database({ contacts: [ANA, OMAR], followUps: [THANKS, SLIDES] })
  const settled = database({ contacts: [ANA, OMAR], followUps: [closed, SLIDES] })

  it('that the command settled are open again, and no field is told beside', () => {
    const { opened, settled: closedNow, fields } = takenBack(open, settled)
    expect(opened.map(each => each.id)).toEqual([4])
    expect([closedNow, fields]).toEqual([[], []])
  })

  it('are settled again when it comes forward', () => {
    const step = { command: 'done', at: AT, before: open, after: settled }
    const { opened, settled: closedNow } = stepForward(step, MOMENTS)
    expect(closedNow.map(each => each.id)).toEqual([4])
    expect(opened).toEqual([])
  })

  it('that were settled before and after are not told', () => {
    const renamed = database({ contacts: [ANA, OMAR], followUps: [{ ...closed, what: 'lunch' }] })
    const was = database({ contacts: [ANA, OMAR], followUps: [closed] })
    expect(takenBack(renamed, was)).toMatchObject({ opened: [], settled: [] })
  })
})

it('what is private or acts here alone is told of the whole, and not of the public part', () => {
  const secret = { privateNote: 'a hard week', quiet: '2026-12-01' }
  const was = database({ contacts: [{ ...ANA, stage: 'MS3', ...secret }] })
  const is = database({ contacts: [ANA] })
  const told = (withIt: Database, without: Database) =>
    takenBack(without, withIt).fields.map(({ name, now }) => [name, now])
  expect(told(was, is)).toEqual([
    ['stage', ''],
    ['quiet', ''],
    ['privateNote', ''],
  ])
  expect(told(publicPart(was), publicPart(is))).toEqual([['stage', '']])
})
