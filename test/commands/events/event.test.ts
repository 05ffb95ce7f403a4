import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const EIGHT = `Dr. Lena Hoff, MD; attending; cardiology; the ablation registry
Sam Roth; at:UCSF; resident; every:90d; sam@x.org; his match list

Never Read
`

async function conference(): Promise<World> {
  const me = world()
  await me.run('event add "ACC Meeting" --kind conference --on "18 nov" --until fri')
  return me
}

it('adding an event says what was understood and what to type next', async () => {
  const me = world()
  const line = 'event add "ACC Meeting" -k congress -o "25 nov" --until fri --place Chicago'
  expect(await me.run(line)).toEqual({
    code: 0,
    out: `Added #1 ACC Meeting: conference, Wed 25 to Fri 27 Nov 2026, in 4 days, Chicago.
  netmed prep 1
`,
    err: '',
  })
})

it('an added event as data has every documented key', async () => {
  const me = world()
  const { event, opened, settled } = await me.json(
    'event add Rounds -k grand-rounds -o wed --session "09:30 Sepsis" --read paper --want meet',
  )
  expect(event).toMatchObject({
    id: 1,
    name: 'Rounds',
    kind: 'grand-rounds',
    on: '2026-11-25',
    until: null,
    place: null,
    read: ['paper'],
    speakers: [],
    sessions: ['09:30 Sepsis'],
    wants: ['meet'],
    state: 'coming',
    people: 0,
  })
  expect([opened, settled]).toEqual([[], []])
})

it('a rotation is offered as a season, its name safe to paste', async () => {
  const me = world()
  const { out } = await me.run(['event', 'add', 'Me$(x)', '-k', 'rotation', '-o', 'today'])
  expect(out).toContain(
    "netmed season add 'Me$(x)' --kind rotation --from 2026-11-21 --until 2026-11-21",
  )
})

it('everything that is missing is named at once', async () => {
  const { code, err } = await world().run('event add')
  expect(code).toBe(2)
  expect(err).toContain('Still needed: <name>, --kind and --on.')
})

it('on a terminal only what is missing is asked', async () => {
  const me = world()
  await me.run('event add Gala --on today', { answers: ['party'] })
  expect(me.data().events).toMatchObject([{ name: 'Gala', kind: 'social', on: '2026-11-21' }])
})

it('the same event twice is refused', async () => {
  const me = await conference()
  const { code, err } = await me.run('event add "acc meeting" --kind conference --on "19 nov"')
  expect(code).toBe(1)
  expect(err).toContain('ACC Meeting (#1) is there already: Wed 18 to Fri 20 Nov 2026.')
})

it('events are listed with what comes first, and an empty list says how to begin', async () => {
  const me = await conference()
  await me.run('event add Gala --kind social --on tomorrow')
  expect(
    (await me.run('event list')).out,
  ).toBe(`  #2  Gala         social · Sun 22 Nov 2026, tomorrow

Before
  #1  ACC Meeting  conference · Wed 18 to Fri 20 Nov 2026, yesterday

  netmed prep 2
`)
  expect((await world().run('event list')).out).toContain('No events yet.')
  expect((await world().json('event list')).events).toEqual([])
})

it('everybody met is entered from stdin, up to the empty line', async () => {
  const me = await conference()
  const { code, out, err } = await me.run('event met acc', { stdin: EIGHT })
  expect(code).toBe(0)
  expect(out).toBe(`ACC Meeting, Fri 20 Nov 2026: 2 people, both new.
  #2  Dr. Lena Hoff  attending, cardiology · the ablation registry  write by Fri
  #5  Sam Roth       resident, UCSF, every 90d · his match list     write by Fri
  netmed draft --event 1
`)
  expect(err).toBe('An empty line ends the list: 1 line behind it not read.\n')
})

it('the batch as data has the people, what it opened and what was skipped', async () => {
  const me = await conference()
  await me.run('event met 1', { stdin: 'Lena Hoff; mentor; the registry' })
  const ran = await me.run('event met 1 --json', { stdin: '; nobody\nLena Hoff\nSam Roth; bad@@x' })
  expect(JSON.parse(ran.out)).toMatchObject({
    event: { id: 1, people: 2 },
    contacts: [
      { id: 2, isNew: false, isLogged: false, circles: ['mentor'], detail: 'the registry' },
      { name: 'Sam Roth', isNew: true, isLogged: true, detail: 'bad@@x' },
    ],
    opened: [{ kind: 'event', due: '2026-11-27' }],
    settled: [],
    skipped: [{ number: 1, why: 'There is no name in it.' }],
    warnings: ['Line 1 was skipped: There is no name in it.'],
  })
})

