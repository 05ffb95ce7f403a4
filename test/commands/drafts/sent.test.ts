import { describe, expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Dr. Lena Hoff" --role attending --email lena.hoff@example.org')
  await me.run('log hoff -k conference -o wed -d "your ablation registry"')
  return me
}

it('an email is had and logged by the number of what it settles', async () => {
  const me = await student()
  expect((await me.run('draft 3')).out).toContain('Good to talk with you at the conference')
  expect((await me.run('sent event-followup 3')).out).toContain('Done #3: ')
  await me.run('meet hoff --on "wed 15:00"')
  expect(await me.run('sent 5')).toEqual({
    code: 2,
    out: '',
    err: "An email alone doesn't mark #5 as done.\n  To log one to Dr. Lena Hoff: netmed sent 1\n",
  })
})

describe('an email of an earlier day', () => {
  it('leaves open what came after it, and says so', async () => {
    const me = await student()
    const ran = await me.run('sent event-followup hoff --on "2 jan 2020"')
    expect(ran.out).not.toContain('Done')
    expect(ran.err).toBe(
      'Still open, as it came after Thu 2 Jan 2020, 6 years ago: #3 Write to Dr. Lena Hoff: your ablation registry.\n',
    )
  })

  it('as drafted, with what it was said to settle, settles nothing that came after it', async () => {
    const me = await student()
    await me.run('draft hoff --settles 3')
    expect((await me.run('sent hoff --on "2 jan 2020"')).out).not.toContain('Done')
    await me.run('draft hoff --hold 24h')
    await me.run('sent event-followup hoff --on "2 jan 2020"')
    expect(me.data().followUps.map(each => each.closed)).toEqual([undefined, undefined])
  })

  it('neither moves on nor reminds of a wait that began later', async () => {
    const me = await student()
    await me.run('sent panel hoff')
    const [before] = me.data().followUps.filter(each => each.kind === 'reply')
    await me.run('sent research hoff --on "2 jan 2020"')
    const [after] = me.data().followUps.filter(each => each.kind === 'reply')
    expect(after).toEqual(before)
  })

  it('tells no one of a meeting that was planned later', async () => {
    const me = await student()
    await me.run('meet hoff --on "wed 15:00"')
    await me.run('snooze 4 "thu 9:30"')
    await me.run('sent timeline-change hoff --on "2 jan 2020"')
    expect(me.data().followUps[1]).not.toHaveProperty('told')
  })
})

describe('a reminder that nothing came before', () => {
  it('is refused as its draft is, on the day it went out', async () => {
    const me = await student()
    expect(await me.run('sent nudge hoff')).toEqual({
      code: 2,
      out: '',
      err: `The nudge email follows up on an email, and no email from you to Dr. Lena Hoff is on file.
  If it happened: netmed log 1 --kind email
`,
    })
    await me.run('log hoff --kind email')
    expect((await me.run('sent nudge hoff --on wed')).code).toBe(2)
    expect((await me.run('sent nudge hoff')).code).toBe(0)
  })

  it('of what they agreed to needs no email before it', async () => {
    const me = await student()
    await me.run('log hoff -k call --no-follow-up --ask "the letter for the award, by 28 nov"')
    expect((await me.run('sent nudge hoff')).code).toBe(0)
  })

  it.each(['draft nudge hoff --set topic="the letter"', 'sent nudge hoff'])(
    'nor does one after that has come: %s',
    async line => {
      const me = await student()
      await me.run('log hoff -k call --no-follow-up --ask "the letter for the award"')
      await me.run('done 5')
      expect((await me.run(line)).code).toBe(0)
    },
  )
})

