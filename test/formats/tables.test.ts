import { describe, expect, it } from 'vitest'
import { finished, type Imported } from '../../src/domain/data/imported.ts'
import { readPeopleCsv } from '../../src/formats/csv.ts'
import { csvRows } from '../../src/formats/csv-table.ts'

// Tables in the shapes that programs and people write, each with one person and what is known of them.

async function read(...lines: string[]): Promise<Imported> {
  return finished(readPeopleCsv(await csvRows(`${lines.join('\n')}\n`)))
}

async function fields(...lines: string[]) {
  const { people } = await read(...lines)
  return people.map(person => person.fields)
}

const rosa = { name: 'Rosa Vidal', emails: ['rosa@example.org'] }

describe('a header is read by what its words mean', () => {
  it.each<[string, string[], object]>([
    ['two words', ['Name,Email', 'Rosa Vidal,rosa@example.org'], rosa],
    [
      'small letters',
      ['name,email,phone', 'Rosa Vidal,rosa@example.org,555-0100'],
      { ...rosa, phones: ['555-0100'] },
    ],
    ['first and last name alone', ['First Name,Last Name', 'Rosa,Vidal'], { name: 'Rosa Vidal' }],
    [
      'full name and mobile phone',
      ['Full Name,E-mail,Mobile Phone', 'Rosa Vidal,rosa@example.org,555-0100'],
      { ...rosa, phones: ['555-0100'] },
    ],
    [
      'words of a program',
      ['firstName;lastName;emailAddress;phoneNumber', 'Rosa;Vidal;rosa@example.org;555-0100'],
      { ...rosa, phones: ['555-0100'] },
    ],
    [
      'underscores and capitals',
      ['FIRST_NAME\tLAST_NAME\tEMAIL_1\tEMAIL_2', 'Rosa\tVidal\trosa@example.org\tr@example.net'],
      { ...rosa, emails: ['rosa@example.org', 'r@example.net'] },
    ],
    [
      'one column of both names, the last one first',
      ['"Last Name, First Name",Email', '"Vidal, Rosa",rosa@example.org'],
      { name: 'Vidal, Rosa', emails: ['rosa@example.org'] },
    ],
    [
      'German words',
      ['Name;Vorname;E-Mail;Handy;Klinik', 'Vidal;Rosa;rosa@example.org;0170 5550100;Uniklinik'],
      { ...rosa, phones: ['0170 5550100'], institution: 'Uniklinik' },
    ],
    [
      'a roster of a hospital',
      [
        'Physician,Specialty,Hospital,Pronouns,Pager,Work Email',
        'Rosa Vidal,cardiology,UCSF,she/her,555-0104,rosa@example.org',
      ],
      {
        ...rosa,
        specialty: 'cardiology',
        institution: 'UCSF',
        pronouns: 'she/her',
        note: 'Pager: 555-0104',
      },
    ],
    [
      'where and when you met',
      ['Who,Where we met,Met on,Introduced by', 'Rosa Vidal,ACC,2026-03-09,Priya Nair'],
      { name: 'Rosa Vidal', metAt: 'ACC', metOn: '2026-03-09' },
    ],
    [
      'Yahoo',
      [
        'First,Middle,Last,Nickname,Email,Category,Messenger ID,Home,Work,Pager,Fax,Mobile,Other,Yahoo Phone,Primary,Alternate Email 1,Alternate Email 2,Personal Website,Business Website,Title,Company,Work Address,Work City,Work State,Work ZIP,Home City,Birthday,Comments',
        'Rosa,,Vidal,Ro,rosa@example.org,Ward,rosav,555-0101,555-0102,,,555-0105,,,,r2@example.org,,rosa.example.org,,Nurse,Green Hospital,1 Way,Portland,OR,97201,Salem,1980-01-15,likes sailing',
      ],
      {
        name: 'Rosa Vidal',
        nickname: 'Ro',
        emails: ['rosa@example.org', 'r2@example.org'],
        phones: ['555-0101', '555-0102', '555-0105'],
        links: ['https://rosa.example.org'],
        institution: 'Green Hospital',
        role: 'nurse',
        area: 'Portland, OR',
        birthday: '1980-01-15',
        tags: ['Ward'],
        note: 'likes sailing\nMessenger ID: rosav',
      },
    ],
    [
      'an American Thunderbird',
      [
        'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes',
        'Rosa,Vidal,Rosa Vidal,Ro,rosa@example.org,rosa2@example.org,,555-0101,555-0102,555-0103,555-0104,555-0105,1 Elm Way,,Salem,OR,97301,USA,2 Ward Road,,Portland,OR,97201,USA,Nurse,Ward 5,Green Hospital,https://rosa.example.org,,1980,1,15,,,,,likes sailing',
      ],
      {
        name: 'Rosa Vidal',
        nickname: 'Ro',
        emails: ['rosa@example.org', 'rosa2@example.org'],
        phones: ['555-0101', '555-0102', '555-0105'],
        links: ['https://rosa.example.org'],
        institution: 'Green Hospital',
        department: 'Ward 5',
        role: 'nurse',
        area: 'Salem, OR',
        birthday: '1980-01-15',
        note: 'likes sailing\nFax: 555-0103\nPager: 555-0104',
      },
    ],
    [
      'a British Thunderbird without the year',
      [
        'First Name,Last Name,Display Name,Primary Email,Home County,Home City,Organisation,Birth Year,Birth Month,Birth Day',
        'Rosa,Vidal,Rosa Vidal,rosa@example.org,Kent,Dover,Green Hospital,,9,3',
      ],
      { ...rosa, area: 'Dover, Kent', institution: 'Green Hospital', birthday: '--09-03' },
    ],
    [
      'a German Thunderbird',
      [
        'Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,Pager-Nummer,Mobil-Tel.-Nr.,Privat: Adresse,Privat: Ort,Privat: Bundesland,Privat: PLZ,Arbeitstitel,Abteilung,Organisation,Webseite 1,Geburtsjahr,Geburtsmonat,Geburtstag,Notizen',
        'Rosa,Vidal,Rosa Vidal,Ro,rosa@example.org,r2@example.org,,0221 5550101,0221 5550102,,,0170 5550105,Weg 1,Köln,NRW,50667,Oberärztin,Chirurgie,Uniklinik,rosa.example.org,1980,1,15,segelt',
      ],
      {
        name: 'Rosa Vidal',
        nickname: 'Ro',
        emails: ['rosa@example.org', 'r2@example.org'],
        phones: ['0221 5550101', '0221 5550102', '0170 5550105'],
        links: ['https://rosa.example.org'],
        institution: 'Uniklinik',
        department: 'Chirurgie',
        organizations: ['Uniklinik: Oberärztin'],
        area: 'Köln, NRW',
        birthday: '1980-01-15',
        note: 'segelt',
      },
    ],
    [
      'a German Outlook with brackets',
      [
        'Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Telefon (privat 2);Telefon (geschäftlich);Mobiltelefon 2;Fax geschäftlich;E-Mail-Adresse;E-Mail: Angezeigter Name;E-Mail 2: Adresse;E-Mail 2: Typ;Ort privat;Jahrestag;Partner;Webseite',
        'Frau Dr.;Rosa;;Vidal;Uniklinik;Ärztin;0221 5550101;0221 5550102;0170 5550105;0221 5550103;rosa@example.org;Rosa (rosa@example.org);r2@example.org;SMTP;Köln;0.0.00;Kim;rosa.example.org',
      ],
      {
        name: 'Dr. Rosa Vidal',
        emails: ['rosa@example.org', 'r2@example.org'],
        phones: ['0221 5550101', '0221 5550102', '0170 5550105'],
        links: ['https://rosa.example.org'],
        institution: 'Uniklinik',
        organizations: ['Uniklinik: Ärztin'],
        area: 'Köln',
        note: 'Fax: 0221 5550103\nPartner: Kim',
      },
    ],
    [
      'Google’s labels: which number is a fax, and who is who',
      [
        'First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,Address 1 - Label,Address 1 - City,Address 1 - Region',
        'Rosa,Vidal,Mobile,555-0100,Work Fax,555-0103,Spouse,Kim Vidal,Anniversary,2010-05-06,Home,Salem,OR',
      ],
      {
        name: 'Rosa Vidal',
        phones: ['555-0100'],
        area: 'Salem, OR',
        note: 'Fax: 555-0103\nSpouse: Kim Vidal\nAnniversary: 2010-05-06',
      },
    ],
    [
      'cards turned into a table',
      [
        'Formatted Name,Telephone : mobile,Email : home,Email : work,Address : home : city,Organization,Job title',
        'Rosa Vidal,555-0100,rosa@example.org,r2@example.org,Salem,Green Hospital,Dean',
      ],
      {
        name: 'Rosa Vidal',
        emails: ['rosa@example.org', 'r2@example.org'],
        phones: ['555-0100'],
        area: 'Salem',
        institution: 'Green Hospital',
        organizations: ['Green Hospital: Dean'],
      },
    ],
    [
      'the names of a card’s own lines',
      [
        'FN,TEL,EMAIL,ORG,TITLE,BDAY,NOTE',
        'Rosa Vidal,555-0100,rosa@example.org,UCSF,Dean,1980-01-15,x',
      ],
      {
        ...rosa,
        phones: ['555-0100'],
        institution: 'UCSF',
        organizations: ['UCSF: Dean'],
        birthday: '1980-01-15',
        note: 'x',
      },
    ],
    [
      'a title that is a form of address, and a job that is none',
      ['Title,First Name,Last Name,Job Title,Company', 'Dr.,Rosa,Vidal,Dean,UCSF'],
      { name: 'Dr. Rosa Vidal', institution: 'UCSF', organizations: ['UCSF: Dean'] },
    ],
    [
      'a title that is a job',
      ['First Name,Last Name,Title,Company', 'Rosa,Vidal,Program Director,UCSF'],
      { name: 'Rosa Vidal', institution: 'UCSF', organizations: ['UCSF: Program Director'] },
    ],
    [
      'columns that say only where',
      ['Name,Home,Work,Mobile', 'Rosa Vidal,555-0101,rosa@example.org,555-0105'],
      { ...rosa, phones: ['555-0101', '555-0105'] },
    ],
    [
      'a header below a few lines of words',
      ['Ward list of November', '', 'Name,Email', 'Rosa Vidal,rosa@example.org'],
      rosa,
    ],
    [
      'a list that a hospital keeps, with short words',
      [
        'Last,First,Dept.,E-mail addr.,Office phone,Cell/Pager,Med School,Emergency Contact Phone',
        'Vidal,Rosa,Surgery,rosa@example.org,555-0101,555-0105,UCSF,555-0199',
      ],
      {
        ...rosa,
        department: 'Surgery',
        phones: ['555-0101', '555-0105'],
        institution: 'UCSF',
      },
    ],
    [
      'two names and two places, of which one is enough',
      ['Name,Contact,Location,Office Location,Private', 'Rosa Vidal,R. Vidal,Salem,Room 5,FALSE'],
      { name: 'Rosa Vidal', area: 'Salem', note: 'Contact: R. Vidal\nOffice Location: Room 5' },
    ],
    [
      'German short forms',
      [
        'Nachname, Vorname;Titel;Telefonnr.;Mobil;E-Mail privat;E-Mail dienstl.;Geb.-Datum;PLZ;Fachrichtung',
        '"Vidal, Rosa";Prof. Dr.;0221 5550101;0170 5550105;rosa@example.org;r2@example.org;15.1.1980;50667;Chirurgie',
      ].map(line => line.replaceAll('Nachname, Vorname', '"Nachname, Vorname"')),
      {
        name: 'Vidal, Rosa',
        title: 'Prof. Dr.',
        emails: ['rosa@example.org', 'r2@example.org'],
        phones: ['0221 5550101', '0170 5550105'],
        birthday: '1980-01-15',
        specialty: 'Chirurgie',
      },
    ],
    [
      'French',
      [
        'Prénom;Nom;Adresse e-mail;Téléphone portable;Société;Ville;Date de naissance',
        'Rosa;Vidal;rosa@example.org;06 55 50 10 00;CHU;Lyon;1980-01-15',
      ],
      {
        ...rosa,
        phones: ['06 55 50 10 00'],
        institution: 'CHU',
        area: 'Lyon',
        birthday: '1980-01-15',
      },
    ],
    [
      'Spanish',
      [
        'Nombre,Apellidos,Correo electrónico,Teléfono móvil,Empresa,Ciudad,Notas',
        'Rosa,Vidal,rosa@example.org,655 501 000,Clínica,Lima,x',
      ],
      { ...rosa, phones: ['655 501 000'], institution: 'Clínica', area: 'Lima', note: 'x' },
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await fields(...lines)).toEqual([expected])
  })
})

