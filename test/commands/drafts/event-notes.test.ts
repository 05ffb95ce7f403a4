import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const THREE = 'Lena Hoff; the registry; lena@x.org\nSam Roth\nAmara Obi; sepsis alerts'

async function conference(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('event add "ACC Meeting" --kind conference --on "18 nov" --until fri')
  await me.run('event met acc', { stdin: THREE })
  return me
}

it('each note of an event is shown alone and settled by its own answer', async () => {
  const me = await conference()
  const answers = ['sent', 'later', 'let go']
  const { code, out, err } = await me.run('draft --event acc', { answers })
  expect(code).toBe(0)
  expect(out).toContain('Subject: Good to talk with you at the ACC Meeting')
  expect(out).toContain('1 sent, 1 for later and 1 let go.\n  netmed due')
  expect(err).toContain('1 of 3, ')
  const { items } = await me.json('due --kind event')
  expect(items.map((item: { contact: { name: string } }) => item.contact.name)).toEqual([
    'Lena Hoff',
  ])
})

it('a note that misses what you talked about is written once it is said', async () => {
  const me = await conference()
  const answers = ['later', 'later', 'answer now', 'his match list', 'sent']
  const { out } = await me.run('draft --event acc', { answers })
  expect(out).toContain('hearing about your match list.')
})

it('an edited note is shown again and sent as it is then', async () => {
  const me = await conference()
  const programs = () => ({ code: 0 })
  const { out } = await me.run('draft --event acc', {
    answers: ['later', 'edit', 'later', 'later'],
    programs,
    env: { EDITOR: 'true' },
  })
  expect(out.match(/^To: lena@x\.org$/gm)).toHaveLength(2)
})

it('with nobody there the notes are refused and the way to each is named', async () => {
  const me = await conference()
  const { code, out, err } = await me.run('draft --event acc')
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(
    err,
  ).toBe(`netmed asks about the notes for ACC Meeting one by one, and there is no terminal to ask on.
  netmed draft event-followup obi
  netmed draft event-followup hoff
  netmed draft event-followup roth
  All of them as data: --json
`)
})

it('as data every note is there, with what it misses instead of a hole', async () => {
  const me = await conference()
  const { drafts } = await me.json('draft --event acc')
  expect(drafts).toMatchObject([
    { contact: { name: 'Amara Obi' }, due: '2026-11-27', missing: [], address: null },
    { contact: { name: 'Lena Hoff' }, to: 'lena@x.org', missing: [] },
    { contact: { name: 'Sam Roth' }, subject: null, body: null, missing: ['topic'] },
  ])
})

it('without notes it says so, and as data the list is empty', async () => {
  const me = world()
  await me.run('event add Gala --kind social --on today')
  expect((await me.run('draft --event gala')).out).toBe(
    'No one is entered for Gala yet.\n  netmed event met 1\n',
  )
  expect((await me.json('draft --event gala')).drafts).toEqual([])
})

it('a person beside --event is refused', async () => {
  const me = await conference()
  const { code, err } = await me.run('draft hoff --event acc')
  expect(code).toBe(2)
  expect(err).toContain('only --body can be used with it')
})

it('without anybody there every note is named, however many', async () => {
  const me = world()
  await me.run('event add Gala --kind social --on today')
  const names = ['Ada', 'Ben', 'Cy', 'Di', 'Ed', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jon']
  await me.run('event met gala', { stdin: names.map(name => `${name} Lee`).join('\n') })
  const { err } = await me.run('draft --event gala')
  expect(err.match(/netmed draft event-followup/g)).toHaveLength(10)
})

it('a note is shown with its day and with what is missing to send it', async () => {
  const me = await conference()
  const { err } = await me.run('draft --event acc', { answers: ['later', 'later', 'later'] })
  expect(err).toContain('\n1 of 3, Amara Obi, due Fri 27 Nov\n')
  expect(err).toContain('No email address for Amara Obi.')
  expect(err).not.toContain('No email address for Lena Hoff.')
  expect(err).toContain('It stays open.')
})

it('one note alone is not counted', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('event add "ACC Meeting" --kind conference --on "18 nov" --until fri')
  await me.run('event met acc', { stdin: 'Lena Hoff; the registry' })
  const { err } = await me.run('draft --event acc', { answers: ['let go'] })
  expect(err).toContain('\nLena Hoff, due Fri 27 Nov\n')
  expect(err).toContain("Let go. That's fine.")
})
