import { expect, it } from 'vitest'
import { HEADINGS } from '../src/commands/index.ts'
import type { Database } from '../src/domain/data/model.ts'
import { pathOf, verbsOf } from '../src/input/command.ts'
import { world } from './support/netmed.ts'

/** Stands in everything private of the network below, and nowhere else. */
const SECRET = 'zanzibar'

/** Lines for every command, each in a network of its own; of several after commas the last one is walked. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  due: ['due --all', 'due ana', 'due --kind promise'],
  log: ['log ana -k call', 'log -'],
  heard: ['heard ana'],
  done: ['done PROMISE', 'done HELD --yes'],
  remind: ['remind ana "the form" --due fri'],
  snooze: ['snooze PROMISE 3d', 'snooze ana', 'snooze ana, snooze ana off'],
  drop: ['drop PROMISE'],
  add: ['add "Bo Li"'],
  list: ['list'],
  show: ['show ana', 'show QUESTION'],
  search: [`search ${SECRET}`, 'search ana'],
  merge: [
    'add "Ana Silva" --force, merge',
    'add "Bo Li", merge ana bo --yes',
    'add "Bo Li", merge bo ana --yes',
  ],
  note: ['note ana "a line"'],
  edit: ['edit ana --area Oakland', 'edit TALK --place Peet', 'edit PROMISE --due fri'],
  archive: ['archive ana', 'archive 2 --back'],
  rm: ['rm ana --yes', 'rm TALK --yes'],
  meet: ['meet ana --on "1 dec 15:00"'],
  prep: ['prep ana', 'prep acc'],
  question: ['question', 'question ana "How did you choose?"'],
  'question done': ['question done QUESTION'],
  'question bank': ['question bank resident'],
  debrief: ['debrief ana --likes it', 'debrief acc'],
  specialty: ['specialty', 'specialty surgery'],
  pitch: ['pitch', 'pitch "I am Jo Park."', 'pitch --draft -'],
  'event add': ['event add Gala --kind social --on today'],
  'event list': ['event list'],
  'event met': ['event met acc'],
  week: ['week'],
  season: ['season'],
  'season add': ['season add exams --until "1 dec"'],
  'season list': ['season list'],
  'season end': ['season end boards'],
  support: ['support'],
  start: ['start'],
  'start list': ['start list'],
  'start done': ['start done 1'],
  settings: [
    'settings',
    'settings style',
    'settings budget.notes 2',
    'settings budget.notes 2, settings --reset',
  ],
  draft: [
    'log ana -k coffee -o "1 oct", draft thanks ana --set point="your talk"',
    'draft check-in ana',
    'draft advice-update ana --set topic=research --set outcome=b',
    'log ana -k coffee -o "1 oct", draft reconnect ana',
    'draft --event acc',
  ],
  sent: ['sent ana', 'draft check-in ana, sent ana'],
  template: ['template', 'template thanks'],
  'template new': ['template new thanks'],
  'template check': ['template check'],
  lint: ['lint --all', 'lint ana'],
  init: ['init'],
  me: ['me'],
  undo: [
    'done PROMISE, undo',
    'drop PROMISE, undo --list',
    'rm TALK --yes, undo',
    'rm ana --yes, undo --list ana',
  ],
  redo: ['done PROMISE, undo, redo'],
  backup: ['backup', 'backup copy.json'],
  'backup list': ['backup list'],
  'backup clear': ['backup clear --yes'],
  doctor: ['doctor'],
  restore: ['rm ana --yes, restore latest --yes', 'note ana x, restore latest --dry-run'],
  'export ics': ['export ics', 'export ics --details --include-done'],
  'export vcf': ['export vcf'],
  'export csv': ['export csv', 'export csv --interactions'],
  'export json': ['export json'],
  'export md': ['export md'],
  'export schema': ['export schema'],
  import: ['import - --yes'],
  demo: ['demo'],
  help: ['help all'],
}

/** What some lines read. */
const STDIN: Readonly<Record<string, string>> = {
  'log -': 'today; ana; call\n',
  'pitch --draft -': 'I am Jo Park.\n',
  'event met acc': 'Ana Silva; the poster\n',
  'import - --yes': 'First Name,Last Name,E-mail 1 - Value\nAna,Silva,ana@x.org\n',
}

