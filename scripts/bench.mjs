// Ratios of whole-process wall time to `node -e 0`, medians of one interleaved run:
//   npm run bench -- [--rounds 25] [--only due]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { databaseText, generateDatabase, peopleCsv, peopleVcf } from './generate.mjs'

const NETMED = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'netmed.cjs')
const TODAY = '2026-11-21'
const SIZES = {
  small: { contacts: 300, interactions: 1_000 },
  middle: { contacts: 2_000, interactions: 10_000 },
  large: { contacts: 10_000, interactions: 100_000 },
  'dense-middle': { contacts: 2_000, interactions: 10_000, isDense: true },
  'dense-large': { contacts: 10_000, interactions: 100_000, isDense: true },
}
const READ_AND_PARSE = "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))"
/** Says at its end, on the fourth descriptor, the peak in kilobytes and the processor time in microseconds. */
const USAGE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  require('fs').writeSync(3, maxRSS + ' ' + (userCPUTime + systemCPUTime))
})`
const IMPORTED = 10_000

const folder = mkdtempSync(join(tmpdir(), 'netmed-bench-'))
const env = environment()

try {
  bench()
} finally {
  rmSync(folder, { recursive: true })
}

function bench() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '25' }, only: { type: 'string', default: '' } },
  })
  const chosen = rows().filter(({ name }) => name.includes(values.only))
  const needed = new Set(chosen.flatMap(row => [row.to, row]))
  if (chosen.some(row => row.isImport)) prepareImports()
  for (const size of Object.keys(SIZES)) {
    if ([...needed].some(row => row.size === size)) prepare(size)
  }
  // The first run of a command is slower: it leaves its compiled code for the others.
  for (const row of needed) measured(row)
  const runs = [...needed].map(row => ({ row, figures: [] }))
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { row, figures } of runs) {
      figures.push(measured(row))
    }
  }
  const medians = new Map(runs.map(({ row, figures }) => [row, median(figures)]))
  print(chosen, medians)
}

function measured(row) {
  if (row.isImport) rmSync(file('imported'), { force: true })
  return row.measure(row.words)
}

function rows() {
  const bare = { words: ['-e', '0'], measure: milliseconds }
  const bareMemory = { words: ['-e', '0'], measure: peakKilobytes }
  const parsing = size => ({
    words: ['-e', READ_AND_PARSE, file(size)],
    measure: milliseconds,
    size,
  })
  const timed = (name, limit, size, words, to = bare) => ({
    name,
    limit,
    to,
    size,
    words: [NETMED, '--file', file(size), ...words],
    measure: milliseconds,
  })
  /** A rhythm and an open follow-up for everybody. */
  const dense = (count, limit, size) =>
    timed(`dense due, ${count}, to reading and parsing`, limit, size, ['due'], parsing(size))
  const due = timed('due, 2,000 and 10,000', 3.5, 'middle', ['due'])
  return [
    { ...timed('--version', 1.6, 'none', []), words: [NETMED, '--version'] },
    timed('due, 300 contacts, 1,000 interactions', 2.0, 'small', ['due']),
    due,
    timed('due, 10,000 and 100,000', 15, 'large', ['due']),
    timed('due --json at 10,000, to due', 1.25, 'middle', ['due', '--json'], due),
    timed(
      'due, 10,000 and 100,000, to reading and parsing',
      1.6,
      'large',
      ['due'],
      parsing('large'),
    ),
    dense('2,000 and 10,000', 1.8, 'dense-middle'),
    dense('10,000 and 100,000', 1.5, 'dense-large'),
    timed('log at 10,000', 5.2, 'middle', ['log', '7', '--kind', 'coffee', '--no-follow-up']),
    {
      ...timed('peak memory of due at 10,000', 1.9, 'middle', ['due'], bareMemory),
      measure: peakKilobytes,
    },
    timed('search at 10,000, to due', 1.2, 'middle', ['search', 'ablation', 'registry'], due),
    imported('processor time of importing 10,000 vCards', 60, 'people.vcf', cpuMilliseconds),
    imported('processor time of importing 10,000 lines of CSV', 60, 'people.csv', cpuMilliseconds),
    // 300 MB are 7.9 times what a bare node takes.
    imported('peak memory of importing 10,000 vCards', 7.9, 'people.vcf', peakKilobytes),
  ]
}

/** Into a file that is not there yet. */
function imported(name, limit, people, measure) {
  const words = [NETMED, '--file', file('imported'), 'import', join(folder, people), '--yes']
  return { name, limit, to: { words: ['-e', '0'], measure }, words, measure, isImport: true }
}

function prepareImports() {
  writeFileSync(join(folder, 'people.vcf'), peopleVcf(IMPORTED))
  writeFileSync(join(folder, 'people.csv'), peopleCsv(IMPORTED))
}

function file(size) {
  return join(folder, `${size}.json`)
}

/** Writes the file and has it read once, so that its check is remembered as in daily use. */
function prepare(size) {
  writeFileSync(file(size), databaseText(generateDatabase({ ...SIZES[size], today: TODAY })), {
    mode: 0o600,
  })
  run([NETMED, '--file', file(size), 'due'])
}

function environment() {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, FORCE_COLOR: ___, ...rest } = process.env
  const folders = { HOME: 'home', XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: 'config' }
  const env = { ...rest, XDG_STATE_HOME: join(folder, 'state'), NETMED_NOW: `${TODAY}T18:00:00Z` }
  for (const [name, inside] of Object.entries(folders)) env[name] = join(folder, inside)
  for (const name of Object.keys(folders)) mkdirSync(env[name])
  return env
}

function milliseconds(words) {
  const start = process.hrtime.bigint()
  run(words)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function peakKilobytes(words) {
  return usage(words)[0]
}

function cpuMilliseconds(words) {
  return usage(words)[1] / 1000
}

function usage(words) {
  const hook = join(folder, 'usage.cjs')
  writeFileSync(hook, USAGE)
  return run(['--require', hook, ...words])
    .output[3].split(' ')
    .map(Number)
}

function run(words) {
  const result = spawnSync(process.execPath, words, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  })
  if (result.status === 0) return result
  throw new Error(
    `netmed ${words.slice(1).join(' ')} ended with ${result.status}:\n${result.stderr}`,
  )
}

function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2
}

function print(chosen, medians) {
  const lines = chosen.map(row => {
    const [own, other] = [medians.get(row), medians.get(row.to)]
    const ratio = own / other
    return [
      row.name,
      ratio.toFixed(2),
      row.limit.toFixed(1),
      ratio <= row.limit ? 'ok' : 'over',
      `${amount(row, own)} to ${amount(row, other)}`,
    ]
  })
  const table = [['', 'ratio', 'limit', '', ''], ...lines]
  const widths = table[0].map((_, column) => Math.max(...table.map(line => line[column].length)))
  for (const line of table) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
  }
}

function amount(row, figure) {
  return row.measure === peakKilobytes
    ? `${(figure / 1024).toFixed(1)} MB`
    : `${figure.toFixed(1)} ms`
}
