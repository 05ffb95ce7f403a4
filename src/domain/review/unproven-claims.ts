import type { Claim, Database, Interaction } from '../data/model.ts'
import { displayName } from '../people/names.ts'
import { type Day, shortDay } from '../words/days.ts'
import { readDetail } from '../words/details.ts'
import { haveWordInCommon } from '../words/matching.ts'
import { sentencesOf, type TextWarning } from '../words/sentences.ts'
import { byText } from '../words/text.ts'
import { CLAIM_ROWS, type ClaimedOf, type Proof, together } from './claims.ts'
import { type DaySaid, daySaid, isThen } from './day-said.ts'
import { OCCASIONS_SAID } from './occasions-said.ts'
import { type Said, saidIn, sayings, warned } from './phrases.ts'

/** The name of the check, as `lint.off` turns it off. */
export const CLAIM_RULE = 'claim'

interface Claimed {
  /** How a mail says it. */
  said: () => RegExp
  proofs: (db: Readonly<Database>, of: ClaimedOf) => readonly Proof[]
  /** Whether something that was noted may have been this, where no record is of it. */
  mayBe?: (noted: readonly Interaction[], said: Said) => boolean
  /** What is not on file, and what to type if it was so. */
  lacks: (db: Readonly<Database>, of: ClaimedOf) => string
  command: (id: number) => string
  /** What to do instead, where there is nothing to put on file. */
  instead?: (db: Readonly<Database>, of: ClaimedOf) => string | undefined
}

const THANKED =
  '(?:thank you|thanks|grateful|thankful) (?:again |so much |very much |a lot |also )*for'
const THINGS =
  '(?:articles?|papers?|books?|textbook|chapters?|links?|resources?|podcasts?|episode|videos?|guide|slides|slide deck|deck|handouts?|list|notes|pdfs?|website)'

