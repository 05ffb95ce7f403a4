import { expect, it } from 'vitest'
import { readOfThem } from '../../../src/domain/words/of-them.ts'

const noted = (text: string, name?: string) =>
  readOfThem(text, { ...(name && { addressee: { name } }), isTyped: false })
const typed = (text: string, name?: string) =>
  readOfThem(text, { ...(name && { addressee: { name } }), isTyped: true })

it.each([
  'he gave me a bad eval',
  'he doesnt like peds',
  'how slow the office is',
  'she said my essay was weak',
  'her lecture was so dry',
  'how disorganized the clinic is',
  'she says the program is malignant',
  'his bad handwriting',
  'she doesnt like the dean',
  'he ignored the nurse',
  'said i was too quiet on rounds',
  'he snapped at me',
  'her unfair grading',
  'he called my note sloppy',
  'she gave me a C',
  'the mean comment she made',
  'his mediocre talk',
  'he cant stand the new EMR',
  'she told me i was behind',
  'his poor advice on step',
  'she dislikes peds',
  'he said im not competitive for derm',
  'her criticism of my poster',
  'he forgot my name',
  'she cancelled on me twice',
  "wasn't impressed with my talk",
  'told me my cv is thin',
  'how strict she is',
  'that the rotation was a waste',
  'he thinks my step score is low',
  'how chaotic rounds were',
  'she talks too much',
  'his ego',
  'he never shows up on time',
  'the program being malignant',
])('%j judges, and is not said back unasked', text => {
  expect(noted(text).said).toBeUndefined()
})

it.each([
  'her hip',
  'her smoking',
  'our fight',
  'his grades',
  'his rank list',
  'his commute',
  'his retirement',
  'her knee surgery',
  'his drinking',
  'her weight',
  'his back',
  'her boyfriend',
  'her breakup',
  'his rent',
  'her loans',
  'her therapy',
  'his meds',
  'our argument',
  'her beef with the chair',
  'his complaint about the dean',
  'her step score',
  'his board scores',
  'her eval',
  'her class rank',
  'his gpa',
  'her leave of absence',
  'that he is leaving medicine',
  "she's retiring in june",
  'his resignation',
  'her haircut',
  'his suit',
  'her church',
  'his politics',
  'her visa',
  'how he quit smoking',
  'she smokes',
  'her migraine',
  'my rash',
  'our breakup',
  'his dating life',
  'her wedding',
  'his inheritance',
  'her last day',
  'how she lost weight',
  'his tan',
  'her pregnancy',
  'why he quit',
])('%j is their own business, and is not said back unasked', text => {
  expect(noted(text).said).toBeUndefined()
})

it.each([
  'her advice on hip fractures',
  'her knee clinic',
  'her year in kenya',
  'how she got into peds',
  'her advice on family medicine',
])('%j is neither, and is said', text => {
  expect(noted(text).said).toBeDefined()
})

it.each([
  'he gave me a bad eval',
  'how slow the office is',
  'that ur leaving',
  "you don't like peds",
  'you said my essay was weak',
])('%j is no good news when it is typed either', text => {
  expect(typed(text).isSure).toBeUndefined()
})

it.each([
  ['my question about sepsis bundles', 'your advice on my question about sepsis bundles'],
  ['my case presentation', 'your advice on my case presentation'],
  ['my step 1 plan', 'your advice on my step 1 plan'],
  ['my anki deck', 'your advice on my Anki deck'],
  ['my essay', 'your advice on my essay'],
  ['my roommate', 'your advice on my roommate'],
  ['my first central line', 'your advice on my first central line'],
  ['the question i asked about sepsis', 'your answer to the question I asked about sepsis'],
])('%j is mine, and asked with %j to type', (text, instead) => {
  const { said, instead: lines } = typed(text)
  expect(said).toBeUndefined()
  expect(lines).toEqual([instead])
  expect(typed(instead).said).toBe(instead)
})

it.each([
  'the case i presented',
  'a question of mine',
  'how i felt after the exam',
  'the paper im writing',
  'mine',
])('%j is mine, and asked', text => {
  expect(typed(text).said).toBeUndefined()
})

