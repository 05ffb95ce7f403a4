import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const LINE =
  'In danger? Call 911 (outside the US, your local emergency number). To talk to someone, call or text 988 (US).'
const LINE_AT_80 = LINE.replace(' someone', '\nsomeone')

async function circle(): Promise<World> {
  const me = world()
  await me.run('add "Priya Nair" --circle support --phone "+1 415 555 0100"')
  await me.run('log priya -k coffee -o "3 oct"')
  await me.run('add "Sam Roth" --circle support')
  await me.run('log sam -k call -o "1 oct"')
  await me.run('add "Student Counselling" --tag counselling --phone "555 0200"')
  return me
}

it('services stand on top, then the circle, longest unseen first, then the line for a crisis', async () => {
  expect((await (await circle()).run('support')).out).toBe(
    `Services
  Student Counselling  555 0200         nothing logged yet

Your people
  Sam Roth                              last contact on 1 Oct
  Priya Nair           +1 415 555 0100  last contact on 3 Oct

After you talk:
  netmed log roth --kind call

${LINE_AT_80}
`,
  )
})

it('with nobody in the circle the line for a crisis is there all the same', async () => {
  expect((await world().run('support')).out).toBe(
    `No one is in your support circle yet.\n  netmed edit <who> --circle support\n\n${LINE_AT_80}\n`,
  )
})

it('the line for a crisis is the user’s to set', async () => {
  const me = world()
  await me.run(['settings', 'crisis-line', 'Campus line 555 0199'])
  expect((await me.run('support')).out.endsWith('\n\nCampus line 555 0199\n')).toBe(true)
})

it('--json keeps who is in the circle to itself unless asked', async () => {
  const me = await circle()
  const { support } = await me.json('support')
  expect(support.people).toEqual([])
  expect(support.crisisLine).toBe(LINE)
  expect(support.services).toMatchObject([{ name: 'Student Counselling', phones: ['555 0200'] }])
  const { support: whole } = await me.json('support --private')
  expect(whole.people.map((person: { name: string }) => person.name)).toEqual([
    'Sam Roth',
    'Priya Nair',
  ])
})

it('somebody to rest from can still be called, somebody archived is left out', async () => {
  const me = await circle()
  await me.run('snooze priya')
  await me.run('archive sam')
  const { support } = await me.json('support --private')
  expect(support.people).toMatchObject([{ name: 'Priya Nair' }])
})

it('an advisor of today is a service, one from before medical school is not', async () => {
  const me = world()
  await me.run('add "Dean Okafor" --role advisor')
  await me.run('add "Mr. Lund" --role advisor --circle pre-med')
  expect((await me.json('support')).support.services).toMatchObject([{ name: 'Dean Okafor' }])
})

it('the circle stands with who was seen longest ago first, and nothing slows it', async () => {
  const me = world()
  await me.run('add "Rosa Kim" --role family --circle support --phone "555 0101"')
  await me.run('add "Sam Roth" --role peer --circle support')
  await me.run('add "Counseling Center" --role other --circle support --phone "555 0199"')
  await me.run('log rosa -k call -o "1 nov"')
  await me.run('log sam -k coffee -o "1 oct"')
  expect((await me.run('support')).out).toBe(`Your people
  Counseling Center  555 0199  nothing logged yet
  Sam Roth                     last contact on 1 Oct
  Rosa Kim           555 0101  last contact on 1 Nov

After you talk:
  netmed log center --kind call

${LINE_AT_80}
`)
  await me.run('season add rotation --until "20 dec"')
  expect((await me.run('due')).out).toBe(`Saturday 21 November · first day of rotation

Today
    Sam Roth                  netmed log sam
    Rosa Kim · call on 1 Nov  netmed log rosa

1 more later: netmed due --all
`)
})
