import fs from 'node:fs'
import { expect, it } from 'vitest'
import { HEADINGS } from '../src/commands/index.ts'
import type { Database } from '../src/domain/data/model.ts'
import { pathOf, verbsOf } from '../src/input/command.ts'
import { type World, world } from './support/netmed.ts'

/** Stands in every private text of the network below, and nowhere else. */
const SECRET = 'zanzibar'

/** One word each, so that a line of a command can name them. */
const PEOPLE = 'Ana Ben Cleo Dora Eli Fay Gus Hal Ida Jon Kim Lea Mia Ned'.split(' ')

/** Those of them of whom a change is tried. */
const CHANGED = 'Ana Ben Eli Gus Ida Jon Lea'.split(' ')

/** One private fact of each kind, of somebody who has no other, and how it is taken out by hand. */
const FACTS: Readonly<Record<string, (data: Database) => void>> = {
  'support alone': data => leave(data, 'Ana'),
  'support beside a rhythm of another circle': data => leave(data, 'Ben'),
  'support beside a rhythm of their own': data => leave(data, 'Cleo'),
  'a private note': data => forget(data, 'Dora', 'privateNote'),
  worries: data => forget(data, 'Eli', 'worries'),
  background: data => forget(data, 'Fay', 'background'),
  'private talks and what they opened and settled': data => {
    const secret = data.interactions.filter(each => each.private).map(each => each.id)
    data.interactions = data.interactions.filter(each => !each.private)
    data.followUps = data.followUps.filter(each => !secret.includes(each.from ?? 0))
    for (const each of data.followUps) {
      if (secret.includes(each.closedBy ?? 0)) delete each.closedBy
    }
  },
  'private follow-ups': data => {
    data.followUps = data.followUps.filter(each => !each.private)
  },
  debriefs: data => {
    for (const each of data.interactions) delete each.debrief
  },
  'settings of the support circle': data => {
    data.settings = { 'due.within': 9 }
  },
}

function contact(data: Database, name: string) {
  const found = data.contacts.find(each => each.name.startsWith(name))
  if (!found) throw new Error(`no ${name}`)
  return found
}

function leave(data: Database, name: string): void {
  const found = contact(data, name)
  const { circles = [] } = found
  const left = circles.filter(circle => circle !== 'support')
  expect(left.length, name).toBe(circles.length - 1)
  if (left.length) found.circles = left
  else delete found.circles
}

function forget(data: Database, name: string, field: 'privateNote' | 'worries' | 'background') {
  const found = contact(data, name)
  expect(JSON.stringify(found[field]), name).toContain(SECRET)
  delete found[field]
}

const BUILT = [
  'me --name "Jo Park" --stage MS2 --pitch "I am Jo."',
  'add "Ana Adler" --role peer --circle support --phone "555 0101"',
  'log ana -k coffee -o "1 sep" --no-follow-up',
  'add "Ben Bauer" --role attending --circle support --circle mentor --specialty cardiology',
  'log ben -k coffee -o "1 sep" --no-follow-up',
  'add "Cleo Clark" --role peer --circle support --circle study --every 20d',
  'log cleo -k coffee -o "20 oct" --no-follow-up',
  `add "Dora Diaz" --role peer --private-note "${SECRET} note"`,
  `add "Eli Evans" --role peer --worry "${SECRET} worry"`,
  `add "Fay Ford" --role peer --background "${SECRET} school"`,
  'add "Gus Gold" --role resident --every 30d --specialty surgery',
  'log gus -k coffee -o "1 sep" --no-follow-up -d "the slide deck"',
  'log gus -k call -o "1 oct" --advice "read widely"',
  'add "Hal Hill" --role peer --every 90d --email hal@x.org',
  'log hal -k message -o "1 nov" --no-follow-up',
  'add "Ida Iver" --role attending --specialty neurology',
  'log ida -k shadowing -o "2 nov" --no-follow-up',
  `debrief ida --likes "${SECRET} likes" --myself "${SECRET} self"`,
  'add "Jon Jung" --role faculty --email jon@x.org',
  'log jon -k email -o "18 nov"',
  'add "Kim Kane" --role peer --every 14d',
  'log kim -k lunch -o "1 oct" --no-follow-up',
  'snooze kim',
  'add "Lea Lund" --role attending --specialty psychiatry',
  'log lea -k message -o "2 nov" --no-follow-up',
  'event add "ACC Meeting" --kind conference --on "18 nov" --speaker "Ben Bauer"',
  'log "Mia Moss" --new -k conference -o "18 nov" --event "ACC Meeting" -d "her registry"',
  'add "Ned Nash" --prospect --why "works on sepsis"',
  'question ana "Where did you begin?"',
  'draft check-in hal --hold 1d',
  'remind ana "the form" --due fri',
  // What is private, of those who have nothing else private.
  `log gus -k coffee -o "17 nov" --private --no-follow-up -d "${SECRET} detail" -n "${SECRET} text" --gave "${SECRET} help" --place "${SECRET} bar" --promise "${SECRET} promise" --advice "${SECRET} advice" --ask "${SECRET} letter, by fri"`,
  `log gus -k conference -o "18 nov" --event "ACC Meeting" --private --no-follow-up -d "${SECRET} hall"`,
  `log lea -k shadowing -o "19 nov" --private --no-follow-up -d "${SECRET} ward"`,
  `log jon -k email --by them -o today --private -n "${SECRET} answer"`,
  `log lea -k info-interview -o "19 nov" --private --no-follow-up --resource "${SECRET} book"`,
  'settings due.within 9',
  'settings rhythm.support 7',
  'settings support.alone 3',
]

