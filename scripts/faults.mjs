// Tries to lose data, for minutes: what npm test tries a little of, many more times.
//   npm run faults
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TESTS = [
  ...[
    'test/faults',
    'test/store/faults.test.ts',
    'test/store/lock.test.ts',
    'test/store/restore.test.ts',
  ],
  ...['test/e2e/store.test.ts', 'test/e2e/editor.test.ts'],
]

const folder = mkdtempSync(join(tmpdir(), 'netmed-faults-'))
const tally = join(folder, 'tally')
const env = { ...process.env, NETMED_FAULTS: 'whole', NETMED_FAULTS_TALLY: tally }
const { status } = spawnSync('npx', ['vitest', 'run', ...TESTS], { env, stdio: 'inherit' })

console.log('\nTried:')
for (const line of lines()) {
  const [count, what] = line.split('\t')
  console.log(`${Number(count).toLocaleString('en-US').padStart(8)}  ${what}`)
}
// Each test fails at the first change lost, file that does not read, or end with 70.
const verdict =
  status === 0 ? 'Lost: 0. Unreadable: 0. Exit 70: 0.' : 'Something was lost: see above.'
console.log(`\n${verdict}`)
rmSync(folder, { recursive: true })
process.exitCode = status ?? 1

function lines() {
  try {
    return readFileSync(tally, 'utf8').trim().split('\n').sort()
  } catch {
    return []
  }
}
