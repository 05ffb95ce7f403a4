import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** A world with a template of the user's own. */
function withOwn(name: string, text: string): World {
  const me = world()
  const folder = me.path('.config/netmed/templates')
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${name}.md`), text)
  return me
}

it('a template made new is a copy of the one of that name, or a start of one, never twice', async () => {
  const me = world()
  const copied = await me.run('template new thanks')
  expect(copied.out).toContain('You can change this copy of thanks; netmed uses it instead')
  expect(copied.out).toContain('  netmed template check "thanks"')
  const started = await me.run('template new hello there')
  expect(started.out).toContain('A template of your own:')
  expect(await me.run('template new thanks')).toMatchObject({ code: 1, out: '' })
  expect((await me.run('template check')).out).toMatch(/^\d+ templates read well\.\n$/)
})

it.each(['new', 'check', 'list', 'show', 'path'])('no template is called %s', async name => {
  const { code, err } = await world().run(`template new ${name}`)
  expect(code).toBe(2)
  expect(err).toContain(`"${name}" means something else after template.`)
})

it('made new as data says where it is and what it takes the place of', async () => {
  const me = world()
  const own = await me.json('template new hello')
  expect(own).toMatchObject({ template: { name: 'hello' }, replaces: null })
  expect((await me.json('template new thanks')).replaces).toMatch(/templates\/thanks\.md$/)
})

it('a template as data holds null where nothing stands', async () => {
  const me = withOwn(
    'hello',
    '---\ntitle: A hello\nsubject: Hi\nslots:\n  book: { meaning: which }\n---\nHi {{ name }}\n',
  )
  const { template } = await me.json('template hello')
  expect(template).toMatchObject({
    ...{ name: 'hello', title: 'A hello', for: [], source: 'own', subject: 'Hi', opens: null },
    slots: expect.arrayContaining([
      { name: 'book', meaning: 'which', example: null, required: false, requiredOf: null },
    ]),
  })
})

it('a mistake is told with its place and what to do, and fails only when that is asked', async () => {
  const me = withOwn('hello', '---\nsubject: Hi\ntilte: x\n---\nHi\n')
  const checked = await me.run('template check hello')
  expect(checked.code).toBe(0)
  expect(checked.out).toContain('hello.md:3:1  "tilte" is not part of a template.')
  expect(checked.out).toContain('Did you mean title?')
  expect((await me.run('template check hello --strict')).code).not.toBe(0)
  expect((await me.run('template check thanks --strict')).code).toBe(0)
})
