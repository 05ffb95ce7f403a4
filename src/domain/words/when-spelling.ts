import { late } from './late.ts'

const DAY = '(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?'
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b'
const DAYS = `(?:${DAY}s?|today|tonight|tomorrow)`

const LETTER_DAYS: Readonly<Record<string, string>> = {
  m: 'Mon',
  mo: 'Mon',
  mon: 'Mon',
  t: 'Tue',
  tu: 'Tue',
  tue: 'Tue',
  tues: 'Tue',
  w: 'Wed',
  we: 'Wed',
  wed: 'Wed',
  weds: 'Wed',
  r: 'Thu',
  th: 'Thu',
  thu: 'Thu',
  thur: 'Thu',
  thurs: 'Thu',
  f: 'Fri',
  fr: 'Fri',
  fri: 'Fri',
  sa: 'Sat',
  sat: 'Sat',
  su: 'Sun',
  sun: 'Sun',
}

const ORDINALS: Readonly<Record<string, string>> = {
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
}

const HALVES: Readonly<Record<string, string>> = {
  am: 'morning',
  morn: 'morning',
  pm: 'afternoon',
  aft: 'afternoon',
  eve: 'evening',
  nite: 'night',
}

/** Ways of typing a day or a time in a hurry, and the plain one. */
const spellings = late((): readonly [RegExp, string | ((...found: string[]) => string)][] => [
  [/^[-*•\s]+|(?<!\d\.\d{1,2})[\s.!?,;]+$/g, ''],
  [/\b(?:2nite|tonite|2night)\b/gi, 'tonight'],
  [/\b(?:tmrw|tmr|tmw|tmrrw|tomo|tomorow|tommorow|tommorrow|tomoro|2morrow|2mrw)\b/gi, 'tomorrow'],
  [
    /(?<!\b(?:with|and|w) )\btom(?= (?:\d|at|after|@|morning|afternoon|evening|night))/g,
    'tomorrow',
  ],
  [/\b(?:wknd|wkend|week-end)(s?)\b/gi, 'weekend$1'],
  [/\b(?:wkday|week-day)(s?)\b/gi, 'weekday$1'],
  [new RegExp(`\\b(?:eod|cob)(?: (?:on )?(?=${DAY}\\b))`, 'gi'), 'the end of the day on '],
  [/\b(?:eod|cob)\b/gi, 'the end of the day'],
  [/\beow\b/gi, 'the end of the week'],
  [/\beom\b/gi, 'the end of the month'],
  [
    /^(?:the )?end of (?:the )?(?=(?:day|week|month|year|term|semester|block)\b)/gi,
    'the end of the ',
  ],
  [/^end of (?=[a-z])/gi, 'the end of '],
  [/\bmid (?=[a-z]{3})/gi, 'mid-'],
  [/\bstep (?=[123]\b)/g, 'Step '],
  [/\b(?:xmas|christmas)\b/gi, 'Christmas'],
  [/\b(?:thanksgiving|tgiving)\b/gi, 'Thanksgiving'],
  [/\bnew year[’']?s\b/gi, "New Year's"],
  [/(?<=\b(?:Christmas|Thanksgiving|New Year's) )(?:day|eve)\b/g, capitals],
  [/\b(?:easter|halloween|labor day|memorial day|black friday)\b/g, capitals],
  [/\bzoom\b/g, 'Zoom'],
  [/\b(?:btwn|btw|bw|b\/w)(?= (?:\d|noon))/gi, 'between'],
  [/\b(\d{4}-\d\d-\d\d)[Tt](?=\d\d:\d\d)/g, '$1 '],
  [/(?<=\d{4}-\d\d-\d\d \d\d:\d\d):\d\d(?:\.\d+)?\b/g, ''],
  [
    /\b([01]?\d|2[0-3])h([0-5]\d)?\b(?! (?:long|total))/gi,
    (_, hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`,
  ],
  [/\b12 ?(noon|midnight)\b/gi, '$1'],
  [/(?<=\d) ?o[’' ]?clock\b/gi, ''],
  // "1530", "0900-1000", and no year
  [
    /(?<![\d/.:-]|\b(?:room|suite|#) ?)([01]\d|2[0-3])([0-5]\d)-([01]\d|2[0-3])([0-5]\d)h?\b/gi,
    '$1:$2-$3:$4',
  ],
  [
    /(?<![\d/.:-]|\b(?:room|suite|#) ?)(?!20[2-9]\d)([01]\d|2[0-3])([0-5]\d)h?(?![\w/.:-])/gi,
    '$1:$2',
  ],
  [/\b(\d{1,2})\/(?=\d{1,2}:\d\d)/g, '$1 or '],
  [/\b(?:til|till)(?= (?:\d|noon|midnight))/gi, 'until'],
  [/\bhalf past (\d{1,2})\b/gi, '$1:30'],
  [/\bquarter to ([2-9]|1[0-2])\b/gi, (_, hour = '') => `${Number(hour) - 1}:45`],
  [
    /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g,
    (_, year = '', month = '', date = '') =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
  ],
  [/(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d-])/g, '$1/$2/$3'],
  // "nov 24/25", "5:30/6", "mon 11/30: 2-4"
  [new RegExp(`\\b(${MONTH}) (\\d{1,2})/(?=\\d{1,2}\\b(?!/))`, 'gi'), '$1 $2 or '],
  [/(?<=\d:\d\d)\/(?=\d)/g, ' or '],
  [
    new RegExp(`(\\d{1,2}/\\d{1,2}|${MONTH} \\d{1,2}): ?(?=\\d{1,2}\\b(?!:?\\d\\d$)| )`, 'gi'),
    '$1 ',
  ],
  [/\bfrom (\d{1,2}(?::\d\d)?(?: ?[ap]m?\b)?)(?=$|,|;| or\b)/gi, 'after $1'],
  [
    new RegExp(`\\b(?:the )?(1st|2nd|3rd|4th)(?= (?:${DAY}) (?:of|in)\\b)`, 'gi'),
    (_, ordinal = '') => `the ${ORDINALS[ordinal.toLowerCase()] ?? ordinal}`,
  ],
  [/(?<![\w'’-])(m|tu?|w|th?|r|f|sa|su)(?= \d{1,2}\/\d)/gi, dayOfLetters],
  [/\bquarter past (\d{1,2})\b/gi, '$1:15'],
  [/(?<=\d|\b[ap]m)\+/gi, ' or later'],
  [/\b(?:from )?(\d{1,2}(?::\d\d)?(?: ?[ap]m?\b)?) (?:onwards?|or later|on$)/gi, 'after $1'],
  [/(?:~|\bca?\. ?|\bat (?:around|about) |\b(?:approx|circa)\.? )(?=\d|noon)/gi, 'around '],
  // Of a date it is the day that is not sure: "jan 5ish", "1/5-ish", "the 5thish", "janish", "thursish".
  [
    new RegExp(
      `\\b(?:about |around )?((?:${MONTH} )\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}/\\d{1,2}|(?:the )?\\d{1,2}(?:st|nd|rd|th))(?:[ -]?ish| or so| or thereabouts)\\b`,
      'gi',
    ),
    'around $1',
  ],
  [new RegExp(`\\b(\\d{1,2})[ -]?ish (${MONTH})`, 'gi'), 'around $1 $2'],
  [/\b(mid[- ])?(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[ -]?ish\b/gi, 'around $1$2'],
  [new RegExp(`\\b(${DAY})[ -]?ish\\b`, 'gi'), 'around $1'],
  [/\bcirca (?=[a-z])/gi, 'around '],
  [/(?:(?<!\w)(?:at|@) ?)?\b(noon|\d{1,2}(?::\d\d)?(?: ?[ap]m?)?)-?ish\b/gi, 'around $1'],
  [/\b(?:any ?time )?b4\b/gi, 'before'],
  [
    new RegExp(`\\b(${DAY}|tomorrow|today)s? (am|morn|pm|aft|eve|nite)(s?)(?=$|[\\s,./])`, 'gi'),
    (_, day = '', half = '', many = '') => `${day} ${HALVES[half.toLowerCase()] ?? half}${many}`,
  ],
  [new RegExp(`\\b(${DAY}|tomorrow) in the (morning|afternoon|evening)\\b`, 'gi'), '$1 $2'],
  // "fri: 3-5", "Mon (3-5)"
  [new RegExp(`\\b(${DAYS}): ?(?=\\d|after|before|from|noon)`, 'gi'), '$1 '],
  [
    new RegExp(
      `\\b(${DAYS}) \\(((?:after |before |from |between )?(?:\\d(?! of\\b)|noon|${MONTH})[^()]*)\\)`,
      'gi',
    ),
    '$1 $2',
  ],
  // "m/w/f", "MWF", "T/Th", "m-f"
  [
    /(?<![\w/])(?:m|t|tu|tues?|w|th|r|thu|thurs?|f|mon|weds?|fri|sat|sun)(?:\/(?:m|t|tu|tues?|w|th|r|thu|thurs?|f|mon|weds?|fri|sa|su|sat|sun))+(?![\w/])/gi,
    found => choiceOf((found ?? '').split('/')),
  ],
  [
    /(?<!\w)(?:mwf|tth|tuth|mw|wf|mtw|twth|mtwthf|mtwrf|tr)(?!\w)/gi,
    found => choiceOf((found ?? '').match(/th|tu|[mtwrf]/gi) ?? []),
  ],
  [
    /(?<![\w-])(m|mon|tu|tues?|w|wed|th|thurs?)-(w|wed|th|thurs?|f|fri|sat|sun|su)(?![\w-])/gi,
    (_, from = '', until = '') => `${dayOfLetters(from)} to ${dayOfLetters(until)}`,
  ],
  [/(?<![\w'’-])(tu|th|fr|mo|sa|su)(?=$|[,.]? ?(?:\d|@|at\b|or\b|and\b|,))/gi, dayOfLetters],
  [new RegExp(`\\b(${DAY})-(?=${DAY}\\b)`, 'gi'), '$1 to '],
  [new RegExp(`\\b(${MONTH})-(?=${MONTH})`, 'gi'), '$1 to '],
  [new RegExp(`\\b(${DAYS}) ?[&+] ?(?=${DAYS}\\b)`, 'gi'), '$1 and '],
  [
    new RegExp(`(?<=\\d(?:[ap]m?)?|morning|afternoon|evening|night|noon) ?/ ?(?=${DAY}\\b)`, 'gi'),
    ', ',
  ],
  [
    /\b(\d{1,2}:?\d{0,2} ?[ap]\.?m\.?) (et|ct|mt|pt|[ecmp][sd]t|gmt|utc|bst|cet|cest|ist)\b/gi,
    (_, time = '', zone = '') => `${time} ${zone.toUpperCase()}`,
  ],
  [
    /\b(\d{1,2}:?\d{0,2} ?[ap]\.?m\.?) (eastern|central|mountain|pacific)\b/gi,
    (_, time = '', zone = '') => `${time} ${capitals(zone)}`,
  ],
  [
    /^(?:Any|After|Before|Between|From|On|In|The|Next|This|Every|Most|Weekdays?|Weekends?|Evenings?|Mornings?|Afternoons?|Tonight|Until|By|At|Around|Early|Late|Mid|During|Whenever|Anytime|Noon|Midnight|Week|First|End)\b/g,
    found => (found ?? '').toLowerCase(),
  ],
  [/\s{2,}/g, ' '],
])

function choiceOf(letters: readonly string[]): string {
  const days = letters.map(dayOfLetters)
  return [days.slice(0, -1).join(', '), ...days.slice(-1)].filter(Boolean).join(' or ')
}

function dayOfLetters(letters = ''): string {
  return LETTER_DAYS[letters.toLowerCase()] ?? letters
}

function capitals(words = ''): string {
  return words.replace(/\b[a-z]/g, letter => letter.toUpperCase())
}

/** What says when, its days and times typed as anyone would read them: `m/w/f 10ish` is `Mon, Wed, Fri around 10`. */
export function spelledWhen(text: string): string {
  let spelled =
    /[A-Z]{3}/.test(text) && / /.test(text) && text === text.toUpperCase()
      ? text.toLowerCase()
      : text
  for (const [typed, plain] of spellings()) {
    spelled =
      typeof plain === 'string' ? spelled.replace(typed, plain) : spelled.replace(typed, plain)
  }
  return spelled.trim()
}
