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

it('a rotation makes its season itself, which one undo takes back with it', async () => {
  const me = world()
  await me.run('event add Medicine -k rotation -o "9 nov" --until "4 dec"')
  expect((await me.run('season')).out).toContain('Medicine')
  expect(me.data().seasons).toMatchObject([
    { name: 'Medicine', kind: 'rotation', pace: 'normal', from: '2026-11-09', until: '2026-12-04' },
  ])
  await me.run('undo')
  expect(me.data()).toMatchObject({ events: [], seasons: [] })
})

it('a rotation that has a season of its name already makes no second', async () => {
  const me = world()
  await me.run('season add medicine -k rotation --from "9 nov" --until "4 dec" --pace half')
  const { season } = await me.json('event add Medicine -k rotation -o "9 nov" --until "4 dec"')
  expect(season).toBeNull()
  expect(me.data().seasons.length).toBe(1)
})

it('when the last day of a rotation moves, its season and the open thanks move with it', async () => {
  const me = world()
  await me.run('event add Medicine -k rotation -o "9 nov" --until "4 dec"')
  await me.run('event met medicine', { stdin: 'Joy Okafor, nurse\nTom Abara, resident\n' })
  await me.run('done 8')
  expect((await me.run('edit 1 --until "11 dec"')).out).toBe(
    [
      'Changed Medicine (#1):',
      '  until  Fri 11 Dec 2026, in 20 days (was Fri 4 Dec 2026)',
      'Its season (#2) has the same days.',
      '1 thank-you now due Fri 11 Dec 2026.',
      '  netmed edit 1',
      '',
    ].join('\n'),
  )
  const dues = me.data().followUps.map(({ due, closed }) => [due, closed])
  expect(dues.sort()).toEqual([
    ['2026-12-04', 'done'],
    ['2026-12-11', undefined],
  ])
  expect(me.data().seasons[0]?.until).toBe('2026-12-11')
})

it('everything that is missing is named at once', async () => {
  const { code, err } = await world().run('event add')
  expect(code).toBe(2)
  expect(err).toContain('Still needed: its name, --kind and --on.')
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
  expect(err).toContain('ACC Meeting (#1) is already there: Wed 18 to Fri 20 Nov 2026.')
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
  expect(err).toBe('An empty line ends the list: 1 line after it not read.\n')
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
Line 4 was skipped: "soon" can't be read as a number of days.
`)
})

it('when no line is good it fails and names each', async () => {
  const me = await conference()
  const { code, err } = await me.run('event met acc', { stdin: ';\n' })
  expect(code).toBe(2)
  expect(err).toContain('No one was entered.\n  Line 1: There is no name in it.')
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
  expect(ran.out).toBe('No one is entered for ACC Meeting yet.\n  netmed event met 1\n')
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
  expect(err).toContain('Line 1 was skipped: The line has an invisible character in it')
  expect(err).toContain('Line 3 was skipped: The line has an invisible character in it')
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
  expect([code, err]).toEqual([1, '#7 is not an event.\n  netmed event list\n'])
})

it('in a pause the notes of an event are one line that leads to all of them', async () => {
  const me = await conference()
  await me.run('event met acc', { stdin: 'Lena Hoff\nSam Roth' })
  await me.run('season add boards --until "20 dec"')
  const { out } = await me.run('due')
  expect(out).toContain('2 first notes from the ACC Meeting')
  expect(out).toContain('netmed draft --event acc')
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
  expect(out).toContain('Thanks for having me on the team. Your calm really stuck with me.')
})

it('a classmate who was at grand rounds too is not thanked for a talk', async () => {
  const me = world()
  await me.run('event add Rounds -k grand-rounds --on yesterday')
  await me.run('event met rounds', { stdin: 'Lee Wong; peer; the fatigue slide\nDr. Ola Berg' })
  const { items } = await me.json('due')
  expect(items.map((item: { command: string }) => item.command)).toEqual([
    'netmed draft speaker-followup berg --set talk=yes',
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

Follow-up #4 · Write to Lena Hoff: the registry · due by Fri

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

What you want out of it
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

Afterwards:
  netmed event met 2
`)
  expect((await me.json('prep 2')).prep).toMatchObject({ daysLeft: 3, there: [{ id: 1 }] })
})

