import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function withPeople(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty --area Oakland')
  await me.run('add "Marcus Lee" --role peer')
  return me
}

it('a planned meeting says its hours, whose side of town it is, and what to type next', async () => {
  const me = await withPeople()
  const ran = await me.run('meet chen --on "wed 15:00" --kind coffee', { columns: 100 })
  expect(ran.out).toBe(
    `Planned #3: coffee with Dr. Maya Chen, Wed 25 Nov 2026 15:00 to 15:30, in 4 days.
Pick a place near them, around Oakland.
Once you have one: netmed edit 3 --place "…"
  netmed prep chen
`,
  )
})

it('a meeting with a classmate lasts an hour unless it is said', async () => {
  const me = await withPeople()
  await me.run('meet lee --on "wed 15:00"')
  await me.run('meet lee --on "thu 15:00" --for 45m')
  expect(me.data().followUps.map(each => each.minutes)).toEqual([60, 45])
})

it('the length of a meeting with somebody senior is a setting', async () => {
  const me = await withPeople()
  await me.run('meet chen --on "wed 15:00"')
  expect(me.data().followUps[0]?.minutes).toBe(30)
})

it('a day of shadowing lasts half a day', async () => {
  const me = await withPeople()
  const ran = await me.run('meet chen --on "wed 7:00" --kind shadowing')
  expect(ran.out).toContain('Wed 25 Nov 2026 07:00 to 11:00')
  expect((await me.run('prep chen')).out).toContain(
    'Time       4 hours; ask when to arrive, what to wear and how active you can be\n',
  )
})

it('a day without an hour is allowed, and the invitation is named', async () => {
  const me = await withPeople()
  const ran = await me.run('meet lee --on wed', { columns: 100 })
  expect(ran.out).toBe(
    `Planned #3: meeting with Marcus Lee, Wed 25 Nov 2026, in 4 days, 1 hour.
No time yet. Once you have one: netmed snooze 3 "25 nov 15:00"
Pick a place near them.
Once you have one: netmed edit 3 --place "…"
  netmed draft invite lee
`,
  )
  expect(me.data().followUps[0]).not.toHaveProperty('at')
})

it('refuses a day that is past, and an hour of today that is past', async () => {
  const me = await withPeople()
  expect(await me.run('meet lee --on "today 14:00"')).toEqual({
    code: 2,
    out: '',
    err: 'Today at 14:00 is past; it is 15:00.\n  For something past: netmed log <who> --on <day>\n',
  })
  expect((await me.run('meet lee --on yesterday')).err).toContain('is past (yesterday).')
  expect((await me.run('meet lee --on "today 18:00"')).code).toBe(0)
})

it('refuses the same meeting a second time', async () => {
  const me = await withPeople()
  await me.run('meet chen lee --on "wed 15:00"')
  const ran = await me.run('meet lee chen --on "wed 15:00"')
  expect(ran.err).toBe(
    'That meeting is already there: #3.\n  To move it: netmed snooze 3 "fri 10:00"\n',
  )
  expect(ran.code).toBe(1)
})

it('names what else is planned at that hour', async () => {
  const me = await withPeople()
  await me.run('meet chen --on "wed 15:00" --kind coffee')
  const ran = await me.run('meet lee --on "wed 15:29" --kind lunch')
  expect(ran.out).toContain(
    'At that time you also have #3, Dr. Maya Chen: coffee Wed 25 Nov 15:00.',
  )
  expect((await me.run('meet lee --on "thu 15:29"')).out).not.toContain('At that hour')
})

it('a meeting with several is in due of each, and before its day it is to be prepared', async () => {
  const me = await withPeople()
  await me.run('meet chen lee --on "wed 15:00" --kind video --about "the abstract"')
  const { items } = await me.json('due lee')
  expect(items).toMatchObject([
    {
      followUp: 3,
      kind: 'meeting',
      contact: { name: 'Dr. Maya Chen' },
      others: [{ name: 'Marcus Lee' }],
      what: 'Dr. Maya Chen and Marcus Lee: video Wed 25 Nov 15:00',
      why: 'the abstract',
      command: 'netmed prep chen',
    },
  ])
})

it('logging it with one of its people settles it', async () => {
  const me = await withPeople()
  await me.run('meet chen lee --on "today 18:00" --kind coffee')
  const { settled } = await me.json('log lee --kind coffee')
  expect(settled.map((each: { id: number }) => each.id)).toEqual([3])
})

