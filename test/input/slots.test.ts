import { describe, expect, it } from 'vitest'
import { readSlot } from '../../src/input/slots.ts'
import { ENTER, world } from '../support/netmed.ts'

it.each([
  ['topic=your registry', { name: 'topic', value: 'your registry' }],
  [' topic = a = b ', { name: 'topic', value: 'a = b' }],
  ['topic=', { name: 'topic', value: '' }],
  ['t=x', { name: 't', value: 'x' }],
])('%j is read as %j', (text, slot) => {
  expect(readSlot('set', text)).toEqual(slot)
})

it.each(['topic', '=x', ''])('%j names no slot', text => {
  expect(() => readSlot('set', text)).toThrow(`--set takes slot=value, not "${text}".`)
})

describe('what a mail lacks', () => {
  async function chen() {
    const me = world()
    await me.run('me --name "Jo Park" --stage MS2')
    await me.run('add "Dr. Maya Chen" --role faculty')
    return me
  }

  it.each([
    ['nudge', 'follows up on an email, and no email from you to Dr. Maya Chen is on file.'],
    ['meeting-summary', 'speaks of time together, and no meeting with Dr. Maya Chen is on file.'],
    [
      'advice-update',
      'needs 2 things that I don\'t know:   --set topic="…"    their advice (or log',
    ],
    ['speaker-followup', "needs 2 things that I don't know:   --set talk=yes   if Dr. Maya Chen"],
    ['resource-followup', 'needs 2 things that I don\'t know:   --set resource="…"  what they'],
  ])('for %s is told with what to log', async (template, lacks) => {
    const me = await chen()
    const { code, err } = await me.run(`draft ${template} chen`)
    expect(code).toBe(2)
    expect(err.replaceAll('\n', ' ')).toContain(`The ${template} email ${lacks}`)
    expect(err).toContain('Nothing was written.')
  })

  it('is asked for on a terminal, and a talk is believed when it is confirmed', async () => {
    const me = await chen()
    await me.run('log chen -k seminar')
    const answers = [true, 'your registry', ENTER, ENTER, ENTER, ENTER]
    const { code, out } = await me.run('draft speaker-followup chen', { answers })
    expect(code).toBe(0)
    expect(out).toContain('Dear Dr. Chen,')
  })

  it('and cannot do without is not left empty on a terminal', async () => {
    const me = await chen()
    await me.run('log chen -k coffee')
    const { out, err } = await me.run('draft thanks chen', { answers: ['  '] })
    expect(out).toBe('')
    expect(err).toContain('The email needs it.')
  })

  it('has a second question where one of two is enough, and that one needs its answer', async () => {
    const me = await chen()
    await me.run('log chen -k coffee -o "1 may 2025"')
    const { err } = await me.run('draft reconnect chen', { answers: ['', ''] })
    expect(err).toContain('The email needs it.')
    const { out } = await me.run('draft reconnect chen', {
      answers: ['', 'I finished the project'],
    })
    expect(out).toContain('I finished the project.')
    expect(out).not.toContain('I still think about')
  })
})
