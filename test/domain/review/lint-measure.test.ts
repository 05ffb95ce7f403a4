import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lintDraft } from '../../../src/domain/review/lint.ts'

/** Whether anything is found in a mail to whoever it greets. */
function isFlagged(body: string, isRequest: boolean): boolean {
  const draft = {
    ...{
      subject: '',
      body,
      template: 'research',
      contact: { name: '' },
      others: [],
      belonging: [],
    },
    ...{ isStranger: false, isRequest, mostSentences: 8 },
  }
  return lintDraft(draft).length > 0
}

function lines(name: string): string[] {
  return readFileSync(`test/fixtures/mails/${name}.tsv`, 'utf8').trim().split('\n')
}

it('of 120 mails by strangers with one thing wrong, most are found', () => {
  const found = lines('bad').filter(line => {
    const [text = '', wrong = ''] = line.split('\t')
    return isFlagged(text, /time|asks/.test(wrong))
  })
  expect(found.length).toBeGreaterThanOrEqual(109)
})

it('of 120 mails that can be sent, none is flagged', () => {
  expect(lines('good').filter(line => isFlagged(line, false))).toEqual([])
})
