import { expect, it } from 'vitest'
import { ROLES } from '../../../src/domain/data/choices.ts'
import {
  addQuestions,
  type BankTopic,
  markAsked,
  openQuestions,
  questionBank,
} from '../../../src/domain/meet/questions.ts'
import { changing, database } from '../../support/database.ts'

const chen = () => database({ contacts: [{ name: 'Dr. Maya Chen', role: 'faculty' }] })

it.each(ROLES.filter(role => role !== 'family'))(
  'the bank has six questions or more about the work for %s',
  role => {
    const academic = questionBank(chen(), role).filter(each => !each.career)
    expect(academic.length).toBeGreaterThanOrEqual(6)
  },
)

it('shadowing has its four', () => {
  expect(questionBank(chen(), 'shadowing').map(each => each.text)).toEqual([
    'What do you like most about this work?',
    'What do you like least, and what do you do about it?',
    'What does burnout look like in this field, and what helps?',
    'What should every student understand about it before choosing?',
  ])
})

it('family has no list of questions', () => {
  expect(questionBank(chen(), 'family')).toEqual([])
})

it('every question of the bank is one, stands once in its role, and fits a line', () => {
  const topics: BankTopic[] = [...ROLES, 'shadowing']
  const banks = topics.map(topic => questionBank(chen(), topic).map(each => each.text))
  expect(banks.flat().filter(text => !text.endsWith('?') || text.length > 95)).toEqual([])
  expect(banks.map(texts => new Set(texts).size)).toEqual(banks.map(texts => texts.length))
})

it('questions about the work stand before those about the path, mine before netmed’s', () => {
  const db = chen()
  addQuestions(db, { role: 'nurse', texts: ['Who taught you to teach?'], career: true })
  addQuestions(db, { role: 'nurse', texts: ['What do you check first?'] })
  const bank = questionBank(db, 'nurse')
  expect(bank[0]).toEqual({ text: 'What do you check first?', career: false, id: 3 })
  expect(bank.findIndex(each => each.career)).toBe(7)
  expect(bank[7]).toEqual({ text: 'Who taught you to teach?', career: true, id: 2 })
})

it('the same question for the same person is noted once, until it was asked', () => {
  const db = chen()
  const text = 'How did you choose the control group?'
  const { added } = changing(db, db => addQuestions(db, { contact: 1, texts: [text, text] }))
  expect(added.map(each => each.id)).toEqual([2])
  expect(addQuestions(db, { contact: 1, texts: [text.toUpperCase()] }).known).toEqual(added)
  changing(db, db => markAsked(db, 2, '2026-11-21'))
  expect(addQuestions(db, { contact: 1, texts: [text] }).added).toHaveLength(1)
})

it('what is still to be asked has the questions about the path last', () => {
  const db = chen()
  addQuestions(db, { contact: 1, texts: ['Would you train abroad again?'], career: true })
  addQuestions(db, { contact: 1, texts: ['How did you choose the controls?'] })
  addQuestions(db, { role: 'faculty', texts: ['What do you read?'] })
  expect(openQuestions(db, 1).map(each => each.id)).toEqual([3, 2])
})

it('a question is asked once', () => {
  const db = chen()
  addQuestions(db, { contact: 1, texts: ['How did you choose the controls?'] })
  markAsked(db, 2, '2026-11-21')
  expect(() => markAsked(db, 2, '2026-11-22')).toThrow('#2 was asked on Sat 21 Nov 2026.')
  expect(() => markAsked(db, 1, '2026-11-22')).toThrow('#1 is a person, not a question.')
})
