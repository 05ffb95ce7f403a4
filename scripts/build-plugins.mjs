import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * Turns `import('yaml')` into a late `require('./yaml.cjs')` that looks as Node's own import would, and
 * adds the package to `found`.
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
      const names = await exportedNames(path)
      return {
        contents: [
          `const chunk = require('./${chunkName(path)}.cjs')`,
          ...names.map((name, index) => `const x${index} = chunk.${name}`),
          `export { ${names.map((name, index) => `x${index} as ${name}`).join(', ')} }`,
        ].join('\n'),
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

const COMMANDS = /^import \{([^}]*)\} from '(\.\/[^']+)'$/gm

/** The list of commands, each loaded once its first word is wanted. */
export const lateCommands = {
  name: 'late-commands',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/commands\/index\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(COMMANDS, (_, names, file) =>
        lateCommandsOf(names.match(/\w+/g), file, firstWords(join(dirname(path), file))),
      ),
      loader: 'ts',
    }))
  },
}

function lateCommandsOf(names, file, words) {
  const isWanted = `cli.wants(${JSON.stringify(words)})`
  return names
    .map(name => `const ${name} = cli => { if (${isWanted}) require('${file}').${name}(cli) }`)
    .join('\n')
}

function firstWords(path) {
  const source = readFileSync(path, 'utf8')
  const found = [...source.matchAll(/\bwords: '([a-z]+)|\.noun\('([a-z]+)'/g)]
  if (found.length === 0) throw new Error(`No words of a command stand in ${path}.`)
  return [...new Set(found.map(([, verb, noun]) => verb ?? noun))]
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
