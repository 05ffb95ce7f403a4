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
      'Which resource was the biggest waste of your time, and what do you use now?',
      'How do you know when you know a topic well enough to move on?',
      'What would you do differently in the block we just finished?',
      'Did anything this year change how you study?',
      'Who has helped you most so far, and how did you find them?',
      'What gets you through a bad week?',
    ],
    career: [
      'Which specialties are on your list, and what put them there?',
      'What do you want to try before the clinical years are over?',
    ],
  },
  'senior-student': {
    academic: [
      "How did you study for the block I'm in now, and what would you skip?",
      'How did you find your research project, and when did it start to feel like yours?',
      'What makes a student useful on a team in the first week of a rotation?',
      'How did you plan the weeks before your board exam?',
      "Who did you go to when you didn't know who to ask?",
      'What did you give up along the way, and do you miss it?',
    ],
    career: [
      'How did you narrow down your specialty, and what was your second choice?',
      'What do you wish someone had told you about applying a year earlier?',
    ],
  },
  resident: {
    academic: [
      "What kind of research is worth doing in your field at my stage, and what isn't?",
      'How did you keep learning when the days were long?',
      'Is there a student you remember from last year, and what did they do?',
      'How did you find your mentors here, and what did you bring to the first meeting?',
      'What did you think about your field as a student that turned out to be wrong?',
      'What does a bad week look like on your service, and what helps?',
    ],
    career: [
      'How did you choose this program over the others on your list?',
      "What would you ask on an interview day, now that you've been on both sides?",
      'What do you wish you had known at my stage?',
    ],
  },
  fellow: {
    academic: [
      'Which question is your field arguing about right now?',
      'If I started in this field today, what should I read first?',
      'What should a student know before starting a project with you?',
      'How did you get from a first small project to one of your own?',
      'How did you find someone to teach you what you wanted to learn?',
      'Which skill from outside medicine do you use most?',
    ],
    career: [
      'What made you decide to do a fellowship?',
      'What do you look for when you compare places to train?',
    ],
  },
  attending: {
    academic: [
      'What finding do students miss most often?',
      'What do you do when the evidence and your experience disagree?',
      'What about your work would surprise someone who only knows it from lectures?',
      'What research would help a student understand this field?',
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
      'Which question would you keep working on even without funding?',
      "What kind of research helps a student in this field, and what doesn't?",
      'What should I learn so I could be useful on a project like yours?',
      'Which paper by someone else shaped how you think about this?',
      'How did your first project come about, and who made it possible?',
      'What do you look for in a student who stays for more than a summer?',
    ],
    career: [
      'How do you split your week between clinic, teaching and research, and are you happy with it?',
      'How did you find mentors when you were where I am?',
      'Which decision at my stage mattered less than you thought it would?',
    ],
  },
  nurse: {
    academic: [
      'What do students do on the floor that makes your day harder without knowing it?',
      'When should I come to you before I ask the doctors?',
      'What do you see at night that morning rounds miss?',
      'How do you like to hear about a change in the plan?',
      'What should I know how to do myself before my next rotation?',
      'What makes a team here work well?',
    ],
    career: ['How did you end up on this unit, and what keeps you here?'],
  },
  'allied-health': {
    academic: [
      'Which referrals most often reach you too late?',
      'What should students know about your work before they write orders?',
      'How do you decide that someone is ready to go home?',
      "What do you need to see in a note, and what doesn't help?",
      'What can I watch, and what can I try?',
      'Where does your training see the same problem differently from mine?',
    ],
    career: ['How did you get into this work?'],
  },
  staff: {
    academic: [
      'What do students usually ask you too late?',
      'Who should I know in this office, and for what?',
      'Which deadline catches people by surprise every year?',
      'What makes a request easy for you to help with?',
      'Which programs or funds here hardly get used?',
      'How do decisions really get made here?',
    ],
    career: ['How did you come to work with students?'],
  },
  alumni: {
    academic: [
      'Which part of this school helped you most after you left?',
      'What did you have to relearn once you started working?',
      'Which course or teacher here would you take again?',
      'What did you do outside class that turned out to matter?',
      'Who are you still in touch with from back then, and how do you keep it up?',
      'What was your first year after leaving like?',
    ],
    career: [
      'How did you choose where to train, and would you choose it again?',
      'How much of your path was planned, and how much was luck?',
      'What would you ask if you were me?',
    ],
  },
  advisor: {
    academic: [
      "What do students in my year worry about that doesn't matter later?",
      'What do students in my year put off too long?',
      'How would you use the summer if you were me?',
      'What help does the school offer that students find out about too late?',
      "Who should I meet that I wouldn't find on my own?",
      'What would you want to see from me the next time we talk?',
    ],
    career: [
      "Given what I've told you, which specialties would you look at?",
      'Who could know my work well enough in two years to write a letter about it?',
    ],
  },
  teacher: {
    academic: [
      'What have you noticed about how I learn?',
      'What book would you give me now?',
      'How do you explain something you find hard yourself?',
      'What has changed in what you teach since I was in your class?',
      'What do your students struggle with this year?',
      'Is there a question from a student that stayed with you?',
    ],
    career: ['What did you see me doing one day, back then?'],
  },
  employer: {
    academic: [
      'What did I do well there that I should keep doing?',
      "What would you have told me if we'd had one more month?",
      "How do you build a team that people don't want to leave?",
      'What has changed in the work since I was there?',
      "How do you give people news they don't want to hear?",
      'What do you look for when you hire someone without experience?',
    ],
    career: ['Where do you see my training being useful outside hospitals?'],
  },
  other: {
    academic: [
      'What are you working on that you enjoy?',
      'What does a normal day look like for you?',
      'What do people get wrong about your work?',
      'Who taught you the most, and how did you meet?',
      'What are you learning right now?',
      'What do you wish you had known when you started?',
    ],
    career: ["What would you do again, and what wouldn't you?"],
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
      `#${id} is in your bank, not for one person.`,
      `To remove it: netmed rm ${id}`,
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
