import type { Digest } from '../base/digest.ts'
import type { Manifest, RepositoryClient } from './types.ts'

type Source = Pick<RepositoryClient, 'getManifest'>

/** Manifests by digest, each fetched once: their bytes are the same wherever they come from. */
export class Archive {
  readonly #manifests = new Map<Digest, Manifest>()
  readonly #pending = new Map<Digest, Promise<Manifest | undefined>>()

  add(manifest: Manifest): void {
    this.#manifests.set(manifest.digest, manifest)
  }

  /** Of all that is known by now. */
  get digests(): Iterable<Digest> {
    return this.#manifests.keys()
  }

  at(digest: Digest): Manifest | undefined {
    return this.#manifests.get(digest)
  }

  async fetch(digest: Digest, from: Source): Promise<Manifest | undefined> {
    const known = this.#manifests.get(digest)
    if (known) return known
    const pending = this.#pending.get(digest)
    // Another registry that is just being asked may not have it; then this one is.
    const found = pending && (await pending.catch(() => undefined))
    if (found) return found
    const own = this.#load(digest, from)
    this.#pending.set(digest, own)
    return own
  }

  async #load(digest: Digest, from: Source): Promise<Manifest | undefined> {
    try {
      const manifest = await from.getManifest(digest)
      if (manifest) this.add(manifest)
      return manifest
    } finally {
      this.#pending.delete(digest)
    }
  }
}
