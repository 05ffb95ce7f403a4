import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const DATA = '.local/share/netmed/netmed.json'

/** Values that have no place where they are put. */
const JUNK = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    9007199254740991,
    1e300,
    '',
    'x',
    '\u0000',
    '2026-02-30',
    [],
    [null],
    [[1]],
  ],
  ...[{}, { id: 1 }, { contact: 1 }, [{ id: 1, uid: 'a'.repeat(16) }], 'a'.repeat(5000)],
)

const LINES = [
  'doctor',
  'doctor --json',
  'doctor --fix',
  'backup list',
  'undo --list',
  'restore latest --dry-run',
  'undo',
  'restore latest --yes',
  'add Zoe',
  'doctor',
]

it('whatever is in the data file or the journal, no command stumbles and the bytes are kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), JUNK), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (hits, isJournal) => {
        const me = await network()
        const file = isJournal ? journalOf(me) : me.path(DATA)
        const content = JSON.parse(fs.readFileSync(file, 'utf8'))
        for (const [where, junk] of hits) put(content, where, junk)
        const hostile = JSON.stringify(content)
        fs.writeFileSync(file, hostile)
        const said: string[] = []
        for (const line of LINES) {
          const { code, err } = await me.run(line)
          said.push(`${line}: ${code} ${err}`)
          expect(code, said.join('\n')).not.toBe(70)
        }
        if (!isJournal) expect(filesIn(me), said.join('\n')).toContain(hostile)
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 8) },
  )
}, 600_000)

/** Puts junk in the place of the value of that number, counted through everything. */
function put(content: unknown, where: number, junk: unknown): void {
  const places: [Record<string, unknown>, string][] = []
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key])
      walk((value as Record<string, unknown>)[key])
    }
  }
  walk(content)
  const place = places[where % places.length]
  if (place) place[0][place[1]] = structuredClone(junk)
}

function journalOf(me: World): string {
  const files = me.path('.local/state/netmed/files')
  const [folder = ''] = fs.readdirSync(files)
  return path.join(files, folder, 'journal.json')
}

function filesIn(me: World): string[] {
  const names = fs.readdirSync(me.folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => name.endsWith('.json')).map(me.path)
  return files.map(file => fs.readFileSync(file, 'utf8'))
}

async function network(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz" --circle support --worry boards')
  await me.run('add "Ben Li" --met-through ana')
  await me.run('log ana, ben -k coffee --promise "the paper"')
  await me.run('season add exams --until "1 dec"')
  await me.run('event add Gala --kind social --on today')
  return me
}
