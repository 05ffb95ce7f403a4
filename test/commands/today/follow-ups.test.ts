import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

describe('remind', () => {
  it('opens a reminder for somebody by a day, and echoes the day', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    const ran = await me.run('remind chen "send her the abstract" --due fri')
    expect(ran.out).toBe(
      'Follow-up #2 · Maya Chen: send her the abstract · due Fri 27 Nov 2026, in 6 days\n  netmed done 2\n',
    )
  })

  it('with one argument that names a person asks for the what, or exits 2', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    const asked = await me.run('remind chen --due fri', { answers: ['send her the abstract'] })
    const alone = await me.run('remind chen --due fri')
    expect(asked.out).toContain('Maya Chen: send her the abstract')
    expect(alone.code).toBe(2)
    expect(alone.err).toContain('Still needed: what to do.')
  })

  it('names every missing flag at once', async () => {
    const me = world()
    const ran = await me.run('remind')
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('Still needed: what to do and --due.')
  })

  it('refuses a past date', async () => {
    const me = world()
    const ran = await me.run('remind "boards" --due yesterday')
    expect(ran.code).toBe(2)
  })
})

describe('done', () => {
  it('on a thank-you logs the contact too', async () => {
    const me = world()
    await me.run('add "Maya Chen" --role faculty')
    await me.run('log chen -k office-hours -o fri')
    const answer = await me.json('done 3')
    expect(answer.logged.kind).toBe('email')
    expect(answer.settled.map((each: { id: number }) => each.id)).toEqual([3])
  })

  it('with an outcome moves advice on to telling them, and a second done closes it', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    await me.run('log chen --advice "one page a day"')
    const tried = await me.json('done 3 --outcome "it worked"')
    expect(tried).toMatchObject({ movedOn: true, followUp: { id: 3, due: '2026-11-28' } })
    expect((await me.json('due')).items[0].template).toBe('advice-update')
    expect(await me.json('done 3')).toMatchObject({ movedOn: false })
    expect(me.data().followUps[0]).toMatchObject({ closed: 'done', outcome: 'it worked' })
  })

  it('asks what came of advice on a terminal', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    await me.run('log chen --advice "one page a day"')
    const ran = await me.run('done 3', { answers: ['the cards worked'] })
    expect(ran.out).toContain('Next for #3: Tell Maya Chen how it went: one page a day')
  })

  it('of an offer knows taken and declined only', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    await me.run('log chen --offer "a look at my CV"')
    expect((await me.run('done 3 --outcome maybe')).code).toBe(2)
    expect((await me.run('done 3 --outcome taken')).code).toBe(0)
  })

  it('on a person says what the number is', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    const ran = await me.run('done 1')
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.err).toContain('#1 is a person (Maya Chen), not a follow-up.')
  })

  it('twice says that it was settled', async () => {
    const me = world()
    await me.run('remind "boards" --due fri')
    await me.run('done 1')
    expect((await me.run('done 1')).code).toBe(1)
  })
})

describe('snooze', () => {
  it('moves a follow-up to a later day', async () => {
    const me = world()
    await me.run('remind "boards" --due tomorrow')
    const ran = await me.run('snooze 1 next wed')
    expect(ran.out).toContain('#1 waits until Wed 25 Nov 2026, in 4 days: boards.')
  })

  it('lets reminders of a person rest until it is off; own promises stay', async () => {
    const me = world()
    await me.run('add "Priya Nair" --every 1d --met-on "1 oct"')
    await me.run('log priya -o "2 oct" --promise "the notes, by 1 dec"')
    const kinds = async () =>
      (await me.json('due')).items.map((item: { kind: string }) => item.kind)
    await me.run('snooze priya')
    expect(await kinds()).toEqual(['promise'])
    await me.run('snooze Priya Nair off')
    expect(await kinds()).toEqual(['keep-in-touch', 'promise'])
  })

  it('ends the rest of a person and of nothing else', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    expect((await me.run('snooze priya')).out).toBe(
      'No reminders about Priya Nair until you say so. Your own promises stay.\n  netmed snooze 1 off\n',
    )
    expect((await me.run('snooze priya off')).out).toBe(
      'Reminders about Priya Nair are on again.\n  netmed due 1\n',
    )
    await me.run('remind "boards" --due tomorrow')
    expect((await me.run('snooze 2 off')).err).toBe(
      "#2 is not a person; off only turns a person's reminders back on.\n" +
        '  For another day: netmed snooze 2 tomorrow\n',
    )
  })

  it('understands until before the day', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    const ran = await me.run('snooze priya until next fri')
    expect(ran.out).toContain('No reminders about Priya Nair until Fri 27 Nov 2026, in 6 days.')
  })

  it('says what a number is before it asks for a day', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    await me.run('log priya')
    expect((await me.run('snooze 2')).err).toBe(
      '#2 is something you logged, not a follow-up.\n  To see what is open: netmed due --all\n',
    )
  })

  it('refuses a day that is past', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    expect((await me.run('snooze priya yesterday')).code).toBe(2)
  })
})

