import { type Digest, digestOf, isDigest } from '../../../actions/base/digest.ts'
import { Repository } from './repository.ts'

export interface StoredManifest {
  /** What GitHub's API calls the version. */
  id: number
  digest: Digest
  mediaType: string
  bytes: Buffer
  content: ManifestContent
  created: number
  updated: number
  /** How often it was fetched. */
  downloads: number
  /** When it was deleted, and which tags it had: a deleted version can be restored. */
  deleted?: { at: number; tags: string[] }
}

export interface ContentDescriptor {
  mediaType: string
  digest: Digest
  size: number
  platform?: { os: string; architecture: string; variant?: string }
  urls?: string[]
}

/** What a manifest says, as far as a registry looks. */
export interface ManifestContent {
  schemaVersion?: number
  mediaType?: string
  artifactType?: string
  config?: ContentDescriptor
  layers?: ContentDescriptor[]
  manifests?: ContentDescriptor[]
  subject?: ContentDescriptor
  annotations?: Record<string, string>
}

/** Manifests and tags, in memory: they are small. */
export class Manifests {
  readonly #repositories = new Map<string, Repository>()
  readonly #now: () => number
  #lastId = 786_000

  constructor(now: () => number) {
    this.#now = now
  }

  repositories(): string[] {
    return [...this.#repositories.keys()]
  }

  has(repository: string): boolean {
    return this.#repositories.has(repository)
  }

  /** Also the deleted ones. */
  all(repository: string): StoredManifest[] {
    return [...(this.#repositories.get(repository)?.manifests.values() ?? [])]
  }

  list(repository: string): StoredManifest[] {
    return this.all(repository).filter((manifest) => manifest.deleted === undefined)
  }

  /** Also a deleted one. */
  withId(repository: string, id: number): StoredManifest | undefined {
    const known = this.#repositories.get(repository)
    const digest = known?.ids.get(id)
    return digest === undefined ? undefined : known?.manifests.get(digest)
  }

  find(repository: string, reference: string): StoredManifest | undefined {
    const known = this.#repositories.get(repository)
    const digest = isDigest(reference) ? reference : known?.tags.get(reference)
    const manifest = digest === undefined ? undefined : known?.manifests.get(digest)
    return manifest?.deleted === undefined ? manifest : undefined
  }

  tags(repository: string): string[] {
    return [...(this.#repositories.get(repository)?.tags.keys() ?? [])].sort()
  }

  tagged(repository: string): Digest[] {
    return this.#repositories.get(repository)?.held.keys() ?? []
  }

  tagsOf(repository: string, digest: Digest): string[] {
    return this.#repositories.get(repository)?.held.of(digest) ?? []
  }

  put(
    repository: string,
    reference: string,
    manifest: { mediaType: string; bytes: Uint8Array },
  ): StoredManifest {
    const known = this.#repositories.get(repository) ?? new Repository()
    this.#repositories.set(repository, known)
    const now = this.#now()
    const digest = digestOf(manifest.bytes)
    const existing = this.find(repository, digest)
    const stored: StoredManifest = existing ?? {
      id: ++this.#lastId,
      digest,
      mediaType: manifest.mediaType,
      bytes: Buffer.from(manifest.bytes),
      content: JSON.parse(Buffer.from(manifest.bytes).toString()),
      created: now,
      updated: now,
      downloads: 0,
    }
    stored.updated = now
    known.store(stored)
    if (!isDigest(reference)) known.tag(reference, digest)
    return stored
  }

  remove(repository: string, digest: Digest): void {
    const manifest = this.find(repository, digest)
    if (manifest === undefined) return
    const tags = this.tagsOf(repository, digest)
    manifest.deleted = { at: this.#now(), tags }
    for (const tag of tags) this.untag(repository, tag)
  }

  restore(repository: string, manifest: StoredManifest): void {
    const known = this.#repositories.get(repository)
    for (const tag of manifest.deleted?.tags ?? [])
      if (!known?.tags.has(tag)) known?.tag(tag, manifest.digest)
    delete manifest.deleted
  }

  /** As if the repository had never been. */
  forget(repository: string): void {
    this.#repositories.delete(repository)
  }

  untag(repository: string, tag: string): boolean {
    return this.#repositories.get(repository)?.untag(tag) ?? false
  }

  /** The indexes that hold this manifest. */
  parentsOf(repository: string, digest: Digest): StoredManifest[] {
    return this.#present(repository, this.#repositories.get(repository)?.parents.of(digest))
  }

  referrersOf(repository: string, subject: string): StoredManifest[] {
    return this.#present(repository, this.#repositories.get(repository)?.referrers.of(subject))
  }

  #present(repository: string, digests: readonly Digest[] = []): StoredManifest[] {
    return digests.flatMap((digest) => this.find(repository, digest) ?? [])
  }
}
