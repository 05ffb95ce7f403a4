import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('logging says what was understood, what it opened, and what to type next', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff, MD" --role attending')
  const ran = await me.run('log hoff -k conference -o wed -d "the ablation registry she runs"')
  expect(ran).toEqual({
    code: 0,
    out: [
      'Logged #2: conference with Dr. Lena Hoff, Wed 18 Nov 2026.',
      'Follow-up #3 · Write to Dr. Lena Hoff: the ablation registry she runs · due by Wed',
      'The first email will say "the ablation registry you run". To reword it: netmed edit 2 --detail "…"',
      '  netmed draft event-followup hoff',
      '',
    ].join('\n'),
    err: '',
  })
})

it('someone new is one command in a script', async () => {
  const me = world()
  const answer = await me.json('log "Sam Roth" --new --role resident -k coffee')
  expect(answer.contacts).toEqual([
    { id: 1, name: 'Sam Roth', role: 'resident', handle: 'roth', isNew: true },
  ])
  expect(me.data().contacts[0]).toMatchObject({
    name: 'Sam Roth',
    role: 'resident',
    met: 'coffee',
    metOn: '2026-11-21',
  })
})

it('an unknown name is offered as new on a terminal', async () => {
  const me = world()
  const ran = await me.run('log "Sam Roth"', { answers: [true] })
  expect(ran.out).toBe(
    'Added #1 Sam Roth.\nLogged #2: met with Sam Roth, Sat 21 Nov 2026.\n  netmed due\n',
  )
})

it('an unknown name without anybody to ask changes nothing', async () => {
  const me = world()
  const ran = await me.run('log "Sam Roth"')
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'No one on file is called "Sam Roth".\n  If this is someone new: netmed log "Sam Roth" --new\n',
  })
})

it('flags of someone new are refused when everybody is known', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  const ran = await me.run('log priya --role peer')
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('--role is for someone new')
})

it.each(['log Ana Chen Bob Li coffee --new', 'log ana Bob --new', 'log "Bo Li" ana Sam --new'])(
  '--new adds nobody where it cannot be told where one name ends: %s',
  async line => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Maya Chen"')
    const before = me.data()
    const { code, err } = await me.run(line)
    expect(code).toBe(1)
    expect(err).toContain("I can't tell where one name ends: ")
    expect(err).toContain('Put commas between people, or quotes around each.')
    expect(me.data()).toEqual(before)
  },
)

describe('the day', () => {
  it.each([
    ['sat', '2026-11-21'],
    ['fri', '2026-11-20'],
    ['"3 oct"', '2026-10-03'],
    ['yesterday', '2026-11-20'],
  ])('%s is read as %s', async (typed, day) => {
    const me = world()
    await me.run('add "Priya Nair"')
    const answer = await me.json(`log priya --on ${typed}`)
    expect(answer.on).toBe(day)
  })

  it('still to come is refused with the hint to use remind', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    const ran = await me.run('log priya --on tomorrow')
    expect(ran.code).toBe(2)
    expect(ran.err).toBe(
      'Sun 22 Nov 2026 has not come yet.\n' +
        '  For something to come: netmed remind <who> "what" --due <day>\n',
    )
  })

  it('as a date of this year is never put into the last', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    expect(await me.run('log priya --on "25 nov"')).toEqual({
      code: 2,
      out: '',
      err: `Wed 25 Nov 2026 has not come yet.
  For something to come: netmed remind <who> "what" --due <day>
  If it was last year: "25 Nov 2025"
`,
    })
    expect((await me.run('log priya --on "25 nov 2025"')).code).toBe(0)
    expect((await me.json('log priya --on "20 nov"')).on).toBe('2026-11-20')
    expect((await me.json('log priya --on "1 mar"')).on).toBe('2026-03-01')
    expect((await me.run('log priya --on "1 dec"')).code).toBe(2)
  })

  it('and a date of the last year that is nearer than the next one is that', async () => {
    const me = world({ now: '2027-01-10T15:00:00' })
    await me.run('add "Priya Nair"')
    expect((await me.json('log priya --on "20 nov"')).on).toBe('2026-11-20')
    expect((await me.json('log priya --on "25 dec"')).on).toBe('2026-12-25')
    expect((await me.run('log priya --on "11 jan"')).code).toBe(2)
  })

  it('in a line from stdin skips the line with the reason', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    const { err } = await me.run('log -', { stdin: '25 nov; priya; coffee\nfri; priya; lunch\n' })
    expect(err).toContain('Line 1 was skipped: Wed 25 Nov 2026 has not come yet.')
    expect(me.data().interactions).toMatchObject([{ on: '2026-11-20', kind: 'lunch' }])
  })
})

