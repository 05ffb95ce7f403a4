import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDetail, readTyped } from '../../../src/domain/words/details.ts'

it.each([
  ['her grant advice', 'thing', 'your grant advice'],
  ['the registry she runs', 'thing', 'the registry you run'],
  ['The slide with his own ECG on it.', 'thing', 'the slide with your own ECG on it'],
  ['the talk on "Loneliness as a Vital Sign"', 'thing', 'the talk on "Loneliness as a Vital Sign"'],
  ['how he picked EM', 'how', 'how you picked EM'],
  ['why she’s in pathology', 'how', "why you're in pathology"],
  ['choosing research', 'doing', 'choosing research'],
  ['beta blockers', 'topic', 'beta blockers'],
  ['acid-base problems', 'topic', 'acid-base problems'],
  ['learning spanish w/ flashcards', 'doing', 'learning Spanish with flashcards'],
  ['told me to do anki every day', 'did', 'you told me to do Anki every day'],
  ['she showed me how to place an IV', 'did', 'you showed me how to place an IV'],
  ['they grew up in Ohio', 'fact', 'you grew up in Ohio'],
  ['he plays cello on Fridays', 'fact', 'you play cello on Fridays'],
  ['she still has her first stethoscope', 'fact', 'you still have your first stethoscope'],
  ['advice: write the aims page first', 'advice', 'to write the aims page first'],
  ["don't compare yourself to your friends", 'advice', 'not to compare myself to my friends'],
  ['always call before you leave', 'advice', 'always to call before I leave'],
  ['that rural doesn’t mean slow', 'quote', 'that rural doesn’t mean slow'],
  ['"nobody is born knowing this"', 'line', '“Nobody is born knowing this”'],
  ["palliative care isn't giving up", 'line', "palliative care isn't giving up"],
  ['you can be tired and still be polite', 'line', 'you can be tired and still be polite'],
  [
    'a mentor opens doors, a sponsor walks you through',
    'line',
    'a mentor opens doors, a sponsor walks you through',
  ],
  ['do less. finish more', 'line', 'Do less. Finish more'],
  [
    'keep a list of every patient who taught you something',
    'line',
    'keep a list of every patient who taught you something',
  ],
  ['Signal your top 5 and dont play games', 'line', "signal your top 5 and don't play games"],
  [
    'that you can say "I don\'t know" to a family and they will trust you',
    'line',
    'you can say "I don\'t know" to a family and they will trust you',
  ],
  [
    'said the reason he became a nephrologist was a wrong elevator lol',
    'quote',
    'the reason you became a nephrologist was a wrong elevator',
  ],
  [
    'when he said it never goes away it just gets quieter',
    'quote',
    'it never goes away, it just gets quieter',
  ],
  [
    'mentioned that the 2019 cohort had four career changers',
    'quote',
    'the 2019 cohort had four career changers',
  ],
  [
    'to see the consult myself before calling anybody',
    'advice',
    'to see the consult myself before calling anybody',
  ],
  ['pick your people, then your city', 'advice', 'to pick my people, then my city'],
  ['WEAR COMFORTABLE SHOES', 'advice', 'to wear comfortable shoes'],
  ["DON'T SCRUB IN HUNGRY", 'advice', 'not to scrub in hungry'],
  ['they did a whole second residency at 41', 'fact', 'you did a whole second residency at 41'],
  ['we both grew up in Ohio', 'fact', 'we both grew up in Ohio'],
  ['remembered my name from August', 'did', 'you remembered my name from August'],
  ['how he sat down on the bed', 'thing', 'the way you sat down on the bed'],
  ['the bit about his dad driving a truck', 'thing', 'the bit about your dad driving a truck'],
  ['thing about the parrot', 'thing', 'the thing about the parrot'],
  ['her advice re: loans', 'thing', 'your advice about loans'],
  ['being asked my name', 'thing', 'being asked my name'],
  ['walking me through the note', 'did', 'you walked me through the note'],
  ['learning Tigrinya for her patients', 'doing', 'learning Tigrinya for your patients'],
  ['🫀 the murmur!!', 'thing', 'the murmur'],
  ['rural track', 'topic', 'the rural track'],
  ['he said its fine', 'quote', "it's fine"],
  ['said nobody ever regrets asking', 'quote', 'nobody ever regrets asking'],
  ["that you don't have to be first author", 'line', "you don't have to be first author"],
  ['less imposter syndrome, more sleep', 'line', 'less imposter syndrome, more sleep'],
  ['quit rereading, start drawing', 'line', 'quit rereading, start drawing'],
  ["don't trust the chart trust your hands", 'line', "don't trust the chart trust your hands"],
  ['she teaches and still takes call', 'fact', 'you teach and still take call'],
  ['she trained with my aunt', 'fact', 'you trained with my aunt'],
  ['fixed my table', 'did', 'you fixed my table'],
  ['she wrote my name on the board', 'did', 'you wrote my name on the board'],
  ['also showed me the scan', 'did', 'you also showed me the scan'],
  ['that I can email her anytime', 'quote', 'that I can email you anytime'],
  ['keeps a notebook of her cases', 'fact', 'you keep a notebook of your cases'],
  ['she was so kind about my slides', 'thing', 'how kind you were about my slides'],
  ['how calm she was', 'thing', 'how calm you were'],
  ['watching him talk to the dad', 'thing', 'watching you talk to the dad'],
  [
    'how he reads a paper — figures first, methods last',
    'how',
    'how you read a paper — figures first, methods last',
  ],
  ['“Silence on Rounds,” the essay she wrote', 'thing', '“Silence on Rounds,” the essay you wrote'],
  ['complement cascade finally makes sense', 'mine', 'the complement cascade finally makes sense'],
  ["can't stop thinking about the two maps", 'mine', "I can't stop thinking about the two maps"],
  ['peds heme/onc', 'topic', 'peds heme/onc'],
  [
    'loan repayment, NHSC, the actual numbers',
    'topic',
    'loan repayment, NHSC, and the actual numbers',
  ],
  [
    "global surgery and why she doesn't do mission trips",
    'topic',
    "global surgery and why you don't do mission trips",
  ],
  ['progress, not perfection', 'line', 'progress, not perfection'],
  ['topic - cost of insulin', 'topic', 'the cost of insulin'],
  ['ethics', 'topic', 'ethics'],
  ['Nephrology!!', 'topic', 'nephrology'],
  ['learned what a huddle is for', 'mine', 'I learned what a huddle is for'],
  [
    "I wish I'd asked about the year she took off",
    'mine',
    "I wish I'd asked about the year you took off",
  ],
])('%j is a %s, and said as %j by who types it', (text, shape, said) => {
  expect(readTyped(text)).toMatchObject({ shape, said })
})

