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

const ASKS_FOR_ITSELF = ['-h', '--help', '-V', '--version']

if (require.main === module) start()
else module.exports = { commandTyped, stateFolder }

/** The program, from code that an earlier run has kept compiled, if it can be had. */
function start() {
  // The bundle is ASCII, and as Latin-1 it is read fastest.
  const source = fs.readFileSync(bundle, 'latin1')
  const place = placeOfCode(source)
  const { Script } = require('node:vm')
  const script = new Script(source, { filename: bundle, cachedData: readKept(place) })
  const isKept = script.cachedDataRejected === false
  const loaded = { exports: {} }
  const beside = name => require(name.startsWith('./') ? path.join(dist, name) : name)
  script.runInThisContext()(loaded.exports, beside, loaded)
  loaded.exports.main(packageFolder, () => {
    if (!place || isKept) return
    try {
      require('./keep-code.cjs').keepCode(place, script)
    } catch (_error) {
      // It is not worth a word: all works without, and the next run tries again.
    }
  })
}

/**
 * Where the compiled code is kept for this build, this V8, this processor and this command; undefined for
 * nowhere. Only functions that have run are in it, and those of other commands would only slow it down.
 */
function placeOfCode(source) {
  try {
    // V8 tells sources apart by their length alone: the build names each by its content, and the time
    // tells of a change by hand.
    const [, version, build] = /^\(function \(.*?\) \{\/\/ netmed (\S+) (\w+)\n/.exec(source)
    const time = Math.round(fs.statSync(bundle).mtimeMs).toString(36)
    const state = stateFolder(process.env, process.platform)
    if (!path.isAbsolute(state)) return undefined
    const command = commandTyped(process.argv.slice(2))
    const key = [version, build, time, process.versions.v8, process.arch, command].join('_')
    return { state, version, key, file: path.join(state, 'code', key) }
  } catch (_error) {
    return undefined
  }
}

/** What stands for the functions that will run: the first word, if it may be one of a command. */
function commandTyped(argv) {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  if (words.some(word => ASKS_FOR_ITSELF.includes(word))) return 'help'
  const word = words.find((each, index) => !each.startsWith('-') && words[index - 1] !== '--file')
  if (word === undefined) return 'due'
  return /^[a-z]{2,12}$/.test(word) ? word : 'other'
}

/** Compiled code; none that somebody else could have written. */
function readKept(place) {
  let fd
  try {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
    if (!isOurs(fs.lstatSync(path.dirname(place.file)))) return undefined
    fd = fs.openSync(place.file, O_RDONLY | (O_NOFOLLOW || 0) | (O_NONBLOCK || 0))
    const stat = fs.fstatSync(fd)
    return stat.isFile() && isOurs(stat) ? understood(fs.readFileSync(fd), place.key) : undefined
  } catch (_error) {
    return undefined
  } finally {
    if (fd !== undefined) fs.closeSync(fd)
  }
}

// Code is executed: whoever may write it may do all that the user may.
function isOurs({ uid, mode }) {
  return !process.geteuid || (uid === process.geteuid() && (mode & 0o022) === 0)
}

/** A line with the key, then the code twice. */
function understood(bytes, key) {
  const start = bytes.indexOf('\n') + 1
  if (bytes.toString('latin1', 0, start) !== `${key}\n`) return undefined
  const code = bytes.subarray(start, (start + bytes.length) / 2)
  // V8 would execute damaged code. A second copy tells in a tenth of the time of any checksum.
  const isWhole = code.length > 0 && code.equals(bytes.subarray(start + code.length))
  return isWhole ? code : undefined
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
