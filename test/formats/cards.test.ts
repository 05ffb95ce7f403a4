import { describe, expect, it } from 'vitest'
import { finished } from '../../src/domain/data/imported.ts'
import type { Contact } from '../../src/domain/data/model.ts'
import { displayName, namesOf } from '../../src/domain/people/names.ts'
import { decodeText } from '../../src/formats/decode.ts'
import { readVcards, vcardText } from '../../src/formats/vcard.ts'

// Cards in the shapes that phones and mail programs write.

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const read = (text: string) => finished(readVcards(text))
const fields = (...lines: string[]) => read(card(...lines)).people[0]?.fields
/** A file of bytes, of which each letter of the text is one. */
const bytes = (text: string) => decodeText(Uint8Array.from(text, sign => sign.charCodeAt(0)))

function contactOf(...lines: string[]): Contact {
  const read = fields(...lines)
  if (!read) throw new Error('nobody')
  return {
    ...(read as Contact),
    id: 1,
    uid: 'abcdefgh12345678',
    createdAt: '2026-01-02T03:04:05.000Z',
  }
}

describe('a title that the whole name begins with is said once', () => {
  it.each([
    ['Herr Max Anton Muster sen.', 'Muster;Max;Anton;Herr;sen.'],
    ['Dra. Ana Silva', 'Silva;Ana;;Dra.;'],
    ['Assoc. Prof. Elif Kaya', 'Kaya;Elif;;Assoc. Prof.;'],
    ['Sister Mary Joseph', 'Joseph;Mary;;Sister;'],
    ['Capt. Lee Wong', 'Wong;Lee;;Capt.;'],
    ['Univ.-Prof. Dr. Eva Maria Huber', 'Huber;Eva;Maria;Univ.-Prof. Dr.;'],
    ['Mme Claire Dubois', 'Dubois;Claire;;Mme;'],
    ['Д-р Иван Волков', 'Волков;Иван;;Д-р;'],
    ['Dr. Lena M. Hoff, MD', 'Hoff;Lena;M.;Dr.;MD'],
    ['María José Silva', 'Silva;María José;;;'],
  ])('%s', (name, parts) => {
    const contact = contactOf(`N:${parts}`, `FN:${name.replace(',', '\\,')}`)
    expect(contact.name).toBe(name)
    expect(displayName(contact)).toBe(name.replace(', MD', ''))
    expect(vcardText([contact])).toContain(`\r\nN:${parts}\r\n`)
  })

  it('and the first name is none of it', () => {
    expect(namesOf(contactOf('N:Silva;Ana;;Dra.;', 'FN:Dra. Ana Silva'))).toMatchObject({
      title: 'Dra.',
      first: 'Ana',
      last: 'Silva',
    })
  })

  it('whichever case it is written in, and another one stands before the name', () => {
    expect(displayName(contactOf('N:Muster;Max;;HERR;', 'FN:Herr Max Muster'))).toBe(
      'HERR Max Muster',
    )
    expect(displayName(contactOf('N:Muster;Max;;Herr;', 'FN:Herr Dr. Max Muster'))).toBe(
      'Herr Dr. Max Muster',
    )
    expect(displayName(contactOf('N:Silva;Ana;;Dra.;', 'FN:Ana Silva'))).toBe('Dra. Ana Silva')
  })

  it('a middle name that the whole name lacks stands in the note', () => {
    expect(fields('N:Muster;Max;Anton;;', 'FN:Max Muster')).toEqual({
      name: 'Max Muster',
      note: 'Middle name: Anton',
    })
  })
})

