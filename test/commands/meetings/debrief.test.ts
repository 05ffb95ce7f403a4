import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function afterShadowing(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending --specialty cardiology')
  await me.run('log chen -k shadowing -o fri')
  return me
}

it('logging a day of shadowing names the debrief', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending')
  expect((await me.run('log chen -k shadowing')).out).toContain(
    'What you saw, only for you: netmed debrief 2\n',
  )
})

it('keeps what was said with flags, and shows it to the user alone', async () => {
  const me = await afterShadowing()
  const ran = await me.run('debrief chen --likes "the mornings" --myself "yes, with other hours"')
  expect(ran.out).toBe(
    `Shadowing with Dr. Maya Chen, Fri 20 Nov 2026; only for you
  They like    the mornings
  Myself here  yes, with other hours
  netmed specialty cardiology
`,
  )
  expect(me.data().interactions[0]?.debrief).toEqual({
    likes: 'the mornings',
    myself: 'yes, with other hours',
  })
})

it('on a terminal it asks eight questions, each of which can be skipped', async () => {
  const me = await afterShadowing()
  const answers = ['the mornings', '', '', 'ask early', '', '', '', '']
  const ran = await me.run('debrief chen', { answers })
  expect(ran.code).toBe(0)
  expect(me.data().interactions[0]?.debrief).toEqual({
    likes: 'the mornings',
    students: 'ask early',
  })
})

it('a second time Enter keeps an answer and - takes it away', async () => {
  const me = await afterShadowing()
  await me.run('debrief chen --likes "the mornings" --burnout "short nights"')
  await me.run('debrief chen', { answers: ['the mornings', '', '-', '', '', '', '', 'yes'] })
  expect(me.data().interactions[0]?.debrief).toEqual({ likes: 'the mornings', myself: 'yes' })
})

it('stopping with Ctrl-C keeps what was answered', async () => {
  const me = await afterShadowing()
  const ran = await me.run('debrief chen', { answers: ['the mornings', undefined] })
  expect(ran.code).toBe(130)
  expect(ran.err).toContain('Your answers are saved. To go on: netmed debrief 2\n')
  expect(me.data().interactions[0]?.debrief).toEqual({ likes: 'the mornings' })
})

it('skipping everything writes nothing', async () => {
  const me = await afterShadowing()
  const before = JSON.stringify(me.data())
  const { err } = await me.run('debrief chen', { answers: ['', '', '', '', '', '', '', ''] })
  expect(err).toBe(`Enter skips a question. Ctrl-C stops; your answers are kept. It stays with you.

Nothing was saved. That's fine too.
`)
  expect(JSON.stringify(me.data())).toBe(before)
})

it('with nobody to ask it shows what there is, and names the flags when there is nothing', async () => {
  const me = await afterShadowing()
  const nothing = await me.run('debrief chen')
  expect(nothing.code).toBe(2)
  expect(nothing.err).toContain('--likes <text>     What do they like most about it?\n')
  await me.run('debrief chen --likes "the mornings"')
  expect((await me.run('debrief chen')).out).toContain('They like  the mornings')
})

it('is in no JSON without --private, wherever the interaction stands', async () => {
  const me = await afterShadowing()
  const change = await me.json('debrief chen --likes "the mornings"')
  expect(change.debrief).toMatchObject({ interaction: 2, answered: [], answers: { likes: null } })
  expect((await me.run('debrief chen --json')).code).toBe(2)
  for (const line of ['show 2', 'show chen', 'specialty cardiology', 'due']) {
    expect(JSON.stringify(await me.json(line)), line).not.toContain('the mornings')
  }
  const open = await me.json('debrief chen --private')
  expect(open.debrief.answers.likes).toBe('the mornings')
})

it('is in no prep sheet, draft or calendar', async () => {
  const me = await afterShadowing()
  await me.run('me --name "Jo Park"')
  await me.run('debrief chen --likes "the mornings"')
  for (const line of ['prep chen --md', 'draft thanks chen --set point=x', 'export ics --out -']) {
    expect((await me.run(line)).out, line).not.toContain('the mornings')
  }
})

it('on screen the page of the interaction has it', async () => {
  const me = await afterShadowing()
  await me.run('debrief chen --likes "the mornings"')
  expect((await me.run('show 2')).out).toContain('likes: the mornings')
})

it('without shadowing it says how to log it, or that a planned one is settled', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  expect((await me.run('debrief chen --likes x')).err).toBe(
    `You haven't logged any shadowing with Dr. Maya Chen yet. A debrief is for after you shadow.\n  netmed log chen --kind shadowing\n`,
  )
  await me.run('meet chen --on today --kind shadowing')
  expect((await me.run('debrief chen --likes x')).err).toContain('If it happened: netmed done 2\n')
})

it('any interaction can be debriefed by its number', async () => {
  const me = await afterShadowing()
  await me.run('log chen -k rotation')
  const number = me.data().interactions[1]?.id
  expect((await me.json(`debrief ${number} --nurses kindly`)).debrief.kind).toBe('rotation')
})

it('warns of words that could identify a patient', async () => {
  const me = await afterShadowing()
  const ran = await me.run('debrief chen --patients "sat down with the patient in room 12"')
  expect(ran.err).toContain('"room 12"')
})

it('after an event it opens what is missing', async () => {
  const me = world()
  await me.run('event add "ACC Meeting" -k conference -o "18 nov"')
  await me.run('event met "ACC Meeting"', { stdin: 'Sam Roth; resident; the match\n' })
  const { debrief } = await me.json('debrief acc')
  expect(debrief.people[0]).toMatchObject({ name: 'Sam Roth' })
  expect((await me.run('debrief acc --likes x')).code).toBe(2)
})

it('an event to come is not over', async () => {
  const me = world()
  await me.run('event add "ACC Meeting" -k conference -o "25 nov"')
  expect((await me.run('debrief acc')).err).toContain('ACC Meeting has not started')
})

it('a day of shadowing is kept with its answers, and a specialty lays them side by side', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending --specialty cardiology')
  await me.run('add "Dr. Ola Berg" --role attending --specialty surgery')
  await me.run('log chen -k shadowing -o "18 nov"')
  await me.run('log berg -k shadowing -o "19 nov"')
  expect(
    (await me.run('debrief berg --likes "the pace"')).out,
  ).toBe(`Shadowing with Dr. Ola Berg, Thu 19 Nov 2026; only for you
  They like  the pace
  netmed specialty surgery
`)
  expect((await me.run('specialty')).out).toBe(`  cardiology  shadowed 1 time
  surgery     shadowed 1 time, 1 debrief

  netmed specialty <name>
`)
  expect((await me.run('specialty cardiology')).out).toBe(`Cardiology

Not written down yet: Dr. Maya Chen.

  netmed debrief 3
`)
  expect((await me.run('show 3')).out).toBe(`shadowing with Dr. Maya Chen  #3
on  Wed 18 Nov 2026, 3 days ago

opened  #4  21 Nov  Thank Dr. Maya Chen for the shadowing

  netmed show chen
`)
})
