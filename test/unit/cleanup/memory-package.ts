import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { parseRepository } from '../../../actions/base/reference.ts'
import type { Outcome, Package, Packages, Version } from '../../../actions/packages/types.ts'
import type {
  Descriptor,
  Manifest,
  Registries,
  RegistryKind,
  RepositoryClient,
} from '../../../actions/registry/types.ts'

export interface Call {
  method: 'LIST' | 'TAGS' | 'HEAD' | 'GET' | 'PUT' | 'LOOK' | 'DELETE' | 'RESTORE' | 'REFERRERS'
  reference: string
}

/**
 * early: it fails and changes nothing; late: it takes effect, and its answer is lost; never: nothing comes of it, as whoever
 * asks was killed before; after: it takes effect, and whoever asked was killed meanwhile.
 */
export type Trouble = 'early' | 'late' | 'never' | 'after' | undefined

export const REPOSITORY = 'registry.example/acme/app'

/**
 * A repository as a model, with the API beside it, over one state. Three temperaments: `ghcr` lists everything, new
 * versions late, and restores; `dockerhub` refuses to delete what something refers to; `oci` drops the tags of what is
 * deleted by digest. No registry takes an index whose children it lacks.
 */
export class MemoryPackage implements Package, RepositoryClient {
  readonly repository = parseRepository(REPOSITORY)
  readonly kind: RegistryKind
  readonly calls: Call[] = []
  readonly manifests = new Map<Digest, Manifest>()
  readonly tags = new Map<string, Digest>()
  readonly changed = new Map<Digest, number>()
  /** What can be restored, with the tags that it had. */
  readonly bin = new Map<Digest, { manifest: Manifest; tags: string[] }>()
  /** Digests that the list does not show before so many calls. */
  readonly late = new Map<Digest, number>()
  readonly unreadable = new Set<Digest>()
  /** Refused, with the registry's reason. */
  readonly refused = new Map<Digest, string>()
  lag = 0
  trouble: (call: Call, number: number) => Trouble = () => undefined
  meanwhile: (call: Call, number: number) => void = () => {}
  signal: AbortSignal | undefined

  constructor(kind: RegistryKind = 'ghcr') {
    this.kind = kind
  }

  get listsUntagged(): boolean {
    return this.kind === 'ghcr'
  }

  /** Somebody's push, past the calls that are counted. */
  store(manifest: Manifest, tags: readonly string[] = [], at = 0): Digest {
    const { digest } = manifest
    if (!this.manifests.has(digest)) {
      this.manifests.set(digest, manifest)
      this.bin.delete(digest)
      if (this.lag > 0) this.late.set(digest, this.calls.length + this.lag)
      this.changed.set(digest, at)
    }
    for (const tag of tags) this.tags.set(tag, digest)
    return digest
  }

  tagsOf(digest: Digest): string[] {
    return [...this.tags].flatMap(([tag, held]) => (held === digest ? [tag] : []))
  }

  /** Whether everything that it lists is there, to any depth. */
  isWhole(manifest: Manifest): boolean {
    return childrenIn(manifest).every((child) => {
      const stored = this.manifests.get(child)
      return stored !== undefined && this.isWhole(stored)
    })
  }

  // What the registry's own API answers.

  async versions(): Promise<Version[]> {
    return this.#call('LIST', '', () => this.#list())
  }

  async remove(version: Version): Promise<Outcome> {
    const { digest } = version
    if (this.kind === 'dockerhub') return this.#removeByTags(version)
    const found = await this.#call('LOOK', digest, () => this.#versionOf(digest))
    if (!found) return { outcome: 'absent' }
    if (
      found.tags.toSorted().join() !== version.tags.toSorted().join() ||
      found.updated !== (version.updated ?? found.updated)
    )
      return { outcome: 'changed', reason: 'its tags have changed' }
    return this.#call('DELETE', digest, () => this.#delete(digest))
  }

  async untag(tag: string, expected: Digest): Promise<Outcome> {
    if (this.kind === 'ghcr') return { outcome: 'unsupported', reason: 'GitHub takes whole versions only' }
    const held = await this.#call('LOOK', tag, () => this.tags.get(tag))
    if (held !== expected) return held ? { outcome: 'changed', reason: 'it moved' } : { outcome: 'absent' }
    return this.#call('DELETE', tag, () => ({ outcome: this.tags.delete(tag) ? 'done' : 'absent' }) as const)
  }