it('bad lines are named and skipped, good ones kept', async () => {
  const me = await conference()
  const stdin = ';\n12\nLena Hoff; a@b\nSam Roth; every:soon\nBo Ek'
  const { code, out, err } = await me.run('event met acc --no-input', { stdin })
  expect(code).toBe(0)
  expect(out).toContain('1 person, new.')
  expect(err).toBe(`Line 1 was skipped: There is no name in it.
Line 2 was skipped: There is no #12.
Line 3 was skipped: "a@b" is not an email address.
Line 4 was skipped: "soon" cannot be read as a number of days.
`)
})

it('when no line is good it fails and names each', async () => {
  const me = await conference()
  const { code, err } = await me.run('event met acc', { stdin: ';\n' })
  expect(code).toBe(2)
  expect(err).toContain('Nobody was entered.\n  Line 1: There is no name in it.')
  expect(me.data().interactions).toEqual([])
})

it('on a terminal it shows who is entered, then asks line by line', async () => {
  const me = await conference()
  await me.run('event met acc', { stdin: 'Lena Hoff; the registry' })
  const ran = await me.run('event met acc', { isTTY: true, answers: ['Sam Roth; his list', ''] })
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('Entered for ACC Meeting:\n  Lena Hoff: the registry\n')
  expect(me.data().contacts.map(contact => contact.name)).toEqual(['Lena Hoff', 'Sam Roth'])
})

it('an empty first line on a terminal enters nobody and is no mistake', async () => {
  const me = await conference()
  const ran = await me.run('event met acc', { isTTY: true, answers: [''] })
  expect(ran.code).toBe(0)
  expect(ran.out).toBe('Nobody is entered for ACC Meeting yet.\n  netmed event met 1\n')
})

it('a line that could identify a patient warns', async () => {
  const me = await conference()
  const { err } = await me.run('event met acc', { stdin: 'Lena Hoff; patient MRN 12345678' })
  expect(err).toContain('MRN')
})

it('which event is asked on a terminal, and all are named where nobody answers', async () => {
  const me = await conference()
  await me.run('event add "ACP Meeting" --kind conference --on "17 nov"')
  const { code, err } = await me.run('event met meeting', { stdin: 'Bo Ek' })
  expect(code).toBe(1)
  expect(
    err,
  ).toBe(`"meeting" fits 2 events: ACC Meeting (#1, Wed 18 to Fri 20 Nov 2026) and ACP Meeting (#2, Tue 17 Nov 2026).
  Use the number: 1 or 2
`)
  await me.run('event met meeting', { answers: ['ACP'], stdin: 'Bo Ek' })
  expect(me.data().interactions).toMatchObject([{ event: 2 }])
})

it('hostile names stay text', async () => {
  const me = await conference()
  const stdin = 'Eve \u202e Moss; x\n__proto__; constructor\nAna; \u001b[2Jdetail'
  const { out, err } = await me.run('event met acc', { stdin })
  expect(err).toContain('Line 1 was skipped: The line has a character in it that cannot be seen')
  expect(err).toContain('Line 3 was skipped: The line has a character in it that cannot be seen')
  expect(out).toContain('__proto__')
  expect(out + err).not.toMatch(/[\u001b\u202e]/)
})

it.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
])('lines that end in %s are one person each', async (_, end) => {
  const me = await conference()
  await me.run('event met acc', { stdin: ['Bo Ek; her\tposter', 'Sam Roth'].join(end) })
  expect(me.data().contacts.map(({ name }) => name)).toEqual(['Bo Ek', 'Sam Roth'])
  expect(me.data().interactions[0]?.detail).toBe('her poster')
})

it('one undo takes the whole batch back', async () => {
  const me = await conference()
  await me.run('event met acc', { stdin: EIGHT })
  await me.run('undo')
  expect(me.data().contacts).toEqual([])
})

