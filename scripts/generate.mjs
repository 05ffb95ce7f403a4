// A believable network of any size, the same for the same seed:
//   node scripts/generate.mjs 2000 10000 > netmed.json
//   node scripts/generate.mjs 2000 10000 dense > netmed.json
import { fileURLToPath } from 'node:url'

const FIRST = [
  ['José', 'María', 'Zoë', 'Renée', 'Jürgen', 'Siân', 'Łukasz', 'Nguyễn', 'Çelik', 'Søren'],
  ['Ana', 'Priya', 'Omar', 'Maya', 'Lena', 'Marcus', 'Grace', 'David', 'Aisha', 'Tom'],
].flat()
const LAST = [
  ['García', 'Müller', 'O’Brien', 'Peña', 'Österberg', 'Lefèvre', 'Dvořák', 'Ångström'],
  ['Chen', 'Silva', 'Nair', 'Hoff', 'Costa', 'Lee', 'Aziz', 'van der Berg', 'Moss', 'Okafor'],
].flat()
const SYLLABLES = ['ka', 'ro', 'mé', 'li', 'tor', 'sa', 'ven', 'di', 'al', 'bek', 'no', 'gu', 'fa']
const ENDINGS = ['ski', 'son', 'ez', 'ini', 'sen', 'ova', 'ñez', 'man', 'eau', 'to', 'rt', 'ian']
const ROLES = ['peer', 'senior-student', 'resident', 'fellow', 'attending', 'faculty', 'alumni']
const CIRCLES = ['mentor', 'mentee', 'study', 'support', 'letter-writer', 'research']
const KINDS = ['coffee', 'call', 'office-hours', 'email', 'conference', 'panel', 'shadowing', 'met']
const SPECIALTIES = ['cardiology', 'pédiatrie', 'surgery', 'neurology', 'psychiatry', 'family']
const INSTITUTIONS = ['UCSF', 'Universität Zürich', 'Hôpital Necker', 'Mayo Clinic', 'Karolinska']
const DETAILS = [
  'the ablation registry she runs',
  'his “first, listen” talk — and the naïve question after it',
  'her daughter’s café in Málaga',
  'how to ask for a letter: early, with a draft',
  'the résumé line about teaching',
]
const NOTES = [
  'Said: “come by on a Tuesday, the clinic’s quiet then.” Likes short mails and clear asks.',
  'We spoke about the grant, the fellowship at the Charité and how she chose it after a year away.',
  'Offered to read the abstract before it goes out; wants the figures apart from the text.',
]
const FOLLOW_UPS = ['thank-you', 'event', 'reply', 'promise', 'advice', 'resource', 'ask']

const DAY_MS = 86_400_000

// However many people somebody has met: few keep up more rhythms or open loops than this. In a dense
// network there is a rhythm and an open follow-up for everybody.
const MOST_RHYTHMS = 120
const OPEN_LOOPS = 40

/** Days in which what was opened falls due. */
const MOST_PATIENCE = 90
const GATHERINGS = ['conference', 'panel', 'seminar', 'social', 'rotation']
const DAYS_BETWEEN_EVENTS = 20
/** By days from today: a pause that is over, and a slow time that holds. */
const SEASONS = [
  { name: 'Step 2', kind: 'boards', pace: 'pause', from: 170, until: 130 },
  { name: 'Applications', kind: 'application', pace: 'half', from: 75, until: -30 },
  { name: 'Medicine wards', kind: 'rotation', pace: 'normal', from: 20, until: -10 },
]

/** So many people as a phone exports them, the same for the same seed. */
export function peopleVcf(count, seed = 1) {
  return people(count, seed)
    .map(({ first, last, email, phone, institution, note }) =>
      [
        ...['BEGIN:VCARD', 'VERSION:3.0', `N:${last};${first};;;`, `FN:${first} ${last}`],
        ...[
          `ORG:${institution};Medicine`,
          `EMAIL;TYPE=INTERNET:${email}`,
          `TEL;TYPE=CELL:${phone}`,
        ],
        ...[`NOTE:${note.replace(/[,;]/g, '\\$&')}`, 'END:VCARD', ''],
      ].join('\r\n'),
    )
    .join('')
}

/** The same people as Google exports them. */
export function peopleCsv(count, seed = 1) {
  const header =
    'Name,Given Name,Family Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name,Notes'
  const lines = people(count, seed).map(({ first, last, email, phone, institution, note }) =>
    [`${first} ${last}`, first, last, email, phone, institution, note]
      .map(cell => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  )
  return [header, ...lines, ''].join('\r\n')
}

function people(count, seed) {
  const random = randomFrom(seed)
  const pick = list => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, index) => ({
    first: pick(FIRST),
    last: `${pick(LAST)} ${index}`,
    email: `person${index}@example.org`,
    phone: `+1 415 555 ${String(index).padStart(4, '0')}`,
    institution: pick(INSTITUTIONS),
    note: pick(NOTES),
  }))
}

