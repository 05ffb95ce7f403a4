import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function withMarcus(): Promise<World> {
  const me = world()
  await me.run('add "Marcus Lee" --role faculty --email lee@example.org')
  await me.run('log lee -k class -o "1 nov"')
  return me
}

it('logs their answer and settles what waited for it', async () => {
  const me = await withMarcus()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('draft check-in lee --sent')
  await me.run('draft info-interview lee --set topic="a first project" --sent')
  const answer = await me.json('heard lee -d "start small"')
  expect(answer.interaction).toMatchObject({ kind: 'email', by: 'them', detail: 'start small' })
  expect(answer.settled.map((each: { kind: string }) => each.kind)).toEqual(['reply'])
})

it('works when nothing waits', async () => {
  const me = await withMarcus()
  expect((await me.json('heard lee')).settled).toEqual([])
})

describe('a referral', () => {
  it('makes the prospect, remembers who pointed there, and opens a thank-you to both', async () => {
    const me = await withMarcus()
    const answer = await me.json('heard lee --referred "Dr. Pat Moss <pat@example.org>"')
    expect(me.data().contacts[1]).toMatchObject({
      name: 'Dr. Pat Moss',
      emails: ['pat@example.org'],
      prospect: true,
      introducedBy: 1,
    })
    expect(answer.referred.name).toBe('Dr. Pat Moss')
    expect(
      answer.opened.map((each: { what: string; due: string }) => [each.what, each.due]),
    ).toEqual([
      ['Thank Marcus Lee for pointing you to Dr. Pat Moss', '2026-11-22'],
      [
        'Thank Dr. Pat Moss for their time, when you write (Marcus Lee pointed you to them)',
        '2026-11-28',
      ],
    ])
  })

  it('opens no second thank-you to whoever is to be thanked already', async () => {
    const me = await withMarcus()
    await me.run('heard lee --referred "Dr. Pat Moss <pat@example.org>"')
    const again = await me.json('heard lee --referred "Dr. Kim Wu <wu@example.org>"')
    expect(again.opened.map((each: { contact: { name: string } }) => each.contact.name)).toEqual([
      'Dr. Kim Wu',
    ])
  })

  it('to somebody known by that address adds nobody', async () => {
    const me = await withMarcus()
    await me.run('add "Patricia Moss" --email pat@example.org')
    await me.run('heard lee --referred "Dr. Pat Moss <PAT@example.org>"')
    expect(me.data().contacts).toHaveLength(2)
  })

  it('with an address that could add a recipient is refused', async () => {
    const me = await withMarcus()
    const ran = await me.run(['heard', 'lee', '--referred', 'Pat <pat@x.edu,eve@x.edu>'])
    expect(ran.code).toBe(2)
    expect(me.data().contacts).toHaveLength(1)
  })
})

it('says in its help what it takes for granted', async () => {
  const { out } = await world().run('heard --help')
  expect(out).toMatch(/--kind <occasion> +how they answered \(email\)/)
  expect(out).toMatch(/--by <me\|them> +who started it \(them\)/)
})

it('leads to a first mail to whom they pointed to, not to thanks for nothing yet', async () => {
  const me = await withMarcus()
  await me.run('heard lee --referred "Dr. Pat Moss <pat@example.org>"')
  const { items } = await me.json('due moss')
  expect(items[0].command).toBe('netmed draft info-interview moss')
})

it.each([
  ['Dr. Pat Moss <pat@example.org', 'netmed can\'t read "Dr. Pat Moss <pat@example.org".'],
  ['<pat@example.org>', 'The name is missing.'],
  ['Pat <pat>', 'pat'],
])('a referral that reads "%s" is refused', async (text, said) => {
  const me = await withMarcus()
  const { code, err } = await me.run(['heard', 'lee', '--referred', text])
  expect(code).toBe(2)
  expect(err).toContain(said)
  expect(me.data().contacts).toHaveLength(1)
})

it('a referral comes from one person, not from several', async () => {
  const me = await withMarcus()
  await me.run('add "Omar Aziz"')
  const refused = await me.run('heard lee, omar --referred "Pat Moss"')
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.err).toContain('--referred is for an answer from one person.')
  expect((await me.run('heard lee --referred "Pat Moss"')).code).toBe(0)
})

