import { late } from './late.ts'

/** As it is written, by how a hurried hand types it; none of them is a word too. */
const WRITTEN = `
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  January February April June July August September October November December
  Thanksgiving Christmas Hanukkah Ramadan Eid Diwali Easter Passover
  English Spanish French German Arabic Mandarin Cantonese Portuguese Hindi Urdu Bengali Punjabi Nepali Farsi Italian
  Korean Japanese Vietnamese Tagalog Swahili Somali Amharic Tigrinya Russian Ukrainian Hmong Navajo Yoruba Igbo Zulu Tamil
  California Texas Florida Ohio Oregon Alaska Hawaii Arizona Nevada Utah Colorado Kansas Iowa Minnesota Wisconsin Michigan
  Illinois Indiana Kentucky Tennessee Alabama Mississippi Louisiana Arkansas Oklahoma Nebraska Montana Idaho Wyoming Vermont
  Connecticut Delaware Virginia Boston Chicago Seattle Philadelphia Houston Baltimore Oakland Denver Atlanta Miami
  Minneapolis Appalachia Lisbon London Paris Berlin Madrid Dublin Toronto Nairobi Kampala
  Africa Asia Europe America Kenya Uganda Rwanda Malawi Ghana Nigeria Ethiopia Tanzania Haiti Peru Mexico Guatemala Brazil
  India Nepal Vietnam Japan Germany France England Canada
  Anki UWorld AMBOSS Pathoma PubMed UpToDate REDCap Zotero
  EKG EKGs ECG ECGs EEG EEGs MRI CV MS1 MS2 MS3 MS4 IRB ICU MICU SICU PICU NICU CCU OSCE OSCEs ERAS USMLE COMLEX NRMP MSPE NBME
  MCAT MPH MBA PhD COPD ABG ABGs CXR CXRs HIV AFib IMG IMGs PGY1 PGY2 PGY3 VSLO AMCAS NIH PBL`

const written = late(
  () =>
    new Map(
      WRITTEN.trim()
        .split(/\s+/)
        .map(name => [name.toLowerCase(), name]),
    ),
)

/** The name as it is written; undefined for what is none, or may be a word. */
export function properName(word: string): string | undefined {
  return written().get(word.toLowerCase())
}

/** The text with the days, months, places, languages and abbreviations in it written as names are. */
export function withProperNames(text: string): string {
  return text.replace(/(?<![@./\p{L}\p{N}])[\p{L}\p{N}]+(?![@.]\p{L})/gu, word => {
    if (word !== word.toLowerCase()) return word
    const plural = word.endsWith('days') ? properName(word.slice(0, -1)) : undefined
    return properName(word) ?? (plural ? `${plural}s` : word)
  })
}
