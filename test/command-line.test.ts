import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { version } from '../src/version.ts'
import { world } from './support/netmed.ts'

const { commandTyped } = createRequire(import.meta.url)('../bin/netmed.cjs')

it('an unknown flag alone is refused, as it is beside a command', async () => {
  const me = world()

  const { code, out, err } = await me.run('--nope')

  expect(out).toBe('')
  expect(err).toBe('Unknown option "--nope".\n  All commands: netmed help all\n')
  expect(code).toBe(2)
})

it('an unknown flag of a command leads to the help of that command', async () => {
  const me = world()

  const { code, err } = await me.run('export ics --colour red')

  expect(err).toBe('Unknown option "--colour".\n  How it works: netmed help export ics\n')
  expect(code).toBe(2)
})

it('the beginning of a flag names the whole of it', async () => {
  const me = world()

  const { err } = await me.run('me --graduation 2028')

  expect(err).toBe('Unknown option "--graduation".\n  Did you mean --graduation-year?\n')
})

it('the version and help are one JSON object under --json', async () => {
  const me = world()

  const said = await me.run('--version --json')
  const helped = await me.run('due --help --json')
  const asked = await me.run('help due --json')

  expect(JSON.parse(said.out)).toEqual({ version, warnings: [] })
  expect(JSON.parse(helped.out).help).toMatch(/^Examples:\n {2}netmed due\n/)
  expect(asked.out).toBe(helped.out)
})

it('a flag without its value says which value it takes', async () => {
  const me = world()

  const { code, err } = await me.run('log priya --detail "her rotation" -k')

  expect(err).toBe(
    '-k needs a value.\n  --kind <occasion>  what kind of contact: coffee, call, … (if you leave it out: met)\n',
  )
  expect(code).toBe(2)
  expect((await me.run('due --file')).err).toBe(
    '--file needs a value.\n  --file <path>  use this data file (also NETMED_FILE)\n',
  )
})

it('a switch with a value is told apart from a flag that is not there', async () => {
  const { err } = await world().run('due --all=yes')

  expect(err).toBe('--all takes no value.\n  How it works: netmed help due\n')
})

it('a mistyped command leads to the one that is near, a strange one to help', async () => {
  const me = world()

  expect((await me.run('shwo priya')).err).toBe(
    'There is no command "shwo".\n  Did you mean show?\n',
  )
  expect((await me.run('frobnicate')).err).toBe(
    'There is no command "frobnicate".\n  All commands: netmed help all\n',
  )
  expect((await me.run('export jsn')).err).toBe(
    'There is no command "export jsn".\n  Did you mean export json?\n',
  )
})

it.each([
  ['delete', 'rm <who>'],
  ['delete priya', 'rm priya'],
  ['del priya', 'rm priya'],
  ['remove 3 --yes', 'rm 3 --yes'],
  ['rename priya "Priya Nair"', 'edit priya --name "Priya Nair"'],
  ['modify priya --role peer', 'edit priya --role peer'],
  ['update priya', 'edit priya'],
  ['new "Ana Silva"', 'add "Ana Silva"'],
  ['contacts', 'list'],
  ['people role:peer', 'list role:peer'],
  ['today', 'due'],
  ['view 3', 'show 3'],
  ['sync', 'help export'],
  ['calendar --out f.ics', 'export ics --out f.ics'],
  ['tag priya chess', 'edit priya --tag chess'],
  ['tag priya', 'edit priya --tag <tag>'],
  ['version', '--version'],
  ['find echo', 'search echo'],
  ['config', 'settings'],
  ['event edit 3', 'edit 3'],
])('%s is said as %s', async (typed, meant) => {
  expect((await world().run(typed)).err).toContain(`\n  Did you mean: netmed ${meant}\n`)
})

it.each([
  ['log priya --date yesterday', 'log priya --on yesterday'],
  ['remind priya x --date fri', 'remind priya x --due fri'],
  ['season add boards --date fri', 'season add boards --from fri'],
  ['edit 3 --date fri', 'help edit'],
  ['add Ana --year 2020', 'add Ana --graduation-year 2020'],
  ['meet priya --on fri --at 15:00', 'meet priya --on "fri 15:00"'],
  ['meet priya --at 3pm', 'meet priya --on "<day> 3pm"'],
  ['meet priya --at "the Green Bean"', 'meet priya --place "the Green Bean"'],
  ['log priya --at bayview', 'log priya --place bayview'],
  ['list --at ucsf', 'list at:ucsf'],
])('%s is said as %s', async (typed, meant) => {
  expect((await world().run(typed)).err).toContain(`\n  Did you mean: netmed ${meant}\n`)
})

it('a flag that nothing is meant by is no guess', async () => {
  expect((await world().run('undo --date fri')).err).toBe(
    'Unknown option "--date".\n  How it works: netmed help undo\n',
  )
  expect((await world().run('log priya --year 2020')).err).toBe(
    'Unknown option "--year".\n  How it works: netmed help log\n',
  )
})

it.each(['stats', 'address'])('nothing absurd is offered for %s', async word => {
  expect((await world().run(word)).err).toBe(
    `There is no command "${word}".\n  All commands: netmed help all\n`,
  )
})

it.each([
  ['remid', 'remind'],
  ['snoooze', 'snooze'],
  ['shaw', 'show'],
  ['events', 'event'],
  ['meeting', 'meet'],
])('%s is a slip of %s', async (typed, meant) => {
  expect((await world().run(typed)).err).toContain(`\n  Did you mean ${meant}?\n`)
})

