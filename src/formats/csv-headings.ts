import { FIELDS } from '../domain/data/fields.ts'
import { foldedWords } from '../domain/words/text.ts'

// What the columns of a table mean, by the words of their headings. A new heading is one more phrase in a
// row, a new language one more table; case, accents, blanks and signs between the words make no difference.

/** As the fields of `--map`, and what is put together from several columns, or goes to the note. */
export type Meaning = 'field' | keyof typeof ENGLISH

/** What one column holds. */
export interface Column {
  meaning: Meaning
  /** Of `field`: the name of a field of netmed's own. */
  field?: string
  /** Columns with the same one belong together: `home`, `2`. */
  key: string
  heading: string
}

const ENGLISH = {
  name: 'name, full name, display name, formatted name, whole name, contact, contact name, person, who, student name, member name, physician, physician name, doctor, attendee, attendee name, participant, participant name, resident name, name original name, fn, last name first name, last first',
  title: 'title, name prefix, prefix, salutation, honorific',
  first: 'first, first name, given, given name, forename',
  middle: 'middle, middle name, additional name, middle initial',
  last: 'last, last name, family, family name, surname',
  suffix: 'suffix, name suffix, degree, degrees, credentials',
  nickname: 'nickname, preferred name, goes by, short name',
  email: 'email, mail, email address, mail address, emails',
  phone:
    'phone, telephone, tel, iphone, mobile, mobile phone, mobile telephone, telephone mobile, cell, cell phone, cellphone, company main phone, car phone, yahoo phone, phones',
  fax: 'fax, fax phone, telefax',
  pager: 'pager, pager phone, beeper',
  link: 'link, links, url, website, web page, web site, linkedin, linkedin url, linkedin profile, profile, profile url, homepage, web, orcid',
  institution:
    'organisation, institution, company, company name, organization, organization name, organisation name, org, school, university, medical school, hospital, clinic, employer, employer name, affiliation, med school, school name, hospital name, clinic name, workplace',
  department: 'department, dept, organization department, division',
  position: 'position, job, contact title, job title, occupation, profession, organization title',
  town: 'city, town, address city',
  region: 'state, region, province, county, address region, address state',
  country: 'country, country region, address country',
  area: 'area, location',
  birthday: 'birthday, date of birth, dob, birth date, bday, born',
  birthYear: 'birth year, year of birth',
  birthMonth: 'birth month, month of birth',
  tag: 'tag, tags, label, labels, group, groups, group membership, category, categories',
  note: 'note, notes, comment, comments, remark, remarks, description, memo',
  interest: 'interest, interests, hobby, hobbies',
  specialty: 'specialty, speciality, specialty of interest',
  introducedBy: 'introduced by, referred by, referral',
  metOn: 'met on, date met',
  metAt: 'met at, where we met, how we met, where met, met through, met via',
  connected: 'connected on',
  related: 'relation, related person, related name',
  custom: 'custom, user',
  event: 'event, significant date',
  chat: 'im, instant messenger, instant message, messenger, messenger id, screen name, skype, icq, jabber, aim, im address, imaddress, signal, whatsapp, telegram, wechat, msn, qq, irc, twitter, instagram, facebook',
  noted:
    'anniversary, spouse, partner, children, child, assistant, assistants name, assistants phone, manager, managers name, maiden name, schools',
  nothing: 'email display name, file as, initials, email angezeigter name, initialen',
  where: '',
  label: '',
} as const

type Words = Partial<Record<keyof typeof ENGLISH, string>>

