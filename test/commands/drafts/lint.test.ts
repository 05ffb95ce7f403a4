import { expect, it } from 'vitest'
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
  ).toBe('stdin: "Dr. Chen" is somebody else on file, not the addressee. (other-name)\n')
  expect((await me.run('lint -', { stdin: 'MRN 12345678\n' })).out).toBe(
    'stdin: This could identify a patient: a record number ("MRN 12345678"). Leave it out. (patient)\n',
  )
  expect((await me.run('lint --all')).out).toBe(
    'Nothing found in 0 texts. The check can miss things, so reread it before you send it.\n',
  )
  await me.run('note chen "saw MRN 12345678"')
  expect(
    (await me.run('lint --all')).out,
  ).toBe(`#1 Dr. Maya Chen: This could identify a patient: a record number ("MRN 12345678"). Leave it out. (patient)
  netmed edit 1
`)
})
