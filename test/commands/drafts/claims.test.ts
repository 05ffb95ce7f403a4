import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

/** Jo Park, Dr. Maya Chen of the faculty (#1) and Marcus Lee, a peer (#2), with nothing logged. */
async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Dr. Maya Chen" --role faculty --email chen@example.org')
  await me.run('add "Marcus Lee" --role peer --email lee@example.org')
  return me
}

describe('an email that claims what no record shows is not written', () => {
  it.each([
    [
      'thanks chen --set point="your help"',
      `The thanks email speaks of time they gave you, and no meeting with Dr. Maya Chen and no word from them is on file.
  If it happened: netmed log 1
  Nothing was written.
`,
    ],
    [
      'letter-thanks chen --set for=residency',
      `The letter-thanks email needs one thing that I don't know:
  --set letter="…"  "written", or "promised" if Dr. Maya Chen said yes to it (or log it: netmed heard 1 --ask "a letter" --agreed)
  Nothing was written.
`,
    ],
    [
      'reconnect chen --set point="your rule"',
      `The reconnect email says that it's been a while, and nothing with Dr. Maya Chen is on file.
  If you were in touch: netmed log 1 --on <day>
  Nothing was written.
`,
    ],
    [
      'step-back chen',
      `The step-back email is for someone on file as peer, senior-student or other, and Dr. Maya Chen is on file as faculty.
  If they are: netmed edit 1 --role peer. Other templates: netmed template
  Nothing was written.
`,
    ],
    [
      'letter-request chen --set for=residency',
      `The letter-request email speaks of time together, and no meeting with Dr. Maya Chen is on file.
  If it happened: netmed log 1
  It also needs:
  --set due="…"    by which day it is needed
  --set topic="…"  the work of yours that they have seen
  Nothing was written.
`,
    ],
    [
      'advice-update chen',
      `The advice-update email needs 2 things that I don't know:
  --set topic="…"    their advice (or log it: netmed log 1 --advice "…")
  --set outcome="…"  what came of it when you tried
  Nothing was written.
`,
    ],
  ])('%s', async (line, err) => {
    const me = await student()
    expect(await me.run(`draft ${line}`)).toEqual({ code: 2, out: '', err })
  })

  it.each([
    ['thanks chen --set point="your help"', 'log 1 -k coffee -o wed'],
    ['letter-thanks chen --set for=residency', 'heard 1 --ask "a letter" --agreed'],
    ['letter-thanks chen --set for=residency', 'log 1 --offer "a letter for residency"'],
    ['reconnect chen --set point="your rule"', 'log 1 --on 2026-03-01'],
    [
      'premed-update lee --set news="I got in" --set point="your advice"',
      'edit 2 --circle pre-med',
    ],
    ['alumni chen --set topic="your work"', 'edit 1 --role alumni'],
  ])('until that was done: %s', async (line, done) => {
    const me = await student()
    expect((await me.run(`draft ${line}`)).code).toBe(2)
    await me.run(done)
    expect((await me.run(`draft ${line}`)).code).toBe(0)
  })

  it.each([
    ['written', 'Thank you for writing me a letter'],
    ['she sent it', 'Thank you for writing me a letter'],
    ['promised', 'Thank you for agreeing to write me a letter'],
    ['yes', 'Thank you for agreeing to write me a letter'],
    ['offered', 'Thank you for offering to write me a letter'],
  ])('a letter that was typed as %s is thanked for as that', async (typed, said) => {
    const me = await student()
    const { out } = await me.run(
      `draft letter-thanks chen --set for=residency --set "letter=${typed}"`,
    )
    expect(out).toContain(`${said} for residency.`)
  })

  it.each(['no', 'not yet', 'maybe', 'if I pass'])('typed as %s it is none', async typed => {
    const me = await student()
    const line = `draft letter-thanks chen --set for=residency --set "letter=${typed}"`
    expect((await me.run(line)).code).toBe(2)
  })

  it('a letter that no record shows is asked about on a terminal', async () => {
    const me = await student()
    const line = 'draft letter-thanks chen --set for=residency'
    expect((await me.run(line, { answers: [true] })).out).toContain('agreeing to write me a letter')
    expect((await me.run(line, { answers: [false] })).code).toBe(2)
  })

  it('a plain yes to a letter-request that went out is a promise', async () => {
    const me = await student()
    await me.run('sent letter-request chen --on "2 nov"')
    expect((await me.run('draft letter-thanks chen --set for=residency')).code).toBe(2)
    await me.run('heard chen -d "she said yes"')
    const { out } = await me.run('draft letter-thanks chen --set for=residency')
    expect(out).toContain('Thank you for agreeing to write me a letter for residency.')
  })

  it('says when you were in touch, where it has not been a while', async () => {
    const me = await student()
    await me.run('log lee -k coffee -o wed')
    expect(
      (await me.run('draft reconnect lee')).err,
    ).toBe(`The reconnect email says that it's been a while, and you were in touch with Marcus Lee on Wed.
  For a short hello: netmed draft check-in 2
  Nothing was written.
`)
  })

  it('advice that nothing on file shows is asked for on a terminal', async () => {
    const me = await student()
    const answers = ['to sleep more', 'It works']
    const { code, out } = await me.run('draft advice-update chen', { answers })
    expect({ code, out }).toMatchObject({ code: 0 })
    expect(out).toContain('You told me to sleep more. It works.')
  })
})