const GERMAN: Words = {
  name: 'anzeigename, vollständiger name, voller name, kontakt, kontaktname, ansprechpartner, nachname vorname, name vorname, arzt',
  title: 'anrede, titel, namenspräfix',
  first: 'vorname, rufname',
  middle: 'weitere vornamen, zweiter vorname, zweitname',
  last: 'nachname, familienname, zuname',
  suffix: 'namenssuffix, namenszusatz',
  nickname: 'spitzname',
  email: 'email adresse, emailadresse, mailadresse',
  phone:
    'telefon, telefonnummer, telefonnr, rufnummer, mobil, mobiltelefon, mobilnummer, mobil tel, mobiltelefonnummer, handy, handynummer, festnetz, autotelefon, haupttelefon, telefon firma, telefon mobil',
  fax: 'faxnummer',
  pager: 'piepser, pagernummer',
  link: 'webseite, webseiten url, internet, internetseite',
  institution:
    'firma, firmenname, unternehmen, klinik, krankenhaus, universität, uni, hochschule, einrichtung, arbeitgeber, praxis',
  department: 'abteilung',
  position: 'beruf, arbeitstitel, funktion, berufsbezeichnung, stellenbezeichnung',
  town: 'ort, stadt, wohnort, adresse ort, adresse stadt',
  region: 'bundesland, kanton',
  country: 'land, land region',
  area: 'gegend',
  birthday: 'geburtstag, geburtsdatum, geb datum, geboren am',
  birthYear: 'geburtsjahr',
  birthMonth: 'geburtsmonat',
  tag: 'gruppe, gruppen, kategorie, kategorien, etikett',
  note: 'notiz, notizen, anmerkung, anmerkungen, bemerkung, bemerkungen, kommentar, beschreibung',
  interest: 'interessen, hobbys',
  specialty: 'fachrichtung, fachgebiet, fach',
  introducedBy: 'vorgestellt von, empfohlen von',
  metOn: 'getroffen am, kennengelernt am',
  metAt: 'getroffen bei, kennengelernt bei, wo kennengelernt',
  custom: 'benutzerdef, benutzer',
  chat: 'messenger name, sofortnachricht',
  noted: 'jahrestag, hochzeitstag, partnerin, ehepartner, kinder, name assistent, geburtsname',
}

const FRENCH: Words = {
  name: 'nom complet, nom affiché, nom et prénom, nom prénom',
  title: 'civilité, titre',
  first: 'prénom',
  last: 'nom, nom de famille',
  nickname: 'surnom',
  email: 'courriel, adresse email, adresse mail, adresse de messagerie, adresse électronique',
  phone:
    'téléphone, téléphone portable, téléphone mobile, tél mobile, tél portable, portable, numéro de téléphone, téléphone domicile, téléphone bureau',
  fax: 'télécopie',
  link: 'site web, page web',
  institution: 'société, entreprise, hôpital, clinique, université, établissement',
  department: 'service, département',
  position: 'fonction, poste, titre professionnel',
  town: 'ville',
  country: 'pays',
  birthday: 'date de naissance, anniversaire',
  tag: 'groupe, groupes, catégorie, catégories',
  note: 'remarque, remarques, commentaire, commentaires',
}

const SPANISH: Words = {
  name: 'nombre completo, nombre y apellidos',
  title: 'título, tratamiento',
  first: 'nombre, nombres, primer nombre',
  last: 'apellido, apellidos',
  nickname: 'apodo, sobrenombre',
  email: 'correo, correo electrónico, dirección de correo electrónico, email correo',
  phone: 'teléfono, teléfono móvil, móvil, celular, teléfono celular, número de teléfono',
  link: 'página web, sitio web',
  institution: 'empresa, compañía, organización, hospital, clínica, universidad',
  department: 'departamento, servicio',
  position: 'cargo, puesto, profesión',
  town: 'ciudad',
  country: 'país',
  birthday: 'cumpleaños, fecha de nacimiento',
  tag: 'grupo, grupos, etiqueta, etiquetas, categoría, categorías',
  note: 'nota, notas, comentario, comentarios, observaciones',
}

/** Words that say which of several it is, and leave what it is as it was. */
const WHICH = new Set(
  foldedWords(
    'home work business office private personal school other primary secondary alternate alternative main default preferred additional additionals mobile work second third privat private geschäftlich geschaeftlich dienstlich dienstl arbeit weiteres weitere weitere weiterer sekundäre primäre primaere sekundaere haupt zweite privé professionnel professionnelle bureau domicile personnel personnelle principal principale personal trabajo casa principal secundario',
  ),
)
/** Words that say nothing. */
const FILLERS = new Set(
  foldedWords('value number no nr nummer field the your of id wert numéro número'),
)

const PHRASES = new Map<string, Meaning>()
for (const words of [SPANISH, FRENCH, GERMAN, ENGLISH]) {
  for (const [meaning, phrases] of Object.entries(words)) {
    // The keys of the tables are the meanings.
    for (const phrase of phrases.split(', '))
      PHRASES.set(joined(wordsOf(phrase)), meaning as Meaning)
  }
}
PHRASES.delete('')

/** Fields of netmed's own that no phrase above names, by what they are called. */
const OWN_FIELDS = new Map(
  FIELDS.contacts.flatMap(({ name, flag }) =>
    (flag ? [name, flag] : []).map((each): [string, string] => [joined(wordsOf(each)), name]),
  ),
)

