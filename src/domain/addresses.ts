// Letters that no mail program or URI reads as anything but part of an address: no quotes, commas,
// angle brackets, `?`, `&` or `%`, though the standard would allow some of them.
const LOCAL = /^[A-Za-z0-9!#$'*+/=^_`{|}~-]+(?:\.[A-Za-z0-9!#$'*+/=^_`{|}~-]+)*$/
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

/** True for exactly one address, `lena.hoff@example.org`, that is safe in a mail header and in a mailto link. */
export function isAddrSpec(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  if (at < 1 || at > 64 || !LOCAL.test(text.slice(0, at))) return false
  const labels = text.slice(at + 1).split('.')
  return labels.length > 1 && labels.every(label => label.length <= 63 && LABEL.test(label))
}