/** What some lines are answered. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  init: ['', '', 'MS3', '', '', '', '', '', '', '', ''],
}

let made: Database | undefined

/** Made once, inside a test, because worlds end with their test. */
async function network(): Promise<Database> {
  if (made) return made
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --pitch "I am Jo."')
  await me.run(
    `add "Ana Silva" --role resident --specialty surgery --every 14d --circle support ` +
      `--worry "${SECRET} worry" --background "${SECRET} school" --private-note "${SECRET} note"`,
  )
  await me.run('add "Pat Moss"')
  await me.run('archive "Pat Moss"')
  await me.run('event add "ACC Meeting" --kind conference --on yesterday')
  await me.run(
    `log ana -k coffee --private -d "${SECRET} detail" -n "${SECRET} text" --gave "${SECRET} help" ` +
      `--promise "${SECRET} promise" --advice "${SECRET} advice" --ask "${SECRET} letter, by fri"`,
  )
  await me.run(`log ana -k shadowing --event "ACC Meeting" --private -d "${SECRET} day"`)
  await me.run(`debrief ana --likes "${SECRET} likes" --myself "${SECRET} self"`)
  await me.run('question ana "Where did you begin?"')
  await me.run('draft check-in ana --hold 1d')
  await me.run('season add boards --until "1 dec"')
  made = me.data()
  return made
}

/** What the words in capitals of a line stand for. */
function numbersIn({ followUps, interactions, questions }: Database): Record<string, number> {
  const followUp = (kind: string) => followUps.find(each => each.kind === kind)?.id ?? 0
  return {
    PROMISE: followUp('promise'),
    HELD: followUp('draft'),
    TALK: interactions[0]?.id ?? 0,
    QUESTION: questions[0]?.id ?? 0,
  }
}

/** What a line says in the network, with `--json` where it would show a person their own words. */
async function said(line: string): Promise<string> {
  const db = await network()
  const numbers = numbersIn(db)
  const me = world({ chance: 5000 })
  await me.run('add "Somebody"')
  me.rewrite(data => {
    Object.assign(data, structuredClone(db))
  })
  const words = line.replace(/[A-Z]{4,}/g, name => String(numbers[name] ?? name))
  const before = words.split(', ')
  const walked = before.pop() ?? ''
  for (const each of before) expect((await me.run(each)).code).toBe(0)
  const isForOthers = /^(draft|export)\b/.test(walked) && !walked.includes('--event')
  const ways = isForOthers ? [walked, `${walked} --json`] : [`${walked} --json`]
  let text = ''
  for (const way of ways) {
    const { code, out, err } = await me.run(way, {
      stdin: STDIN[walked] ?? '',
      ...(ANSWERS[walked] && { answers: [...ANSWERS[walked]] }),
    })
    expect(`exit ${code} ${err}`).toMatch(/^exit 0/)
    text += out + err
  }
  return text
}

it('every command is walked', () => {
  const verbs = HEADINGS.flatMap(({ commands }) => Object.values(commands)).flatMap(verbsOf)
  const paths = verbs.map(pathOf)
  const unwalked = paths.filter(path => !(path in LINES))
  expect(unwalked, 'each needs a line in LINES, at the top of this file').toEqual([])
  expect(Object.keys(LINES).filter(path => !paths.includes(path))).toEqual(['help'])
})

it('the network holds every secret', async () => {
  expect(JSON.stringify(await network()).match(new RegExp(SECRET, 'g'))).toHaveLength(12)
})

it.each(Object.values(LINES).flat())('%s keeps private words to the screen', async line => {
  const text = await said(line)
  const echoed = line.includes(SECRET) ? text.replaceAll(`"query": "${SECRET}"`, '') : text
  expect(echoed).not.toContain(SECRET)
})
