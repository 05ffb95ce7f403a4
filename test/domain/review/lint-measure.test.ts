import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintDraft } from '../../../src/domain/review/lint.ts'

/** The rules that speak of a mail to whoever it greets. */
function rulesIn(body: string, isRequest: boolean): string[] {
  const draft = {
    ...{ subject: '', body, template: 'research', contact: { name: '' }, others: [] },
    ...{ belonging: [], isStranger: false, isRequest, mostSentences: 8 },
  }
  return lintDraft(draft).map(({ rule }) => rule)
}

function lines(name: string): string[][] {
  const text = readFileSync(`test/fixtures/mails/${name}.tsv`, 'utf8').trim()
  return text.split('\n').map(line => line.replaceAll('\\n', '\n').split('\t'))
}

const BAD = lines('bad').map(([text = '', wrong = '']) => ({
  wrong,
  rules: rulesIn(text, /time|asks|requests/.test(wrong)),
}))

it('of 205 mails by strangers with one thing wrong, most are found', () => {
  expect(BAD.filter(({ rules }) => rules.length).length).toBeGreaterThanOrEqual(195)
})

it('of 206 mails that can be sent, none is flagged', () => {
  expect(lines('good').filter(([text = '']) => rulesIn(text, false).length)).toEqual([])
})

/** What the writers of the fourth set called a kind, and the rule that is meant. */
const MEANT: readonly [wrong: RegExp, rule: RegExp][] = [
  [/^third person reader/, /third-person/],
  [/^doubled/, /marks/],
  [/^clause for noun/, /fragment/],
  [/^favor for letter/, /favor/],
  [/^unknown abbreviations/, /abbreviation/],
  [/^small i$/, /small-i/],
  [/^(?:blame|guilt) for/, /guilt/],
  [/^several requests/, /several-asks/],
  [/^hollow flattery$/, /vague/],
  [/^placeholder left in/, /leftover/],
  [/^(?:demanding tone|pressure for)/, /demand/],
  [/^about another student/, /secret/],
  [/^too much apology/, /apology/],
  [/^sentence too long/, /long-sentence/],
  [/^(?:password|account number) sent/, /password/],
]

describe('of the mails whose kind is named', () => {
  it.each(MEANT)('those of %s are found by the rule %s', (wrong, rule) => {
    const missed = BAD.filter(each => wrong.test(each.wrong) && !rule.test(each.rules.join()))
    expect(missed).toEqual([])
  })
})

it('of 40 sealed mails with one thing wrong 39 are found now, and of 40 that can be sent none is', () => {
  const found = (label: string) =>
    lines('third-shut').filter(
      ([kind, text = '', wrong = '']) =>
        kind === label && rulesIn(text, /time|asks|requests/.test(wrong)).length > 0,
    ).length
  expect([found('B'), found('G')]).toEqual([39, 0])
})
