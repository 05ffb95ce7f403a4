import { counted } from '../domain/words/text.ts'
import { columns, type Row } from './table.ts'
import { visible, visibleLines } from './text.ts'
import type { Screen } from './theme.ts'

interface TemplateLine {
  name: string
  title: string | null
  source: 'packaged' | 'own'
  problem: string | null
}

export function renderTemplates(
  { templates, ownFolder }: { templates: TemplateLine[]; ownFolder: string },
  screen: Screen,
) {
  const rows: Row[] = templates.map(each => [
    { text: each.name, paint: screen.theme.name },
    `${each.title ?? each.problem ?? ''}${each.source === 'own' ? ' (yours)' : ''}`,
  ])
  const table = columns(rows, { width: screen.columns })
  const yours = visible(`Put your own templates in ${ownFolder}`)
  return `${table}\n\n${yours}\n  ${screen.theme.command('netmed draft <template> <who>')}`
}

interface ShownTemplate {
  name: string
  title: string
  for: string[]
  subject: string
  body: string
  path: string
  slots: {
    name: string
    meaning: string
    example: string | null
    required: boolean
    requiredOf: 'formal' | null
  }[]
}

export function renderTemplateShown({ template }: { template: ShownTemplate }, screen: Screen) {
  const rows: Row[] = template.slots.map(slot => [
    slot.name,
    slot.required ? 'needed' : slot.requiredOf ? 'needed with a title' : 'optional',
    slot.example ? `${slot.meaning} (for example: ${slot.example})` : slot.meaning,
  ])
  const whom = template.for.length ? template.for.join(', ') : 'anyone'
  return [
    `${screen.theme.name(visible(template.name))}: ${visible(template.title)}`,
    `for ${whom} · ${visible(template.path)}`,
    '',
    columns(rows, { width: screen.columns }),
    '',
    `Subject: ${visible(template.subject)}`,
    '',
    visibleLines(template.body.trim()),
  ].join('\n')
}

export function renderTemplateMade(
  { template, replaces }: { template: { name: string; path: string }; replaces: string | null },
  screen: Screen,
): string {
  const said = replaces
    ? `You can change this copy of ${template.name}; netmed uses it instead of the built-in one:`
    : 'A template of your own:'
  return [
    visible(said),
    `  ${visible(template.path)}`,
    `  ${screen.theme.command(visible(`netmed template check "${template.name}"`))}`,
  ].join('\n')
}

interface Problem {
  path: string
  line: number
  column: number
  message: string
  hint?: string
}

export function renderTemplateCheck(
  { checked, problems }: { checked: number; problems: Problem[] },
  _screen: Screen,
): string {
  if (!problems.length) return `${counted(checked, 'template')} read well.`
  return problems
    .flatMap(problem => [
      visible(`${problem.path}:${problem.line}:${problem.column}  ${problem.message}`),
      ...(problem.hint ? [visible(`  ${problem.hint}`)] : []),
    ])
    .join('\n')
}
