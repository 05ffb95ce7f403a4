import { describe, expect, it } from 'vitest'
import type { Template } from '../../src/domain/data/templates.ts'
import { NOUNS } from '../../src/domain/words/shapes.ts'
import {
  checkTemplate,
  readTemplate,
  renderTemplate,
  type TemplateFile,
} from '../../src/formats/template.ts'

const file: TemplateFile = { name: 'hello', source: 'own', path: '/own/hello.md' }

function written(front: string, body = 'Hello'): string {
  return `---\nsubject: "A word"\n${front}---\n${body}\n`
}

async function bodyOf(body: string, view: Record<string, string> = {}): Promise<string> {
  const slots = Object.keys(view)
    .map(name => `  ${name}: { meaning: m }\n`)
    .join('')
  const template = await readTemplate(written(slots && `slots:\n${slots}`, body), file)
  return (await renderTemplate(template, view)).body
}

async function problemsOf(text: string): Promise<string[]> {
  const problems = await checkTemplate(text, file)
  return problems.map(({ line, column, message, hint }) =>
    [`${line}:${column} ${message}`, hint].filter(Boolean).join(' | '),
  )
}

describe('a template as it is written', () => {
  it('its front matter and its text are read', async () => {
    const text = `---
title: After a talk
for: [peer, resident]
after: seminar
subject: 'About {{ topic }}'
then: reply
slots:
  topic: { meaning: what it was about, example: sleep, required: true, from: detail }
  minutes:
---
Hello {{ topic }} {{ signed }}
`
    expect(await readTemplate(text, file)).toEqual({
      name: 'hello',
      source: 'own',
      path: '/own/hello.md',
      title: 'After a talk',
      for: ['peer', 'resident'],
      after: ['seminar'],
      needs: [],
      opens: 'reply',
      subject: 'About {{ topic }}',
      body: 'Hello {{ topic }} {{ signed }}\n',
      slots: [
        {
          name: 'topic',
          meaning: 'what it was about',
          example: 'sleep',
          required: true,
          from: 'detail',
          takes: NOUNS,
        },
        { name: 'minutes', meaning: 'how many minutes', example: '20', required: false },
        {
          name: 'name',
          meaning: 'your name, as you sign',
          example: 'Jo Park',
          required: true,
          profile: 'name',
        },
      ],
    } satisfies Template)
  })

  it('a slot says which shapes it takes, and the text may ask which one it is', async () => {
    const text = written(
      'slots:\n  point: { takes: [did, thing] }\n  topic: { takes: [] }\n',
      "{% if point %}{% if point_shape == 'did' and point_doing %}{{ point_doing }}{% else %}{{ point }}{% endif %}{% endif %}",
    )
    const { slots } = await readTemplate(text, file)
    expect(slots.map(({ name, takes }) => [name, takes])).toEqual([
      ['point', ['did', 'thing']],
      ['topic', undefined],
    ])
    expect(await checkTemplate(text, file)).toEqual([])
  })

  it('a shape that is none is refused, and so is a word of a slot that takes none', async () => {
    const unknown = readTemplate(written('slots:\n  point: { takes: noun }\n', 'Hi'), file)
    await expect(unknown).rejects.toThrow('"noun" is not known under takes.')
    const none = readTemplate(written('slots:\n  news:\n', '{{ news_shape }}'), file)
    await expect(none).rejects.toThrow('{{ news_shape }} is neither a slot')
  })

  it('line ends and a byte order mark from other systems are read', async () => {
    const text = '\ufeff---\r\nsubject: Hi\r\n---\r\nOne\r\nTwo\r\n'
    expect(await readTemplate(text, file)).toMatchObject({ subject: 'Hi', body: 'One\nTwo\n' })
  })

  it('the first mistake fails with file, line and column', async () => {
    const reading = readTemplate(written('', 'Hello\n\nDear {{ nmae }}'), file)
    await expect(reading).rejects.toMatchObject({
      kind: 'usage',
      message:
        '/own/hello.md, line 6, column 9: {{ nmae }} is neither a slot of this template nor a word that netmed knows.',
      hint: 'Did you mean name?',
    })
  })

  it.each<[string, string, string[]]>([
    ['no mistake', written('slots:\n  topic: { required: true }\n', '{{ topic }} {{ name }}'), []],
    [
      'no front matter',
      'Hello',
      [
        '1:1 A template starts with a line of three dashes. | Then title, subject and slots, another --- line, and the text.',
      ],
    ],
    [
      'no end of the front matter',
      '---\nsubject: Hi\n',
      ['3:1 The line of three dashes before the text is missing.'],
    ],
    [
      'no subject',
      '---\ntitle: Hi\n---\nHi',
      ['1:1 A template needs a subject. | Add a line: subject: "…"'],
    ],
    [
      'a subject that YAML takes for a map',
      '---\nsubject: {{ name }}\n---\nHi',
      ['2:10 subject must be one line of text. | Put quotes around it: "…"'],
    ],
    [
      'a subject that YAML cannot read',
      '---\nsubject: {{ name }} and more\n---\nHi',
      ['2:21 Unexpected scalar at node end. | Put quotes around it: "…"'],
    ],
    [
      'a role that is none',
      written('for: [peer, residnet]\n'),
      ['3:13 "residnet" is not known under for. | Did you mean resident?'],
    ],
    [
      'a field that is none',
      written('tilte: Hi\n'),
      ['3:1 "tilte" is not part of a template. | Did you mean title?'],
    ],
    [
      'a slot without a meaning',
      written('slots:\n  book: { required: true }\n', '{{ book }}'),
      ['4:3 The slot book needs a meaning.'],
    ],
    [
      'a slot named like a word of netmed',
      written('slots:\n  greeting: { meaning: x }\n'),
      ['4:3 netmed works out "greeting" itself, so it can\'t be a slot.'],
    ],
    [
      'a slot that could not be typed',
      written('slots:\n  My Slot: { meaning: x }\n'),
      ['4:3 The name of a slot has only lower-case letters, digits and _, unlike "My Slot".'],
    ],
    [
      'required that is neither true nor false',
      written('slots:\n  topic: { required: often }\n'),
      ['4:22 required is true or false, or formal.'],
    ],
    [
      'an unknown word in the subject',
      '---\nsubject: "About {{ tpoic }}"\nslots:\n  topic:\n---\n{{ topic }}',
      [
        '2:20 {{ tpoic }} is neither a slot of this template nor a word that netmed knows. | Did you mean topic?',
      ],
    ],
    [
      'a part of a word',
      written('', '{{ name.first }}'),
      ['4:4 name is plain words and has no parts.'],
    ],
    [
      'a tag that is not closed',
      written('', 'Hi\n{% if formal %}Dear'),
      ['5:1 Tag {% if formal %} not closed.'],
    ],
    [
      'a tag that reads files',
      written('', '{% include "package.json" %}'),
      [
        '4:1 Tag "include" not found. | A template can use if, unless, case, for, assign, capture, comment and raw.',
      ],
    ],
    [
      'a filter that is not kept',
      written('', '{{ name | append: name }}'),
      [
        '4:1 Undefined filter: append. | A template can use the filters default, upcase, downcase, strip, upfirst, sentence, ended, clause, within, again, bare, led and placed.',
      ],
    ],
    [
      'a slot that may be absent and is not guarded',
      written('slots:\n  topic:\n', 'Hi\nAbout {{ topic }}'),
      [
        '7:10 {{ topic }} is not always there. | Put it inside {% if topic %} … {% endif %}, or make it required.',
      ],
    ],
    [
      'slots that are a list',
      written('slots: [topic]\n'),
      ['3:8 slots lists names, each with its value: name: value.'],
    ],
    [
      'mistakes in another order than they are read',
      written('needs: [wings]\nfor: [wizard, [peer]]\n', '{{ nx }} {{ ny }}'),
      [
        expect.stringMatching(/^3:9 "wings" is not known under needs\. \| One of /),
        expect.stringMatching(/^4:7 "wizard" is not known under for\. \| One of peer, /),
        expect.stringMatching(/^4:15 "" is not known under for\. \| One of peer, /),
        expect.stringMatching(/^6:4 \{\{ nx }} is neither /),
        expect.stringMatching(/^6:13 \{\{ ny }} is neither /),
      ],
    ],
    [
      'two mistakes at once',
      written('colour: red\n', '{{ tpoic }}'),
      [
        '3:1 "colour" is not part of a template. | It can have title, for, subject, slots, then, after, needs and several.',
        '5:4 {{ tpoic }} is neither a slot of this template nor a word that netmed knows. | Did you mean topic?',
      ],
    ],
  ])('%s is found by check', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems)
  })
})

