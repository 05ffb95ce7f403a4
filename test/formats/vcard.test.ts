import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { CIRCLES, OCCASIONS, ROLES } from '../../src/domain/data/choices.ts'
import { finished } from '../../src/domain/data/imported.ts'
import { publicFields } from '../../src/domain/data/lens.ts'
import type { Contact } from '../../src/domain/data/model.ts'
import { decodeText } from '../../src/formats/decode.ts'
import { readVcards, vcardText } from '../../src/formats/vcard.ts'
import { contactArbitrary, fieldsOf } from '../support/contacts.ts'

const vcardPeople = (text: string) => finished(readVcards(text))
const fixture = (name: string) =>
  vcardPeople(decodeText(readFileSync(new URL(`../fixtures/vcard/${name}`, import.meta.url))))
const card = (...lines: string[]) =>
  vcardPeople(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n'))
const fields = (...lines: string[]) => card(...lines).people[0]?.fields

// In

it('a card from Apple gives everything that a contact has a place for', () => {
  expect(fixture('apple.vcf').people[0]).toEqual({
    fields: {
      name: 'Dr. María José Inés Silva MD',
      first: 'María José',
      last: 'Silva',
      nickname: 'Majo',
      emails: ['majo.silva@example.org'],
      phones: ['+1 (555) 010-0042'],
      links: ['https://example.org/majo', 'http://www.linkedin.com/in/majosilva'],
      institution: 'St. Elmo Hospital',
      department: 'Cardiology',
      organizations: ['St. Elmo Hospital: Electrophysiologist'],
      area: 'Berkeley, CA',
      birthday: '--03-09',
      tags: ['Cardiology', 'Panel 2025'],
      note: [
        'Met at the atrial fibrillation panel, spoke about her registry; wants to hear how the poster went.',
        '',
        'Sings in a choir.',
        'bluesky: majo.bsky.example',
      ].join('\n'),
    },
    line: 1,
    cardUid: '6F1E2B9C-1234-4D7A-9A43-000000000042',
    changedAt: '2025-11-21T18:04:05.000Z',
  })
})

it('a company and a list in the address book are no people', () => {
  expect(fixture('apple.vcf').skipped).toEqual([
    { line: 30, why: 'It is a company, not a person.' },
    { line: 39, why: 'It is a list, not a person.' },
  ])
})

it('somebody without a name goes by the address', () => {
  expect(fixture('apple.vcf').people[1]?.fields).toEqual({
    name: 'no.name@example.org',
    emails: ['no.name@example.org'],
  })
})

it('a position that is exactly a role becomes the role, any other stands with its place', () => {
  const [lena, tomoko] = fixture('google.vcf').people
  expect(lena?.fields).toEqual({
    name: 'Lena Hoff',
    nickname: 'Leni',
    emails: ['lena.hoff@example.edu', 'lena@example.net'],
    phones: ['+49 170 5550100'],
    links: ['https://orcid.example.org/0000-0001'],
    institution: 'Uniklinikum Beispiel',
    role: 'resident',
    area: 'Jena',
    birthday: '1991-12-01',
    tags: ['Research'],
    note: 'Asked about the registry',
  })
  expect(tomoko?.fields).toEqual({
    name: 'Tomoko Sato',
    institution: 'Example University',
    department: 'Department of Medicine',
    organizations: ['Example University: Program coordinator', 'Free Clinic: Volunteer lead'],
    birthday: '--03-09',
  })
})

it('a card 2.1 with quoted-printable, bare words and a picture reads as any other', () => {
  expect(fixture('outlook-21.vcf')).toMatchObject({
    people: [
      {
        fields: {
          name: 'Prof. Jürgen Müller',
          emails: ['juergen.mueller@example.org'],
          phones: ['(555) 010-0100', '+49 170 555 0101'],
          institution: 'Example Clinic',
          department: 'Surgery',
          role: 'attending',
          area: 'Köln, NRW',
          birthday: '1965-03-09',
          note: 'First line,\nthe second = line with a long sentence that Outlook breaks softly before its end and goes on.',
        },
        line: 1,
        changedAt: '2025-11-21T18:04:05.000Z',
      },
    ],
    interactions: [],
    skipped: [],
  })
})

it('a card 4.0 with telephone links, quoted parameters and several names reads too', () => {
  expect(fixture('v4.vcf').people[0]?.fields).toEqual({
    name: 'Simon Perreault, ing. jr, M.Sc.',
    first: 'Simon',
    last: 'Perreault',
    emails: ['simon.perreault@example.com'],
    phones: ['+1-418-555-0132 ext. 102'],
    links: ['https://social.example.org/@simon'],
    institution: 'Example Networks',
    area: 'Quebec, QC',
    birthday: '--02-03',
    note: 'Says "hi"',
  })
})

it('a bad card is skipped by itself, and what no field can hold stays in the note', () => {
  expect(fixture('broken.vcf')).toMatchObject({
    people: [
      {
        fields: {
          name: 'Ana Costa',
          note: [
            'left',
            'Email: not an address',
            'Email: ana@',
            'Phone: ask her',
            'Link: javascript:alert(1)',
            'Birthday: nonsense',
          ].join('\n'),
        },
        line: 2,
      },
      { fields: { name: 'No Version', note: 'ends softly' }, line: 22 },
      { fields: { name: 'Last One' }, line: 26 },
    ],
    interactions: [],
    skipped: [
      { line: 15, why: 'The name has an invisible character in it (\\u{1b}).' },
      { line: 19, why: 'It has no name, email address or phone number.' },
    ],
  })
})

it('a file whose lines end as on an old Mac reads', () => {
  expect(fixture('mixed-endings.vcf').people).toEqual([{ fields: { name: 'Cara Carr' }, line: 1 }])
})

it('a line that goes on in the next one is one line', () => {
  expect(fields('FN:Ana', '  Costa', 'NOTE:one', '\t two')).toEqual({
    name: 'Ana Costa',
    note: 'one two',
  })
})

it('a soft line break keeps the blank that the next line begins with', () => {
  const note = 'NOTE;QUOTED-PRINTABLE:caf=C3=A9 au=\r\n lait'
  expect(fields('FN:Ana', note)?.note).toBe('café au lait')
})

it('quoted-printable in another alphabet is read by its charset', () => {
  const line = 'FN;CHARSET=Shift_JIS;ENCODING=QUOTED-PRINTABLE:=8D=B2=93=A1'
  expect(fields(line)?.name).toBe('佐藤')
})

it('an unknown charset costs no card', () => {
  expect(fields('FN;CHARSET=x-none;ENCODING=QUOTED-PRINTABLE:Ren=E9')?.name).toBe('René')
})

it('parts of a name that say more than the name stand beside it', () => {
  expect(fields('FN:Gabriela Santos Silva', 'N:Santos Silva;Gabriela;;;')).toEqual({
    name: 'Gabriela Santos Silva',
    first: 'Gabriela',
    last: 'Santos Silva',
  })
})

it('parts of a name that say the same as the name do not', () => {
  expect(fields('FN:Dr. Lena M. Hoff', 'N:Hoff;Lena;M.;Dr.;')).toEqual({
    name: 'Dr. Lena M. Hoff',
  })
})

it('a name is put together when only its parts are written', () => {
  expect(fields('N:Hoff;Lena;Marie;Dr.;MD')?.name).toBe('Dr. Lena Marie Hoff, MD')
})

it.each([
  ['ADR:;;1 Way;Berkeley;CA;94704;USA', 'Berkeley, CA'],
  ['ADR:;;1 Way; Berkeley ;;94704;USA', 'Berkeley'],
  ['ADR:;;1 Way;; CA ;94704;USA', 'CA'],
  ['ADR:;;1 Way;;;94704; USA ', 'USA'],
  ['ADR:;;1 Way;;;94704;', undefined],
])('%s is the area %s', (line, area) => {
  expect(fields('FN:Ana', line)?.area).toBe(area)
})

it.each([
  ['REV:20261101T101112Z', '2026-11-01T10:11:12.000Z'],
  ['REV:2026-11-01T10:11:12Z', '2026-11-01T10:11:12.000Z'],
  ['REV: 2026-11-01T10:11:12.345Z ', '2026-11-01T10:11:12.000Z'],
  ['REV:2026-11-01T10:11:12', undefined],
  ['REV:2026-13-01T10:11:12Z', undefined],
])('%s was the last change at %s', (line, changedAt) => {
  expect(card('FN:Ana', line).people[0]?.changedAt).toBe(changedAt)
})

it.each([
  [['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09'], '--03-09'],
  [['BDAY;X-APPLE-OMIT-YEAR=1604:1990-03-09'], '1990-03-09'],
  [['BDAY:--0309'], '--03-09'],
  [['BDAY:1990-03-09T00:00:00Z'], '1990-03-09'],
])('the birthday of %j is %s', (lines, birthday) => {
  expect(fields('FN:Ana', ...lines)?.birthday).toBe(birthday)
})

it('each title stands with the organization at its place, and units below one name the department', () => {
  expect(
    fields('FN:Ana', 'ORG:UCSF;Cardiology; ;Echo', 'ORG:Mayo', 'TITLE:Writer', 'TITLE:Rower'),
  ).toMatchObject({
    institution: 'UCSF',
    department: 'Cardiology, Echo',
    organizations: ['UCSF: Writer', 'Mayo: Rower'],
  })
})

it('a further organization without a title stands by itself, and a title of ours is none', () => {
  expect(fields('FN:Ana', 'ORG:UCSF', 'ORG:Mayo')).toMatchObject({
    institution: 'UCSF',
    organizations: ['Mayo'],
  })
  const own = ['X-NETMED-STAGE:PGY2', 'X-NETMED-SPECIALTY:cardiology']
  const ours = fields('FN:Ana', 'ORG:UCSF', 'TITLE:PGY2\\, cardiology', ...own)
  expect(ours).toEqual({
    name: 'Ana',
    institution: 'UCSF',
    stage: 'PGY2',
    specialty: 'cardiology',
  })
})

it('invisible marks around a phone number are taken off', () => {
  expect(fields('FN:Ana', 'TEL:\u202a+1 555\u202c')?.phones).toEqual(['+1 555'])
})

it('a card with endless lines is skipped', () => {
  const lines = Array.from({ length: 6000 }, () => 'X-A:b')
  expect(card('FN:Ana', ...lines).skipped).toEqual([
    { line: 1, why: 'It has more than 5,000 lines.' },
  ])
})

it('a field of more than 1 MB is refused with its line', () => {
  expect(() => card('FN:Ana', `NOTE:x${'x'.repeat(1024 * 1024)}`)).toThrow(
    'The record at line 4 has a field of more than 1 MB.',
  )
})

it('a picture of any size is passed over', () => {
  expect(fields(`PHOTO;ENCODING=b:${'A'.repeat(2 * 1024 * 1024)}`, 'FN:Ana')).toEqual({
    name: 'Ana',
  })
})

it('more than 100,000 cards are refused', () => {
  const text = 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(100_001)
  expect(() => vcardPeople(text)).toThrow('The file holds more than 100,000 cards.')
})

it('a property named like the insides of an object changes nothing', () => {
  card('FN:Ana', '__proto__:x', 'CONSTRUCTOR:y', 'X-NETMED-__PROTO__:z', 'TOSTRING;__proto__=a:b')
  expect(Reflect.get({}, 'x')).toBe(undefined)
  expect(Object.keys(Object.prototype)).toEqual([])
})

it('no text makes the reader throw', () => {
  const line = fc.constantFrom(
    ...['BEGIN:VCARD', 'END:VCARD', 'N:;;\\', 'FN', 'TEL;"', 'NOTE;QUOTED-PRINTABLE:=\r\n=E', ' '],
    ...['BDAY;X-APPLE-OMIT-YEAR=:-', 'ORG:\\;;', 'item1.:x', ';:', 'REV:2026-99-99T99:99:99Z', '"'],
  )
  const text = fc.array(fc.oneof(line, fc.string({ unit: 'binary' })))
  fc.assert(fc.property(text, lines => Array.isArray(vcardPeople(lines.join('\n')).people)))
})

it('no bytes make the reader throw', () => {
  const begin = new TextEncoder().encode('BEGIN:VCARD\nFN:')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes =>
      Array.isArray(vcardPeople(decodeText(new Uint8Array([...begin, ...bytes]))).people),
    ),
  )
})