it('an added event says what it is, and of a rotation that it is a season too', async () => {
  const me = world()
  expect(
    (await me.run('event add "Match Panel" -k panel -o "17 nov"')).out,
  ).toBe(`Added #1 Match Panel: panel, Tue 17 Nov 2026, 4 days ago.
  netmed event met 1
`)
  expect(
    (await me.run('event add "Surgery clerkship" -k rotation -o "9 nov" --until "4 dec"')).out,
  ).toBe(`Added #2 Surgery clerkship: rotation, Mon 9 Nov to Fri 4 Dec 2026, now.
  netmed event met 2
It is a season too (#3). For fewer reminders until it ends:
  netmed edit 3 --pace half
`)
  expect(
    (await me.run(`event add "O'Hara $(x)" -k rotation -o "1 dec"`)).out,
  ).toBe(`Added #4 O'Hara $(x): rotation, Tue 1 Dec 2026, in 10 days.
  netmed prep 4
It is a season too (#5). For fewer reminders until it ends:
  netmed edit 5 --pace half
`)
  expect(
    (await me.run('event add "Old rotation" -k rotation -o "1 oct" --until "30 oct"')).out,
  ).toBe(`Added #6 Old rotation: rotation, Thu 1 to Fri 30 Oct 2026, 3 weeks ago.
  netmed event met 6
`)
})

it('the echo of a batch says how many are new and how many were there before', async () => {
  const me = world()
  await me.run('event add "Match Panel" -k panel -o "17 nov"')
  expect(
    (
      await me.run('event met panel', {
        stdin:
          'Dr. Lena Hoff; attending; cardiology; at:UCSF; mentor; every:60d; the registry\nSam Roth; every:none\n',
      })
    ).out,
  ).toBe(`Match Panel, Tue 17 Nov 2026: 2 people, both new.
  #2  Dr. Lena Hoff  attending, cardiology, UCSF, mentor, every     write by Tue
                     60d · the registry
  #5  Sam Roth                                                      write by Tue
  netmed draft --event 1
`)
  expect(
    (await me.run('event met panel', { stdin: 'Sam Roth; his list\n' })).out,
  ).toBe(`Match Panel, Tue 17 Nov 2026: 1 person, entered before.
  #5  Sam Roth  his list  write by Tue
  netmed draft --event 1
`)
  expect(
    (await me.run('event met panel', { stdin: 'Sam Roth\nBo Ek\nAda Osei\n' })).out,
  ).toBe(`Match Panel, Tue 17 Nov 2026: 3 people, 2 new, 1 entered before.
  #5   Sam Roth  his list  write by Tue
  #8   Bo Ek               write by Tue
  #11  Ada Osei            write by Tue
  netmed draft --event 1
`)
  expect(
    (await me.run('event met panel', { stdin: 'Dr. Lena Hoff; fellow; at:Mayo\n' })).out,
  ).toBe(`Match Panel, Tue 17 Nov 2026: 1 person, entered before.
  #2  Dr. Lena Hoff  attending, cardiology, UCSF, mentor, every     write by Tue
                     60d · the registry
Not changed for Dr. Lena Hoff: role and institution. To change: netmed edit hoff
--role …
  netmed draft --event 1
`)
})

it('events stand soonest first with their people, and in a narrow terminal under their names', async () => {
  const me = world()
  await me.run('event add "ACC Meeting" -k conference -o "25 nov" --until fri --place Chicago')
  await me.run('event add "Match Panel" -k panel -o "17 nov"')
  await me.run('event add "Surgery clerkship" -k rotation -o "9 nov" --until "4 dec"')
  await me.run('event met panel', { stdin: 'Sam Roth\nBo Ek\n' })
  await me.run('event met surgery', { stdin: 'Rosa Diaz; nurse\n' })
  expect(
    (await me.run('event list')).out,
  ).toBe(`  #3  Surgery clerkship  rotation · Mon 9 Nov to Fri 4 Dec 2026, now    1 person
  #1  ACC Meeting        conference · Chicago · Wed 25 to Fri 27 Nov
                         2026, in 4 days

Before
  #2  Match Panel        panel · Tue 17 Nov 2026, 4 days ago            2 people

  netmed prep 3
`)
  expect(
    (await me.run('event list', { columns: 60 })).out,
  ).toBe(`  #3  Surgery clerkship  rotation · Mon 9 Nov to    1 person
                         Fri 4 Dec 2026, now
  #1  ACC Meeting        conference · Chicago ·
                         Wed 25 to Fri 27 Nov
                         2026, in 4 days

Before
  #2  Match Panel        panel · Tue 17 Nov 2026,   2 people
                         4 days ago

  netmed prep 3
`)
  expect(
    (await me.run('event list', { columns: 59 })).out,
  ).toBe(`  #3  Surgery clerkship · rotation · Mon 9 Nov to Fri 4 Dec
      2026, now
      1 person
  #1  ACC Meeting · conference · Chicago · Wed 25 to Fri 27
      Nov 2026, in 4 days

Before
  #2  Match Panel · panel · Tue 17 Nov 2026, 4 days ago
      2 people

  netmed prep 3
`)
})

