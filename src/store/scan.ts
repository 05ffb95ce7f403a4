/** A place in JSON text where something is wrong. */
export interface Flaw {
  /** Offset in the text. */
  at: number
  /** A sentence's end: "a comma or } is missing". */
  what: string
}

export interface Scan {
  flaw: Flaw | undefined
  /** Where the values of the outermost object stand: offsets of their begin and end. */
  spans: Map<string, [begin: number, end: number]>
}

const DEEPEST = 200

/**
 * Reads JSON text for what `JSON.parse` does not tell: where it fails, whether a key stands twice in
 * one object (of which it would silently keep the last), and where the outermost values stand.
 */
export function scanJson(text: string): Scan {
  const spans: Scan['spans'] = new Map()
  const { flaw } = scanning(text, 0, { spans, isWhole: true })
  return { flaw, spans }
}

/** Where the value that begins there ends, or what is wrong with it; a key may stand in it twice. */
export function valueEnd(text: string, begin: number): { end: number } | { flaw: Flaw } {
  const { flaw, end } = scanning(text, begin, { isWhole: false })
  return flaw ? { flaw } : { end }
}

function scanning(
  text: string,
  begin: number,
  { spans, isWhole }: { spans?: Scan['spans']; isWhole: boolean },
): { flaw: Flaw | undefined; end: number } {
  let at = begin

  function stop(what: string, where = at): never {
    throw new Stop({ at: Math.min(where, text.length), what })
  }

  function blanks(): void {
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      at++
    }
  }

  function value(depth: number): void {
    if (depth > DEEPEST) stop('values are nested too deeply')
    const code = text.charCodeAt(at)
    if (code === QUOTE) string()
    else if (code === BRACE) object(depth)
    else if (code === BRACKET) array(depth)
    else plain()
  }

  /** Gives the text between the quotes, still escaped. */
  function string(): string {
    const begin = ++at
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) return text.slice(begin, at++)
      if (code === BACKSLASH) escaped()
      else if (code >= 32) at++
      else stop(at >= text.length ? 'a text is not closed' : 'a text has a line break in it')
    }
  }

  function escaped(): void {
    ESCAPE.lastIndex = at
    const found = ESCAPE.exec(text)
    if (!found) stop('an escape in a text is not one that JSON knows')
    at += found[0].length
  }

  function object(depth: number): void {
    const keys = new Set<string>()
    at++
    blanks()
    if (text.charCodeAt(at) === BRACE_END) {
      at++
      return
    }
    for (;;) {
      const keyAt = at
      if (text.charCodeAt(at) !== QUOTE) stop('a key in double quotes was expected')
      const raw = string()
      const key: string = raw.includes('\\') ? JSON.parse(`"${raw}"`) : raw
      if (isWhole && keys.has(key)) stop(`the key "${key}" is there twice in one record`, keyAt)
      keys.add(key)
      blanks()
      if (text.charCodeAt(at) !== COLON) stop('a colon was expected')
      at++
      blanks()
      const begin = at
      value(depth + 1)
      if (depth === 0) spans?.set(key, [begin, at])
      blanks()
      if (!more(BRACE_END, 'a comma or } was expected')) return
    }
  }

  function array(depth: number): void {
    at++
    blanks()
    if (text.charCodeAt(at) === BRACKET_END) {
      at++
      return
    }
    for (;;) {
      value(depth + 1)
      blanks()
      if (!more(BRACKET_END, 'a comma or ] was expected')) return
    }
  }

  /** True after a comma, false after the end. */
  function more(end: number, otherwise: string): boolean {
    const code = text.charCodeAt(at)
    if (code !== COMMA && code !== end) stop(otherwise)
    at++
    if (code === end) return false
    blanks()
    return true
  }

  function plain(): void {
    PLAIN.lastIndex = at
    const found = PLAIN.exec(text)
    if (!found) stop(at >= text.length ? 'the file ends too early' : 'a value was expected')
    at += found[0].length
  }

  try {
    blanks()
    value(0)
    if (isWhole) blanks()
    if (isWhole && at < text.length) stop('there is something after the end')
    return { flaw: undefined, end: at }
  } catch (error) {
    if (error instanceof Stop) return { flaw: error.flaw, end: at }
    throw error
  }
}

/** No error: of a text that is broken everywhere there are many, and a trace of each would take long. */
class Stop {
  readonly flaw: Flaw
  constructor(flaw: Flaw) {
    this.flaw = flaw
  }
}

const QUOTE = 34
const BACKSLASH = 92
const BRACE = 123
const BRACE_END = 125
const BRACKET = 91
const BRACKET_END = 93
const COLON = 58
const COMMA = 44
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Offset as a person counts: both from 1. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const lineBegin = before.lastIndexOf('\n') + 1
  let line = 1
  for (let i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line++
  return { line, column: at - lineBegin + 1 }
}