describe('an email logged twice on one day', () => {
  it('is logged, and named with how to take it back', async () => {
    const me = await student()
    await me.run('sent hoff')
    const again = await me.run('sent thanks hoff')
    expect(again.code).toBe(0)
    expect(again.err).toBe(
      'You already logged an email to Dr. Lena Hoff today (#4). If this is the same one: netmed undo\n',
    )
    expect((await me.run('sent check-in hoff --on yesterday')).err).toBe('')
  })

  it('is two where it was drafted, or is from another template', async () => {
    const me = await student()
    await me.run('sent thanks hoff')
    expect((await me.run('sent check-in hoff')).err).toBe('')
    await me.run('draft check-in hoff --set news="I passed"')
    expect((await me.run('sent hoff')).err).toBe('')
  })
})

describe('a reminder of what was agreed', () => {
  async function withLetter() {
    const me = await student()
    const line = 'log hoff -k call --no-follow-up --ask "the letter for the award, by 28 nov"'
    const { opened } = await me.json(line)
    await me.run(`done ${opened[0].id} --outcome agreed`)
    return me
  }

  it('names the thing and its day, and settles nothing', async () => {
    const me = await withLetter()
    const { out } = await me.run('draft nudge hoff --sent')
    expect(out).toContain('Subject: A quick reminder: the letter for the award\n')
    expect(out).toContain('Just a quick reminder about the letter for the award, due November 28.')
    expect(out).not.toContain('Settled')
    expect(out).not.toContain('Opened')
  })

  it('without anything agreed or waiting is the one reminder there is', async () => {
    const me = await student()
    await me.run('log hoff -k email')
    await me.run('draft nudge hoff --set topic="the registry" --sent')
    const again = await me.run('draft nudge hoff')
    expect(again.code).toBe(1)
    expect(again.err).toContain('has had one reminder from you already')
  })
})

it('writes the day of a request as it is written in a mail', async () => {
  const me = await student()
  const request = 'draft letter-request hoff --set topic="the registry"'
  const { out } = await me.run(`${request} --set for="the award" --set due="1 feb"`)
  expect(out).toContain('writing me a strong letter by February 1?')
  const far = await me.run(`${request} --set for=it --set due="1 feb 2028"`)
  expect(far.out).toContain('strong letter by February 1, 2028?')
  const words = await me.run(`${request} --set for=it --set due="mid-May"`)
  expect(words.out).toContain('strong letter by mid-May?')
})

it('says the hour until which a draft rests, and for whom it is', async () => {
  const me = await student()
  const { out } = await me.run('draft hoff --hold 24h')
  expect(out.split('\n')[0]).toBe(
    'Held as #4 until Sun 22 Nov 2026 15:00: to Dr. Lena Hoff, Good to talk with you at the conference',
  )
})

it('says once that a word is vague', async () => {
  const me = await student()
  const { err } = await me.run(
    'draft invite hoff --set activity=coffee --set place=Peet --set topic=research --set times=sometime',
  )
  expect(err.match(/"sometime" is vague/g)).toHaveLength(1)
})

