import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function clinic(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending --every 30d')
  await me.run('log chen -k office-hours -o "1 oct" --no-follow-up')
  await me.run('add "Priya Nair" --role peer --circle support')
  await me.run('log priya -k coffee -o "3 oct"')
  return me
}

describe('season add', () => {
  it('reads the kind from the name, begins today, and names whom a word ahead would help', async () => {
    const me = await clinic()
    expect((await me.run('season add "Step 1" --until "18 dec"')).out).toBe(
      `Added #5 Step 1: boards. Reminders pause from today to Fri 18 Dec 2026 (28
days).
In that time: no reminders to check in, no nudges and no suggestions.
Thank-yous, promises, meetings and your support circle still come up.
Dr. Maya Chen may expect to meet you or hear from you in those days. To say
you're busy:
  netmed draft scale-back chen
`,
    )
  })

  it('the mail that it names says until when', async () => {
    const me = await clinic()
    await me.run('me --name "Jo Park"')
    const { scaleBack } = await me.json('season add exams --from mon --until "4 dec"')
    const ran = await me.run(scaleBack.command.replace('netmed ', ''))
    expect(ran.out).toContain('Subject: Slow to reply until Friday, December 4')
  })

  it.each([
    ['Step 2 CK', 'boards', 'pause'],
    ['finals', 'exams', 'pause'],
    ['surgery clerkship', 'rotation', 'normal'],
    ['ERAS', 'application', 'half'],
    ['Christmas break', 'leave', 'pause'],
  ])('%s is a season of %s, at %s', async (name, kind, pace) => {
    const me = world()
    const { season } = await me.json(`season add "${name}" --until "18 dec"`)
    expect(season).toMatchObject({ name, kind, pace, from: '2026-11-21', until: '2026-12-18' })
  })

  it('a rest lasts a day', async () => {
    const { season, scaleBack } = await (await clinic()).json('season add rest')
    expect(season).toMatchObject({ kind: 'rest', from: '2026-11-21', until: '2026-11-21', days: 1 })
    expect(scaleBack).toEqual({ contacts: [], command: null })
  })

  it('kind and pace that were typed win', async () => {
    const { season } = await world().json('season add "Step 1" -k rotation --pace half --until fri')
    expect(season).toMatchObject({ kind: 'rotation', pace: 'half' })
  })

  it('a first day may be past', async () => {
    const { season } = await world().json('season add boards --from "1 nov" --until "18 dec"')
    expect(season.from).toBe('2026-11-01')
  })

  it('names everything that is missing at once', async () => {
    const ran = await world().run('season add "hard weeks"')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('Still needed: --kind and --until.')
  })

  it('asks for what is missing on a terminal', async () => {
    const me = world()
    await me.run('season add', { answers: ['hard weeks', 'boards', '18 dec'] })
    expect(me.data().seasons).toMatchObject([{ name: 'hard weeks', kind: 'boards' }])
  })

  it('refuses to end before it begins, and to hold the same days twice', async () => {
    const me = world()
    expect((await me.run('season add exams --from 2026-12-20 --until 2026-12-10')).code).toBe(2)
    await me.run('season add exams --until "18 dec"')
    expect(await me.run('season add Exams --until "20 dec"')).toEqual({
      code: 1,
      out: '',
      err: 'exams (#1) is already there, until Fri 18 Dec 2026.\n  netmed edit 1 --until …, or netmed season end 1\n',
    })
  })

  it('shows a hostile name as text', async () => {
    const ran = await world().run(['season', 'add', 'exams\u202e', '--until', 'fri'])
    expect(ran.out + ran.err).not.toContain('\u202e')
  })
})

describe('season list and end', () => {
  it('shows those on now, to come and past', async () => {
    const me = world()
    await me.run('season add exams --from "1 oct" --until 2026-10-16')
    await me.run('season add "medicine rotation" --from mon --until "18 dec"')
    await me.run('season add "Step 1" --until "18 dec"')
    expect((await me.run('season')).out).toBe(
      `  #3  Step 1 (boards, no reminders to check in)      21 Nov to 18 Dec, on now
  #2  medicine rotation (rotation, reminders as      23 Nov to 18 Dec, in 2 days
      usual)
  #1  exams (no reminders to check in)               1 Oct to 16 Oct, over

To end it early:
  netmed season end
`,
    )
  })

  it('ending one makes today an ordinary day, and one that has not begun goes', async () => {
    const me = world()
    await me.run('season add boards --from "1 nov" --until "18 dec"')
    await me.run('season add exams --from mon --until "4 dec"')
    expect((await me.run('season end')).out).toContain(
      'boards is over: its last day was Fri 20 Nov.',
    )
    const gone = await me.run('season end exams')
    expect(gone.out).toBe('exams is removed; it had not started.\n  netmed due\n')
    expect(me.data().seasons).toMatchObject([{ name: 'boards', until: '2026-11-20' }])
  })

  it('ending one lets come back a few a day whom it kept waiting, at half pace and at none', async () => {
    const ended = async (pace: string) => {
      const me = world()
      await me.run(`season add boards --from "1 nov" --until "18 dec" --pace ${pace}`)
      return (await me.run('season end')).out
    }
    const back = 'Paused reminders come back a few a day.'
    expect((await ended('half')).replace(/\s+/g, ' ')).toContain(back)
    expect((await ended('pause')).replace(/\s+/g, ' ')).toContain(back)
    expect(await ended('normal')).not.toContain('come back')
  })

  it('an unknown one, and none at all, are said plainly', async () => {
    const me = world()
    expect((await me.run('season end')).err).toBe(
      'There is no season today.\n  netmed season list\n',
    )
    expect((await me.run('season end boards')).code).toBe(1)
    expect((await me.run('season')).out).toContain('No seasons yet')
  })

  it('which of two is asked, and never guessed', async () => {
    const me = world()
    await me.run('season add boards --until "18 dec"')
    await me.run('season add leave --until "18 dec"')
    expect(await me.run('season end')).toEqual({
      code: 2,
      out: '',
      err: 'Which season? A number or a name is needed.\n  boards (#1) and leave (#2)\n',
    })
    await me.run('season end', { answers: ['leave'] })
    expect(me.data().seasons).toMatchObject([{ name: 'boards' }])
  })
})