it('done on it logs everybody in it, where it was', async () => {
  const me = await withPeople()
  await me.run('meet chen lee --on "today 18:00" --kind coffee --place "the Green Bean"')
  await me.run('done 3')
  expect(me.data().interactions).toMatchObject([
    { kind: 'coffee', contacts: [1, 2], place: 'the Green Bean', on: '2026-11-21' },
  ])
})

it('moving it keeps its hour, and names the message for each', async () => {
  const me = await withPeople()
  await me.run('meet chen lee --on "wed 15:00" --kind video')
  const ran = await me.run('snooze 3 "thu"')
  expect(ran.out).toBe(
    `Moved #3: Dr. Maya Chen and Marcus Lee: video Thu 26 Nov 15:00, in 5 days. To let them know:
  netmed draft timeline-change 3 chen
  netmed draft timeline-change 3 lee
`,
  )
  const later = await me.run('snooze 3 "2 dec 16:30"')
  expect(later.out).toContain('video Wed 2 Dec 16:30, in 11 days.')
})

it('a meeting of today can move to a later hour of today', async () => {
  const me = await withPeople()
  await me.run('meet lee --on "today 16:00"')
  expect((await me.run('snooze 3 "today 18:00"')).out).toContain('Sat 21 Nov 18:00, today.')
  expect((await me.run('snooze 3 "today 14:00"')).code).toBe(2)
})

it('the message about a move speaks of the meeting that was moved', async () => {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen --on "tue 10:00" --kind coffee')
  await me.run('meet chen --on "wed 15:00" --kind video')
  await me.run('snooze 4 "2 dec 16:30"', { now: '2026-11-21T15:01:00' })
  const { draft } = await me.json('draft timeline-change chen')
  expect(draft.body).toContain(
    'I can no longer make our video call on Wednesday, November 25 at 3 pm.',
  )
  expect(draft.body).toContain('Would Wednesday, December 2 at 4:30 pm work instead?')
})

it('a meeting moved twice before they are told names the time that they know', async () => {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen --on "tue 10:00" --kind coffee')
  await me.run('snooze 3 "2 dec 16:30"')
  await me.run('snooze 3 "4 dec 9am"')
  const { draft } = await me.json('draft timeline-change chen')
  expect(draft.body).toContain('I can no longer make our coffee on Tuesday, November 24 at 10 am.')
  expect(draft.body).toContain('Would Friday, December 4 at 9 am work')
})

it('once they are told of a move, the new time is the one that may have to move', async () => {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen --on "tue 10:00" --kind coffee')
  await me.run('snooze 3 "2 dec 16:30"')
  const sent = await me.run('draft timeline-change chen --sent')
  expect(sent.out).not.toContain('Settled')
  expect(me.data().followUps[0]).toMatchObject({ due: '2026-12-02', at: '16:30', told: [1] })
  const again = await me.run('draft timeline-change chen')
  expect(again.err).toContain('needs one thing that I don\'t know:\n  --set times="…"')
  await me.run('snooze 3 "4 dec 9am"')
  const { draft } = await me.json('draft timeline-change chen')
  expect(draft.body).toContain(
    'I can no longer make our coffee on Wednesday, December 2 at 4:30 pm.',
  )
})

async function withTwoMoves(): Promise<World> {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen --on "wed 15:00" --kind coffee')
  await me.run('meet chen, lee --on "thu 9:30" --kind video')
  await me.run('snooze 3 "fri 10:00"')
  await me.run('snooze 4 "mon 8:00"', { now: '2026-11-21T15:01:00' })
  return me
}

const COFFEE = 'I can no longer make our coffee on Wednesday, November 25 at 3 pm.'
const VIDEO = 'I can no longer make our video call on Thursday, November 26 at 9:30 am.'

it('of two moves the last is told first, and once it was sent the other', async () => {
  const me = await withTwoMoves()
  const first = await me.run('draft timeline-change chen')
  expect(first.out).toContain(VIDEO)
  expect(first.err).toContain(
    'Also moved: Dr. Maya Chen: coffee Fri 27 Nov 10:00. To let them know: netmed draft timeline-change 3\n',
  )
  await me.run('sent timeline-change chen', { now: '2026-11-21T15:02:00' })
  const second = await me.run('draft timeline-change chen')
  expect(second.out).toContain(COFFEE)
  expect(second.err).not.toContain('Also moved')
})

it('a message about a move is had by the number of the meeting, and logged by it', async () => {
  const me = await withTwoMoves()
  expect((await me.run('draft timeline-change 3')).out).toContain(COFFEE)
  expect((await me.run('draft 4 lee')).out).toContain(VIDEO)
  await me.run('sent 3')
  expect(me.data().followUps[0]).toMatchObject({ id: 3, told: [1] })
  expect((await me.run('draft timeline-change 4')).err).toContain(
    'One by one:\n  netmed draft timeline-change 4 1\n  netmed draft timeline-change 4 2\n',
  )
})