describe('the email after a panel', () => {
  const PANEL = `The panel email needs 2 things that I don't know:
  --set talk=yes   if Dr. Maya Chen gave a talk there
  --set topic="…"  what you want to ask about: research, a board exam, the clinical years
  Without a talk: netmed draft thanks 1
  Nothing was written.
`

  it('asks whether they spoke there once: the next time Enter says so again', async () => {
    const me = await student()
    await me.run('log chen -k panel -o mon -d "her rule on troponin"')
    const first = await me.run('draft panel chen', { answers: [true, 'research'] })
    const again = await me.run('draft panel chen', { answers: [ENTER, ENTER] })
    expect(again).toEqual(first)
    expect(first.code).toBe(0)
  })

  it('names all that is missing at once', async () => {
    const me = await student()
    await me.run('log chen -k panel -o mon -d "her rule on troponin"')
    expect(await me.run('draft panel chen')).toEqual({ code: 2, out: '', err: PANEL })
  })

  it('is named by log so that it goes through, and what else fits where there was no talk', async () => {
    const me = await student()
    const { out } = await me.run('log chen -k panel -o mon -d "her rule on troponin"')
    expect(out.split('\n').slice(-3)).toEqual([
      'If Dr. Maya Chen gave no talk there: netmed draft event-followup chen',
      '  netmed draft panel chen --set talk=yes --set topic="…"',
      '',
    ])
    expect((await me.run('draft panel chen --set talk=yes --set topic="a project"')).code).toBe(0)
    expect((await me.run('draft event-followup chen')).code).toBe(0)
  })

  it('of a speaker on file needs no word of the talk', async () => {
    const me = await student()
    await me.run('event add "Careers Night" --kind panel --on mon --speaker "Dr. Maya Chen"')
    const { out } = await me.run('log chen --event "Careers Night" -k panel -o mon -d "her rule"')
    expect(out).toContain('\n  netmed draft panel chen --set topic="…"\n')
    expect(out).not.toContain('gave no talk')
  })

  it('after a seminar names the talk alone', async () => {
    const me = await student()
    const { out } = await me.run('log chen -k seminar -o mon -d "her rule"')
    expect(out).toContain('\n  netmed draft speaker-followup chen --set talk=yes\n')
  })

  it.each(['due', 'show chen'])('is named by %s as by log, so that it goes through', async line => {
    const me = await student()
    await me.run('log chen -k seminar -o mon -d "her rule"')
    const command = 'draft speaker-followup chen --set talk=yes'
    expect((await me.run(line)).out).toContain(`netmed ${command}\n`)
    expect((await me.run(command)).code).toBe(0)
  })

  it('is named by the debrief of the event so that it goes through, also where nothing was logged', async () => {
    const me = await student()
    await me.run('event add "Echo Seminar" --kind seminar --on yesterday --speaker "Dr. Maya Chen"')
    const { out } = await me.run('debrief "Echo Seminar"')
    const command = 'draft speaker-followup chen --set talk=yes'
    expect(out).toContain(`Dr. Maya Chen  netmed ${command}\n`)
    expect((await me.run(`${command} --set point="your slide"`)).code).toBe(0)
  })
})

it('the notes to an event hold no talk that is on no record', async () => {
  const me = await student()
  await me.run('event add "Echo Seminar" --kind seminar --on mon')
  await me.run('log chen --event "Echo Seminar" -k seminar -o mon -d "her rule"')
  const { drafts } = await me.json('draft --event "Echo Seminar" --json')
  expect(drafts).toMatchObject([{ template: 'speaker-followup', body: null, missing: ['talk'] }])
})

describe('what was typed in place of a record', () => {
  it('is named once, with how to put it on file', async () => {
    const me = await student()
    const line = 'draft panel chen --set talk=yes --set point="your slide" --set topic=research'
    const said =
      '"Thank you for speaking on the panel": no talk by Dr. Maya Chen is on file. If it happened: netmed log 1 --kind lecture\n'
    const { code, err } = await me.run(line)
    expect(code).toBe(0)
    expect(err.split(said)).toHaveLength(2)
    expect((await me.run(`${line} --strict`)).code).toBe(1)
    await me.run('log 1 --kind lecture')
    expect((await me.run(line)).err).not.toContain('on file')
  })

  it("someone else's name is looked at twice, unless it stands where it belongs", async () => {
    const me = await student()
    await me.run('log chen -k coffee -o wed')
    const err = async (line: string) => (await me.run(`draft ${line}`)).err
    const said = '"Marcus Lee" is someone else you know, not the person this is to.'
    expect(await err('thanks chen --say point="what Marcus Lee told me about you"')).toContain(said)
    expect(
      await err('thanks chen --set point="your help" --set news="I wrote to Marcus Lee"'),
    ).not.toContain(said)
    const intro = 'intro chen --set person="Marcus Lee" --set who="a friend"'
    expect(await err(`${intro} --set topic="you both like AF"`)).not.toContain(said)
  })
})

describe('the check for patients', () => {
  const POINT = 'how you saved the 67yo woman with the STEMI on Tuesday in bed 4'

  it('of a draft names no word of the template', async () => {
    const me = await student()
    await me.run('log chen -k coffee -o wed')
    const { err } = await me.run(['draft', 'thanks', 'chen', '--say', `point=${POINT}`])
    expect(err).toContain(
      'This could identify a patient: an age ("67yo"), a person ("woman"), an illness ("STEMI"), a day ("Tuesday") and a room or bed ("bed 4"). Leave one out.',
    )
  })

  it('of one that was edited looks at all of it', async () => {
    const me = await student()
    await me.run('log chen -k coffee -o wed')
    const { err } = await me.run('draft thanks chen --edit --set point="your help"', {
      env: { EDITOR: 'vi' },
      programs: ([, file = '']) => {
        fs.writeFileSync(file, `Subject: Thanks\n\nI liked hearing ${POINT}.\n`)
        return { code: 0 }
      },
    })
    expect(err).toContain('This could identify a patient: an age ("67yo")')
  })
})
