import type { Host } from '../context.ts'
import { Failure } from '../failure.ts'

const CLIPBOARDS: Record<string, string[][]> = {
  darwin: [['pbcopy']],
  win32: [['clip.exe']],
  linux: [['wl-copy'], ['xclip', '-selection', 'clipboard'], ['xsel', '--clipboard', '--input']],
}

/** Puts text on the clipboard by the first program that does; false when none did. */
export function copyText(host: Host, text: string): boolean {
  const programs = [...(CLIPBOARDS[host.platform] ?? CLIPBOARDS.linux ?? []), ['clip.exe']]
  return programs.some(words => host.run(words, { input: text }).code === 0)
}

const OPENERS: Record<string, string[]> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Hands a link to the desktop; only http, https and mailto are ever opened. */
export function openUri(host: Host, uri: string): boolean {
  if (!/^(?:https?|mailto):/i.test(uri)) {
    throw new Failure('usage', 'Only http, https and mailto links are opened.')
  }
  const opener = OPENERS[host.platform] ?? ['xdg-open']
  // Fed with nothing, so that its output is not awaited: a browser started by it would hold it open.
  return host.run([...opener, uri], { input: '' }).code === 0
}

/** The user's editor with its arguments: `VISUAL`, else `EDITOR`, else what the platform always has. */
export function editorWords(host: Pick<Host, 'env' | 'platform'>): string[] {
  const typed = host.env.VISUAL || host.env.EDITOR
  const words = typed?.match(/"[^"]*"|'[^']*'|[^\s]+/g)?.map(unquoted)
  if (words?.length) return words
  return [host.platform === 'win32' ? 'notepad' : 'vi']
}

function unquoted(word: string): string {
  return /^(["']).*\1$/.test(word) ? word.slice(1, -1) : word
}