// Out

const ana: Contact = {
  id: 7,
  uid: 'k3v9x2m4p7q1r8s5',
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-02-03T04:05:06.000Z',
  name: 'Dr. Ana van der Berg, MD',
  nickname: 'Anita',
  role: 'attending',
  circles: ['mentor', 'support'],
  emails: ['ana@example.org'],
  phones: ['+1 (555) 010-0042'],
  institution: 'St. Elmo Hospital',
  department: 'Cardiology',
  stage: 'attending',
  specialty: 'electrophysiology',
  met: 'panel',
  metOn: '2025-11-21',
  introducedBy: 8,
  background: ['first in the family'],
  worries: ['the boards'],
  links: ['https://www.linkedin.com/in/ana'],
  area: 'Berkeley, CA',
  birthday: '--03-09',
  tags: ['ablation; AF'],
  every: 0,
  note: 'Likes tea, not coffee.\nPlays the cello.',
  privateNote: 'only mine',
}
const lena: Contact = {
  id: 8,
  uid: 'a1b2c3d4e5f6g7h8',
  createdAt: '2026-01-02T03:04:05.000Z',
  name: 'Lena Hoff',
}

it('a person is written as a card 3.0 without what is private', () => {
  expect(vcardText([publicFields('contacts', ana)], { everybody: [ana, lena] })).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'PRODID:-//netmed//netmed//EN',
      'UID:k3v9x2m4p7q1r8s5',
      'REV:2026-02-03T04:05:06.000Z',
      'FN:Dr. Ana van der Berg\\, MD',
      'N:van der Berg;Ana;;Dr.;MD',
      'NICKNAME:Anita',
      'ORG:St. Elmo Hospital;Cardiology',
      'TITLE:attending\\, electrophysiology',
      'ROLE:attending',
      'EMAIL;TYPE=INTERNET:ana@example.org',
      'TEL:+1 (555) 010-0042',
      'ADR:;;;Berkeley\\, CA;;;',
      'URL:https://www.linkedin.com/in/ana',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09',
      'CATEGORIES:ablation\\; AF,mentor',
      'NOTE:Likes tea\\, not coffee.\\nPlays the cello.',
      'X-NETMED-INTRODUCED-BY:a1b2c3d4e5f6g7h8;Lena Hoff',
      'X-NETMED-CIRCLES:mentor',
      'X-NETMED-STAGE:attending',
      'X-NETMED-SPECIALTY:electrophysiology',
      'X-NETMED-MET:panel',
      'X-NETMED-MET-ON:2025-11-21',
      'X-NETMED-EVERY:0',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})

