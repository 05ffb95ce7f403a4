import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { patientWarnings, type TextKind, textKindOf } from '../../../src/domain/review/patient.ts'

/** The sentences of a file, one a line. */
function sentences(name: string): string[] {
  return readFileSync(new URL(`../../fixtures/patients/${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
}

function warnedOf(texts: readonly string[], as: TextKind = 'note'): string[] {
  return texts.filter(text => patientWarnings(text, { as }).length > 0)
}

function isWarned(text: string, as?: TextKind): boolean {
  return patientWarnings(text, as && { as }).length > 0
}

// A change may catch more and warn less. One that catches less, or warns more without cause, has to say why here.
// The points were fitted to all of these sentences together, so none of the figures speaks for new ones: those that
// older rules were built with are caught less often than by those rules, and the wide ones more than twice as often.
describe('on sentences that the check was built with', () => {
  it.each([
    ['written without sight of any rules', 'open', 38, 1],
    ['written in pairs that differ in who is meant', 'pairs', 73, 7],
    ['that older rules were built with', 'older', 172, 8],
    ['that were once opened to judge older rules', 'shut', 15, 0],
    ['of many writers, the harmless ones made to look alike', 'wide', 235, 18],
  ])('of those %s it notices enough and is wrong seldom', (_, name, caught, wrong) => {
    expect(warnedOf(sentences(`${name}-bad`)).length).toBeGreaterThanOrEqual(caught)
    expect(warnedOf(sentences(`${name}-good`)).length).toBeLessThanOrEqual(wrong)
  })

  it('of those of a writer who knew no rule it notices half, and no rule comes from them yet', () => {
    const lines = readFileSync(
      new URL('../../fixtures/patients/third-open.tsv', import.meta.url),
      'utf8',
    )
      .trimEnd()
      .split('\n')
    const labeled = (label: string) =>
      lines.filter(line => line.startsWith(`${label}\t`)).map(line => line.slice(2))

    expect([labeled('P').length, labeled('H').length]).toEqual([140, 140])
    expect(warnedOf(labeled('P')).length).toBeGreaterThanOrEqual(73)
    expect(warnedOf(labeled('H')).length).toBeLessThanOrEqual(10)
  })

  it('of the ordinary details of contacts it is wrong twice', () => {
    expect(warnedOf(sentences('ordinary-good'))).toEqual([
      "I'm not the only one who cant find the spleen",
      'can a dnr patient go to theatre?? (yes, and she had the chat with anaesthetics herself)',
    ])
  })

  it.each(['shut-bad', 'shut-good'])('the file %s is the one that was sealed before', name => {
    const sealed = readFileSync(
      new URL('../../fixtures/patients/shut.sha256', import.meta.url),
      'utf8',
    )
    const text = `${sentences(name).join('\n')}\n`

    expect(sealed).toContain(`${createHash('sha256').update(text).digest('hex')}  ${name}.txt`)
  })
})

describe('the warning', () => {
  it('names in plain words what it saw, with its place', () => {
    expect(
      patientWarnings('Long day.\nScrubbed in on a 67M, appendectomy, Tuesday at Highland'),
    ).toEqual([
      {
        rule: 'patient',
        words: 'Scrubbed in on a 67M, appendectomy, Tuesday at Highland',
        start: 10,
        message:
          'This could identify a patient: their care ("Scrubbed"), an age ("67M"), an operation ("appendectomy"), a day ("Tuesday") and a place ("Highland"). Leave one out.',
      },
    ])
  })

  it('of a number that identifies by itself says nothing else', () => {
    expect(patientWarnings('pt 67M, MRN 4471920, sepsis').map(each => each.message)).toEqual([
      'This could identify a patient: a record number ("MRN 4471920"). Leave it out.',
    ])
  })

  it('comes once a line, and each line is looked at by itself', () => {
    const text = 'MRN 4471920, MRN 4471921. MRN 4471922\nDOB 3/14/51'

    expect(patientWarnings(text).map(each => each.start)).toEqual([0, 38])
    expect(patientWarnings('my patient\ncoded\nin bed 9')).toEqual([])
    expect(patientWarnings('my patient coded in bed 9')).toHaveLength(1)
  })

  it('is silent where it was turned off', () => {
    expect(patientWarnings('MRN 4471920', { off: ['vague', 'patient'] })).toEqual([])
  })

  it('is not of the day that netmed puts before a note', () => {
    expect(isWarned('2026-11-21: the lady with lupus')).toBe(false)
    expect(patientWarnings('2026-11-21: MRN 4471920')[0]?.start).toBe(12)
  })

  it('counts the same words once', () => {
    expect(isWarned('the lady, the lady with lupus')).toBe(false)
  })

  it('takes who from one sentence and what from the next', () => {
    expect(isWarned('Sat with the old farmer. He has lymphoma. Told on Tuesday.')).toBe(true)
    expect(isWarned('My patient was kind. Room 12 has the printer.')).toBe(false)
  })
})

describe('how much is enough', () => {
  it('depends on what is written', () => {
    expect(isWarned('the lady with lupus', 'ward')).toBe(true)
    expect(isWarned('the lady with lupus', 'note')).toBe(false)
    expect(isWarned('the lady with lupus on Tuesday', 'note')).toBe(true)
    expect(isWarned('the lady with lupus on Tuesday', 'mail')).toBe(false)
    expect(isWarned('Mrs. Hall with lupus on 3 March', 'mail')).toBe(true)
  })

  it('is not shown by a room alone, where nobody is in it', () => {
    expect(isWarned('cried after the demise in rm 9 on L&D', 'ward')).toBe(false)
  })

  it.each(['shadowing', 'rotation', 'grand-rounds'])('is less on a day of %s', occasion => {
    expect(textKindOf(occasion)).toBe('ward')
  })

  it('is less where a note says that it is from the ward', () => {
    expect(textKindOf('coffee')).toBe('note')
    expect(isWarned('Shadowed her, the lady with lupus')).toBe(true)
    expect(isWarned('Debrief: the lady with lupus')).toBe(true)
  })
})

describe('colleagues', () => {
  const isOnFile = (name: string) => ['kettleby', 'jr'].includes(name)

  it('whoever is on file is no patient', () => {
    expect(patientWarnings('Mrs. Kettleby had surgery on Friday')).toHaveLength(1)
    expect(patientWarnings('Mrs. Kettleby had surgery on Friday', { isOnFile })).toEqual([])
    expect(patientWarnings('JR, sepsis, since Tuesday')).toHaveLength(1)
    expect(patientWarnings('sepsis since Tuesday, JR')).toHaveLength(1)
    expect(patientWarnings('JR, sepsis, since Tuesday', { isOnFile })).toEqual([])
  })

  it.each([
    [
      'who does a doctor’s work',
      'Mr. Haddad does choles on 12 May',
      'Mr. Haddad had a chole on 12 May',
    ],
    [
      'who is greeted',
      'Dear Ms. Puig, the free clinic had surgery forms on Friday',
      'For Ms. Puig, the free clinic had surgery forms on Friday',
    ],
    [
      'with an age and a title',
      'Dr. Roy, 91, founded the stroke program',
      'The farmer, 91, had a stroke',
    ],
    [
      'whose relative is ill',
      'Her dad, 71, had a stroke on Friday',
      'The vicar, 71, had a stroke on Friday',
    ],
    [
      'who was something else before',
      'She was a firefighter, hurt her hip in May',
      'The firefighter hurt her hip in May',
    ],
    ['who studies it', 'Boy, the lupus registry from Fresno', 'The boy, lupus, from Fresno'],
    ['called after a comma', 'Mrs, Hall had a stroke', 'Mrs Hall had a stroke'],
  ])('somebody %s is none', (_, colleague, patient) => {
    expect(isWarned(colleague)).toBe(false)
    expect(isWarned(patient)).toBe(true)
  })
})

// No clock tells whether a text is read in time linear in its length; what goes back and forth in so long a text
// would take hours.
it.each([
  '1-'.repeat(100_000),
  `${"'".repeat(1_000_000)}1`,
  ...[
    'pt 94 yo room 4 ',
    'MRN no ',
    '7 May ',
    'Dr. A b ',
    'K.M. ',
    'Mr. Lee in 4 ',
    'the lady. ',
  ].map(shape => shape.repeat(5000)),
])('a text without end is read to its end', text => {
  expect(patientWarnings(text).length).toBeLessThan(2)
})
