import { describe, expect, it } from 'vitest'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type FollowUp,
  type Interaction,
} from '../../../src/domain/data/model.ts'
import {
  loopsToSettle,
  recordSent,
  refuseSecondNudge,
  type SentMail,
  sentAlike,
  settleableByMail,
} from '../../../src/domain/mail/mail.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

type Loop = Partial<FollowUp> & Pick<FollowUp, 'kind'>

/** Dr. Hoff (#1) with these loops, from #10 on; Omar (#2) is waited for, and has agreed to something. */
function net(...loops: Loop[]): Database {
  return database({
    contacts: [
      { id: 1, name: 'Lena Hoff', role: 'attending' },
      { id: 2, name: 'Omar Aziz', role: 'peer' },
    ],
    followUps: [
      { id: 5, kind: 'reply', contact: 2, what: 'the chat', due: '2026-11-25' },
      { id: 6, kind: 'ask', contact: 2, what: 'the slides', due: '2026-11-28' },
      ...loops.map((loop, index) => ({ id: 10 + index, contact: 1, what: 'the letter', ...loop })),
    ],
  })
}

const nudge = { template: 'nudge', opens: 'reply' } as const
const request = { template: 'panel', subject: 'The panel', opens: 'reply' } as const

/** Kind and stage of what a mail to Dr. Hoff opened or moved on, and the numbers that it settled. */
function sent(db: Database, mail: Omit<SentMail, 'contacts' | 'on'>) {
  const { opened, settled } = changing(db, () =>
    recordSent(db, { contacts: [1], on: TODAY, ...mail }, TODAY),
  )
  return {
    opened: opened.map(({ kind, what, stage, due }) => ({ kind, what, stage, due })),
    settled: settled.map(each => each.id),
  }
}

function lena(db: Database): Contact {
  const [contact] = db.contacts
  if (!contact) throw new Error('Dr. Hoff was expected')
  return contact
}

function toLena(db: Database) {
  return { contact: lena(db), today: TODAY }
}

describe('a mail that was sent', () => {
  it('opens a wait for its answer, as long as the role is given', () => {
    const db = net()
    expect(sent(db, request).opened).toMatchObject([
      { kind: 'reply', what: 'The panel', due: '2026-12-05' },
    ])
    expect(db.followUps.at(-1)?.template).toBe('panel')
  })

  it('opens a wait for its answer also while something else is agreed', () => {
    expect(sent(net({ kind: 'ask' }), request).opened).toMatchObject([
      { kind: 'reply', what: 'The panel', stage: undefined },
    ])
  })

  it('moves the open wait on instead of opening a second', () => {
    const db = net({ kind: 'reply', due: '2026-11-20' })
    expect(sent(db, request).opened).toMatchObject([{ what: 'the letter', due: '2026-12-05' }])
    expect(db.followUps.map(each => each.due)).toEqual(['2026-11-25', '2026-11-28', '2026-12-05'])
    expect(db.followUps.at(-1)).not.toHaveProperty('stage')
  })

  it('opens what else its template opens', () => {
    expect(sent(net(), { opens: 'promise', subject: 'The notes' }).opened).toMatchObject([
      { kind: 'promise', what: 'The notes' },
    ])
  })

  it('settles what was written for, and never what lies with them', () => {
    const db = net({ kind: 'promise' }, { kind: 'reply' }, { kind: 'ask' }, { kind: 'promise' })
    expect(sent(db, { settles: [10, 11, 12] }).settled).toEqual([10])
    expect(db.followUps[2]?.closedBy).toBe(db.interactions[0]?.id)
  })

  it('settles only what was chosen by hand', () => {
    const db = net({ kind: 'thank-you' }, { kind: 'promise' }, { kind: 'promise' })
    expect(sent(db, { settles: [12], settlesOnly: [11] }).settled).toEqual([11])
  })

  it('settles nothing twice', () => {
    const db = net({ kind: 'thank-you' }, { kind: 'promise', closed: 'dropped' })
    expect(sent(db, { settles: [10, 11] }).settled).toEqual([10])
    expect(db.followUps.at(-1)?.closed).toBe('dropped')
  })
})

