import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type Answer, world } from '../../support/netmed.ts'

async function demoIn(me: ReturnType<typeof world>, now?: string): Promise<Answer> {
  const { code, out, err } = await me.run('demo --json', {
    env: { TMPDIR: me.folder },
    ...(now && { now }),
  })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out).demo
}

it('the demo runs the main job from someone new to the calendar', async () => {
  const me = world()
  const { code, out, err } = await me.run('demo', { env: { TMPDIR: me.folder } })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n').filter(line => line.startsWith('$ '))).toEqual([
    '$ netmed me --name "Jo Park" --stage MS2 --school Bayview --interest cardiology',
    '$ netmed add "Priya Nair" --role peer --every 4w',
    '$ netmed log priya -k coffee -o "5 weeks ago" -d "her cardiology rotation"',
    '$ netmed add "Marcus Lee" --role faculty --specialty "critical care"',
    '$ netmed sent research lee -o "3 days ago"',
    '$ netmed add "Omar Aziz" --role resident',
    '$ netmed log omar -o "4 days ago" --promise "send him the abstract, by today"',
    '$ netmed add "Dr. Maya Chen" --role faculty --email maya.chen@example.org',
    '$ netmed log chen -k office-hours -o yesterday -d "the advice on finding a mentor"',
    '$ netmed add "Dr. Lena Hoff, MD" --role attending --email lena.hoff@example.org',
    '$ netmed log hoff -k conference -o "2 days ago" -d "the ablation registry"',
    '$ netmed due',
    '$ netmed draft event-followup hoff --set resource="the 2024 registry report"',
    '$ netmed sent hoff',
    '$ netmed export ics',
  ])
  expect(out).toContain('\nDear Dr. Hoff,\n')
  expect(out.split('\n').slice(-5)).toEqual([
    'Look around in it:',
    expect.stringMatching(/^ {2}netmed --file (["']?)\/.*\/netmed-demo-\w+\/netmed\.json\1 due$/),
    'Start your own:',
    '  netmed init',
    '',
  ])
})

it('the demo fits two screens', async () => {
  const me = world()
  const { out } = await me.run('demo', { env: { TMPDIR: me.folder } })
  expect(out.split('\n').length).toBeLessThan(90)
})

it.each(['2026-11-21T15:00', '2028-02-29T23:59', '2027-01-01T00:00', '2026-03-09T07:00'])(
  'on %s the demo has somebody to see again, a promise, thanks, a first note and a wait',
  async now => {
    const { commands } = await demoIn(world(), now)
    const due = commands.find((command: Answer) => command.line === 'netmed due')
    expect(due.output.match(/netmed .*$/gm)).toEqual([
      'netmed done 8',
      'netmed draft thanks chen',
      'netmed log priya',
      'netmed draft event-followup hoff',
      'netmed heard lee',
    ])
  },
)

it('the demo leaves everything of the user as it was', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const before = listing(me.folder)
  const own = fs.readFileSync(me.path('.local/share/netmed/netmed.json'), 'utf8')
  fs.mkdirSync(me.path('temp'))
  await me.run('demo', { env: { TMPDIR: me.path('temp'), NETMED_TEMPLATES: me.path('none') } })
  expect(listing(me.folder).filter(name => !name.startsWith('temp'))).toEqual(before)
  expect(fs.readFileSync(me.path('.local/share/netmed/netmed.json'), 'utf8')).toBe(own)
})

it('all files of the demo stand in one private folder', async () => {
  const me = world()
  const { folder, file } = await demoIn(me)
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
  expect(file).toBe(`${folder}/netmed.json`)
  expect(fs.readdirSync(folder).sort()).toEqual(['.local', 'netmed-follow-ups.ics', 'netmed.json'])
  expect(fs.readdirSync(me.folder)).toHaveLength(1)
})

it('the demo as JSON holds each line and what it said', async () => {
  const { commands, program, next, file } = await demoIn(world())
  // In a temporary folder with a blank in its name the file stands in quotes.
  const look = next.look.replaceAll(/["']/g, '')
  expect({ program, next: { ...next, look } }).toEqual({
    program: 'netmed',
    next: { look: `netmed --file ${file} due`, begin: 'netmed init' },
  })
  expect(commands).toHaveLength(15)
  expect(commands[9]).toEqual({
    line: 'netmed add "Dr. Lena Hoff, MD" --role attending --email lena.hoff@example.org',
    output:
      'Added #12 Dr. Lena Hoff · attending.\nEach time you meet, talk or write:\n  netmed log hoff\n',
    isBefore: false,
  })
})

it('a folder that cannot be made is said plainly', async () => {
  const me = world()
  fs.writeFileSync(me.path('file'), '')
  const { code, err } = await me.run('demo', { env: { TMPDIR: me.path('file') } })
  expect({ code, err }).toEqual({
    code: 4,
    err: `No private folder can be made in ${me.path('file')}: a part of the path is not a folder.\n`,
  })
})

/** Every file and folder, but for what a question may remember. */
function listing(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true }).map(String).sort()
}
