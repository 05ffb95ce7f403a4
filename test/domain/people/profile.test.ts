import { expect, it } from 'vitest'
import { created, emptyDatabase } from '../../../src/domain/data/model.ts'
import {
  addEarlyPeople,
  changeProfile,
  earlyPeople,
  profileAnswer,
} from '../../../src/domain/people/profile.ts'
import { readStage } from '../../../src/domain/words/read-stage.ts'
import { readGraduationYear } from '../../../src/domain/words/read-values.ts'

it.each([
  ['MS2', 'MS2'],
  ['ms2', 'MS2'],
  ['M2', 'MS2'],
  ['m-3', 'MS3'],
  ['MS 4', 'MS4'],
  ['OMS-2', 'OMS2'],
  ['first year', 'MS1'],
  ['Second-year', 'MS2'],
  ['3rd year', 'MS3'],
  ['year 4', 'MS4'],
  ['second-year medical student', 'MS2'],
  ['1st year of medical school', 'MS1'],
  ['pgy1', 'PGY1'],
  ['PGY-3', 'PGY3'],
  ['R2', 'PGY2'],
  ['intern', 'PGY1'],
  ['third year resident', 'PGY3'],
  ['premed', 'pre-med'],
  ['Pre-Medical', 'pre-med'],
  ['undergraduate', 'pre-med'],
  ['MD-PhD, in the lab', 'MD-PhD, in the lab'],
  ['gap year', 'gap year'],
])('the stage %s is kept as %s', (typed, kept) => {
  expect(readStage(typed)).toBe(kept)
})

it.each([
  ['2', '"2" could be a year of school or of residency.'],
  ['3rd', '"3rd" could be a year of school or of residency.'],
  ['MS9', 'netmed doesn\'t know the stage "MS9".'],
  ['MS0', 'netmed doesn\'t know the stage "MS0".'],
  ['PGY12', 'netmed doesn\'t know the stage "PGY12".'],
])('the stage %s is refused', (typed, message) => {
  expect(() => readStage(typed)).toThrow(message)
})

it('a graduation year is typed with all its digits', () => {
  expect(readGraduationYear(' 2028 ')).toBe(2028)
  expect(() => readGraduationYear('28')).toThrow('"28" is not a graduation year.')
  expect(() => readGraduationYear('2208')).toThrow('"2208" is not a graduation year.')
})

it('changing the profile names what is different now', () => {
  const db = emptyDatabase()
  db.profile = { name: 'Jo Park', stage: 'MS2', interests: ['cardiology'] }
  const changes = { name: 'Jo Park', stage: 'MS3', interests: null, area: 'Oakland' }
  expect(changeProfile(db, changes)).toEqual(['stage', 'interests', 'area'])
  expect(db.profile).toEqual({ name: 'Jo Park', stage: 'MS3', area: 'Oakland' })
})

it('the profile has every key, and says which are not known', () => {
  expect(profileAnswer({ name: 'Jo Park', skills: ['chart review'] })).toEqual({
    profile: {
      name: 'Jo Park',
      email: null,
      stage: null,
      school: null,
      graduationYear: null,
      interests: [],
      skills: ['chart review'],
      area: null,
      links: [],
      pitch: null,
      startTicks: [],
    },
    missing: [
      { key: 'email', flag: 'email' },
      { key: 'stage', flag: 'stage' },
      { key: 'school', flag: 'school' },
      { key: 'graduationYear', flag: 'graduation-year' },
      { key: 'interests', flag: 'interest' },
      { key: 'area', flag: 'area' },
      { key: 'links', flag: 'link' },
      { key: 'pitch', flag: 'pitch' },
    ],
  })
})

it('people from before medical school have a role and no rhythm, letter writers neither', () => {
  const db = emptyDatabase()
  addEarlyPeople(db, [
    { name: 'Dr. Ruth Adeyemi', part: 'teacher' },
    { name: 'Sam Ortiz', part: 'letter' },
  ])
  expect(db.contacts).toEqual([
    {
      id: 1,
      uid: '',
      createdAt: '',
      name: 'Dr. Ruth Adeyemi',
      role: 'teacher',
      met: 'pre-med',
      circles: ['pre-med'],
    },
    {
      id: 2,
      uid: '',
      createdAt: '',
      name: 'Sam Ortiz',
      role: 'other',
      met: 'pre-med',
      circles: ['letter-writer', 'pre-med'],
      every: 0,
    },
  ])
})

it('somebody here already is not added a second time', () => {
  const db = emptyDatabase()
  addEarlyPeople(db, [{ name: 'José Muñoz', part: 'employer' }])
  expect(addEarlyPeople(db, [{ name: 'jose munoz', part: 'teacher' }])).toEqual([])
  expect(db.contacts).toHaveLength(1)
})

it('those of before medical school are told, but for the archived', () => {
  const db = emptyDatabase()
  addEarlyPeople(db, [
    { name: 'Mr. Lund', part: 'teacher' },
    { name: 'Ms. Reyes', part: 'letter' },
    { name: 'Ida Holm', part: 'employer' },
  ])
  created(db, 'contacts', { name: 'Dr. Maya Chen', circles: ['mentor'] })
  created(db, 'contacts', { name: 'Omar Aziz' })
  Object.assign(db.contacts[2] ?? {}, { archived: true })
  expect(earlyPeople(db).map(({ name, circles, every }) => [name, circles, every])).toEqual([
    ['Mr. Lund', ['pre-med'], undefined],
    ['Ms. Reyes', ['letter-writer', 'pre-med'], 0],
  ])
})
