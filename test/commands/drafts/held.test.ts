import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const SAME_DAY = '2026-11-21T20:00:00'
const DAYS_LATER = '2026-11-28T09:00:00'

async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Dr. Lena Hoff" --role attending --email lena.hoff@example.org')
  await me.run('log hoff -k coffee -o yesterday -d "your ablation registry"')
  return me
}

/** Held, with what the editor leaves where there is one; gives the command that releases it. */
async function held(me: World, line: string, left?: (text: string) => string): Promise<string> {
  const programs = ([, file = '']: string[]) => {
    fs.writeFileSync(file, left?.(fs.readFileSync(file, 'utf8')) ?? '')
    return { code: 0 }
  }
  const edit = left ? ' --edit' : ''
  const { code, err } = await me.run(`${line} --hold 1d${edit}`, { programs })
  expect(code, err).toBe(0)
  return `done ${me.data().followUps.find(each => each.kind === 'draft')?.id} --yes`
}

it('a held draft says its days as of the day that it is released', async () => {
  const me = await student()
  const first = (await me.run('draft thanks hoff')).out
  expect(first).toContain('yesterday')
  const release = await held(me, 'draft thanks hoff')
  const { out, err } = await me.run(release, { now: DAYS_LATER })
  expect(out).toBe(first.replaceAll('yesterday', 'on November 20'))
  expect(err).not.toContain('Is that still right?')
})

it('nothing else of it changes with what is logged meanwhile', async () => {
  const me = await student()
  const first = (await me.run('draft thanks hoff')).out
  const release = await held(me, 'draft thanks hoff')
  await me.run('log hoff -k lunch -o today -d "your move to Boston"')
  expect((await me.run(release, { now: SAME_DAY })).out).toBe(first)
})

it('the record says what was printed', async () => {
  const me = await student()
  const release = await held(me, 'draft thanks hoff')
  const { draft } = JSON.parse((await me.run(`${release} --json`, { now: DAYS_LATER })).out)
  const record = me.data().followUps.find(each => each.kind === 'draft')
  expect(record).toMatchObject({ what: draft.subject, text: draft.body, closed: 'done' })
})

it('an edited one stays as it is, and what it says of days is named', async () => {
  const me = await student()
  const release = await held(me, 'draft thanks hoff', text => `${text}See you tomorrow!`)
  const { out, err } = await me.run(release, { now: DAYS_LATER })
  expect(out).toContain('yesterday')
  expect(out).toContain('See you tomorrow!')
  expect(err).toContain(
    'It was written on Sat 21 Nov and says "yesterday" and "tomorrow". Is that still right?',
  )
})

it('as data the warning stands with the draft', async () => {
  const me = await student()
  const left = () => 'Subject: Lunch\n\nOn Friday, then.\n'
  const release = await held(me, 'draft thanks hoff', left)
  const { draft } = JSON.parse((await me.run(`${release} --json`, { now: DAYS_LATER })).out)
  expect(draft.body).toBe('On Friday, then.')
  expect(draft.warnings).toEqual([
    'It was written on Sat 21 Nov and says "On Friday". Is that still right?',
  ])
})

it('on the day that it was written nothing is named', async () => {
  const me = await student()
  const release = await held(me, 'draft thanks hoff', text => `${text}See you tomorrow!`)
  expect((await me.run(release, { now: SAME_DAY })).err).not.toContain('Is that still right?')
})

it('a near day that was typed is named though the rest is written anew', async () => {
  const me = await student()
  const invite =
    'draft invite hoff --set activity=coffee --set place=Peet --set topic=research --set times='
  const release = await held(me, `${invite}"Tuesday at 5"`)
  const { err } = await me.run(release, { now: DAYS_LATER })
  expect(err).toContain('says "Tuesday"')
})

it('one whose subject was edited afterwards stays as it is', async () => {
  const me = await student()
  const release = await held(me, 'draft thanks hoff')
  const id = release.split(' ')[1]
  await me.run(`edit ${id} --what "My thanks"`)
  const { out } = await me.run(release, { now: DAYS_LATER })
  expect(out).toContain('Subject: My thanks\n')
  expect(out).toContain('yesterday')
})

it('one whose template is gone is released as it was held', async () => {
  const me = await student()
  const { template } = await me.json('template new thanks')
  const mine = template.path.replace('thanks', 'mine')
  fs.renameSync(template.path, mine)
  const release = await held(me, 'draft mine hoff')
  fs.rmSync(mine)
  const { code, out } = await me.run(release, { now: DAYS_LATER })
  expect(code).toBe(0)
  expect(out).toContain('yesterday')
})

it('once sent it opens and settles what the mail does', async () => {
  const me = await student()
  await me.run('log hoff -k call --no-follow-up --advice "read the guidelines"')
  const advice = me.data().followUps.find(each => each.kind === 'advice')
  await me.run(`done ${advice?.id} --outcome "I read them, and they helped"`)
  const release = await held(me, 'draft advice-update hoff')
  expect((await me.run(release)).code).toBe(0)
  const { opened, settled } = await me.json('sent hoff')
  expect(opened).toEqual([])
  expect(settled.map((each: { id: number }) => each.id)).toContain(advice?.id)
})

it('a held request waits for an answer once it is sent', async () => {
  const me = await student()
  const request =
    'draft letter-request hoff --set for="the award" --set topic="the registry" --set due="1 feb"'
  await me.run(await held(me, request))
  const { opened } = await me.json('sent hoff')
  expect(opened.map((each: { kind: string }) => each.kind)).toEqual(['reply'])
})

it('a held draft is looked at again when it is released', async () => {
  const me = await student()
  const release = await held(
    me,
    'draft thanks hoff',
    text => `${text}\n\nPS: i thought of MRN 12345678 and of Mercy Hospital.`,
  )
  await me.run('add "Omar Aziz" --institution "Mercy Hospital"')
  const { err } = await me.run(release, { now: DAYS_LATER })
  expect(err).toContain('A small "i" for I.')
  expect(err).toContain('This could identify a patient')
  expect(err).toContain('"Mercy Hospital" is where someone else you know works')
})

it('what is found at the release stands in the JSON too', async () => {
  const me = await student()
  const release = await held(me, 'draft thanks hoff', text => `${text}\n\nPS: i forgot.`)
  const { draft } = JSON.parse((await me.run(`${release} --json`, { now: SAME_DAY })).out)
  expect(draft.warnings).toEqual(['A small "i" for I.'])
})