  async restore(digest: Digest): Promise<Outcome> {
    if (this.kind !== 'ghcr') return { outcome: 'unsupported', reason: 'nothing is kept here' }
    return this.#call('RESTORE', digest, () => {
      const kept = this.bin.get(digest)
      if (!kept) return { outcome: 'kept' as const, reason: 'not among what was deleted' }
      this.store(
        kept.manifest,
        kept.tags.filter((tag) => !this.tags.has(tag)),
      )
      return { outcome: 'done' as const }
    })
  }

  // What the registry answers.

  headManifest(reference: string): Promise<Descriptor | undefined> {
    return this.#call('HEAD', reference, () => {
      const found = this.#find(reference)
      return found && { mediaType: found.mediaType, digest: found.digest, size: found.bytes.length }
    })
  }

  getManifest(reference: string): Promise<Manifest | undefined> {
    return this.#call('GET', reference, () => {
      const found = this.#find(reference)
      if (found && this.unreadable.has(found.digest))
        throw new UserError('IMG3106', `GET ${reference} answered 503.`, { hint: 'Mend it.' })
      return found
    })
  }

  putManifest(reference: string, manifest: Manifest): Promise<void> {
    return this.#call('PUT', reference, () => {
      if (digestOf(manifest.bytes) !== manifest.digest)
        throw new UserError('IMG3107', 'DIGEST_INVALID', { hint: 'Mend it.' })
      if (!childrenIn(manifest).every((child) => this.manifests.has(child)))
        throw new UserError('IMG3107', 'MANIFEST_BLOB_UNKNOWN', { hint: 'Mend it.' })
      this.store(manifest, reference.startsWith('sha256:') ? [] : [reference])
    })
  }

  listTags(): Promise<string[]> {
    return this.#call('TAGS', '', () => [...this.tags.keys()])
  }

  referrers(digest: Digest): Promise<Descriptor[]> {
    return this.#call('REFERRERS', digest, () =>
      [...this.manifests.values()].flatMap((manifest) =>
        subjectIn(manifest) === digest
          ? [{ mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length }]
          : [],
      ),
    )
  }

  deleteManifest = () => unused()
  deleteTag = () => unused()
  headBlob = () => unused()
  getBlob = () => unused()
  uploadBlob = () => unused()
  mountBlob = () => unused()

  #find(reference: string): Manifest | undefined {
    return this.manifests.get(this.tags.get(reference) ?? (reference as Digest))
  }

  #list(): Version[] {
    const shown = [...this.manifests.keys()].filter(
      (digest) => (this.late.get(digest) ?? 0) < this.calls.length || this.kind !== 'ghcr',
    )
    const versions = shown.flatMap((digest) => this.#versionOf(digest) ?? [])
    return versions.filter(({ tags }) => this.kind === 'ghcr' || tags.length > 0).toReversed()
  }

  #versionOf(digest: Digest): Version | undefined {
    if (!this.manifests.has(digest)) return undefined
    const updated = this.changed.get(digest) ?? 0
    return { id: digest, digest, tags: this.tagsOf(digest), created: updated, updated }
  }

  async #removeByTags({ digest, tags }: Version): Promise<Outcome> {
    for (const tag of tags) {
      const outcome = await this.untag(tag, digest)
      if (outcome.outcome === 'changed') return outcome
    }
    return this.#call('DELETE', digest, () => {
      const listed = [...this.manifests.values()].some((each) => childrenIn(each).includes(digest))
      if (listed || this.tagsOf(digest).length > 0)
        return { outcome: 'kept' as const, reason: 'something refers to it' }
      return this.#delete(digest)
    })
  }

  #delete(digest: Digest): Outcome {
    const manifest = this.manifests.get(digest)
    if (!manifest) return { outcome: 'absent' }
    const reason = this.refused.get(digest)
    if (reason !== undefined) return { outcome: 'kept', reason }
    const tags = this.tagsOf(digest)
    if (this.kind === 'ghcr') this.bin.set(digest, { manifest, tags })
    this.manifests.delete(digest)
    for (const tag of tags) this.tags.delete(tag)
    return { outcome: 'done' }
  }

  async #call<T>(method: Call['method'], reference: string, effect: () => T): Promise<T> {
    const call = { method, reference }
    this.calls.push(call)
    const trouble = this.trouble(call, this.calls.length)
    this.meanwhile(call, this.calls.length)
    await new Promise((resolve) => setImmediate(resolve))
    if (trouble === 'never') return new Promise(() => {})
    this.signal?.throwIfAborted()
    if (trouble === 'early')
      throw new UserError('IMG3106', `${method} ${reference} answered 503.`, { hint: 'Mend it.' })
    const result = effect()
    if (trouble === 'after') return new Promise(() => {})
    if (trouble === 'late')
      throw new UserError('IMG3108', `${method} ${reference} broke off.`, { hint: 'Mend it.' })
    return result
  }
}

export function worldOf(memory: MemoryPackage): { packages: Packages; registries: Registries } {
  return {
    packages: { open: () => memory, close: () => {} },
    registries: { open: () => memory, close: () => {} },
  }
}

export function childrenIn(manifest: Manifest): Digest[] {
  const { manifests = [] } = JSON.parse(Buffer.from(manifest.bytes).toString())
  return manifests.map(({ digest }: { digest: Digest }) => digest)
}

function subjectIn(manifest: Manifest): Digest | undefined {
  return JSON.parse(Buffer.from(manifest.bytes).toString()).subject?.digest
}

function unused(): never {
  throw new Error('Nothing here asks for that.')
}
