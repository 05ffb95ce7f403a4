import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { world } from './support/netmed.ts'

/** No guilt, no score, nothing shouted. */
const HARSH = /\b(overdue|failed to|streaks?|scores?)\b|[a-z”’"']!(?!=)/i

/** Word lists of what others may write, not sentences of ours. */
const LISTS = [
  'domain/review/lint.ts',
  'domain/review/patient.ts',
  'domain/review/patient-words.ts',
  'domain/words/shapes.ts',
  'domain/words/verbs.ts',
]

it('no sentence of ours scolds, counts or shouts', () => {
  const harsh = sourceFiles('src').flatMap(file =>
    LISTS.includes(file)
      ? []
      : sentencesIn(fs.readFileSync(path.join('src', file), 'utf8'))
          .filter(text => HARSH.test(text))
          .map(text => `${file}: ${text}`),
  )
  expect(harsh).toEqual([])
})

it.each(['README.md', 'ARCHITECTURE.md', ...templates()])('%s neither scolds nor shouts', file => {
  expect(fs.readFileSync(file, 'utf8').match(HARSH)).toBeNull()
})

it('no help scolds, counts or shouts', async () => {
  const { out } = await world().run('help all')
  const verbs = [...out.matchAll(/^ {2}(\S+(?: \S+)?) {2,}\S/gm)].map(found => found[1])
  expect(verbs.length).toBeGreaterThan(50)
  for (const verb of verbs) {
    expect((await world().run(`help ${verb}`)).out.match(HARSH)).toBeNull()
  }
})

/** As written in Britain; what others may write is read in either way. */
const BRITISH =
  /colour|programme\b|favour|neighbour|behaviour|\w(?:ecogni|rgani|eriali|ormali|ummari|nali)s(?:e|ing|ation)|licence|labelled|\bcentred?\b/i

/** Both spellings stand here on purpose: in lists of words, and where another program writes one. */
const BOTH_SPELLINGS = new Set([...LISTS, 'domain/review/asks.ts', 'formats/csv.ts'])

it('names, comments and sentences are in the English of America', () => {
  const lines = sourceFiles('src')
    .filter(file => !BOTH_SPELLINGS.has(file))
    .flatMap(file =>
      fs
        .readFileSync(path.join('src', file), 'utf8')
        .split('\n')
        // Older files, and other people, spell it so.
        .filter(line => BRITISH.test(line) && !/['-]organisation|\borganisations:/.test(line))
        .map(line => `${file}: ${line.trim()}`),
    )
  expect(lines).toEqual([])
})

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
}

function templates(): string[] {
  return fs.readdirSync('templates').map(name => `templates/${name}`)
}

/** Strings of at least two words. */
function sentencesIn(source: string): string[] {
  const strings = source.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
  return strings.filter(text => /[a-z] [a-z]/i.test(text))
}
