import { expect, it } from 'vitest'
import { type Answer, world } from '../../support/netmed.ts'

it('show says who somebody is, what is open, and what was, newest first', async () => {
  const me = world()
  await me.run(
    'add "Dr. Lena Hoff, MD" --role attending --specialty cardiology --institution UCSF ' +
      '--email lena.hoff@example.org --met-at "ACC Meeting" --met-on "18 nov" --every 30d',
  )
  await me.run('log hoff -k conference -o wed -d "the ablation registry she runs"')
  await me.run('log hoff -k call -o fri --no-follow-up')
  expect((await me.run('show hoff')).out).toBe(
    [
      'Dr. Lena Hoff  #1                       attending, cardiology · UCSF',
      'lena.hoff@example.org                   met at ACC Meeting, 18 Nov',
      'every 30 days, check in by Sun 20 Dec   known since November 2026',
      'counted from the call on Fri 20 Nov',
      '',
      'Open',
      '    check in by Sun 20 Dec  netmed draft check-in hoff',
      '',
      '  #4  20 Nov  call',
      '  #2  18 Nov  conference  the ablation registry she runs',
      '',
    ].join('\n'),
  )
})

it('show of someone new says what to type next', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer')
  expect((await me.run('show priya')).out).toBe(
    [
      'Priya Nair  #1                             peer',
      'no rhythm · netmed edit nair --every 21d   known since November 2026',
      '',
      'Nothing logged yet.',
      '',
      '  netmed log nair',
      '',
    ].join('\n'),
  )
})

it('on a narrow terminal the page of a person is one column', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer --interest climbing')
  expect((await me.run('show priya', { columns: 40 })).out).toBe(
    [
      'Priya Nair  #1',
      'peer',
      'no rhythm · netmed edit nair --every 21d',
      'known since November 2026',
      '',
      'interest  climbing',
      '',
      'Nothing logged yet.',
      '',
      '  netmed log nair',
      '',
    ].join('\n'),
  )
})

it('show of a follow-up says what it is, where it came from and what settles it', async () => {
  const me = world()
  await me.run('add "Maya Chen" --role attending')
  await me.run('log chen -k office-hours -d "her grant advice"')
  expect((await me.run('show 3')).out).toBe(
    [
      'Thank Maya Chen (her grant advice)  #3',
      'kind  thank you',
      'due   Sun 22 Nov 2026, tomorrow',
      '',
      'came from  #2  21 Nov  office hours with Maya Chen',
      '',
      '  netmed draft thanks chen',
      '',
    ].join('\n'),
  )
})

it('show of an interaction says what it opened and settled', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log chen -k office-hours')
  await me.run('log chen -k email --place "her office" --note "two lines"')
  expect((await me.run('show 4')).out).toBe(
    [
      'email to Maya Chen  #4',
      'on     Sat 21 Nov 2026, today',
      'place  her office',
      '',
      'Note',
      '  two lines',
      '',
      'settled  #3  22 Nov  Thank Maya Chen for the office hours',
      '',
      '  netmed show chen',
      '',
    ].join('\n'),
  )
})

it('show of an event, by number or name, says who was met there', async () => {
  const me = world()
  await me.run('log "Sam Roth" --new -k conference --event "ACC Meeting"')
  const page = [
    'ACC Meeting  #2',
    'kind  conference',
    'on    Sat 21 Nov 2026, today',
    '',
    'there  #3  21 Nov  conference with Sam Roth',
    '',
    '  netmed edit 2',
    '',
  ].join('\n')
  expect((await me.run('show 2')).out).toBe(page)
  expect((await me.run('show acc meeting')).out).toBe(page)
})

it('a person wins over an event that has the name in part, and the whole name wins over both', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log "Sam Roth" --new -k lecture --event "Chen lecture"')
  expect((await me.json('show chen')).contact.name).toBe('Maya Chen')
  expect((await me.json('show "chen lecture"')).event.name).toBe('Chen lecture')
  expect((await me.json('show lecture')).event.name).toBe('Chen lecture')
})

