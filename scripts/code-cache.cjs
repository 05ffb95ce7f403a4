// Runs what is run every day once, then keeps the code as V8 has compiled it, for the next start.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { codeCache, load, packageFolder } = require('../bin/netmed.cjs')

const DAILY = [
  ['add', 'Ana Silva', '--every', '1d'],
  ['log', 'ana', '--kind', 'call'],
  ['due', '--all'],
  ['search', 'ana'],
]

async function warmUp() {
  const folder = mkdtempSync(join(tmpdir(), 'netmed-build-'))
  process.env.NETMED_FILE = join(folder, 'netmed.json')
  process.env.XDG_STATE_HOME = join(folder, 'state')
  const { main, script } = load()
  process.exit = () => {}
  for (const words of DAILY) {
    process.argv = [process.execPath, 'netmed', ...words]
    await main(packageFolder)
  }
  rmSync(folder, { recursive: true })
  writeFileSync(codeCache, script.createCachedData())
  process.exitCode = 0
}

warmUp()
