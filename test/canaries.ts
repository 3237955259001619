import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What a secret becomes on its way through programs: each of these would give it away. */
function formsOf(secret: string): string[] {
  const lines = secret.split('\n').filter((line) => line.length > 8)
  const texts = [secret, ...lines].flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(JSON.stringify(text)).slice(3, -3),
    encodeURIComponent(text),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ])
  const bytes = [...new Set(texts)].map((text) => Buffer.from(text))
  const encoded = bytes.flatMap((each) => [0, 1, 2].map((shift) => base64Within(each, shift)))
  return [
    ...texts,
    ...encoded,
    ...encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    Buffer.from(secret).toString('hex'),
  ]
}

/** The characters that depend on the secret alone, wherever in a longer text it began. */
function base64Within(secret: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), secret])
    .toString('base64')
    .replace(/=+$/, '')
  const whole = Math.floor(((shift + secret.length) * 8) / 6)
  return text.slice(Math.ceil((shift * 8) / 6), whole)
}

/** Looks for secrets in what a run left. */
export class Canaries {
  readonly #forms: readonly [name: string, forms: readonly Buffer[]][]

  constructor(secrets: Readonly<Record<string, string>>) {
    this.#forms = Object.entries(secrets).map(([name, secret]) => [
      name,
      [...new Set(formsOf(secret))].map((form) => Buffer.from(form)),
    ])
  }

  /** The names of those that these bytes give away, compressed ones too. */
  in(content: Uint8Array | string): string[] {
    const bytes = Buffer.from(content)
    const found = this.#forms.filter(([, forms]) => forms.some((form) => bytes.includes(form)))
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
    return [...new Set([...found.map(([name]) => name), ...(isGzip ? this.in(gunzipSync(bytes)) : [])])]
  }

  /** `path: name` for everything under a folder that gives one away by name, target or content. */
  under(folder: string, passOver: readonly string[] = []): string[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      const stat = lstatSync(path, { throwIfNoEntry: false })
      if (!stat || passOver.includes(path)) return []
      const own = [...this.in(name), ...this.#content(path, stat)].map((found) => `${path}: ${found}`)
      return stat.isDirectory() ? [...own, ...this.under(path, passOver)] : own
    })
  }

  #content(path: string, stat: Stats): string[] {
    if (stat.isSymbolicLink()) return this.in(readlinkSync(path))
    return stat.isFile() ? this.in(readFileSync(path)) : []
  }
}
