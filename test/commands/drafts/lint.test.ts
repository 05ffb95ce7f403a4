import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('finds what identifies a patient on file, with where it stands', async () => {
  const me = world()
  await me.run('add "Maya Chen" --note "saw her patient, MRN 12345678"')
  await me.run('add "Ana Silva" --note "two cats"')
  const answer = await me.json('lint --all')
  expect(answer.checked).toBe(2)
  expect(answer.findings).toMatchObject([{ id: 1, name: 'Maya Chen', rule: 'record-number' }])
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
  const [leftover = '', ...more] = out.split('\n').filter(line => !line.includes('lint.off'))
  expect(leftover).toMatch(/\(leftover\)$/)
  expect(more.join('\n')).toMatch(/ \(vague\)$/m)
  expect(out).toContain('netmed settings lint.off record-number')
  for (const check of ['vague', 'leftover', 'record-number']) {
    await me.run(`settings lint.off ${check}`)
    const left = JSON.parse((await me.run('lint - --as panel --json', { stdin })).out).findings
    expect(left.map((each: { rule: string }) => each.rule)).not.toContain(check)
  }
})

it('a file that is not there is a file failure, not a person', async () => {
  const me = world()
  expect((await me.run('lint nothing.txt')).code).toBe(4)
})