it('a draft without a template tells of a move', async () => {
  const me = await withTwoMoves()
  expect((await me.run('draft chen')).out).toContain(VIDEO)
})

it('a number that the template is not about, or that is not theirs, is refused', async () => {
  const me = await withTwoMoves()
  const other = await me.run('draft thanks 3')
  expect(other.code).toBe(2)
  expect(other.err).toContain(
    'The thanks email is not about #3: Dr. Maya Chen: coffee Fri 27 Nov 10:00.\n  netmed draft thanks 1\n',
  )
  const stranger = await me.run('draft timeline-change 3 lee')
  expect([stranger.code, stranger.err]).toEqual([
    2,
    '#3 is not with Marcus Lee.\n  netmed show 3\n',
  ])
})

it('a private meeting that moved names the draft by its person, as drafts know nothing of it', async () => {
  const me = await withPeople()
  await me.run('meet chen --on "wed 15:00" --kind coffee')
  me.rewrite(data => Object.assign(data.followUps[0] ?? {}, { private: true }))
  expect((await me.run('snooze 3 "fri 10:00"')).out).toContain(
    '  netmed draft timeline-change chen\n',
  )
})

it('everyone at a meeting that moved is told the same', async () => {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen, lee --on "tue 10:00" --kind coffee')
  await me.run('snooze 3 "2 dec 16:30"')
  await me.run('draft timeline-change chen --sent')
  const { draft } = await me.json('draft timeline-change lee')
  expect(draft.body).toContain('I can no longer make our coffee on Tuesday, November 24 at 10 am.')
  expect(draft.body).toContain('Would Wednesday, December 2 at 4:30 pm work')
})

it('a meeting moved back to its time has not moved, and one whose day was edited has', async () => {
  const me = await withPeople()
  await me.run('meet chen --on "tue 10:00" --kind coffee')
  await me.run('edit 3 --due "2 dec"')
  expect(me.data().followUps[0]).toMatchObject({ movedFrom: '2026-11-24', movedFromAt: '10:00' })
  expect((await me.run('show 3')).out).toContain('moved from  Tue 24 Nov 2026, in 3 days')
  await me.run('snooze 3 tue')
  expect(me.data().followUps[0]).not.toHaveProperty('movedFrom')
  expect(me.data().followUps[0]).not.toHaveProperty('movedFromAt')
})

it('the message about a meeting that has not moved asks for the new time and names the old', async () => {
  const me = await withPeople()
  await me.run('me --name "Jo Park"')
  await me.run('meet chen --on "wed 15:00" --kind coffee')
  const asked = await me.run('draft timeline-change chen')
  expect(asked.code).toBe(2)
  expect(asked.err).toContain('--set times="…"')
  const { out } = await me.run('draft timeline-change chen --set times="Thursday at 5 pm"')
  expect(out).toContain(
    'I can no longer make our coffee on Wednesday, November 25 at 3 pm. Would Thursday at 5 pm work',
  )
})

it('stands in the calendar with start, end and alarm', async () => {
  const me = await withPeople()
  await me.run('meet chen --on "wed 6:30" --for 20m --kind coffee --place "the Green Bean"')
  const { out } = await me.run('export ics --out -')
  expect(out).toContain('SUMMARY:Coffee with Dr. Maya Chen\r\n')
  expect(out).toContain('DTSTART:20261125T063000\r\nDTEND:20261125T065000\r\n')
  expect(out).toContain('LOCATION:the Green Bean\r\n')
  expect(out).toContain('TRIGGER:-PT15M\r\n')
})

it('the place alternates: after their side of town it is mine', async () => {
  const me = await withPeople()
  await me.run('log lee --kind coffee --near them --on "3 nov"')
  const { turn } = await me.json('meet lee --on "wed 15:00" --kind coffee')
  expect(turn).toEqual({
    turn: 'me',
    words: 'Last time was near them, so pick a place near you this time.',
  })
})

it('asks nobody to choose a place for a call, or where a place was said', async () => {
  const me = await withPeople()
  expect((await me.json('meet lee --on "wed 15:00" --kind call')).turn).toBeNull()
  expect((await me.json('meet lee --on "thu 15:00" --place "the Green Bean"')).turn).toBeNull()
})