let made: Database | undefined

/** Made once, inside a test, because worlds end with their test. */
async function network(): Promise<Database> {
  if (made) return made
  const me = world()
  for (const line of BUILT)
    expect((await me.run(line)).err, line).not.toMatch(/There is no|Unknown/)
  me.rewrite(data => {
    const stamps = { uid: 'q'.repeat(16), createdAt: '2026-11-20T10:00:00.000Z' }
    const what = `${SECRET} errand`
    const { id } = contact(data, 'Hal')
    const open = { id: data.meta.nextId++, ...stamps, kind: 'promise', contact: id, what } as const
    const closed = { ...open, id: data.meta.nextId++, uid: 'r'.repeat(16) }
    data.followUps.push({ ...open, due: '2026-11-22', private: true })
    data.followUps.push({ ...closed, private: true, closed: 'done', closedOn: '2026-11-20' })
    const older = { id: data.meta.nextId++, uid: 's'.repeat(16), kind: 'reminder' } as const
    data.followUps.push({ ...open, ...older, due: '2026-09-01', private: true })
  })
  made = me.data()
  return made
}

/** The same network twice: with what is private, and with it taken out by hand. */
async function twins(...before: string[]): Promise<Twins> {
  const db = await network()
  const [whole, bare] = [world({ chance: 5000 }), world({ chance: 5000 })]
  for (const me of [whole, bare]) await me.run('add Somebody')
  whole.rewrite(data => void Object.assign(data, structuredClone(db)))
  bare.rewrite(data => {
    Object.assign(data, structuredClone(db))
    for (const take of Object.values(FACTS)) take(data)
  })
  for (const line of before) for (const me of [whole, bare]) await me.run(line)
  return { whole, bare }
}

