#!/usr/bin/env node
// Plain syntax: a Node that is too old must be able to read this and say so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `netmed needs Node 20.19 or newer; this is ${process.versions.node}.\n` +
      'Get a newer one from https://nodejs.org and try again.\n',
  )
  process.exit(2)
}

const fs = require('node:fs')
const path = require('node:path')

const packageFolder = path.dirname(__dirname)
const dist = path.join(packageFolder, 'dist')
const bundle = path.join(dist, 'main.cjs')

if (require.main === module) start()
else module.exports = { stateFolder }

/** The program, from code that an earlier run has kept compiled, if it can be had. */
function start() {
  // The bundle is ASCII, and as Latin-1 it is read fastest.
  const source = fs.readFileSync(bundle, 'latin1')
  const place = placeOfCode(source)
  const kept = readKept(place)
  const { Script } = require('node:vm')
  const script = new Script(source, { filename: bundle, cachedData: kept.code })
  const commands = script.cachedDataRejected === false ? kept.commands : []
  const loaded = { exports: {} }
  const beside = name => require(name.startsWith('./') ? path.join(dist, name) : name)
  script.runInThisContext()(loaded.exports, beside, loaded)
  loaded.exports.main(packageFolder, command => {
    // Only functions that have run are in compiled code, so each command adds its own once.
    if (!place || commands.includes(command)) return
    try {
      require('./keep-code.cjs').keepCode(place, script, commands.concat(command))
    } catch (_error) {
      // It is not worth a word: all works without, and the next run tries again.
    }
  })
}

/** Where the compiled code is kept for this build, this V8 and this processor; undefined for nowhere. */
function placeOfCode(source) {
  try {
    // V8 tells sources apart by their length alone: the build names each by its content, and the time
    // tells of a change by hand.
    const [, version, build] = /^\(function \(.*?\) \{\/\/ netmed (\S+) (\w+)\n/.exec(source)
    const time = Math.round(fs.statSync(bundle).mtimeMs).toString(36)
    const state = stateFolder(process.env, process.platform)
    if (!path.isAbsolute(state)) return undefined
    const key = [version, build, time, process.versions.v8, process.arch].join('_')
    return { state, version, key, file: path.join(state, 'code', key) }
  } catch (_error) {
    return undefined
  }
}

/** Compiled code and the commands that are in it; none of what somebody else could have written. */
function readKept(place) {
  let fd
  try {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
    if (!isOurs(fs.lstatSync(path.dirname(place.file)))) return { commands: [] }
    fd = fs.openSync(place.file, O_RDONLY | (O_NOFOLLOW || 0) | (O_NONBLOCK || 0))
    const stat = fs.fstatSync(fd)
    return stat.isFile() && isOurs(stat)
      ? understood(fs.readFileSync(fd), place.key)
      : { commands: [] }
  } catch (_error) {
    return { commands: [] }
  } finally {
    if (fd !== undefined) fs.closeSync(fd)
  }
}

// Code is executed: whoever may write it may do all that the user may.
function isOurs({ uid, mode }) {
  return !process.geteuid || (uid === process.geteuid() && (mode & 0o022) === 0)
}

/** One line of words, then the code twice. */
function understood(bytes, key) {
  const start = bytes.indexOf('\n') + 1
  const [keyInside, ...commands] = bytes.toString('latin1', 0, start).trim().split(' ')
  const code = bytes.subarray(start, (start + bytes.length) / 2)
  // V8 would execute damaged code. A second copy tells in a tenth of the time of any checksum.
  const isWhole = code.length > 0 && code.equals(bytes.subarray(start + code.length))
  return keyInside === key && isWhole ? { code, commands } : { commands: [] }
}

/** As `places` in src/store/places.ts, which is not loaded yet; a test holds the two together. */
function stateFolder(env, platform) {
  const named = platform === 'win32' ? env.USERPROFILE : env.HOME
  const home = () => named || require('node:os').userInfo().homedir
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || path.join(home(), 'AppData', 'Local')
    return path.join(local, 'netmed', 'State')
  }
  if (platform === 'darwin') {
    return path.join(home(), 'Library', 'Application Support', 'netmed', 'State')
  }
  const base = env.XDG_STATE_HOME
  const chosen = base && path.isAbsolute(base) ? base : path.join(home(), '.local', 'state')
  return path.join(chosen, 'netmed')
}
