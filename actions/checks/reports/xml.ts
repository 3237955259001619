/** What XML 1.0 can't hold in any form: shown as \x1b, so that nothing is lost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

export type Attributes = Record<string, string | number>

/** An element; what stands in it is XML already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
  const start = `<${name}${pairs.join('')}`
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`
}

export function text(value: string): string {
  return possible(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** A line break in an attribute would be read as a blank. */
function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

function possible(value: string): string {
  return value
    .toWellFormed()
    .replace(IMPOSSIBLE, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
