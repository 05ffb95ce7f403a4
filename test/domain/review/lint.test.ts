import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../../src/domain/data/model.ts'
import { complaintWarnings } from '../../../src/domain/review/complaints.ts'
import { leftoverWarnings } from '../../../src/domain/review/leftovers.ts'
import { DRAFT_RULES, lintDraft, rulesOff } from '../../../src/domain/review/lint.ts'
import { type LintedDraft, linted } from '../../../src/domain/review/linted.ts'

const ordinary: LintedDraft = {
  subject: 'Your ablation registry',
  body: 'Dear Dr. Hoff,\n\nThank you for your time on Tuesday.\n\nBest,\nSam Park',
  template: 'thanks',
  contact: { name: 'Dr. Lena Hoff', institution: 'UCSF' },
  others: [{ name: 'Dr. Maya Chen', institution: 'Mercy Hospital' }, { name: 'Omar Aziz' }],
  belonging: ['Sam Park', 'Stanford'],
  isStranger: false,
  isRequest: false,
  mostSentences: 8,
}

const rulesOf = (change: Partial<LintedDraft>) =>
  lintDraft({ ...ordinary, ...change }).map(warning => warning.rule)

describe('a draft', () => {
  it('that is well has no warnings', () => {
    expect(lintDraft(ordinary)).toEqual([])
  })

  it.each(DRAFT_RULES)('trips $rule by its example, and by that alone', ({ rule, trips }) => {
    expect(rulesOf(trips)).toEqual([rule])
  })

  it.each(DRAFT_RULES)('that only comes near $rule passes', ({ passes }) => {
    expect(rulesOf(passes)).toEqual([])
  })

  it('is warned of with the words, their place and what to do', () => {
    expect(lintDraft({ ...ordinary, body: 'Let us meet sometime.' })).toEqual([
      {
        rule: 'vague',
        words: 'sometime',
        start: 36,
        message: '"sometime" is vague; name the one thing.',
      },
    ])
  })

  it('is not warned of by a rule that was turned off', () => {
    const vague = { ...ordinary, body: 'Let us meet sometime.' }

    expect(lintDraft(vague, { off: ['vague'] })).toEqual([])
  })
})

describe('names in a draft', () => {
  it.each([
    ['Dear Maya,', 'Maya'],
    ['I met Maya Chen there.', 'Maya Chen'],
    ['It was Prof. Chen’s idea.', 'Prof. Chen’s'],
    ['Hi Omar,', 'Omar'],
    ['At Mercy Hospital on Tuesday.', 'Mercy Hospital'],
  ])('%s belongs to someone else', (body, words) => {
    expect(lintDraft({ ...ordinary, body }).map(warning => warning.words)).toEqual([words])
  })

  it.each([
    'Dear Lena Hoff,',
    'I study at Stanford and you are at UCSF.',
    'Have mercy; the hospital is large.',
    'Chen is a common name.',
    'I met Maya at the lake.',
  ])('%s belongs or names nobody', body => {
    expect(lintDraft({ ...ordinary, body })).toEqual([])
  })

  it('a namesake of the addressee is no stranger in it', () => {
    const others = [{ name: 'Dr. Jonas Hoff', institution: 'UCSF' }]

    expect(lintDraft({ ...ordinary, others })).toEqual([])
  })

  it('are found among ten thousand at once', () => {
    const others = Array.from({ length: 10_000 }, (_, index) => ({
      name: `Dr. Aña${index} Chen`,
      institution: `Hospital ${index}`,
    }))
    const body = 'Thank you, Dr. Chen. Dear Aña77 Chen of Hospital 4. '.repeat(50)

    expect(lintDraft({ ...ordinary, others, body })).toHaveLength(150)
  })
})