/** What a mail may claim of the two of us, as it is said; the records that prove it are in `claims.ts`. */
const CLAIMED: readonly Claimed[] = [
  claimed(
    'talk',
    `      (?:thank you|thanks|grateful) (?:so much |again |very much )?for (?:giving (?:your|the|a|us a|us your) |your )(?:\\S+ ){0,2}?(?:talk|lecture|keynote|presentation|speech|grand rounds|workshop)(?! (?:next|tomorrow|tonight|with me|with us))
      your (?:\\S+ ){0,2}?(?:talk|lecture|keynote|speech|presentation|grand rounds)(?! (?:next|tomorrow|tonight|this coming|is on|will|with me|with us))
      (?:hear|heard|hearing|saw|see|watched|listened to) you (?:speak|talk|lecture|present|give (?:a|your|the) (?:\\S+ )?(?:talk|lecture)|speaking|talking|lecturing|presenting|on the panel|on a panel)
      you (?:spoke|lectured|presented|gave (?:a|your|the|our) (?:\\S+ ){0,2}?(?:talk|lecture|keynote)|were on (?:the|a|our) panel|sat on (?:the|a|our) panel)(?! (?:with|to) (?:me|us)| about)
      (?:thank you|thanks) (?:again |so much )?for (?:speaking|lecturing|presenting|talking|being|sitting)(?: \\S+){0,1}? (?:on|at|to) (?:the|our|your) (?:\\S+ ){0,2}?(?:panel|class|group|club|conference|meeting|students|interest group|grand rounds)
      speaking on (?:the|our) (?:\\S+ ){0,2}?panel
      what you said (?:on|at|during|in) (?:the|your|our) (?:\\S+ ){0,2}?(?:panel|talk|lecture|keynote|seminar|grand rounds)
    `,
  ),
  claimed(
    'mail',
    `      i (?:wrote|emailed|e-mailed|messaged|texted|had written|have written|already wrote) (?:to )?you
      i sent you (?:an? |my )?(?:\\S+ )?(?:email|note|message|mail)
      (?:following|follow) up on my (?:\\S+ )?(?:note|email|message|mail|letter)
      my (?:last|earlier|previous|first|recent) (?:note|email|message|mail)
      the (?:note|email|message) (?:that )?i sent(?: you)?
    `,
  ),
  {
    ...claimed(
      'met',
      `      (?:when|since|after|as|where|before) we (?:last )?(?:met|talked|spoke|chatted)
      we (?:met|talked|spoke|chatted|sat (?:down|next|together)) (?:at|in|on|over|after|before|during|last|yesterday|this|about|briefly|for|with|again|when|outside)
      (?:it was |was |so |very )*(?:great|good|nice|lovely|wonderful|a pleasure|an honor|fun|glad) (?:meeting|talking|speaking|chatting|catching up|to have met|to have talked|to have spoken) (?:to |with )?you
      (?:it was|was) (?:so |very |really )*(?:great|good|nice|lovely|wonderful|a pleasure|an honor) to (?:meet|talk|speak|chat|catch up|see) (?:to |with )?you
      (?:thank you|thanks) (?:again |so much |very much )?for (?:meeting|talking|speaking|chatting|sitting down) with me
      (?:after|since|from|enjoyed|thank you for|thanks for|during) our (?:last |first |long |short |\\S+ )?(?:conversation|chat|talk|meeting|time together)
    `,
    ),
    // "It was good to meet you at the panel": in a full room too.
    proofs: (db, { contact }) => together(db, contact),
  },
  ...OCCASIONS_SAID.map(occasion),
  {
    ...claimed(
      'advice',
      `      (?:your|took your|followed your|taking your) (?:\\S+ )?(?:advice|tip)
      you (?:once |had |have )?(?:advised|encouraged|urged) (?:me|us)
      you (?:once |had |have )?told me (?:to|not to)
      as you (?:so kindly |kindly |once )?(?:advised|suggested|recommended|said|told me)
      on your advice
    `,
    ),
    mayBe: (noted, said) => noted.some(each => isAdvice(each) || shareWords(each, said)),
  },
  {
    ...claimed(
      'resource',
      `      you (?:once |had |have |so kindly |kindly )?(?:suggested|recommended|pointed me to|told me about)
      your (?:\\S+ )?(?:suggestion|recommendation)(?! letter)
      at your suggestion
    `,
    ),
    mayBe: (noted, said) => noted.some(each => isAdvice(each) || shareWords(each, said)),
  },
  {
    ...claimed(
      'resource',
      `
      (?:the|that|those|both) (?:\\S+ ){0,3}?${THINGS} (?:that |which )?you (?:so kindly |kindly |just |had |have )?(?:sent|shared|gave|lent|forwarded|passed|mentioned|emailed)
      for (?:so kindly |kindly )?(?:sending|sharing|forwarding|lending|giving|emailing|passing on|passing along|recommending|suggesting) (?:me |us |along |over )*(?:the|that|those|your|a|an|some|both) (?:\\S+ ){0,3}?${THINGS}
      ${THANKED} the (?:\\S+ ){0,2}?${THINGS}
    `,
    ),
    // They may have sent it with their mail.
    mayBe: (noted, said) =>
      noted.some(each => isTheirMail(each) || shareWords(each, said) || isAdvice(each)),
  },
  claimed(
    'introduction',
    `
      (?:for|after|since) (?:so kindly |kindly )?(?:introducing|connecting) (?:me|us) (?:to|with)
      for putting (?:me|us) in touch
      you (?:so kindly |kindly )?(?:introduced|connected) me (?:to|with)
      you put (?:me|us) in touch
      ${THANKED} (?:the|your|that) (?:\\S+ )?(?:introduction|intro)
    `,
  ),
  claimed(
    'letter',
    `
      ${THANKED} (?:the|your) (?:\\S+ ){0,2}?(?:letter|recommendation letter|lor)
      ${THANKED} (?:agreeing to write|writing|submitting|uploading|sending in) (?:me |us |for me )?(?:an? |the |your |my |such an? )?(?:\\S+ ){0,2}?(?:letter|recommendation|lor)
      your (?:\\S+ )?letter (?:of recommendation|of support|meant|helped|got|made|was)
      the letter (?:that )?you (?:wrote|sent|submitted)
    `,
  ),
  {
    ...claimed(
      'a-while',
      `
      it(?:'s| has) been (?:quite |such |far |way )*(?:a while|a long time|too long|so long|ages|months|years|forever)(?! since i (?!saw you|wrote|last|heard|talked|spoke)|,? (?:of|for me)\\b)
      long time no (?:see|talk|speak)
      (?:haven't|have not) (?:talked|spoken|been in touch|seen you|caught up|written) (?:\\S+ ){0,2}?(?:in|for) (?:a|so|too|months|years|ages)
    `,
    ),
    instead: (db, of) => CLAIM_ROWS['a-while'].else?.(db, of),
  },
  claimed(
    'pre-med',
    `
      your part in getting me (?:here|to (?:medical|med) school|into (?:medical|med) school)
      for helping me (?:get into|apply to) (?:medical|med) school
    `,
  ),
]