describe('a pause', () => {
  it('hides keep-in-touch, and says so in one line', async () => {
    const me = await clinic()
    await me.run('remind chen "send the abstract" --due today')
    await me.run('season add "Step 1" --until "18 dec"')
    const { items, seasons } = await me.json('due --private')
    expect(items.map((item: { kind: string }) => item.kind)).toEqual(['keep-in-touch', 'reminder'])
    expect(items[0].contact.name).toBe('Priya Nair')
    expect(seasons).toMatchObject([{ name: 'Step 1', pace: 'pause', state: 'on' }])
    expect((await me.run('due')).out).toContain(
      'Step 1 until Fri 18 Dec: reminders to keep in touch are paused.\n',
    )
  })

  it('hides nothing from due --all, where it does not fit, nor from the page of a person', async () => {
    const me = await clinic()
    await me.run('season add "Step 1" --until "18 dec"')
    const { items } = await me.json('due --all --private')
    expect(
      items.map((item: { contact: { name: string }; hidden: boolean; fits: boolean }) => [
        item.contact.name,
        item.hidden,
        item.fits,
      ]),
    ).toEqual([
      ['Priya Nair', false, true],
      ['Dr. Maya Chen', true, false],
    ])
    expect((await me.json('due chen')).items).toHaveLength(1)
  })

  it('folds the first notes after one event into a line, and keeps each under --json', async () => {
    const me = world()
    for (const name of ['Eva Stein', 'Ivo Park']) {
      await me.run([
        'log',
        name,
        '--new',
        '-k',
        'conference',
        '-o',
        'wed',
        '--event',
        'ACC Meeting',
      ])
    }
    await me.run('season add "Step 1" --until "18 dec"')
    expect((await me.run('due')).out).toContain('2 first notes from the ACC Meeting')
    expect((await me.run('due')).out).not.toContain('Eva Stein')
    expect((await me.json('due')).items).toHaveLength(2)
    expect((await me.run('due --kind event')).out).toContain('Eva Stein')
  })

  it('leaves no keep-in-touch in the calendar on its days', async () => {
    const me = await clinic()
    await me.run('season add "Step 1" --until "18 dec"')
    const { out } = await me.run('export ics --private')
    expect(out).toContain('Keep in touch with Priya Nair')
    expect(out).not.toContain('Keep in touch with Dr. Maya Chen')
  })
})

describe('bare netmed on a rotation', () => {
  const line = '\n\nA hard week? netmed support\n'

  it('says in its last line that nobody near was seen for six days, while it is true', async () => {
    const me = await clinic()
    await me.run('season add "medicine rotation" --from "1 nov" --until "18 dec"')
    expect((await me.run('', { columns: 100 })).out.endsWith(line)).toBe(true)
    await me.run('log priya -k call -o today')
    expect((await me.run('', { columns: 100 })).out).not.toContain(line)
    const later = { columns: 100, now: '2026-11-27T09:00:00' }
    expect((await me.run('', later)).out.endsWith(line)).toBe(true)
  })

  it('says nothing of it in other weeks, nor without such a circle', async () => {
    const me = await clinic()
    expect((await me.json('')).alone).toBeNull()
    const other = world()
    await other.run('add "Sam Roth"')
    await other.run('season add "medicine rotation" --until "18 dec"')
    expect((await other.json('')).alone).toBeNull()
  })
})

