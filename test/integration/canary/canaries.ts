import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A secret of each kind that a run can be given; each is seen nowhere but where it was given. */
export const CANARIES = {
  githubToken: 'ghs_Canary0GithubToken0Zq7w',
  dockerhubToken: 'dckr_pat_Canary-Hub_Token+9x/=',
  registryPassword: 'canary:registry "p%ss" & <word>',
  helperSecret: 'canary-of-a-credential-helper-41',
  existingLogin: 'canary-of-an-earlier-login-77',
  netrc: 'canary-of-the-netrc-file-83',
  buildSecret: 'canary-build-secret-5d41402abc',
  severalLines:
    '-----BEGIN CANARY KEY-----\nY2FuYXJ5LWxpbmUtb25l\nY2FuYXJ5LWxpbmUtdHdv\n-----END CANARY KEY-----\n',
  json: '{"canary-json":{"token":"canary-in-json-2718","quote":"\\"x\\""}}',
  secretFile: 'canary-of-a-secret-file-31415',
} as const

export type CanaryName = keyof typeof CANARIES

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

const FORMS = Object.entries(CANARIES).map(([name, secret]): [string, Buffer[]] => [
  name,
  [...new Set(formsOf(secret))].map((form) => Buffer.from(form)),
])

/** The secrets that these bytes give away, compressed ones too. */
export function canariesIn(content: Uint8Array | string): string[] {
  const bytes = Buffer.from(content)
  const found = FORMS.filter(([, forms]) => forms.some((form) => bytes.includes(form))).map(([name]) => name)
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? [...new Set([...found, ...canariesIn(gunzipSync(bytes))])] : found
}

/** `path: secret` for everything under a folder that gives one away by name, target or content. */
export function canariesUnder(folder: string, passOver: readonly string[] = []): string[] {
  if (passOver.includes(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (!stat || passOver.includes(path)) return []
    const own = canariesIn(name)
    if (stat.isDirectory()) return [...tell(path, own), ...canariesUnder(path, passOver)]
    if (stat.isSymbolicLink()) return tell(path, [...own, ...canariesIn(readlinkSync(path))])
    return stat.isFile() ? tell(path, [...own, ...canariesIn(readFileSync(path))]) : []
  })
}

function tell(place: string, found: readonly string[]): string[] {
  return found.map((name) => `${place}: ${name}`)
}
