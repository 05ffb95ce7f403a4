import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** Jo Park, who met Dr. Maya Chen (#1) in her office hours and Marcus Lee, a peer (#2), for coffee. */
async function student(detail?: string): Promise<World> {
  const me = world({ now: '2026-11-21T18:00:00Z' })
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Dr. Maya Chen" --role faculty --email chen@example.org')
  await me.run('add "Marcus Lee" --role peer --email lee@example.org')
  await me.run('add "Tom Brzezicki" --role resident')
  const said = detail === undefined ? '' : ` --detail "${detail}"`
  await me.run(`log chen --kind office-hours --on "18 nov"${said}`)
  await me.run(`log lee --kind coffee --on "18 nov"${said}`)
  return me
}

describe('what is not sure is asked, with the whole line to type', () => {
  it.each([
    [
      'thanks chen --set point="my question about sepsis"',
      ['netmed draft thanks chen --set point="your advice on my question about sepsis"'],
    ],
    [
      'thanks lee --set point="staying late"',
      [
        'netmed draft thanks lee --set point="for staying late"',
        'netmed draft thanks lee --set point="what you said about staying late"',
      ],
    ],
    [
      'meeting-summary chen --set takeaway="aim small" --set promises="send her the form by mon"',
      [
        'netmed draft meeting-summary chen --set takeaway="aim small" --set promises="send you the form by Monday"',
      ],
    ],
    [
      'meeting-summary chen --set takeaway="aim small" --set offer="she\'ll look at my draft"',
      [
        'netmed draft meeting-summary chen --set takeaway="aim small" --set offer="you\'ll look at my draft"',
      ],
    ],
    [
      'check-in lee --set news="his tip on anki worked"',
      ['netmed draft check-in lee --set news="your tip on anki worked"'],
    ],
    [
      'check-in chen --set news="dr chen was right"',
      ['netmed draft check-in chen --set news="you were right"'],
    ],
    [
      'check-in lee --set news="i tried his $5 tacos"',
      ["netmed draft check-in lee --set news='I tried your $5 tacos'"],
    ],
    [
      'invite lee --set activity=coffee --set place=cafe --set times="fri 5" --set topic="tom and burnout"',
      [
        'netmed draft invite lee --set activity="coffee" --set place="cafe" --set times="fri 5" --set topic="Tom and burnout"',
      ],
    ],
    [
      'check-in lee --set news="tom matched in ohio"',
      ['netmed draft check-in lee --set news="Tom matched in ohio"'],
    ],
    [
      'invite lee --set activity="study group" --set place=zoom --set times="fri 5"',
      [
        'netmed draft invite lee --set activity="to study group" --set place="zoom" --set times="fri 5"',
        'netmed draft invite lee --set activity="a study group" --set place="zoom" --set times="fri 5"',
      ],
    ],
  ])('%s', async (line, lines) => {
    const me = await student()
    const { code, out, err } = await me.run(`draft ${line}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n').filter(each => each.startsWith('    '))).toEqual(
      lines.map(each => `    ${each}`),
    )
  })

  it.each([
    ['check-in lee --set news="im vs em is hard"', '"im" is short for something: write it out.'],
    [
      'invite lee --set place=tbd --set times="fri 5" --set activity=coffee',
      '"tbd" names no place.',
    ],
    [
      'invite lee --set place="up to you" --set times="fri 5" --set activity=coffee',
      'names no place.',
    ],
    ['ask-help lee --set times=whenever --set activity="want to eat?"', 'may not fit a sentence'],
    ['check-in lee --set news="idk if it worked"', '"idk" is short for something: write it out.'],
  ])('%s is refused: %s', async (line, says) => {
    const me = await student()
    const { code, err } = await me.run(`draft ${line}`)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })

  it.each([
    'check-in lee --set news="my mom says she is proud"',
    'check-in lee --set news="Priya passed, and she is thrilled"',
    'check-in lee --set news="my sister got her white coat"',
    'check-in lee --set news="I will see you in may"',
  ])('%s names somebody else, or nobody, and is written', async line => {
    const me = await student()
    expect(await me.run(`draft ${line}`)).toMatchObject({ code: 0 })
  })

  it('a detail of months ago is shown with the line that takes it', async () => {
    const me = world({ now: '2026-11-21T18:00:00Z' })
    await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
    await me.run('add "Dr. Maya Chen" --role faculty')
    await me.run('log chen --kind coffee --on "1 mar" --detail "her ablation registry"')
    expect(
      (await me.run('draft reconnect chen')).err,
    ).toBe(`The reconnect email needs one thing that I don't know:
  --set point="…"  something of theirs that stayed with you (or --set news="…")
  You noted of our coffee on 1 Mar: "her ablation registry".
  To say it:
    netmed draft reconnect chen --set point="your ablation registry"
  Nothing was written.
`)
  })
})

it.each(['no', 'none', 'nope', 'Not yet.', 'n/a'])(
  '%s, typed for a slot, leaves it out',
  async no => {
    const me = world()
    await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
    await me.run('add "Dr. Maya Chen" --role faculty')
    const line = 'draft ask-feedback chen --set topic="my abstract" --set due="4 dec"'
    expect((await me.run(`${line} --set "attached=${no}"`)).out).toBe((await me.run(line)).out)
    expect((await me.run(`draft ask-feedback chen --set "topic=${no}"`)).code).toBe(2)
  },
)

describe('and what is sure is said', () => {
  it.each([
    ['thanks lee --say point="u drove me home n waited"', 'You drove me home and waited, and'],
    ['thanks chen --say point="staying til 6 to fix my form"', 'especially for staying until 6 to'],
    ['ask-help lee --set activity=talking', 'Would you be up for talking in'],
    ['ask-help lee --set activity="pls call me" --set times=rn', 'Could you call me right now?'],
    ['ask-help lee --set activity="a walk"', 'Would you be up for a walk in'],
    ['ask-help lee', 'Could we talk in'],
    [
      'invite lee --set activity="hang out" --set place="ur office" --set times="fri 5"',
      'Want to hang out at your office?',
    ],
    [
      'invite lee --set activity=coffee --set place=zoom --set times="fri 5"',
      'How about coffee on Zoom?',
    ],
    [
      'group-interview-invite chen --set topic="your intern year" --set place=zoom --set times="fri 5"',
      'for 45 minutes on Zoom?',
    ],
    [
      'timeline-change chen --set topic="our call" --set was=jan --set times=feb',
      'I can no longer make our call in January.',
    ],
    [
      'office-hours chen --set topic=renal --set times="tues 5ish or thurs"',
      'Could I come by again Tuesday',
    ],
    ['check-in lee --set news="im keeping it tho"', "I'm keeping it though."],
    [
      'info-interview chen --set topic="my plan for m3"',
      "I'd love to hear your thoughts on my plan for m3",
    ],
    ['thanks lee --set point="our walk"', 'I keep thinking about our walk.'],
  ])('%s', async (line, said) => {
    const me = await student()
    expect((await me.run(`draft ${line}`)).out).toContain(said)
  })

  it('a time too long for the subject leaves no gap in it', async () => {
    const me = await student()
    const { out } = await me.run(
      'draft office-hours chen --set topic=renal --set times="tues 5ish or thurs"',
    )
    expect(out).toContain('Subject: Could I come to your office hours?')
  })

  it('whoever was shadowed before is asked again', async () => {
    const me = await student()
    await me.run('log chen --kind shadowing --on "19 nov"')
    const { out } = await me.run('draft shadow-request chen')
    expect(out).toContain('Subject: Could I shadow you again for half a day?')
    expect(out).toContain("I'd love to come back. Could I shadow you again for half a day in")
  })
})

describe('a greeting that nobody gave', () => {
  it.each([
    ['add "Hannah Goldberg" --role advisor', 'netmed edit 1 --greeting "Dr. Goldberg"'],
    ['add "bo Tran" --role peer', 'netmed edit 1 --greeting "Bo"'],
    ['add "kai Young" --role resident', 'netmed edit 1 --greeting "Kai"'],
    ['add "the guy from radiology" --role resident', 'netmed edit 1 --greeting "…"'],
  ])('%s is asked with the line that gives it: %s', async (line, command) => {
    const me = world()
    await me.run('me --name "Jo Park"')
    await me.run(line)
    const { code, err } = await me.run('draft check-in 1 --set news="I passed"')
    expect(code).toBe(2)
    expect(err).toContain(command)
  })

  it.each([
    ['add "Dr. Hannah Goldberg" --role advisor', 'Dear Dr. Goldberg,'],
    ['add "Hannah Goldberg, PhD" --role advisor', 'Dear Dr. Goldberg,'],
    ['add "Hannah Goldberg" --role faculty', 'Dear Dr. Goldberg,'],
    ['add "Hannah Goldberg" --role advisor --greeting Hannah', 'Dear Hannah,'],
  ])('%s is greeted %s', async (line, greeting) => {
    const me = world()
    await me.run('me --name "Jo Park"')
    await me.run(line)
    expect((await me.run('draft check-in 1 --set news="I passed"')).out).toContain(greeting)
  })

  it('my name typed in small letters is written as a name, and said so', async () => {
    const me = world()
    expect((await me.run('me --name "nadia el-haddad"')).out).toContain('Name: Nadia El-Haddad')
    await me.run('add "Dr. Hannah Goldberg" --role faculty')
    const { out } = await me.run('draft check-in 1 --set news="I passed"')
    expect(out.trimEnd()).toMatch(/Nadia El-Haddad$/)
  })
})

it('what is typed and of no sure kind is shown as it would be said, with what says it', async () => {
  const me = await student()
  expect(
    (await me.run('draft thanks lee --set point="ur divorce"')).err,
  ).toBe(`The thanks email needs one thing that I don't know:
  --set point="…"  the one thing that helped or stayed with you
  The email would say "your divorce". If you mean that: --say point="your divorce"
  Nothing was written.
`)
  const { out } = await me.run('draft thanks lee --say point="your divorce"')
  expect(out).toContain('Your divorce really stuck with me.')
})

it.each([
  ['coffee', 'explained it badly but tried'],
  ['coffee', 'told me obi is a bully'],
  ['coffee', 'showed up 20 min late'],
  ['coffee', 'his hands shake a bit'],
  ['coffee', 'her panic attacks b4 exams'],
  ['shadowing', 'his bedside manner or lack of it'],
  ['coffee', 'called me nadine the whole time'],
])('of a %s, "%s" is asked about', async (kind, detail) => {
  const me = await student()
  await me.run(`log lee -k ${kind} -o thu -d "${detail}"`)
  expect(await me.run('draft thanks lee')).toMatchObject({ code: 2, out: '' })
})
