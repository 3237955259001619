import { createHash } from 'node:crypto'

export type Digest = `sha256:${string}`

const DIGEST = /^sha256:[0-9a-f]{64}$/

export function isDigest(text: string): text is Digest {
  return DIGEST.test(text)
}

export function digestOf(bytes: Uint8Array | string): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

export function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length)
}

/** Twelve hex digits: enough for a person to tell digests apart. */
export function shortDigest(digest: Digest): string {
  return hexOf(digest).slice(0, 12)
}
