import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { transform } from 'esbuild'

const require = createRequire(import.meta.url)

/**
 * Turns `import('yaml')` into a late `require('./yaml.cjs')` with the names that Node's own import would
 * give, and adds the package to `found`.
 */
export const chunkPackages = found => ({
  name: 'chunk-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === 'dynamic-import' && !isBuiltin(path) ? { path, namespace: 'chunk' } : undefined,
    )
    onResolve({ filter: /^\./, namespace: 'chunk' }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /.*/, namespace: 'chunk' }, async ({ path }) => {
      found.add(path)
      const chunk = `require('./${chunkName(path)}.cjs')`
      // A getter for each of a hundred names would be made at every start.
      const isFunction = (await exportedNames(path)).join() === 'default'
      return {
        contents: isFunction ? `export default ${chunk}.default` : `module.exports = ${chunk}`,
      }
    })
  },
})

export async function exportedNames(path) {
  return Object.keys(await import(path)).filter(name => name !== 'module.exports')
}

export function chunkName(path) {
  return path.replace(/^@|(?:\/index)?\.js$/g, '').replaceAll('/', '-')
}

/** What every Node has loaded before the first line of a script: importing these is free. */
const FREE_BUILT_INS = new Set([
  'async_hooks',
  'buffer',
  'events',
  'fs',
  'module',
  'path',
  'process',
  'timers',
  'url',
  'util',
])

/**
 * Built-in modules that a bare process has not loaded are loaded at their first use. The others are
 * only spared esbuild's copy of every name for each file that imports them.
 */
export const lateBuiltIns = {
  name: 'late-built-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, namespace }) => {
      const name = path.replace(/^node:/, '')
      if (!isBuiltin(path) || namespace.startsWith('built-in')) return
      if (kind === 'import-statement') return { path: name, namespace: 'built-in-import' }
      return FREE_BUILT_INS.has(name) ? undefined : { path: name, namespace: 'built-in-require' }
    })
    onResolve({ filter: /./, namespace: 'built-in-import' }, external)
    onResolve({ filter: /./, namespace: 'built-in-require' }, external)
    onLoad({ filter: /./, namespace: 'built-in-import' }, ({ path }) => ({
      contents: FREE_BUILT_INS.has(path) ? freeImport(path) : lateImport(path),
    }))
    onLoad({ filter: /./, namespace: 'built-in-require' }, ({ path }) => ({
      contents: `module.exports = ${lateObject(path)}`,
    }))
  },
}

function external({ path }) {
  return { path, external: true }
}

function freeImport(name) {
  const exports = keysOf(name).map(
    key => `export const ${key} = /* @__PURE__ */ (() => builtIn.${key})()`,
  )
  return [`const builtIn = require('node:${name}')`, 'export default builtIn', ...exports].join(
    '\n',
  )
}

function lateImport(name) {
  const builtIn = require(`node:${name}`)
  const exports = keysOf(name)
    .filter(key => typeof builtIn[key] === 'function')
    .map(
      key => `export function ${key}(...args) {
        const late = require('node:${name}').${key}
        return new.target ? Reflect.construct(late, args) : late(...args)
      }`,
    )
  return [`export default /* @__PURE__ */ (() => (${lateObject(name)}))()`, ...exports].join('\n')
}

function lateObject(name) {
  const getters = keysOf(name).map(key => `get ${key}() { return require('node:${name}').${key} }`)
  return `{ ${getters.join(', ')} }`
}

/** The names that can be imported and declared. */
function keysOf(name) {
  return Object.keys(require(`node:${name}`)).filter(key => /^\w+$/.test(key) && key !== 'default')
}

const IMPORTED = /^import \{([^}]*)\} from '(\.\/[^']+)'\n/gm
const LISTED = /(?<=commands: \{)[^}]*(?=\})/g

/** In the list of commands each becomes a getter, which loads its file when its word is looked up. */
export const lateCommands = {
  name: 'late-commands',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/commands\/index\.ts$/ }, ({ path }) => ({
      contents: withGetters(readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

function withGetters(source) {
  const files = new Map()
  for (const [, names, file] of source.matchAll(IMPORTED)) {
    for (const name of names.match(/\w+/g)) files.set(name, file)
  }
  return source.replace(IMPORTED, '').replace(LISTED, commands =>
    commands
      .split(',')
      .filter(entry => entry.trim())
      .map(entry => {
        const [word, name = word] = entry.split(':').map(part => part.trim())
        if (!files.has(name)) throw new Error(`No file of the command "${name}" is imported.`)
        return `get ${word}() { return require('${files.get(name)}').${name} }`
      })
      .join(','),
  )
}

/** Chalk asks the terminal at load; netmed sets the level itself. */
export const plainChalk = {
  name: 'plain-chalk',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'none', namespace: 'color' }))
    onLoad({ filter: /.*/, namespace: 'color' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }))
  },
}

/**
 * Inquirer's prompt that starts an editor brings the tables of every character set, ten times the rest;
 * netmed starts editors itself.
 */
export const noEditorPrompt = {
  name: 'no-editor-prompt',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@inquirer\/external-editor$/ }, () => ({
      path: 'none',
      namespace: 'editor',
    }))
    onLoad({ filter: /./, namespace: 'editor' }, () => ({
      contents: `export function editAsync() {
        throw new Error('The prompt of an editor is left out of the build.')
      }`,
    }))
  },
}

/** Packages whose patterns and tables take a millisecond or two to make, and that plain text never asks. */
const LATE_PACKAGES = {
  'fast-string-width': `let width
    export default text => (width ??= require('fast-string-width').default)(text)`,
  chalk: `export function Chalk(options) { return new (require('chalk').Chalk)(options) }`,
}

export const latePackages = {
  name: 'late-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, resolveDir }) =>
      kind === 'import-statement' && path in LATE_PACKAGES
        ? { path, namespace: 'late-package', pluginData: resolveDir }
        : undefined,
    )
    onLoad({ filter: /./, namespace: 'late-package' }, ({ path, pluginData }) => ({
      contents: LATE_PACKAGES[path],
      resolveDir: pluginData,
    }))
  },
}

/** Packages in the bundle are made small, as nobody reads them there; their licenses are in LICENSES.txt. */
export const smallPackages = {
  name: 'small-packages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const { code } = await transform(source, { minify: true, legalComments: 'none' })
      return { contents: code, loader: 'js' }
    })
  },
}