it.each([
  ['acc', 'conference with Bo Ek at ACC Meeting, Fri 20 Nov 2026'],
  ['1', 'conference with Bo Ek at ACC Meeting, Fri 20 Nov 2026'],
  ['"acc meeting" --on "19 nov"', 'conference with Bo Ek at ACC Meeting, Thu 19 Nov 2026'],
  ['ACC --on 2025-11-19', 'met with Bo Ek at ACC, Wed 19 Nov 2025'],
  ['Gala', 'met with Bo Ek at Gala, Sat 21 Nov 2026'],
])('log --event %s links to the event that is there or makes it', async (event, said) => {
  const me = await conference()
  await me.run('add "Bo Ek"')
  const { out } = await me.run(`log "Bo Ek" --event ${event}`)
  expect(out).toContain(said)
})

it('log --event refuses a number that is no event', async () => {
  const me = await conference()
  const { code, err } = await me.run('log "Bo Ek" --new --event 7')
  expect([code, err]).toEqual([1, '#7 is no event.\n  netmed event list\n'])
})

it('in a pause the notes of an event are one line that leads to all of them', async () => {
  const me = await conference()
  await me.run('event met acc', { stdin: 'Lena Hoff\nSam Roth' })
  await me.run('season add boards --until "20 dec"')
  const { out } = await me.run('due')
  expect(out).toContain('Write to 2 people from the ACC Meeting')
  expect(out).toContain('netmed draft --event 1')
})

it('the team of a rotation is thanked after its last day, without the day of entering them', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('event add Medicine -k rotation -o "9 nov" --until "4 dec"')
  const entered = await me.run('event met medicine', { stdin: 'Rosa Diaz; nurse; her calm' })
  expect(entered.out).toContain('thank by Fri 4 Dec\n  netmed due --all')
  const after = { now: '2026-12-05T10:00' }
  const debrief = await me.run('debrief medicine', after)
  expect(debrief.out).toContain('thank now\n\n  netmed draft --event 1')
  const { out } = await me.run('draft --event medicine', { ...after, answers: ['sent'] })
  expect(out).toContain(
    'Thank you for having me on the team. What I am taking with me is your calm.',
  )
})

it('a classmate who was at grand rounds too is not thanked for a talk', async () => {
  const me = world()
  await me.run('event add Rounds -k grand-rounds --on yesterday')
  await me.run('event met rounds', { stdin: 'Lee Wong; peer; the fatigue slide\nDr. Ola Berg' })
  const { items } = await me.json('due')
  expect(items.map((item: { command: string }) => item.command)).toEqual([
    'netmed draft speaker-followup berg',
    'netmed draft event-followup wong',
  ])
})

it('a debrief on a terminal asks what is missing and opens the notes that are', async () => {
  const me = await conference()
  await me.run('log "Lena Hoff" --new --event acc --no-follow-up')
  const ran = await me.run('debrief acc', { answers: ['the registry'] })
  expect(ran.out).toBe(`ACC Meeting  #1
conference · Wed 18 to Fri 20 Nov 2026, yesterday

You met
  #2  Lena Hoff  the registry  write by Fri

Opened #4: Write to Lena Hoff: the registry, by Fri.

  netmed draft --event 1
`)
  const again = await me.json('debrief 1')
  expect(again).toMatchObject({ opened: [], settled: [] })
})

it('the page before an event is whole in one screen, and stays the same as data', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending')
  await me.run(
    'event add Rounds -k grand-rounds -o tue --speaker chen --speaker "Dr. Ola Berg" --read paper --want meet --session "9:30 Sepsis"',
  )
  expect((await me.run('prep rounds')).out).toBe(`Rounds  #2
grand rounds · Tue 24 Nov 2026, in 3 days

What you want from it
  meet

Read first
  paper

Sessions
  09:30  Sepsis

Write to
  Dr. Maya Chen  speaks · attending  netmed draft meet-at-event chen

Also speaking: Dr. Ola Berg.

Your pitch
  Not written yet: netmed pitch

When you have been there:
  netmed event met 2
`)
  expect((await me.json('prep 2')).prep).toMatchObject({ daysLeft: 3, there: [{ id: 1 }] })
})