describe('a cell of several values', () => {
  it.each<[string, string[]]>([
    ['"a@x.org; b@x.org"', ['a@x.org', 'b@x.org']],
    ['"a@x.org, b@x.org"', ['a@x.org', 'b@x.org']],
    ['a@x.org / b@x.org', ['a@x.org', 'b@x.org']],
    ['a@x.org/b@x.org', ['a@x.org', 'b@x.org']],
    ['a@x.org ::: b@x.org', ['a@x.org', 'b@x.org']],
    ['a@x.org b@x.org', ['a@x.org', 'b@x.org']],
    ['"Rosa <a@x.org>; ""Vidal, Rosa"" <b@x.org>"', ['a@x.org', 'b@x.org']],
    ['a@x.org.', ['a@x.org']],
    [' a@x.org ', ['a@x.org']],
  ])('%s holds the addresses %j', async (cell, emails) => {
    expect(await fields('Name,Email', `Rosa,${cell}`)).toEqual([{ name: 'Rosa', emails }])
  })

  it('with words beside the address stands in the note too', async () => {
    expect(await fields('Name,Email', 'Rosa,a@x.org (old)')).toEqual([
      { name: 'Rosa', emails: ['a@x.org'], note: 'Email: a@x.org (old)' },
    ])
    expect(await fields('Name,Email', 'Rosa,ask her')).toEqual([
      { name: 'Rosa', note: 'Email: ask her' },
    ])
  })

  it.each<[string, string[]]>([
    ['555-0100; 555-0101', ['555-0100', '555-0101']],
    ['"555-0100, 555-0101"', ['555-0100', '555-0101']],
    ['555-0100 / 555-0101', ['555-0100', '555-0101']],
    ['555-0100 ::: 555-0101', ['555-0100', '555-0101']],
    ['0221/5550100', ['0221/5550100']],
    ['"555-0100,,12"', ['555-0100,,12']],
    ['030 / 12 34', ['030 / 12 34']],
    ['+1 555 0100;ext=12', ['+1 555 0100 ext. 12']],
  ])('%s holds the numbers %j', async (cell, phones) => {
    expect(await fields('Name,Phone', `Rosa,${cell}`)).toEqual([{ name: 'Rosa', phones }])
  })
})

