import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type World, world } from '../support/netmed.ts'
import { randomNumbers } from '../support/random-lines.ts'
import { isWhole, tell } from '../support/tally.ts'

/** What a student asks each morning, and what hands the data on. */
const QUESTIONS = [
  ...['due', 'due --json', 'list', 'week', 'show 1', 'search ana', 'prep ana', 'undo --list'],
  ...['export ics', 'export vcf', 'export csv', 'export md', 'export json', 'draft thanks ana'],
  ...['settings', 'season', 'support', 'start', 'question bank', 'lint'],
]
/** Long texts may take a while on a busy machine; a page that is quadratic in them takes minutes. */
const CODES = [0, 1, 2, 3]

it('whatever stands in the data file, questions answer or refuse, and change nothing', async () => {
  // A few of each kind in npm test; all of them take half a minute.
  const all = await hostileTexts()
  const texts = all.filter((_, at) => isWhole || at % 8 === 0)
  for (const [what, text] of texts) {
    const me = world()
    const file = me.path('n.json')
    fs.writeFileSync(file, text, { mode: 0o600 })
    for (const question of QUESTIONS) {
      const { code, err } = await me.run(`--file ${file} --no-input ${question}`)
      expect(CODES, `${what}: ${question}: ${err.slice(0, 500)}`).toContain(code)
    }
    const { code, err } = await me.run(['--file', file, 'note', 'ana', 'x'])
    expect(CODES, `${what}: note: ${err.slice(0, 500)}`).toContain(code)
    if (code !== 0) expect(fs.readFileSync(file).equals(Buffer.from(text)), what).toBe(true)
  }
  expect(all.length).toBeGreaterThanOrEqual(100)
  tell('data files that others made, each asked twenty questions', texts.length)
})

/** A small network as netmed writes it. */
async function network(): Promise<World> {
  const me = world()
  for (const line of [
    'me --name "Jo Park" --stage MS2',
    'add "Ana Silva" --role peer --circle support --every 6w',
    'add "Dr. Maya Chen" --role faculty --email chen@example.org --introduced-by ana',
    'log chen,ana -k coffee -o wed -d "ana: her registry" --promise "the book, by fri"',
    'event add ACC -k conference --on "1 dec" --until "3 dec"',
    'season add boards --until "18 dec"',
    'meet chen --on "fri 15:00" -k coffee --for 30m',
    'question chen "How did you choose?"',
    'log ana -k call --event ACC --private -d "a hard week"',
  ]) {
    const { code, err } = await me.run(line)
    expect(code, `${line}: ${err}`).toBe(0)
  }
  return me
}

type Named = [what: string, text: string | Buffer]

async function hostileTexts(): Promise<Named[]> {
  const me = await network()
  const whole = fs.readFileSync(path.join(me.folder, '.local/share/netmed/netmed.json'), 'utf8')
  return [...values(whole), ...shapes(whole), ...bytes(whole)]
}

/** Wrong, huge and odd values in a field of every kind. */
function values(whole: string): Named[] {
  const odd: [string, unknown][] = [
    ...[null, true, -1, 1.5, 1e11, 1e300, '', ' ', '9999-12-31', '0000-01-01'].map(
      (value): [string, unknown] => [JSON.stringify(value), value],
    ),
    ['a long word', 'a'.repeat(200_000)],
    ['many words', 'ab '.repeat(70_000)],
    ['pictures', '👩🏽‍⚕️'.repeat(20_000)],
    ['escapes', '\u001b[2J\u202e\u0007'],
    ['half a letter', '\ud83d'],
    ['a list', [[], {}]],
    ['a deep one', deep(60)],
  ]
  const places: [string, string][] = [
    ...(['name', 'every', 'note', 'emails', 'uid', 'id'] as const).map(
      (field): [string, string] => ['contacts', field],
    ),
    ['interactions', 'on'],
    ['interactions', 'contacts'],
    ['followUps', 'minutes'],
    ['followUps', 'due'],
    ['followUps', 'what'],
    ['events', 'until'],
    ['seasons', 'from'],
  ]
  return places.flatMap(([list, field]) =>
    odd.map(([what, value]): Named => {
      const db = JSON.parse(whole)
      const record = db[list].find((each: object) => field in each) ?? db[list][0]
      record[field] = value
      return [`${list}.${field}: ${what}`, JSON.stringify(db)]
    }),
  )
}

/** Parts that are not there, not what they should be, or not what they are to each other. */
function shapes(whole: string): Named[] {
  // biome-ignore lint/suspicious/noExplicitAny: it is made wrong on purpose
  const changed = (what: string, change: (db: any) => unknown): Named => {
    const db = JSON.parse(whole)
    return [what, JSON.stringify(change(db) ?? db)]
  }
  const keys = Object.keys(JSON.parse(whole))
  return [
    ...keys.map(key => changed(`no ${key}`, db => void delete db[key])),
    ...keys.map(key =>
      changed(`${key} is 7`, db => {
        db[key] = 7
      }),
    ),
    ...keys.map(key =>
      changed(`${key} is null`, db => {
        db[key] = null
      }),
    ),
    ...[null, [], 7, 'x', {}].map(
      (value): Named => [`the whole is ${JSON.stringify(value)}`, JSON.stringify(value)],
    ),
    changed('a later version', db => {
      db.schemaVersion = 99
    }),
    changed('nextId at the end', db => {
      db.meta.nextId = Number.MAX_SAFE_INTEGER
    }),
    changed('nextId too low', db => {
      db.meta.nextId = 1
    }),
    changed('somebody twice', db => void db.contacts.push(db.contacts[0])),
    changed('nobody there', db => {
      db.contacts = []
    }),
    changed('introduced by themselves', db => {
      db.contacts[0].introducedBy = 1
    }),
    changed('with nobody', db => {
      db.interactions[0].contacts = []
    }),
    changed('closed by half', db => {
      db.followUps[0].closed = 'done'
    }),
    changed('settings of every kind', db => {
      db.settings = { 'rhythm.peer': {}, x: null }
    }),
    changed('a deep unknown field', db => {
      db.contacts[0].mine = deep(2_000)
    }),
    changed('a thousand unknown lists', db =>
      Object.assign(db, Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, []]))),
    ),
    ['a prototype', whole.replace('"profile": {', '"__proto__": {"a": 1}, "profile": {')],
    ['a key twice', whole.replace('"profile": {', '"profile": {}, "profile": {')],
  ]
}

/** Text that is none, or not whole. */
function bytes(whole: string): Named[] {
  const random = randomNumbers(5)
  const cuts = Array.from({ length: 20 }, () => Math.floor(random() * whole.length))
  return [
    ...cuts.map((at): Named => [`cut at ${at}`, whole.slice(0, at)]),
    ['empty', ''],
    ['blanks', ' \n\n'],
    ['zeros', Buffer.alloc(1_000)],
    ['UTF-16', Buffer.from(whole, 'utf16le')],
    ['Latin-1', Buffer.from(whole.replace('Ana', 'Añá'), 'latin1')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['something behind it', `${whole}}`],
    ['a conflict', whole.replace('"meta"', '<<<<<<< mine\n"meta"')],
    ['nested beyond everything', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a mark before it', `\ufeff${whole}`],
    ['lines of Windows', whole.replaceAll('\n', '\r\n')],
  ]
}

function deep(levels: number): object {
  let inner: object = {}
  for (let level = 0; level < levels; level++) inner = { inner }
  return inner
}
