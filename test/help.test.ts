import { expect, it } from 'vitest'
import { HEADINGS } from '../src/commands/index.ts'
import { pathOf, verbsOf } from '../src/input/command.ts'
import { readCommandLine } from '../src/input/command-line.ts'
import { wordsOf, world } from './support/netmed.ts'

it('a word that only leads to others says which', async () => {
  expect(await world().run('export')).toEqual({
    code: 2,
    out: '',
    err: [
      'netmed export needs one more word.',
      '  netmed export ics',
      '  netmed export vcf',
      '  netmed export csv',
      '  netmed export json',
      '  netmed export md',
      '  netmed export schema',
      '',
    ].join('\n'),
  })
})

it('help on a word that only leads to others lists them', async () => {
  const { out } = await world().run('help export')
  expect(out).toBe(`take your data with you

  netmed export ics     write your follow-ups as calendar entries
  netmed export vcf     your people as vCards, for a phone or an address book
  netmed export csv     your people, or your interactions, as a table
  netmed export json    everything, as netmed stores it
  netmed export md      your people as readable pages
  netmed export schema  the JSON Schema of the data file
`)
  expect((await world().run('export --help')).out).toBe(out)
})

it('too many words are said in one plain sentence', async () => {
  expect((await world().run('week foo bar')).err).toBe(
    'netmed week takes no more words.\n  How it works: netmed help week\n',
  )
})

it('with color, headings are painted and nothing of it is shown as text', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending')
  await me.run('log hoff -k conference -d "the ablation registry"')
  const { out } = await me.run('due', { colorLevel: 1 })
  expect(out).toContain('\n\u001b[1mNext 7 days\u001b[22m\n')
  expect((await me.run('help all', { colorLevel: 1 })).out).toContain(
    '\n\u001b[1mPeople\u001b[22m\n',
  )
})

it('help on all has every word on a line of its own, in at most 70', async () => {
  const { out } = await world().run('help all')
  const lines = out.trimEnd().split('\n')
  const words = HEADINGS.flatMap(({ commands }) => Object.keys(commands))
  const told = lines.filter(line => line.startsWith('  ')).map(line => line.trim().split(' ')[0])
  expect(told).toEqual([...words, 'help'])
  expect(lines.length).toBeLessThanOrEqual(70)
  expect(out).toContain(
    '\n  event      conferences, talks, rotations, before and after · add, list, met\n',
  )
})

it('with -q an answer says nothing of what to type next', async () => {
  const me = world()
  expect((await me.run('due -q')).out).toBe(
    'Saturday 21 November\n\nNothing is waiting. Enjoy your day.\n',
  )
  expect((await me.run('add Ana -q')).out).toBe('')
  expect((await me.run('list --quiet')).out).toBe('#1  Ana\n')
})

it('help says what shows of private things all the same', async () => {
  const me = world()
  const inOneLine = async (line: string) => (await me.run(line)).out.replaceAll('\n', ' ')
  expect(await inOneLine('help export json')).toContain(
    'numbers have gaps where private records are, and rev and updatedAt change when something private changes.',
  )
  expect(await inOneLine('help show')).toContain('there their numbers are missing')
  expect(await inOneLine('help')).toContain('as JSON, without private items')
})

it('help fits the width of the terminal', async () => {
  const { out } = await world().run('help export ics', { columns: 40 })
  const details = out.slice(out.indexOf('Entries hold'), out.indexOf('Also, with'))
  expect(details).toBe(`Entries hold a name and a short reason;
--details adds what you talked about.
Private things stay out without
--private. Terms or a name choose the
people. netmed asks before it replaces a
file that it didn't write; in scripts:
--yes.

`)
})

it('help on log keeps the flags of someone new apart, and says every word once', async () => {
  const { out } = await world().run('log --help')
  expect(out.indexOf('--detail')).toBeLessThan(out.indexOf('About someone new:'))
  expect(out.indexOf('About someone new:')).toBeLessThan(out.indexOf('--hometown'))
  expect(out).toContain('\n  --kind --met  coffee, lunch, walk, call')
  expect(out).toContain('\n  --role        peer, senior-student, resident')
})

it('help on a word that acts alone names what else it begins', async () => {
  const { out } = await world().run('help season', { columns: 100 })
  expect(out).toContain(`
More:
  netmed season add   add a busy time: boards, exams, a rotation, applications, leave or rest
  netmed season list  your seasons: now, coming up and past
  netmed season end   end a busy season early

Also, with every command (see netmed help): --file`)
})

it('every command stands under the word that it begins with', () => {
  const commands = HEADINGS.flatMap(({ commands }) => Object.entries(commands))
  const misplaced = commands.filter(([word, command]) =>
    verbsOf(command).some(verb => pathOf(verb).split(' ')[0] !== word),
  )
  expect(misplaced).toEqual([])
})

it('every example of help is a line that reads', () => {
  const examples = HEADINGS.flatMap(({ commands }) => Object.values(commands))
    .flatMap(verbsOf)
    .flatMap(verb => verb.examples)
  const lines = examples.map(example => example.replace(/ {3,}.*$| [|<>] .*$/, ''))
  expect(lines.filter(line => !reads(line))).toEqual([])
  expect(lines.length).toBeGreaterThan(100)
})

function reads(line: string): boolean {
  const [program, ...words] = wordsOf(line)
  try {
    return program === 'netmed' && readCommandLine(words, HEADINGS).for === 'verb'
  } catch {
    return false
  }
}

it('help on a word and one more that does not go together is refused, and names what there is', async () => {
  const me = world()
  expect(await me.run('help export nonsense')).toEqual({
    code: 2,
    out: '',
    err: `There is no command "export nonsense".
  netmed help all
`,
  })
  expect(await me.run('help export ics more')).toEqual({
    code: 2,
    out: '',
    err: `There is no command "export ics more".
  netmed help all
`,
  })
  expect(await me.run('help due now')).toEqual({
    code: 2,
    out: '',
    err: `There is no command "due now".
  netmed help all
`,
  })
  expect(await me.run('help nonsense')).toEqual({
    code: 2,
    out: '',
    err: `There is no command "nonsense".
  netmed help all
`,
  })
})