it('blanks between a comma and a quotation mark do not count', async () => {
  expect(
    await fields(
      '"Name", "Given Name", "Family Name", "Notes", "Group Membership", "Phone 1 - Type", "Phone 1 - Value"',
      '"Pat Moss", "Pat", "Moss", "met at the fair, ""late""", "* myContacts", "Mobile", "+15550100"',
    ),
  ).toEqual([{ name: 'Pat Moss', phones: ['+15550100'], note: 'met at the fair, "late"' }])
})

it('empty cells between tabs stay where they are', async () => {
  expect(await fields('Name\tEmail\tPhone', 'Rosa\t\t555-0100', ' "Bo" \t \t"1, 2"')).toEqual([
    { name: 'Rosa', phones: ['555-0100'] },
    { name: 'Bo', phones: ['1, 2'] },
  ])
})

it('what no column took is named, with how many rows have it', async () => {
  const { leftOut } = await read(
    'Name,Email,Shoe size,Home Street,E-mail 1 - Label,Priority,Empty',
    'Rosa,rosa@x.org,38,1 Way,* Home,Normal,',
    'Bo,bo@x.org,44,,Work,Normal,',
  )
  const towns = await read('Name,Home City,Work City', 'Rosa,Salem,Portland', 'Bo,Salem,Salem')
  expect(towns.leftOut).toEqual([{ what: 'second towns', count: 1 }])
  expect(leftOut).toEqual([
    { what: '"Shoe size"', count: 2 },
    { what: '"Home Street"', count: 1 },
  ])
})