it('what was said comes back: each loop with the days of its kind, or the day that was agreed', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  const answer = await me.json(
    'log chen --advice "one page a day" --resource "the Gawande book" --promise "send her the abstract, by fri" --offer "a look at my CV" --ask "a letter, by 1 feb" --next "ask about the grant, in detail"',
  )
  expect(answer.opened.map((each: { kind: string; due: string }) => [each.kind, each.due])).toEqual(
    [
      ['advice', '2026-12-12'],
      ['resource', '2026-12-05'],
      ['promise', '2026-11-27'],
      ['offer', '2026-11-28'],
      ['ask', '2027-02-01'],
      ['reminder', '2026-11-28'],
    ],
  )
})

it('a final ", by …" that is meant as a day and is none is refused', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  const ran = await me.run('log chen --promise "the book, by 31 feb"')
  expect(ran.code).toBe(2)
  expect(me.data().interactions).toEqual([])
})

it('several people by commas, quotes or bare words', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Maya Chen"')
  const answers = [
    await me.json('log ana chen'),
    await me.json('log ana, chen'),
    await me.json('log "ana, maya chen"'),
  ]
  expect(answers.map(answer => answer.interaction.contacts)).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
})

it('an event is made once and found again by its name', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Maya Chen"')
  await me.run('log ana -k conference --event "ACC Meeting"')
  await me.run('log chen --event "acc meeting"')
  const { events, interactions } = me.data()
  expect(events.map(event => [event.name, event.kind, event.on])).toEqual([
    ['ACC Meeting', 'conference', '2026-11-21'],
  ])
  expect(interactions.map(each => each.kind)).toEqual(['conference', 'conference'])
})

it('logging an email settles the thank-you and says so', async () => {
  const me = world()
  await me.run('add "Maya Chen" --role faculty')
  await me.run('log chen -k office-hours -o fri')
  const ran = await me.run('log chen -k email')
  expect(ran.out).toContain('Done #3: Thank Maya Chen for the office hours.')
})