it('after two dashes every word is a word', async () => {
  const { err } = await world().run('show -- --help')

  expect(err).toBe(
    'No one on file is called "--help".\n  If this is someone new: netmed add "--help"\n',
  )
})

it.each([
  ['wake priya', 'snooze priya off'],
  ['wake', 'snooze <who> off'],
  ['dupes --all', 'merge --all'],
  ['schema', 'export schema'],
  ['pitch show', 'pitch'],
  ['pitch set "I am Jo."', 'pitch "I am Jo."'],
  ['pitch set', 'pitch <text>'],
  ['pitch check', 'pitch'],
  ['pitch check draft.txt --strict', 'pitch --draft draft.txt --strict'],
  ['settings list', 'settings'],
  ['settings set style small', 'settings style small'],
  ['settings reset style', 'settings style --reset'],
  ['settings reset all --yes', 'settings --reset --yes'],
  ['template list', 'template'],
  ['template show thanks', 'template thanks'],
  ['template path thanks', 'template thanks'],
  ['question add chen "Why?"', 'question chen "Why?"'],
  ['question list chen --all', 'question chen --all'],
  ['heard pat --email pat@example.org', 'edit pat --email pat@example.org'],
  ['init --name "Jo Park" --stage MS2', 'me --name "Jo Park" --stage MS2'],
  ['list --role resident --sort recency', 'list role:resident --sort recency'],
  ['list --stage=ms3 --tag chess', 'list stage:ms3 tag:chess'],
  ['list --institution "Mayo Clinic" --circle mentor', 'list "at:Mayo Clinic" circle:mentor'],
  ['list --specialty', 'list specialty:<value>'],
  ['unarchive "Pat Moss"', 'archive "Pat Moss" --back'],
  ['unarchive', 'archive <who> --back'],
])('%s leads to the line that netmed understands', async (typed, meant) => {
  const { code, out, err } = await world().run(typed)

  expect(err).toMatch(/^There is no command "[a-z ]+"\.\n|^Unknown option "--[a-z-]+"\.\n/)
  expect(err.split('\n')[1]).toBe(`  Did you mean: netmed ${meant}`)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

it('words after --file are its value, and the command is the next one', async () => {
  const me = world()
  expect(await me.run('--file x.json show 7')).toEqual({
    code: 1,
    out: '',
    err: `There is no #7.
  For the numbers: netmed due or netmed list
There is no file at ${me.path('x.json')} yet.
`,
  })
  expect(await me.run('show 7 --file=x.json')).toEqual({
    code: 1,
    out: '',
    err: `There is no #7.
  For the numbers: netmed due or netmed list
There is no file at ${me.path('x.json')} yet.
`,
  })
})

it.each([
  [[], 'due'],
  [['--json'], 'due'],
  [['--file', 'x.json'], 'due'],
  [['--file', 'x.json', 'list'], 'list'],
  [['list', '--file', 'x.json'], 'list'],
  [['--file', '--json', 'list'], 'list'],
  [['show', '7', '--help'], 'help'],
  [['--version'], 'help'],
  [['show', '--', '--help'], 'show'],
  [['Silva'], 'other'],
  [['../x'], 'other'],
])('the code of the line %j is kept as that of %s', (argv, command) => {
  expect(commandTyped(argv)).toBe(command)
})

it('a file that was named and is not there is spoken of, and so is one that was made', async () => {
  const me = world()
  const file = me.path('new.json')
  const looked = await me.run(['--file', file, 'list'])
  expect([looked.code, looked.err]).toEqual([0, `There is no file at ${file} yet.\n`])
  const added = await me.run(['--file', file, 'add', 'Bo'])
  expect([added.code, added.err]).toEqual([0, `Made ${file}.\n`])
  expect((await me.run(['--file', file, 'list'])).err).toBe('')
  expect((await me.run('list')).err).toBe('')
})

it('an empty NETMED_FILE is as none', async () => {
  const me = world()
  await me.run('add Ana')
  expect((await me.run('list', { env: { NETMED_FILE: '' } })).code).toBe(0)
})

it.each([
  [['note', 'ana', '-1 to 10'], 'netmed note … -- "-1 to 10"'],
  [['remind', '-x the form', '--due', 'fri'], 'netmed remind … -- "-x the form"'],
])('%j says how text that begins with a minus is typed', async (words, instead) => {
  const me = world()
  await me.run('add Ana')
  const { code, err } = await me.run(words)
  expect([code, err]).toEqual([2, expect.stringContaining(instead)])
  expect((await me.run(['note', 'ana', '--', '-1 to 10'])).code).toBe(0)
})

it('a line break in what was typed makes no line of its own in an error', async () => {
  const { err } = await world().run(['show', 'foo\nbar\n  netmed rm all'])
  expect(err).toContain('No one on file is called "foo bar netmed rm all".\n')
  expect(err).not.toMatch(/^\s*netmed rm all/m)
})

it('--json shows what cannot be seen as escapes', async () => {
  const me = world()
  await me.run('add Ana')
  me.rewrite(data => Object.assign(data.contacts[0] ?? {}, { note: 'a\u200bb\ufeffc\u{e0041}d' }))
  const { out } = await me.run('show ana --json')
  expect(out).toContain('a\\u200bb\\ufeffc\\udb40\\udc41d')
})
