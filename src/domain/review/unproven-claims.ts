import type { Claim, Contact, Database } from '../data/model.ts'
import { displayName } from '../people/names.ts'
import { sentencesOf, type TextWarning } from '../words/sentences.ts'
import { givenBy, HEARD, meetingWith, myMailTo, spokeAt } from './claims.ts'
import { type Said, saidIn, sayings, warned } from './phrases.ts'

/** The name of the check, as `lint.off` turns it off. */
export const CLAIM_RULE = 'claim'

interface Claimed {
  claim: Claim
  /** How a mail says it. */
  said: () => RegExp
  isProven: (db: Readonly<Database>, contact: Contact) => boolean
  /** What is not on file, and what to type if it was so. */
  lacks: (name: string, id: number) => [lacks: string, command: string]
}

/** What a mail may claim of the two of us, with the record that proves it. */
const CLAIMED: readonly Claimed[] = [
  {
    claim: 'talk',
    said: sayings(`
      (?:thank you|thanks|grateful) (?:so much |again |very much )?for (?:giving (?:your|the|a|us a|us your) |your )(?:\\S+ ){0,2}?(?:talk|lecture|keynote|presentation|speech|grand rounds|workshop)(?! (?:next|tomorrow|tonight|with me|with us))
      your (?:\\S+ ){0,2}?(?:talk|lecture|keynote|speech|presentation|grand rounds)(?! (?:next|tomorrow|tonight|this coming|is on|will|with me|with us))
      (?:hear|heard|hearing|saw|see|watched|listened to) you (?:speak|talk|lecture|present|give (?:a|your|the) (?:\\S+ )?(?:talk|lecture)|speaking|talking|lecturing|presenting|on the panel|on a panel)
      you (?:spoke|lectured|presented|gave (?:a|your|the|our) (?:\\S+ ){0,2}?(?:talk|lecture|keynote)|were on (?:the|a|our) panel|sat on (?:the|a|our) panel)(?! (?:with|to) (?:me|us)| about)
      (?:thank you|thanks) (?:again |so much )?for (?:speaking|lecturing|presenting|talking|being|sitting)(?: \\S+){0,1}? (?:on|at|to) (?:the|our|your) (?:\\S+ ){0,2}?(?:panel|class|group|club|conference|meeting|students|interest group|grand rounds)
      speaking on (?:the|our) (?:\\S+ ){0,2}?panel
      what you said (?:on|at|during|in) (?:the|your|our) (?:\\S+ ){0,2}?(?:panel|talk|lecture|keynote|seminar|grand rounds)
    `),
    isProven: (db, contact) =>
      db.events.some(event => spokeAt(event, contact)) ||
      db.interactions.some(each => each.contacts.includes(contact.id) && HEARD.has(each.kind)),
    lacks: (name, id) => [`no talk by ${name} is on file`, `netmed log ${id} --kind lecture`],
  },
  {
    claim: 'mail',
    said: sayings(`
      i (?:wrote|emailed|e-mailed|messaged|texted|had written|have written|already wrote) (?:to )?you
      i sent you (?:an? |my )?(?:\\S+ )?(?:email|note|message|mail)
      (?:following|follow) up on my (?:\\S+ )?(?:note|email|message|mail|letter)
      my (?:last|earlier|previous|first|recent) (?:note|email|message|mail)
      the (?:note|email|message) (?:that )?i sent(?: you)?
    `),
    isProven: (db, contact) =>
      myMailTo(db, contact) !== undefined ||
      db.followUps.some(each => each.kind === 'ask' && each.contact === contact.id),
    lacks: (name, id) => [
      `no email from you to ${name} is on file`,
      `netmed log ${id} --kind email`,
    ],
  },
  {
    claim: 'met',
    said: sayings(`
      (?:when|since|after|as|where|before) we (?:last )?(?:met|talked|spoke|chatted)
      we (?:met|talked|spoke|chatted|had (?:coffee|lunch|dinner|breakfast)|sat (?:down|next|together)) (?:at|in|on|over|after|before|during|last|yesterday|this|about|briefly|for|with|again|when|outside)
      (?:it was |was |so |very )*(?:great|good|nice|lovely|wonderful|a pleasure|an honor|fun|glad) (?:meeting|talking|speaking|chatting|catching up|to have met|to have talked|to have spoken) (?:to |with )?you
      (?:it was|was) (?:so |very |really )*(?:great|good|nice|lovely|wonderful|a pleasure|an honor) to (?:meet|talk|speak|chat|catch up|see) (?:to |with )?you
      (?:thank you|thanks) (?:again |so much |very much )?for (?:meeting|talking|speaking|chatting|sitting down|having (?:coffee|lunch)) with me
      (?:after|since|from|enjoyed|thank you for|thanks for|during) our (?:last |first |long |short )?(?:conversation|chat|talk|coffee|lunch|walk)
    `),
    isProven: (db, contact) =>
      meetingWith(db, contact) !== undefined ||
      contact.met !== undefined ||
      contact.metAt !== undefined,
    lacks: (name, id) => [`no meeting with ${name} is on file`, `netmed log ${id}`],
  },
  {
    claim: 'advice',
    said: sayings(`
      (?:your|took your|followed your|taking your) (?:\\S+ )?advice
      you (?:once |had |have )?(?:advised|encouraged|urged) (?:me|us)
      you (?:once |had |have )?told me (?:to|not to)
    `),
    isProven: (db, contact) =>
      givenBy(db, contact, 'advice') !== undefined ||
      givenBy(db, contact, 'resource') !== undefined ||
      hasDetail(db, contact),
    lacks: (name, id) => [`no advice from ${name} is on file`, `netmed log ${id} --advice "…"`],
  },
  {
    claim: 'resource',
    said: sayings(`
      you (?:once |had |have |so kindly |kindly )?(?:suggested|recommended|pointed me to|told me about)
      your (?:\\S+ )?(?:suggestion|recommendation)(?! letter)
      at your suggestion
    `),
    isProven: (db, contact) =>
      givenBy(db, contact, 'resource') !== undefined ||
      givenBy(db, contact, 'advice') !== undefined ||
      hasDetail(db, contact),
    lacks: (name, id) => [
      `nothing that ${name} suggested is on file`,
      `netmed log ${id} --resource "…"`,
    ],
  },
]

