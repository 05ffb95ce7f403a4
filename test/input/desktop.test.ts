import { describe, expect, it } from 'vitest'
import type { Host } from '../../src/context.ts'
import { copyText, editorWords, openUri } from '../../src/input/desktop.ts'

/** A desktop on which these programs run; says what was tried, and with what. */
function desktop(platform: string, ...running: string[]) {
  const tried: string[] = []
  const run: Host['run'] = (words, options) => {
    tried.push(`${words.join(' ')} < ${options?.input}`)
    return { code: running.includes(words[0] ?? '') ? 0 : 1, stdout: '' }
  }
  // No more of a host is asked for here.
  return { host: { platform, run } as Host, tried }
}

describe('the clipboard', () => {
  it.each([
    ['darwin', 'pbcopy', ['pbcopy < hi']],
    ['win32', 'clip.exe', ['clip.exe < hi']],
    ['linux', 'xclip', ['wl-copy < hi', 'xclip -selection clipboard < hi']],
    [
      'freebsd',
      'xsel',
      ['wl-copy < hi', 'xclip -selection clipboard < hi', 'xsel --clipboard --input < hi'],
    ],
  ])('of %s is filled by the first program that does: %s', (platform, program, tries) => {
    const { host, tried } = desktop(platform, program, 'clip.exe')
    expect(copyText(host, 'hi')).toBe(true)
    expect(tried).toEqual(tries)
  })

  it('is not filled where none does', () => {
    expect(copyText(desktop('darwin').host, 'hi')).toBe(false)
  })
})

describe('a link', () => {
  it.each([
    ['darwin', 'open', 'open https://x.org < '],
    ['win32', 'rundll32', 'rundll32 url.dll,FileProtocolHandler https://x.org < '],
    ['linux', 'xdg-open', 'xdg-open https://x.org < '],
  ])('is opened on %s by %s', (platform, program, words) => {
    const { host, tried } = desktop(platform, program)
    expect(openUri(host, 'https://x.org')).toBe(true)
    expect(tried).toEqual([words])
    expect(openUri(desktop(platform).host, 'https://x.org')).toBe(false)
  })

  it('of another kind is never opened', () => {
    const { host, tried } = desktop('linux', 'xdg-open')
    expect(() => openUri(host, 'file:///etc/passwd')).toThrow('Only http, https and mailto')
    expect(tried).toEqual([])
    expect(openUri(host, 'MAILTO:ana@x.org')).toBe(true)
  })
})

it.each<[Record<string, string>, string, string[]]>([
  [{ VISUAL: 'code -w', EDITOR: 'nano' }, 'linux', ['code', '-w']],
  [{ EDITOR: 'nano' }, 'linux', ['nano']],
  [{ VISUAL: '', EDITOR: 'nano' }, 'linux', ['nano']],
  [{}, 'linux', ['vi']],
  [{}, 'win32', ['notepad']],
  [{ EDITOR: '  ' }, 'linux', ['vi']],
  [{ EDITOR: '"C:\\My Editor\\e.exe" -n' }, 'win32', ['C:\\My Editor\\e.exe', '-n']],
  [{ EDITOR: "'/my editor' -w" }, 'linux', ['/my editor', '-w']],
  [{ EDITOR: 'it"s' }, 'linux', ['it"s']],
])('with %j on %s the editor is %j', (env, platform, words) => {
  expect(editorWords({ env, platform } as Pick<Host, 'env' | 'platform'>)).toEqual(words)
})