describe('letters', () => {
  const QP = 'ENCODING=QUOTED-PRINTABLE'

  it.each([
    [`ORG;CHARSET=UTF-8;${QP}:=C3=96rzte f=C3=BC=C3`, 'Örzte fü'],
    [`ORG;${QP}:f=C3=BC=E2=82`, 'fü'],
    [`ORG;CHARSET=UTF-8;${QP}:f=C3`, 'f'],
    [`ORG;CHARSET=UTF-8;${QP}:f=C3=BC=C`, 'fü'],
    [`ORG;CHARSET=UTF-8;${QP}:=F0=9F=A9=BA=F0=9F`, '🩺'],
    [`ORG;${QP}:Ren=E9`, 'René'],
    [`ORG;${QP}:caf=C3=A9`, 'café'],
    [`ORG;CHARSET=windows-1251;${QP}:=C8=E2=E0=ED`, 'Иван'],
    ['ORG;ENCODING=BASE64:w5ZyenRl', 'Örzte'],
    ['ORG;ENCODING=b;CHARSET=windows-1251:yOLg7Q==', 'Иван'],
    ['ORG;BASE64:VUNTRg', 'UCSF'],
    ['ORG;ENCODING=BASE64:UCSF?', 'UCSF?'],
  ])('of %s', (line, institution) => {
    expect(fields('VERSION:2.1', 'FN:Ana', line)?.institution).toBe(institution)
  })

  it('a name whole in base64 keeps its parts', () => {
    const value = Buffer.from('Größ;Jo;;;').toString('base64')
    expect(fields('VERSION:2.1', `N;CHARSET=UTF-8;ENCODING=BASE64:${value}`)?.name).toBe('Jo Größ')
  })

  it('of eight bits are read by the charset that a line names', () => {
    const text = card('VERSION:2.1', 'FN;CHARSET=windows-1251:\xc8\xe2\xe0\xed', 'NOTE:caf\xe9')
    expect(read(bytes(text)).people[0]?.fields).toMatchObject({ name: 'Иван' })
  })

  it('of a line that names none are read as the others of the file', () => {
    const text =
      card('FN;CHARSET=windows-1251:\xc8\xe2\xe0\xed', 'ORG:\xd3\xcd\xc8\xce') +
      card('FN:\xc0\xed\xed\xe0')
    const { people } = read(bytes(text))
    expect(people.map(({ fields }) => [fields.name, fields.institution])).toEqual([
      ['Иван', 'УНИО'],
      ['Анна', undefined],
    ])
  })

  it('that are UTF-8 stay so beside a line in another charset', () => {
    const text = card('FN;CHARSET=windows-1251:\xc8\xe2\xe0\xed', 'ORG:Caf\xc3\xa9')
    expect(read(bytes(text)).people[0]?.fields.institution).toBe('Café')
  })

  it('without any charset are those of Windows', () => {
    expect(read(bytes(card('FN:Ren\xe9 Dupont'))).people[0]?.fields.name).toBe('René Dupont')
  })

  it('of a folded line are those of its first part', () => {
    const text = card('FN:Ivan', 'NOTE;CHARSET=windows-1251:\xc8\xe2\xe0\xed', ' \xe0\xed')
    expect(read(bytes(text)).people[0]?.fields.note).toBe('Иванан')
  })
})

describe('a folded line', () => {
  it('of vCard 2.1 keeps the blank between its words', () => {
    expect(fields('VERSION:2.1', 'FN:Ana', 'NOTE:one', ' two', '\tthree')?.note).toBe(
      'one two\tthree',
    )
    expect(fields('VERSION:3.0', 'FN:Ana', 'NOTE:one', ' two')?.note).toBe('onetwo')
  })

  it('that was cut by its length is put together as it was', () => {
    const long = `NOTE:${'x'.repeat(70)}`
    expect(fields('VERSION:2.1', 'FN:Ana', long, ' y')?.note).toBe(`${'x'.repeat(70)}y`)
  })
})