describe('asking', () => {
  it.each([
    'Could we meet at 15:00?',
    'Could we meet at 3 pm?',
    'Could we meet in May?',
    'Could we meet on 12 May?',
    'Could we meet at the congress on March 12?',
    'Could we meet within two weeks?',
    'Could I send it by 2026-03-09?',
  ])('%s names a time', body => {
    expect(rulesOf({ isRequest: true, body })).toEqual([])
  })

  it('twenty minutes are a length and no time', () => {
    expect(rulesOf({ isRequest: true, body: 'May I ask for 20 minutes?' })).toEqual(['no-time'])
  })

  it('the other way out, the easy no and how are you are no second ask', () => {
    const body =
      'How have you been? Could you write a letter by 3 May? Or might you know who could? If not, could you just say so?'

    expect(rulesOf({ isRequest: true, body })).toEqual([])
  })
})

it('the subject may ask what the body asks', () => {
  const change = { subject: 'Coffee on Tuesday?', body: 'Would you like to have coffee?' }

  expect(rulesOf({ ...change, isRequest: true })).toEqual([])
})

describe('length', () => {
  it('a greeting, a signature and line breaks within a sentence do not count', () => {
    const body =
      'Dear Dr. Hoff,\n\nI read the paper by\nDr. Lee, e.g. the part on age. Two.\n\nBest,\nSam'

    expect(rulesOf({ isStranger: true, mostSentences: 2, subject: 'Now?', body })).toEqual([])
    expect(rulesOf({ isStranger: true, mostSentences: 1, body })).toEqual(['too-long'])
  })

  it('somebody who knows me may get a long mail', () => {
    expect(rulesOf({ mostSentences: 1, body: 'One. Two. Three.' })).toEqual([])
  })
})

it.each([
  '{{ topic }}',
  '{% if x %}',
  '[NAME]',
  '[your name]',
  'TODO',
  'XXX',
  'Dear ,',
  'undefined',
])('%s is left over in any text', text => {
  expect(leftoverWarnings(`\n${text}`)[0]?.rule).toBe('leftover')
})

describe('complaints', () => {
  const names = ['Maya Chen', 'Mercy Hospital']

  it.each([
    'Maya Chen was rude to the nurses.',
    'Dr. Stone yelled at me on rounds.',
    'The residents at Mercy Hospital are toxic.',
    'I rotated at Lakeside Clinic. The staff were awful.',
  ])('%s is about somebody named', text => {
    expect(complaintWarnings(text, names).map(warning => warning.rule)).toEqual(['complaint'])
  })

  it.each([
    'The weather was awful.',
    'Maya Chen was never rude to me.',
    'Maya Chen works on elder care policy. It is her field.\n\nA long day. The bus was terrible.',
  ])('%s is not counted where nobody named is near', text => {
    expect(complaintWarnings(text, names)).toEqual([])
  })
})

describe('what the file knows of a draft', () => {
  const db = emptyDatabase()
  const stamped = { uid: '', createdAt: '' }
  const lena = { ...stamped, id: 1, name: 'Lena Hoff', introducedBy: 2 }
  db.contacts.push(lena, { ...stamped, id: 2, name: 'Maya Chen' })
  db.contacts.push({ ...stamped, id: 3, name: 'Omar Aziz' })
  db.profile = { name: 'Sam Park', school: 'Stanford' }
  db.settings = { 'lint.off': 'vague, complaint' }

  it('who introduced us belongs in it, and nobody else does', () => {
    const draft = linted(db, lena, { subject: '', body: '', template: 'research' })

    expect(draft.others.map(other => other.name)).toEqual(['Omar Aziz'])
    expect(draft.belonging).toEqual(['Sam Park', 'Stanford', 'Maya Chen'])
    expect(draft.isStranger).toBe(true)
    expect(draft.isRequest).toBe(true)
    expect(draft.mostSentences).toBe(8)
  })

  it('the rules that were turned off are known by name', () => {
    expect(rulesOff(db)).toEqual(['vague', 'complaint'])
    expect(rulesOff(emptyDatabase())).toEqual([])
  })
})

// Each word of the lists, as losing one would be noticed by nobody.

/** The words that a rule speaks of in this draft. */
const saidOf = (change: Partial<LintedDraft>) =>
  lintDraft({ ...ordinary, ...change }).map(({ rule, words }) => `${rule}: ${words}`)

