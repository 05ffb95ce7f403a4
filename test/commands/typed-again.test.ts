import fs from 'node:fs'
import { expect, it } from 'vitest'
import { world } from '../support/netmed.ts'

// A line to type next is copied into a shell, with names, paths and columns that others may have chosen.
it.each<[string, string[], string]>([
  ['a name', ['show', 'Al $(x)'], 'netmed add "Al \\$(x)"'],
  ['a path', ['backup', 'b`x`.json'], 'b\\`x\\`.json" --dry-run'],
  ['a column', ['import', 'people.csv'], '--map "\\$(x)=name"'],
  ['a question', ['question', 'Is it $5?'], 'netmed question <who> "Is it \\$5?"'],
  ['a template', ['doctor'], 'netmed template check "two words"'],
  ['another version of the data', ['doctor'], 'netmed conflict \\$x.json" --dry-run'],
  ['terms', ['edit', 'tag:a b', '--name', 'Jo'], 'netmed list "tag:a b"'],
  ['whom a change was about', ['undo', 'ana $x'], 'netmed undo --list "ana \\$x"'],
])('%s is one word of the line that is offered, and no shell obeys it', async (_, words, line) => {
  const me = world()
  await me.run('add "Ana Ruiz" --tag "a b"')
  fs.writeFileSync(me.path('people.csv'), '$(x),y\n1,2\n')
  const templates = me.path('.config/netmed/templates')
  fs.mkdirSync(templates, { recursive: true })
  fs.writeFileSync(`${templates}/two words.md`, '---\nno\n')
  const folder = me.path('.local/share/netmed')
  fs.copyFileSync(`${folder}/netmed.json`, `${folder}/netmed conflict $x.json`)
  const { out, err } = await me.run(words)
  expect(out + err).toContain(line)
})