describe('a birthday', () => {
  it.each([
    ['BDAY:19531015T231000Z', '1953-10-15'],
    ['BDAY:1953-10-15T23:10:00-05:00', '1953-10-15'],
    ['BDAY:1953-10-15T', '1953-10-15'],
    ['BDAY:1990-01-01;', '1990-01-01'],
    ['BDAY:19900101;;', '1990-01-01'],
    ['BDAY;VALUE=date:19900101', '1990-01-01'],
    ['BDAY;VALUE=date-and-or-time:--0309', '--03-09'],
    ['BDAY:--03-09T00:00:00', '--03-09'],
    ['BDAY:1604-03-09', '--03-09'],
  ])('%s', (line, birthday) => {
    expect(fields('FN:Ana', line)).toEqual({ name: 'Ana', birthday })
  })

  it.each(['1888-03-09', '18880309', '1888-03-09T00:00:00Z'])(
    'of %s comes back each year, and its year stands in the note',
    words => {
      expect(fields('FN:Ana', `BDAY:${words}`)).toEqual({
        name: 'Ana',
        birthday: '--03-09',
        note: 'Born in 1888',
      })
    },
  )

  it.each(['circa 1800', '1990', '1990-03'])('%s is none, and stands in the note', words => {
    expect(fields('FN:Ana', `BDAY:${words}`)).toEqual({ name: 'Ana', note: `Birthday: ${words}` })
  })
})

describe('what has no field stands in the note', () => {
  it.each([
    [['ANNIVERSARY:20150505'], 'Anniversary: 20150505'],
    [['ANNIVERSARY:2015-05-05T00:00:00Z'], 'Anniversary: 2015-05-05'],
    [['RELATED;TYPE=spouse;VALUE=text:Pat'], 'Spouse: Pat'],
    [['item1.X-ABRELATEDNAMES:Kim', 'item1.X-ABLabel:_$!<Assistant>!$_'], 'Assistant: Kim'],
    [['item2.X-ABDATE:2014-06-01', 'item2.X-ABLabel:Defense'], 'Defense: 2014-06-01'],
    [['IMPP:xmpp:ana@x.org'], 'Chat: xmpp:ana@x.org'],
    [['IMPP;X-SERVICE-TYPE=Signal;type=pref:sgnl:+15550100'], 'Signal: sgnl:+15550100'],
    [['X-SKYPE:ana.s'], 'Skype: ana.s'],
    [['X-SPOUSE:Kim'], 'Spouse: Kim'],
    [['TEL;TYPE=WORK,FAX:+1 555 0199'], 'Fax: +1 555 0199'],
    [['TEL;PAGER:555 0104'], 'Pager: 555 0104'],
  ])('%j', (lines, note) => {
    expect(fields('FN:Ana', ...lines)).toEqual({ name: 'Ana', note })
  })

  it('and a fax that is called too is a phone', () => {
    expect(fields('FN:Ana', 'TEL;TYPE=VOICE,FAX:555 0100')?.phones).toEqual(['555 0100'])
  })
})

it('what stands nowhere is counted, the most frequent first', () => {
  const { leftOut } = read(
    card(
      'FN:Ana',
      'ADR:;;1 Way;Salem;OR;97301;USA',
      'ADR:;;2 Way;Portland;OR;97201;USA',
      'PHOTO;ENCODING=b:AAAA',
      ' BBBB',
      'GENDER:F',
      'X-CUSTOM:keep me',
      'X-ABUID:1',
      'X-PHONETIC-FIRST-NAME:AH-na',
    ) + card('FN:Bo', 'PHOTO:https://example.org/b.jpg', 'ADR:;;;Salem;;;'),
  )
  expect(leftOut).toEqual([
    { what: 'pictures', count: 2 },
    { what: 'streets', count: 1 },
    { what: 'second addresses', count: 1 },
    { what: 'genders', count: 1 },
    { what: 'lines X-CUSTOM', count: 1 },
    { what: 'phonetic names', count: 1 },
  ])
  expect(read(card('FN:Ana')).leftOut).toBe(undefined)
})

it('a card without its end is read, and that is said', () => {
  const cut = read('BEGIN:VCARD\nVERSION:3.0\nFN:Half')
  expect(cut.people.map(({ fields }) => fields.name)).toEqual(['Half'])
  expect(cut.remarks).toEqual([{ line: 1, why: 'This card has no END:VCARD: it may be cut off.' }])
  expect(read(`BEGIN:VCARD\nFN:Ana\n${card('FN:Bo')}`).remarks).toMatchObject([{ line: 1 }])
  expect(read(card('FN:Ana')).remarks).toBe(undefined)
})