/** What every command that asks is asked, WHO being each person in turn. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  due: [
    ...['--json', 'due --json', 'due --all --json', 'due WHO --json', 'due --kind promise --json'],
    'due --older --json',
  ],
  list: [
    'list --json',
    'list --sort next --json',
    'list --sort recency --json',
    'list --prospects --json',
    'list role:peer --json',
    'list role:peer support',
    `list role:peer ${SECRET}`,
    'list circle:support',
    'list not circle:support',
    'list circle:mentor --json',
  ],
  show: ['show WHO --json'],
  search: [`search ${SECRET}`, 'search coffee', 'search support --json', 'search adler --json'],
  merge: ['merge --json'],
  prep: ['prep WHO --json', 'prep WHO --md', 'prep acc --json'],
  question: ['question --json', 'question WHO --json'],
  'question bank': ['question bank resident --json'],
  specialty: [
    'specialty --json',
    'specialty neurology --json',
    'specialty psychiatry --json',
    'specialty surgery --json',
  ],
  pitch: ['pitch --json'],
  'event list': ['event list --json'],
  week: ['week --json'],
  'season list': ['season list --json'],
  support: ['support --json'],
  'start list': ['start list --json'],
  settings: ['settings --json', 'settings rhythm.support --json', 'settings support.alone --json'],
  template: ['template --json', 'template thanks --json'],
  lint: ['lint --all --json', 'lint WHO --json'],
  me: ['me --json'],
  'export schema': ['export schema --json'],
  'backup list': ['backup list --json'],
  doctor: ['doctor --json', 'doctor --fix --json'],
  help: ['help all --json'],
  draft: [
    'draft WHO',
    'draft WHO --json',
    'draft check-in WHO',
    'draft reconnect WHO',
    'draft thanks WHO --set point="your talk"',
    'draft advice-update WHO --set topic=a --set outcome=b',
    'draft letter-request WHO --set for=it --set due="1 mar"',
    'draft nudge WHO',
    'draft invite WHO --set activity=tea --set place=Peet --set times=fri',
    'draft meeting-summary WHO',
    'draft scale-back WHO',
    'draft --event acc --json',
  ],
  'export ics': [
    'export ics',
    'export ics --details --include-done',
    'export ics --json',
    'export ics WHO',
    'export ics role:peer',
    'export ics --since-last',
  ],
  'export vcf': ['export vcf', 'export vcf --json', 'export vcf circle:mentor'],
  'export csv': ['export csv', 'export csv --interactions', 'export csv --interactions WHO'],
  'export json': ['export json', 'export json --json', 'export json role:peer'],
  'export md': ['export md', 'export md WHO', 'export md --json'],
}

/** Where a season changes what is said. */
const IN_SEASONS = [
  ...['--json', 'due --json', 'due --all --json', 'week --json', 'list --sort next --json'],
  ...['season list --json', 'support --json', 'export ics --json', 'export md', 'prep ana --json'],
  ...['draft ana', 'draft reconnect ben', 'draft scale-back cleo'],
]

