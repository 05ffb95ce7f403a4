const fs = require('node:fs')
const path = require('node:path')

const ASIDE = '.tmp'
const HOUR_MS = 3_600_000
/** Of one version, a megabyte each: the commands in use, several builds, several versions of Node. */
const MOST_OTHERS = 20

module.exports = { keepCode }

/** Keeps what V8 has compiled of the script, for the next start. */
function keepCode({ state, version, key, file }, script) {
  const folder = path.dirname(file)
  if (!makeOwnFolder(folder, state)) return
  const code = script.createCachedData()
  writeWhole(file, Buffer.concat([Buffer.from(`${key}\n`), code, code]))
  clear(folder, { key, version })
}

/** False where it would be another's: with the home of one user and the rights of another. */
function makeOwnFolder(folder, state) {
  if (isForeign(fs.statSync(state, { throwIfNoEntry: false }))) return false
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (isForeign(stat) || (stat && !stat.isDirectory())) return false
  if (stat && process.geteuid && stat.mode & 0o022) fs.rmSync(folder, { recursive: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  return true
}

function isForeign(stat) {
  return stat !== undefined && process.geteuid !== undefined && stat.uid !== process.geteuid()
}

function writeWhole(file, bytes) {
  const aside = `${file}.${Math.random().toString(36).slice(2)}${ASIDE}`
  try {
    fs.writeFileSync(aside, bytes, { mode: 0o600, flag: 'wx' })
    fs.renameSync(aside, file)
  } catch (error) {
    fs.rmSync(aside, { force: true })
    throw error
  }
}

/** Removes the code of other versions, all but the newest of this one, and what killed runs left. */
function clear(folder, { key, version }) {
  const timeOf = name => fs.lstatSync(path.join(folder, name)).mtimeMs
  const now = timeOf(key)
  let others = 0
  const files = fs.readdirSync(folder).map(name => ({ name, time: timeOf(name) }))
  for (const { name, time } of files.sort((a, b) => b.time - a.time)) {
    if (name === key) continue
    const isOld = name.endsWith(ASIDE)
      ? now - time > HOUR_MS
      : !name.startsWith(`${version}_`) || ++others > MOST_OTHERS
    if (isOld) fs.rmSync(path.join(folder, name), { force: true })
  }
}