it('once all events are over the list leads to who was there', async () => {
  const me = world()
  await me.run('event add "Match Panel" -k panel -o "17 nov"')
  expect(
    (await me.run('event list')).out,
  ).toBe(`  #1  Match Panel  panel · Tue 17 Nov 2026, 4 days ago

  netmed event met 1
`)
})

it('the sheet of an event that is over names who was there and leads to the debrief', async () => {
  const me = world()
  await me.run('me --pitch "I am Jo."')
  await me.run('add "Dr. Maya Chen"')
  await me.run('event add "Match Panel" -k panel -o "17 nov" --speaker chen --speaker "Ola Berg"')
  await me.run('event met panel', { stdin: 'Dr. Lena Hoff; attending; the registry\nSam Roth\n' })
  expect((await me.run('prep panel')).out).toBe(`Match Panel  #2
panel · Tue 17 Nov 2026, 4 days ago

Speakers: Dr. Maya Chen and Ola Berg.

Entered so far
  #3  Dr. Lena Hoff  attending · the registry  write by Tue
  #6  Sam Roth                                 write by Tue

Your pitch
  I am Jo.

  netmed debrief 2
`)
})

it('the sheet of a rotation that runs asks to learn names, and leads to entering them', async () => {
  const me = world()
  await me.run('event add "Surgery clerkship" -k rotation -o "9 nov" --until "4 dec"')
  await me.run('event met surgery', { stdin: 'Rosa Diaz; nurse; her calm\n' })
  expect((await me.run('prep surgery')).out).toBe(`Surgery clerkship  #1
rotation · Mon 9 Nov to Fri 4 Dec 2026, now

Entered so far
  #3  Rosa Diaz  nurse · her calm  thank by Fri 4 Dec

Your pitch
  Not written yet: netmed pitch

Names to learn: the nurses, allied health and staff as well as the doctors. One
thank-you each waits for the last day.

Nothing to read, see or ask is noted yet.
  netmed edit 1 --read "…" --session "09:30 …" --want "…"

  netmed event met 1
`)
  expect((await me.run('debrief surgery')).out).toBe(`Surgery clerkship  #1
rotation · Mon 9 Nov to Fri 4 Dec 2026, now

You met
  #3  Rosa Diaz  nurse · her calm  thank by Fri 4 Dec

  netmed due --all
`)
})

it('the sheet of an event says who lives there, who was written to and when each session is', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer --area Chicago --specialty surgery')
  await me.run('add "Omar Aziz" --institution "University of Chicago"')
  await me.run('add "Dr. Maya Chen"')
  await me.run('log priya -k coffee -o "1 oct" --no-follow-up')
  await me.run(
    'event add "ACC Meeting" -k conference -o "25 nov" --until fri --place Chicago --speaker chen --session "9:30 Opening" --session "thu 14:00 Registries" --session "Poster hall"',
  )
  await me.run('me --name "Jo Park"')
  await me.run('draft meet-at-event chen --set topic="your registry" --sent')
  expect((await me.run('prep acc')).out).toBe(`ACC Meeting  #5
conference · Wed 25 to Fri 27 Nov 2026, in 4 days · Chicago

Sessions
  Wed 25 Nov 09:30  Opening
  Thu 26 Nov 14:00  Registries
                    Poster hall

Write to
  Dr. Maya Chen  speaks · email 21 Nov           you wrote on 21 Nov
  Priya Nair     near there: Chicago · peer,     netmed draft meet-at-event nair
                 surgery · coffee 1 Oct
  Omar Aziz      near there: University of       netmed draft meet-at-event aziz
                 Chicago

Your pitch
  Not written yet: netmed pitch

Afterwards:
  netmed event met 5
`)
  expect((await me.run('prep acc', { columns: 50 })).out).toBe(`ACC Meeting  #5
conference · Wed 25 to Fri 27 Nov 2026, in 4 days
· Chicago

Sessions
  Wed 25 Nov 09:30  Opening
  Thu 26 Nov 14:00  Registries
                    Poster hall

Write to
  Dr. Maya Chen · speaks · email 21 Nov
  you wrote on 21 Nov
  Priya Nair · near there: Chicago · peer, surgery
  · coffee 1 Oct
  netmed draft meet-at-event nair
  Omar Aziz · near there: University of Chicago
  netmed draft meet-at-event aziz

Your pitch
  Not written yet: netmed pitch

Afterwards:
  netmed event met 5
`)
})

