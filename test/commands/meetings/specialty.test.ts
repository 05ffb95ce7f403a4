import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function twoDays(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending --specialty cardiology')
  await me.run('add "Dr. Lena Hoff" --role fellow --specialty Cardiology')
  await me.run('log chen -k shadowing -o fri')
  await me.run('log hoff -k info-interview -o "3 nov" -d "chose it for the tracings"')
  await me.run(
    'debrief chen --likes "the mornings, and that a plan is made before noon" --nurses x',
  )
  await me.run('debrief hoff --likes "tracings"')
  return me
}

it('lays two days side by side', async () => {
  const me = await twoDays()
  expect((await me.run('specialty cardiology', { columns: 80 })).out).toBe(
    `Cardiology

             Dr. Maya Chen                     Dr. Lena Hoff
             shadowing 20 Nov                  info interview 3 Nov
They like    the mornings, and that a plan is  tracings
             made before noon
With nurses  x
Said                                           chose it for the tracings

  netmed specialty
`,
  )
})

it('has no row for what was said where nothing was', async () => {
  const me = world()
  for (const name of ['Maya Chen', 'Lena Hoff']) {
    await me.run(`add "${name}" --specialty cardiology`)
    await me.run(['log', name, '-k', 'shadowing', '-o', 'fri'])
    await me.run(['debrief', name, '--likes', 'the mornings'])
  }
  expect((await me.run('specialty cardiology', { columns: 80 })).out).toBe(
    `Cardiology

           Lena Hoff                          Maya Chen
           shadowing 20 Nov                   shadowing 20 Nov
They like  the mornings                       the mornings

  netmed specialty
`,
  )
})

it('puts them one under the other where there is no room', async () => {
  const me = await twoDays()
  expect((await me.run('specialty cardiology', { columns: 40 })).out).toBe(
    `Cardiology

Dr. Maya Chen
shadowing 20 Nov
  They like    the mornings, and that a
               plan is made before noon
  With nurses  x

Dr. Lena Hoff
info interview 3 Nov
  They like  tracings
  Said       chose it for the tracings

  netmed specialty
`,
  )
})

it('names who was shadowed and is not written down yet', async () => {
  const me = await twoDays()
  await me.run('log hoff -k shadowing -o fri')
  const { out } = await me.run('specialty cardiology')
  expect(out).toContain('Not written down yet: Dr. Lena Hoff.\n\n  netmed debrief 6\n')
})

it('lists the specialties, and who has none', async () => {
  const me = await twoDays()
  await me.run('add "Dr. Omar Aziz"')
  await me.run('log aziz -k shadowing -o fri')
  expect((await me.run('specialty')).out).toBe(
    `  cardiology  shadowed 1 time, 1 interview, 2 debriefs

Without a specialty: Dr. Omar Aziz (netmed edit aziz --specialty …).

  netmed specialty <name>
`,
  )
})

it('asks for the specialty of who has none once their day is written down', async () => {
  const me = world()
  await me.run('add "Dr. Omar Aziz"')
  await me.run('log aziz -k shadowing -o fri')
  const { out } = await me.run('debrief aziz --likes "the pace"')
  expect(out).toContain('\n  netmed edit aziz --specialty …\n')
})

it('with nobody shadowed it says who to ask', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --specialty cardiology')
  expect((await me.run('specialty cardio')).out).toBe(
    'Cardiology\nNo shadowing or informational interviews yet.\n  netmed draft shadow-request chen\n',
  )
  expect((await me.run('specialty')).out).toBe(
    'No shadowing or informational interviews yet.\n  netmed draft shadow-request <who>\n',
  )
  expect((await me.json('specialty')).specialties).toEqual([])
})

it('keeps the answers out of JSON without --private, and what an interview said in it', async () => {
  const me = await twoDays()
  const { debriefs } = await me.json('specialty cardiology')
  expect(debriefs.map((each: { answered: unknown }) => each.answered)).toEqual([[], []])
  expect(debriefs[1].said).toEqual(['chose it for the tracings'])
  const open = await me.json('specialty cardiology --private')
  expect(open.debriefs[1].answers.likes).toBe('tracings')
})

it('what a private interview said stays on the screen', async () => {
  const me = await twoDays()
  await me.run('log hoff -k info-interview -o fri -d "is leaving" --private')
  expect(JSON.stringify(await me.json('specialty cardiology'))).not.toContain('is leaving')
  expect((await me.run('specialty cardiology')).out).toContain('is leaving')
})

it('a specialty that nobody has is not found', async () => {
  const me = await twoDays()
  expect(await me.run('specialty cardiolgy')).toEqual({
    code: 1,
    out: '',
    err: 'No one on file has the specialty "cardiolgy".\n  Did you mean cardiology?\n',
  })
})

it('shows what others wrote harmless, in columns too', async () => {
  const me = await twoDays()
  const file = me.path('.local/share/netmed/netmed.json')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('tracings', 'tra\u202ecings'))
  const { out } = await me.run('specialty cardiology')
  expect(out).toContain('tra\\u{202e}cings')
  expect(out).not.toContain('\u202e')
})