it('an event and a person of one name are told apart, never guessed', async () => {
  const me = world()
  await me.run('log "Ada Sloan" --new -k conference --event Ada')
  const { code, err } = await me.run('show ada')
  expect(code).toBe(1)
  expect(err).toBe('"ada" can be Ada (#2, an event) or Ada Sloan (#1).\n  Use the number: 2 or 1\n')
  expect((await me.run('show ada', { answers: ['Sloan'] })).out).toContain('Ada Sloan  #1')
})

it('each kind of record stands under its noun', async () => {
  const me = world()
  await me.run('log "Sam Roth" --new -k panel --event "AMA panel"')
  expect((await me.json('show 1')).contact).toMatchObject({ id: 1, name: 'Sam Roth' })
  expect((await me.json('show 2')).event).toMatchObject({ id: 2, name: 'AMA panel', kind: 'panel' })
  expect((await me.json('show 3')).interaction).toMatchObject({
    id: 3,
    name: 'panel with Sam Roth',
    contacts: [1],
  })
  expect((await me.json('show 4')).followUp).toMatchObject({
    id: 4,
    kind: 'event',
    what: 'the panel',
    contact: 1,
  })
})

it('what is private is on the screen, and in JSON only when asked for', async () => {
  const me = world()
  await me.run('add "Maya Chen" --worry "her visa" --circle support --private-note "the lawsuit"')
  await me.run('log chen -k office-hours --private --detail "the hard week" --note "she cried"')
  await me.run('log chen -k coffee --private --promise "tell nobody"')
  const secrets = [
    'her visa',
    'support',
    'the lawsuit',
    'the hard week',
    'she cried',
    'tell nobody',
  ]
  const screen = (await me.run('show chen')).out
  const json = JSON.stringify(await me.json('show chen'))
  const asked = JSON.stringify(await me.json('show chen --private'))
  expect(secrets.filter(secret => !screen.includes(secret))).toEqual([])
  expect(secrets.filter(secret => json.includes(secret))).toEqual([])
  expect(secrets.filter(secret => !asked.includes(secret))).toEqual([])
})

it('the number of a private interaction or follow-up is nobody’s in JSON, but with --private', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log chen -k coffee --private --detail "the hard week" --promise "tell nobody"')
  for (const [id, words] of [
    [2, 'the hard week'],
    [3, 'tell nobody'],
  ]) {
    expect((await me.run(`show ${id} --json`)).err).toContain(`There is no #${id}.`)
    expect(JSON.stringify(await me.json(`show ${id} --private`))).toContain(words)
  }
})

it('what a name or note could do to the terminal is shown, not done', async () => {
  const me = world()
  await me.run('add "Eve Ly"')
  const hostile = {
    institution: 'Uni \u202eowned',
    note: 'red \u009b31m\nback\u202ewards',
    hometown: 'a\u200bb',
  }
  me.rewrite(data => Object.assign(data.contacts[0] ?? {}, hostile))
  const { out } = await me.run('show 1')
  expect(out).toContain('Uni \\u{202e}owned')
  expect(out).toContain('  red \\u{9b}31m\n  back\\u{202e}wards')
  expect(out).toContain('a\\u{200b}b')
})

it('show names the flag when a number is nobody’s', async () => {
  const me = world()
  expect(await me.run('show 99')).toEqual({
    code: 1,
    out: '',
    err: 'There is no #99.\n  For the numbers: netmed due or netmed list\n',
  })
})

it('somebody archived is found by full name, with the way back', async () => {
  const me = world()
  await me.run('add "Pat Moss"')
  await me.run('archive pat')
  expect((await me.run('show pat moss')).out).toContain('archived · netmed archive 1 --back')
  const { code, err } = await me.run('show moss')
  expect(code).toBe(1)
  expect(err).toBe(
    'No one on file is called "moss".\n  Pat Moss (#1) is archived: netmed archive 1 --back\n',
  )
})

