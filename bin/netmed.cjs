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
// Only the V8 that made a code cache can use it; for any other it is as if there were none.
const codeCache = `${bundle}.${process.versions.v8}-${process.arch}.cache`

if (require.main === module) load().main(packageFolder)
else module.exports = { codeCache, load, packageFolder }

/** The program, compiled already when the build left a code cache, which halves its start. */
function load() {
  // The bundle is ASCII, and as Latin-1 it is read fastest.
  const source = fs.readFileSync(bundle, 'latin1')
  const cachedData = fs.existsSync(codeCache) ? fs.readFileSync(codeCache) : undefined
  const { Script } = require('node:vm')
  const script = new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: bundle,
    cachedData,
  })
  const loaded = { exports: {} }
  const beside = name => require(name.startsWith('./') ? path.join(dist, name) : name)
  script.runInThisContext()(loaded.exports, beside, loaded)
  return { main: loaded.exports.main, script }
}