it('drop lets go without blame', async () => {
  const me = world()
  await me.run('remind "boards" --due fri')
  expect((await me.run('drop 1')).out).toBe("Let go of #1: boards. That's fine.\n  netmed due\n")
  expect((await me.json('due')).items).toEqual([])
})

it('what was settled before is said with its day', async () => {
  const me = world()
  await me.run('remind "register" --due fri')
  await me.run('done 1')
  expect((await me.run('done 1')).err).toBe(
    '#1 was settled on Sat 21 Nov 2026.\n  To take that back: netmed undo\n',
  )
})

it('a day to come that lies behind says how long ago it was', async () => {
  const me = world()
  const ran = await me.run('remind boards --due "1 jan 2020"')
  expect(ran.err).toBe('Wed 1 Jan 2020 is past (6 years ago).\n  Give a day from today on.\n')
})

it('an outcome with a hidden character is called by its flag', async () => {
  const me = world()
  await me.run('remind "boards" --due fri')
  const ran = await me.run(['done', '1', '--outcome', 'well\u001b[1m'])
  expect(ran.err).toContain('The --outcome has an invisible character in it')
})

it('a reminder has an hour where one was typed, on every page and in the calendar', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect((await me.run('remind priya "call" --due "wed 15:00"')).out).toBe(
    `Follow-up #2 · Priya Nair: call · due Wed 25 Nov 2026, in 4 days at 15:00
  netmed done 2
`,
  )
  expect((await me.run('due')).out).toContain('Priya Nair: call, by Wed 25 Nov 15:00')
  const onTheDay = await me.run('due', { now: '2026-11-25T09:00:00' })
  expect(onTheDay.out).toContain('15:00  Priya Nair: call')
  expect((await me.run('export ics')).out).toContain('DTSTART:20261125T150000')
  await me.run('snooze 2 "thu 16:30"')
  expect(me.data().followUps[0]).toMatchObject({ due: '2026-11-26', at: '16:30' })
})

it('the hour of a reminder lies ahead, and rings in a calendar of whole days as well', async () => {
  const me = world()
  expect((await me.run('remind "boards" --due "today 14:00"')).err).toContain(
    'Today at 14:00 is past; it is 15:00.',
  )
  expect((await me.run('remind "boards" --due "today 17:00"')).code).toBe(0)
  const { out } = await me.run('export ics --all-day')
  expect(out).toContain('DTSTART:20261121T170000')
  expect(out).toContain('BEGIN:VALARM')
})

it('done and snooze say what they did to each and what comes next', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Maya Chen" --role faculty --email maya@x.org')
  await me.run('add "Sam Roth" --role peer')
  await me.run(
    'log chen -k message -o "18 nov" --promise "the abstract" --advice "read more" --resource "a review"',
  )
  await me.run('remind sam "return the book" --due "20 nov"')
  expect(
    (await me.run('done 5 --outcome "it worked"')).out,
  ).toBe(`Next for #5: Tell Dr. Maya Chen what you learned from it: a review, due Sat 28 Nov 2026, in 7 days.
  netmed draft resource-followup chen
`)
  expect(
    (await me.run('done 6 --outcome "the axis"')).out,
  ).toBe(`Done #6: You promised Dr. Maya Chen: the abstract.
  netmed due
`)
  expect(
    (await me.run('snooze sam 2w')).out,
  ).toBe(`No reminders about Sam Roth until Sat 5 Dec 2026, in 14 days. Your own promises stay.
  netmed snooze 2 off
`)
  expect((await me.run('snooze sam off')).out).toBe(`Reminders about Sam Roth are on again.
  netmed due 2
`)
  expect(
    (await me.run('snooze chen')).out,
  ).toBe(`No reminders about Dr. Maya Chen until you say so. Your own promises stay.
  netmed snooze 1 off
`)
  expect((await me.run('due --all')).out).toBe(`Saturday 21 November

Next 7 days
  #5  Tell Dr. Maya Chen what you learned    netmed draft resource-followup chen
      from it: a review, by Sat 28 Nov · it
      worked

Later
  #4  Dr. Maya Chen's advice: read more, by  netmed done 4 --outcome "…"
      Sat 12 Dec · message Wednesday
  #7  Sam Roth: return the book, by Sat 20   netmed done 7
      Nov 2027
`)
})

