import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function network(): Promise<World> {
  const me = world()
  await me.run(
    'add "Dr. Lena Hoff, MD" --role attending --institution UCSF --email lena@example.org',
  )
  await me.run('add "Ana Silva" --circle support --circle study --worry "her step 1" --tag acc')
  await me.run('log hoff -k conference -o wed -d "the ablation registry"')
  await me.run('log ana -k coffee --private -d "her divorce" --promise "call her, by fri"')
  return me
}

const SECRETS = /divorce|step 1|support|call her|until-woken/

describe('every export', () => {
  it.each(['vcf', 'csv', 'csv --interactions', 'json', 'md'])(
    '%s leaves out what is private, and has it with --private',
    async format => {
      const me = await network()
      await me.run('snooze ana')
      const open = await me.run(`export ${format}`)
      const whole = await me.run(`export ${format} --private`)
      expect(open.code).toBe(0)
      expect(open.out).not.toMatch(SECRETS)
      expect(whole.out).toMatch(SECRETS)
    },
  )

  it.each(['vcf', 'csv', 'json', 'md'])('%s of some people has only them', async format => {
    const me = await network()
    const ran = await me.run(`export ${format} at:ucsf`)
    expect(ran.out).toContain('Lena Hoff')
    expect(ran.out).not.toContain('Ana Silva')
  })

  it('to a file says where it is, for this user alone', async () => {
    const me = await network()
    const ran = await me.run('export vcf --out people.vcf')
    expect(ran.out).toBe(`Wrote 2 people to ${me.path('people.vcf')}\n`)
    expect(fs.statSync(me.path('people.vcf')).mode & 0o777).toBe(0o600)
  })
})

describe('there and back', () => {
  it.each(['vcf', 'csv'])('%s gives the same people', async format => {
    const me = await network()
    await me.run(`export ${format} --private --out people.${format}`)
    const other = world({ chance: 5000 })
    const text = fs.readFileSync(me.path(`people.${format}`), 'utf8')
    expect((await other.run('import - --yes', { stdin: text })).code).toBe(0)
    const back = await other.run(`export ${format} --private`)
    const bare = (file: string) => file.replace(/^REV:.*\r\n/gm, '')
    expect(bare(back.out)).toBe(bare(text))
  })

  it('json gives the same bytes', async () => {
    const me = await network()
    const { out } = await me.run('export json --private')
    const other = world({ chance: 5000 })
    await other.run('import - --yes', { stdin: out })
    expect((await other.run('export json --private')).out).toBe(out)
  })
})

describe('a folder of single files', () => {
  it('is touched only where something changed', async () => {
    const me = await network()
    expect((await me.json('export vcf --vdir people')).written).toHaveLength(2)
    expect(await me.json('export vcf --vdir people')).toMatchObject({ written: [], same: 2 })
    await me.run('edit ana --area Oakland')
    expect(await me.json('export vcf --vdir people')).toMatchObject({ same: 1, removed: [] })
  })

  it('loses what disappeared only if we wrote it and nobody changed it', async () => {
    const me = await network()
    const { written } = await me.json('export vcf --vdir people')
    const [mine = '', theirs = ''] = written
    fs.writeFileSync(me.path('people/foreign.vcf'), 'BEGIN:VCARD\r\nEND:VCARD\r\n')
    fs.appendFileSync(me.path(`people/${theirs}`), 'X:1\r\n')
    await me.run('rm 1 --yes')
    await me.run('rm ana --yes')
    const answer = await me.json('export vcf --vdir people')
    expect(answer.removed).toEqual([mine])
    expect(fs.readdirSync(me.path('people')).sort()).toEqual(['foreign.vcf', theirs].sort())
  })

  it('keeps what another program changed there until it changes here', async () => {
    const me = await network()
    const [first = ''] = (await me.json('export vcf --vdir people lena')).written
    fs.appendFileSync(me.path(`people/${first}`), 'X:1\r\n')
    const left = await me.run('export vcf --vdir people lena')
    expect(left.out).toBe(
      `${me.path('people')}: 0 written, 0 removed, 0 as they were, 1 changed there and left alone.\n`,
    )
    await me.run('edit hoff --area Oakland')
    expect(await me.json('export vcf lena --vdir ./people')).toMatchObject({ written: [first] })
    expect(fs.readFileSync(me.path(`people/${first}`), 'utf8')).not.toContain('X:1')
  })

  it.each([
    'export ics --vdir cal --since-last',
    'export ics --vdir cal --out a.ics',
    'export vcf --vdir people --out a.vcf',
    'export md --pages people --out a.md',
  ])('%s is refused, for the one would undo the other', async line => {
    const me = await network()
    const ran = await me.run(line)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain("doesn't go with a folder of single files")
  })

  it('is warned of patients as a file is', async () => {
    const me = world()
    await me.run('add "Omar Aziz"')
    await me.run('log omar -k coffee -d "the 54-year-old woman with sarcoidosis from Yuba City"')
    const warnings = async (line: string) => (await me.run(line)).err
    expect(await warnings('export md --pages people')).toContain('patient')
    expect(await warnings('export csv --interactions')).toContain('patient')
    expect(await warnings('export json')).toContain('patient')
    expect(await warnings('export csv')).toBe('')
  })

  it('holds cards, entries and pages beside each other, and none removes another', async () => {
    const me = await network()
    await me.run('export vcf --vdir all')
    await me.run('export md --pages all')
    const before = fs.readdirSync(me.path('all'))
    expect((await me.json('export ics --vdir all')).removed).toEqual([])
    expect(fs.readdirSync(me.path('all'))).toEqual(expect.arrayContaining(before))
    await me.run('rm ana --yes')
    expect((await me.json('export vcf --vdir all')).removed).toHaveLength(1)
    expect((await me.json('export md --pages all')).removed).toHaveLength(1)
  })

  it('that an older netmed wrote is remembered, each kind by itself', async () => {
    const me = await network()
    const { written } = await me.json('export vcf --vdir people')
    keepMemoryAsBefore(me)
    expect((await me.json('export ics --vdir people')).removed).toEqual([])
    await me.run('rm ana --yes')
    const { removed } = await me.json('export vcf --vdir people')
    expect(removed).toHaveLength(1)
    expect(written).toEqual(expect.arrayContaining(removed))
  })

  it('of the calendar holds one entry a file', async () => {
    const me = await network()
    const { written } = await me.json('export ics --vdir cal --private')
    expect(written).toHaveLength(3)
    const text = fs.readFileSync(me.path(`cal/${written[0]}`), 'utf8')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })
})

