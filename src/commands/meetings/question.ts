import type { Context } from '../../context.ts'
import { ROLES } from '../../domain/data/choices.ts'
import { readRole } from '../../domain/data/reading.ts'
import {
  addQuestions,
  type BankTopic,
  markAsked,
  type QuestionsToAdd,
  questionBank,
  questionList,
  questionViews,
} from '../../domain/meet/questions.ts'
import { whose } from '../../domain/people/people.ts'
import { inQuotes } from '../../domain/words/quoting.ts'
import { oneLine } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'

import type { Line, Noun } from '../../input/command.ts'

import { fillIn, reads, switchField } from '../../input/form.ts'
import { readNumber } from '../../input/number.ts'
import { pickPerson } from '../../input/pick.ts'
import { warnOfPatients } from '../../input/warn.ts'
import {
  renderAsked,
  renderBank,
  renderBanks,
  renderNotedQuestions,
  renderQuestions,
} from '../../render/question.ts'

const FORM = {
  role: {
    flag: 'role',
    placeholder: 'role',
    help: 'add it to your bank for this role, not for one person',
    loose: reads(text => readRole(text, ROLES)),
    read: (text: string) => readRole(text, ROLES),
  },
  career: switchField('about their career, not their work; asked last', { flag: 'career' }),
  all: switchField('also list questions you already asked', { flag: 'all' }),
} as const

const WORDS = {
  who: {
    help: 'the person: a name or a number',
    ask: 'Who do you want to ask?',
    required: true,
    read: (text: string) => text,
  },
} as const

const TEXTS = {
  question: {
    help: 'the question, in quotes',
    ask: 'What do you want to ask?',
    required: true,
    many: true,
    read: (text: string) => oneLine(text, 'question'),
  },
} as const

export const question: Noun = {
  says: 'your questions, and a bank to choose from',
  verbs: [
    {
      words: 'question [who] [question...]',
      says: 'what you still want to ask; with a text, save a question for someone or your bank',
      examples: [
        'netmed question',
        'netmed question chen',
        'netmed question chen "How did you choose the control group?"',
        'netmed question chen "Would you take the same fellowship again?" --career',
        'netmed question --role resident "What do you read after a night?"',
      ],
      form: FORM,
      act: listOrAdd,
    },
    {
      words: 'question done [numbers...]',
      says: 'mark a question as asked',
      examples: ['netmed question done 7', 'netmed question done 7 8'],
      act: asked,
    },
    {
      words: 'question bank [role...]',
      says: 'broader questions by role, and four for shadowing',
      examples: [
        'netmed question bank',
        'netmed question bank faculty',
        'netmed question bank shadowing',
      ],
      async act(ctx, { args }) {
        const db = ctx.asked()
        if (args.length) {
          const role = readTopic(args.join(' '))
          ctx.show({ role, questions: questionBank(db, role) }, renderBank)
          return
        }
        const banks = TOPICS.map(role => ({ role, questions: questionBank(db, role) }))
        ctx.show({ banks: banks.filter(bank => bank.questions.length) }, renderBanks)
      },
    },
  ],
}

const TOPICS: readonly BankTopic[] = [...ROLES, 'shadowing']

function readTopic(text: string): BankTopic {
  if ('shadowing'.startsWith(text.toLowerCase()) && text.length > 1) return 'shadowing'
  return readRole(text, ROLES)
}

async function listOrAdd(ctx: Context, { args, typed }: Line): Promise<void> {
  const { role, career, all } = await fillIn(ctx, FORM, typed)
  const isNew = role !== undefined || career || args.some(isQuestion)
  if (!isNew) return list(ctx, args, all)
  if (all) throw new Failure('usage', '--all is for the list.', 'netmed question --all')
  const asked: QuestionsToAdd = role
    ? { role, career, texts: await readTexts(ctx, wholeQuestions(args)) }
    : { career, ...(await forSomebody(ctx, args)) }
  warnOfPatients(ctx, ctx.store.read(), asked.texts)
  const { db, answer } = await ctx.store.update(db => addQuestions(db, asked))
  const questions = questionViews(db, answer.added)
  const known = questionViews(db, answer.known)
  ctx.changed({ today: ctx.today, questions, known }, renderNotedQuestions)
}

async function list(ctx: Context, args: string[], all: boolean | undefined): Promise<void> {
  const db = ctx.asked()
  const contact = args.length ? await pickPerson(ctx, db, args) : undefined
  const questions = questionList(db, { contact: contact?.id, all })
  const who = contact ? whose(db, contact) : null
  ctx.show({ today: ctx.today, questions, who }, renderQuestions)
}

async function forSomebody(
  ctx: Context,
  args: readonly string[],
): Promise<{ contact: number; texts: string[] }> {
  const at = args.findIndex((arg, index) => index > 0 && isQuestion(arg, index))
  const names = at < 0 ? args : args.slice(0, at)
  const [first = ''] = names
  if (names.length === 1 && names.some(isQuestion)) {
    throw new Failure(
      'usage',
      'First say who to ask.',
      `netmed question <who> ${inQuotes(first)}\nFor your bank: --role <role>`,
    )
  }
  const said = {
    ...(names.length && { who: names.join(' ') }),
    ...(at > 0 && { question: args.slice(at) }),
  }
  const { who, question: texts } = await fillIn(ctx, { ...WORDS, ...TEXTS }, said)
  const { id } = await pickPerson(ctx, ctx.store.read(), who)
  return { contact: id, texts }
}

async function readTexts(ctx: Context, texts: readonly string[]): Promise<string[]> {
  const filled = await fillIn(ctx, TEXTS, texts.length ? { question: texts } : {})
  return filled.question
}

/** A name in quotes has blanks too, but it never stands after another name. */
function isQuestion(arg: string, index: number): boolean {
  const words = arg.trim().split(/\s+/).length
  return arg.endsWith('?') || words > (index > 0 ? 1 : 3)
}

/** Typed without quotes it is one question. */
function wholeQuestions(args: readonly string[]): readonly string[] {
  const isLoose = args.length > 1 && args.every(arg => !arg.includes(' '))
  return isLoose ? [args.join(' ')] : args
}

async function asked(ctx: Context, { args }: Line): Promise<void> {
  const form = {
    numbers: {
      help: 'the numbers of the questions, as netmed question shows them',
      ask: 'Which number?',
      required: true,
      many: true,
      read: readNumber,
    },
  } as const
  const { numbers } = await fillIn(ctx, form, args.length ? { numbers: args } : {})
  const { db, answer } = await ctx.store.update(db =>
    numbers.map(number => markAsked(db, number, ctx.today)),
  )
  ctx.changed({ questions: questionViews(db, answer) }, renderAsked)
}
