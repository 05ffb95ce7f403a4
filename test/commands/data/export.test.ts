import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataSchema } from '../../../src/formats/schema.ts'
import { world } from '../../support/netmed.ts'

async function hoffAtTheConference() {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending')
  await me.run('log hoff -k conference -o wed -d "the ablation registry"')
  return me
}

it('on a terminal export ics writes a file here and says how to take it in', async () => {
  const me = await hoffAtTheConference()
  const { code, out, err } = await me.run('export ics', { isTTY: true })
  expect({ code, out, err }).toEqual({
    code: 0,
    out: `Wrote 1 entry to ${me.path('netmed-follow-ups.ics')}
Import it into a separate calendar, so you can clear it before the next import.
Entries are marked private, but a calendar that you share may still show them.
`,
    err: 'Your support circle and private things stay out. To include them: --private\n',
  })
  const text = fs.readFileSync(me.path('netmed-follow-ups.ics'), 'utf8')
  expect(text).toContain('SUMMARY:Write to Dr. Lena Hoff\r\n')
  expect(fs.statSync(me.path('netmed-follow-ups.ics')).mode & 0o777).toBe(0o600)
})

it('a path is never broken, however long it is', async () => {
  const me = await hoffAtTheConference()
  const name = `${'my calendar '.repeat(10)}.ics`
  const { out } = await me.run(['export', 'ics', '--out', name], { isTTY: true })
  expect(out.split('\n')[0]).toBe(`Wrote 1 entry to ${me.path(name)}`)
})

it('to a pipe export ics prints the calendar and writes no file', async () => {
  const me = await hoffAtTheConference()
  const { out, err } = await me.run('export ics')
  expect(out.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(out.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(err).toBe('Your support circle and private things stay out. To include them: --private\n')
  expect(fs.existsSync(me.path('netmed-follow-ups.ics'))).toBe(false)
})

it('--out - prints on a terminal too', async () => {
  const me = await hoffAtTheConference()
  const { out } = await me.run('export ics --out -', { isTTY: true })
  expect(out.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
})

it('--json lists the entries, and writes only where --out says', async () => {
  const me = await hoffAtTheConference()
  expect(await me.json('export ics')).toMatchObject({
    entries: [{ kind: 'event', summary: 'Write to Dr. Lena Hoff', start: '2026-11-25T09:00' }],
    path: null,
  })
  await me.run('export ics --json', { isTTY: true })
  expect(fs.existsSync(me.path('netmed-follow-ups.ics'))).toBe(false)
  const { path } = await me.json('export ics --out mine.ics')
  expect(path).toBe(me.path('mine.ics'))
  expect(fs.existsSync(path)).toBe(true)
})

it('with nothing to export it says so and writes no file', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect(await me.run('export ics', { isTTY: true })).toEqual({
    code: 0,
    out: '',
    err: 'Nothing open has a day, so there is nothing to write.\n',
  })
  expect((await me.run('export ics --within 3d')).err).toBe(
    'Nothing is due by then, so there is nothing to write.\n',
  )
  expect(fs.existsSync(me.path('netmed-follow-ups.ics'))).toBe(false)
  expect(await me.json('export ics --out mine.ics')).toMatchObject({ entries: [], path: null })
})

it('the same data on the same day gives the same bytes', async () => {
  const me = await hoffAtTheConference()
  const first = await me.run('export ics', { now: '2026-11-22T08:00:00' })
  const second = await me.run('export ics', { now: '2026-11-22T21:30:00' })
  expect(second.out).toBe(first.out)
})

it('the options reach the entries', async () => {
  const me = await hoffAtTheConference()
  const { entries } = await me.json(
    'export ics --time 7pm --alarm 1h30m --details --include-done --within 1w',
  )
  expect(entries).toMatchObject([{ start: '2026-11-25T19:00', alarm: -90 }])
  expect(entries[0].description).toContain('the ablation registry')
  const early = await me.json('export ics --time 7pm --alarm 1d')
  expect(early.entries).toMatchObject([{ alarm: -24 * 60 }])
  const allDay = await me.json('export ics --all-day')
  expect(allDay.entries).toMatchObject([{ start: '2026-11-25', end: '2026-11-26' }])
})

it('what could identify a patient is said before it leaves', async () => {
  const me = world()
  await me.run('add "Sam Roth"')
  await me.run('remind sam "look up MRN 12345678" --due fri')
  const { err } = await me.run('export ics --details')
  expect(err).toContain('a record number ("MRN 12345678")')
})

it('an option that does not read is refused before anything is written', async () => {
  const me = await hoffAtTheConference()
  expect((await me.run('export ics --alarm soon --out mine.ics')).code).toBe(2)
  expect((await me.run('export ics --time late --out mine.ics')).code).toBe(2)
  expect(fs.existsSync(me.path('mine.ics'))).toBe(false)
})

describe('complaints about somebody named', () => {
  it('are said before a note of them leaves', async () => {
    const me = world()
    await me.run('add "Dr. Lena Hoff" --note "Dr. Hoff was rude to the nurses"')
    const warning =
      '"rude" complains about someone by name. Keep it in a private note, or leave the name out.'
    for (const kind of ['vcf', 'csv', 'md', 'json', 'csv --interactions']) {
      expect((await me.run(`export ${kind} --out -`)).err).toContain(warning)
    }
  })

  it('are said before a calendar with details leaves', async () => {
    const me = world()
    await me.run('add "Dr. Lena Hoff"')
    await me.run('remind hoff "ask why Dr. Hoff was rude" --due fri')
    expect((await me.run('export ics')).err).toContain('"rude" complains about someone by name.')
    await me.run('settings lint.off complaint')
    expect((await me.run('export ics')).err).not.toContain('complains')
  })

  it('are not looked for in what is private', async () => {
    const me = world()
    await me.run('add "Dr. Lena Hoff" --private-note "Dr. Hoff was rude"')
    await me.run('log hoff -k call --private -d "Dr. Hoff was rude" --promise "say it, by fri"')
    for (const kind of ['json', 'csv --interactions', 'md', 'ics --details']) {
      expect((await me.run(`export ${kind} --private --out -`)).err).not.toContain('complains')
    }
  })
})

it('the schema is printed as JSON that names what it describes', async () => {
  const { code, out } = await world().run('export schema')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual(dataSchema())
  expect(out.split('\n')[1]).toMatch(/^ {2}"/)
})
