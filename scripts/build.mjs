import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, formatMessages } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const require = createRequire(import.meta.url)

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  charset: 'utf8',
  outdir: dist,
  write: false,
  metafile: true,
  logLevel: 'silent',
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

/** The specifiers of the packages that sources import late. */
const latePackages = new Set()

/** Turns `import('yaml')` into a late `require('./yaml.cjs')` that looks as Node's own import would. */
const chunkPackages = {
  name: 'chunk-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === 'dynamic-import' && !isBuiltin(path) ? { path, namespace: 'chunk' } : undefined,
    )
    onResolve({ filter: /^\./, namespace: 'chunk' }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /.*/, namespace: 'chunk' }, async ({ path }) => {
      latePackages.add(path)
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
}

/** Built-in modules that a bare process has not loaded are loaded at their first use. */
const lateBuiltIns = {
  name: 'late-built-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, namespace }) => {
      const name = path.replace(/^node:/, '')
      if (namespace === 'built-in') return { path, external: true }
      if (kind === 'dynamic-import' || !isBuiltin(path) || FREE_BUILT_INS.has(name)) return
      return { path: name, namespace: 'built-in' }
    })
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => {
      const getters = Object.keys(require(`node:${path}`)).map(
        key => `get ${key}() { return require('node:${path}').${key} }`,
      )
      return { contents: `module.exports = {\n${getters.join(',\n')}\n}` }
    })
  },
}

/** Chalk asks the terminal at load; netmed sets the level itself. */
const plainChalk = {
  name: 'plain-chalk',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'none', namespace: 'color' }))
    onLoad({ filter: /.*/, namespace: 'color' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }))
  },
}

async function exportedNames(path) {
  return Object.keys(await import(path)).filter(name => name !== 'module.exports')
}

function chunkName(path) {
  return path.replace(/^@|(?:\/index)?\.js$/g, '').replaceAll('/', '-')
}

async function bundleMain() {
  return build({
    ...OPTIONS,
    entryPoints: [{ in: 'src/main.ts', out: 'main' }],
    outExtension: { '.js': '.cjs' },
    plugins: [chunkPackages, lateBuiltIns, plainChalk],
  })
}

async function bundlePackage(path) {
  const names = await exportedNames(path)
  const { outdir: _, ...options } = OPTIONS
  return build({
    ...options,
    stdin: {
      contents: `export { ${names.join(', ')} } from '${path}'`,
      resolveDir: root,
      // The ending makes the default export of a CommonJS package what Node makes of it.
      sourcefile: `${chunkName(path)}.mjs`,
    },
    outfile: join(dist, `${chunkName(path)}.cjs`),
  })
}

function licences(results) {
  const folders = new Set()
  for (const { metafile } of results) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
      if (folder) folders.add(folder)
    }
  }
  const texts = [...folders].sort().map(folder => licenceOf(join(root, folder)))
  return `netmed holds parts of these packages, each under its own licence.\n\n${texts.join('\n')}`
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`
}

async function failOnWarnings(results) {
  const warnings = results.flatMap(result => result.warnings)
  if (warnings.length === 0) return
  const lines = await formatMessages(warnings, { kind: 'warning', color: process.stderr.isTTY })
  throw new Error(`A build warning is an error:\n${lines.join('\n')}`)
}

async function buildAll() {
  const results = [await bundleMain()]
  results.push(...(await Promise.all([...latePackages].map(bundlePackage))))
  await failOnWarnings(results)

  if (existsSync(dist)) rmSync(dist, { recursive: true })
  mkdirSync(dist)
  const files = results.flatMap(result => result.outputFiles)
  for (const { path, contents } of files) writeFileSync(path, contents)
  writeFileSync(join(dist, 'LICENSES.txt'), licences(results))
  for (const { path, contents } of files) {
    console.log(`dist/${basename(path)}  ${Math.ceil(contents.length / 1024)} KB`)
  }
}

try {
  await buildAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