it('a rest and a move are told apart by whom the number is of', async () => {
  const me = world()
  await me.run('add "Sam Roth" --role peer --every 2w')
  await me.run('remind sam "return the book" --due "25 nov"')
  expect(
    (await me.run('snooze 1 fri')).out,
  ).toBe(`No reminders about Sam Roth until Fri 27 Nov 2026, in 6 days. Your own promises stay.
  netmed snooze 1 off
`)
  expect(
    (await me.run('snooze 1')).out,
  ).toBe(`No reminders about Sam Roth until you say so. Your own promises stay.
  netmed snooze 1 off
`)
  expect((await me.run('snooze 1 off')).out).toBe(`Reminders about Sam Roth are on again.
  netmed due 1
`)
  expect(
    (await me.run('snooze 2 fri')).out,
  ).toBe(`#2 waits until Fri 27 Nov 2026, in 6 days: Sam Roth: return the book.
  netmed due
`)
  expect(await me.run('snooze 2 off')).toEqual({
    code: 2,
    out: '',
    err: `#2 is not a person; off only turns a person's reminders back on.
  For another day: netmed snooze 2 tomorrow
`,
  })
  expect(await me.run('snooze 2 yesterday')).toEqual({
    code: 2,
    out: '',
    err: `Fri 20 Nov 2026, yesterday is not after today.
  Give a later day: tomorrow, fri, 2w.
`,
  })
  expect(await me.run('snooze 2 today')).toEqual({
    code: 2,
    out: '',
    err: `Sat 21 Nov 2026, today is not after today.
  Give a later day: tomorrow, fri, 2w.
`,
  })
  expect(await me.run('snooze 9')).toEqual({
    code: 1,
    out: '',
    err: `There is no #9.
  For the numbers: netmed due or netmed list
`,
  })
  expect(await me.run('done 1')).toEqual({
    code: 2,
    out: '',
    err: `#1 is a person (Sam Roth), not a follow-up.
  To see what is open with them: netmed due 1
`,
  })
  expect(
    (await me.run('done 2 --outcome "he has it"')).out,
  ).toBe(`Done #2: Sam Roth: return the book.
  netmed due
`)
  expect(await me.run('done 2')).toEqual({
    code: 1,
    out: '',
    err: `#2 was settled on Sat 21 Nov 2026.
  To take that back: netmed undo
`,
  })
})

it('a held draft asks once before it is shown, and says when it was to rest longer', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Sam Roth" --role peer --email sam@x.org')
  await me.run('add "Ana Silva" --role peer')
  await me.run('draft check-in sam --set news="I passed" --hold 2d')
  expect(await me.run('done 3', { answers: [false] })).toEqual({
    code: 0,
    out: `It is still on hold. To write a new one, let this one go:
  netmed drop 3
`,
    err: 'It was to rest a while longer.\n',
  })
  expect(await me.run('done 3', { answers: [true] })).toEqual({
    code: 0,
    out: `To: sam@x.org
Subject: Hi from Jo

Hi Sam,

I passed. How are you doing? No need to write back if you're swamped.

Jo
`,
    err: `It was to rest a while longer.

Nothing was sent. After you send it:  netmed sent 1
`,
  })
  await me.run('draft check-in ana --hold 1d')
  expect(await me.run('done 4', { answers: [true], now: '2026-11-23T10:00:00' })).toEqual({
    code: 0,
    out: `To: Ana Silva
Subject: Hi from Jo

Hi Ana,

I thought I'd say hi and see how you're doing. No need to write back if you're swamped.

Jo
`,
    err: `
Nothing was sent. After you send it:  netmed sent 2
`,
  })
})

