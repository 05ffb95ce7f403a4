import { describe, expect, it } from 'vitest'
import {
  changeSetting,
  keysSet,
  resetSettings,
  settingView,
} from '../../../src/domain/change/setting-values.ts'
import { emptyDatabase } from '../../../src/domain/data/model.ts'
import { Failure } from '../../../src/failure.ts'

/** The value that a setting has after this was typed for it. */
function typed(key: string, text: string): number | string {
  return changeSetting(emptyDatabase(), key, text).value
}

/** What is said of a text that does not fit: the message, and the hint. */
function refusal(key: string, text: string): (string | undefined)[] {
  try {
    changeSetting(emptyDatabase(), key, text)
  } catch (error) {
    if (error instanceof Failure) return [error.message, error.hint]
  }
  throw new Error(`${key} takes "${text}"`)
}

describe('a number', () => {
  it.each([
    ['days.thank-you', 0, 3650, 'days'],
    ['rhythm.mentor', 1, 3650, 'days'],
    ['offer.peer', 1, 3650, 'days'],
    ['meeting.minutes', 0, 1440, 'minutes'],
    ['due.lines', 1, 1000, 'lines'],
    ['style.people', 1, 1000, 'people'],
    ['pitch.longest', 1, 1000, 'words'],
    ['lint.sentences', 1, 1000, 'sentences'],
    ['snooze.times', 1, 1000, 'times'],
    ['budget.notes', 0, 1000, 'a week'],
    ['budget.events', 0, 1000, 'a month'],
    ['prep.ideas', 0, 1000, 'ideas'],
    ['pitch.slow', 0, 1000, 'words a minute'],
  ])('of %s is %i to %i', (key, least, most, unit) => {
    expect([typed(key, `${least}`), typed(key, `${most}`)]).toEqual([least, most])
    expect(refusal(key, `${most + 1}`)).toEqual([
      `${key} takes a whole number of ${least} to ${most} (${unit}), not "${most + 1}".`,
      expect.stringContaining(`netmed settings ${key} `),
    ])
  })

  it.each([
    'rhythm.mentor',
    'offer.peer',
    'due.lines',
    'style.people',
    'pitch.longest',
    'lint.sentences',
    'snooze.times',
  ])('of %s is never 0', key => {
    expect(refusal(key, '0')[0]).toContain(`${key} takes a whole number of 1 to `)
  })

  it('of days or minutes is also read in the words of a time', () => {
    expect(typed('rhythm.mentor', '6w')).toBe(42)
    expect(typed('meeting.minutes', '2h')).toBe(120)
    expect(refusal('due.lines', '6w')[1]).toBe('netmed settings due.lines 7')
  })

  it('of times the rhythm is 1 to 10, with up to two digits behind the point', () => {
    expect(['1', '1.25', '10'].map(text => typed('long.factor', text))).toEqual([1, 1.25, 10])
    expect(['0.99', '10.01', '1.125', '2w'].map(text => refusal('long.factor', text)[0])).toEqual(
      ['0.99', '10.01', '1.125', '2w'].map(
        text => `long.factor takes a number of 1 to 10 (times the rhythm), not "${text}".`,
      ),
    )
  })
})

describe('a text', () => {
  it('that is a time is read in any way of writing', () => {
    expect(typed('calendar.time', '7:30 am')).toBe('07:30')
    expect(typed('calendar.time', '09:15')).toBe('09:15')
  })

  it('of style is any or small, in any case', () => {
    expect([typed('style', 'Small'), typed('style', 'ANY')]).toEqual(['small', 'any'])
  })

  it('that is free is kept as it was typed, and is not empty', () => {
    expect(typed('crisis-line', ' Call Ana. ')).toBe('Call Ana.')
    expect(refusal('crisis-line', ' ')).toEqual([
      "crisis-line can't be empty.",
      'Back to the default: netmed settings crisis-line --reset',
    ])
  })

  it('of checks to turn off is each once, or none', () => {
    expect(typed('lint.off', 'Patient, vague patient')).toBe('patient,vague')
    expect(typed('lint.off', 'complaint')).toBe('complaint')
    expect(typed('lint.off', 'none')).toBe('none')
  })

  it('that is no check names the nearest one, where there is one', () => {
    const [message, hint] = refusal('lint.off', 'vague,patients')
    expect(message).toBe('There is no check "patients".')
    expect(hint).toMatch(/^Did you mean patient\? There are patient, .+ and complaint, or none\.$/)
    expect(refusal('lint.off', 'xylophone')[1]).toMatch(/^There are patient, /)
    expect(refusal('lint.off', 'vague none')[0]).toBe('There is no check "none".')
  })
})

describe('the waking hours', () => {
  it.each([
    ['calendar.earliest', '21:00', 'Alarms would start at 21:00 and end at 21:00.'],
    ['calendar.earliest', '22:00', 'Alarms would start at 22:00 and end at 21:00.'],
    ['calendar.latest', '08:00', 'Alarms would start at 08:00 and end at 08:00.'],
    ['calendar.latest', '07:59', 'Alarms would start at 08:00 and end at 07:59.'],
  ])('begin before they end: %s at %s', (key, text, message) => {
    expect(refusal(key, text)).toEqual([
      message,
      'calendar.earliest has to be before calendar.latest.',
    ])
  })

  it('may be a minute, and another time is not bound by them', () => {
    expect(typed('calendar.earliest', '20:59')).toBe('20:59')
    expect(typed('calendar.latest', '08:01')).toBe('08:01')
    expect(typed('calendar.time', '23:00')).toBe('23:00')
  })
})

it('a setting stands in the file only while it is not the default', () => {
  const db = emptyDatabase()
  changeSetting(db, 'due.lines', '3')
  changeSetting(db, 'style', 'small')
  expect(settingView(db, 'due.lines')).toMatchObject({ value: 3, default: 7, isSet: true })
  expect(keysSet(db)).toEqual(['due.lines', 'style'])
  changeSetting(db, 'due.lines', '7')
  expect(db.settings).toEqual({ style: 'small' })
  expect(resetSettings(db, ['due.lines', 'style'])).toEqual(['style'])
  expect(db.settings).toEqual({})
})

it('a default that a file holds is not said to be set', () => {
  const db = { ...emptyDatabase(), settings: { 'due.lines': 7 } }
  expect(settingView(db, 'due.lines').isSet).toBe(false)
})
