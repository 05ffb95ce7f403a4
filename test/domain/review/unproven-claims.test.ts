import { describe, expect, it } from 'vitest'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type Interaction,
} from '../../../src/domain/data/model.ts'
import { claimWarnings } from '../../../src/domain/review/unproven-claims.ts'

function network(met?: Partial<Interaction>): { db: Database; hoff: Contact } {
  const db = emptyDatabase()
  const hoff = created(db, 'contacts', { name: 'Dr. Lena Hoff' })
  if (met) {
    created(db, 'interactions', { kind: 'coffee', on: '2026-11-18', contacts: [hoff.id], ...met })
  }
  return { db, hoff }
}

function claimed(text: string, met?: Partial<Interaction>): string[] {
  const { db, hoff } = network(met)
  return claimWarnings(db, hoff, text).map(({ message }) => message)
}

const TALK = 'no talk by Dr. Lena Hoff is on file. If it was so: netmed log 1 --kind lecture'
const MAIL =
  'no email from you to Dr. Lena Hoff is on file. If it was so: netmed log 1 --kind email'
const MET = 'no meeting with Dr. Lena Hoff is on file. If it was so: netmed log 1'
const ADVICE = 'no advice from Dr. Lena Hoff is on file. If it was so: netmed log 1 --advice "…"'
const RESOURCE =
  'nothing that Dr. Lena Hoff suggested is on file. If it was so: netmed log 1 --resource "…"'

describe('what a mail claims and no record shows', () => {
  it.each([
    ['Thank you for your talk on ablation.', `"Thank you for your talk": ${TALK}`],
    ['Thank you for speaking on the panel.', `"Thank you for speaking on the panel": ${TALK}`],
    ['I heard you speak in May.', `"heard you speak": ${TALK}`],
    ['I wrote to you in May.', `"I wrote to you": ${MAIL}`],
    ['I am following up on my note.', `"following up on my note": ${MAIL}`],
    ['It was great to meet you at ACC.', `"It was great to meet you": ${MET}`],
    ['When we spoke you were busy.', `"When we spoke": ${MET}`],
    ['We talked at the picnic.', `"We talked at": ${MET}`],
    ['I took your advice.', `"took your advice": ${ADVICE}`],
    ['You told me to apply.', `"You told me to": ${ADVICE}`],
    ['I read the book you suggested.', `"you suggested": ${RESOURCE}`],
  ])('%s', (text, message) => {
    expect(claimed(text)).toEqual([message])
  })

  it.each([
    'I would love to hear you speak.',
    'I hope we can meet at ACC. It would be great to meet you.',
    'Could I ask for your advice on two programs?',
    'I look forward to your talk next week.',
    'Would Tuesday work for our meeting?',
    'I wrote to Dr. Chen, and she told me that you run the registry.',
    'Thank you for your time.',
  ])('is nothing in: %s', text => {
    expect(claimed(text)).toEqual([])
  })

  it.each([
    ['Thank you for your talk.', { kind: 'lecture' }],
    ['I wrote to you in May.', { kind: 'email' }],
    ['When we spoke you were busy.', { kind: 'coffee' }],
    ['I took your advice.', { detail: 'to choose the mentor first' }],
    ['I read the book you suggested.', { detail: 'a book on sleep' }],
  ] as const)('is nothing either when it is on file: %s', (text, met) => {
    expect(claimed(text, met)).toEqual([])
  })

  it('a talk at an event is on file with its speaker', () => {
    const { db, hoff } = network()
    created(db, 'events', {
      name: 'ACC',
      kind: 'conference',
      on: '2026-11-18',
      speakers: ['Lena Hoff'],
    })
    expect(claimWarnings(db, hoff, 'Thank you for your talk.')).toEqual([])
  })

  it('is named once for each kind, and not when that was turned off', () => {
    const { db, hoff } = network()
    const text = 'When we met I took notes. When we spoke again I took your advice.'
    expect(claimWarnings(db, hoff, text)).toHaveLength(2)
    expect(claimWarnings(db, hoff, text, { off: ['claim'] })).toEqual([])
  })
})