it.each([
  'does he need help w/ the echo study?',
  'How do I thank someone for staying so long',
  'I should apply early',
  'realized I like clinic',
  'her husband who quit his job',
  'how she told Mr Okon’s daughter',
  'how Priya got her cat',
  'the way they treat their patients',
  'what they look for in the MSPE',
  'the patient with the glass eye',
  'the MICU tour and Javier explaining the vent',
  "your answer to Minh's question",
  "his daughter's asthma",
  'how his dad lives with dementia',
  "you're the only one who's been straight with me",
  'the free clinic is on Tuesdays',
  'asked about my accent, in a kind way, her parents are from Oaxaca too',
  'write to a specialist: thanks for the ride',
  'the tall resident',
  'Marisol is the one who knows',
  'match rate for IMGs is lower',
  'gap year',
  'learned that REDCap can do that',
  'she corrected me in front of the team',
  'she frobs the assay',
  "she'd like to move",
  'he said teh same',
  'his 3 rejected K awards',
  'how nice everyone was',
  'the surgeon who knits',
  "the nurse manager's schedule trick",
  'he gave up derm for FM',
  'she will write the letter',
  'what does a good day look like',
  'she had a stroke at 30',
  'he came out in residency',
  'never got to ask about residency',
  'the residents love her',
  'your brain needs lunch',
  'how they met in anatomy lab',
  'watching her sew',
  'walking out to the car with me',
  "she's 62 and takes call",
  'her laugh lol',
  'the hospital is hiring',
  'Her clinic. And the dog',
  'her kids',
  'that thing about',
  'the curve that crossed and what she',
  'gave me her card and said email me',
  "said my face looks worried when I'm thinking",
  'she never gave us the answer',
  'Thinking about anesthesia differently now',
  'laughing about the mannequin',
  'tacos',
  'lunch',
  'his purple socks',
  'the warning about that one program in florida',
  'Médecins Sans Frontières, South Sudan, 2014',
  "who to talk to about the MPH - Shanthi in the dean's office",
  'her defense today',
  'her plan to move on the 31st',
  'his dog dying',
  'TODO',
  "how tomorrow's session is hers",
  'his surgery last night',
  'her grant due on Friday',
  'how she starts at Mayo in two weeks',
  'her trip to Rome next week',
  'he was late but then stayed past the end',
  'made fun of my bow tie',
  'APPLY BROADLY',
  'the way the residents there seemed',
  "where you train matters less than who's with you",
  'less about medicine, more about marriage',
  'the part where',
  'the moment when',
  'her point that',
  'the hallway talk more than the official one',
  'that mnemonic is clever',
  'that talk was the best',
  'that residents matter and I should ask one',
])('%j is asked', text => {
  expect(readDetail(text).said).toBeUndefined()
})

