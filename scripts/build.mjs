import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, formatMessages, transform } from 'esbuild'
import {
  chunkName,
  chunkPackages,
  exportedNames,
  lateBuiltIns,
  lateCommands,
  latePackages,
  leftOut,
  plainChalk,
  smallPackages,
  withLateCommands,
} from './build-plugins.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // What is left are built-in modules; a script out of the code cache cannot import.
  supported: { 'dynamic-import': false },
  outdir: dist,
  write: false,
  metafile: true,
  // Shorter, and still read with its names.
  minifySyntax: true,
  // Some packages hold themselves twice, once to debug them.
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'silent',
}

async function bundleMain(chunks) {
  return build({
    ...OPTIONS,
    entryPoints: [{ in: 'src/main.ts', out: 'main' }],
    outExtension: { '.js': '.cjs' },
    plugins: [
      chunkPackages(chunks),
      lateBuiltIns,
      lateCommands,
      latePackages,
      leftOut,
      plainChalk,
      smallPackages,
    ],
  })
}

/**
 * The bundle as the function that a module is, all of it ASCII, as it is read as Latin-1. Its first line
 * names it by its content, for the code that is kept compiled.
 */
async function scriptOf({ text }, metafile) {
  // The first line is strict for all of it, and the comment above a module's functions names its file.
  const spaced = withLateCommands(text, metafile)
    .replace(/^ +"use strict";\n/gm, '')
    .replace(/^ +"src\/[^"]+"\(\) \{$/gm, '  init() {')
  const once = await tabbed(spaced)
  // esbuild leaves patterns as they stand; whatever is written there, its escape means the same.
  const ascii = once.replace(
    /[^\x00-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const build = createHash('sha256').update(ascii).digest('hex').slice(0, 16)
  return `(function (exports, require, module) {// netmed ${version} ${build}\n${ascii}})\n`
}

/** Code with a tab for each step that it is indented by: half as long, and a twentieth of the bundle. */
async function tabbed(code) {
  const tabs = code.replace(STRETCHES, stretch =>
    stretch.startsWith('  ') ? '\t'.repeat(stretch.length / 2) : stretch,
  )
  const [before, after] = await Promise.all(
    [code, tabs].map(each => transform(each, { minifyWhitespace: true })),
  )
  if (before.code === after.code) return tabs
  throw new Error('Indented with tabs, the bundle would say something else.')
}

/** The blanks that a line begins with, and before them whatever may hold a line break or a mark of these. */
const STRETCHES = new RegExp(
  [
    ...['^(?: {2})+', '//.*', String.raw`/\*[^]*?\*/`],
    ...[String.raw`"(?:\\.|[^"\\\n])*"`, String.raw`'(?:\\.|[^'\\\n])*'`],
    String.raw`\`(?:\\[^]|[^\`\\])*\``,
    // A pattern, or what stands between two divisions of a line.
    String.raw`/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+/`,
  ].join('|'),
  'gm',
)

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
    // Nobody reads a package here; our own code keeps its names and lines.
    minify: true,
    plugins: [leftOut],
  })
}

function licenses(results) {
  const folders = new Set()
  for (const { metafile } of results) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
      if (folder) folders.add(folder)
    }
  }
  // Most have the same text under their own copyright: it stands once, below all of them.
  const byText = new Map()
  for (const folder of [...folders].sort()) {
    const { heading, notice, text } = licenseOf(join(root, folder))
    const key = text.replace(/\W+/g, ' ').toLowerCase()
    const group = byText.get(key) ?? { headings: [], text }
    group.headings.push([heading, notice].filter(Boolean).join('\n'))
    byText.set(key, group)
  }
  const parts = [...byText.values()].map(({ headings, text }) => {
    return `${'-'.repeat(72)}\n${headings.join('\n\n')}\n\n${text}\n`
  })
  return `netmed holds parts of these packages, each under its own license.\n\n${parts.join('\n')}`
}

/** The package, its copyright lines, and the license without them. */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const lines = file ? readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/) : []
  const isNotice = line => /^\W*copyright\b.*(?:\(c\)|©|\d{4})/i.test(line)
  const isTitle = line => /^\W*(?:the )?(?:mit|isc)(?: license)?(?: \(mit\))?\W*$/i.test(line)
  const text = lines.filter(line => !isNotice(line) && !isTitle(line)).join('\n')
  return {
    heading: `${name} ${version} (${license})`,
    notice: lines.filter(isNotice).join('\n'),
    text: text.trim(),
  }
}

async function failOnWarnings(results) {
  const warnings = results.flatMap(result => result.warnings)
  if (warnings.length === 0) return
  const lines = await formatMessages(warnings, { kind: 'warning', color: process.stderr.isTTY })
  throw new Error(`A build warning is an error:\n${lines.join('\n')}`)
}

async function buildAll() {
  const chunks = new Set()
  const results = [await bundleMain(chunks)]
  results.push(...(await Promise.all([...chunks].map(bundlePackage))))
  await failOnWarnings(results)

  if (existsSync(dist)) rmSync(dist, { recursive: true })
  mkdirSync(dist)
  const files = results.flatMap(result => result.outputFiles)
  for (const file of files) {
    const isMain = file.path.endsWith('main.cjs')
    writeFileSync(file.path, isMain ? await scriptOf(file, results[0].metafile) : file.contents)
  }
  writeFileSync(join(dist, 'LICENSES.txt'), licenses(results))
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
