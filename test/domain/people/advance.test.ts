import { describe, expect, it } from 'vitest'
import { advanceFrom } from '../../../src/domain/people/advance.ts'
import { nextStage } from '../../../src/domain/people/stages.ts'
import { database } from '../../support/database.ts'

describe('the next stage', () => {
  it.each([
    ['pre-med', 'MS1'],
    ['MS2', 'MS3'],
    ['MS4', 'PGY1'],
    ['ms-2', 'MS3'],
    ['second year', 'MS3'],
    ['OMS1', 'OMS2'],
    ['OMS4', 'PGY1'],
    ['MS5', 'MS6'],
    ['MS6', 'PGY1'],
    ['PGY1', 'PGY2'],
  ])('after %s is %s', (stage, next) => {
    expect(nextStage(stage)).toBe(next)
  })

  it('is not guessed where it is not known', () => {
    expect(() => nextStage('gap year')).toThrow('What comes after gap year is up to you.')
    expect(() => nextStage('PGY9')).toThrow('What comes after PGY9 is up to you.')
    expect(() => nextStage(undefined)).toThrow("netmed doesn't know your stage yet.")
  })
})

describe('a step in my training names', () => {
  const db = database({
    profile: { stage: 'MS3' },
    contacts: [
      { id: 1, name: 'Pre Med', stage: 'pre-med' },
      { id: 2, name: 'First Year', stage: 'MS1', role: 'peer' },
      { id: 3, name: 'Old Classmate', stage: 'MS2', role: 'peer' },
      { id: 4, name: 'Second Year', stage: 'M2', role: 'other' },
      { id: 5, name: 'Ahead Then', stage: 'MS2', role: 'senior-student' },
      { id: 6, name: 'Same Now', stage: 'MS3', role: 'peer' },
      { id: 7, name: 'Put Aside', stage: 'MS1', archived: true },
      { id: 8, name: 'Not Met', stage: 'MS1', prospect: true },
      { id: 9, name: 'No Stage' },
    ],
  })

  it('who is behind me now, nearest first, and who stood where I did', () => {
    const advance = advanceFrom(db, 'MS2')
    expect(advance?.juniors.map(each => each.name)).toEqual([
      'Second Year',
      'First Year',
      'Pre Med',
    ])
    expect(advance?.classmates).toEqual([
      { id: 3, name: 'Old Classmate', stage: 'MS2', handle: 'classmate' },
    ])
  })

  it('nobody when it is no step forward', () => {
    expect(advanceFrom(db, 'MS3')).toBeNull()
    expect(advanceFrom(db, 'PGY1')).toBeNull()
    expect(advanceFrom(db, undefined)).toBeNull()
    expect(advanceFrom(db, 'gap week')).toBeNull()
  })
})
