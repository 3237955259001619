import type { Digest } from '../base/digest.ts'
import type { Repository } from '../base/reference.ts'
import type { RegistryKind } from '../registry/types.ts'

/** One manifest, as its registry lists it. */
export interface Version {
  /** The registry's own name for it: GitHub's number, elsewhere the digest. */
  readonly id: string
  readonly digest: Digest
  readonly tags: readonly string[]
  /** Milliseconds since 1970; absent where the registry does not tell. */
  readonly created?: number
  readonly updated?: number
  /** Of the whole image, where the registry tells. */
  readonly bytes?: number
}

/**
 * What became of a request to take something away or to bring it back. What a registry refuses or can't do is an answer,
 * not an exception in the middle; only what nobody can go on from is thrown.
 *
 * done; absent: it was not there any more; changed: it is not as listed, so it was left alone; kept: refused for this one,
 * for a reason that the registry gave; unsupported: this registry can't do that at all.
 */
export type Outcome =
  | { outcome: 'done' | 'absent' }
  | { outcome: 'changed' | 'kept' | 'unsupported'; reason: string }

/** What a registry's own API adds to the distribution protocol, for one repository. */
export interface Package {
  readonly repository: Repository
  readonly kind: RegistryKind
  /** False: manifests without a tag are nowhere listed, so their digests must come from elsewhere. */
  readonly listsUntagged: boolean
  /** All of them, the newest first, or an error: half a list is never returned. */
  versions(): Promise<Version[]>
  /** Looks at it once more, and deletes it where it is still as listed: two requests. */
  remove(version: Version): Promise<Outcome>
  /** Takes one tag away where it still holds `expected`, and leaves the manifest. */
  untag(tag: string, expected: Digest): Promise<Outcome>
  /** Whether `restore` could bring it back; nothing is changed. Absent where a registry keeps nothing that was deleted. */
  restorable?(digest: Digest): Promise<boolean>
  /** Brings a deleted manifest back, as far as the registry keeps what was deleted. */
  restore(digest: Digest): Promise<Outcome>
}

export interface Packages {
  open(repository: Repository): Package
  close(): void
}