/** What every command that changes something answers, each line in the network as it was. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  log: ['log gus -k call', 'log ana -k call', 'log jon lea -k lunch', 'log mia -k coffee'],
  heard: [
    ...['heard jon', 'heard gus', 'heard gus --referred "Pat Poe <pat@x.org>"'],
    ...['heard jon, gus', 'heard FORM'],
  ],
  done: ['done FORM', 'done HELD --yes', 'done FORM OLD', 'done OLD-FORM --yes'],
  remind: ['remind gus "the form" --due fri'],
  snooze: [
    ...['snooze FORM 3d', 'snooze ana', 'snooze kim off', 'snooze FORM OLD 3d'],
    ...['snooze 1-9999 3d', 'snooze 1-9999 3d --yes', 'snooze 1 FORM 3d'],
  ],
  drop: [
    ...['drop FORM', 'drop FORM OLD', 'drop 1-9999', 'drop 1-9999 --yes'],
    ...['drop --older', 'drop --older --yes'],
  ],
  add: ['add "Bo Li"', `add "Ana Adler"`],
  note: ['note WHO "a line"'],
  edit: [
    'edit WHO --area Oakland',
    'edit WHO --no-circle',
    'edit WHO --no-worry --no-background',
    'edit role:peer --tag x --yes',
    'edit circle:support --tag x --yes',
    'edit FORM --due fri',
  ],
  archive: [
    'archive WHO',
    'archive 1 2',
    'archive role:peer --yes',
    'archive circle:support --yes',
  ],
  rm: ['rm WHO --yes', 'rm acc --yes', 'rm FORM --yes'],
  merge: [
    'merge gus hal --yes',
    'merge hal gus --yes',
    'merge ana ben --yes',
    'merge dora eli --dry-run',
    'merge eli fay --yes',
    'merge lea ida --yes',
    'merge jon ned --yes',
  ],
  meet: ['meet WHO --on "1 dec 15:00"'],
  prep: ['prep gus --question "How did you choose?"'],
  question: ['question ana "How did you choose?"'],
  'question done': ['question done ASK'],
  debrief: ['debrief acc', 'debrief ida --nurses kindly', 'debrief ida', 'debrief lea'],
  pitch: ['pitch "I am Jo Park."'],
  'event add': ['event add Gala --kind social --on today'],
  'event met': ['event met acc'],
  season: ['season rest'],
  'season add': ['season add exams --until "1 dec"'],
  'season end': ['season end boards'],
  start: ['start'],
  'start done': ['start done 1'],
  settings: [
    'settings budget.notes 2',
    'settings due.within --reset',
    'settings rhythm.mentor 6w',
    'settings --reset --yes',
  ],
  draft: ['draft check-in WHO --sent', 'draft check-in gus --hold 1d'],
  sent: ['sent gus', 'sent thanks jon'],
  'template new': ['template new thanks'],
  'template check': ['template check'],
  // It asks, and is a change of the profile alone.
  init: [],
  me: ['me --area Oakland'],
  import: ['import - --yes', 'import - --dry-run'],
  backup: ['backup', 'backup copy.json'],
  'backup clear': ['backup clear --yes'],
  restore: ['restore latest --yes', 'restore latest --dry-run'],
  // Of a network of its own.
  demo: [],
}

/** Steps and what is said of them, each in the network as it was. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  undo: [
    'note ana x, undo',
    'remind ana x --due fri, drop FORM, undo --list',
    'edit ana --no-circle --area Ohio, undo --list ana',
    'rm gus --yes, undo --list gus',
    'rm gus --yes, undo',
    'merge gus hal --yes, undo',
    'log gus -k call, undo',
    'edit ana --no-circle --area Ohio, undo',
    'settings due.within --reset, undo',
  ],
  redo: ['log jon -k call, undo, redo', 'rm lea --yes, undo, redo'],
}

const STDIN: Readonly<Record<string, string>> = {
  'event met acc': 'Nia Novak; the poster\nMia Moss; her hall\n',
  import: 'First Name,Last Name,E-mail 1 - Value\nDora,Diaz,dora@x.org\nNew,Body,new@x.org\n',
}

/** The walked lines, everybody named in turn, and the words in capitals as numbers. */
function linesOf(
  lines: Iterable<readonly string[]>,
  data: Database,
  some: readonly string[] = PEOPLE,
): string[] {
  const numbers: Record<string, number> = {
    FORM: data.followUps.find(each => each.what === 'the form')?.id ?? 0,
    HELD: data.followUps.find(each => each.kind === 'draft')?.id ?? 0,
    OLD: data.followUps.find(each => each.what === 'read widely')?.id ?? 0,
    ASK: data.questions[0]?.id ?? 0,
  }
  return [...lines]
    .flat()
    .flatMap(line =>
      /\bWHO\b/.test(line) ? some.map(name => line.replace('WHO', name.toLowerCase())) : [line],
    )
    .map(line => line.replace(/\b(?:FORM|HELD|OLD|ASK)\b/g, name => String(numbers[name])))
}

function stdinOf(line: string): string {
  return STDIN[line.split(' ')[0] ?? ''] ?? STDIN[line.replace(' --json', '')] ?? ''
}

interface Twins {
  whole: World
  bare: World
}

/** What a line says in both, each in its own folder; numbers, uids and moments are a change's own. */
async function said({ whole, bare }: Twins, line: string): Promise<[string, string]> {
  const stdin = stdinOf(line)
  const told = async (me: World) => {
    const { code, out, err } = await me.run(line, { stdin })
    const own =
      /\n {2}"private": \[[^\]]*\],|"uid": "\w+"|"updatedAt": (?:null|"[^"]*")|netmed-\w{6}/g
    return `${code}\n${out.replace(own, '')}\n${err}`.replaceAll(me.folder, '~')
  }
  return [await told(whole), await told(bare)]
}

it('what leaves is said as if nothing private were there', async () => {
  const pair = await twins()
  const differing: string[] = []
  for (const line of linesOf(Object.values(QUESTIONS), await network())) {
    const [one, other] = await said(pair, line)
    if (one !== other) differing.push(line)
  }
  expect(differing).toEqual([])
})

it.each([
  ['a pause', 'season add boards --until "1 dec"'],
  ['half the pace', 'season add ERAS --until "1 dec"'],
  ['a rotation', 'season add surgery -k rotation --until "1 dec" --from "1 nov"'],
])('so it is in %s', async (_, season) => {
  const pair = await twins(season)
  for (const line of IN_SEASONS) {
    const [one, other] = await said(pair, line)
    expect(one, line).toBe(other)
  }
})