describe('several lines', () => {
  it('are read in any order, bad ones named by number and skipped', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    await me.run('add "Ana Silva"')
    const ran = await me.run('log -', {
      stdin: 'tue; chen; office-hours; her grant advice\n\nana; coffee\nnobody here; lunch\n',
    })
    expect(ran.code).toBe(0)
    expect(ran.err).toBe('Line 4 was skipped: no one on file is named in "nobody here; lunch"\n')
    expect(me.data().interactions.map(({ kind, on, detail }) => [kind, on, detail])).toEqual([
      ['office-hours', '2026-11-17', 'her grant advice'],
      ['coffee', '2026-11-21', undefined],
    ])
  })

  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('that end in %s are one contact each, without a trace of it', async (_, end) => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('log -', { stdin: ['ana; coffee; cats', 'ana; lunch; dogs', ''].join(end) })
    expect(me.data().interactions.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['coffee', 'cats'],
      ['lunch', 'dogs'],
    ])
  })

  it('with a character that cannot be seen are skipped, wherever it stands', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    const stdin = 'ana; coffee; a \u001b[2Jnote; cats\nana; lunch; one\tnote; dogs\n'
    const { err } = await me.run('log -', { stdin })
    expect(err).toBe('Line 1 was skipped: The line has an invisible character in it (\\u{1b}).\n')
    expect(me.data().interactions).toMatchObject([{ note: 'one note', detail: 'dogs' }])
  })

  it('are looked through for patients as one line is', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    const ran = await me.run('log -', { stdin: 'ana; coffee; her patient in room 12\n' })
    expect(ran.err).toContain('a room or bed ("room 12")')
  })

  it('take no flags, which would be lost without a word', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    const ran = await me.run('log - --kind coffee', { stdin: 'ana; today\n' })
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: 'log - takes everything from its lines, so leave out --kind.\n  One contact per line: tue; chen; office-hours; her grant advice\n',
    })
  })

  it('take no second dash and no words beside it', async () => {
    const me = world()
    const { err } = await me.run('log - ana lunch', { stdin: 'ana; today\n' })
    expect(err).toContain('log - takes everything from its lines, so leave out ana.')
  })

  it('none of which reads is a usage mistake', async () => {
    const me = world()
    const ran = await me.run('log -', { stdin: 'who; lunch\nnoon\n' })
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: `No line could be read.
  Line 1: no one on file is named in "who; lunch"
  Line 2: no one on file is named in "noon"
`,
    })
  })

  it('that are all empty are told what a line looks like', async () => {
    const me = world()
    const ran = await me.run('log -', { stdin: '\n  \n' })
    expect(ran.err).toBe(
      'No line could be read.\n  One contact per line: tue; chen; office-hours; her grant advice\n',
    )
  })

  it('keep several free fields, the last as the detail and the others as the note', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('log -', { stdin: 'ana; a good hour; her lab is full; cats\nana; lunch\n' })
    expect(me.data().interactions.map(({ kind, note, detail }) => [kind, note, detail])).toEqual([
      ['met', 'a good hour; her lab is full', 'cats'],
      ['lunch', undefined, undefined],
    ])
  })

  it('are sentences too, or fields between commas', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Maya Chen"')
    const stdin = [
      '- coffee with ana yesterday about the match; and more',
      'chen, office hours, tue, her advice, all of it',
      'ana; her lab; lunch: what she reads',
      '2w; chen; call',
      'lunch with ana for biochem',
      'ana, omer, lunch',
      'chen, neuro',
      'ana; coffee; tomorrow',
    ].join('\n')
    const { err } = await me.run('log -', { stdin })
    expect(
      me
        .data()
        .interactions.map(({ kind, on, contacts, note, detail }) => [
          kind,
          on,
          contacts,
          note,
          detail,
        ]),
    ).toEqual([
      ['coffee', '2026-11-20', [1], undefined, 'the match; and more'],
      ['office-hours', '2026-11-17', [2], undefined, 'her advice, all of it'],
      ['lunch', '2026-11-21', [1], 'her lab', 'what she reads'],
      ['call', '2026-11-07', [2], undefined, undefined],
    ])
    expect(err).toBe(
      `Line 5 was skipped: "for biochem" isn't clear here. Write: lunch with ana about biochem\n` +
        'Line 6 was skipped: No one on file is called "omer".\n' +
        'Line 7 was skipped: No one on file is called "neuro". Write: chen about neuro\n' +
        'Line 8 was skipped: Sun 22 Nov 2026 has not come yet. Write: netmed meet ana --kind coffee --on tomorrow\n',
    )
  })

  it('with a name that fits several people say so', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Ana Costa"')
    const { err } = await me.run('log -', { stdin: 'ana; lunch\n' })
    expect(err).toContain(
      'Line 1: "ana" fits 2 people: Ana Silva (#1) and Ana Costa (#2). ' +
        'Write: ana silva, lunch or ana costa, lunch',
    )
  })
})

it('a hostile detail is shown harmless and a control character in a name refused', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const detail = await me.run(['log', 'ana', '-d', 'two\nlines'])
  const name = await me.run(['log', 'Eve\u001b[31m', '--new'])
  expect(me.data().interactions[0]?.detail).toBe('two lines')
  expect(detail.code).toBe(0)
  expect(name.code).toBe(2)
  expect(name.err).not.toContain('\u001b')
})

it('--quiet silences the echo, never the JSON', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  expect(await me.run('log ana --quiet')).toEqual({ code: 0, out: '', err: '' })
  expect((await me.json('log ana --quiet')).interaction.contacts).toEqual([1])
})

it('a private interaction keeps its words out of --json', async () => {
  const me = world()
  await me.run('add "Ana Silva" --role resident')
  const answer = await me.json('log ana -k coffee --private -d "her divorce"')
  expect(JSON.stringify(answer)).not.toContain('divorce')
  expect(JSON.stringify(await me.json('due'))).not.toContain('divorce')
})

it('warns of a big ask of someone new', async () => {
  const me = world()
  const { err } = await me.run('log "Kim Lane" --new -k coffee --ask "a letter, by 1 dec"')
  expect(err).toBe(
    'You have not been in touch with Kim Lane yet; a first word could come before.\n' +
      'That leaves Kim Lane 10 days; 4 weeks are usual, so say that a no is fine.\n',
  )
})

