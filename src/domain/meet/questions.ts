import { Failure } from '../../failure.ts'
import { created, type Database, type Question, type Role, touch } from '../data/model.ts'
import { contactById, kindWords, present, recordByNumber } from '../data/records.ts'
import { whose } from '../people/people.ts'
import { type Day, longDay } from '../words/days.ts'
import { folded } from '../words/text.ts'

/** A role, or the day on which somebody is shadowed. */
export type BankTopic = Role | 'shadowing'

interface Broad {
  /** About the work, learning and research: asked first. */
  academic: readonly string[]
  /** About their path and mine: asked after. */
  career: readonly string[]
}

/** Broader questions by role. Family has none: nobody needs a list for them. */
const BANK: Record<Exclude<BankTopic, 'family'>, Broad> = {
  peer: {
    academic: [
      'Which resource cost you the most time for the least use, and what replaced it?',
      'How do you decide that you know a topic well enough to move on?',
      'What would you do differently in the block we just finished?',
      'Which session this year changed how you study?',
      'Who has helped you most so far, and how did you find them?',
      'What carries you through a bad week?',
    ],
    career: [
      'Which field would you look at twice, and what put it on your list?',
      'What do you want to have tried before the clinical years are over?',
    ],
  },
  'senior-student': {
    academic: [
      'How did you study for the block I am in now, and what would you leave out?',
      'How did you find your research project, and when did it become yours?',
      'What makes a student useful on a team in the first week of a rotation?',
      'How did you plan the weeks before your board exam?',
      'Whom did you ask when you did not know whom to ask?',
      'What did you stop doing along the way, and do you miss it?',
    ],
    career: [
      'How did you narrow down your specialty, and what almost won?',
      'What about applying do you wish somebody had told you a year earlier?',
    ],
  },
  resident: {
    academic: [
      'Which research is of use in your field at my stage, and which only fills a page?',
      'How did you go on learning when the days were long?',
      'Which student do you remember from last year, and what did they do?',
      'How did you find your mentors here, and what did you bring to the first meeting?',
      'What did you believe about your field as a student that turned out wrong?',
      'What does a bad week look like on your service, and what helps?',
    ],
    career: [
      'How did you choose this program over the others on your list?',
      'What would you ask on an interview day, now that you have been on both sides?',
      'What do you wish you had known at my stage?',
    ],
  },
  fellow: {
    academic: [
      'Which question is your field arguing about right now?',
      'What should I read first, if I began in this field today?',
      'What does a student need to know before a project with you makes sense?',
      'How did you get from a first small project to one of your own?',
      'How did you find somebody who would teach you what you wanted to learn?',
      'Which skill from outside medicine do you use most?',
    ],
    career: [
      'What made you train longer when you could have stopped?',
      'What do you look at when you compare places to train?',
    ],
  },
  attending: {
    academic: [
      'Which finding do students overlook most often?',
      'What do you do when the evidence and your experience point different ways?',
      'Which part of your work would surprise somebody who knows it from lectures only?',
      'Which research would help a student understand this field?',
      'What does useful help from a student look like to you?',
      'How did you find the people who taught you most?',
    ],
    career: [
      'How did you choose your field, and what did you give up for it?',
      'What does a bad week look like here, and what makes the next one better?',
      'What do you wish you had known at my stage?',
    ],
  },
  faculty: {
    academic: [
      'Which question would you go on working on if nobody paid for it?',
      'Which research helps a student in this field, and which only fills a page?',
      'What should I learn before I can be of use to a project such as yours?',
      'Which paper, not your own, shaped how you think about this?',
      'How did your first project come about, and who made it possible?',
      'What do you look for in a student who stays for more than a summer?',
    ],
    career: [
      'How do you divide your week between clinic, teaching and research, and is it right so?',
      'How did you find mentors when you were where I am?',
      'Which decision at my stage mattered less than you thought at the time?',
    ],
  },
  nurse: {
    academic: [
      'What do students do on the ward that makes your day harder without their knowing?',
      'When should I ask you before I ask the doctors?',
      'What do you see during a night that the morning round misses?',
      'How do you like to hear about a change of plan?',
      'What should I be able to do with my own hands before the next rotation?',
      'What makes a team here work well?',
    ],
    career: ['How did you come to this unit, and what keeps you here?'],
  },
  'allied-health': {
    academic: [
      'Which referral reaches you too late most often?',
      'What should students know of your part before they write orders?',
      'How do you judge that somebody is ready to go home?',
      'Which words in a note help you, and which do not?',
      'What may I watch, and what may I try?',
      'Where do our two trainings teach different things about the same problem?',
    ],
    career: ['How did you find your way into this work?'],
  },
  staff: {
    academic: [
      'What do students ask you far too late?',
      'Whom should I know in this office, and for what?',
      'Which deadline surprises people every year?',
      'What makes a request easy for you to help with?',
      'Which program or fund here is hardly used?',
      'How are things really decided here?',
    ],
    career: ['How did you come to work with students?'],
  },
  alumni: {
    academic: [
      'Which part of this school helped you most after you left?',
      'What did you have to learn anew once you worked?',
      'Which course or teacher here would you take again today?',
      'What did you do outside of class that turned out to matter?',
      'Who from that time are you still in touch with, and how do you keep it up?',
      'What was the first year after leaving like?',
    ],
    career: [
      'How did you choose where to train, and would you choose it again?',
      'Which turn in your path was planned, and which was luck?',
      'What would you ask, if you were me?',
    ],
  },
  advisor: {
    academic: [
      'What do students in my year worry about that turns out to be small?',
      'What do students in my year leave too late?',
      'How would you use the summer, looking at where I stand?',
      'Which help does the school offer that students hear of too late?',
      'Whom should I meet that I would not find by myself?',
      'What would you want to see from me when we speak next?',
    ],
    career: [
      'Which fields would you look at, given what I told you, and which would you rule out last?',
      'Who could know my work well enough in two years to write about it?',
    ],
  },
  teacher: {
    academic: [
      'What did you notice about how I learn?',
      'Which book would you hand me now?',
      'How do you explain something that you find hard yourself?',
      'What has changed in what you teach since I sat there?',
      'What do your students struggle with this year?',
      'Which question from a student has stayed with you?',
    ],
    career: ['What did you see me doing, back then?'],
  },
  employer: {
    academic: [
      'What did I do well there that I should not unlearn?',
      'What would you have told me, had we had one more month?',
      'How do you build a team that people do not want to leave?',
      'What has changed in the work since I was there?',
      'How do you give news that nobody wants to hear?',
      'What do you look for when you take on somebody without experience?',
    ],
    career: ['Where do you see my training used outside of hospitals?'],
  },
  other: {
    academic: [
      'What are you working on that you like?',
      'What does an ordinary day look like for you?',
      'What do people misunderstand about your work?',
      'Who taught you the most, and how did you meet?',
      'What are you learning at the moment?',
      'What do you wish you had known when you began?',
    ],
    career: ['What would you do again, and what not?'],
  },
  shadowing: {
    academic: [
      'What do you like most about this work?',
      'What do you like least, and what do you do about it?',
      'What does burnout look like in this field, and what helps?',
      'What should every student understand about it before choosing?',
    ],
    career: [],
  },
}