it('a change under --json tells nothing of what is private but numbers', async () => {
  const pair = await twins('season add boards --until "1 dec"')
  const before = [pair.whole, pair.bare].map(me => ({ me, data: me.data() }))
  const differing: string[] = []
  for (const line of linesOf(Object.values(CHANGES), await network(), CHANGED)) {
    for (const { me, data } of before) me.rewrite(now => void Object.assign(now, data))
    const [one, other] = await said(pair, `${line} --json`)
    if (one !== other) differing.push(line)
  }
  expect(differing).toEqual([])
})

it('a step back or forward tells nothing of what is private', async () => {
  const data = await network()
  for (const steps of linesOf(Object.values(STEPS), data)) {
    const lines = steps.split(', ')
    const last = lines.pop() ?? ''
    const [one, other] = await said(await twins(...lines), `${last} --json`)
    expect(one, steps).toBe(other)
  }
})

it('of a step with a private record only command and moment are told', async () => {
  const { whole } = await twins(`log gus -k coffee --private -d "${SECRET} more"`)
  const { steps } = await whole.json('undo --list')
  expect(steps[0]).toMatchObject({ command: 'log', subject: null })
  const { undone } = await whole.json('undo')
  expect(undone).toMatchObject({ subject: null, back: [], gone: [], changed: [], fields: [] })
})

it('whoever logs in private is told the numbers under --json, and all of it on screen', async () => {
  const { whole } = await twins()
  const next = whole.data().meta.nextId
  const line = 'log gus -k walk --private --promise "call him"'
  const answer = await whole.json(line)
  expect(answer).toMatchObject({ interaction: null, contacts: [], opened: [] })
  expect(answer.private).toEqual(expect.arrayContaining([next, next + 1]))
  expect((await whole.run(line)).out).toContain('Gus Gold: call him')
})

/** What is tried with the number N of a private record that alone it changes. */
const BY_NUMBER = [
  ...['done N --yes', 'done N --outcome it', 'drop N', 'snooze N 3d', 'rm N --yes'],
  ...['edit N --place X', 'edit N --what it', 'edit N --due "1 mar"', 'edit N --detail it'],
  'debrief N --likes it',
]

/** What asks, or takes people and other kinds of records. */
const BY_OTHER_NUMBER = [
  ...['done N-N', 'done 1-N', 'drop 1-N', 'snooze 1-N fri', 'archive 1 N', 'heard 1 N'],
  ...['edit N', 'rm N', 'note N it', 'archive N', 'log N -k call', 'heard N', 'sent N'],
  ...['meet N --on fri', 'question N it', 'question done N', 'merge N ana --yes', 'draft N'],
  ...['remind N it --due fri', 'event met N', 'add It --introduced-by N', 'debrief N', 'prep N'],
  ...['prep N --md', 'due N', 'show N', 'lint N', 'list N', 'export md N', 'export ics N'],
]

/** A secret, or the name of anybody whom a private record is about. */
const OF_PRIVATE = new RegExp(`${SECRET}|Gus|Gold|Hal|Hill|Jon|Jung|Lea|Lund`)

it('a private record that is meant by its number is told by that number alone', async () => {
  const { whole } = await twins()
  const data = whole.data()
  const talks = data.interactions.filter(each => each.private).slice(0, 2)
  const loops = data.followUps.filter(each => each.private && each.kind === 'promise')
  const numbers = [...talks, ...loops].map(each => each.id)
  expect(numbers).toHaveLength(5)
  for (const line of [...BY_NUMBER, ...BY_OTHER_NUMBER]) {
    for (const number of numbers) {
      whole.rewrite(now => void Object.assign(now, data))
      const words = `${line.replace('N', String(number))} --json`
      const { code, out, err } = await whole.run(words)
      expect(out + err, words).not.toMatch(OF_PRIVATE)
      if (code !== 0) expect(JSON.parse(err).error.kind, words).not.toBe('bug')
      else expect(JSON.parse(out).private, words).toContain(number)
    }
  }
})

it('of private advice that moves on nothing is told but its number', async () => {
  const { whole } = await twins()
  const advice = whole.data().followUps.find(each => each.private && each.kind === 'advice')?.id
  const { private: numbers, ...answer } = await whole.json(`done ${advice} --outcome it`)
  expect(numbers).toEqual([advice])
  expect(answer).toMatchObject({ followUp: null, movedOn: false, opened: [], settled: [] })
  expect((await whole.run(`done ${advice} --outcome so`)).out).not.toBe('')
})