it('a debrief names who was met, what is missing, and who to ask where to read on', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  await me.run('add "Dr. Ada Osei"')
  await me.run(
    'event add "Sepsis talk" -k seminar -o "19 nov" --speaker chen --speaker osei --want "two names"',
  )
  await me.run('event met sepsis', { stdin: 'Dr. Lena Hoff; the registry\nSam Roth\nBo Ek' })
  expect((await me.run('debrief sepsis')).out).toBe(`Sepsis talk  #3
seminar · Thu 19 Nov 2026, 2 days ago

You met
  #4   Dr. Lena Hoff  the registry  write by Thu
  #7   Sam Roth                     write by Thu
  #10  Bo Ek                        write by Thu

What you wanted out of it
  two names

What did you talk about?
  Sam Roth  netmed edit 8 --detail "…"
  Bo Ek     netmed edit 11 --detail "…"

Ask the speaker what to read next
  Dr. Maya Chen  netmed draft speaker-followup chen --set talk=yes
  Dr. Ada Osei   netmed draft speaker-followup osei --set talk=yes

  netmed draft --event 3
`)
})

it('where nobody was entered the debrief and the notes lead to entering them', async () => {
  const me = world()
  await me.run('event add "Sepsis talk" -k seminar -o "19 nov"')
  await me.run('event add "Gala" -k social -o "18 nov"')
  await me.run('event met gala', { stdin: 'Sam Roth' })
  expect((await me.run('debrief sepsis')).out).toBe(`Sepsis talk  #1
seminar · Thu 19 Nov 2026, 2 days ago

No one is entered yet.

  netmed event met 1
`)
  expect((await me.run('draft --event sepsis')).out).toBe(`No one is entered for Sepsis talk yet.
  netmed event met 1
`)
  await me.run('done 5')
  expect((await me.run('draft --event gala')).out).toBe(`No first email is due for Gala.
  netmed due
`)
  expect(await me.run('event met gala', { isTTY: true, answers: [''] })).toEqual({
    code: 0,
    out: `No one was added to the 1 person of Gala.
  netmed due
`,
    err: `Entered for Gala:
  Sam Roth
One person per line: the name, then in any order role, circle, email, at:UCSF,
every:90d, the specialty, and last what you talked about. An empty line ends it.
`,
  })
})

it('what could identify a patient is said of an event too', async () => {
  const me = world()
  expect(
    await me.run(
      'event add Rounds -k grand-rounds -o tue --want "ask about MRN 12345678" --session "9:30 MRN 87654321"',
    ),
  ).toEqual({
    code: 0,
    out: `Added #1 Rounds: grand rounds, Tue 24 Nov 2026, in 3 days.
  netmed prep 1
`,
    err: `This could identify a patient: a record number ("MRN 12345678"). Leave it out.
This could identify a patient: a record number ("MRN 87654321"). Leave it out.
`,
  })
  expect(
    (await me.run('event add Talk -k seminar -o yesterday')).out,
  ).toBe(`Added #2 Talk: seminar, Fri 20 Nov 2026, yesterday.
  netmed event met 2
`)
  await me.run('log "Sam Roth" --new --event talk --no-follow-up')
  expect((await me.run('debrief talk')).out).toBe(`Talk  #2
seminar · Fri 20 Nov 2026, yesterday

You met
  #3  Sam Roth    write by Fri

What did you talk about?
  Sam Roth  netmed edit 4 --detail "…"

Follow-up #5 · Write to Sam Roth: Talk · due by Fri

  netmed draft --event 2
`)
})