it.each([
  'the best part is the patients',
  'the first year is the hardest',
  'the program is not malignant',
  "the exam doesn't matter",
  'nobody knows everything',
  "it's ok to not know",
  'it is fine',
  "there's no shame in asking",
  'every intern asks questions',
  'a chart is never enough',
  "sleeping isn't weakness",
  'asking for help is not weak',
  'residency is lonely',
  'no day is wasted',
  'everyone is asked',
  'people who asked learn more',
  "you're allowed to rest",
  'more reading, less worry',
  'kindness, not pity',
  '“breathe out”',
])('%j is true of no one in particular, and said as it is by who types it', text => {
  expect(readTyped(text)).toMatchObject({ shape: 'line' })
  expect(readTyped(text).said?.toLowerCase()).toBe(text)
})

it.each([
  'the lounge is open',
  'medicine is open',
  'rest is on the table',
  "it's a trap",
  'it was fine',
  'an intern asks',
  'surgery who knows is hard',
  'residents, fellows are tired',
  "match rate isn't everything",
  'Marisol is tired',
  'Dr. Lee is kind',
  "my plan isn't good",
  'patients know when they are heard',
  'you felt lost',
  'you are not lost',
  'no one wanted it',
  'doctors helped is enough',
  'rest. eat. sleep',
  '“breathe”',
])('%j may be of someone, of one day, or nothing whole, and is asked', text => {
  expect(readDetail(text).said).toBeUndefined()
})

it.each([
  ['you showed me how to read a strip', 'you showed me how to read a strip'],
  ['You really helped me with my poster', 'you really helped me with my poster'],
  ['you told me about your year in Kenya', 'you told me about your year in Kenya'],
  ['you were so kind to the family', 'how kind you were to the family'],
  ['you corrected yourself in front of us', 'you corrected yourself in front of us'],
  ['you took two years off', 'you took two years off'],
  ["you don't have to love every rotation", "you don't have to love every rotation"],
])('%j typed to them is said as %j', (text, said) => {
  expect(readTyped(text).said).toBe(said)
})

it('what they did for me can be thanked for', () => {
  expect(readDetail('she let me close').doing).toBe('letting me close')
  expect(readDetail('walking me through the note').doing).toBe('walking me through the note')
  expect(readDetail('stopped by and showed me the scan').doing).toBeUndefined()
  expect(readDetail('asked who I was and then really waited').doing).toBeUndefined()
})

it('whoever types a third person with a name means it, and "her" alone is turned', () => {
  expect(readTyped('your paper with Dr. Stein and her team').said).toBe(
    'your paper with Dr. Stein and her team',
  )
  expect(readTyped('her paper').said).toBe('your paper')
  expect(readTyped('how she picked family medicine').said).toBe('how you picked family medicine')
  expect(readTyped('pick the mentor first').said).toBe('to pick the mentor first')
  expect(readTyped('introduced me to Dr. Stein').said).toBe('you introduced me to Dr. Stein')
  expect(readTyped('showed me her slides for Dr. Stein').said).toBeUndefined()
})

it.each([
  ["Dr. Nwachukwu-Reyes's talk", 'Ngozi Nwachukwu-Reyes', 'your talk'],
  [
    'the way Dr. Lindqvist explains the axis',
    'Dr. Karin Lindqvist',
    'the way you explain the axis',
  ],
  ['Maya told me to write the aims first', 'Maya Chen', 'you told me to write the aims first'],
  ['the talk with Maya', 'Maya Chen', 'the talk with you'],
  ["François's story about the boat", 'Francois Roy', 'your story about the boat'],
  ['Ms. Hale in the office read my letter', 'Dorothy Hale', 'you read my letter'],
  ['Prof. Iyer remembering a case from 1987', 'Ravi Iyer', 'your remembering a case from 1987'],
])('%j is of %s: "%s"', (text, name, said) => {
  expect(readDetail(text).said).toBeUndefined()
  expect(readDetail(text, { name }).said).toBe(said)
})

it.each([
  ["Dr. Okonkwo's story about the ferry", 'Maya Chen'],
  ['Dr. Chen said to email Priya about it', 'Maya Chen'],
  ['how Dr. Chen got her cat from his sister', 'Maya Chen'],
  ['will drew the nephron', 'Will Stone'],
])('%j is asked in a mail to %s', (text, name) => {
  expect(readDetail(text, { name }).said).toBeUndefined()
})

interface Labeled {
  text: string
  said: string | null
}

const FILE = new URL('../../fixtures/details/open.jsonl', import.meta.url)
const LABELED: Labeled[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[“”"]/g, '')
    .replace(/^that |[.!]$/g, '')

it('of 430 details by strangers, what is said is what an editor said', () => {
  const both = LABELED.flatMap(({ text, said }) => {
    const ours = readDetail(text).said
    return said !== null && ours !== undefined ? [{ ours: plain(ours), theirs: plain(said) }] : []
  })
  expect(both.filter(({ ours, theirs }) => ours !== theirs)).toEqual([])
  expect(both.length).toBeGreaterThanOrEqual(30)
})

// Topics and fields, harmless each: an editor would have named them more closely.
it('of those that an editor would ask about, few are said', () => {
  const said = LABELED.filter(({ text, said }) => said === null && readDetail(text).said)
  expect(said.length).toBeLessThanOrEqual(4)
})
