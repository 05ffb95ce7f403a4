import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** Nadia Park, and Dr. Sven Aho (#1), a fellow. */
async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Nadia Park" --stage MS2')
  await me.run('add "Dr. Sven Aho" --role fellow --email s@example.org')
  return me
}

const drafted = async (me: World, line = 'draft nudge aho') => (await me.run(line)).out
const refused = async (me: World, line = 'draft nudge aho') => {
  const { code, out, err } = await me.run(line)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  return err
}

describe('a nudge of what was only asked', () => {
  it.each([
    ['email', 'shadowing you', 'the note I sent you on November 3 about shadowing you.'],
    [
      'call',
      'a letter for aways',
      ' about a letter for aways, which I asked you about on the phone on November 3.',
    ],
    [
      'coffee',
      'a letter for aways',
      ' about a letter for aways, which I asked you about over coffee on November 3.',
    ],
  ])('by %s thanks for nothing and names no day of ours', async (kind, ask, said) => {
    const me = await student()
    await me.run(`log aho -k ${kind} -o "3 nov" --ask "${ask}"`)
    const out = await drafted(me)
    expect(out).toContain(said)
    expect(out).not.toMatch(/due|Thank you|reminder/)
  })

  it('by phone speaks of no note', async () => {
    const me = await student()
    await me.run('log aho -k call -o "3 nov" --ask "a letter for aways"')
    expect(await drafted(me)).not.toContain('note')
  })

  it('with a day that was said thanks for nothing either', async () => {
    const me = await student()
    await me.run('log aho -k email -o "3 nov" --ask "a letter for aways by dec 1"')
    expect(await drafted(me)).not.toMatch(/due|Thank you/)
  })

  it('sent once, is the one reminder', async () => {
    const me = await student()
    await me.run('log aho -k email -o "3 nov" --ask "a letter for aways"')
    expect((await me.run('draft nudge aho --sent')).code).toBe(0)
    expect(await refused(me)).toContain('Dr. Sven Aho has had one reminder from you already')
  })
})

describe('a nudge of what they said yes to', () => {
  it('names its day where one was said', async () => {
    const me = await student()
    await me.run('log aho -k email -o "3 nov" --ask "a letter for aways by dec 1"')
    await me.run('heard aho --agreed')
    expect(await drafted(me)).toContain('a letter for aways, due December 1. Thank you again')
  })

  it('names none where none was said', async () => {
    const me = await student()
    await me.run('log aho -k email -o "3 nov" --ask "a letter for aways"')
    await me.run('heard aho --agreed')
    expect(await drafted(me)).toContain('reminder about a letter for aways. Thank you again')
  })

  it('names the day that was typed since, and no day that it was put off to', async () => {
    const me = await student()
    const { opened } = await me.json('log aho -k email -o "3 nov" --ask "a letter for aways"')
    await me.run('heard aho --agreed')
    await me.run(`edit ${opened[0].id} --due "5 dec"`)
    expect(await drafted(me)).toContain('a letter for aways, due December 5.')
    await me.run(`snooze ${opened[0].id} 3d`)
    expect(await drafted(me)).toContain('reminder about a letter for aways. Thank you')
  })

  it('is of that alone', async () => {
    const me = await student()
    await me.run('log aho -k email -o "3 nov" --ask "a letter for aways by dec 1"')
    await me.run('heard aho --agreed')
    expect(await refused(me, 'draft nudge aho --set topic="your practice"')).toContain('answered')
    const typed = 'draft nudge aho --set topic="your practice" --set agreed=yes'
    expect(await drafted(me, typed)).toContain('Just a quick reminder about your practice. Thank')
    const no = 'draft nudge aho --set topic="your practice" --set agreed=no'
    expect(await refused(me, no)).toContain('answered')
  })
})

