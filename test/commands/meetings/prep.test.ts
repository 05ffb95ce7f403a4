import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const QUESTION = '--question "How did you choose the control group?"'

async function withChen(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --interest cardiology')
  await me.run(
    'add "Dr. Maya Chen" --role faculty --area Oakland --specialty cardiology --interest climbing --worry "her visa"',
  )
  await me.run('add "Marcus Lee" --role peer')
  return me
}

it('puts everything before a meeting on one screen', async () => {
  const me = await withChen()
  await me.run(
    'log chen -k office-hours -o fri -d "her grant advice" --resource "a report, by fri"',
  )
  await me.run('meet chen lee --on "wed 15:00" --kind coffee --place "the Green Bean"')
  const ran = await me.run(`prep chen ${QUESTION}`, { columns: 90 })
  expect(ran.out).toBe(
    `Dr. Maya Chen  #1
faculty, cardiology
Coffee Wed 25 Nov 2026 15:00 to 15:30, in 4 days, the Green Bean, with Marcus Lee

Who        known since November 2026
           in common: cardiology · worries: her visa · likes: climbing
Call them  "Dr. Chen", unless they say otherwise
Last       20 Nov, office hours: her grant advice
To do      #4 Thank Dr. Maya Chen (her grant advice), due today
Read       a report (#5, they suggested it)
Ask        #7 How did you choose the control group?
           You have 1 question ready; aim for 2 or 3.
Also ask   Which paper by someone else shaped how you think about this?
           How did your first project come about, and who made it possible?
           What do you look for in a student who stays for more than a summer?
           How did you find mentors when you were where I am?
Find out   which part of their work they like most
           what they did before this, and how they got here
           which groups or committees they are in, and why
Time       30 minutes

  netmed prep chen --question "…"
Afterwards:
  netmed question done 7
  netmed log chen, lee --kind coffee --detail "…"
`,
  )
})

it('says so when the specific questions are too few or too many', async () => {
  const me = await withChen()
  const words = async (line: string) => (await me.json(line)).prep.advice?.words ?? null
  expect(await words('prep chen')).toBe('You have no question ready yet; aim for 2 or 3.')
  expect(await words('prep chen --question One? --question Two?')).toBeNull()
  expect(await words('prep chen --question Three?')).toBeNull()
  expect(await words('prep chen --question Four?')).toBe(
    '4 are too many for one conversation; choose 2 or 3.',
  )
})

it('a question given twice is kept once, and a change is reported', async () => {
  const me = await withChen()
  await me.run(`prep chen ${QUESTION}`)
  const answer = await me.json(`prep chen ${QUESTION}`)
  expect(answer).toMatchObject({ questions: [], opened: [], settled: [] })
  expect(me.data().questions).toHaveLength(1)
})

it('asking for the sheet alone changes nothing', async () => {
  const me = await withChen()
  const before = JSON.stringify(me.data())
  expect(await me.json('prep chen')).not.toHaveProperty('opened')
  expect(JSON.stringify(me.data())).toBe(before)
})

it('questions about the work come before those about the path', async () => {
  const me = await withChen()
  await me.run('question chen "Would you train abroad again?" --career')
  await me.run('question chen "Why registries?"')
  const { prep } = await me.json('prep chen')
  expect(prep.questions.map((each: { id: number }) => each.id)).toEqual([4, 3])
  expect(prep.broader.map((each: { career: boolean }) => each.career)).toEqual([
    false,
    false,
    false,
    true,
  ])
})

it('a question of the bank that was asked does not come back', async () => {
  const me = await withChen()
  const first = (await me.json('prep chen')).prep.broader[0].text
  await me.run(['question', 'chen', first])
  await me.run('question done 3')
  const { prep } = await me.json('prep chen')
  expect(prep.broader.map((each: { text: string }) => each.text)).not.toContain(first)
})

it('before shadowing the broader questions are the four for that', async () => {
  const me = await withChen()
  await me.run('meet chen --on "wed 7:00" --kind shadowing')
  const { prep } = await me.json('prep chen')
  expect(prep.broader).toHaveLength(4)
  expect(prep.broader[2].text).toBe('What does burnout look like in this field, and what helps?')
  expect(prep.turn).toBeNull()
})

