import { expect, it } from 'vitest'
import type { Interaction } from '../../../src/domain/data/model.ts'
import {
  interactionToDebrief,
  specialtyPage,
  writeDebrief,
} from '../../../src/domain/meet/debrief.ts'
import { Failure } from '../../../src/failure.ts'
import { changing, database } from '../../support/database.ts'

const CHEN = { name: 'Dr. Maya Chen', specialty: 'emergency medicine' }
const HOFF = { name: 'Dr. Lena Hoff', specialty: 'medicine' }
const day = (fields: Partial<Interaction>) => ({
  kind: 'shadowing' as const,
  on: '2026-11-20',
  contacts: [1],
  ...fields,
})

it('the latest shadowing is debriefed, and only without one an interview', () => {
  const db = database({
    contacts: [CHEN, HOFF],
    interactions: [
      day({ id: 3, on: '2026-10-01' }),
      day({ id: 4, on: '2026-11-01' }),
      day({ id: 5, on: '2026-11-20', kind: 'info-interview' }),
      day({ id: 6, kind: 'info-interview', contacts: [2] }),
    ],
  })
  const [chen, hoff] = db.contacts
  expect(chen && interactionToDebrief(db, chen).id).toBe(4)
  expect(hoff && interactionToDebrief(db, hoff).id).toBe(6)
})

it('without either it says how to log one, or that it was planned', () => {
  const db = database({ contacts: [CHEN, HOFF], interactions: [day({ kind: 'coffee' })] })
  const [chen] = db.contacts
  expect(() => chen && interactionToDebrief(db, chen)).toThrow(
    "You haven't logged any shadowing with Dr. Maya Chen yet. A debrief is for after you shadow.",
  )
})

it('a shadowing that is planned with them is named, and no other plan', () => {
  const db = database({
    contacts: [CHEN, HOFF],
    followUps: [
      { id: 11, kind: 'meeting', contact: 2, what: 'x', occasion: 'shadowing', due: '2026-11-20' },
      { id: 12, kind: 'meeting', contact: 1, what: 'x', occasion: 'coffee', due: '2026-11-20' },
      { id: 13, kind: 'meeting', contact: 1, what: 'x', occasion: 'shadowing', closed: 'done' },
    ],
  })
  const hintFor = (index: number) => {
    const contact = db.contacts[index]
    try {
      return contact && interactionToDebrief(db, contact).id
    } catch (error) {
      return error instanceof Failure ? error.hint : error
    }
  }
  expect([hintFor(0), hintFor(1)]).toEqual([
    'netmed log chen --kind shadowing',
    'If it happened: netmed done 11',
  ])
})

it('an answer is kept until it is said anew or taken away', () => {
  const db = database({ contacts: [CHEN], interactions: [day({ id: 2 })] })
  changing(db, db => writeDebrief(db, 2, { likes: 'the mornings', burnout: 'short nights' }))
  changing(db, db => writeDebrief(db, 2, { likes: 'the team', students: undefined, burnout: null }))
  expect(db.interactions[0]?.debrief).toEqual({ likes: 'the team' })
})

it('a debrief without answers is none', () => {
  const db = database({ contacts: [CHEN], interactions: [day({ id: 2, debrief: { likes: 'x' } })] })
  writeDebrief(db, 2, { likes: null })
  expect(db.interactions[0]).not.toHaveProperty('debrief')
})

it('a whole specialty is meant before a part of one', () => {
  const db = database({
    contacts: [CHEN, HOFF],
    interactions: [day({ contacts: [1] }), day({ contacts: [2] })],
  })
  const names = (words: string) => specialtyPage(db, words).debriefs.map(each => each.contact.name)
  expect(names('Medicine')).toEqual(['Dr. Lena Hoff'])
  expect(names('emergency')).toEqual(['Dr. Maya Chen'])
  expect(names('medic')).toEqual(['Dr. Lena Hoff', 'Dr. Maya Chen'])
  expect(() => names('surgery')).toThrow('No one on file has the specialty "surgery".')
})