it('what a private loop is settled by is private as well', async () => {
  const { whole } = await twins('log lea -k shadowing -o today --private')
  const thanks = whole.data().followUps.at(-1)
  expect(thanks).toMatchObject({ kind: 'thank-you', private: true })
  const answer = await whole.json(`done ${thanks?.id}`)
  expect(answer).toMatchObject({ followUp: null, logged: { interaction: null }, settled: [] })
  expect(whole.data().interactions.at(-1)).toMatchObject({ kind: 'email', private: true })
})

it('a held draft that was made private by hand is released on the screen', async () => {
  const { whole } = await twins()
  const held = whole.data().followUps.find(each => each.kind === 'draft')
  whole.rewrite(data => {
    for (const each of data.followUps) if (each.id === held?.id) each.private = true
  })
  expect(await whole.json(`done ${held?.id} --yes`)).toMatchObject({
    draft: null,
    settled: [],
    private: [held?.id],
  })
})

it('what opened from a talk that was made private by hand stays private without it', async () => {
  const { whole } = await twins()
  await whole.run(`log gus -k call -o "2 oct" --resource "a guide"`)
  whole.rewrite(data => {
    for (const each of data.interactions) if (each.on === '2026-10-02') each.private = true
  })
  await whole.run(`rm ${whole.data().interactions.at(-1)?.id} --yes`)
  expect(JSON.stringify(await whole.json('due --all'))).not.toContain('a guide')
})

it('a first step that only a private talk ticked is open under --json', async () => {
  const me = world()
  await me.run('log "Mia Moss" --new -k conference --private')
  expect((await me.run('start list')).out).toMatch(/go to one event \(done\)/)
  for (const line of ['start list', 'start done 1', '']) {
    const { start } = await me.json(line)
    expect(start.steps, line).toContainEqual(
      expect.objectContaining({ key: 'event', isDone: false }),
    )
  }
})

it('a private talk makes nothing beside itself that shows where and when it was', async () => {
  const me = world()
  await me.run('log "Mia Moss" --new -k panel --private -d "her divorce"')
  const { contact, met } = await me.json('show mia')
  expect({ ...contact, met }).toMatchObject({ met: '', metOn: null, metAt: null })
  expect((await me.run('draft thanks mia --set point=it')).out).not.toContain('panel')
  await me.run('log mia -k walk')
  const [talk, walk] = me.data().interactions.map(each => each.id)
  for (const line of ['log mia --private', `edit ${talk}`, `edit ${walk} --private`]) {
    const { code, err } = await me.run(`${line} --event "Quiet Con"`)
    expect([code, err], line).toEqual([2, expect.stringContaining('would show where you were')])
  }
  expect(me.data().events).toEqual([])
})

it('a private answer shows in nobody it pointed to', async () => {
  const me = world()
  await me.run('add "Mia Moss"')
  await me.run('heard mia --private --referred "Pat Poe <pat@x.org>"')
  expect((await me.json('show pat')).contact).toMatchObject({ introducedBy: null })
  await me.run('heard mia --referred "Pat Poe <pat@x.org>"')
  expect((await me.json('show pat')).contact).toMatchObject({ introducedBy: 1 })
})

it('merging lets no open loop go for the sake of a private one', async () => {
  const { whole } = await twins(
    'remind hal "the same" --due fri',
    'remind gus "the same" --due fri',
  )
  whole.rewrite(data => {
    const [first] = data.followUps.filter(each => each.what === 'the same')
    if (first) first.private = true
  })
  expect((await whole.json('merge hal gus --yes')).settled).toEqual([])
  expect(JSON.stringify(await whole.json('due hal --all'))).toContain('the same')
})

