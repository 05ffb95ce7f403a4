/** The strings of a source without comments, as they stand there; what a template works out is left out. */
export function stringsIn(code: string): string[] {
  const found: string[] = []
  let at = 0

  const quoted = (quote: string) => {
    const start = ++at
    while (at < code.length && code[at] !== quote) at += code[at] === '\\' ? 2 : 1
    found.push(code.slice(start, at++))
  }

  const template = () => {
    let text = ''
    at++
    while (at < code.length && code[at] !== '`') {
      if (code.startsWith('${', at)) {
        at += 2
        source('}')
      } else {
        const length = code[at] === '\\' ? 2 : 1
        text += code.slice(at, at + length)
        at += length
      }
    }
    at++
    found.push(text)
  }

  const pattern = () => {
    let isInClass = false
    at++
    while (at < code.length && (code[at] !== '/' || isInClass)) {
      if (code[at] === '[') isInClass = true
      if (code[at] === ']') isInClass = false
      at += code[at] === '\\' ? 2 : 1
    }
    at++
  }

  const source = (end?: string) => {
    let depth = 0
    while (at < code.length) {
      const sign = code[at] ?? ''
      if (sign === "'" || sign === '"') quoted(sign)
      else if (sign === '`') template()
      else if (sign === '/' && BEFORE_A_PATTERN.test(code.slice(Math.max(0, at - 10), at)))
        pattern()
      else {
        at++
        if (sign === '{') depth++
        if (sign === '}' && depth-- === 0 && end) return
      }
    }
  }

  source()
  return found
}

/** A division stands behind a value, a pattern does not. */
const BEFORE_A_PATTERN = /(?:^|[(,=:[!&|?{};>+]|\breturn)\s*$/