describe('a template as it is filled in', () => {
  it('what is absent leaves no hole', async () => {
    const body =
      'One {% if formal %}{{ formal }} {% endif %}two.\n\n{% if near %}x{% endif %}\n\nThree.'
    expect(await bodyOf(body)).toBe('One two.\n\nThree.')
  })

  it('a word that is not there and not guarded writes nothing at all', async () => {
    const template = await readTemplate(written('slots:\n  topic:\n', 'About {{ topic }}'), file)
    await expect(renderTemplate(template, {})).rejects.toMatchObject({
      kind: 'usage',
      hint: 'Look at it with: netmed template check hello',
    })
  })

  it('the subject is one line', async () => {
    const text =
      '---\nsubject: "{{ topic }}{% if near %}\\nBcc: x{% endif %}"\nslots:\n  topic:\n---\nHi'
    const template = await readTemplate(text, file)
    const { subject } = await renderTemplate(template, { topic: 'a\r\nBcc: b@c.de', near: 'me' })
    expect(subject).toBe('a Bcc: b@c.de Bcc: x')
  })

  it.each([
    ['{{ 7 }} {% if x %}', '{{ 7 }} {% if x %}'],
    ['one\r\ntwo\u2028three\u0085four', 'one two three four'],
    ['\u202egnihtemos', '\u202egnihtemos'],
    ['<b>&amp;</b> $& $1', '<b>&amp;</b> $& $1'],
    ['__proto__', '__proto__'],
  ])('the value %j is put in as it is, on one line', async (value, shown) => {
    expect(await bodyOf('-{{ topic }}-', { topic: value })).toBe(`-${shown}-`)
  })

  it.each([
    ['{{ topic | sentence }}', 'it works', 'It works.'],
    ['{{ topic | sentence }}', 'does it work?', 'Does it work?'],
    ['{{ topic | sentence }}', '“it works”', '“It works.”'],
    ['{{ topic | upfirst }}', 'élan vital', 'Élan vital'],
    ['{{ topic | bare }}', 'at 3 pm', '3 pm'],
    ['{{ topic | bare }}', 'on Friday at noon', 'Friday at noon'],
    ['{{ topic | bare }}', 'from noon to 1 pm', 'noon to 1 pm'],
    ['{{ topic | within: 5 | default: "it" }}', 'short', 'short'],
    ['{{ topic | within: 5 | default: "it" }}', 'longer', 'it'],
    ['{{ topic | default: "x" }}', 'y', 'y'],
  ])('%s makes of %j %j', async (body, topic, shown) => {
    expect(await bodyOf(body, { topic })).toBe(shown)
  })
})