it('show says what is open without the name at the head of the page', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  await me.run('add "Bea Long"')
  await me.run(
    'log omar -k call --advice "shadow first" --resource "Josephson" --offer "his slides" ' +
      '--promise "send my CV" --ask "his notes"',
  )
  await me.run('meet "omar" "bea" --on "1 dec 15:00" --kind lunch')
  const { out } = await me.run('show omar', { columns: 120 })
  expect(out).toContain(
    [
      'Open',
      '  #7  offered: his slides, due Sat 28 Nov   netmed done 7',
      '  #6  send my CV, due Sat 28 Nov            netmed done 6',
      '  #9  lunch Tue 1 Dec 15:00, with Bea Long  netmed prep aziz',
      '  #8  asked for: his notes, due Sat 5 Dec   netmed done 8',
      '  #5  suggested: Josephson, due Sat 5 Dec   netmed done 5 --outcome "…"',
      '  #4  advice: shadow first, due Sat 12 Dec  netmed done 4 --outcome "…"',
    ].join('\n'),
  )
})

it('a note with line breaks stands in one line of the timeline', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run(['log', 'priya', '-k', 'coffee', '-n', 'her thesis\nand mine'])
  expect((await me.run('show priya')).out).toContain('21 Nov  coffee  her thesis and mine\n')
})

it('advice is shown under the name without a stray apostrophe', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('log priya --advice "one page a day"')
  expect((await me.run('show priya')).out).toMatch(/#3 {2}advice: one page a day, due /)
})

it('the rhythm is counted from a contact without a kind in plain words', async () => {
  const me = world()
  await me.run('add "Priya Nair" --every 6w')
  await me.run('log priya')
  expect((await me.run('show priya')).out).toContain('counted from Sat 21 Nov, when you last met')
})

it.each(['-1', '#', 'x'])(
  'a slip of the finger is not seen in a word as short as %s',
  async word => {
    const me = world()
    await me.run('add "Chen Wu"')
    const { err } = await me.run(['show', word])
    expect(err).not.toContain('Did you mean')
  },
)

it('the page of an interaction names what it opened and what it settled, and no others', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Sam Roth"')
  await me.run(
    'log chen -k office-hours -o thu -d "the grant" --promise "the abstract" --resource "a review"',
  )
  await me.run('log sam -k call -o thu --promise "a book"')
  await me.run('log chen -k email -o today -d "thanks for it"')
  expect((await me.run('show 3')).out).toBe(`office hours with Dr. Maya Chen  #3
on      Thu 19 Nov 2026, 2 days ago
detail  the grant

opened  #4  21 Nov  Thank Dr. Maya Chen (the grant)
opened  #5  5 Dec   Dr. Maya Chen suggested: a review
opened  #6  28 Nov  You promised Dr. Maya Chen: the abstract

  netmed show chen
`)
  expect((await me.run('show 8')).out).toBe(`You promised Sam Roth: a book  #8
kind  promise
due   Sat 28 Nov 2026, in 7 days

came from  #7  19 Nov  call with Sam Roth

  netmed done 8
`)
  expect((await me.run('show 4')).out).toBe(`Thank Dr. Maya Chen (the grant)  #4
kind     thank you
due      Sat 21 Nov 2026, today
settled  Sat 21 Nov 2026, today

came from   #3  19 Nov  office hours with Dr. Maya Chen
settled by  #9  21 Nov  email to Dr. Maya Chen

  netmed show chen
`)
  expect((await me.run('show 7')).out).toBe(`call with Sam Roth  #7
on  Thu 19 Nov 2026, 2 days ago

opened  #8  28 Nov  You promised Sam Roth: a book

  netmed show roth
`)
  expect((await me.run('show 5')).out).toBe(`Dr. Maya Chen suggested: a review  #5
kind  resource
due   Sat 5 Dec 2026, in 14 days

came from  #3  19 Nov  office hours with Dr. Maya Chen

  netmed done 5 --outcome "…"
`)
  expect((await me.run('show 1')).out).toBe(`Dr. Maya Chen  #1                          faculty
no rhythm · netmed edit chen --every 90d   known since November 2026

Open
  #6  the abstract, due Sat 28 Nov        netmed done 6
  #5  suggested: a review, due Sat 5 Dec  netmed done 5 --outcome "…"

  #9  21 Nov  email         thanks for it
  #3  19 Nov  office hours  the grant
`)
})