export interface BankQuestion {
  text: string
  career: boolean
  /** The number of the user's own; null for netmed's. */
  id: number | null
}

/** The questions for a role: about the work first, then about the path, the user's own before netmed's. */
export function questionBank(db: Database, topic: BankTopic): BankQuestion[] {
  const { academic, career }: Broad =
    topic === 'family' ? { academic: [], career: [] } : BANK[topic]
  const own = db.questions.filter(each => each.contact === undefined && each.role === topic)
  const ours = (texts: readonly string[], isCareer: boolean) => [
    ...own
      .filter(each => (each.career ?? false) === isCareer)
      .map(each => ({ text: each.text, career: isCareer, id: each.id })),
    ...texts.map(text => ({ text, career: isCareer, id: null })),
  ]
  return [...ours(academic, false), ...ours(career, true)]
}

export interface QuestionsToAdd {
  /** Whom to ask; without it they go into the bank of `role`. */
  contact?: number | undefined
  role?: Role | undefined
  texts: readonly string[]
  career?: boolean | undefined
}

export interface Noted {
  added: Question[]
  /** Those that stood there already, not asked yet. */
  known: Question[]
}

/** Notes questions for somebody, or for the bank; the same words twice are one question. */
export function addQuestions(db: Database, asked: QuestionsToAdd): Noted {
  const { contact, role, career } = asked
  const noted: Noted = { added: [], known: [] }
  for (const text of asked.texts) {
    const known = db.questions.find(
      each =>
        each.contact === contact &&
        each.role === role &&
        each.askedOn === undefined &&
        folded(each.text) === folded(text),
    )
    if (known && !noted.added.includes(known)) noted.known.push(known)
    else if (!known) {
      noted.added.push(created(db, 'questions', present({ contact, role, text, career })))
    }
  }
  return noted
}

/** What is still to be asked of somebody: about the work first, then about the path. */
export function openQuestions(db: Database, contact: number): Question[] {
  return db.questions
    .filter(each => each.contact === contact && each.askedOn === undefined)
    .sort((a, b) => Number(a.career ?? false) - Number(b.career ?? false) || a.id - b.id)
}

/** Marks a question as asked today; fails when it was, or when the number is something else. */
export function markAsked(db: Database, id: number, today: Day): Question {
  const { list, record } = recordByNumber(db, id)
  if (list !== 'questions') {
    throw new Failure('usage', `#${id} is ${kindWords(list)}, not a question.`, 'netmed question')
  }
  if (record.contact === undefined) {
    throw new Failure(
      'usage',
      `#${id} is in your bank and is asked of nobody in particular.`,
      `To take it away: netmed rm ${id}`,
    )
  }
  if (record.askedOn !== undefined) {
    throw new Failure('already-there', `#${id} was asked on ${longDay(record.askedOn)}.`)
  }
  const question = touch(db, record)
  question.askedOn = today
  return question
}

/** Questions as JSON has them. */
export function questionViews(db: Database, questions: readonly Question[]) {
  return questions.map(each => ({
    id: each.id,
    contact: each.contact === undefined ? null : whose(db, contactById(db, each.contact)),
    role: each.role ?? null,
    text: each.text,
    career: each.career ?? false,
    askedOn: each.askedOn ?? null,
  }))
}

export type QuestionView = ReturnType<typeof questionViews>[number]

/** Whose questions, and whether those asked already are wanted too; the bank's are not among them. */
export function questionList(
  db: Database,
  { contact, all = false }: { contact?: number | undefined; all?: boolean | undefined },
): QuestionView[] {
  const wanted = db.questions.filter(
    each =>
      each.contact !== undefined &&
      (contact === undefined || each.contact === contact) &&
      (all || each.askedOn === undefined),
  )
  const order = new Map(db.contacts.map(({ id }, index) => [id, index]))
  const place = ({ contact: id }: Question) => order.get(id ?? 0) ?? 0
  const sorted = wanted.sort(
    (a, b) =>
      place(a) - place(b) || Number(a.career ?? false) - Number(b.career ?? false) || a.id - b.id,
  )
  return questionViews(db, sorted)
}
