import type { ContactPage } from '../domain/pages/contact-page.ts'
import { longDay } from '../domain/words/days.ts'

/** People as Markdown, a readable page each, one after the other. */
export function markdownPages(pages: readonly ContactPage[]): string {
  return pages.map(markdownPage).join('\n---\n\n')
}

/** One person: who they are, what is open, and the timeline, newest first. */
export function markdownPage(page: ContactPage): string {
  const { today } = page
  const sections = [
    `# ${escaped(page.displayName)}`,
    [page.about, page.reach, page.met].filter(Boolean).map(escaped).join('  \n'),
    list(page.facts.map(({ label, text }) => `${label}: ${escaped(text)}`)),
    page.note ? `## Note\n\n${quoted(page.note)}` : '',
    section(
      'Open',
      page.open.map(loop =>
        escaped(loop.due ? `${loop.what}, by ${longDay(loop.due)}` : loop.what),
      ),
    ),
    section(
      'Timeline',
      page.timeline.map(({ on, kind, detail, note, event }) => {
        const about = [event && `at ${event}`, detail, note].filter(Boolean).join(' · ')
        return `${longDay(on)}: ${kind.replaceAll('-', ' ')}${about ? ` · ${escaped(about)}` : ''}`
      }),
    ),
    `Written on ${longDay(today)}.`,
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length ? `## ${title}\n\n${list(lines)}` : ''
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n')
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map(line => `> ${escaped(line)}`)
    .join('\n')
}

/** Nothing in the text becomes markup, a link or HTML; a line break becomes a blank. */
function escaped(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(\s)/, '$1\\$2$3')
    .replace(/(?![\t ])\p{Cc}/gu, '')
}