it('before an informational interview two of the broader ones are about the path', async () => {
  const me = await withChen()
  await me.run('meet chen --on "wed 15:00" --kind info-interview')
  const { prep } = await me.json('prep chen')
  expect(prep.broader.filter((each: { career: boolean }) => each.career)).toHaveLength(2)
})

it('says whose side of town is meant, and how to put the place down', async () => {
  const me = await withChen()
  await me.run('meet lee --on "wed 15:00" --kind lunch')
  const ran = await me.run('prep lee')
  expect(ran.out).toContain(
    'Place      Pick a place near them.\n           Once you have one: netmed edit 3 --place "…"\n',
  )
  expect(ran.out).toContain('  netmed log lee --kind lunch --detail "…"\n')
})

it('shows what is open both ways', async () => {
  const me = await withChen()
  await me.run('log chen -k message -o fri --promise "send the abstract, by fri" --offer "my CV"')
  const ran = await me.run('prep chen')
  expect(ran.out).toContain('To do      #4 send the abstract, due Fri\n')
  expect(ran.out).toContain('Waiting    #5 offered: my CV, due Sat 28 Nov\n')
})

it('what to read is what they suggested, what their event asks for, and their paper', async () => {
  const me = await withChen()
  await me.run('log chen -k message -o fri --resource "the 2024 report"')
  await me.run('event add "Sepsis rounds" -k grand-rounds -o wed --speaker chen --read "a review"')
  await me.run('draft research chen --set paper="your 2025 ablation paper" --set field=cardiology')
  const { prep } = await me.json('prep chen')
  expect(prep.read.slice(0, 2)).toEqual([
    { text: 'the 2024 report', why: 'they suggested it', followUp: 4 },
    { text: 'a review', why: 'for Sepsis rounds', followUp: null },
  ])
})

it('with nothing to read their own page stands there', async () => {
  const me = world()
  await me.run('add "Ana Silva" --link orcid.org/1')
  expect((await me.json('prep ana')).prep.read).toEqual([
    { text: 'https://orcid.org/1', why: 'their own page', followUp: null },
  ])
})

it('what is unknown becomes something to talk about, hometown and hobbies last', async () => {
  const me = world()
  await me.run('add "Ana Silva" --matters family --background "first in college" --worry boards')
  expect((await me.run('prep ana')).out).toContain(
    `Find out   which groups or committees they are in, and why
           what they do with a free afternoon
           where they grew up, and what they miss about it
`,
  )
})

it('what is private stands on the screen and nowhere else', async () => {
  const me = world()
  await me.run('add "Ana Silva" --worry "her visa" --private-note "said it in confidence"')
  await me.run('log ana -k coffee -d "her leave" --private --promise "hush" --resource "a diary"')
  const secrets = ['her visa', 'in confidence', 'her leave', 'hush', 'a diary']
  const none = secrets.map(() => false)
  const all = secrets.map(() => true)
  const holds = (text: string) => secrets.map(secret => text.includes(secret))
  expect(holds((await me.run('prep ana')).out)).toEqual(all)
  expect(holds(JSON.stringify(await me.json('prep ana')))).toEqual(none)
  expect(holds((await me.run('prep ana --md')).out)).toEqual(none)
  expect(holds((await me.run('prep ana --md --private')).out)).toEqual(all)
})

it('a known worry does not show by its absence among the ideas', async () => {
  const me = await withChen()
  const { prep } = await me.json('prep chen')
  expect(prep.ideas).toContain('what keeps them busy right now')
})

