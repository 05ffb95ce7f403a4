import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/formats/template.ts'
import { type TemplateSource, templateSource } from '../../src/store/templates.ts'

const GOOD = '---\nsubject: Packaged\n---\nHello\n'
const OWN = '---\nsubject: Own\n---\nHello\n'

let folder: string
let own: string
let source: TemplateSource

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netmed-templates-'))
  own = path.join(folder, 'own')
  fs.mkdirSync(path.join(folder, 'package', 'templates'), { recursive: true })
  fs.mkdirSync(own)
  fs.writeFileSync(path.join(folder, 'package', 'templates', 'panel.md'), GOOD)
  fs.writeFileSync(path.join(folder, 'package', 'templates', 'thanks.md'), GOOD)
  source = sourceWith({ NETMED_TEMPLATES: own })
})

afterEach(() => fs.rmSync(folder, { recursive: true }))

function sourceWith(env: Record<string, string>): TemplateSource {
  const host = { env, packageFolder: path.join(folder, 'package'), cwd: () => folder }
  return templateSource(host, { config: path.join(folder, 'config') }, readTemplate)
}

describe('where templates come from', () => {
  it('an own one replaces the packaged one of its name', async () => {
    fs.writeFileSync(path.join(own, 'panel.md'), OWN)
    expect(await source.get('panel')).toMatchObject({
      subject: 'Own',
      source: 'own',
      path: path.join(own, 'panel.md'),
    })
    expect(await source.get('thanks')).toMatchObject({ subject: 'Packaged', source: 'packaged' })
    expect(source.names()).toEqual(['panel', 'thanks'])
  })

  it('a broken own one is listed with its problem and hides no other', async () => {
    fs.writeFileSync(path.join(own, 'broken.md'), 'Hello')
    const listed = await source.list()
    expect(listed.map(({ name, problem }) => [name, problem])).toEqual([
      [
        'broken',
        `${path.join(own, 'broken.md')}, line 1, column 1: A template starts with a line of three dashes.`,
      ],
      ['panel', null],
      ['thanks', null],
    ])
  })

  it('without NETMED_TEMPLATES they are in the config folder, which need not exist', () => {
    const usual = sourceWith({})
    expect(usual.ownFolder).toBe(path.join(folder, 'config', 'templates'))
    expect(usual.names()).toEqual(['panel', 'thanks'])
  })

  it('a name that is not there fails with the nearest one', async () => {
    await expect(source.get('pannel')).rejects.toMatchObject({
      kind: 'not-found',
      message: 'There is no template "pannel".',
      hint: 'Did you mean panel? All of them: netmed template',
    })
  })
})

describe('a name that is no safe file name', () => {
  it.each([
    '../panel',
    '/etc/passwd',
    '.hidden',
    'a/b',
    'a\\b',
    'nul',
    'con.x',
    'x\u0000y',
    'end.',
    'x'.repeat(65),
    '',
    '-o',
  ])('%j is refused', async name => {
    await expect(source.get(name)).rejects.toMatchObject({ kind: 'not-found' })
    expect(() => source.add(name, OWN)).toThrow(expect.objectContaining({ kind: 'usage' }))
  })

  it('is never written over a file that is there', () => {
    fs.writeFileSync(path.join(own, 'thanks.md'), OWN)
    expect(() => source.add('thanks', GOOD)).toThrow(
      expect.objectContaining({ kind: 'already-there' }),
    )
    expect(fs.readFileSync(path.join(own, 'thanks.md'), 'utf8')).toBe(OWN)
  })

  it('an ordinary one in any script is taken', () => {
    expect(source.add('Grüße an 先生', OWN)).toBe(path.join(own, 'Grüße an 先生.md'))
    expect(source.text('Grüße an 先生').text).toBe(OWN)
  })

  it('a link that leads out of the folder is not followed', async () => {
    const secret = path.join(folder, 'secret.md')
    fs.writeFileSync(secret, OWN)
    fs.symlinkSync(secret, path.join(own, 'panel.md'))
    await expect(source.get('panel')).rejects.toMatchObject({ kind: 'file' })
    const listed = await source.list()
    expect(listed.map(({ name, template }) => [name, template !== null])).toEqual([
      ['panel', false],
      ['thanks', true],
    ])
  })

  it('a link inside the folder is followed', async () => {
    fs.writeFileSync(path.join(own, 'mine.md'), OWN)
    fs.symlinkSync('mine.md', path.join(own, 'panel.md'))
    expect((await source.get('panel')).subject).toBe('Own')
  })
})