it('says of a mail that asks for something how long it waits', async () => {
  const me = await student()
  const { out } = await me.run(
    'draft panel hoff --set talk=yes --set point="your talk" --set topic="a project" --sent',
  )
  expect(out).toMatch(/Waiting for Dr. Lena Hoff until Sat 5 Dec \(#\d+\)\.\n/)
})

it('what was sent settles the loops that it speaks of, the one asked for where there are two', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Dr. Maya Chen" --role faculty --email maya@x.org')
  await me.run('add "Sam Roth" --role peer')
  await me.run('log chen -k office-hours -o "20 nov" -d "the grant"')
  await me.run('log chen -k message -o "19 nov" --promise "the abstract"')
  expect(await me.run('draft thanks chen')).toEqual({
    code: 0,
    out: `To: maya@x.org
Subject: Thank you for your time yesterday

Dear Dr. Chen,

Thank you for your time in office hours yesterday. The grant really stuck with me. I know you're busy, so it meant a lot that you made the time.

Best,
Jo Park
`,
    err: `
Nothing was sent. After you send it:  netmed sent chen
`,
  })
  expect((await me.run('sent chen')).out).toBe(`Logged #7: email to Dr. Maya Chen, Sat 21 Nov 2026.
Done #4: Thank Dr. Maya Chen (the grant).
  netmed due
`)
  expect((await me.run('sent chen')).out).toBe(`Logged #8: email to Dr. Maya Chen, Sat 21 Nov 2026.
  netmed due
`)
  expect(await me.run('draft check-in roth')).toEqual({
    code: 0,
    out: `To: Sam Roth
Subject: Hi from Jo

Hi Sam,

I thought I'd say hi and see how you're doing. No need to write back if you're swamped.

Jo
`,
    err: `No email address on file for Sam Roth. To add one: netmed edit 2 --email …

Nothing was sent. After you send it:  netmed sent roth
`,
  })
  expect(
    (await me.run('draft check-in sam --set news="I passed" --hold 2d')).out,
  ).toBe(`Held as #9 until Mon 23 Nov 2026 15:00: to Sam Roth, Hi from Jo
Nothing was sent. After that it comes up in netmed due.
To read it:
  netmed show 9
When you want to send it, this prints the email and ends the hold:
  netmed done 9
`)
  expect((await me.run('due')).out).toBe(`Saturday 21 November

Next 7 days
  #9  Held draft to Sam Roth: Hi from Jo, by Mon 23 Nov            netmed done 9
  #6  Dr. Maya Chen: the abstract, by Sat 28 Nov · promised        netmed done 6
      Thursday
`)
  expect(await me.run('draft nope sam')).toEqual({
    code: 1,
    out: '',
    err: `There is no template "nope".
  All of them: netmed template
`,
  })
  expect(await me.run('draft')).toEqual({
    code: 2,
    out: '',
    err: `Who? Type a name or a number.
  For example: netmed draft chen
`,
  })
  expect(await me.run('draft thanks')).toEqual({
    code: 2,
    out: '',
    err: `Who? Type a name or a number.
  For example: netmed draft chen
`,
  })
})

it('the one held draft of that kind is done with the email that was sent, and of two none is', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Sam Roth" --role peer')
  await me.run('draft check-in sam --set news="I passed" --hold 2d')
  expect((await me.run('sent check-in sam')).out).toContain('Done #2: Held draft to Sam Roth')
  await me.run('draft check-in sam --set news="I moved" --hold 2d')
  await me.run('draft check-in sam --set news="I won" --hold 2d')
  expect((await me.run('sent check-in sam')).out).not.toContain('Held draft')
})

describe('of several open follow-ups', () => {
  async function twoOpen(): Promise<World> {
    const me = world()
    await me.run('me --name "Jo Park" --stage MS2')
    await me.run('add "Jonas Beck" --role resident --email jonas@example.org')
    await me.run(
      'log beck -k coffee -o yesterday -d "how he plans call nights" --promise "send the app"',
    )
    return me
  }

  it('the draft begins with what the email settles anyway, so that Enter is right', async () => {
    const me = await twoOpen()
    const thanks = me.data().followUps.find(each => each.kind === 'thank-you')
    await me.run('draft thanks beck', { answers: [ENTER] })
    expect((await me.run('sent beck')).out).toContain(`Done #${thanks?.id}: `)
    expect(
      me
        .data()
        .followUps.filter(each => each.closed)
        .map(each => each.kind),
    ).toEqual(['thank-you'])
  })

  it('what was ticked off stays open, and done then logs no second email', async () => {
    const me = await twoOpen()
    const thanks = me.data().followUps.find(each => each.kind === 'thank-you')
    await me.run('draft thanks beck', { answers: [[]] })
    await me.run('sent beck')
    expect(me.data().followUps.filter(each => each.closed)).toEqual([])
    const ran = await me.run(`done ${thanks?.id}`)
    expect(ran.out).toContain(`Done #${thanks?.id}: `)
    expect(me.data().interactions.map(each => each.kind)).toEqual(['coffee', 'email'])
    const closed = me.data().followUps.find(each => each.id === thanks?.id)
    expect(closed).toMatchObject({ closed: 'done', closedBy: me.data().interactions[1]?.id })
  })
})
