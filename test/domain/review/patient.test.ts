import { describe, expect, it } from 'vitest'
import {
  PATIENT_RULE_TABLE,
  PATIENT_RULES,
  patientWarnings,
} from '../../../src/domain/review/patient.ts'
import { type Word, wordsOf } from '../../../src/domain/words/sentences.ts'
import { BAD_KNOWN, BAD_UNSEEN, HARMLESS_KNOWN, HARMLESS_UNSEEN } from './patient-sentences.ts'

/** Words that the rules begin at, to be said again and again. */
const SHAPES = [
  'pt 94 yo room 4 ',
  'MRN no ',
  '7 May ',
  'admitted 4 ',
  '45 yo woman with ',
  'K.M. ',
  'Mr. Lee in 4 ',
]

describe('what could identify a patient', () => {
  it.each(BAD_KNOWN)('%s is said of: %s', (rule, text) => {
    expect(patientWarnings(text).map(warning => warning.rule)).toContain(rule)
  })

  it.each(HARMLESS_KNOWN)('nothing is said of: %s', text => {
    expect(patientWarnings(text)).toEqual([])
  })

  it.each(PATIENT_RULES)('%s trips on its example and passes the other one', rule => {
    const { trips, passes } = PATIENT_RULE_TABLE[rule]

    expect(patientWarnings(trips).map(warning => warning.rule)).toContain(rule)
    expect(patientWarnings(passes)).toEqual([])
  })

  it('an abbreviation with a full stop ends no sentence', () => {
    const [first] = patientWarnings('Transferred to our ICU on Aug. 4, septic')

    expect(first?.words).toBe('Transferred to our ICU on Aug. 4')
  })

  it('a warning names the words, their place, the rule and how to silence it', () => {
    expect(patientWarnings('Long day.\nMRN: 4471920 again.')).toEqual([
      {
        rule: 'record-number',
        words: 'MRN: 4471920',
        start: 10,
        message:
          '"MRN: 4471920" is a record number, which can identify a patient. Put it in other words, or turn the rule off: netmed settings lint.off record-number',
      },
    ])
  })

  it('a rule that was turned off stays silent, and the next one keeps it off', () => {
    const [only, ...none] = patientWarnings('MRN 4471920, my patient in room 12', {
      off: ['record-number'],
    })

    expect(only?.message).toContain('lint.off record-number,room-or-bed')
    expect(none).toEqual([])
  })

  it('a rule speaks once a sentence', () => {
    const text = 'MRN 4471920, MRN 4471921. MRN 4471922'

    expect(patientWarnings(text).map(warning => warning.words)).toEqual([
      'MRN 4471920',
      'MRN 4471922',
    ])
  })

  it('the next sentence is not beside', () => {
    expect(patientWarnings('My patient went home. Room 12 has the printer.')).toEqual([])
    expect(patientWarnings('My patient went home\nRoom 12 has the printer')).toEqual([])
  })

  // No clock tells whether a text is read in time linear in its length. What goes back and forth in
  // characters would take hours for a million of them; what goes through the sentence for each word is counted.
  it.each([
    ['1-'.repeat(500_000)],
    [`${"'".repeat(1_000_000)}1`],
    ...SHAPES.map(shape => [shape.repeat(5000).concat('1')]),
  ])('a text without end is read to its end', text => {
    expect(patientWarnings(text).length).toBeLessThan(10)
  })

  it.each(SHAPES)('of a long sentence of "%s" few words are looked at for each', shape => {
    const words = wordsOf(shape.repeat(500))

    expect(looksOfAllRules(words) / words.length).toBeLessThan(200)
  })
})

/** How often the rules look at a word, going through all of them. */
function looksOfAllRules(words: readonly Word[]): number {
  let looks = 0
  const watched = new Proxy(words, {
    get: (all, key) => {
      looks++
      return Reflect.get(all, key)
    },
  })
  for (const at of words.keys()) {
    for (const rule of PATIENT_RULES) PATIENT_RULE_TABLE[rule].find(watched, at)
  }
  return looks
}

// The README states these figures. A change of the rules that moves them has seen the sentences, so the
// figures then say nothing any more: write twenty new ones of each.
describe('on sentences that the rules had not seen', () => {
  const isNoticed = (text: string) => patientWarnings(text).length > 0

  it('15 of 20 that identify a patient are noticed', () => {
    expect(BAD_UNSEEN.filter(([, text]) => isNoticed(text))).toHaveLength(15)
    expect(BAD_UNSEEN).toHaveLength(20)
  })

  it('none of 20 harmless ones is a false alarm', () => {
    expect(HARMLESS_UNSEEN.filter(isNoticed)).toEqual([])
    expect(HARMLESS_UNSEEN).toHaveLength(20)
  })
})