describe('after their answer', () => {
  it('that was no, nothing is left to remind of', async () => {
    const me = await student()
    await me.run('log aho -k email -o "28 oct" --ask "a letter for aways by dec 1"')
    const { out } = await me.run('heard aho -d "he said no, too busy"')
    expect(out).toContain(
      'Let go of #3: Dr. Sven Aho, asked for: a letter for aways, as they said no.',
    )
    expect(me.data().followUps[0]).toMatchObject({ closed: 'dropped', outcome: 'declined' })
    expect(await refused(me)).toBe(`The nudge email is a reminder, and Dr. Sven Aho answered today.
  If they agreed to it and it is still to come: netmed draft nudge 1 --set agreed=yes --set topic="…"
  To thank them: netmed draft thanks 1
  It also needs:
  --set topic="…"  what your first email was about
  Nothing was written.
`)
  })

  it('that was neither, it says how to say which', async () => {
    const me = await student()
    await me.run('log aho -k email -o "28 oct" --ask "a letter for aways"')
    const { out } = await me.run('heard aho -d "sounds good, let me check my calendar"')
    const how =
      'If they said yes to "a letter for aways": netmed done 3 --outcome agreed. If they said no: netmed drop 3'
    expect(out).toContain('Still open, #3: Dr. Sven Aho, asked for: a letter for aways.')
    expect(await refused(me)).toContain(how)
    await me.run('done 3 --outcome agreed')
    expect(await drafted(me)).toContain('Thank you again for doing this.')
  })

  it.each(['she said sure, call me mon', "he's full till june"])(
    'to an email, "%s", there is none',
    async detail => {
      const me = await student()
      await me.run('sent info-interview aho -o "2 nov"')
      await me.run(['heard', 'aho', '-d', detail])
      const err = await refused(me, 'draft nudge aho --set topic="your practice"')
      expect(err).toContain('Dr. Sven Aho answered today.')
    },
  )

  it('there is none after a meeting either, nor once the wait was let go', async () => {
    const [met, left] = [await student(), await student()]
    await met.run('log aho -k email -o "2 nov"')
    await met.run('log aho -k coffee -o wed')
    const line = 'draft nudge aho --set topic="your practice"'
    expect(await refused(met, line)).toContain(
      'you were in touch with Dr. Sven Aho on Wed (coffee).',
    )
    const { opened } = await left.json('sent info-interview aho -o "2 nov"')
    await left.run(`drop ${opened[0].id}`)
    expect(await refused(left, line)).toContain(
      'you no longer wait for an answer from Dr. Sven Aho.',
    )
  })

  it('a further email of mine can be reminded of', async () => {
    const me = await student()
    await me.run('log aho -k email -o "2 nov"')
    await me.run('log aho -k email --by them -o "3 nov"')
    await me.run('log aho -k email -o "4 nov"')
    expect(await drafted(me, 'draft nudge aho --set topic="your practice"')).toContain(
      'the note I sent you on November 4 about your practice',
    )
  })

  it('due names no nudge', async () => {
    const me = await student()
    await me.run('log aho -k email -o "28 oct" --ask "a letter for aways by 24 nov"')
    expect((await me.run('due aho')).out).toContain('netmed draft nudge aho')
    await me.run('heard aho -d "let me check"')
    expect((await me.run('due aho')).out).not.toContain('nudge')
    await me.run('done 3 --outcome agreed')
    expect((await me.run('due aho')).out).toContain('said yes: a letter for aways')
  })
})

it('speaks of the email that waits, and of no later one', async () => {
  const me = await student()
  await me.run('sent info-interview aho -o "2 nov"')
  await me.run('log aho -k email -o "10 nov"')
  expect(await drafted(me)).toContain('the note I sent you on November 2 about a quick call')
})

it('a held nudge says when they answered before it is released', async () => {
  const me = await student()
  await me.run('sent info-interview aho -o "2 nov"')
  const { followUp } = await me.json('draft nudge aho --hold 1h')
  await me.run('heard aho')
  const { err } = await me.run(`done ${followUp.id}`, { answers: [true] })
  expect(err).toContain('The nudge email is a reminder, and Dr. Sven Aho answered today.')
})

describe('after one nudge and the end of the wait', () => {
  async function nudged(): Promise<World> {
    const me = await student()
    await me.run('draft info-interview aho --set topic="a first project" --sent')
    await me.run('draft nudge aho --set topic="a first project" --sent', {
      now: '2026-12-08T09:00:00',
    })
    return me
  }
  const later = { now: '2026-12-28T09:00:00' }
  const HAD_ONE = 'has had one reminder from you already; not answering is fine too'

  it.each(['drop', 'done'])('by %s a second is refused, drafted or sent', async how => {
    const me = await nudged()
    const wait = me.data().followUps.find(each => each.kind === 'reply')?.id
    await me.run(`${how} ${wait}`, { now: '2026-12-20T09:00:00' })
    for (const line of ['draft nudge aho --set topic=it', 'sent nudge aho']) {
      const { code, out, err } = await me.run(line, later)
      expect({ code, out }, line).toEqual({ code: 1, out: '' })
      expect(err, line).toContain(HAD_ONE)
      expect(err, line).toContain('To ask someone else: netmed list')
      expect(err, line).not.toContain('undefined')
    }
  })

  it('a new request may be reminded of once more', async () => {
    const me = await nudged()
    const wait = me.data().followUps.find(each => each.kind === 'reply')?.id
    await me.run(`drop ${wait}`, { now: '2026-12-20T09:00:00' })
    await me.run('draft info-interview aho --set topic="another project" --sent', {
      now: '2026-12-21T09:00:00',
    })
    expect((await me.run('sent nudge aho', { now: '2027-01-20T09:00:00' })).code).toBe(0)
  })
})
