import type { Context } from '../../context.ts'
import type { Template } from '../../domain/data/templates.ts'
import { Failure } from '../../failure.ts'
import { checkTemplate } from '../../formats/template.ts'
import type { Noun } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import {
  renderTemplateCheck,
  renderTemplateMade,
  renderTemplateShown,
  renderTemplates,
} from '../../render/template.ts'

const CHECK = {
  strict: switchField('for scripts: fail when anything is found', { flag: 'strict' }),
}

export const template: Noun = {
  says: 'the texts that drafts are made from',
  verbs: [
    {
      words: 'template [name...]',
      says: 'list all templates, or show one',
      examples: ['netmed template', 'netmed template panel', 'netmed template new thanks'],
      async act(ctx, { args }) {
        if (!args.length) return listTemplates(ctx)
        const found = await ctx.templates.get(args.join(' '))
        ctx.show({ template: viewOf(found) }, renderTemplateShown)
      },
    },
    {
      words: 'template new [name...]',
      says: 'write your own template, or change a built-in one',
      examples: ['netmed template new thanks', 'netmed template new "after rounds"'],
      act: makeTemplate,
    },
    {
      words: 'template check [name...]',
      says: 'check one template for mistakes, or all of them',
      examples: ['netmed template check', 'netmed template check thanks'],
      form: CHECK,
      act: checkTemplates,
    },
  ],
}

async function listTemplates(ctx: Context): Promise<void> {
  const { ownFolder, packagedFolder } = ctx.templates
  const listed = await ctx.templates.list()
  const templates = listed.map(each => ({
    name: each.name,
    title: each.template?.title ?? null,
    for: each.template?.for ?? [],
    source: each.source,
    path: each.path,
    problem: each.problem,
  }))
  ctx.show({ templates, ownFolder, packagedFolder }, renderTemplates)
}

function viewOf(found: Template) {
  const { name, title, source, path, subject, body, slots, opens } = found
  return {
    name,
    title,
    for: found.for,
    source,
    path,
    subject,
    body,
    slots: slots.map(slot => ({
      name: slot.name,
      meaning: slot.meaning,
      example: slot.example ?? null,
      required: slot.required,
      requiredOf: slot.requiredOf ?? null,
    })),
    opens: opens ?? null,
  }
}

const STARTER = `---
title: What it is for
for: []
subject: 'A question{% if occasion_name %} after {{ occasion_name }}{% endif %}'
slots:
  topic:
    meaning: what it is about
    example: finding a first research project
    required: true
---
{{ salutation }}

Thank you for your time. I've been thinking about {{ topic }}, and I'd love to hear more.

{% if formal %}Best,
{% endif %}{{ signed }}
`

/** Words that stand after `template`, or stood there. */
const OWN_WORDS = new Set(['new', 'check', 'list', 'show', 'path'])

/** A packaged template is copied, so that the user's own takes its place; an own one is never overwritten. */
async function makeTemplate(ctx: Context, { args }: { args: string[] }): Promise<void> {
  const form = {
    name: {
      help: 'the name of the template',
      required: true,
      ask: 'What is it called?',
      read: (text: string) => text.trim(),
    },
  } as const
  const { name } = await fillIn(ctx, form, { name: args.length ? args.join(' ') : undefined })
  if (OWN_WORDS.has(name)) {
    throw new Failure(
      'usage',
      `"${name}" means something else after template.`,
      'Use another name.',
    )
  }
  const known = ctx.templates.names().includes(name) ? ctx.templates.text(name) : undefined
  if (known?.source === 'own') {
    throw new Failure('already-there', `You have a template "${name}" already.`, known.path)
  }
  const path = ctx.templates.add(name, known?.text ?? STARTER)
  const answer = {
    template: { name, path },
    replaces: known?.path ?? null,
  }
  ctx.changed(answer, renderTemplateMade)
}

async function checkTemplates(
  ctx: Context,
  { args, typed }: { args: string[]; typed: Record<string, unknown> },
): Promise<void> {
  const { strict } = await fillIn(ctx, CHECK, typed)
  const names = args.length ? [args.join(' ')] : ctx.templates.names()
  const problems = []
  for (const name of names) {
    const { text, ...file } = ctx.templates.text(name)
    for (const problem of await checkTemplate(text, file)) {
      problems.push({ template: name, path: file.path, ...problem })
    }
  }
  ctx.show({ checked: names.length, problems }, renderTemplateCheck)
  if (problems.length && strict) throw new Failure('found', 'Something was found.')
}