/** Something they said was noted, and it may have been this. */
function hasDetail(db: Readonly<Database>, { id }: Contact): boolean {
  return db.interactions.some(each => each.contacts.includes(id) && each.detail !== undefined)
}

/** What a mail to somebody on file says was between you, and no record shows; each kind once. */
export function claimWarnings(
  db: Readonly<Database>,
  contact: Contact,
  text: string,
  { off = [] }: { off?: readonly string[] } = {},
): TextWarning[] {
  if (off.includes(CLAIM_RULE)) return []
  const sentences = sentencesOf(text)
  return CLAIMED.flatMap(({ said, isProven, lacks }) => {
    const [first] = saidIn(sentences, said).filter(isOfThePast)
    if (!first || isProven(db, contact)) return []
    const [missing, command] = lacks(displayName(contact), contact.id)
    const says = `"${first.words}": ${missing}. If it was so: ${command}`
    return [warned(text, CLAIM_RULE, { ...first, says })]
  })
}

/** What is hoped for or asked about is not claimed. */
function isOfThePast({ plain, start, sentence }: Said): boolean {
  const before = plain.slice(0, start - sentence.start)
  return !/\b(?:would|could|might|may|hope|hoping|if|whether|haven't|have not|never|for|like|love|need|want|ask for|value|welcome|appreciate)\b(?: \S+){0,4} $/.test(
    before.replace(/(?:thank you|thanks)(?: \S+){0,3}? for\b/g, ''),
  )
}