it.each([
  ['your answer to the question I asked', 'your answer to the question I asked'],
  ['how i can get into research', 'how I can get into research'],
  ['what i should do in july', 'what I should do in July'],
  ['her edits to my abstract', 'your edits to my abstract'],
  ['our walk', 'our walk'],
])('%j has something of theirs in it, and is said', (text, said) => {
  expect(typed(text).said).toBe(said)
})

it.each([
  ['staying til 6 to fix my fin aid form', 'staying until 6 to fix my fin aid form'],
  ['staying late to help me', 'staying late to help me'],
  ['going over my schedule', 'going over my schedule'],
  ['looking over my cv', 'looking over my CV'],
  ['answering my questions', 'answering my questions'],
  ['covering my shift', 'covering my shift'],
  ['coming to my poster', 'coming to my poster'],
  ['taking the time', 'taking the time'],
  ['making time for me', 'making time for me'],
  ['being so patient with me', 'being so patient with me'],
  ['sharing her notes', 'sharing your notes'],
  ['fixing my slides', 'fixing my slides'],
  ['checking in on me', 'checking in on me'],
  ['proofreading my ps', 'proofreading my ps'],
  ['writing my letter', 'writing my letter'],
  ['bringing coffee', 'bringing coffee'],
  ['putting in a good word for me', 'putting in a good word for me'],
  ['thanks for staying late', 'staying late'],
  ['thx for letting me scrub in', 'letting me scrub in'],
  ['for listening', 'listening'],
  ['that u let me redo the note', 'letting me redo the note'],
])('%j is what they did: "Thank you for %s"', (text, doing) => {
  expect(typed(text)).toMatchObject({ shape: 'did', doing })
})

it.each([
  'reading my essay twice',
  'staying late',
  'listening',
  'explaining sepsis',
  'picking up the phone at midnight',
])('%j may be what they did or what they spoke of: both can be typed', text => {
  const { said, instead } = typed(text)
  expect(said).toBeUndefined()
  expect(instead).toEqual([`for ${text}`, `what you said about ${text}`])
  expect(instead?.map(each => typed(each).shape)).toEqual(['did', 'how'])
})

it.each([
  'choosing my rotations',
  'studying for my boards',
  'choosing research',
  'managing my time',
])('%j is what one does oneself, and was spoken of', text => {
  expect(noted(text)).toMatchObject({ shape: 'doing', said: text })
})

it.each([
  ["tariq's paper on afib", 'your paper on AFib'],
  ['tariqs paper on afib', 'your paper on AFib'],
  ['tariq told me to rest', 'you told me to rest'],
  ["dr aziz's clinic", 'your clinic'],
  ['how tariq picked cards', 'how you picked cards'],
  ['what aziz said about matching', 'what you said about matching'],
  ["prof aziz's advice", 'your advice'],
  ['the paper with tariq', 'the paper with you'],
])('%j to Tariq Aziz is said as %j', (text, said) => {
  expect(noted(text, 'Dr. Tariq Aziz').said).toBe(said)
})

it.each(['aziz lab', 'tariq and his dog', 'thanks to tariq', 'tariq'])(
  '%j still holds the name of Tariq Aziz, and is asked',
  text => {
    expect(noted(text, 'Dr. Tariq Aziz').said).toBeUndefined()
    expect(typed(text, 'Dr. Tariq Aziz').said).toBeUndefined()
  },
)

it.each([
  ['grace under pressure', 'Grace Hill'],
  ['your talk on park access', 'Jo Park'],
])('%j holds a word, and not the name of %s', (text, name) => {
  expect(typed(text, name).said).toBe(text)
})

it.each([
  ['the month on her team', 'the month on your team'],
  ['her paper with Dr. Stein', 'your paper with Dr. Stein'],
  ['his complaint about the dean', 'your complaint about the dean'],
  ['the residents and her rounds', 'the residents and your rounds'],
  ['your paper with Dr. Stein and her team', 'your paper with Dr. Stein and her team'],
])('%j typed beside another is said as %j', (text, said) => {
  expect(typed(text).said).toBe(said)
})

it('"her" on both sides of another person is asked', () => {
  expect(typed('her talk with Dr. Stein and her team').said).toBeUndefined()
})