it('seasons stand as on now, to come and past, with what each slows', async () => {
  const me = world()
  await me.run('season add exams --from "1 nov" --until "20 nov"')
  await me.run('season add "Surgery rotation" --from "20 nov" --until "20 dec"')
  await me.run('season add "Winter leave" --from "22 dec" --until "3 jan"')
  expect(
    (await me.run('season list')).out,
  ).toBe(`  #2  Surgery rotation (rotation,        20 Nov to 20 Dec, on now
      reminders as usual)
  #3  Winter leave (leave, no reminders  22 Dec to 3 Jan, in 4 weeks
      to check in)
  #1  exams (no reminders to check in)   1 Nov 2027 to 20 Nov 2027, in 11 months

To end it early:
  netmed season end
`)
  expect(
    (await me.run('season')).out,
  ).toBe(`  #2  Surgery rotation (rotation,        20 Nov to 20 Dec, on now
      reminders as usual)
  #3  Winter leave (leave, no reminders  22 Dec to 3 Jan, in 4 weeks
      to check in)
  #1  exams (no reminders to check in)   1 Nov 2027 to 20 Nov 2027, in 11 months

To end it early:
  netmed season end
`)
  await me.run('season end surgery')
  expect(
    (await me.run('season list')).out,
  ).toBe(`  #3  Winter leave (leave, no reminders  22 Dec to 3 Jan, in 4 weeks
      to check in)
  #1  exams (no reminders to check in)   1 Nov 2027 to 20 Nov 2027, in 11 months
  #2  Surgery rotation (rotation,        20 Nov, over
      reminders as usual)

To add another:
  netmed season add
`)
  expect((await me.run('season end winter')).out).toBe(`Winter leave is removed; it had not started.
  netmed due
`)
})

it('a word ahead goes to whom the season keeps waiting', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Maya Chen" --role faculty --every 30d')
  await me.run('add "Priya Nair" --role peer --circle study')
  await me.run('log chen -k coffee -o "1 nov"')
  expect(
    (await me.run('season add boards --until "20 dec"')).out,
  ).toBe(`Added #4 boards. Reminders pause from today to Sun 20 Dec 2026 (30 days).
In that time: no reminders to check in, no nudges and no suggestions.
Thank-yous, promises, meetings and your support circle still come up.
Check-ins that move: Dr. Maya Chen to Thu 31 Dec.
Dr. Maya Chen and Priya Nair may expect to meet you or hear from you in those
days. To say you're busy:
  netmed draft scale-back chen
`)
  expect(
    (await me.run('season')).out,
  ).toBe(`  #4  boards (no reminders to check in)  21 Nov to 20 Dec, on now

To end it early:
  netmed season end
`)
})

it.each([
  ['season add ERAS --until "18 dec"', 'Reminders come half as often from'],
  ['season add surgery -k rotation --until "18 dec"', 'Keep your own people close.'],
  ['season add boards --pace normal --until "18 dec"', 'Reminders come as usual from today'],
])('%s says what it changes', async (line, said) => {
  expect((await world().run(line)).out).toContain(said)
})

it.each([
  [5, 'A1, A2, A3, A4 and A5'],
  [6, 'A1, A2, A3, A4, A5 and 1 other'],
  [7, 'A1, A2, A3, A4, A5 and 2 others'],
])('of %i whom a season touches five are named', async (count, names) => {
  const me = world()
  for (let index = 1; index <= count; index++) await me.run(`add A${index} --circle study`)
  const { out } = await me.run('season add boards --until "18 dec"')
  expect(out).toContain(`\n${names} may expect to`)
})

it('the list names the days of each as short as they are, and what comes next', async () => {
  const me = world()
  await me.run('season add "Step 1" --until "18 dec"')
  await me.run('season add rest --from "20 dec"')
  const lines = (await me.run('season list', { columns: 100 })).out.split('\n')
  expect(lines.map(line => line.trim().replaceAll(/ {2,}/g, ' '))).toEqual([
    '#1 Step 1 (boards, no reminders to check in) 21 Nov to 18 Dec, on now',
    '#2 rest (no reminders to check in) 20 Dec, in 4 weeks',
    '',
    'To end it early:',
    'netmed season end',
    '',
  ])
})

it.each([
  ['season add boards --from "1 nov" --until "15 dec"', 0],
  ['season add boards --from "15 may" --until "20 dec"', 0],
  ['season add boards --from "10 dec" --until "1 dec"', 2],
  ['event add ACC -k conference --on "10 dec" --until "1 dec"', 2],
  ['event add ACC -k conference --on "20 dec" --until "3 jan"', 0],
])('a last day without its year is not a year after a slip: %s', async (line, code) => {
  const ran = await world().run(line)
  expect([ran.code, ran.err]).toEqual([
    code,
    code ? expect.stringContaining('before it starts') : '',
  ])
})

it('season add names whose check-in moves and to which day, the same as in list and the calendar', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending --every 90d')
  await me.run('log chen -k email')
  const added = await me.run('season add exams --from mon --until "4 dec"')
  expect(added.out).toContain('Check-ins that move: Dr. Maya Chen to Wed 3 Mar.\n')
  expect((await me.run('list')).out).toContain('check in by Wed 3 Mar')
  expect((await me.run('export ics --out -')).out).toContain('DTSTART:20270303T090000')
})
