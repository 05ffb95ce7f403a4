import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('finds what identifies a patient on file, with where it stands', async () => {
  const me = world()
  await me.run('add "Maya Chen" --note "saw her patient, MRN 12345678"')
  await me.run('add "Ana Silva" --note "two cats"')
  const answer = await me.json('lint --all')
  expect(answer.checked).toBe(2)
  expect(answer.findings).toMatchObject([{ id: 1, name: 'Maya Chen', rule: 'patient' }])
})

it('of one person looks only there', async () => {
  const me = world()
  await me.run('add "Maya Chen" --note "saw her patient, MRN 12345678"')
  await me.run('add "Ana Silva" --note "two cats"')
  expect((await me.json('lint ana')).findings).toEqual([])
})

it('with --strict exits 1 when anything is found and 0 when clean', async () => {
  const me = world()
  expect((await me.run('lint - --strict', { stdin: 'Dear [NAME], thank you.' })).code).toBe(1)
  expect((await me.run('lint - --strict', { stdin: 'Dear Ana, thank you.' })).code).toBe(0)
})

it('with --as checks a mail as a draft of that kind', async () => {
  const me = world()
  const mail =
    'To: Maya Chen\nSubject: a talk\n\nDear Dr. Chen,\n\nMay I pick your brain sometime?\n'
  const ran = await me.run('lint - --as panel --json', { stdin: mail })
  const rules = JSON.parse(ran.out).findings.map((each: { rule: string }) => each.rule)
  expect(rules).toContain('vague')
})

it('names the check behind each line, so that it can be turned off', async () => {
  const me = world()
  const stdin = 'Dear Dr. Chen,\n\nMay I pick your brain, [NAME], on Tuesday at 3? MRN 12345678'
  const { out } = await me.run('lint - --as panel', { stdin })
  expect(out).toMatch(/ \(leftover\)$/m)
  expect(out).toMatch(/ \(vague\)$/m)
  expect(out).toMatch(/ \(patient\)$/m)
  expect(out).not.toContain('lint.off')
  expect((await me.run('lint --help')).out).toMatch(/settings\s+lint\.off\s+patient/)
  for (const check of ['vague', 'leftover', 'patient']) {
    await me.run(`settings lint.off ${check}`)
    const left = JSON.parse((await me.run('lint - --as panel --json', { stdin })).out).findings
    expect(left.map((each: { rule: string }) => each.rule)).not.toContain(check)
  }
})

it('a file that is not there is a file failure, not a person', async () => {
  const me = world()
  expect((await me.run('lint nothing.txt')).code).toBe(4)
})

it('a whole mail is read with its head, and what is left to fill in is named', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --email maya@x.org')
  await me.run('add "Omar Aziz"')
  expect(
    (
      await me.run('lint - --as info-interview', {
        stdin:
          'To: maya@x.org\nSubject: The registry\n\nDear Dr. Chen,\n\nOmar was rude. Could we talk {{ when }}?\n',
      })
    ).out,
  ).toBe(`stdin: "{{" was left over from a template. (leftover)
stdin: "}}" was left over from a template. (leftover)
stdin: It asks for something and names no time: give two times, a day or a window. (no-time)
`)
  expect(
    (
      await me.run('lint - --as thanks', {
        stdin: 'Dear Dr. Chen,\n\nThank you for the talk on Tuesday about the registry.\n\nJo\n',
      })
    ).out,
  ).toBe('Nothing found. The check can miss things, so reread it before you send it.\n')
  expect((await me.run('lint -', { stdin: 'MRN 12345678\n' })).out).toBe(
    'stdin: This could identify a patient: a record number ("MRN 12345678"). Leave it out. (patient)\n',
  )
  expect((await me.run('lint --all')).out).toBe(
    'Checked 0 saved notes and drafts: nothing found. The check can miss things, so reread before you send anything.\n',
  )
  await me.run('note chen "saw MRN 12345678"')
  expect(
    (await me.run('lint --all')).out,
  ).toBe(`#1 Dr. Maya Chen: This could identify a patient: a record number ("MRN 12345678"). Leave it out. (patient)
  netmed edit 1
`)
})

const rules = (answer: { findings: { rule: string }[] }) => answer.findings.map(each => each.rule)

