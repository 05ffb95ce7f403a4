import { describe, expect, it } from 'vitest'
import { columns } from '../../src/render/table.ts'
import { makeTheme } from '../../src/render/theme.ts'

const loops = [
  'Today',
  ['#9', 'Send Omar Aziz the abstract (you promised on Tue)', 'netmed done 9'],
  '',
  'Next 7 days',
  ['', 'Priya Nair · coffee on 3 Oct', 'netmed draft check-in priya'],
  ['#12', 'Write to 李明 by Wed', 'netmed draft event-followup 12'],
]

describe('columns', () => {
  it('are aligned across headings, whatever the characters', () => {
    expect(columns(loops, { width: 100, shrink: 1 })).toBe(
      [
        'Today',
        '  #9   Send Omar Aziz the abstract (you promised on Tue)  netmed done 9',
        '',
        'Next 7 days',
        '       Priya Nair · coffee on 3 Oct                       netmed draft check-in priya',
        '  #12  Write to 李明 by Wed                               netmed draft event-followup 12',
      ].join('\n'),
    )
  })

  it('wrap the shrinking one when the row is too wide', () => {
    expect(columns(loops, { width: 75, shrink: 1 })).toBe(
      [
        'Today',
        '  #9   Send Omar Aziz the abstract (you      netmed done 9',
        '       promised on Tue)',
        '',
        'Next 7 days',
        '       Priya Nair · coffee on 3 Oct          netmed draft check-in priya',
        '  #12  Write to 李明 by Wed                  netmed draft event-followup 12',
      ].join('\n'),
    )
  })

  it('put the command on a line of its own on a narrow terminal', () => {
    expect(columns(loops, { width: 40, shrink: 1 })).toBe(
      [
        'Today',
        '  #9   Send Omar Aziz the abstract (you',
        '       promised on Tue)',
        '       netmed done 9',
        '',
        'Next 7 days',
        '       Priya Nair · coffee on 3 Oct',
        '       netmed draft check-in priya',
        '  #12  Write to 李明 by Wed',
        '       netmed draft event-followup 12',
      ].join('\n'),
    )
  })

  it('never break a command, however narrow the terminal', () => {
    const rows = [['#12', 'Write to her', 'netmed draft event-followup 12']]

    expect(columns(rows, { width: 12, shrink: 1 })).toBe(
      '  #12  Write\n       to\n       her\n       netmed draft event-followup 12',
    )
  })

  const help = [
    ['netmed init', 'tell it who you are (two minutes)'],
    ['netmed add "Priya Nair"', 'someone you met'],
  ]

  it('wrap the last one when none is named', () => {
    expect(columns(help, { width: 56 })).toBe(
      [
        '  netmed init              tell it who you are (two',
        '                           minutes)',
        '  netmed add "Priya Nair"  someone you met',
      ].join('\n'),
    )
  })

  it('put an explanation under what it explains when too little room is left', () => {
    expect(columns(help, { width: 34 })).toBe(
      [
        '  netmed init',
        '      tell it who you are (two',
        '      minutes)',
        '  netmed add "Priya Nair"',
        '      someone you met',
      ].join('\n'),
    )
  })

  it('stand one under the other when the right half has no room', () => {
    const rows = [
      ['Dr. Lena Hoff  #4', 'attending, cardiology · UCSF'],
      ['lena.hoff@example.org', 'met at ACC Meeting, 18 Nov 2026'],
    ]

    expect(columns(rows, { width: 40, indent: 0, shrink: 0 })).toBe(
      [
        'Dr. Lena Hoff  #4',
        'attending, cardiology · UCSF',
        'lena.hoff@example.org',
        'met at ACC Meeting, 18 Nov 2026',
      ].join('\n'),
    )
  })

  it('cut the shrinking one when asked to', () => {
    const rows = [['#3', 'Wolfeschlegelsteinhausenbergerdorff', 'tomorrow']]

    expect(columns(rows, { width: 44, shrink: 1, cut: true })).toBe(
      '  #3  Wolfeschlegelsteinhausenbergerdorff\n      tomorrow',
    )
    expect(columns(rows, { width: 40, shrink: 1, cut: true })).toBe(
      '  #3  Wolfeschlegelsteinhausenbergerdor…\n      tomorrow',
    )
  })

  it('take from the shrinking one down to 24, then from the widest other one', () => {
    const rows = [['a '.repeat(20).trim(), 'b'.repeat(30), 'the last']]

    expect(columns(rows, { width: 50, shrink: 0 })).toBe(
      [`  a a a a a a a a a a a a   ${'b'.repeat(21)}…`, '  a a a a a a a a', '  the last'].join(
        '\n',
      ),
    )
  })

  it('leave no blanks at the end of a line', () => {
    expect(columns([['#1', 'Ana', ''], ['#2']], { width: 80 })).toBe('  #1  Ana\n  #2')
  })

  it('show what a terminal would obey', () => {
    expect(columns(['\u001b[2J', ['a\nb', '\u202ec']], { width: 80 })).toBe(
      '\\u{1b}[2J\n  a\\u{a}b  \\u{202e}c',
    )
  })

  it('are aligned in color as they are without', () => {
    const { command, heading } = makeTheme(1)
    const rows = [
      { text: 'Today', paint: heading },
      ['#9', { text: 'netmed done 9', paint: command }, 'x'],
      ['#10', 'netmed', 'y'],
    ]

    expect(columns(rows, { width: 80 })).toBe(
      '\u001b[1mToday\u001b[22m\n  #9   \u001b[36mnetmed done 9\u001b[39m  x\n  #10  netmed         y',
    )
  })

  it('of no rows are empty', () => {
    expect(columns([], { width: 80 })).toBe('')
  })
})

describe('a row that is just as wide as the terminal', () => {
  const rows = [['#1', 'Thank Ana for the notes', 'netmed done 1']]

  it('stands on one line, and one column less wraps it', () => {
    const whole = '  #1  Thank Ana for the notes  netmed done 1'
    expect(columns(rows, { width: whole.length, shrink: 1 })).toBe(whole)
    expect(columns(rows, { width: whole.length - 1, shrink: 1 })).toBe(
      '  #1  Thank Ana for the notes\n      netmed done 1',
    )
  })

  it('has its command below on less than 60 columns only', () => {
    const long = [['#1', `Thank Ana for ${'x'.repeat(20)} ${'y'.repeat(10)}`, 'netmed done 1']]
    expect(columns(long, { width: 60, shrink: 1 })).toBe(
      `  #1  Thank Ana for ${'x'.repeat(20)}       netmed done 1\n      ${'y'.repeat(10)}`,
    )
    expect(columns(long, { width: 59, shrink: 1 })).toBe(
      `  #1  Thank Ana for ${'x'.repeat(20)} ${'y'.repeat(10)}\n      netmed done 1`,
    )
  })

  it('keeps the gap and the indent that are asked for', () => {
    expect(columns([['a', 'b']], { width: 20, gap: 1, indent: 0 })).toBe('a b')
    expect(
      columns(
        [
          ['a', '', 'c'],
          ['aa', 'b'],
        ],
        { width: 20 },
      ),
    ).toBe('  a      c\n  aa  b')
  })
})