it('what is private stands in the card when it is asked for', () => {
  const plain = vcardText([publicFields('contacts', ana)]).split('\r\n')
  const whole = vcardText([ana], { withPrivate: true }).split('\r\n')
  expect(whole.filter(line => !plain.includes(line))).toEqual([
    'CATEGORIES:ablation\\; AF,mentor,support',
    'X-NETMED-CIRCLES:support',
    'X-NETMED-BACKGROUND:first in the family',
    'X-NETMED-WORRIES:the boards',
    'X-NETMED-PRIVATE-NOTE:only mine',
  ])
})

it('an introducer is found again by uid', () => {
  const text = vcardText([ana], { everybody: [ana, lena] })
  expect(vcardPeople(text).people[0]).toMatchObject({
    uid: 'k3v9x2m4p7q1r8s5',
    changedAt: '2026-02-03T04:05:06.000Z',
    introducedBy: { uid: 'a1b2c3d4e5f6g7h8', name: 'Lena Hoff' },
  })
})

it('a name with a line break begins no property', () => {
  const text = vcardText([{ ...ana, name: 'A\r\nTEL:1\u2028TEL:2\rTEL:3' }])
  expect(text.match(/^TEL/gm)).toEqual(['TEL'])
})

it('a uid made by hand begins no property', () => {
  const text = vcardText([{ ...lena, uid: 'x\nTEL:1' }])
  expect(text.match(/^TEL/gm)).toBe(null)
})

