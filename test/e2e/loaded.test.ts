import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { BIN, emptyHome, PACKAGE_FOLDER, runBuilt, runProgram } from '../support/built.ts'

const RECORD = `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify({
  files: Object.keys(require.cache),
  builtIns: process.moduleLoadList.filter(name => name.startsWith('NativeModule ')),
})))`

it('due loads the program and no package beside it', async () => {
  const home = emptyHome()
  await runBuilt(['add', 'Ana Silva', '--every', '30d'], { home })
  // The first run of a command keeps its compiled code as well.
  await runBuilt(['due'], { home })
  const { files } = await loadedBy([BIN, 'due'], home)
  expect(files.map(path => basename(path))).toEqual(['record.cjs', 'netmed.cjs'])
})

it('due loads at most ten built-in modules more than an empty script', async () => {
  const home = emptyHome()
  writeFileSync(join(home, 'empty.cjs'), '')
  await runBuilt(['add', 'Ana Silva', '--every', '30d'], { home })
  await runBuilt(['due'], { home })
  const bare = new Set((await loadedBy([join(home, 'empty.cjs')], home)).builtIns)
  const more = (await loadedBy([BIN, 'due'], home)).builtIns.filter(name => !bare.has(name))
  expect(more.length, more.join('\n')).toBeLessThanOrEqual(10)
})

it('a draft loads the template packages and still no questions', async () => {
  const home = emptyHome()
  const { files } = await loadedBy([BIN, 'template'], home)
  const chunks = files.map(path => basename(path)).filter(name => name !== 'record.cjs')
  expect(chunks).not.toContain('inquirer.cjs')
})

it('due makes none of the functions that only other commands need', () => {
  const bundle = readFileSync(join(PACKAGE_FOLDER, 'dist', 'main.cjs'), 'utf8')
  const [early = '', late = ''] = bundle.split('\nfunction findLate() {\n')
  const filesIn = (part: string) => new Set(part.match(/^\/\/ src\/\S+$/gm))
  expect([...filesIn(early)].filter(file => file.includes('/commands/'))).toEqual([
    '// src/commands/today/due.ts',
    '// src/commands/index.ts',
  ])
  expect(filesIn(late)).toContain('// src/commands/today/log.ts')
  expect([...filesIn(late)].filter(file => filesIn(early).has(file))).toEqual([])
})

async function loadedBy(
  words: string[],
  home: string,
): Promise<{ files: string[]; builtIns: string[] }> {
  const record = join(home, 'record.cjs')
  const LOADED = join(home, 'loaded.json')
  writeFileSync(record, RECORD)
  const { code, stderr } = await runProgram([process.execPath, '--require', record, ...words], {
    home,
    env: { LOADED },
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(readFileSync(LOADED, 'utf8'))
}