it('somebody archived is named before anybody is added under the same name', async () => {
  const me = world()
  await me.run('add "Kim Lee" --role resident')
  await me.run('archive kim')
  const ran = await me.run('log kim')
  expect(ran.err).toBe(
    'No one on file is called "kim".\n' +
      '  Kim Lee (#1, resident) is archived: netmed archive 1 --back\n' +
      '  If this is someone new: netmed log kim --new\n',
  )
})

it('a word that is not a choice is refused in a plain sentence', async () => {
  const me = world()
  await me.run('add "Kim Lee"')
  const ran = await me.run('log kim --near here')
  expect(ran.err).toBe(
    'netmed doesn\'t know the value for --near "here".\n  One of: me, them, neither\n',
  )
})

it('a thank-you for what was said reads as it was noted', async () => {
  const me = world()
  await me.run('add "Lin Wu" --role resident')
  const said = await me.json('log wu -k coffee -d "she wishes she had shadowed earlier"')
  expect(said.opened[0].what).toBe('Thank Lin Wu (she wishes she had shadowed earlier)')
  await me.run('add "Bo Li" --role resident')
  expect((await me.json('log li -k coffee')).opened[0].what).toBe('Thank Bo Li for the coffee')
})

it('an event made on the way is said to be new, with its number', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const first = await me.run('log ana -k conference --event "AHA 2026"')
  const second = await me.run('log ana --event "AHA 2026"')
  expect(first.out).toContain('Noted the event #2 AHA 2026.\n')
  expect(second.out).not.toContain('Noted the event')
})

it('only the last ", by …" is the day; one before it is text', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  const answer = await me.json('log chen --promise "read the book, by Gawande, by fri"')
  expect(answer.opened).toMatchObject([
    { what: 'You promised Maya Chen: read the book, by Gawande', due: '2026-11-27' },
  ])
})

it('a log says all that it noted, opened and settled', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Sam Roth" --role peer')
  expect(
    (
      await me.run(
        'log chen -k office-hours -o yesterday -d "the grant" --place "her office" --promise "the abstract" --advice "read more"',
      )
    ).out,
  ).toBe(`Logged #3: office hours with Dr. Maya Chen, Fri 20 Nov 2026.
Follow-up #4 · Thank Dr. Maya Chen (the grant) · due today
Follow-up #5 · Dr. Maya Chen's advice: read more · due by Sat 12 Dec
Follow-up #6 · You promised Dr. Maya Chen: the abstract · due by Sat 28 Nov
  netmed draft thanks chen
`)
  expect(
    (await me.run('log chen, sam -k lunch -o today --near them')).out,
  ).toBe(`Logged #7: lunch with Dr. Maya Chen and Sam Roth, Sat 21 Nov 2026.
#4 is still open, so this opened no second one: Thank Dr. Maya Chen (the grant).
To be reminded about Dr. Maya Chen every 90 days: netmed edit chen --every 90d
  netmed due
`)
  expect(
    (await me.run('log sam -k call --private -d "his breakup"')).out,
  ).toBe(`Logged #8: call with Sam Roth, Sat 21 Nov 2026.
To be reminded about Sam Roth every 3 weeks: netmed edit roth --every 21d
  netmed due
`)
  expect(
    (await me.run('log chen -k email -d "thanks"')).out,
  ).toBe(`Logged #9: email to Dr. Maya Chen, Sat 21 Nov 2026.
Done #4: Thank Dr. Maya Chen (the grant).
  netmed due
`)
  expect(
    (await me.run('log "Bo Ek" --new -k panel --role resident --event "Match Panel"')).out,
  ).toBe(`Added #10 Bo Ek.
Noted the event #11 Match Panel.
Logged #12: panel with Bo Ek at Match Panel, Sat 21 Nov 2026.
Follow-up #13 · Write to Bo Ek: the panel · due by Sat 28 Nov
If Bo Ek gave no talk there: netmed draft event-followup ek
  netmed draft panel ek --set talk=yes --set topic="…"
`)
})

