import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { HEADINGS } from '../src/commands/index.ts'
import { pathOf, verbsOf } from '../src/input/command.ts'
import { world } from './support/netmed.ts'
import { sourceFile } from './support/sources.ts'
import { stringsIn } from './support/strings.ts'

/** No guilt, no score, nothing shouted. */
const HARSH = /\b(overdue|failed to|streaks?|scores?)\b|[a-z”’"')]!(?!=)/i

/** Word lists of what others may write, not sentences of ours. */
const LISTS = [
  'domain/review/confidence.ts',
  'domain/review/pressure.ts',
  'domain/review/slips.ts',
  'domain/review/wording.ts',
  'domain/review/patient.ts',
  'domain/review/patient-words.ts',
  'domain/words/known-words.ts',
  'domain/words/line.ts',
  'domain/words/own-name.ts',
  'domain/words/persons.ts',
  'domain/words/shapes.ts',
  'domain/words/tidy.ts',
  'domain/words/turning.ts',
  'domain/words/sure.ts',
  'domain/words/verbs.ts',
  'domain/words/whom.ts',
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

it('no help scolds, counts, shouts or sounds translated', async () => {
  const commands = HEADINGS.flatMap(({ commands }) => Object.entries(commands))
  const verbs = commands.flatMap(([word, command]) => [word, ...verbsOf(command).map(pathOf)])
  expect(verbs.length).toBeGreaterThan(50)
  for (const verb of verbs) {
    const help = (await world().run(`help ${verb}`)).out
    expect([verb, help.match(HARSH), help.match(STIFF)]).toEqual([verb, null, null])
  }
})

/**
 * Words at which readers stopped: they sound translated, old or clever. Words of few letters stand
 * here only in the company in which they do.
 */
const STIFF =
  /\b(?:some|any|no|every)body\b|\bwhom\b|’|\b(?:goes?|moved?) along\b|\bput(?:s|ting)? \w+ aside\b|\bput aside\b|\bstands (?:in|on|there|twice)\b|\brests until\b|\bword ahead\b|\ball right\b|\bto hear of\b|\ban easy mind\b|\bcarry a talk\b|\bwhat becomes of\b|\bis meant\b|\bis put as\b|\bin other words\b|\bmoves on\b|\bno horizon\b|\bmistake of its own\b|\bbefore its time\b|\bis known for\b|\bis no [a-z]+ that\b|\b(?:cannot|do not|does not|did not)\b/i

it('every sentence of ours is in words that a tired reader does not stop at', () => {
  const stiff = sourceFiles('src').flatMap(file =>
    LISTS.includes(file)
      ? []
      : sentencesIn(fs.readFileSync(path.join('src', file), 'utf8'))
          .filter(text => STIFF.test(text))
          .map(text => `${file}: ${text}`),
  )
  expect(stiff).toEqual([])
})

it.each(['README.md', ...templates()])('%s is in plain words', file => {
  expect(withoutCode(fs.readFileSync(file, 'utf8')).match(STIFF)).toBeNull()
})

/** As written in Britain; what others may write is read in either way. */
const BRITISH =
  /colour|programme\b|favour|neighbour|behaviour|\w(?:ecogni|rgani|eriali|ormali|ummari|nali)s(?:e|ing|ation)|licence|labelled|\bcentred?\b/i

/** Both spellings stand here on purpose: in lists of words, and where another program writes one. */
const BOTH_SPELLINGS = new Set([
  ...LISTS,
  'domain/review/asks.ts',
  'domain/review/complaints.ts',
  'domain/review/lint.ts',
  'formats/csv.ts',
])

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
  return stringsIn(sourceFile('', source).code).filter(text => /[a-z] [a-z]/i.test(text))
}

/** A page without its blocks of code and what is typed. */
function withoutCode(page: string): string {
  return page.replace(/```[\s\S]*?```|`[^`]*`/g, '')
}