it('two may answer at once, each alone, where nobody is pointed to', async () => {
  const me = await withMarcus()
  await me.run('add "Omar Aziz"')
  const { interactions } = await me.json('heard lee, omar')
  expect(interactions).toMatchObject([{ contacts: [1] }, { contacts: [3] }])
})

it('a referral is of one answer, also where one of two is new', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const line = 'heard ana, "Bo Ek" --referred "Pat Moss" --yes'
  expect((await me.run(line, { answers: [true, true] })).code).not.toBe(0)
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Silva'])
})

it('says how it wrote the name of whom they pointed to', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const { err } = await me.run('heard ana --referred "pat moss <pat@example.org>"')
  expect(err).toContain('Written as Pat Moss.')
  expect((await me.run('heard ana')).err).not.toContain('Written as')
})

describe('what they were asked for', () => {
  async function asked(...asks: string[]): Promise<World> {
    const me = await withMarcus()
    for (const ask of asks) await me.run(['log', 'lee', '-k', 'email', '--ask', ask])
    return me
  }
  const stages = (me: World) =>
    me
      .data()
      .followUps.flatMap(({ kind, stage, closed }) =>
        kind === 'ask' ? [[kind, stage ?? closed]] : [],
      )

  it.each([
    ['--agreed', 'agreed'],
    ['--declined', 'dropped'],
    ['-d "said yes, send it over"', 'agreed'],
    ['-d "no, sorry"', 'dropped'],
    ['-d "what is it for?"', undefined],
  ])('heard with %s is %s', async (words, stage) => {
    const me = await asked('a letter')
    await me.run(`heard lee ${words}`)
    expect(stages(me)).toEqual([['ask', stage]])
  })

  it('on a terminal is asked about where the words do not say it', async () => {
    for (const [answer, stage] of [
      ['yes', 'agreed'],
      ['no', 'dropped'],
      ['nothing clear', undefined],
    ]) {
      const me = await asked('a letter')
      await me.run('heard lee', { answers: [answer] })
      expect(stages(me)).toEqual([['ask', stage]])
    }
  })

  it('is not guessed of two', async () => {
    const me = await asked('a letter', 'his slides')
    const { out } = await me.run('heard lee -d "said yes"')
    expect(stages(me)).toEqual([
      ['ask', undefined],
      ['ask', undefined],
    ])
    expect(out.match(/Still open/g)).toHaveLength(2)
  })

  it('only after it was asked', async () => {
    const me = await asked('a letter')
    await me.run('heard lee --on "15 nov" --declined')
    expect(stages(me)).toEqual([['ask', undefined]])
  })

  it('in the same line is agreed with it', async () => {
    const me = await withMarcus()
    await me.run('heard lee --ask "a letter by 1 feb" --agreed')
    expect(me.data().followUps[0]).toMatchObject({
      ...{ kind: 'ask', stage: 'agreed', due: '2027-02-01', dated: true },
    })
  })

  it('in an email that waited is still to come, once they agreed', async () => {
    const me = await withMarcus()
    await me.run('sent letter-request lee')
    expect((await me.json('heard lee --agreed')).agreed).toMatchObject([
      { kind: 'ask', what: 'Marcus Lee said yes: a letter, until it is uploaded', due: null },
    ])
  })

  it('cannot be agreed and declined', async () => {
    const me = await asked('a letter')
    expect((await me.run('heard lee --agreed --declined')).code).toBe(2)
  })
})