it.each([
  ...['sometime', 'some time soon', 'some time next', 'at some point', 'whenever you are free'],
  ...['whenever you have time', 'pick your brain', 'great talk', 'great lecture', 'great panel'],
  ...['great session', 'amazing talk', 'amazing lecture', 'interesting talk'],
  ...['interesting lecture', 'inspiring talk', 'inspiring lecture', 'wonderful talk'],
  ...['wonderful lecture', 'loved your talk', 'loved your lecture', 'enjoyed your talk'],
  ...['enjoyed your lecture', 'enjoyed the panel', 'touch base', 'meet up soon'],
  ...['catch up soon', 'get together soon', 'hang out soon', 'your interesting work'],
  ...['your fascinating work', 'your fascinating research', 'your interesting research'],
  ...['any opportunities', 'hear your story'],
])('"%s" is vague', words => {
  expect(saidOf({ body: `So it was ${words} for us on Tuesday.` })).toContain(`vague: ${words}`)
})

it.each([...['talk', 'lecture']])('a great %s on something is no vague word', what => {
  expect(saidOf({ body: `It was a great ${what} on ablation.` })).toEqual([])
  expect(saidOf({ body: `It was a great ${what} about sleep.` })).toEqual([])
  expect(saidOf({ body: `It was a great ${what} on Tuesday.` })).toEqual([`vague: great ${what}`])
})

it.each([
  ...['letter', 'letters', 'recommendation', 'recommendations', 'recommend me'],
  ...['recommending me', 'reference', 'position', 'positions', 'opening', 'openings', 'job'],
  ...['jobs', 'hire', 'hiring', 'favor', 'favour', 'put in a word', 'put in a good word'],
  ...['residency spot', 'refer me'],
])('"%s" asks for a favor', words => {
  const change = { template: 'info-interview', body: `And ${words} matters.` }
  expect(saidOf(change)).toEqual([`favor: ${words}`])
})

it.each([
  ...['waste', 'wasting', 'wasted', 'lazy', 'slow', 'annoying', 'annoyed', 'useless'],
  ...['pointless', 'unproductive', 'distracting', 'distracted by', 'your fault', 'you never'],
  ...['you always', "you don't", 'you guys', 'because of you', 'complain', 'complains'],
  ...['complaining', 'hold me back', 'holding me back', 'held me back', 'dragging', 'drag'],
  ...['frustrating', 'frustrated', 'disappointed', 'disappointing', 'toxic', 'blame'],
  ...['not serious', 'unprepared', 'too much talking', 'stupid', 'fed up', 'sick of'],
  ...['negative energy'],
])('"%s" may hurt', words => {
  const change = { template: 'step-back', body: `And ${words} it is.` }
  expect(saidOf(change)).toEqual([`unkind: ${words}`])
})

it.each([
  ...['rude', 'racist', 'sexist', 'homophobic', 'transphobic', 'misogynist', 'misogynistic'],
  ...['harassed', 'harassment', 'harassing', 'harasses', 'mistreated', 'mistreatment'],
  ...['mistreats', 'bullied', 'bully', 'bullies', 'bullying', 'abusive', 'unprofessional'],
  ...['incompetent', 'toxic', 'humiliated', 'humiliates', 'humiliating', 'belittled'],
  ...['belittles', 'belittling', 'yelled', 'yells', 'screamed', 'screams', 'shouted', 'shouts'],
  ...['unfair', 'hostile', 'terrible', 'awful', 'horrible', 'hate', 'hated', 'worst'],
  ...['discriminated', 'discriminates', 'inappropriate', 'inappropriately', 'demeaning'],
  ...['retaliated', 'retaliation', 'disrespectful', 'disrespected', 'disrespects', 'creepy'],
  ...['groped', 'touched me', 'mocked', 'mocks', 'threw me out', 'made me cry', 'threatened'],
  ...['threatens', 'idiot', 'jerk', 'cruel', 'mean to', 'insulted', 'insults', 'degrading'],
  ...['singled me out', 'dismissive', 'gaslit', 'gaslighting', 'neglected', 'neglects', 'lied'],
  ...['liar', 'stole my'],
])('"%s" complains of who stands beside it', words => {
  const found = complaintWarnings(`Maya Chen and ${words} it is.`, ['Maya Chen'])
  expect(found.map(warning => warning.words)).toEqual([words])
  expect(complaintWarnings(`Maya Chen and not ${words} it is.`, ['Maya Chen'])).toEqual([])
})

