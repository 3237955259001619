export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TAG = /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/y
const TEXT = /[^<]+/y
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** All that XML 1.0 lets stand anywhere. */
const POSSIBLE = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

/** Reads XML as strictly as its standard does, as far as reports use it: what is not well-formed throws. */
export function readXml(document: string): XmlElement {
  const [declaration, body] = splitOnce(document)
  if (!declaration.startsWith('<?xml version="1.0"')) throw new Error('no declaration')
  if (!POSSIBLE.test(document)) throw new Error('a character that XML has not')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (let at = 0; at < body.length; ) {
    const [pattern, match] = matchAt(body, at)
    at = pattern.lastIndex
    const parent = open.at(-1)
    if (!parent) throw new Error('something after the end')
    if (pattern === TEXT) parent.text += decoded(match[0])
    else if (match[1]) {
      if (open.pop()?.name !== match[2]) throw new Error(`</${match[2]}> closes nothing`)
    } else {
      const element = {
        name: match[2] ?? '',
        attributes: attributesOf(match[3] ?? ''),
        children: [],
        text: '',
      }
      parent.children.push(element)
      if (!match[4]) open.push(element)
    }
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || !only || more.length > 0 || root.text.trim() !== '')
    throw new Error('not one element')
  return only
}

function splitOnce(document: string): [string, string] {
  const end = document.indexOf('?>') + 2
  return [document.slice(0, end), document.slice(end)]
}

function matchAt(body: string, at: number): [RegExp, RegExpExecArray] {
  for (const pattern of [TAG, TEXT]) {
    pattern.lastIndex = at
    const match = pattern.exec(body)
    if (match) return [pattern, match]
  }
  throw new Error(`not XML: ${body.slice(at, at + 60)}`)
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([a-z]+)="([^"<]*)"/g)]
  // A parser makes blanks of line breaks that are written as they are.
  const pairs = found.map(([, key = '', value = '']) => [key, decoded(value.replace(/[\t\n\r]/g, ' '))])
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error('an attribute twice')
  return Object.fromEntries(pairs)
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text')
  return text.replace(/&([^;\s]*)(;?)/g, (whole, name: string, end: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1]
    const character = code ? String.fromCodePoint(Number(code)) : ENTITIES[name]
    if (!end || character === undefined) throw new Error(`${whole} is no entity`)
    return character
  })
}