describe('what they said behind the name', () => {
  const asked = async () => {
    const me = await withMarcus()
    await me.run('add "Omar Aziz"')
    await me.run(['log', 'lee', '-k', 'email', '--ask', 'a letter'])
    return me
  }
  const told = (me: World) => {
    const { detail, contacts } = me.data().interactions.at(-1) ?? {}
    const [ask] = me.data().followUps
    return [contacts, detail, ask?.stage ?? ask?.closed, ask?.due]
  }

  it.each([
    [
      'heard lee yes, meeting tuesday 3pm in her office',
      'yes, meeting tuesday 3pm in her office',
      'agreed',
      undefined,
    ],
    ['heard marcus lee said yes to the letter', 'said yes to the letter', 'agreed', undefined],
    ['heard lee said no, too busy', 'said no, too busy', 'dropped', undefined],
    ['heard lee no', 'no', 'dropped', undefined],
    ['heard lee sent the protocol', 'sent the protocol', undefined, undefined],
    ['heard lee yes by 15 jan', 'yes', 'agreed', '2027-01-15'],
    ['heard lee --agreed by 15 jan', undefined, 'agreed', '2027-01-15'],
    ['heard lee --agreed "by 1/15"', undefined, 'agreed', '2027-01-15'],
  ])('%s', async (line, detail, stage, due) => {
    const me = await asked()
    expect((await me.run(line)).code).toBe(0)
    expect(told(me)).toEqual([
      [1],
      detail,
      stage,
      due ?? (stage === 'agreed' ? expect.anything() : me.data().followUps[0]?.due),
    ])
    expect(me.data().contacts.length).toBe(2)
  })

  it('is no list of people, and a list of people is none', async () => {
    const me = await asked()
    expect((await me.json('heard lee, omar')).interactions).toHaveLength(2)
    expect((await me.json('heard lee omar')).interactions).toHaveLength(2)
    expect((await me.run('heard lee, jane')).code).toBe(0)
    expect((await me.run('heard nobody here')).code).toBe(1)
  })

  it('and --detail are one too many', async () => {
    const me = await asked()
    expect((await me.run('heard lee yes -d no')).code).toBe(2)
  })

  it('--yes answers no question of theirs, and says so', async () => {
    const me = await asked()
    expect((await me.run('heard lee --yes')).err).toContain('netmed heard 1 --agreed')
    expect(me.data().followUps[0]).not.toHaveProperty('stage')
  })
})

describe('a yes to a letter asked for by mail', () => {
  const requested = async () => {
    const me = await withMarcus()
    await me.run('me --name "Jo Park" --stage MS2')
    await me.run([
      ...['draft', 'letter-request', 'lee', '--set', 'for=the summer fellowship'],
      ...['--set', 'due=1 feb', '--set', 'topic=the class', '--sent'],
    ])
    return me
  }

  it('keeps what it is for and by when, and makes the CV a promise', async () => {
    const me = await requested()
    const { out } = await me.run('heard lee said yes')
    expect(out).toContain(
      'Marcus Lee said yes: a letter for the summer fellowship, until it is uploaded · due by Mon 1 Feb',
    )
    expect(out).toContain('You promised Marcus Lee: send my CV · due by Sat 28 Nov')
    const ask = me.data().followUps.find(({ kind }) => kind === 'ask')
    expect(ask).toMatchObject({ due: '2027-02-01', dated: true, stage: 'agreed' })
  })

  it('is reminded of 7 and 2 days before, and once it is in opens thanks and the result', async () => {
    const me = await requested()
    await me.run('heard lee yes')
    const cv = me.data().followUps.find(({ kind }) => kind === 'promise')?.id
    await me.run(`done ${cv}`)
    const ask = me.data().followUps.find(({ kind }) => kind === 'ask')?.id
    const on = async (now: string) => (await me.run('due', { now })).out.includes('draft nudge lee')
    expect([await on('2027-01-24T12:00'), await on('2027-01-25T12:00')]).toEqual([false, true])
    expect(await on('2027-01-30T12:00')).toBe(true)
    const { out } = await me.run(`done ${ask}`, { now: '2027-01-31T12:00' })
    expect(out).toContain('Thank Marcus Lee for a letter for the summer fellowship · due tomorrow')
    expect(out).toContain('tell them how it turned out: a letter for the summer fellowship')
  })

  it('on a terminal asks what they said, and whom they pointed to', async () => {
    const me = await requested()
    await me.run('heard lee', { answers: ['someone else', 'Pat Moss <pat@x.org>'] })
    expect(me.data().contacts[1]).toMatchObject({ name: 'Pat Moss', introducedBy: 1 })
    const yes = await requested()
    await yes.run('heard lee', { answers: ['yes'] })
    expect(yes.data().followUps.some(({ stage }) => stage === 'agreed')).toBe(true)
  })
})
