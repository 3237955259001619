import { join } from 'node:path'

/**
 * Paths of files are kept as text of one character a byte (latin1), since git and Linux take any byte for a name; those of
 * folders that we were given are ordinary text.
 */
export type BytePath = string

/** What node:fs takes. */
export function placeOf(folder: string, path: BytePath): string | Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain names need no bytes of their own
  if (/^[\u0000-\u007f]*$/.test(path)) return path === '' ? folder : `${folder}/${path}`
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, 'latin1')])
}

export function inner(folder: BytePath, name: BytePath): BytePath {
  return folder === '' ? name : `${folder}/${name}`
}

export function bytesOf(text: string): BytePath {
  return Buffer.from(text).toString('latin1')
}

/** As a person reads it: what is no ordinary text is written as git writes it, `"a\nb"`. */
export function shown(path: BytePath): string {
  const bytes = Buffer.from(path, 'latin1')
  const text = bytes.toString('utf8')
  const ordinary = /^[^\p{C}\p{Zl}\p{Zp}"\\]*$/u.test(text) && Buffer.from(text).equals(bytes)
  return ordinary ? text : quoted(path)
}

/** Between quotation marks, in ASCII, as git reads and writes such names. */
export function quoted(path: BytePath): string {
  const escaped = path.replace(/[^\u0020-\u007e]|["\\]/g, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
  return `"${escaped}"`
}

/** An ordinary folder below one that we were given; undefined: its name is no text. */
export function folderAt(folder: string, path: BytePath): string | undefined {
  const bytes = Buffer.from(path, 'latin1')
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? join(folder, text) : undefined
}