it('advice and a resource ask what came of them, once, and a promise asks nothing', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  await me.run(
    'log chen -k message --advice "read more" --resource "a review" --promise "the abstract"',
  )
  expect(
    (await me.run('done 3', { answers: ['it worked'] })).out,
  ).toBe(`Next for #3: Tell Dr. Maya Chen how it went: read more, due Sat 28 Nov 2026, in 7 days.
  netmed draft advice-update chen
`)
  expect(
    (await me.run('done 4', { answers: [''] })).out,
  ).toBe(`Done #4: Dr. Maya Chen suggested: a review.
  netmed due
`)
  expect(
    (await me.run('done 5', { answers: [] })).out,
  ).toBe(`Done #5: You promised Dr. Maya Chen: the abstract.
  netmed due
`)
  expect(await me.run('drop 4')).toEqual({
    code: 1,
    out: '',
    err: `#4 was settled on Sat 21 Nov 2026.
  To take that back: netmed undo
`,
  })
  expect(
    (await me.run('drop 3')).out,
  ).toBe(`Let go of #3: Tell Dr. Maya Chen how it went: read more. That's fine.
  netmed due
`)
})

it('done says as data what moved on, what was settled and what was logged', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log chen --advice "one page a day" --promise "the notes"')
  const ids = (loops: { id: number }[]) => loops.map(({ id }) => id)
  const tried = await me.json('done 3 --outcome "it worked"')
  expect([tried.movedOn, ids(tried.opened), ids(tried.settled), tried.logged]).toEqual([
    true,
    [3],
    [],
    null,
  ])
  const kept = await me.json('done 4')
  expect([kept.movedOn, ids(kept.opened), ids(kept.settled)]).toEqual([false, [], [4]])
})

it('an outcome of blanks alone is none', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log chen --advice "one page a day"')
  await me.run('done 3', { answers: ['   '] })
  expect(me.data().followUps[0]).toMatchObject({ closed: 'done' })
  expect(me.data().followUps[0]).not.toHaveProperty('outcome')
})

it('a meeting that moves names the message for each of its people', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('add "Omar Aziz"')
  await me.run('meet chen, omar --on "25 nov 15:00"')
  expect((await me.run('snooze 3 "26 nov"')).out.split('\n').slice(-3)).toEqual([
    '  netmed draft timeline-change 3 chen',
    '  netmed draft timeline-change 3 aziz',
    '',
  ])
})

it.each([
  ['1w', '2026-12-02', '15:00'],
  ['"next wed"', '2026-12-02', '15:00'],
  ['"next wed 16:30"', '2026-12-02', '16:30'],
  ['"next week"', '2026-11-30', '15:00'],
  ['"next month"', '2026-12-01', '15:00'],
  ['3d', '2026-11-28', '15:00'],
  ['in 3d', '2026-11-24', '15:00'],
  ['tomorrow', '2026-11-22', '15:00'],
  ['fri', '2026-11-27', '15:00'],
  ['"1 dec"', '2026-12-01', '15:00'],
])('a meeting on Wed 25 Nov moves by %s to %s', async (when, day, time) => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('meet chen --on "25 nov 15:00"')
  await me.run(`snooze 2 ${when}`)
  expect(me.data().followUps[0]).toMatchObject({ due: day, at: time })
})

it('what is no meeting, and a meeting that is past, move from today', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('remind chen "the form" --due "25 nov"')
  await me.run('meet chen --on "25 nov 15:00"')
  await me.run('snooze 2 1w')
  await me.run('snooze 3 1w', { now: '2026-11-27T09:00:00' })
  expect(me.data().followUps.map(each => each.due)).toEqual(['2026-11-28', '2026-12-04'])
})

it('of several each meeting moves from its own day', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('meet chen --on "25 nov 15:00"')
  await me.run('meet chen --on "27 nov 15:00"')
  await me.run('remind chen "the form" --due "25 nov"')
  await me.run('snooze 2-4 1w --yes')
  expect(me.data().followUps.map(each => each.due)).toEqual([
    '2026-12-02',
    '2026-12-04',
    '2026-11-28',
  ])
})

it('-o is --on everywhere, so remind has none', async () => {
  const me = world()
  const { code, err } = await me.run('remind "boards" -o fri')
  expect([code, err]).toEqual([2, expect.stringContaining('Unknown option "-o".')])
})