it('who likes it small is told when it is not', async () => {
  const me = await withPeople()
  await me.run('add "Ana Silva" --role peer')
  await me.run('settings style small')
  const small = await me.run('meet lee ana --on "wed 15:00"')
  expect(small.out).not.toContain('you like it small')
  const ran = await me.run('meet chen, lee, ana --on "thu 15:00"')
  expect(ran.out).toContain('That makes 4 people with you; you like it small.\n')
})

it('moved to an hour it keeps the length of its people', async () => {
  const me = await withPeople()
  await me.run('meet lee --on wed')
  await me.run('snooze 3 "25 nov 15:00"')
  expect((await me.run('export ics --out -')).out).toContain('DTEND:20261125T160000\r\n')
})

it('warns of words that could identify a patient', async () => {
  const me = await withPeople()
  const ran = await me.run('meet chen --on wed --about "the patient in room 12"')
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('"room 12')
})

it('names every flag that is needed when nobody can answer', async () => {
  const me = await withPeople()
  expect((await me.run('meet lee')).err).toContain('Still needed: --on.')
  expect((await me.run('meet')).err).toContain('Still needed: the people and --on.')
})

it('a meeting that is planned, moved and called off says its day, its hours and the next command', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Maya Chen" --role faculty --email maya@x.org')
  await me.run('add "Sam Roth" --role peer')
  expect(
    (await me.run('meet chen --on "wed 15:00" --kind coffee --place "the Green Bean" --for 45m'))
      .out,
  ).toBe(`Planned #3: coffee with Dr. Maya Chen, Wed 25 Nov 2026 15:00 to 15:45, in 4
days, the Green Bean.
  netmed prep chen
`)
  expect(
    (await me.run('meet sam --on "thu 12:30"')).out,
  ).toBe(`Planned #4: meeting with Sam Roth, Thu 26 Nov 2026 12:30 to 13:30, in 5 days.
Pick a place near them.
Once you have one: netmed edit 4 --place "…"
  netmed prep roth
`)
  expect(
    (await me.run('meet chen, sam --on "1 dec"')).out,
  ).toBe(`Planned #5: meeting with Dr. Maya Chen and Sam Roth, Tue 1 Dec 2026, in 10 days,
30 minutes.
No time yet. Once you have one: netmed snooze 5 "1 dec 15:00"
  netmed draft invite chen
`)
  expect(
    (await me.run('snooze 3 "thu 16:00"')).out,
  ).toBe(`Moved #3: Dr. Maya Chen: coffee Thu 26 Nov 16:00 at the Green Bean, in 5 days. To let them know:
  netmed draft timeline-change 3
`)
  expect((await me.run('due --all')).out).toBe(`Saturday 21 November

Next 7 days
  #3  Coffee with Dr. Maya Chen at the Green Bean, Thu 26 Nov   netmed prep chen
      16:00
  #4  Meeting with Sam Roth, Thu 26 Nov 12:30                   netmed prep roth

Later
  #5  Meeting with Dr. Maya Chen and Sam Roth, Tue 1 Dec        netmed prep chen
`)
})

it('a meeting lasts from one minute to a day', async () => {
  const me = world()
  await me.run('add "Sam Roth" --role peer')
  expect(await me.run('meet sam --on "wed 15:00" --for 0m')).toEqual({
    code: 2,
    out: '',
    err: `A meeting can't last 0m.
  Write it like: 20m, 1h, 1h30m.
`,
  })
  expect(
    (await me.run('meet sam --on "wed 15:00" --for 1m')).out,
  ).toBe(`Planned #2: meeting with Sam Roth, Wed 25 Nov 2026 15:00 to 15:01, in 4 days.
Pick a place near them.
Once you have one: netmed edit 2 --place "…"
  netmed prep roth
`)
  expect(await me.run('meet sam --on "fri 15:00" --for 1441m')).toEqual({
    code: 2,
    out: '',
    err: `A meeting can't last 1441m.
  Write it like: 20m, 1h, 1h30m.
`,
  })
})

it('a meeting of a whole day is the longest', async () => {
  const me = world()
  await me.run('add "Sam Roth"')
  expect((await me.json('meet sam --on "thu 15:00" --for 24h')).meeting.minutes).toBe(1440)
})

it('a meeting moved to when it is already is not called moved', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('meet chen --on "wed 15:00" --kind coffee')
  const again = await me.run('snooze 2 "wed 15:00"')
  expect(again.code).toBe(1)
  expect(again.err).toContain('#2 is on Wed 25 Nov 2026 15:00 already, so nothing was moved.')
  expect((await me.run('snooze 2 "wed 16:00"')).out).toContain('Moved #2')
})