describe('a file without a header', () => {
  it('loses nobody: its columns are told by what they hold', async () => {
    const imported = await read(
      'Ana Ruiz,ana@example.org,+1 555 0100,UCSF',
      'Bo Lin,bo@example.org,,Mayo',
    )
    expect(imported.people.map(({ fields }) => fields)).toEqual([
      { name: 'Ana Ruiz', emails: ['ana@example.org'], phones: ['+1 555 0100'] },
      { name: 'Bo Lin', emails: ['bo@example.org'] },
    ])
    expect(imported.leftOut).toEqual([{ what: 'column 4', count: 2 }])
  })

  it('is mapped by its first cells or by numbers, and its first line stays a person', async () => {
    const table = await csvRows('Ana Ruiz,ana@example.org,UCSF\nBo Lin,bo@example.org,Mayo\n')
    const byCell = new Map([
      ['Ana Ruiz', 'name'],
      ['ana@example.org', 'email'],
    ])
    const byNumber = new Map([['3', 'institution']])
    expect(finished(readPeopleCsv(table, byCell)).people.map(({ fields }) => fields.name)).toEqual([
      'Ana Ruiz',
      'Bo Lin',
    ])
    expect(finished(readPeopleCsv(table, byNumber)).people[1]?.fields).toEqual({
      name: 'Bo Lin',
      emails: ['bo@example.org'],
      institution: 'Mayo',
    })
  })
})

