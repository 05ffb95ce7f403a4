import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function friends(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Priya Nair" --role peer --email priya@x.org')
  await me.run('add "Lee Park" --role senior-student --email lee@x.org')
  await me.run('add "Dr. Maya Chen" --role attending --email maya@x.org')
  await me.run('add "Sam Roth" --role peer')
  return me
}

const INVITE =
  'draft invite priya, lee --set activity=coffee --set place="the lake" --set times="fri 4pm"'

describe('an email to several', () => {
  it('greets and names them all', async () => {
    const me = await friends()
    const { out, err } = await me.run(INVITE)
    expect(out).toContain('To: priya@x.org, lee@x.org\n')
    expect(out).toContain('Hi Priya and Lee,\n')
    expect(err).toContain('netmed sent nair, park')
  })

  it('takes nothing on file of one of them', async () => {
    const me = await friends()
    await me.run('log priya -k coffee --near me --place "the Green Bean" --no-follow-up')
    const { err } = await me.run('draft invite priya, lee --set activity=coffee --set times=fri')
    expect(err).toContain('--set place="…"')
    expect(err).not.toContain('Green Bean')
  })

  it('is as formal as the most formal of them', async () => {
    const me = await friends()
    const { out } = await me.run(
      'draft scale-back lee, chen --set until="15 dec" --set news="I have exams"',
    )
    expect(out).toContain('Dear Lee and Dr. Chen,\n')
    expect(out).toContain('Best,\nJo Park\n')
  })

  it('sent, is one email with all, and waits for each', async () => {
    const me = await friends()
    await me.run(INVITE)
    const { opened } = await me.json('sent priya, lee')
    expect(opened.map((each: { kind: string }) => each.kind)).toEqual(['reply', 'reply'])
    expect(me.data().interactions).toMatchObject([{ kind: 'email', contacts: [1, 2] }])
    const again = await friends()
    const logged = await again.json(`${INVITE} --sent`)
    expect(logged.draft.others).toMatchObject([{ name: 'Lee Park' }])
    expect(again.data().interactions).toMatchObject([{ contacts: [1, 2] }])
  })

  it('goes to three at most, and is neither held nor said to settle', async () => {
    const me = await friends()
    const four = await me.run(INVITE.replace('priya, lee', 'priya, lee, chen, roth'))
    expect(four).toMatchObject({ code: 2, out: '' })
    expect(four.err).toContain('One email goes to two or three people.')
    expect((await me.run(`${INVITE} --hold 1d`)).err).toContain('--hold is for an email to one')
  })

  it('says for whom no address is known, and asks for each as a draft file', async () => {
    const me = await friends()
    const line = INVITE.replace('lee', 'roth')
    expect((await me.run(line)).err).toContain('No email address on file for Sam Roth.')
    expect(await me.run(`${line} --eml out.eml`)).toMatchObject({ code: 2 })
    await me.run(`${INVITE} --eml out.eml`)
    expect(fs.readFileSync(me.path('out.eml'), 'utf8')).toMatch(
      /^To: Priya Nair <priya@x.org>, Lee Park <lee@x.org>\r$/m,
    )
  })

  it('is one person where both names mean the same', async () => {
    const me = await friends()
    expect((await me.run(INVITE.replace('lee', 'nair'))).out).toContain('Hi Priya,\n')
  })
})

describe('an email for one person, asked for of several', () => {
  const CHECK_IN = 'draft check-in priya, lee'

  it('is written to each, one by one', async () => {
    const me = await friends()
    const { out, err } = await me.run(CHECK_IN, { answers: [true] })
    expect(err).toContain('1 of 2, Priya Nair')
    expect(err).toContain('2 of 2, Lee Park')
    expect(out).toMatch(/Hi Priya,[\s\S]*Hi Lee,/)
  })

  it('stops when one says no', async () => {
    const me = await friends()
    expect((await me.run(CHECK_IN, { answers: [false] })).out).not.toContain('Hi Lee')
  })

  it('where no one can look at them names the line for each', async () => {
    const me = await friends()
    expect(await me.run(CHECK_IN)).toEqual({
      code: 2,
      out: '',
      err: `The check-in email is for one person. One by one:
  netmed draft check-in 1
  netmed draft check-in 2
`,
    })
  })
})