it.each([
  ...['Hospital', 'University', 'Clinic', 'School', 'College', 'Center', 'Centre', 'Department'],
])('a complaint stands beside a place that is called Lakeside %s', place => {
  expect(complaintWarnings(`Lakeside ${place} was awful.`, [])).toHaveLength(1)
  expect(complaintWarnings(`The ${place.toLowerCase()} was awful.`, [])).toEqual([])
})

it.each([...['Dr', 'Doctor', 'Prof', 'Professor', 'Mr', 'Mrs', 'Ms']])(
  'a complaint stands beside whoever is called %s',
  title => {
    expect(complaintWarnings(`${title}. Stone was awful.`, [])).toHaveLength(1)
    expect(complaintWarnings('Stone was awful.', [])).toEqual([])
  },
)

it.each([
  ...['could you', 'would you', 'can you', 'may i ask', 'could i', 'could we', 'may i'],
  ...['would it be possible', 'i would be grateful if', 'i would appreciate it if'],
  ...["i'd be grateful if", "i'd appreciate it if", 'please send'],
  ...['please let me know if you can', 'i was also wondering whether you', 'it would also help to'],
])('"%s" asks for a second thing', words => {
  const body = `Could we talk on Tuesday? And ${words.replace(/\bi\b/g, 'I')} look at it.`
  expect(rulesOf({ isRequest: true, body })).toEqual(['several-asks'])
})

it.each([
  ...['work', 'works', 'suit', 'suits', 'fit', 'fits', 'better', 'free', 'available', 'prefer'],
  ...['convenient'],
])('a time that is to "%s" is no second ask', word => {
  const body = `Could we talk? Would Tuesday ${word}?`
  expect(rulesOf({ isRequest: true, body })).toEqual([])
})