it('prints as Markdown in which nothing of others becomes markup', async () => {
  const me = world()
  await me.run('add "Ana Silva" --matters "# *stars* [x](y) <b>"')
  const ran = await me.run('prep ana --md')
  expect(ran.out).toMatch(/^# Ana Silva\n/)
  expect(ran.out).toContain('- matters to them: # \\*stars\\* \\[x\\](y) \\<b\\>\n')
})

it('fits a narrow terminal', async () => {
  const me = await withChen()
  await me.run(`prep chen ${QUESTION}`)
  const ran = await me.run('prep chen', { columns: 40 })
  const lines = ran.out.split('\n').filter(line => !line.startsWith('  netmed'))
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(40)
})

it('a meeting, a question or an interaction means its person', async () => {
  const me = await withChen()
  await me.run('meet chen --on "wed 15:00"')
  await me.run('question chen "Why registries?"')
  await me.run('log chen -k message')
  const names = [3, 4, 5].map(async id => (await me.json(`prep ${id}`)).prep.contact.name)
  expect(new Set(await Promise.all(names))).toEqual(new Set(['Dr. Maya Chen']))
})

it('an event has its own sheet', async () => {
  const me = await withChen()
  await me.run('event add "ACC Meeting" -k conference -o wed --read "the program"')
  expect((await me.run('prep acc')).out).toContain('the program')
  expect((await me.json('prep acc')).prep.event.name).toBe('ACC Meeting')
})

it('asks which is meant by words that fit a person and an event, and never guesses', async () => {
  const me = await withChen()
  await me.run('event add "Chen lecture" -k lecture -o wed')
  const ran = await me.run('prep chen')
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: `"chen" can be Dr. Maya Chen (#1, faculty) or the event Chen lecture (#3, Wed 25 Nov 2026).
  Use the number: 1 or 3
`,
  })
  const asked = await me.run('prep chen', { answers: ['the event'] })
  expect(asked.out).toContain('Chen lecture')
})

it('--question belongs to a person', async () => {
  const me = await withChen()
  await me.run('event add "ACC Meeting" -k conference -o wed')
  expect((await me.run('prep acc --question Why?')).code).toBe(2)
  expect(me.data().questions).toEqual([])
})

it('the last three times stand on the sheet, and how many there were before', async () => {
  const me = await withChen()
  const last = async () => /^Last .*\n(?: .*\n)*/m.exec((await me.run('prep chen')).out)?.[0]
  expect(await last()).toBe('Last       Nothing logged yet: this is your first contact.\n')
  await me.run('log chen -k coffee -o "1 jun" -d "her first lab"')
  await me.run('log chen -k office-hours -o "1 jul"')
  await me.run('log chen -k lunch -o "1 aug" -d "the grant" --note "likes soup"')
  expect(await last()).toBe(`Last       1 Aug, lunch: the grant · likes soup
           1 Jul, office hours
           1 Jun, coffee: her first lab
`)
  await me.run('log chen -k walk -o "1 sep"')
  expect(await last()).toContain('1 Jul, office hours\n           and 1 time before\n')
  await me.run('log chen -k walk -o "1 oct"')
  expect(await last()).toContain(
    '1 Aug, lunch: the grant · likes soup\n           and 2 times before\n',
  )
})

it('what to read is of the events where they speak, soonest first, and of the last one together', async () => {
  const me = await withChen()
  await me.run('event add "Old talk" -k seminar -o "1 nov" --read "old slides"')
  await me.run('event add "Late talk" -k seminar -o "10 dec" --speaker chen --read "a late paper"')
  await me.run('event add "Soon talk" -k seminar -o "1 dec" --speaker chen --read "a paper"')
  await me.run('event add "Other talk" -k seminar -o "2 dec" --speaker lee --read "their paper"')
  await me.run('event add Gala -k social -o "10 nov" --read "the menu"')
  await me.run('log chen -k seminar --event "Old talk" -o "1 nov" --no-follow-up')
  await me.run('log chen -k email -o "12 nov"')
  await me.run('log lee -k social --event gala -o "10 nov" --no-follow-up')
  await me.run('log lee -k message --resource "a book"')
  const { read } = (await me.json('prep chen')).prep
  expect(read.map(({ text, why }: { text: string; why: string }) => `${text} ${why}`)).toEqual([
    'a paper for Soon talk',
    'a late paper for Late talk',
    'old slides for Old talk',
  ])
})

it('of a long note the last two lines are shown', async () => {
  const me = world()
  await me.run('add "Ana Silva" --note "line one\nline two\nline three"')
  const { out } = await me.run('prep silva')
  expect(out).toContain('line two')
  expect(out).toContain('line three')
  expect(out).not.toContain('line one')
})
