import { expect, it } from 'vitest'
import { version } from '../src/version.ts'
import { world } from './support/netmed.ts'

it('an unknown flag alone is refused, as it is beside a command', async () => {
  const me = world()

  const { code, out, err } = await me.run('--nope')

  expect(out).toBe('')
  expect(err).toBe('Unknown option "--nope".\n  netmed help all lists every command.\n')
  expect(code).toBe(2)
})

it('an unknown flag of a command leads to the help of that command', async () => {
  const me = world()

  const { code, err } = await me.run('export ics --colour red')

  expect(err).toBe('Unknown option "--colour".\n  netmed help export ics lists what it takes.\n')
  expect(code).toBe(2)
})

it('the beginning of a flag names the whole of it', async () => {
  const me = world()

  const { err } = await me.run('me --graduation 2028')

  expect(err).toBe('Unknown option "--graduation".\n  Did you mean --graduation-year?\n')
})

it('the version and help are one JSON object under --json', async () => {
  const me = world()

  const said = await me.run('--version --json')
  const helped = await me.run('due --help --json')
  const asked = await me.run('help due --json')

  expect(JSON.parse(said.out)).toEqual({ version, warnings: [] })
  expect(JSON.parse(helped.out).help).toMatch(/^Examples:\n {2}netmed due\n/)
  expect(asked.out).toBe(helped.out)
})