it('flags of someone new are refused of who is here, and so is what does not go together', async () => {
  const me = world()
  await me.run('add "Sam Roth" --role peer')
  expect(await me.run('log sam --role resident')).toEqual({
    code: 2,
    out: '',
    err: `--role is for someone new, and everyone you named is already on file.
  netmed edit sam --role …
`,
  })
  expect((await me.run('log sam --new')).out).toBe(`Logged #2: met with Sam Roth, Sat 21 Nov 2026.
  netmed due
`)
  expect((await me.run('log sam -k call --event "Gala"')).out).toBe(`Noted the event #3 Gala.
Logged #4: call with Sam Roth at Gala, Sat 21 Nov 2026.
To be reminded about Sam Roth every 3 weeks: netmed edit roth --every 21d
  netmed due
`)
  expect(await me.run('log sam "Ana Silva"')).toEqual({
    code: 1,
    out: '',
    err: `No one on file is called "Ana Silva".
  If this is someone new: netmed log sam "Ana Silva" --new
`,
  })
  expect(await me.run('log sam, nobody')).toEqual({
    code: 1,
    out: '',
    err: `No one on file is called "nobody".
  If this is someone new: netmed log sam, nobody --new
`,
  })
  expect(
    (await me.run('log "Bo Ek" --new --role resident --email bo@x.org -k coffee --ask "a chat"'))
      .out,
  ).toBe(`Added #5 Bo Ek.
Logged #6: coffee with Bo Ek, Sat 21 Nov 2026.
Follow-up #7 · Thank Bo Ek for the coffee · due tomorrow
Follow-up #8 · Bo Ek, asked for: a chat · due by Sat 5 Dec
  netmed draft thanks ek
`)
  expect(await me.run('log sam -k coffee -o tomorrow')).toEqual({
    code: 2,
    out: '',
    err: `Sun 22 Nov 2026 has not come yet.
  For something to come: netmed remind <who> "what" --due <day>
`,
  })
  expect(await me.run('log sam -k yoga')).toEqual({
    code: 2,
    out: '',
    err: `netmed doesn't know the occasion "yoga".
  One of: coffee, lunch, walk, call, video, message, email, meeting, office-hours, info-interview, shadowing, lecture, panel, seminar, grand-rounds, conference, class, club, sport, rotation, research, study-session, group-interview, volunteer, social, wellness, online, introduced, pre-med, event, met
`,
  })
})

it('a big ask is said to come late, of the person asked, and an ordinary one is not', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Sam Roth" --role peer')
  expect(await me.run('log chen -k message --ask "a letter, by 1 dec"')).toEqual({
    code: 0,
    out: `Logged #3: message to Dr. Maya Chen, Sat 21 Nov 2026.
Follow-up #4 · Dr. Maya Chen, asked for: a letter · due by Tue 1 Dec
  netmed done 4
`,
    err: `You have not been in touch with Dr. Maya Chen yet; a first word could come before.
That leaves Dr. Maya Chen 10 days; 4 weeks are usual, so say that a no is fine.
`,
  })
  expect(
    (await me.run('log chen, sam -k call --ask "a chat, by 1 dec"')).out,
  ).toBe(`Logged #5: call with Dr. Maya Chen and Sam Roth, Sat 21 Nov 2026.
Follow-up #6 · Thank Dr. Maya Chen for the call · due tomorrow
Follow-up #7 · Dr. Maya Chen, asked for: a chat · due by Tue 1 Dec
Follow-up #8 · Sam Roth, asked for: a chat · due by Tue 1 Dec
To be reminded about Dr. Maya Chen every 90 days: netmed edit chen --every 90d
  netmed draft thanks chen
`)
  expect(
    (await me.run('log chen -k message --promise "a letter, by 1 dec"')).out,
  ).toBe(`Logged #9: message to Dr. Maya Chen, Sat 21 Nov 2026.
You also have #3, message to Dr. Maya Chen on that day. To take this one back: netmed undo
Done #6: Thank Dr. Maya Chen for the call.
Follow-up #10 · You promised Dr. Maya Chen: a letter · due by Tue 1 Dec
  netmed done 10
`)
  expect(
    (await me.run('log chen -k lunch --next "coffee, by 1 dec"')).out,
  ).toBe(`Logged #11: lunch with Dr. Maya Chen, Sat 21 Nov 2026.
Follow-up #12 · Dr. Maya Chen: coffee · due by Tue 1 Dec
  netmed done 12
`)
  expect(await me.run('log "Bo Ek" -k coffee', { answers: [false] })).toEqual({
    code: 1,
    out: '',
    err: `Nothing was logged.
  netmed list shows who is here.
`,
  })
  expect(
    (await me.run('log "Bo Ek", "Ada Osei" -k coffee', { answers: [true] })).out,
  ).toBe(`Added #13 Bo Ek.
Added #14 Ada Osei.
Logged #15: coffee with Bo Ek and Ada Osei, Sat 21 Nov 2026.
  netmed due
`)
})