it('who is greeted is the addressee when no To: says it', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen"')
  const stdin = 'Dear Dr. Chen,\n\nThank you for the registry figures on Tuesday.\n'
  const { out } = await me.run('lint - --as thanks', { stdin })
  expect(out).toBe('Nothing found. The check can miss things, so reread it before you send it.\n')
  await me.run('add "Dr. Rui Chen"')
  expect((await me.run('lint - --as thanks', { stdin })).out).toBe(out)
})

it('a draft to someone on file is asked what it claims, and what to log is named', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff"')
  const mail = 'Thank you for your talk on ablation.\n'
  const said =
    'stdin: "Thank you for your talk": no talk by Dr. Lena Hoff is on file. If it happened: netmed log 1 --kind lecture (claim)\n'
  const lint = async (line: string, stdin: string) => (await me.run(line, { stdin })).out
  expect(await lint('lint - --as thanks', `Dear Dr. Hoff,\n\n${mail}`)).toBe(said)
  expect(await lint('lint - --as thanks --to hoff', mail)).toBe(said)
  expect(await lint('lint - --as thanks', `To: Dr. Hoff\nSubject: Thanks\n\n${mail}`)).toBe(said)
  expect(await lint('lint - --as thanks', `Dear Dr. Rao,\n\n${mail}`)).not.toContain('claim')
  await me.run('settings lint.off claim')
  expect(await lint('lint - --as thanks --to hoff', mail)).not.toContain('claim')
})

it('a private meeting proves a claim on the screen and is no part of the JSON', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('log ana --kind coffee --private')
  const stdin = 'Hi Ana,\n\nSince we met I sleep better on Tuesdays.\n'
  expect((await me.run('lint - --as check-in', { stdin })).out).not.toContain('claim')
  const json = JSON.parse((await me.run('lint - --as check-in --json', { stdin })).out)
  expect(rules(json)).toEqual(['claim'])
})

it('a text that begins as an email is checked as one, without a word of what kind', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --email maya@x.org')
  const body = 'Dear Dr. Chen,\n\nThank you for lunch on Tuesday.\n'
  const rules = async (line: string, stdin: string) => {
    const { out } = await me.run(`${line} --json`, { stdin })
    return JSON.parse(out).findings.map((each: { rule: string }) => each.rule)
  }
  expect(await rules('lint -', `To: maya@x.org\nSubject: hello\n\n${body}`)).toEqual(['claim'])
  expect(await rules('lint -', body)).toEqual(['claim'])
  const bare = 'Thank you for lunch on Tuesday.'
  expect(await rules('lint -', bare)).toEqual([])
  expect(await rules('lint - --to chen', bare)).toEqual(['claim'])
})

describe('a text to be posted', () => {
  const QUESTION = 'Would you be comfortable if a program director read this?'

  it('is looked at most closely, and then the one question is asked', async () => {
    const me = world()
    const stdin =
      'The young man with sickle cell made us laugh.\nDr. Stone yelled at me. Between us, my password is Tulip#9934.\n'
    const ran = await me.run('lint - --as post', { stdin })
    expect(ran.out).toMatch(/\(patient\)\n(?:.*\n)*.*\(complaint\)\n(?:.*\n)*.*\(password\)\n/)
    expect(ran.out).toMatch(/\(secret\)$/m)
    expect(ran.out.endsWith(`${QUESTION}\n`)).toBe(true)
    expect((await me.run('lint - --as post --strict', { stdin })).code).toBe(1)
    expect((await me.run('lint -', { stdin })).out).not.toContain('(patient)')
  })

  it('is asked the question when nothing is found too, and not judged as a mail', async () => {
    const me = world()
    const stdin = 'i loved the great talk on sleep!!\n'
    expect((await me.run('lint - --as post', { stdin })).out).toBe(
      `Nothing found. The check can miss things, so reread it before you send it.\n${QUESTION}\n`,
    )
    const { findings, question } = JSON.parse(
      (await me.run('lint - --as post --json', { stdin })).out,
    )
    expect({ findings, question }).toEqual({ findings: [], question: QUESTION })
    expect((await me.json('lint --all')).question).toBeNull()
  })
})