describe('a nudge', () => {
  it('about what was agreed waits for nothing else', () => {
    const agreed = { kind: 'ask', stage: 'agreed' } as const
    expect(sent(net({ kind: 'promise' }, agreed), nudge).opened).toEqual([])
  })

  it.each<[string, Loop[]]>([
    ['nothing', []],
    ['something else', [{ kind: 'promise' }]],
    ['what was asked and not agreed', [{ kind: 'ask' }]],
    ['what was agreed and came', [{ kind: 'ask', stage: 'agreed', closed: 'done' }]],
    ['what another one agreed to', [{ kind: 'ask', stage: 'agreed', contact: 2 }]],
  ])('beside %s opens a wait of its own, the one reminder', (_, loops) => {
    expect(sent(net(...loops), nudge).opened).toMatchObject([{ kind: 'reply', stage: 'nudged' }])
  })

  it('moves their wait on, and no other, as reminded', () => {
    const db = net({ kind: 'promise' }, { kind: 'reply', due: '2026-11-20' })
    expect(sent(db, nudge).opened).toMatchObject([{ stage: 'nudged', due: '2026-12-05' }])
    expect(db.followUps.map(each => each.stage)).toEqual([
      undefined,
      undefined,
      undefined,
      'nudged',
    ])
  })

  it('is refused a second time, with what to do instead', () => {
    const db = net({ kind: 'promise' }, { kind: 'reply', stage: 'nudged' })
    expect(() => refuseSecondNudge(db, toLena(db), 'nudge')).toThrow(
      expect.objectContaining({
        message: 'Lena Hoff has had one reminder from you already; not answering is fine too.',
        hint: 'To let it go: netmed drop 11. To ask someone else: netmed list',
      }),
    )
  })

  it.each<[string, string, Loop[]]>([
    ['the first time', 'nudge', [{ kind: 'reply' }]],
    ['when the answer came', 'nudge', [{ kind: 'reply', stage: 'nudged', closed: 'done' }]],
    ['when another one was reminded', 'nudge', [{ kind: 'reply', stage: 'nudged', contact: 2 }]],
    [
      'about what was agreed',
      'nudge',
      [
        { kind: 'reply', stage: 'nudged' },
        { kind: 'ask', stage: 'agreed' },
      ],
    ],
    ['when it is another mail', 'panel', [{ kind: 'reply', stage: 'nudged' }]],
  ])('is not refused %s', (_, template, loops) => {
    const db = net(...loops)
    expect(() => refuseSecondNudge(db, toLena(db), template)).not.toThrow()
  })

  it('is refused when what was agreed came, or is of another one', () => {
    const agreed = { kind: 'ask', stage: 'agreed' } as const
    const came = net({ kind: 'reply', stage: 'nudged' }, { ...agreed, closed: 'done' })
    const theirs = net({ kind: 'reply', stage: 'nudged' }, { ...agreed, contact: 2 })
    const asked = net({ kind: 'reply', stage: 'nudged' }, { kind: 'ask' })
    expect(() => refuseSecondNudge(asked, toLena(asked), 'nudge')).toThrow(
      'had one reminder from you already',
    )
    expect(() => refuseSecondNudge(came, toLena(came), 'nudge')).toThrow(
      'had one reminder from you already',
    )
    expect(() => refuseSecondNudge(theirs, toLena(theirs), 'nudge')).toThrow(
      'had one reminder from you already',
    )
  })
})

describe('what a mail may settle', () => {
  it.each<[Loop, boolean]>([
    [{ kind: 'thank-you' }, true],
    [{ kind: 'event' }, true],
    [{ kind: 'promise' }, true],
    [{ kind: 'offer' }, true],
    [{ kind: 'reminder' }, true],
    [{ kind: 'advice' }, false],
    [{ kind: 'advice', outcome: 'it worked' }, true],
    [{ kind: 'resource' }, false],
    [{ kind: 'resource', outcome: 'the axis' }, true],
    [{ kind: 'reply', outcome: 'none' }, false],
    [{ kind: 'ask' }, false],
    [{ kind: 'meeting' }, false],
    [{ kind: 'promise', closed: 'done' }, false],
    [{ kind: 'promise', contact: 2 }, false],
  ])('%o: %s', (loop, may) => {
    expect(settleableByMail(net(loop), 1).length).toBe(may ? 1 : 0)
  })

  it('is named by the numbers of open loops with that person', () => {
    const db = net({ kind: 'promise' }, { kind: 'event' }, { kind: 'event', closed: 'done' })
    expect(loopsToSettle(db, lena(db), [11, 10]).map(each => each.id)).toEqual([11, 10])
    expect(() => loopsToSettle(db, lena(db), [10, 12])).toThrow('#12 is not open with Lena Hoff.')
    expect(() => loopsToSettle(db, lena(db), [6])).toThrow('#6 is not open with Lena Hoff.')
  })
})

describe('an email that is on file already', () => {
  const alike = (mail: Partial<Interaction>, sent: Partial<SentMail> = {}) => {
    const db = emptyDatabase()
    created(db, 'interactions', { kind: 'email', on: TODAY, contacts: [1, 2], ...mail })
    return sentAlike(db, { contacts: [2, 1], on: TODAY, template: 'thanks', ...sent }) !== undefined
  }

  it('is one of mine of that day, to the same people', () => {
    expect(alike({})).toBe(true)
    expect(alike({ by: 'them' })).toBe(false)
    expect(alike({ kind: 'message' })).toBe(false)
    expect(alike({ on: '2026-11-20' })).toBe(false)
    expect(alike({ contacts: [1] })).toBe(false)
    expect(alike({ contacts: [1, 3] })).toBe(false)
  })

  it('is of the same template, where both have one', () => {
    expect(alike({ template: 'thanks' })).toBe(true)
    expect(alike({ template: 'nudge' })).toBe(false)
    expect(alike({ template: 'nudge' }, { template: undefined })).toBe(true)
  })
})