it('whether to add who is not known is asked of one person, or of several', async () => {
  const me = world()
  const asked = async (line: string) => (await me.run(line, { answers: [] })).err
  expect(await asked('log "Bo Ek" -k coffee')).toContain('"Bo Ek". Add this person?')
  expect(await asked('log "Bo Ek", "Ada Osei" -k coffee')).toContain('Add them?')
})

it('a rhythm is offered of who is in the contact, not of others seen once before', async () => {
  const me = world()
  await me.run('add "Sam Roth" --role peer')
  await me.run('add "Ana Silva" --role peer')
  await me.run('add "Bo Ek" --role peer --every 30d')
  await me.run('log sam -k coffee -o "1 nov" --no-follow-up')
  await me.run('log ana, bo -k coffee -o "2 nov" --no-follow-up')
  const { out } = await me.run('log sam, bo -k lunch')
  expect(out.match(/netmed edit .* --every .*$/gm)).toEqual(['netmed edit roth --every 21d'])
})

it.each([
  ['--promise', 'send her the abstract by friday', 'send her the abstract', '2026-11-27'],
  ['--ask', 'a letter by 1 feb', 'a letter', '2027-02-01'],
  ['--promise', 'stop by friday', 'stop by friday', undefined],
  ['--promise', 'a book by Oliver Sacks', 'a book by Oliver Sacks', undefined],
  ['--advice', 'apply by 1 sep', 'apply by 1 sep', undefined],
])('%s %j is %j, due %s', async (flag, text, what, due) => {
  const me = world()
  await me.run('add "Maya Chen"')
  const { opened } = await me.json(`log chen ${flag} "${text}"`)
  const loop = opened.find((each: { what: string }) => each.what.includes(what))
  expect(loop).toBeDefined()
  expect(loop.what.endsWith(what)).toBe(true)
  if (due !== undefined) expect(loop.due).toBe(due)
})

it('a name that is nearly somebody asks whether they are meant, whichever command it is', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending')
  const meant = 'No one on file is called "chenn".\n  Did you mean Dr. Maya Chen (#1, attending)?\n'
  expect((await me.run('log chenn -k coffee')).err).toBe(
    `${meant}  If this is someone new: netmed log chenn --new …\n`,
  )
  expect((await me.run('heard chenn')).err).toBe(
    `${meant}  If this is someone new: netmed heard chenn --new\n`,
  )
  expect((await me.run('draft chenn')).err).toBe(
    `${meant}  If this is someone new: netmed add "chenn"\n`,
  )
})

it('on a terminal a name that is nearly somebody is asked about before anybody is added', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  const ran = await me.run('log chenn', { answers: ['Maya Chen'] })
  expect(ran.out).toContain('Logged #2: met with Dr. Maya Chen')
  expect((await me.run('log chenna', { answers: ['someone new'] })).out).toContain(
    'Added #3 Chenna.',
  )
})

it.each([
  ['a day', '-k coffee -o "31 feb"', '"31 feb" is not a day: '],
  ['the day of a promise', '--promise "the slides, by 31 feb"', '"31 feb" is not a day: '],
  ['a kind', '-k cofee', `netmed doesn't know the occasion "cofee".`],
])("an unknown name and %s that can't be read are said together", async (_, flags, problem) => {
  const ran = await world().run(`log hoff ${flags}`)
  expect(ran.err).toContain(`No one on file is called "hoff". ${problem}`)
})

it('an example names whom was met last, or somebody neutral', async () => {
  const me = world()
  expect((await me.run('draft')).err).toContain('For example: netmed draft priya')
  await me.run('add "Omar Aziz"')
  expect((await me.run('draft')).err).toBe(
    'Who? Type a name or a number.\n  For example: netmed draft aziz\n',
  )
})
