import { expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/data/model.ts'
import { keepHistory, pastOf } from '../../../src/domain/people/history.ts'

type Career = Pick<Contact, 'role' | 'stage' | 'institution' | 'history'>

/** The career after a change on that day. */
function changed(
  before: Career,
  change: Career,
  options: { on?: string; wasWrong?: boolean } = {},
): Career {
  const { on = '2026-11-21', ...how } = options
  const contact = { ...before, ...change }
  keepHistory(before, contact as Contact, on, how)
  return contact
}

it('a new role, stage or institution leaves a dated line of the old one', () => {
  const before: Career = { role: 'resident', stage: 'PGY3', institution: 'UCSF' }
  expect(changed(before, { role: 'attending', institution: 'Mayo Clinic' })).toEqual({
    role: 'attending',
    stage: 'PGY3',
    institution: 'Mayo Clinic',
    history: [
      '2026-11-21 role: resident -> attending',
      '2026-11-21 institution: UCSF -> Mayo Clinic',
    ],
  })
})

it('what was not known before, or only written in another way, leaves no line', () => {
  expect(changed({}, { role: 'peer' })).toEqual({ role: 'peer' })
  expect(changed({ institution: 'ucsf' }, { institution: 'UCSF' }).history).toBeUndefined()
})

it('a value that is cleared was held until that day', () => {
  const gone: Career = {}
  keepHistory({ stage: 'MS4' }, gone as Contact, '2026-11-21', {})
  expect(pastOf(gone)).toEqual([{ until: '2026-11-21', field: 'stage', was: 'MS4', became: null }])
})

it('a slip leaves no line', () => {
  expect(changed({ role: 'resident' }, { role: 'fellow' }, { wasWrong: true })).toEqual({
    role: 'fellow',
  })
})

it('a slip that had left a line mends it, and takes it away when it is as it was', () => {
  const slipped = changed({ role: 'resident' }, { role: 'faculty' }, { on: '2026-10-01' })
  expect(changed(slipped, { role: 'attending' }, { wasWrong: true }).history).toEqual([
    '2026-10-01 role: resident -> attending',
  ])
  expect(changed(slipped, { role: 'resident' }, { wasWrong: true }).history).toBeUndefined()
})

it('a second thought on the same day counts as one change', () => {
  const first = changed({ stage: 'MS2' }, { stage: 'MS3' })
  expect(changed(first, { stage: 'MS4' }).history).toEqual(['2026-11-21 stage: MS2 -> MS4'])
})

it('what somebody was is told latest first, and lines of another make are passed over', () => {
  const history = ['2024-07-01 stage: MS3 -> MS4', 'by hand', '2025-07-01 stage: MS4 -> PGY1']
  expect(pastOf({ history }).map(past => `${past.was} until ${past.until}`)).toEqual([
    'MS4 until 2025-07-01',
    'MS3 until 2024-07-01',
  ])
})

it('a slip that is mended in other letters is no change, and other lines stay', () => {
  const history = ['2025-07-01 stage: MS4 -> PGY1', '2026-10-01 institution: UCSF -> Yale']
  const before: Career = { stage: 'PGY1', institution: 'Yale', history }
  expect(changed(before, { institution: 'ucsf' }, { wasWrong: true }).history).toEqual([
    '2025-07-01 stage: MS4 -> PGY1',
  ])
  expect(changed(before, { institution: 'Duke' }, { wasWrong: true }).history).toEqual([
    '2025-07-01 stage: MS4 -> PGY1',
    '2026-10-01 institution: UCSF -> Duke',
  ])
})

it('a third value of one day leads back to the first', () => {
  const first = changed({ stage: 'MS2' }, { stage: 'MS3' })
  expect(changed(first, { stage: 'MS2' }).history).toBeUndefined()
  expect(changed(first, { stage: 'MS4' }, { on: '2026-11-22' }).history).toEqual([
    '2026-11-21 stage: MS2 -> MS3',
    '2026-11-22 stage: MS3 -> MS4',
  ])
})

it.each([
  '2026-11-21 role: -> attending',
  '2026-11-21 role: resident ->',
  '2026-11-21 color: red -> blue',
  'last year role: resident -> attending',
  '',
])('a line written by hand as %j is left out', line => {
  expect(pastOf({ history: [line] })).toEqual([])
})

it('what somebody was until when, the latest first, and to nothing at the end', () => {
  const history = [
    '2025-01-01 stage: MS2 -> MS3',
    '2026-02-02 institution: UCSF -> none',
    '2025-06-06 role: peer -> resident',
  ]
  expect(pastOf({ history })).toEqual([
    { until: '2026-02-02', field: 'institution', was: 'UCSF', became: null },
    { until: '2025-06-06', field: 'role', was: 'peer', became: 'resident' },
    { until: '2025-01-01', field: 'stage', was: 'MS2', became: 'MS3' },
  ])
  expect(pastOf({})).toEqual([])
})

it('a field that is taken away leaves a line, and taken away by mistake none', () => {
  const taken = changed({ stage: 'MS3' }, { stage: undefined } as unknown as Career)
  expect(taken.history).toEqual(['2026-11-21 stage: MS3 -> none'])
  const slip = changed({ stage: 'MS3' }, { stage: undefined } as unknown as Career, {
    wasWrong: true,
  })
  expect(slip).not.toHaveProperty('history')
})

it('a second change on one day mends its line, and back again takes it away', () => {
  const first = changed({ stage: 'MS2' }, { stage: 'MS3' })
  expect(changed(first, { stage: 'MS4' }).history).toEqual(['2026-11-21 stage: MS2 -> MS4'])
  expect(changed(first, { stage: 'ms2' })).not.toHaveProperty('history')
  expect(changed(first, { stage: undefined } as unknown as Career).history).toEqual([
    '2026-11-21 stage: MS2 -> none',
  ])
  expect(changed(first, { stage: 'MS4' }, { on: '2026-11-22' }).history).toHaveLength(2)
})
