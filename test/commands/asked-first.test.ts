import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../support/netmed.ts'

// Only the facts: a question to nobody reads as if it had been answered.
it.each([
  ['rm ben', 'This removes Ben Li (#2), with 1 follow-up and 1 interaction.'],
  ['merge ana ben', '1 interaction and 1 follow-up move over.'],
  ['archive tag:a', '1 person: Ana Ruiz (#1).'],
  ['edit tag:a --every 90d', '1 person: Ana Ruiz (#1).'],
  ['backup clear', 'This removes 6 kept copies. Nothing before now can be undone then.'],
  ['restore latest', 'This puts it in the place of what you have now.'],
  ['settings --reset', 'This puts every setting back to its default.'],
  ['import people.csv --map name=name --map email=email', 'That is what would change.'],
  ['import other.json', 'This joins 1 new record and 0 changed.'],
  ['drop 4-9', '1 open follow-up: #4.'],
  ['done 4', 'This draft was held to be read once more.'],
])('%s says without a terminal what it would do, and asks nothing', async (line, about) => {
  const me = await readyForAll()
  const { code, err } = await me.run(line)
  expect(err).toContain(
    `${about} Nothing was changed yet.\n  To go ahead, type it again with --yes.\n`,
  )
  expect([code, err.includes('?')]).toEqual([2, false])
})

it('on a terminal the question stands behind what it is about', async () => {
  const asked = await (await readyForAll()).run('backup clear', { answers: [] })
  expect(asked.err).toContain(
    '"This removes 6 kept copies. Nothing before now can be undone then. Remove them?"',
  )
})

async function readyForAll(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz" --tag a')
  await me.run('add "Ben Li"')
  await me.run('log ben -k coffee -d "her grant advice" --no-follow-up')
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('draft thanks ben --hold 24h')
  await me.run('settings rhythm.mentor 6w')
  await me.run('settings budget.notes 2')
  fs.writeFileSync(me.path('people.csv'), 'name,email\nCho Kim,cho@example.org\n')
  const other = world({ chance: 900 })
  await other.run('add "Zoe Wu"')
  await other.run(['backup', me.path('other.json')])
  return me
}
