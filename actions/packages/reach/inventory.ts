import { type Digest, isDigest } from '../../base/digest.ts'
import type { Version } from '../types.ts'

const FALLBACK = /^sha256-([0-9a-f]{64})(\..+)?$/

/** A tag that is somebody's image. */
export interface Root {
  digest: Digest
  /** For the reasons that people read: the tag, or what else keeps it. */
  name: string
}

/** A tag that belongs to a manifest: `sha256-<hex>`, and cosign's `.sig`, `.att` and `.sbom`. */
export interface Fallback {
  subject: Digest
  digest: Digest
  tag: string
}

/** Everything a repository holds, as far as its registry lists it. */
export class Inventory {
  /** The newest first. */
  readonly versions: readonly Version[]
  readonly roots: readonly Root[]
  readonly fallbacks: readonly Fallback[]
  readonly #byDigest: ReadonlyMap<Digest, Version>

  /** `unlisted`: tags that are there, though no listed version has them yet. */
  constructor(versions: readonly Version[], unlisted: readonly Root[] = []) {
    const held = [
      ...versions.flatMap(({ digest, tags }) => tags.map((name) => ({ digest, name }))),
      ...unlisted,
    ]
    this.versions = versions
    this.#byDigest = new Map(versions.map((version) => [version.digest, version]))
    this.roots = held.filter(({ name }) => subjectOfTag(name) === undefined)
    this.fallbacks = held.flatMap(({ digest, name }) => {
      const subject = subjectOfTag(name)
      return subject === undefined ? [] : [{ subject, digest, tag: name }]
    })
  }

  at(digest: Digest): Version | undefined {
    return this.#byDigest.get(digest)
  }
}

/** Undefined for a tag that stands for itself. */
export function subjectOfTag(tag: string): Digest | undefined {
  const digest = `sha256:${FALLBACK.exec(tag)?.[1] ?? ''}`
  return isDigest(digest) ? digest : undefined
}
