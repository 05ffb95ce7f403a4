import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import { created, type Database, emptyDatabase } from '../../../src/domain/data/model.ts'
import type { Slot } from '../../../src/domain/data/templates.ts'
import { eventSaid, refusalOf } from '../../../src/domain/mail/refusals.ts'

const TODAY = '2026-11-21'

function withRuiz(): Database {
  const db = emptyDatabase()
  db.profile = { name: 'Jordan Ellis' }
  created(db, 'contacts', { name: 'Dr. Ana Ruiz', role: 'faculty', nickname: 'Annie' })
  return db
}

function refused(db: Database, name: string, value: string, more: Partial<Slot> = {}) {
  const slot = { name, meaning: 'it', required: true, ...more }
  return refusalOf(publicPart(db), slot, value, { people: db.contacts, today: TODAY })
}

describe('the third person of a mail', () => {
  it.each([
    ['Dr. Ana Ruiz', '"Dr. Ana Ruiz" is who the email is to.'],
    ['ana ruiz', '"ana ruiz" is who the email is to.'],
    [
      'Dr. Ruiz',
      '"Dr. Ruiz" is who the email is to, Dr. Ana Ruiz. Someone else of that name? Give the whole name.',
    ],
    [
      'Annie',
      '"Annie" is who the email is to, Dr. Ana Ruiz. Someone else of that name? Give the whole name.',
    ],
    ['Jordan', '"Jordan" is you. Someone else of that name? Give the whole name.'],
    ['Jordan Ellis', '"Jordan Ellis" is you.'],
    ['her', 'Say more than "her".'],
    ['myself', 'Say more than "myself".'],
  ])('can not be %s', (typed, says) => {
    expect(refused(withRuiz(), 'person', typed)).toBe(says)
  })

  it.each(['Dr. Eva Stein', 'Ana Silva', 'Dr. Carlos Ruiz', 'Jordan Baker', '李明'])(
    'can be %s',
    typed => {
      expect(refused(withRuiz(), 'person', typed)).toBeUndefined()
    },
  )
})

describe('what says nothing yet', () => {
  it.each([
    ['[NAME]', '"[NAME]" was left over from a template.'],
    ['TODO', '"TODO" was left over from a template.'],
    ['…', '"…" says nothing yet.'],
    ['her', 'Say more than "her".'],
    ['it', 'Say more than "it".'],
  ])('is refused: %s', (typed, says) => {
    expect(refused(withRuiz(), 'point', typed, { takes: ['thing'] })).toBe(says)
  })

  it('is no matter of what the profile says, nor of a slot that takes any words', () => {
    expect(refused(withRuiz(), 'school', 'UCSF (place)', { profile: 'school' })).toBeUndefined()
    expect(refused(withRuiz(), 'for', 'it')).toBeUndefined()
  })
})

describe('the event of a mail that comes before it', () => {
  function withEvents(): Database {
    const db = withRuiz()
    created(db, 'events', {
      name: 'ACC Meeting',
      kind: 'conference',
      on: '2026-11-18',
      until: '2026-11-20',
    })
    created(db, 'events', { name: 'AHA', kind: 'conference', on: '2026-11-28' })
    created(db, 'events', { name: 'Match Fair', kind: 'conference', on: '2025-11-20' })
    return db
  }

  it.each([
    ['ACC Meeting', 'The ACC Meeting was yesterday'],
    ['the acc', 'The ACC Meeting was yesterday'],
    ['the ASN on nov 18', 'The ASN on nov 18 was on Wed'],
    ['ASN, 18 nov 2026', 'ASN, 18 nov 2026 was on Wed'],
    ['ASN on sep 22', 'ASN on sep 22 was on 22 Sep'],
  ])('is over: %s', (typed, says) => {
    expect(refused(withEvents(), 'event', typed)).toBe(
      `${says}, and this email comes before an event. Now: netmed draft info-interview 1`,
    )
  })

  it('names the note to someone you have met', () => {
    const db = withEvents()
    created(db, 'interactions', { kind: 'conference', on: '2026-11-18', contacts: [1] })
    expect(refused(db, 'event', 'ACC Meeting')).toContain('Now: netmed draft event-followup 1')
  })

  it.each([
    'AHA',
    'the AHA on Nov 28',
    'ACC on March 12',
    'Match Fair',
    'ASN on friday',
    'ASN on Nov 21',
    'ASN on Sep 21',
    'the ASN',
    'the spring ACC',
  ])('is still to come: %s', typed => {
    expect(refused(withEvents(), 'event', typed)).toBeUndefined()
  })

  it.each([
    ['acc meeting', 'the ACC Meeting'],
    ['ACC Meeting on March 12', 'the ACC Meeting on March 12'],
    ['the ACC Meeting', 'the ACC Meeting'],
    ['AHA', 'AHA'],
    ['ASN Week', 'ASN Week'],
  ])('is called as in any sentence: %s', (typed, said) => {
    expect(eventSaid(publicPart(withEvents()), typed)).toBe(said)
  })
})