/** A claim that templates name too, with how it is said. */
function claimed(claim: Claim, wordings: string): Claimed {
  return { ...CLAIM_ROWS[claim], said: sayings(wordings) }
}

function occasion({ kind, noun, said, kinds }: (typeof OCCASIONS_SAID)[number]): Claimed {
  return {
    said,
    proofs: (db, { contact }) => together(db, contact).filter(each => kinds.includes(each.kind)),
    lacks: (db, { contact, today }) => {
      const last = lastOf(together(db, contact))
      const instead = last?.on
        ? `, but ${last.kind.replaceAll('-', ' ')} on ${shortDay(last.on, today)}`
        : ''
      return `no ${noun} with ${displayName(contact)} is on file${instead}`
    },
    command: id => `netmed log ${id} --kind ${kind}`,
  }
}

function lastOf<P extends { on?: Day | undefined }>(proofs: readonly P[]): P | undefined {
  return [...proofs].sort((a, b) => byText(a.on ?? '', b.on ?? '')).at(-1)
}

// What was noted

/** "told me to do Anki every day" */
function isAdvice({ detail }: Interaction): boolean {
  return detail !== undefined && (ADVISED.test(detail) || readDetail(detail).shape === 'advice')
}

const ADVISED = /\b(?:advi[cs]|suggest|recommend|tips?\b|told me to)/i

/** A word of the detail stands in the sentence that claims it. */
function shareWords({ detail = '' }: Interaction, { plain }: Said): boolean {
  return haveWordInCommon(detail, plain)
}

function isTheirMail({ kind, by }: Interaction): boolean {
  return by === 'them' && (kind === 'email' || kind === 'message')
}

/** What a mail to somebody on file says was between you, and no record shows; each kind once. */
export function claimWarnings(
  db: Readonly<Database>,
  of: ClaimedOf,
  text: string,
  { off = [] }: { off?: readonly string[] } = {},
): TextWarning[] {
  if (off.includes(CLAIM_RULE)) return []
  const sentences = sentencesOf(text)
  const noted = db.interactions.filter(each => each.contacts.includes(of.contact.id))
  return CLAIMED.flatMap(row => {
    const found = saidIn(sentences, row.said)
      .filter(isOfThePast)
      .flatMap(said => findingIn(db, of, { row, said, noted }))
    return found.slice(0, 1).map(each => warned(text, CLAIM_RULE, each))
  })
}

interface Saying {
  row: Claimed
  said: Said
  noted: readonly Interaction[]
}

/** Nothing where a record is of it, of the day that is named. */
function findingIn(
  db: Readonly<Database>,
  of: ClaimedOf,
  { row, said, noted }: Saying,
): { start: number; end: number; says: string }[] {
  const proofs = row.proofs(db, of)
  const day = daySaid(said, of.today)
  const command = row.command(of.contact.id)
  if (proofs.length === 0) {
    if (row.mayBe?.(noted, said)) return []
    const what = row.instead?.(db, of) ?? `If it happened: ${command}`
    const says = `"${said.words}": ${row.lacks(db, of)}. ${what}`
    return [{ ...said, says }]
  }
  if (!day || proofs.some(proof => isThen(proof, day))) return []
  return [otherDay({ said, day, command }, lastOf(proofs)?.on, of.today)]
}

function otherDay(
  { said, day, command }: { said: Said; day: DaySaid; command: string },
  last: Day | undefined,
  today: Day,
): { start: number; end: number; says: string } {
  const { start, sentence } = said
  const words = sentence.text.slice(start - sentence.start, day.end - sentence.start)
  const when = last ? `; the last was ${shortDay(last, today)}` : ''
  const on = day.words.includes(' ') ? `"${day.words}"` : day.words
  const says = `"${words}": nothing on that day is on file${when}. If it happened: ${command} --on ${on}`
  return { start, end: day.end, says }
}

/** What is hoped for or asked about is not claimed. */
function isOfThePast({ plain, start, sentence }: Said): boolean {
  const before = plain.slice(0, start - sentence.start)
  return !/\b(?:would|could|might|may|hope|hoping|if|whether|haven't|have not|never|for|like|love|need|want|ask for|value|welcome|appreciate|forward|planning|until|confirm|move|reschedule)\b(?: \S+){0,4} $/.test(
    before.replace(/(?:thank you|thanks)(?: \S+){0,3}? for\b/g, ''),
  )
}