/** A database as the store writes it; its last day is `today` (`2026-11-21`). */
export function generateDatabase({ contacts, interactions, today, isDense = false, seed = 1 }) {
  const random = randomFrom(seed)
  const pick = list => list[Math.floor(random() * list.length)]
  const day = ago => dayAfter(today, -ago)
  let nextId = 1
  const stamped = createdOn => ({
    id: nextId++,
    uid: Array.from({ length: 16 }, () => pick([...'abcdefghijklmnopqrstuvwxyz0123456789'])).join(
      '',
    ),
    createdAt: `${createdOn}T18:30:00.000Z`,
  })

  const events = isDense ? gatherings({ stamped, day }) : []
  const seasons = isDense
    ? SEASONS.map(({ from, until, ...season }) => ({
        ...stamped(day(from)),
        ...season,
        from: day(from),
        until: day(until),
      }))
    : []

  const people = Array.from({ length: contacts }, (_, index) => {
    const name = `${pick(FIRST)} ${isDense ? familyName(pick) : `${pick(LAST)} ${index + 1}`}`
    const metOn = day(400 + Math.floor(random() * 800))
    return {
      ...stamped(metOn),
      name,
      role: pick(ROLES),
      ...(random() < Math.min(0.1, MOST_RHYTHMS / contacts) ? { circles: [pick(CIRCLES)] } : {}),
      ...(random() < 0.6 ? { emails: [`person${index + 1}@example.org`] } : {}),
      ...(random() < 0.5 ? { institution: pick(INSTITUTIONS) } : {}),
      ...(random() < 0.4 ? { specialty: pick(SPECIALTIES) } : {}),
      met: pick(KINDS),
      metOn,
      ...(isDense || random() < Math.min(0.05, MOST_RHYTHMS / contacts)
        ? { every: pick([42, 60, 90]) }
        : {}),
      ...(random() < 0.2 ? { tags: ['café', 'research'] } : {}),
      ...(random() < 0.2 ? { note: pick(NOTES) } : {}),
    }
  })

  const talks = Array.from({ length: interactions }, (_, index) => {
    const on = day(Math.floor(((interactions - index) / interactions) * 400))
    const withSomeoneElse = random() < 0.1 ? [pick(people).id] : []
    const event = isDense && random() < 0.2 ? events.findLast(each => each.on <= on) : undefined
    return {
      ...stamped(on),
      kind: event?.kind ?? pick(KINDS),
      on,
      contacts: [...new Set([pick(people).id, ...withSomeoneElse])],
      ...(event ? { event: event.id } : {}),
      ...(random() < 0.2 ? { by: 'them' } : {}),
      ...(random() < 0.4 ? { detail: pick(DETAILS) } : {}),
      ...(random() < 0.15 ? { note: pick(NOTES) } : {}),
    }
  })

  const followUp = (talk, contact, due) => ({
    ...stamped(talk?.on ?? today),
    kind: pick(FOLLOW_UPS),
    contact,
    what: `Write about ${pick(DETAILS)}`,
    due: due ?? talk.on,
    ...(talk && { from: talk.id }),
    ...(due ? {} : { closedOn: talk.on, closed: 'done' }),
  })
  const opening = talks.filter(() => random() < 0.1)
  // The youngest stay open.
  const openFrom = opening.length - (isDense ? 0 : OPEN_LOOPS)
  const settled = opening.map((talk, index) => {
    const due = day(index >= openFrom ? Math.floor(random() * 40) - 25 : 30)
    return followUp(talk, talk.contacts[0], index >= openFrom ? due : undefined)
  })
  const latest = new Map(talks.flatMap(talk => talk.contacts.map(id => [id, talk])))
  const weeksLater = talk => dayAfter(talk?.on ?? today, 1 + Math.floor(random() * MOST_PATIENCE))
  const open = isDense
    ? people.map(({ id }) => followUp(latest.get(id), id, weeksLater(latest.get(id))))
    : []

  return {
    schemaVersion: 3,
    meta: { nextId, rev: 1, command: 'generate', at: `${today}T00:00:00.000Z` },
    profile: { name: 'Zoë Peña', email: 'zoe@example.org', stage: 'MS2', school: 'UCSF' },
    settings: {},
    events,
    seasons,
    questions: [],
    contacts: people,
    followUps: [...settled, ...open],
    interactions: talks,
  }
}

/** Somebody's own, or shared by a few: what is typed for them has to be found out. */
function familyName(pick) {
  const name = `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(ENDINGS)}`
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function dayAfter(day, count) {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** One event after the other, up to today. */
function gatherings({ stamped, day }) {
  return Array.from({ length: 400 / DAYS_BETWEEN_EVENTS }, (_, index) => {
    const ago = 400 - index * DAYS_BETWEEN_EVENTS
    return {
      ...stamped(day(ago)),
      name: `Gathering ${index + 1}`,
      kind: GATHERINGS[index % GATHERINGS.length],
      on: day(ago),
    }
  })
}

/** As the store writes it. */
export function databaseText(db) {
  return `${JSON.stringify(db, null, 2)}\n`
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [contacts = 300, interactions = 1000] = process.argv.slice(2, 4).map(Number)
  const isDense = process.argv[4] === 'dense'
  process.stdout.write(
    databaseText(generateDatabase({ contacts, interactions, today: '2026-11-21', isDense })),
  )
}