it('a mapping adds to what is known, and a minus leaves a column out', async () => {
  const table = await csvRows('Name,Email,Clinic unit,Notes\nRosa,rosa@x.org,Ward 5,secret\n')
  const mapping = new Map([
    ['Clinic unit', 'department'],
    ['Notes', '-'],
  ])
  const { people, leftOut } = finished(readPeopleCsv(table, mapping))
  expect(people[0]?.fields).toEqual({ name: 'Rosa', emails: ['rosa@x.org'], department: 'Ward 5' })
  expect(leftOut).toBe(undefined)
})

it.each([
  [['Name', 'Given Name', 'Family Name', 'Group Membership'], 'Google CSV'],
  [['First Name', 'Phone 1 - Value'], 'Google CSV'],
  [['First Name', 'Last Name', 'Connected On'], 'LinkedIn CSV'],
  [['First Name', 'Last Name', 'E-mail Address', 'Business Phone'], 'Outlook CSV'],
  [['First Name', 'Last Name', 'Primary Email', 'Work Phone'], 'Thunderbird CSV'],
  [['Vorname', 'Nachname', 'E-Mail-Adresse', 'Telefon geschäftlich'], 'Outlook CSV'],
  [['First', 'Last', 'Email', 'Yahoo Phone'], 'Yahoo CSV'],
  [['name', 'emails', 'uid'], 'CSV of netmed'],
  [['Name', 'Email'], 'CSV'],
])('a table of the columns %j is called a %s', async (header, kind) => {
  expect((await csvRows(`${header.join(',')}\nx,y,z\n`)).kind).toBe(kind)
})

it.each([[['Wer', 'Spital']], [['__proto__', 'constructor']], [['Notes']], [['Labels', 'City']]])(
  'nobody is made of the columns %j unasked',
  async header => {
    expect((await csvRows(`${header.join(',')}\nx,y\n`)).isKnown).toBe(false)
  },
)
