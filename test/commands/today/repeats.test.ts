import { describe, expect, it } from 'vitest'
import { nextTime, readRepeat } from '../../../src/domain/words/read-days.ts'
import { world } from '../../support/netmed.ts'

describe('how often', () => {
  it.each([
    ['monthly', '1 month'],
    ['every 3 months', '3 months'],
    ['2y', '2 years'],
    ['yearly', '1 year'],
    ['weekly', '1 week'],
    ['10d', '10 days'],
    ['6w', '6 weeks'],
    ['quarterly', '3 months'],
    ['month', '1 month'],
  ])('%s is %s', (typed, kept) => {
    expect(readRepeat(typed)).toBe(kept)
  })

  it.each(['3', 'none', '1 month 3 days', 'often', '0d'])('%s is refused', typed => {
    expect(() => readRepeat(typed)).toThrow()
  })

  it.each([
    ['1 month', '2027-01-31', '2027-01-31', '2027-02-28'],
    ['1 month', '2027-01-31', '2027-02-28', '2027-03-31'],
    ['1 year', '2028-02-29', '2028-02-29', '2029-02-28'],
    ['1 year', '2028-02-29', '2031-06-01', '2032-02-29'],
    ['2 weeks', '2026-11-21', '2026-12-30', '2027-01-02'],
  ])('every %s from %s, after %s, is %s', (every, since, after, next) => {
    expect(nextTime(every, since, after)).toBe(next)
  })
})

it('done opens the next one, the 31st again after a short month, and undo takes it back', async () => {
  const me = world()
  expect((await me.run('remind "pay AMWA dues" --due "31 jan" --every monthly')).out).toContain(
    'Follow-up #1 · pay AMWA dues · due Sun 31 Jan 2027, in 2 months · every month\n',
  )
  expect((await me.run('done 1', { now: '2027-01-31T12:00' })).out).toContain(
    'Done #1: pay AMWA dues. Next on Sun 28 Feb 2027 (#2).\n',
  )
  await me.run('done 2', { now: '2027-03-02T12:00' })
  const dues = () => me.data().followUps.map(({ due, closed }) => [due, closed])
  expect(dues()).toEqual([
    ['2027-01-31', 'done'],
    ['2027-02-28', 'done'],
    ['2027-03-31', undefined],
  ])
  await me.run('undo', { now: '2027-03-02T12:00' })
  expect(dues()).toEqual([
    ['2027-01-31', 'done'],
    ['2027-02-28', undefined],
  ])
})

it('what comes again keeps its hour and its person, and drop ends it', async () => {
  const me = world()
  await me.run('add Omar')
  await me.run('remind omar "tea" --due "wed 15:00" --every 2w')
  await me.run('snooze 2 "thu 16:00"')
  await me.run('done 2')
  expect(me.data().followUps[1]).toMatchObject({ contact: 1, due: '2026-12-09', at: '16:00' })
  await me.run('drop 3')
  expect(me.data().followUps.filter(({ closed }) => !closed)).toEqual([])
})

it('several at once say the next of each, and drop --older lets none of them go', async () => {
  const me = world()
  await me.run('remind "dues" --due tomorrow --every yearly')
  await me.run('remind "form" --due tomorrow')
  const later = '2027-01-10T12:00'
  expect((await me.run('due --older', { now: later })).out).not.toContain('dues')
  const { opened } = JSON.parse((await me.run('done 1 2 --json', { now: later })).out)
  expect(opened).toMatchObject([{ id: 3, due: '2027-11-22', what: 'dues' }])
})