it('the page of an event names everybody who was there, in the order of days', async () => {
  const me = world()
  await me.run('add "Sam Roth"')
  await me.run('add "Ana Silva"')
  await me.run(
    'event add "ACC Meeting" -k conference -o "18 nov" --until fri --place Chicago --read "a review" --want "two names" --session "9:30 Opening" --speaker "Ola Berg"',
  )
  await me.run('log ana -k conference --event acc -o "20 nov" --no-follow-up')
  await me.run('log sam -k conference --event acc -o "19 nov" --no-follow-up')
  await me.run('log sam -k coffee -o "18 nov" --no-follow-up')
  expect((await me.run('show 3')).out).toBe(`ACC Meeting  #3
kind     conference
on       Wed 18 Nov 2026, 3 days ago
until    Fri 20 Nov 2026, yesterday
place    Chicago
read     a review
speaker  Ola Berg
session  9:30 Opening
want     two names

there  #5  19 Nov  conference with Sam Roth
there  #4  20 Nov  conference with Ana Silva

  netmed edit 3
`)
  expect((await me.run('show 4')).out).toBe(`conference with Ana Silva  #4
on     Fri 20 Nov 2026, yesterday
event  ACC Meeting

  netmed show silva
`)
  await me.run('question sam "How did you choose?"')
  expect((await me.run('show 7')).out).toBe(`How did you choose?  #7
contact  Sam Roth

  netmed edit 7
`)
  await me.run('remind "renew AMWA" --due "1 dec"')
  expect((await me.run('show 8')).out).toBe(`renew AMWA  #8
kind  reminder
due   Tue 1 Dec 2026, in 10 days

  netmed done 8
`)
  await me.run('done 8')
  expect((await me.run('show 8')).out).toBe(`renew AMWA  #8
kind     reminder
due      Tue 1 Dec 2026, in 10 days
settled  Sat 21 Nov 2026, today

  netmed due
`)
})

it('what they are stands beside the name while both fit, and below it otherwise', async () => {
  const me = world()
  await me.run('add "Ana Silva" --role peer --institution UCSF')
  const { out } = await me.run('show ana', { columns: 100 })
  const widest = Math.max(
    ...out
      .split('\n')
      .slice(0, 2)
      .map(line => line.length),
  )
  const first = async (columns: number) =>
    (await me.run('show ana', { columns })).out.split('\n')[0]
  expect(out.split('\n')[0]).toMatch(/^Ana Silva {2}#1 +peer · UCSF$/)
  expect(await first(widest)).toMatch(/peer · UCSF$/)
  expect(await first(40)).toBe('Ana Silva  #1')
})

it('show has what is still to be asked', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  await me.run('question chen "how did you pick your project?"')
  expect((await me.run('show chen')).out).toContain('To ask\n  #2  how did you pick your project?')
  await me.run('question done 2')
  expect((await me.run('show chen')).out).not.toContain('To ask')
})

it('who pointed you to someone shows on both pages, and finds them', async () => {
  const me = world()
  await me.run('add "Dr. Oz Sen" --role faculty')
  await me.run('heard oz --referred "Pat Moss <pat@example.org>"')
  await me.run('add "Kim Lee" --introduced-by pat')
  expect((await me.run('show pat')).out).toContain(
    'someone to write to · Dr. Oz Sen pointed you to them',
  )
  expect((await me.run('show oz')).out).toContain('\nintroduced  Pat Moss (#3)\n')
  expect((await me.run('list via:oz')).out).toContain('#3  Pat Moss')
  expect((await me.run('list via:1')).out).toContain('#3  Pat Moss')
  expect((await me.run('list via:moss')).out).toContain('Kim Lee')
  expect((await me.run('list via:kim')).out).toBe('No matches.\n  netmed list\n')
})

it('the timeline says what was given, and what is private', async () => {
  const me = world()
  await me.run('add Priya')
  await me.run('log priya -k coffee --gave "my biochem notes" -d "her rotation"')
  await me.run('log priya -k call -o fri --private -n "a hard week"')
  const { out } = await me.run('show priya')
  expect(out).toContain('  #2  21 Nov  coffee  her rotation · gave: my biochem notes\n')
  expect(out).toContain('  #3  20 Nov  call    a hard week · private\n')
  const { timeline } = await me.json('show priya --private')
  expect(timeline.map(({ gave, private: mark }: Answer) => [gave, mark])).toEqual([
    ['my biochem notes', undefined],
    [null, true],
  ])
})
