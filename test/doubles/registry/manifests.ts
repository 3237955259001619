import { type Digest, digestOf, isDigest } from '../../../actions/base/digest.ts'

export interface StoredManifest {
  /** What GitHub's API calls the version. */
  id: number
  digest: Digest
  mediaType: string
  bytes: Buffer
  content: ManifestContent
  created: number
  updated: number
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

interface Repository {
  manifests: Map<Digest, StoredManifest>
  tags: Map<string, Digest>
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

  find(repository: string, reference: string): StoredManifest | undefined {
    const known = this.#repositories.get(repository)
    const digest = isDigest(reference) ? reference : known?.tags.get(reference)
    const manifest = digest === undefined ? undefined : known?.manifests.get(digest)
    return manifest?.deleted === undefined ? manifest : undefined
  }

  tags(repository: string): string[] {
    return [...(this.#repositories.get(repository)?.tags.keys() ?? [])].sort()
  }

  tagsOf(repository: string, digest: Digest): string[] {
    const tags = this.#repositories.get(repository)?.tags ?? new Map<string, Digest>()
    return [...tags].filter(([, held]) => held === digest).map(([tag]) => tag)
  }

  put(
    repository: string,
    reference: string,
    manifest: { mediaType: string; bytes: Uint8Array },
  ): StoredManifest {
    const known = this.#repositories.get(repository) ?? { manifests: new Map(), tags: new Map() }
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
    }
    stored.updated = now
    known.manifests.set(digest, stored)
    if (!isDigest(reference)) known.tags.set(reference, digest)
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
    const tags = this.#repositories.get(repository)?.tags
    for (const tag of manifest.deleted?.tags ?? []) if (!tags?.has(tag)) tags?.set(tag, manifest.digest)
    delete manifest.deleted
  }

  untag(repository: string, tag: string): boolean {
    return this.#repositories.get(repository)?.tags.delete(tag) ?? false
  }

  /** The indexes that hold this manifest. */
  parentsOf(repository: string, digest: Digest): StoredManifest[] {
    return this.list(repository).filter((parent) =>
      parent.content.manifests?.some((child) => child.digest === digest),
    )
  }

  referrersOf(repository: string, subject: string): StoredManifest[] {
    return this.list(repository).filter((manifest) => manifest.content.subject?.digest === subject)
  }
}
