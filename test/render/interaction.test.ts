import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/domain/data/model.ts'
import { carryOut, type LogPlan, loggedView } from '../../src/domain/log/log-plan.ts'
import { renderLogged, renderLoggedLines } from '../../src/render/interaction.ts'
import { makeTheme } from '../../src/render/theme.ts'
import { database } from '../support/database.ts'

const TODAY = '2026-11-21'
const SCREEN = { columns: 80, theme: makeTheme(0) }

function net(): Database {
  return database({
    contacts: [
      { id: 1, name: 'Dr. Maya Chen', role: 'faculty' },
      { id: 2, name: 'Omar Aziz', role: 'alumni', prospect: true },
    ],
  })
}

/** What a coffee with these people and fields leads to. */
function logged(plan: Partial<LogPlan>, interaction: Partial<LogPlan['interaction']> = {}) {
  const db = net()
  const whole: LogPlan = {
    ...{ contacts: [1], fresh: [], person: {}, options: {} },
    ...plan,
    interaction: { kind: 'coffee', on: '2026-11-20', ...interaction },
  }
  return loggedView(db, carryOut(db, whole, TODAY), TODAY)
}

const lines = (...given: Parameters<typeof logged>) =>
  renderLogged(logged(...given), SCREEN).split('\n')

describe('what a log says', () => {
  it('is who, how, when, what it opened and the mail that comes next', () => {
    expect(lines({})).toEqual([
      'Logged #3: coffee with Dr. Maya Chen, Fri 20 Nov 2026.',
      'Follow-up #4 · Thank Dr. Maya Chen for the coffee · due today',
      '  netmed draft thanks chen',
    ])
  })

  it('is who is new, the event that was made, and who is no prospect any more', () => {
    const said = lines({ contacts: [2], fresh: ['Kai Berg'], eventName: 'ACC' }, { kind: 'panel' })
    expect(said.slice(0, 4)).toEqual([
      'Added #3 Kai Berg.',
      'Noted the event #4 ACC.',
      'Logged #5: panel with Omar Aziz and Kai Berg at ACC, Fri 20 Nov 2026.',
      'Omar Aziz is no longer a prospect.',
    ])
  })

  it('is nothing of what the data do not show', () => {
    const hidden = { ...logged({}), interaction: null, kind: null, on: null }
    expect(renderLoggedLines({ logged: [hidden] }, SCREEN)).toBe('  netmed due')
  })

  it('is of a day of shadowing also where what was seen is kept', () => {
    expect(lines({}, { kind: 'shadowing' })).toContain(
      'What you saw, only for you: netmed debrief 3',
    )
    expect(lines({}).join('\n')).not.toContain('netmed debrief')
  })

  it('names the first thing to do where no mail is one, and else what is due', () => {
    const promise = { opens: [{ kind: 'promise' as const, what: 'the notes' }] }
    expect(lines({ options: { ...promise, followUp: false } }).at(-1)).toBe('  netmed done 4')
    expect(lines({ options: promise }).at(-1)).toBe('  netmed draft thanks chen')
    expect(lines({ options: { followUp: false } }).at(-1)).toBe('  netmed due')
  })

  it('is of several one after the other, with one command', () => {
    const said = renderLoggedLines({ logged: [logged({}), logged({ contacts: [2] })] }, SCREEN)
    expect(said.split('\n').filter(line => line.startsWith('Logged'))).toHaveLength(2)
    expect(said.split('\n').filter(line => line.startsWith('  netmed'))).toEqual(['  netmed due'])
  })
})

describe('how the mail will say a detail', () => {
  const echoed = (...given: Parameters<typeof logged>) =>
    lines(...given).filter(line => line.startsWith('The thank-you email'))

  it('is told where it is turned to the reader, and where it will be asked', () => {
    expect(echoed({}, { detail: 'her grant advice' })).toEqual([
      'The thank-you email will say "your grant advice". To reword it: netmed edit 3 --detail "…"',
    ])
    expect(echoed({}, { detail: 'does he need help?' })).toEqual([
      'The thank-you email will ask how to say this. To reword it: netmed edit 3 --detail "…"',
    ])
  })

  it.each<[string, Parameters<typeof logged>]>([
    ['it stays as it is', [{}, { detail: 'beta blockers' }]],
    ['nothing was noted', [{}, {}]],
    ['no mail follows', [{ options: { followUp: false } }, { detail: 'her grant advice' }]],
    ['it is of nobody in particular', [{ contacts: [1, 2] }, { detail: 'her grant advice' }]],
  ])('is not told where %s', (_, given) => {
    expect(echoed(...given)).toEqual([])
  })

  it('is told of several where it is known whose it is', () => {
    expect(echoed({ contacts: [1, 2] }, { detail: 'her grant advice', detailOf: 1 })).toHaveLength(
      1,
    )
  })
})