it('export ics --since-last has only what is new or changed', async () => {
  const me = await network()
  const entries = async () => (await me.json('export ics --private --since-last')).entries.length
  expect(await entries()).toBe(3)
  expect(await entries()).toBe(0)
  await me.run('remind "boards" --due "1 dec"')
  expect(await entries()).toBe(1)
})

it('a formula in a name is defused in the table', async () => {
  const me = world()
  await me.run(['add', '=HYPERLINK("http://x")', '--phone', '+1 415 555 0100'])
  const { out } = await me.run('export csv')
  expect(out).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(out).toContain('"+1 415 555 0100"')
})

it('pages of people have readable names', async () => {
  const me = await network()
  expect((await me.json('export md --pages pages')).written).toEqual([
    'dr-lena-hoff-1.md',
    'ana-silva-2.md',
  ])
})

it.each([
  ['vcf', 'netmed-people.vcf'],
  ['csv', 'netmed-table.csv'],
  ['json', 'netmed-data.json'],
])('on a terminal %s goes to a file here, and - prints it', async (format, file) => {
  const me = await network()
  const ran = await me.run(`export ${format}`, { isTTY: true })
  expect(ran.out).toBe(`Wrote 2 people to ${me.path(file)}\n`)
  const printed = await me.run(`export ${format} --out -`, { isTTY: true })
  expect(printed.out).toBe(fs.readFileSync(me.path(file), 'utf8'))
})

it('export ics of some people has only them, and what is private only when asked for', async () => {
  const me = await network()
  const summaries = async (line: string) =>
    (await me.json(line)).entries.map((each: { summary: string }) => each.summary)
  expect(await summaries('export ics at:ucsf')).toEqual(['Write to Dr. Lena Hoff'])
  expect(await summaries('export ics ana')).toEqual([])
  expect(await summaries('export ics ana --private')).toEqual([
    'You promised Ana Silva: call her',
    'Keep in touch with Ana Silva',
  ])
})

it(`an export of some holds what is with them, their events and nobody's reference beyond them`, async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Omar Aziz" --introduced-by ana')
  await me.run('event add "ACC Meeting" -k conference -o "18 nov"')
  await me.run('event add "Gala" -k social -o "17 nov"')
  await me.run('log omar -k conference --event acc -o "18 nov" --promise "a book"')
  await me.run('log ana -k social --event gala -o "17 nov" --promise "a call"')
  await me.run('question omar "Why registries?"')
  await me.run('question ana "Why here?"')
  expect((await me.run('export md omar')).out).toBe(`# Omar Aziz

introduced by Ana Silva

## Open

- Write to Omar Aziz: the conference, by Wed 25 Nov 2026
- You promised Omar Aziz: a book, by Sat 28 Nov 2026

## Timeline

- Wed 18 Nov 2026: conference · at ACC Meeting

Written on Sat 21 Nov 2026.
`)
})

it('an export of some as data holds what is with them, and of events those where they were', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Omar Aziz" --introduced-by ana')
  await me.run('event add "ACC Meeting" -k conference -o "18 nov"')
  await me.run('event add Gala -k social -o "17 nov"')
  await me.run('log omar -k conference --event acc -o "18 nov" --promise "a book" --no-follow-up')
  await me.run('log ana -k social --event gala -o "17 nov" --promise "a call" --no-follow-up')
  await me.run('question omar "Why registries?"')
  await me.run('question ana "Why here?"')
  await me.run('remind "renew AMWA" --due "1 dec"')
  const { contacts, interactions, followUps, questions, events } = await me.json('export json omar')
  const ids = (records: { id: number }[]) => records.map(record => record.id)
  expect([contacts, interactions, followUps, questions, events].map(ids)).toEqual([
    [2],
    [5],
    [6],
    [9],
    [3],
  ])
  expect(contacts[0]).not.toHaveProperty('introducedBy')
})

/** Gives what a folder holds the name under which it was remembered without its kind. */
function keepMemoryAsBefore(me: World): void {
  const files = me.path('.local/state/netmed/files')
  const [folder = ''] = fs.readdirSync(files)
  for (const name of fs.readdirSync(path.join(files, folder))) {
    const before = name.replace(/^memory-vdir-vcf-/, 'memory-vdir-')
    fs.renameSync(path.join(files, folder, name), path.join(files, folder, before))
  }
}

it('an export of one person holds what others were in too', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Omar Aziz"')
  await me.run('log ana omar -k coffee -o fri')
  expect((await me.json('export json omar')).interactions).toHaveLength(1)
})

it('export ics says what it leaves out, whether or not there is any', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer --circle support')
  await me.run('add "Dr. Maya Chen" --every 30d')
  const said = 'Your support circle and private things stay out. To include them: --private\n'
  expect((await me.run('export ics --out -')).err).toBe(said)
  await me.run('edit priya --no-circle')
  expect((await me.run('export ics --out -')).err).toBe(said)
  expect((await me.run('export ics --out - --private')).err).toBe('')
})