/** What a column of this heading holds; undefined when the words are not known. */
export function columnOf(heading: string): Column | undefined {
  const words = wordsOf(heading.slice(0, LONGEST_HEADING))
  const plain = words.filter(word => !FILLERS.has(word) && !/^\d+$/.test(word))
  const bare = plain.filter(word => !WHICH.has(word))
  const key = words.filter(word => WHICH.has(word) || /^\d+$/.test(word)).join(' ')
  if (words.length > 0 && plain.length > 0 && bare.length === 0) {
    return { meaning: PHRASES.get(joined(plain)) ?? 'where', key, heading }
  }
  for (const each of [words, plain, bare]) {
    const meaning = PHRASES.get(joined(each))
    if (meaning) return { meaning, key, heading }
    const field = OWN_FIELDS.get(joined(each))
    if (field) return { meaning: 'field', field, key, heading }
  }
  return labelColumn(bare, key, heading) ?? wayColumn(bare, key, heading)
}

const LONGEST_HEADING = 100

/** `E-mail 1 - Label`, `Phone 2 - Type`: what kind the value beside it is. */
function labelColumn(words: readonly string[], key: string, heading: string): Column | undefined {
  if (!LABELS.has(words.at(-1) ?? '')) return undefined
  const what = PHRASES.get(joined(words.slice(0, -1))) ?? (/\d/.test(key) ? 'custom' : undefined)
  return what && { meaning: 'label', key: `${what} ${key}`.trim(), heading }
}

/** `Contact Email`, `Phone (cell)`: a way to reach them among words that are not known, unless it is another's. */
function wayColumn(words: readonly string[], key: string, heading: string): Column | undefined {
  if (words.length > MOST_WORDS || words.some(word => NOT_THEIRS.has(word))) return undefined
  const meaning = words.map(word => WAYS.get(word)).find(way => way !== undefined)
  return meaning && { meaning, key, heading }
}

const MOST_WORDS = 3
const WAYS = new Map<string, Meaning>([
  ['fax', 'fax'],
  ...['email', 'emails'].map((word): [string, Meaning] => [word, 'email']),
  ...['phone', 'phones', 'cell', 'tel', 'telefon', 'handy', 'mobil'].map(
    (word): [string, Meaning] => [word, 'phone'],
  ),
])
const NOT_THEIRS = new Set(
  foldedWords(
    'assistant assistants manager managers emergency parent mother father spouse guardian supervisor name display opt in out status verified consent marketing provider date time plan carrier notfall',
  ),
)
const LABELS = new Set(['label', 'type', 'typ'])

/** Folded, with the humps of `firstName` apart and `e-mail` as one. */
function wordsOf(text: string): string[] {
  const words = foldedWords(text.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\d)/gu, '$1$2 '))
  return words.flatMap((word, at) => {
    if (word === 'e' && words[at + 1]?.startsWith('mail')) return []
    return word.startsWith('mail') && words[at - 1] === 'e' ? [`e${word}`] : [word]
  })
}

function joined(words: readonly string[]): string {
  return words.join('')
}

/** Programs by headings that only they write, for a remark. */
const PROGRAMS: readonly (readonly [string, ...string[]])[] = [
  ['CSV of netmed', 'name', 'emails', 'uid'],
  ['LinkedIn CSV', 'connected on'],
  ['Yahoo CSV', 'yahoo phone'],
  ['Thunderbird CSV', 'primary email'],
  ['Thunderbird CSV', 'primäre e-mail-adresse'],
  ['Google CSV', 'group membership'],
  ['Google CSV', 'e-mail 1 - value'],
  ['Google CSV', 'phone 1 - value'],
  ['Google CSV', 'labels', 'organization name'],
  ['Outlook CSV', 'first name', 'e-mail address'],
  ['Outlook CSV', 'first name', 'business phone'],
  ['Outlook CSV', 'vorname', 'e-mail-adresse'],
]

/** `Google CSV`, or `CSV` of a table that anybody may have written. */
export function programOf(header: readonly string[]): string {
  const has = new Set(header.map(heading => joined(wordsOf(heading))))
  const program = PROGRAMS.find(([, ...signs]) =>
    signs.every(sign => has.has(joined(wordsOf(sign)))),
  )
  return program?.[0] ?? 'CSV'
}

const NAMING: ReadonlySet<Meaning> = new Set([
  'name',
  'first',
  'last',
  'nickname',
  'email',
  'phone',
])

/** Whether there is a column by which somebody is named or reached. */
export function namesPeople(columns: readonly (Column | undefined)[]): boolean {
  return columns.some(column => column !== undefined && NAMING.has(column.meaning))
}
