import type { Word } from '../words/sentences.ts'
import type { ReadDraft } from './linted.ts'
import { type Found, set } from './phrases.ts'

const CLINICAL = set(
  `pt pts micu sicu nicu picu ccu icu cvicu lvad ecmo ob gyn obgyn ob-gyn ob/gyn fm im em gi gu ent heme onc heme/onc
  pm&r psych ck cs sloe osce osces usmle comlex uworld sub-i subi ai l&d h&p ros hpi dnr dni esrd ckd chf copd cabg
  stemi nstemi pe dvt qi clabsi cauti pi irb redcap ehr emr eras nrmp soap aoa ghhs nbme pbl tbl a&p ddx dx tx rx hx sx
  s/p c/w w/u prn npo cta cxr tee tte ekg ecg bnp lft lfts cbc bmp cmp abg uti mi cva tia afib svt hfref hfpef ards
  aki dka sle ra ms gerd ibd uc tpn picc ng ett rrt fqhc cbse nst nsts nf code coded cme gme ume lcme acgme pgy pgy-1 pgy-2 pgy-3 pgy1 pgy2
  pgy3 ms1 ms2 ms3 ms4 m1 m2 m3 m4 mcat shelf sp sps aamc amcas vslo kub bmi a1c wbc rbc hpv mrsa csf lp ct cts us fna
  ef vf vt ep pci iabp gcs rosc tpa nihss ich sah tbi sdh ivf tavr pfo pd lor lors acls bls atls ed slp pod vte dic
  d/c snf ltac ltach pcp np pa crna im/peds med-peds medpeds`,
)
/** They are words, or known to everyone, unless they are written as what is meant here. */
const AS_WRITTEN = set(
  'ob fm im em gi gu ent ai pe pi mi ra ms uc ng sp us cs ck soap ros eras tee np pa lp ct sps qi ed ep pod ef nf',
)
/** Capitals that everyone reads. */
const KNOWN_TO_ALL = set(
  `icu ct ms ai us pa uti usa uk un eu nyc la dc tv phd md do mph mba ma ba bs cv id pdf faq am pm est edt pst cst gmt
  er or dna rna hiv aids covid nih cdc who fda nasa gps it ok rsvp ps fyi asap vip ymca mit ucla ucsf nyu usc unc lsu
  osu suny cuny ii iii iv vi vii viii ix jr sr i a cpr`,
)

const KIN = set(
  'mom mum mother dad father aunt uncle grandma grandpa grandmother grandfather nana cousin auntie tia tio abuela',
)
/** What people outside of medicine are written to about. */
const ELSEWHERE =
  /\b(?:scholarship|stipend|foundation|fund|fellowship fund|donor|donation|grant|rotary|history|philosophy|poetry|literature|writing class|economics|law|engineering|music|art|church|parish|mosque|synagogue|neighbor|high school|library|alumn\w+ (?:fund|office|association)|bank|landlord|registrar|newspaper|newsletter|camp|coach|pre-college|college prep|health fair|youth group)\b/i

/** Abbreviations of the ward and of medical school, to somebody who seems to be of neither. */
export function abbreviations(draft: ReadDraft): Found[] {
  const most = mostFor(draft)
  if (most === undefined) return []
  const seen = new Map<string, Word>()
  if (!draft.words.some(isAbbreviation)) return []
  for (const word of draft.words) {
    const isShort = isAbbreviation(word) || isCapitals(word)
    if (isShort && !seen.has(word.lower)) seen.set(word.lower, word)
  }
  const beyond = [...seen.values()][most]
  if (!beyond) return []
  const all = [...seen.values()].map(({ text }) => text).join(', ')
  const says = `${all}: someone outside of medicine may not know them; write them out.`
  return [{ start: beyond.start, end: beyond.end, says }]
}

function isAbbreviation({ text, lower }: Word): boolean {
  if (KNOWN_TO_ALL.has(lower) || !CLINICAL.has(lower.replace(/'s$/, ''))) return false
  return !AS_WRITTEN.has(lower) || text === text.toUpperCase()
}

/** Of capitals alone, and so one more that is unknown beside others. */
function isCapitals({ text, lower }: Word): boolean {
  return /^(?:[A-Z]{2,5}|[A-Z]{2,4}-\d)$/.test(text) && !KNOWN_TO_ALL.has(lower)
}

/** How many the reader may be given; undefined for who is in medicine or may be. */
function mostFor({ contact, words, text }: ReadDraft): number | undefined {
  if (contact.role !== undefined) return OUTSIDE.has(contact.role) ? 1 : undefined
  const at = words.findIndex(({ lower }) => /^(?:dear|hi|hello|hey)$/.test(lower))
  const [first, second] = [words[at + 1]?.lower ?? '', words[at + 2]?.lower ?? '']
  if (KIN.has(first) || KIN.has(second)) return 1
  if (
    /^(?:mr|mrs|ms|miss|pastor|reverend|rev|rabbi|imam|father|sister|coach|mayor|judge|senator|captain)$/.test(
      first,
    )
  )
    return 1
  const isElsewhere = ELSEWHERE.test(text)
  if (/^prof(?:essor)?$/.test(first)) return isElsewhere ? 1 : 2
  return isElsewhere ? 2 : undefined
}

const OUTSIDE = set('family employer teacher')
