import { describe, expect, it } from 'vitest'
import { OCCASIONS, ROLES } from '../../../src/domain/data/choices.ts'
import { daysFor } from '../../../src/domain/due/opening.ts'
import { isOutgoing, settles } from '../../../src/domain/due/playbook.ts'
import { database } from '../../support/database.ts'

const on = '2026-11-21'
const opening = { on: '2026-11-18', kind: 'conference', event: 9 } as const

describe('of all occasions', () => {
  it('these end a wait for their word, for they can speak for themselves', () => {
    const ending = OCCASIONS.filter(kind => settles('reply', { kind, on }, opening, undefined))
    expect(ending.toSorted()).toEqual([
      ...['call', 'club', 'coffee', 'group-interview', 'info-interview', 'lunch', 'meeting', 'met'],
      ...['office-hours', 'research', 'rotation', 'shadowing', 'social', 'sport', 'study-session'],
      ...['video', 'walk', 'wellness'],
    ])
  })

  it('these end the first-week note', () => {
    const ending = OCCASIONS.filter(kind => settles('event', { kind, on }, opening, undefined))
    expect(ending.toSorted()).toEqual([
      ...['call', 'coffee', 'email', 'info-interview', 'lunch', 'meeting', 'message'],
      ...['office-hours', 'video', 'walk'],
    ])
  })

  it('these are mails, as long as they are mine', () => {
    expect(OCCASIONS.filter(kind => isOutgoing({ kind })).toSorted()).toEqual(['email', 'message'])
    expect(OCCASIONS.filter(kind => isOutgoing({ kind, by: 'them' }))).toEqual([])
  })
})

it('of all roles these are waited for longer', () => {
  const db = database({ contacts: ROLES.map(role => ({ name: role, role })) })
  const days = db.contacts.map(contact => [contact.name, daysFor(db, 'reply', contact)] as const)
  const longer = days.filter(([, wait]) => wait > 7).map(([role]) => role)
  expect(longer.toSorted()).toEqual(['advisor', 'alumni', 'attending', 'faculty', 'fellow'])
})

it('a mail before the last day of a rotation is no thanks to its team, another one is', () => {
  const rotation = { on: '2026-11-01', kind: 'rotation' } as const
  const mail = { kind: 'email', on } as const
  expect(settles('thank-you', mail, rotation, '2026-11-22')).toBe(false)
  expect(settles('thank-you', mail, rotation, on)).toBe(true)
  expect(settles('thank-you', mail, opening, '2026-11-22')).toBe(true)
})

it('nothing is settled by what came before it, and a meeting without a day by anything', () => {
  expect(settles('reply', { kind: 'call', on: '2026-11-17' }, opening, undefined)).toBe(false)
  expect(settles('reply', { kind: 'call', on: '2026-11-18' }, opening, undefined)).toBe(true)
  expect(settles('meeting', { kind: 'email', on }, opening, undefined)).toBe(true)
})
