import { describe, expect, test } from 'vitest'
import {
  PATIENT_RULE_TABLE,
  PATIENT_RULES,
  patientWarnings,
} from '../../../src/domain/review/patient.ts'
import { BAD_KNOWN, BAD_UNSEEN, HARMLESS_KNOWN, HARMLESS_UNSEEN } from './patient-sentences.ts'

describe('what could identify a patient', () => {
  test.each(BAD_KNOWN)('%s is said of: %s', (rule, text) => {
    expect(patientWarnings(text).map(warning => warning.rule)).toContain(rule)
  })

  test.each(HARMLESS_KNOWN)('nothing is said of: %s', text => {
    expect(patientWarnings(text)).toEqual([])
  })

  test.each(PATIENT_RULES)('%s trips on its example and passes the other one', rule => {
    const { trips, passes } = PATIENT_RULE_TABLE[rule]

    expect(patientWarnings(trips).map(warning => warning.rule)).toContain(rule)
    expect(patientWarnings(passes)).toEqual([])
  })

  test('an abbreviation with a full stop ends no sentence', () => {
    const [first] = patientWarnings('Transferred to our ICU on Aug. 4, septic')

    expect(first?.words).toBe('Transferred to our ICU on Aug. 4')
  })

  test('a warning names the words, their place, the rule and how to silence it', () => {
    expect(patientWarnings('Long day.\nMRN: 4471920 again.')).toEqual([
      {
        rule: 'record-number',
        words: 'MRN: 4471920',
        start: 10,
        message:
          '"MRN: 4471920" is a record number, which can identify a patient. Put it in other words, or turn the rule off: netmed settings set lint.off record-number',
      },
    ])
  })

  test('a rule that was turned off stays silent, and the next one keeps it off', () => {
    const [only, ...none] = patientWarnings('MRN 4471920, my patient in room 12', {
      off: ['record-number'],
    })

    expect(only?.message).toContain('lint.off record-number,room-or-bed')
    expect(none).toEqual([])
  })

  test('a rule speaks once a sentence', () => {
    const text = 'MRN 4471920, MRN 4471921. MRN 4471922'

    expect(patientWarnings(text).map(warning => warning.words)).toEqual([
      'MRN 4471920',
      'MRN 4471922',
    ])
  })

  test('the next sentence is not beside', () => {
    expect(patientWarnings('My patient went home. Room 12 has the printer.')).toEqual([])
    expect(patientWarnings('My patient went home\nRoom 12 has the printer')).toEqual([])
  })

  // Nothing here reads a character twice: what goes back and forth would take minutes, not seconds.
  test.each([
    'pt 94 yo room 4 '.repeat(60_000),
    `${'MRN no '.repeat(140_000)}9`,
    '1-'.repeat(500_000),
    `${"'".repeat(1_000_000)}1`,
    '7 May '.repeat(160_000),
    'admitted 4 '.repeat(90_000),
    '45 yo woman with '.repeat(60_000),
    'K.M. '.repeat(200_000).concat('1'),
    'Mr. Lee in 4 '.repeat(77_000),
  ])('a million characters are read at once', text => {
    expect(patientWarnings(text).length).toBeLessThan(10)
  })
})

// The README states these figures. A change of the rules that moves them has seen the sentences, so the
// figures then say nothing any more: write twenty new ones of each.
describe('on sentences that the rules had not seen', () => {
  const isNoticed = (text: string) => patientWarnings(text).length > 0

  test('15 of 20 that identify a patient are noticed', () => {
    expect(BAD_UNSEEN.filter(([, text]) => isNoticed(text))).toHaveLength(15)
    expect(BAD_UNSEEN).toHaveLength(20)
  })

  test('none of 20 harmless ones is a false alarm', () => {
    expect(HARMLESS_UNSEEN.filter(isNoticed)).toEqual([])
    expect(HARMLESS_UNSEEN).toHaveLength(20)
  })
})