it('no line is longer than 75 octets, and no letter is cut', () => {
  const longNote = fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 })
  fc.assert(
    fc.property(longNote, note => {
      const lines = vcardText([{ ...lena, note }]).split('\r\n')
      const octets = lines.map(line => new TextEncoder().encode(line).length)
      return Math.max(...octets) <= 75 && lines.every(line => line.isWellFormed())
    }),
  )
})

it('an import of exported cards gives the same people', () => {
  fc.assert(
    fc.property(fc.array(contactArbitrary, { maxLength: 3 }), contacts => {
      const read = vcardPeople(vcardText(contacts, { withPrivate: true }))
      expect(read.people.map(person => person.fields)).toEqual(contacts.map(fieldsOf))
      expect(read.people.map(person => person.uid)).toEqual(contacts.map(each => each.uid))
      expect(read.skipped).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('ical.js reads every card that is written', () => {
  // It leaves the escape of a semicolon in a text, which RFC 2426 wants there.
  const bare = (value: unknown) => String(value ?? '').replaceAll('\\', '')
  fc.assert(
    fc.property(contactArbitrary, contact => {
      const read = new ICAL.Component(ICAL.parse(vcardText([contact], { withPrivate: true })))
      return (
        read.getFirstPropertyValue('uid') === contact.uid &&
        bare(read.getFirstPropertyValue('fn')) === bare(contact.name) &&
        bare(read.getFirstPropertyValue('note')) === bare(contact.note)
      )
    }),
  )
})

it('the same people give the same bytes', () => {
  const everybody = [ana, lena]
  const apart = vcardText([ana], { everybody }) + vcardText([lena], { everybody })
  expect(vcardText([ana, lena])).toBe(apart)
})

it('a tag that is called like a circle comes back beside it', () => {
  const contact = { ...lena, circles: ['support' as const], tags: ['support'] }
  const [read] = vcardPeople(vcardText([contact], { withPrivate: true })).people
  expect(read?.fields).toMatchObject({ circles: ['support'], tags: ['support'] })
})

it('every role, circle and occasion comes back', () => {
  const contact = { ...lena, circles: [...CIRCLES] }
  const roles = ROLES.map(role => vcardText([{ ...contact, role }], { withPrivate: true }))
  const occasions = OCCASIONS.map(met => vcardText([{ ...contact, met }]))
  expect(vcardPeople(roles.join('')).people.map(each => each.fields.role)).toEqual([...ROLES])
  expect(vcardPeople(occasions.join('')).people.map(each => each.fields.met)).toEqual([
    ...OCCASIONS,
  ])
  expect(vcardPeople(roles.join('')).people[0]?.fields.circles).toEqual([...CIRCLES])
})

it.each([
  ['X-ABShowAs: company ', 'It is a company, not a person.'],
  ['KIND: ORG ', 'It is a company, not a person.'],
  ['KIND: Group ', 'It is a list, not a person.'],
  ['X-ADDRESSBOOKSERVER-KIND:group', 'It is a list, not a person.'],
])('a card with %s is skipped', (line, why) => {
  expect(card('FN:Ana Silva', line).skipped).toEqual([{ line: 1, why }])
})

it.each(['KIND:individual', 'X-ABShowAs:person', 'NOTE:org', 'NOTE:group', 'TITLE:company'])(
  'a card with %s is a person',
  line => {
    expect(card('FN:Ana Silva', line).people).toHaveLength(1)
  },
)

it('a card in a card, or without an end, loses nothing of the other', () => {
  const text = 'BEGIN:VCARD\nFN:Ana\nBEGIN: vcard \nFN:Bo\nEND:VCARD\nFN:Cy\nBEGIN:VCARD\nFN:Di'
  expect(vcardPeople(text).people.map(({ fields: { name }, line }) => [name, line])).toEqual([
    ['Ana', 1],
    ['Bo', 3],
    ['Di', 7],
  ])
})

it('what begins or ends otherwise is no edge of a card', () => {
  expect(fields('FN:Ana Silva', 'BEGIN:VALARM', 'END:VALARM', 'NOTE:x')).toEqual({
    name: 'Ana Silva',
    note: 'x',
  })
})

it.each([
  ['X-SOCIALPROFILE;TYPE=twitter: x-apple:ana ', { note: 'twitter: ana' }],
  ['X-SOCIALPROFILE;TYPE=pref,twitter:x-apple:ana', { note: 'twitter: ana' }],
  ['X-SOCIALPROFILE;X-USER=ana;TYPE=twitter:', { note: 'twitter: ana' }],
  ['X-SOCIALPROFILE:ana', { note: 'Profile: ana' }],
  ['X-SOCIALPROFILE;TYPE=twitter:', {}],
  ['SOCIALPROFILE;SERVICE-TYPE=Mastodon: https://x.org/@ana', { links: ['https://x.org/@ana'] }],
])('the profile %s gives %j', (line, expected) => {
  expect(fields('FN:Ana Silva', line)).toEqual({ name: 'Ana Silva', ...expected })
})

it('blanks around what is read do not count', () => {
  expect(
    fields('FN:Ana Silva', 'BDAY: 1990-03-09 ', 'ADR:;;; Berkeley ; CA ;;', 'UID: x '),
  ).toEqual({ name: 'Ana Silva', birthday: '1990-03-09', area: 'Berkeley, CA' })
  expect(fields('FN:Ana Silva', 'ADR:;;;; CA ;;USA')?.area).toBe('CA')
  expect(fields('FN:Ana Silva', 'ADR:;;;;;; USA ')?.area).toBe('USA')
  expect(card('FN:Ana', 'UID: abcdefgh12345678 ').people[0]?.uid).toBe('abcdefgh12345678')
})

it('a title without an organization stands in the note, further ones with the first', () => {
  expect(fields('FN:Ana Silva', 'TITLE:Dean')).toEqual({
    name: 'Ana Silva',
    note: 'Position: Dean',
  })
  expect(fields('FN:Ana Silva', 'ORG:UCSF', 'TITLE:Dean', 'TITLE:Poet')).toEqual({
    name: 'Ana Silva',
    institution: 'UCSF',
    organizations: ['UCSF: Dean', 'UCSF: Poet'],
  })
})

it('a circle goes once from the tags, and a circle that is no tag takes none', () => {
  expect(
    fields('FN:Ana', 'CATEGORIES:mentor,chess,mentor', 'X-NETMED-CIRCLES:mentor'),
  ).toMatchObject({ circles: ['mentor'], tags: ['mentor', 'chess'] })
  expect(fields('FN:Ana', 'CATEGORIES:chess', 'X-NETMED-CIRCLES:mentor')?.tags).toEqual(['chess'])
})

it('what somebody has no value for has no line', () => {
  const stamps = { id: 1, uid: 'abcdefgh12345678', createdAt: '2026-01-02T03:04:05.000Z' }
  const lines = (more: Partial<Contact>) =>
    vcardText([{ ...stamps, name: 'Ana Silva', ...more }])
      .split('\r\n')
      .slice(3, -2)
  expect(lines({})).toEqual([
    'UID:abcdefgh12345678',
    'REV:2026-01-02T03:04:05.000Z',
    'FN:Ana Silva',
    'N:Silva;Ana;;;',
  ])
  expect(lines({ department: 'Surgery', updatedAt: '2026-02-02T03:04:05.000Z' })).toEqual([
    'UID:abcdefgh12345678',
    'REV:2026-02-02T03:04:05.000Z',
    'FN:Ana Silva',
    'N:Silva;Ana;;;',
    'ORG:;Surgery',
  ])
  expect(lines({ institution: 'UCSF' }).at(-1)).toBe('ORG:UCSF')
  expect(lines({ circles: ['mentor'] }).at(4)).toBe('CATEGORIES:mentor')
})
