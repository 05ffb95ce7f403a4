#!/usr/bin/env node
// Old syntax on purpose: a Node that is too old must be able to read this far.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(
    'netmed needs Node 20.19 or newer; this is ' +
      process.versions.node +
      '.\n' +
      'Get a newer one from https://nodejs.org and try again.\n',
  )
  process.exit(2)
}
require('../dist/main.cjs').main(require('node:path').dirname(__dirname))
