import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function newcomer(): Promise<World> {
  const me = world()
  await me.run('add "Sam Roth" --role peer')
  return me
}

async function openKeys(me: World): Promise<string[]> {
  const { start } = await me.json('start')
  const open = start.steps.filter((step: { isDone: boolean }) => !step.isDone)
  return open.map((step: { key: string }) => step.key)
}

it('bare netmed shows the first steps until they are ticked', async () => {
  const me = await newcomer()
  expect((await me.run('')).out).toContain(`First steps
  1  join one group            netmed log <who> --kind club
  2  write to one mentor       netmed draft info-interview <who>
  3  set up one study session  netmed meet <who> --kind study-session
  4  go to one event           netmed event add "…" --on …
Did one already, or want to skip it?
  netmed start done 1
`)
  await me.run('start done all')
  expect((await me.run('')).out).not.toContain('First steps')
})

it('due shows none of them', async () => {
  expect((await (await newcomer()).run('due')).out).not.toContain('First steps')
})

it('a step is ticked by doing it', async () => {
  const me = await newcomer()
  await me.run('add "Dr. Maya Chen" --circle mentor')
  await me.run('log sam -k study-session')
  await me.run('log chen -k email --by them')
  expect(await openKeys(me)).toEqual(['group', 'mentor', 'event'])
  await me.run('log chen -k email')
  expect(await openKeys(me)).toEqual(['group', 'event'])
})

it('the later steps come when the first are done', async () => {
  const me = await newcomer()
  for (const number of [1, 2, 3, 4]) await me.run(`start done ${number}`)
  expect(await openKeys(me)).toEqual(['instructor', 'shadow', 'research', 'pairing'])
})

it('a resident is past some of them', async () => {
  const me = await newcomer()
  await me.run('me --stage PGY1')
  for (const number of [1, 2, 3, 4]) await me.run(`start done ${number}`)
  expect(await openKeys(me)).toEqual(['instructor', 'research'])
})

it('a step that is not there is refused', async () => {
  const ran = await (await newcomer()).run('start done 9')
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'There is no first step 9.\n  All of them: netmed start\n',
  })
})

it('ticking can be taken back', async () => {
  const me = await newcomer()
  await me.run('start done 2')
  await me.run('undo')
  expect(await openKeys(me)).toContain('mentor')
})

it('a pause shows none of them', async () => {
  const me = await newcomer()
  await me.run('season add exams --until "4 dec"')
  expect((await me.run('')).out).not.toContain('First steps')
})

it('the start list ticks what was done and what is planned', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  expect((await me.run('start')).out).toBe(`First steps
  1  join one group            netmed log <who> --kind club
  2  write to one mentor       netmed draft info-interview <who>
  3  set up one study session  netmed meet <who> --kind study-session
  4  go to one event           netmed event add "…" --on …
Did one already, or want to skip it?
  netmed start done 1
`)
  await me.run('log "Sam Roth" --new -k club')
  expect((await me.run('start')).out).toBe(`First steps
  1  join one group (done)
  2  write to one mentor       netmed draft info-interview <who>
  3  set up one study session  netmed meet <who> --kind study-session
  4  go to one event           netmed event add "…" --on …
Did one already, or want to skip it?
  netmed start done 2
`)
})

it('one contact ticks one step, the first that it fits', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Dr. Maya Chen" --role faculty')
  const done = async () =>
    (await me.json('start')).start.steps.map((step: { isDone: boolean }) => step.isDone)
  expect(await done()).toEqual([false, false, false, false])
  await me.run('log chen -k email')
  expect(await done()).toEqual([false, true, false, false])
  await me.run('log chen -k panel')
  expect(await done()).toEqual([false, true, false, true])
  await me.run('log chen -k study-session')
  expect(await done()).toEqual([false, true, true, true])
})

it('a step that is ticked is shown so at once', async () => {
  const me = world()
  const { out } = await me.run('start done 2')
  expect(out).toBe((await me.run('start')).out)
  expect(out).not.toBe('')
})