describe('a template from a stranger', () => {
  it.each([
    '{% render "package.json" %}',
    '{% layout "package.json" %}',
    '{% liquid\nassign x = 1 %}',
    '{{ constructor }}',
    '{{ __proto__ }}',
    '{{ name.constructor.name }}',
    '{{ name.size }}',
    '{{ "x" | where_exp: "a", "b" }}',
  ])('cannot use %s', async body => {
    await expect(readTemplate(written('', body), file)).rejects.toMatchObject({ kind: 'usage' })
  })

  it.each([
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
    '{% assign a = "0123456789" %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}',
  ])('does not run for ever: %s', async body => {
    const template = await readTemplate(written('', body), file)
    await expect(renderTemplate(template, {})).rejects.toMatchObject({ kind: 'usage' })
  })

  it.each(['{{ topic.constructor }}', '{{ topic.size.constructor }}', '{{ __proto__ }}'])(
    'shows nothing behind a word, even unread: %s',
    async body => {
      const template = await readTemplate(written('slots:\n  topic:\n'), file)
      const filling = renderTemplate({ ...template, body }, { topic: 'x' })
      await expect(filling).rejects.toMatchObject({ kind: 'usage' })
    },
  )

  it('is refused when it is larger than a message can be', async () => {
    expect(await problemsOf(written('', 'x'.repeat(65_536)))).toEqual([
      '1:1 This file is too long for a message. | At most 64 KB.',
    ])
  })

  it('cannot name a slot after the prototype', async () => {
    expect(await problemsOf(written('slots:\n  __proto__: { meaning: x }\n'))).toEqual([
      '4:3 The name of a slot has only lower-case letters, digits and _, unlike "__proto__".',
    ])
  })
})
