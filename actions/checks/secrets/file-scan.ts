import { createHash } from 'node:crypto'
import type { Digest } from '../../base/digest.ts'
import type { ContentReader, LayerEntry } from '../../engine/layers.ts'
import { type Credential, credentialFileAt } from './credential-files.ts'
import { isSample } from './known-samples.ts'
import { Matcher } from './matcher.ts'
import type { SecretPlace } from './place.ts'
import { redacted } from './redacted.ts'

/** A secret in a file of a layer; what it says is not kept. */
export interface FileSecret extends SecretPlace {
  path: string
  layer: Digest
  line: number
  shown: string
}

/** So much text is looked at together. */
const WINDOW = 256 * 1024
/** A file with a zero byte so early is no text. */
const HEAD = 8192
/** Bytes that hold keys and certificates together, of which no text can tell. */
const KEY_STORE = /\.(?:p12|pfx)$/i

/** Looks through every file of every layer as it streams past. */
export class FileScan {
  readonly found: FileSecret[] = []
  readonly #matcher = new Matcher()
  readonly #seen = new Set<string>()

  /** The reader of one file, where it is worth reading. */
  reader(entry: LayerEntry, layer: Digest): ContentReader | undefined {
    if (entry.type !== 'file' || entry.size === 0 || isSample(entry.path)) return undefined
    if (KEY_STORE.test(entry.path))
      this.#keep(entry, layer, { rule: 'key-store', value: entry.path, line: 1 })
    return new TextReader(
      this.#matcher,
      (credential) => this.#keep(entry, layer, credential),
      credentialFileAt(entry.path),
    )
  }

  /** A file that a later layer changes holds the same secret again, which is told once. */
  #keep(
    { path }: LayerEntry,
    layer: Digest,
    { rule, value, line, name }: Omit<Credential, 'index'> & { line: number },
  ): void {
    const key = createHash('sha256').update(`${rule}\0${path}\0${value}`).digest('base64')
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    const shown = rule === 'private-key' || rule === 'key-store' ? '' : redacted(value)
    this.found.push({ rule, path: `/${path}`, layer, line, shown, ...(name === undefined ? {} : { name }) })
  }
}

/** Text in windows that overlap by as much as a match may span. */
class TextReader implements ContentReader {
  readonly #matcher: Matcher
  readonly #keep: (credential: Omit<Credential, 'index'> & { line: number }) => void
  readonly #whole: ((text: string) => Credential[]) | undefined
  #text = ''
  #read = 0
  #line = 1
  #from = 0
  #binary = false

  constructor(
    matcher: Matcher,
    keep: (credential: Omit<Credential, 'index'> & { line: number }) => void,
    whole: ((text: string) => Credential[]) | undefined,
  ) {
    this.#matcher = matcher
    this.#keep = keep
    this.#whole = whole
  }

  take(bytes: Uint8Array): void {
    if (this.#binary) return
    if (this.#read < HEAD && bytes.subarray(0, HEAD - this.#read).includes(0)) {
      this.#binary = true
      this.#text = ''
      return
    }
    this.#read += bytes.length
    // All that is looked for is ASCII; one byte is one character, wherever a chunk ends.
    this.#text += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    if (this.#text.length > WINDOW) this.#goOn(this.#text.length - this.#matcher.reach)
  }

  end(): void {
    for (const each of this.#whole?.(this.#text) ?? [])
      this.#keep({ ...each, line: this.#lineAt(each.index) })
    this.#scan(this.#text.length)
  }

  /** What begins behind this is looked at with the next window. */
  #goOn(until: number): void {
    this.#scan(until)
    // One character more tells what stands in front of the next match; what begins with it was looked at.
    this.#line = this.#lineAt(until - 1)
    this.#text = this.#text.slice(until - 1)
    this.#from = 1
  }

  #scan(until: number): void {
    for (const match of this.#matcher.matches(this.#text)) {
      if (match.index < this.#from) continue
      if (match.index >= until) break
      this.#keep({ rule: match.rule, value: match.value, line: this.#lineAt(match.index) })
    }
  }

  #lineAt(index: number): number {
    let line = this.#line
    for (let at = this.#text.indexOf('\n'); at >= 0 && at < index; at = this.#text.indexOf('\n', at + 1))
      line++
    return line
  }
}
