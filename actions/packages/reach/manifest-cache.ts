import { type Digest, digestOf } from '../../base/digest.ts'
import { Archive } from '../../registry/archive.ts'
import { isManifestType, OCI_INDEX, OCI_MANIFEST } from '../../registry/mediatypes.ts'
import type { Manifest, RepositoryClient } from '../../registry/types.ts'

/** Reads a manifest; undefined: it is not there. */
export type ManifestReader = (digest: Digest) => Promise<Manifest | undefined>

/**
 * Raw manifests between two runs. Nothing but their bytes is kept, and each is known by the digest of these alone, so that
 * nobody who writes into the cache can say that a manifest lists less than it does.
 */
export class ManifestCache {
  readonly #archive = new Archive()
  readonly #used = new Set<Digest>()
  #grown = false

  /** What can't be read is as good as an empty cache. */
  static parse(text: string): ManifestCache {
    const cache = new ManifestCache()
    for (const content of contentsOf(text)) {
      const bytes = Buffer.from(content)
      const mediaType = mediaTypeOf(content)
      const digest = digestOf(bytes)
      if (mediaType) cache.#archive.add({ digest, mediaType, bytes })
    }
    return cache
  }

  /** Whether it is worth saving. */
  get grown(): boolean {
    return this.#grown
  }

  /** What nobody needed is left out; after a run that did not see everything, nothing is. */
  serialise({ whole }: { whole: boolean }): string {
    const kept = whole ? this.#used : this.#archive.digests
    const manifests = [...kept].flatMap((digest) => this.at(digest) ?? [])
    return JSON.stringify({
      schema: 1,
      manifests: manifests.map(({ bytes }) => Buffer.from(bytes).toString('utf8')),
    })
  }

  add(manifest: Manifest): void {
    if (this.at(manifest.digest)) return
    this.#archive.add(manifest)
    this.#grown = true
  }

  at(digest: Digest): Manifest | undefined {
    return this.#archive.at(digest)
  }

  /** These will be needed again, whether they were read this time or not. */
  keep(digests: Iterable<Digest>): void {
    for (const digest of digests) this.#used.add(digest)
  }

  /** Each is read from the registry once. */
  reader(client: Pick<RepositoryClient, 'getManifest'>): ManifestReader {
    return async (digest) => {
      this.#used.add(digest)
      const known = this.at(digest)
      if (known) return known
      const read = await this.#archive.fetch(digest, client)
      if (read) this.#grown = true
      return read
    }
  }
}

function contentsOf(text: string): string[] {
  try {
    const document = JSON.parse(text) as { schema?: unknown; manifests?: unknown }
    if (document?.schema !== 1 || !Array.isArray(document.manifests)) return []
    return document.manifests.filter((content) => typeof content === 'string')
  } catch {
    return []
  }
}

/** Docker's manifests name their own type; where none is named, it is OCI's. */
function mediaTypeOf(content: string): string | undefined {
  try {
    const { mediaType, manifests } = JSON.parse(content) as { mediaType?: unknown; manifests?: unknown }
    if (typeof mediaType === 'string' && isManifestType(mediaType)) return mediaType
    return Array.isArray(manifests) ? OCI_INDEX : OCI_MANIFEST
  } catch {
    return undefined
  }
}
