import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** Nadia Park, and Dr. Eva Roth (#1) of the faculty. */
async function student(): Promise<World> {
  const me = world()
  await me.run('me --name "Nadia Park" --stage MS2 --school UCSF')
  await me.run('add "Dr. Eva Roth" --role faculty --email roth@example.org')
  return me
}

const err = async (me: World, line: string) => {
  const ran = await me.run(line)
  expect(ran.code).not.toBe(0)
  return ran.err
}

describe('an introduction by email', () => {
  it('is accepted, and is no conversation', async () => {
    const me = await student()
    await me.run('log roth -k introduced -o wed')
    const ask = await err(me, 'draft roth')
    expect(ask).toContain('The accept-intro email needs')
    expect(await err(me, 'draft thanks roth --set point="your help"')).toContain('no meeting with')
    expect(
      (await me.run('draft accept-intro roth --set person="Dr. Ito" --set topic="your lab"')).out,
    ).toContain("Dr. Ito put us in touch. I'm Nadia Park")
  })

  it('begins other mails too', async () => {
    const me = await student()
    await me.run('add "Dr. Ken Ito"')
    await me.run('edit roth --introduced-by ito')
    await me.run('log roth -k introduced -o wed')
    const { out } = await me.run('draft info-interview roth --set topic="your path"')
    expect(out).toContain('Dr. Ken Ito put us in touch.')
  })

  it('is not spoken of without one, nor to someone you met', async () => {
    const me = await student()
    const line = 'draft accept-intro roth --set topic="your lab"'
    expect(await err(me, line)).toContain('--set person="…"')
    await me.run('log roth -k shadowing -o wed')
    expect(await err(me, `${line} --set person="Dr. Ito"`)).toContain(
      'introduces you, and you met Dr. Eva Roth on Wed (shadowing)',
    )
  })
})

describe('the third person', () => {
  it('typed for a mail to someone you met is said', async () => {
    const me = await student()
    await me.run('log roth -k coffee -o wed')
    const line = 'draft research roth --set paper="your 2025 paper" --set person="Dr. Adeyemi"'
    const { out } = await me.run(line)
    expect(out).toContain('Dr. Adeyemi suggested that I write to you.')
  })

  it('is written as on file, and who you know needs no introduction', async () => {
    const me = await student()
    await me.run('add "Wei Chen"')
    const line = 'draft intro-request roth --set topic="sleep" --set person='
    expect((await me.run(`${line}"wei chen"`)).out).toContain('introduce me to Wei Chen?')
    expect((await me.run(`${line}"bo li"`)).out).toContain('introduce me to Bo Li?')
    await me.run('log chen -k shadowing -o wed')
    expect(await err(me, `${line}"wei chen"`)).toContain('You know Wei Chen: shadowing on ')
    expect(await err(me, `${line}"ur lab boss"`)).toContain('"ur lab boss" is no name.')
  })
})

it('what was typed and has no place in the mail is named', async () => {
  const me = await student()
  await me.run('log roth -k email -o "2 nov"')
  const line = 'draft nudge roth --set topic="your lab" --set due="1 dec"'
  const said = await me.run(line)
  expect(said.err).toContain('The email doesn\'t say due="1 dec"')
  expect((await me.run(`${line} --strict`)).code).toBe(1)
  expect((await me.run('draft nudge roth --set topic="your lab"')).err).not.toContain("doesn't say")
})

describe('in the audience', () => {
  it('nobody talked with me', async () => {
    const me = await student()
    await me.run('log roth -k panel -o wed -d "her rule on troponin"')
    const line = 'draft thanks roth --set point="your rule on troponin"'
    expect(await err(me, line)).toContain('--set talked=yes  if you and Dr. Eva Roth talked there')
    expect((await me.run(`${line} --set talked=yes`)).out).toContain(
      'Thank you for talking with me',
    )
    expect(await err(me, `${line} --set talked=no`)).toContain('talked=yes')
  })

  it('of a talk we did not meet', async () => {
    const me = await student()
    await me.run([
      'log',
      'roth',
      '-k',
      'conference',
      '-o',
      'wed',
      '-d',
      'her talk on AF, i only caught the last 10 min',
    ])
    expect(await err(me, 'draft event-followup roth --set topic="your talk on AF"')).toContain(
      'talked=yes',
    )
    const { out } = await me.run('draft info-interview roth --set topic="your path"')
    expect(out).not.toContain('We met')
  })
})

describe('what is on file is known again', () => {
  it('an event of next spring is not the one of last week', async () => {
    const me = await student()
    await me.run('event add SGIM --kind conference --on "14 nov"')
    const line = 'draft meet-at-event roth --set topic="your lab" --set event='
    expect((await me.run(`${line}"SGIM in april"`)).out).toContain("I'll be at SGIM in")
    expect(await err(me, `${line}"SGIM in november"`)).toContain('SGIM was')
    expect(await err(me, `${line}SGIM`)).toContain('SGIM was')
  })

  it('a title is the one that they suggested', async () => {
    const me = await student()
    await me.run('log roth -k coffee -o wed --resource "Being Mortal"')
    const line =
      'draft resource-followup roth --set resource="being mortal" --set takeaway="why hospice matters"'
    expect((await me.run(line)).out).toContain('went through Being Mortal.')
    const unread = line.replace('why hospice matters', "I haven't read it yet")
    expect(await err(me, unread)).toContain('The email says that you went through it')
  })
})

it('one address is of one person, however the name was typed', async () => {
  const me = await student()
  const words = ['log', "o'brien, sean", '--new', '--email', 'sean@example.org']
  const { code, err } = await me.run(words)
  expect(code).toBe(2)
  expect(err).toContain('--email is one person\'s, and these are 2: "o\'brien" and "sean".')
  expect(err).toContain(`netmed log "sean o'brien" --new`)
  expect(me.data().contacts).toHaveLength(1)
})