it('words of a private text that may identify a patient are named on the screen alone', async () => {
  const { whole } = await twins()
  const talk = whole.data().interactions.find(each => each.private)?.id
  const mrn = 'her patient, MRN 4471920'
  for (const line of [
    `add "Bo Li" --private-note "${mrn}"`,
    `edit dora --private-note "${mrn}"`,
    `edit ${talk} --detail "${mrn}"`,
    `log gus -k call --private -d "${mrn}"`,
    `debrief ida --nurses "${mrn}"`,
  ]) {
    const { warnings, ...rest } = await whole.json(line)
    expect(JSON.stringify([warnings, rest]), line).not.toContain('4471920')
    expect(warnings, line).toEqual([expect.stringContaining('netmed lint --all')])
    const { err } = await whole.run(line.replace('Bo Li', 'Li Bo').replace('4471920', '4471921'))
    expect(err, line).toContain('MRN 4471921')
  }
  const open = await whole.json(`edit dora --note "${mrn}"`)
  expect(open.warnings).toEqual([expect.stringContaining('4471920')])
})

it('a word ahead is advised of a big ask as if no private talk had been', async () => {
  const line = 'log mia -k call --ask "a letter of recommendation, by 1 mar"'
  const me = world()
  await me.run('add "Mia Moss"')
  await me.run('log mia -k walk --private')
  expect((await me.json(line)).warnings).toEqual([
    'You have not been in touch with Mia Moss yet; a first word could come before.',
  ])
  await me.run('undo')
  expect((await me.run(line)).err).not.toContain('not been in touch')
})

it('what another file brings is counted as if nothing private were here', async () => {
  const pair = await twins()
  const other = JSON.parse((await pair.bare.run('export json')).out)
  for (const each of [...other.contacts, ...other.interactions, ...other.followUps]) {
    each.updatedAt = '2027-01-01T08:00:00.000Z'
  }
  const stdin = JSON.stringify(other)
  const told = async (me: World) => (await me.run('import - --json --dry-run', { stdin })).out
  const [one, two] = [await told(pair.whole), await told(pair.bare)]
  expect(JSON.parse(one).import).toMatchObject({ kind: 'netmed', changed: 1 })
  expect(one.replace(/"private": \[[^\]]*\],\s*/, '')).toBe(two)
})

it('an import names no private field that it filled', async () => {
  const { whole } = await twins()
  const stdin = 'a,b,c,d,e\nHal Hill,hal@x.org,boards,hush,Ohio\n'
  const line =
    'import - --yes --json --map a=name --map b=email --map c=worry --map d=private-note --map e=area'
  const answer = JSON.parse((await whole.run(line, { stdin })).out)
  expect(answer.entries).toMatchObject([{ name: 'Hal Hill', fields: ['area'] }])
  expect(whole.data().contacts.find(each => each.name === 'Hal Hill')?.worries).toEqual(['boards'])
})

it('the editor is given a draft that is worded as if nothing private were there', async () => {
  const pair = await twins()
  const lines = linesOf(
    [['draft WHO --edit', 'draft check-in WHO --set news=hello --edit']],
    await network(),
  )
  let seen = 0
  for (const line of lines) {
    const [one, other] = [await givenToEdit(pair.whole, line), await givenToEdit(pair.bare, line)]
    expect(one, line).toEqual(other)
    seen += one.length
  }
  expect(seen).toBeGreaterThan(PEOPLE.length)
})

/** The texts that a line gives to the editor. */
async function givenToEdit(me: World, line: string): Promise<string[]> {
  const texts: string[] = []
  const programs = ([, file = '']: string[]) => {
    texts.push(fs.readFileSync(file, 'utf8'))
    return { code: 0 }
  }
  await me.run(line, { programs, env: { EDITOR: 'vi' } })
  return texts
}

it('text is the screen, also in a pipe', async () => {
  const { whole } = await twins()
  for (const line of ['due gus', 'show gus', 'week', 'prep gus', 'support', 'show ida']) {
    expect((await whole.run(line)).out, line).not.toBe('')
  }
  expect((await whole.run('show gus')).out).toContain(`${SECRET} detail`)
  expect((await whole.run('due gus --all')).out).toContain(`${SECRET} promise`)
})

it('who is here twice is told as if no private talk had been', async () => {
  const me = world()
  await me.run('add "Mia Moss"')
  await me.run('add "Mia Moss" --force')
  await me.run('log 2 -k walk --private --no-follow-up')
  const [pair] = (await me.json('merge')).pairs
  expect(pair).toMatchObject({ a: { id: 1, interactions: 0 }, b: { id: 2, interactions: 0 } })
  expect((await me.run('merge')).out).toContain('netmed merge 2 1')
})

