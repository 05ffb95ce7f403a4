import type { Context } from '../../context.ts'
import { SEARCH_PLACES, search as searchFor } from '../../domain/find/search.ts'
import { readTerms, readTermsLine, TERMS_HELP, type Terms } from '../../domain/find/terms.ts'
import { isDayWords, readDay } from '../../domain/words/read-days.ts'
import { readChoice } from '../../domain/words/read-values.ts'
import { listed } from '../../domain/words/text.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { seenByTerms } from '../../input/terms.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { renderFound } from '../../render/search.ts'
import type { TemplateText } from '../../store/templates.ts'

const WORDS = {
  words: {
    help: 'what to look for',
    required: true,
    ask: 'What to look for?',
    read: (text: string) => text,
  },
} as const

const FORM = {
  in: {
    flag: 'in',
    placeholder: 'place',
    help: `only in ${listed(SEARCH_PLACES, 'or')}`,
    many: true,
    read: (text: string) => readChoice(text, SEARCH_PLACES, 'place to search'),
  } as const,
  since: {
    flag: 'since',
    placeholder: 'day',
    help: 'only what has a day, from this day on',
    loose: isDayWords,
    read: (text: string, ctx: Context) => readDay(dayTyped(text, ctx), ctx.today, { lean: 'back' }),
  },
  until: {
    flag: 'until',
    placeholder: 'day',
    help: 'only what has a day, up to this day',
    loose: isDayWords,
    read: (text: string, ctx: Context) => readDay(dayTyped(text, ctx), ctx.today, { lean: 'back' }),
  },
  all: switchField('show all matches', { flag: 'all' }),
  private: switchField('also search what is private', { flag: 'private' }),
}

const LIMIT = 20

export const search: Verb = {
  words: 'search [words...]',
  says: 'search everything by words',
  examples: [
    'netmed search ablation registry',
    'netmed search "letter of intent" --in notes --since 2026-01-01',
    'netmed search role:attending grant or funding',
  ],
  details: `All words must be there; "two words" is a phrase. Built-in templates: --in templates. ${TERMS_HELP}`,
  form: FORM,
  async act(ctx, { args, typed }) {
    const { private: withPrivate, ...values } = await fillIn(ctx, FORM, typed)
    const terms = await readWords(ctx, args)
    const limit = values.all || ctx.options.json ? undefined : LIMIT
    const { hits, total } = searchFor(seenByTerms(ctx, terms, withPrivate), terms, {
      today: ctx.today,
      places: values.in,
      since: values.since,
      until: values.until,
      templates: templatesIn(ctx, values),
      limit,
    })
    const isPhrase = args.some(arg => /\s/.test(arg.trim()))
    ctx.show({ hits, total }, (found, screen) =>
      renderFound({ ...found, isPhrase, today: ctx.today }, screen),
    )
  },
}

async function readWords(ctx: Context, args: string[]): Promise<Terms> {
  if (args.length) return readTerms(args)
  const { words } = await fillIn(ctx, WORDS, {})
  return readTermsLine(words)
}

/** On the screen one's own; those that come with netmed only where templates are asked for. */
function templatesIn(
  ctx: Context,
  values: {
    in?: string[] | undefined
    since?: string | undefined
    until?: string | undefined
  },
): TemplateText[] {
  if (values.since || values.until) return []
  if (values.in) return values.in.includes('templates') ? ctx.templates.texts() : []
  const texts = ctx.templates.texts()
  return ctx.options.json ? texts : texts.filter(({ source }) => source === 'own')
}