it.each([
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon'],
  ...['tue', 'tues', 'wed', 'thu', 'thurs', 'fri', 'sat', 'sun', 'mondays', 'tuesdays'],
  ...['wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays', 'today', 'tomorrow'],
  ...['tonight', 'noon', 'weekend', 'weekends', 'january', 'february', 'april', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'apr', 'jun'],
  ...['jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
  ...[
    'in May',
    'by March',
    'until May',
    'before May',
    'after May',
    'of May',
    'early May',
    'mid May',
  ],
  ...['late May', 'from May', 'this May', 'next May', '3 May', 'a.m'],
  ...['before Christmas', 'over Thanksgiving', 'around Easter', 'after finals', 'before boards'],
  ...['by Christmas', 'after graduation', 'during orientation', "after New Year's", 'after Eid'],
])('"%s" names a time', words => {
  const said = words === 'a.m' ? '3 a.m' : words
  expect(rulesOf({ isRequest: true, body: `Could we talk ${said}?` })).toEqual([])
})

it.each([...['May', 'may', 'a week', 'the semester', 'a.m']])('"%s" alone names no time', words => {
  expect(rulesOf({ isRequest: true, body: `Could we talk ${words}?` })).toEqual(['no-time'])
})

const WINDOWS = [
  ...['this', 'next', 'coming', 'few', 'two', 'three', 'four', 'six', 'in', 'within', 'of', '5'],
].flatMap(which =>
  ['week', 'weeks', 'month', 'months', 'days', 'block', 'semester', 'term'].map(span => [
    which,
    span,
  ]),
)

it.each(WINDOWS)('"%s %s" is a window', (which, span) => {
  expect(rulesOf({ isRequest: true, body: `Could we talk ${which} ${span}?` })).toEqual([])
})

it('a check that an older file calls favour is favor', () => {
  const db = emptyDatabase()
  db.settings = { 'lint.off': 'favour,vague' }
  expect(rulesOff(db)).toEqual(['favor', 'vague'])
})

describe('a complaint', () => {
  const text = 'Dr. Hoff was rude to me.'

  it('of somebody named is warned of, unless that was turned off', () => {
    const off = (...rules: string[]) => complaintWarnings(text, [], { off: rules }).length
    expect([off(), off('complaint'), off('no-time'), off('no-time', 'complaint')]).toEqual([
      1, 0, 1, 0,
    ])
  })

  it.each([
    ['The resident was rude. We were tired. Dr. Hoff knew.', false],
    ['The resident was rude. Dr. Hoff knew.', true],
    ['Dr. Hoff knew. The resident was rude.', true],
    ['Dr. Hoff was not rude.', false],
    ['Dr. Hoff was never once rude.', false],
    ['Dr. Hoff was never even once rude.', true],
    ['It was rude of Mercy Hospital.', true],
    ['It was rude of the hospital.', false],
    ['It was rude of dr. hoff.', false],
    ['Ana Silva was rude.', true],
    ['Omar was rude.', false],
    ['Dear Dr. Hoff, my Swedish is awful.', false],
    ['Dr. Hoff, your line about "the awful truth" stayed with me.', false],
  ])('counts within a sentence of the name: %s %s', (words, isWarned) => {
    expect(complaintWarnings(words, ['Ana Silva']).length > 0).toBe(isWarned)
  })
})

it.each([
  ['this spring', 'Could we talk this spring?'],
  ['a break', 'Could we talk over winter break?'],
  ['a date in figures', 'Could we talk any weekday after 12/15?'],
])('%s is a time', (_, body) => {
  expect(rulesOf({ isRequest: true, body })).toEqual([])
})

it('another time, and where else to ask, are no second ask', () => {
  const body =
    'Would 8 on the 29th suit you? Would 9 be better? And if not, could you tell me who is?'
  expect(rulesOf({ isRequest: true, body })).toEqual(['no-time'])
})

it('what time to come is no second ask', () => {
  const body = 'Could I shadow you on Tuesday? What time should I arrive?'
  expect(rulesOf({ isRequest: true, body })).toEqual([])
})

it.each(['<name>', '[point]', '____', 'MSXX', '{topic}', 'INSERT BOOK TITLE'])(
  '"%s" was left over',
  left => {
    expect(rulesOf({ body: `Dear Dr. Hoff,\n\nThank you for ${left} on Tuesday.` })).toContain(
      'leftover',
    )
  },
)

it.each([
  ['Hi Priya,\n\nI hope her twins sleep by now.', ['third-person']],
  ["Dear Dr. Hoff,\n\nDr. Hoff's path made me feel better.", ['third-person']],
  ['Dear Dr. Hoff,\n\nI heard Dr. Pell on Tuesday. She works on sleep.', []],
  ['Dear Dr. Hoff,\n\nYou said that she who teaches learns twice.', []],
  ['Dear Dr. Hoff,\n\nMaya told me about her draft.', []],
  ['Dear Dr. Hoff,\n\nMy roommate wrote her aims page.', []],
])('%j speaks of the reader as of another: %j', (body, rules) => {
  expect(rulesOf({ body, contact: { name: '' } })).toEqual(rules)
})

it.each([
  ['Dear Dr. MacAllister,\n\nHave a good weekend, Dr. McAlister.', ['name-slip']],
  ['Hi Steven,\n\nI told my roommate right away, Stephen, and she was glad.', ['name-slip']],
  ['Dear Dr. Rossi,\n\nDr. Rao and I spoke about Rome.', []],
  ["Hi Helen,\n\nHere's my draft.", []],
  ["Hi Theresa,\n\nI read it. There's one gap.", []],
  ['Hi Marcy,\n\nMarch was long.', []],
  ['Hi Wells,\n\nWell, I did it.', []],
  ['Hi Theo,\n\nThen, in May, I passed.', []],
  ['Hi Susie,\n\nSure, I can come.', []],
  ['Hi Aldo,\n\nAlso, I passed.', []],
  ['Hi Mayra,\n\nMaybe, if you like.', []],
  ['Hi Thane,\n\nThanks, that helped.', []],
  ['Hi Rigby,\n\nRight, I forgot.', []],
  ['Hi Steven,\n\nI passed. Stephen, thank you.', ['name-slip']],
])('%j has a name that is nearly theirs: %j', (body, rules) => {
  expect(rulesOf({ body, contact: { name: '' } })).toEqual(rules)
})

it.each([
  'Your point about don’t pick too early stayed with me.',
  'Likes climbing and did a year in Lyon.',
])('%j reads like a note', body => {
  expect(rulesOf({ body })).toEqual(['fragment'])
})

describe('a wording that strangers used', () => {
  it.each([
    ['guilt', 'You have not answered either of my notes.'],
    ['guilt', 'Your silence says a lot.'],
    ['guilt', 'All the other attendings sent theirs, so I don’t understand why you couldn’t.'],
    ['guilt', 'You promised the form by Monday and it is now Thursday.'],
    ['guilt', 'Because your evaluation came late, I missed the cutoff.'],
    ['guilt', 'You never replied, which was honestly disappointing.'],
    ['demand', 'Send me the slides, I need them.'],
    ['demand', 'Fix my grade.'],
    ['demand', 'My grade must be changed to Honors.'],
    ['demand', 'I expect a corrected transcript by Monday morning.'],
    ['demand', 'You’re my last hope for a third letter.'],
    ['demand', 'My whole future depends on your letter.'],
    ['favor', 'Hoping you can do me a solid with a letter.'],
    ['favor', 'Could you put in a good word for me?'],
    ['vague', 'You are a hero and an inspiration to us all.'],
    ['vague', 'Your lecture was so amazing and so incredible.'],
    ['vague', 'I have long admired your outstanding contributions to the field.'],
    ['secret', 'Caleb Thornton was quiet because he failed Step 1.'],
    ['secret', 'Leah Kim is pregnant and hasn’t told the school.'],
    ['password', 'You can use my login, password Tulip!9934.'],
    ['password', 'The door code is 4471#.'],
    ['password', 'It can go to my checking account 000482917736.'],
    ['guilt', 'Had you sent the form when I asked, I would be there now.'],
    ['guilt', 'Thanks to your late review our abstract is gone.'],
    ['guilt', 'The delay on your end has ruined my plans.'],
    ['demand', 'My visa and my loans all hang on this one letter.'],
    ['demand', 'Answer my email.'],
    ['favor', 'Could I bug you for one of your letters? Beers are on me.'],
    ['vague', 'There has never been a physician of your caliber.'],
    ['secret', 'Ravi Menon takes pills to stay up.'],
    ['password', 'The code to the anatomy lab is 5512.'],
    ['apology', 'Forgive me for writing, I know I’m a nuisance. My deepest apologies.'],
  ])('%s: %s', (rule, body) => {
    expect(new Set(rulesOf({ body }))).toEqual(new Set([rule]))
  })

  it.each([
    'If you haven’t answered yet, there is no rush.',
    'I understand why you couldn’t come.',
    'I was standing there without a word to say.',
    'You said you’d like to see the draft, so here it is.',
    'Without your letter I would not be starting in Padua.',
    'If you don’t have time for a letter, I’ll completely understand.',
    'Please send me the slides whenever it suits you.',
    'Send my best to the team.',
    'I’ll be there on Tuesday.',
    'You should know that your note won me second place.',
    'You have to see the new library.',
    'I’m still waiting for the bus as I write.',
    'If you had not told me to apply, I would never have done it.',
    'I’m not asking for a favor, only for your opinion.',
    'Your account of the flu gave me a reading list about the year 1918.',
    'Your talk on depression in interns was the first of its kind.',
    'I failed my first practical, and Priya Nair taught me.',
    'Priya Nair wrote a paper on bipolar illness and depression.',
    'The room is B-4471, and the receipt is number 20418.',
    'The Zoom passcode is 442190.',
    'I’m sorry for the change. I’m sorry if it is short notice.',
  ])('is not seen in: %s', body => {
    expect(rulesOf({ body })).toEqual([])
  })
})

it.each([
  [['third-person'], 'Thank you for the talk. I liked how Dr. Hoff walked us through it.'],
  [['third-person'], 'I told my brother that Lena got me through the block.'],
  [['third-person'], 'The residents told me that she takes one student.'],
  [[], 'Thank you, Dr. Hoff, for a month in the Hoff lab.'],
  [[], 'As they say, "Ask Hoff, she wrote the guideline."'],
  [[], 'May I put you in touch with Kwabena Asante? He is moving in July.'],
])('%j: %s', (rules, body) => {
  expect(rulesOf({ body: `Dear Dr. Hoff,\n${body}`, others: [] })).toEqual(rules)
})

it.each([
  'I have followed your research on you are looking at sleep.',
  'Your interest in because patients wait too long is rare.',
  'Your lecture on how do kidneys heal was good.',
  'Thank you for showed me the IV.',
  'Thank you for take the time to talk to us.',
  'Your point on let the family finish first stayed with me.',
])('%j has a clause where a noun belongs', body => {
  expect(rulesOf({ body })).toEqual(['fragment'])
})

it.each([
  'When you came in I was still hunting for the hammer.',
  'The ward I’m on is quiet, and the book you told me about is good.',
  'Thank you for staying after lecture to explain the loop diuretics.',
  'I learned why residents sleep so little from what you said.',
])('%j has none', body => {
  expect(rulesOf({ body })).toEqual([])
})

it.each([
  ['Thanks,, and see you.', ['marks']],
  ['Here it is:: listen first.', ['marks']],
  ['Part (i) of type i, and Ms. Puig i Cadafalch.', []],
  ['My sister and i loved it.', ['small-i']],
])('%j: %j', (body, rules) => {
  expect(rulesOf({ body })).toEqual(rules)
})

it.each([
  'Dr. <Last Name>',
  '[School]',
  '(insert specialty)',
  'Dr. Lastname',
  '%FIRSTNAME%',
  'XX/XX',
  '[name of school]',
  '<CONFERENCE>',
])('"%s" was left over from a template', left => {
  expect(leftoverWarnings(`Thank you for ${left} on Tuesday.`)).toHaveLength(1)
})

it.each(['[1]', '[sic]', '[¹⁸F]FDG', 'p < 0.05', '"The [good] doctor"', 'Dr. X', 'XX/XY'])(
  '"%s" was not',
  said => {
    expect(leftoverWarnings(`Thank you for ${said} on Tuesday.`)).toEqual([])
  },
)

it.each([
  'May I come on Tuesday? I’d also be grateful if you could read my essay.',
  'Could you read my essay by Tuesday and introduce me to Dr. Rao?',
  'May I come on Tuesday? I would also need your signature.',
  'May I come on Tuesday, and is there a form to fill in?',
])('%j asks for two things', body => {
  expect(rulesOf({ isRequest: true, body })).toEqual(['several-asks'])
})

describe('abbreviations', () => {
  const ward = 'After a sub-I in the MICU I saw an LVAD patient and took CK on Tuesday.'

  it.each([
    ['Dear Mrs. Calloway,', ['abbreviation']],
    ['Dear Professor Whitcombe,', ['abbreviation']],
    ['Hi Grandpa,', ['abbreviation']],
    ['Dear Dr. Rask,', []],
    ['Hi Ana,', []],
  ])('of the ward, to who is greeted with "%s": %j', (greeting, rules) => {
    expect(rulesOf({ body: `${greeting}\n${ward}`, contact: { name: '' } })).toEqual(rules)
  })

  it('are not the small words that are written like them', () => {
    const body = 'Dear Mrs. Calloway,\nThe MICU let me stay, and a friend made soap for the ros.'
    expect(rulesOf({ body, contact: { name: '' } })).toEqual([])
  })

  it('go by what they are to me where that is on file', () => {
    const contact = { name: 'Mrs. Calloway', role: 'attending' } as const
    expect(rulesOf({ body: ward, contact })).toEqual([])
  })
})
