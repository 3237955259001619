import { redacted } from './redacted.ts'

const HEAD = /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/g
const FOOT = /-----END (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/
/** Of a key whose foot is not there: its headers and its lines, whose ends may be written as \n. */
const BODY = /^\s*(?:[A-Za-z-]+: [^\n]*\n)*(?:[A-Za-z0-9+/=]|\s|\\[rn])*/
/** The end of a key, where its head is not there any more. */
const END = new RegExp(
  `(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/=]{40,76}(?:\\r?\\n|\\\\r|\\\\n)+){1,120}[A-Za-z0-9+/=]{0,76}(?:\\r?\\n|\\\\r|\\\\n){0,4}${FOOT.source}`,
  'g',
)
/** No key is longer. */
const LONGEST = 16 * 1024
/** A head that is only spoken of has no such body. */
const SHORTEST = 40

/** Hides whole keys, of which the rules know the beginning. */
export function hideKeys(text: string): string {
  if (!text.includes('PRIVATE KEY')) return text
  const parts: string[] = []
  let from = 0
  for (const { index, 0: head } of text.matchAll(HEAD)) {
    if (index < from) continue
    const body = text.slice(index + head.length, index + head.length + LONGEST)
    const length = lengthOf(body)
    if (length < SHORTEST) continue
    parts.push(text.slice(from, index), hidden(body.slice(0, length)))
    from = index + head.length + length
  }
  return [...parts, text.slice(from)].join('').replace(END, hidden)
}

function lengthOf(body: string): number {
  const foot = FOOT.exec(body)
  return foot ? foot.index + foot[0].length : (BODY.exec(body)?.[0].length ?? 0)
}

/** What it begins with tells nothing. */
function hidden(key: string): string {
  return `private key: ${redacted(`····${key.slice(4)}`)}`
}
