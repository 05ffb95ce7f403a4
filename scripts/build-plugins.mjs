import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname } from 'node:path'
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

/**
 * In the list of commands each becomes a getter, which loads its file when its word is looked up. What the
 * program imports itself is there anyhow; the others come from one module, for `withLateCommands`.
 */
export const lateCommands = {
  name: 'late-commands',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /\/src\/commands\/index\.ts$/ }, ({ path }) => ({
      contents: withGetters(readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
    onResolve({ filter: /^late-commands$/ }, ({ importer }) => ({
      path: 'all',
      namespace: LATE,
      pluginData: importer,
    }))
    onLoad({ filter: /./, namespace: LATE }, ({ pluginData: index }) => ({
      contents: `export const late = { ${getters(readFileSync(index, 'utf8')).join(', ')} }`,
      resolveDir: dirname(index),
    }))
  },
}

const LATE = 'late-commands'

function withGetters(source) {
  const kept = source.replace(IMPORTED, '')
  return kept.replace(LISTED, commands =>
    entriesOf(commands, filesOf(source))
      .map(({ word, name, file }) => {
        const found = kept.includes(`'${file}'`) ? `require('${file}').${name}` : lateOne(word)
        return `get ${word}() { return ${found} }`
      })
      .join(','),
  )
}

function lateOne(word) {
  return `require('late-commands').late.${word}`
}

function getters(source) {
  const entries = [...source.matchAll(LISTED)].flatMap(([listed]) =>
    entriesOf(listed, filesOf(source)),
  )
  return entries.map(
    ({ word, name, file }) => `get ${word}() { return require('${file}').${name} }`,
  )
}

/** The file that each name is imported from. */
function filesOf(source) {
  const files = new Map()
  for (const [, names, file] of source.matchAll(IMPORTED)) {
    for (const name of names.match(/\w+/g)) files.set(name, file)
  }
  return files
}

function entriesOf(commands, files) {
  return commands
    .split(',')
    .filter(entry => entry.trim())
    .map(entry => {
      const [word, name = word] = entry.split(':').map(part => part.trim())
      if (!files.has(name)) throw new Error(`No file of the command "${name}" is imported.`)
      return { word, name, file: files.get(name) }
    })
}

/**
 * The bundle with all that only `late-commands` leads to inside of one function, called when one of them is
 * looked up. esbuild lays every function of every module side by side, and a start makes each of them
 * whether or not it is called: two thirds are of commands that were not typed.
 */
export function withLateCommands(text, { inputs, outputs }) {
  const [{ entryPoint }] = Object.values(outputs)
  const early = reachedFrom(entryPoint, inputs)
  const lookup = /\(init_\w+\(\), __toCommonJS\(\w+\)\)\.late\b/g
  const [first] = text.match(lookup)
  const sections = text.split(/^(?=\/\/ \S+$)/m)
  const isLate = section => {
    const name = /^\/\/ (\S+)\n/.exec(section)?.[1]
    return name in inputs && !early.has(name)
  }
  const [head, ...rest] = sections.filter(section => !isLate(section))
  return [
    head,
    'var lateFound, lateCommands = () => lateFound ??= findLate();\n',
    ...rest.map(section => section.replace(lookup, 'lateCommands()')),
    '// The commands, and what only they need.\nfunction findLate() {\n\n',
    ...sections.filter(isLate),
    `return ${first};\n}\n`,
  ].join('')
}

/** All that this one leads to, but for the late commands. */
function reachedFrom(entry, inputs) {
  const reached = new Set()
  const toGo = [entry]
  for (let path = toGo.pop(); path !== undefined; path = toGo.pop()) {
    if (reached.has(path) || path.startsWith(`${LATE}:`)) continue
    reached.add(path)
    for (const { path: next, external } of inputs[path]?.imports ?? []) {
      if (!external) toGo.push(next)
    }
  }
  return reached
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

/** Parts of packages that netmed never runs, or runs in its tests alone: half of some of them. */
const LEFT_OUT = [
  // The prompt that starts an editor brings the tables of every character set; netmed starts editors itself.
  { path: /^@inquirer\/external-editor$/, contents: never('function editAsync') },
  // The types of attached files. A message has none, nor is anything fetched for it.
  {
    path: /^\.\/mime-types\.js$/,
    contents: never('function detectMimeType') + never('function detectExtension'),
  },
  { path: /^\.\.\/fetch\/index\.js$/, contents: never('default function nmfetch') },
  // What ics is handed is typed, and every test of a calendar runs with this check: it changes nothing.
  {
    path: /^\.\.?\/schema(?:\/index\.js)?$/,
    contents: `export function validateHeader(value) { return { error: null, value } }
      export const validateHeaderAndEvent = validateHeader`,
  },
]

function never(what) {
  return `export ${what}() { throw new Error('This part is left out of the build.') }\n`
}

export const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    for (const { path: filter, contents } of LEFT_OUT) {
      onResolve({ filter }, ({ path, importer }) =>
        importer.includes('node_modules')
          ? { path, namespace: 'left-out', pluginData: contents }
          : undefined,
      )
    }
    onLoad({ filter: /./, namespace: 'left-out' }, ({ pluginData: contents }) => ({ contents }))
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
