// Loaded into a run of the program before its own code: ends the process, as kill -9 does, just before
// the call of the given number that changes something on the disk, counted from the first that names
// KILL_FROM. Between two of them the disk is the same, wherever the process dies.
const fs = require('node:fs')

const killAt = Number(process.env.KILL_AT)
const from = process.env.KILL_FROM
const CALLS = [
  ...[
    'openSync',
    'writeFileSync',
    'writeSync',
    'fsyncSync',
    'fchmodSync',
    'fchownSync',
    'chmodSync',
  ],
  ...['mkdirSync', 'linkSync', 'copyFileSync', 'renameSync', 'unlinkSync', 'rmSync'],
]

let count = 0
for (const name of CALLS) {
  const original = fs[name]
  fs[name] = (...args) => {
    if (count > 0 || String(args[0]).includes(from)) count++
    if (count === killAt) process.kill(process.pid, 'SIGKILL')
    return original(...args)
  }
}
