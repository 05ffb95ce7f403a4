import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

const TOPIC = 'finding a mentor'

async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --interest cardiology')
  await me.run('add "Dr. Lena Hoff" --role attending --email lena.hoff@example.org')
  await me.run('log hoff -k panel -o wed -d "your ablation registry"')
  return me
}

function memory(me: World): string {
  const files = path.join(me.folder, '.local/state/netmed/files')
  const [folder = ''] = fs.readdirSync(files)
  return path.join(files, folder, 'memory-typed')
}

it('what was typed for a draft is offered to the same question on a terminal', async () => {
  const me = await student()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  const again = await me.run('draft panel hoff --set talk=yes', { answers: [ENTER] })
  expect(again.out).toContain(TOPIC)
})

it('the question says of which day the words are', async () => {
  const me = await student()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  const unanswered = me.run('draft panel hoff --set talk=yes', {
    answers: [],
    now: '2026-11-23T09:00:00',
  })
  await expect(unanswered).resolves.toMatchObject({
    err: expect.stringContaining('(from your draft of Sat 21 Nov)'),
  })
})

it('where nobody is asked it is missing again, and is not shown', async () => {
  const me = await student()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  for (const line of [
    'draft panel hoff --set talk=yes',
    'draft panel hoff --set talk=yes --json',
  ]) {
    const { code, out, err } = await me.run(line)
    expect(code).toBe(2)
    expect(err).toContain('--set topic=')
    expect(out + err).not.toContain(TOPIC)
  }
})

it('an optional word of an earlier draft is not said again', async () => {
  const me = await student()
  const panel = `draft panel hoff --set talk=yes --set topic="${TOPIC}"`
  expect((await me.run(`${panel} --set minutes=45`)).out).toContain('45')
  expect((await me.run(panel)).out).not.toContain('45')
})

it('it is not offered in a mail to somebody else', async () => {
  const me = await student()
  await me.run('add "Dr. Eva Chen" --role attending')
  await me.run('draft research hoff --set paper="your 2025 paper"')
  const other = await me.run('draft research chen', { answers: [ENTER] })
  expect(other.err).toContain('The email needs it.')
  await me.run('draft research chen --set paper="your 2024 paper"')
  const first = await me.run('draft research hoff', { answers: [ENTER] })
  expect(first.out).toContain('your 2025 paper')
})

it('what was noted comes before what was typed', async () => {
  const me = await student()
  await me.run('draft thanks hoff --set point="your kindness"')
  await me.run('log hoff -k coffee -o today -d "I should apply early"')
  const { out } = await me.run('draft thanks hoff', {
    answers: ['your story about applying early'],
  })
  expect(out).toContain('Your story about applying early')
  const asked = await me.run('draft thanks hoff', { answers: [] })
  expect(asked.err).not.toContain('from your draft')
})

it('a draft is no step to undo and leaves the data file as it is', async () => {
  const me = await student()
  const before = me.data()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  await me.run('draft research hoff --set paper="your 2025 paper"')
  expect(me.data()).toEqual(before)
  const { out } = await me.run('undo')
  expect(out).toContain('log')
  expect(me.data().interactions).toEqual([])
})

it('a held draft and a sent one are steps', async () => {
  const me = await student()
  const steps = async () => (await me.json('undo --list')).steps.length
  const before = await steps()
  await me.run('draft check-in hoff --hold 1d')
  await me.run('draft check-in hoff')
  await me.run('sent hoff')
  expect(await steps()).toBe(before + 2)
})

it('only the user can read it', async () => {
  const me = await student()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  expect(fs.readFileSync(memory(me), 'utf8')).toContain(TOPIC)
  expect(fs.statSync(memory(me)).mode & 0o777).toBe(0o600)
})

it('damaged words are as if they were not there, and are replaced by the next', async () => {
  const me = await student()
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  fs.writeFileSync(memory(me), '{"typed":[{"person":')
  const { out } = await me.run('draft panel hoff --set talk=yes', { answers: ['choosing a lab'] })
  expect(out).toContain('choosing a lab')
  expect((await me.run('draft panel hoff --set talk=yes', { answers: [ENTER] })).out).toContain(
    'choosing a lab',
  )
})

it.each(['rm hoff --yes', 'merge chen hoff --yes'])('is forgotten with %s', async line => {
  const me = await student()
  await me.run('add "Dr. Eva Chen" --role attending')
  await me.run('draft research chen --set paper="your 2024 paper"')
  await me.run(`draft panel hoff --set talk=yes --set topic="${TOPIC}"`)
  expect((await me.run(line)).code).toBe(0)
  const folder = path.dirname(memory(me))
  const said = fs.readdirSync(folder).filter(name => name.startsWith('memory-'))
  expect(fs.readFileSync(memory(me), 'utf8')).not.toContain(TOPIC)
  expect(fs.readFileSync(memory(me), 'utf8')).toContain('your 2024 paper')
  expect(said).toHaveLength(2)
})