it('a range and --older take private loops on the screen alone', async () => {
  const { whole } = await twins()
  const data = whole.data()
  const isLeft = () => whole.data().followUps.some(each => each.private && !each.closed)
  for (const line of ['drop 1-9999 --yes', 'drop --older --yes']) {
    whole.rewrite(now => void Object.assign(now, data))
    const { settled, private: numbers } = await whole.json(line)
    expect([JSON.stringify(settled).includes(SECRET), numbers, isLeft()]).toEqual([
      false,
      undefined,
      true,
    ])
  }
  await whole.run('drop 1-9999 --yes')
  expect(isLeft()).toBe(false)
})

it('a loop is called private with --private alone, where it is', async () => {
  const { whole } = await twins()
  expect(JSON.stringify(await whole.json('due gus --all'))).not.toContain('private')
  const { items } = await whole.json('due gus --all --private')
  const said = items.map((item: { private?: true }) => item.private)
  expect(new Set(said)).toEqual(new Set([true, undefined]))
})

it('with --private nothing is left out', async () => {
  const { whole } = await twins()
  const lines = ['due gus --all', 'week', 'show gus', 'list', 'prep gus', 'export json']
  for (const line of lines) {
    const text = JSON.stringify(await whole.json(`${line} --private`))
    expect(text, line).toMatch(new RegExp(`${SECRET}|support`))
  }
  for (const format of ['ics --details', 'vcf', 'csv', 'csv --interactions', 'md']) {
    expect((await whole.run(`export ${format} --private`)).out, format).toContain(SECRET)
  }
})

/** Nobody else's day or count. */
const LOCAL = { quiet: '2031-07-13', snoozes: 98765 } as const
const LOCAL_WORDS = /2031-07-13|Jul 2031|July 2031|98765|"quiet": "|"snoozes": \d|resting/

/** The network in which everybody rests. */
async function atRest(...before: string[]): Promise<World> {
  const { whole } = await twins(...before)
  whole.rewrite(data => {
    for (const each of data.contacts) Object.assign(each, LOCAL)
  })
  return whole
}

it('how long somebody rests is printed on the screen alone', async () => {
  const me = await atRest('season add boards --until "1 dec"')
  const data = me.data()
  const asked = linesOf(Object.values(QUESTIONS), data, ['Ana', 'Kim'])
  const changes = linesOf(Object.values(CHANGES), data, ['Ana', 'Kim'])
  const told: string[] = []
  for (const line of [...asked, ...changes.map(each => `${each} --json`)]) {
    me.rewrite(now => void Object.assign(now, data))
    const { out, err } = await me.run(line, { stdin: stdinOf(line) })
    if (LOCAL_WORDS.test(out + err)) told.push(line)
  }
  expect(told).toEqual([])
})

it('so it is when a rest that began or ended is undone', async () => {
  for (const line of ['snooze kim 2031-07-13', 'log kim -k call', 'snooze kim off']) {
    const me = await atRest()
    await me.run(line)
    expect((await me.json('undo')).undone, line).toMatchObject({ fields: [] })
    expect(JSON.stringify(await me.json('redo')), line).not.toMatch(LOCAL_WORDS)
  }
})

it('whoever lets somebody rest is answered with the day, and sees it with --private', async () => {
  const { whole } = await twins()
  const answer = await whole.json('snooze kim 2031-07-13')
  expect(answer).toMatchObject({ until: '2031-07-13', contact: { quiet: null, snoozes: null } })
  for (const line of ['list', 'show kim', 'export json']) {
    expect(JSON.stringify(await whole.json(`${line} --private`)), line).toContain('2031-07-13')
  }
  expect((await whole.run('show kim')).out).toContain('no reminders until Sun 13 Jul 2031')
})

it('every command is walked', () => {
  const commands = HEADINGS.flatMap(({ commands }) => Object.values(commands))
  const verbs = commands.flatMap(verbsOf).map(pathOf)
  const missing = verbs.filter(
    verb => !(verb in QUESTIONS) && !(verb in CHANGES) && !(verb in STEPS),
  )
  const how = 'add its lines to QUESTIONS, or to CHANGES when it changes something'
  expect(missing, how).toEqual([])
})

it('the network holds every secret', async () => {
  expect(JSON.stringify(await network()).match(new RegExp(SECRET, 'g'))).toHaveLength(19)
})
