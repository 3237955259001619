import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { formatRepository, parseRepository, type Repository } from '../../../actions/base/reference.ts'
import type { Manifest, Registries, RepositoryClient } from '../../../actions/registry/types.ts'

export interface Call {
  method: 'HEAD' | 'GET' | 'PUT' | 'DELETE' | 'BLOB' | 'TAGS'
  repository: string
  reference: string
}

/** early: the call fails and changes nothing; late: it takes effect, and its answer is lost; never: nothing comes of it. */
export type Trouble = 'early' | 'late' | 'never' | undefined

interface Content {
  manifests: Map<Digest, Manifest>
  tags: Map<string, Digest>
  blobs: Map<Digest, Uint8Array>
}

/** Registries as a model: what they hold, every call made to them, and whatever trouble a test wants with one. */
export class MemoryRegistries implements Registries {
  readonly calls: Call[] = []
  readonly #contents: Map<string, Content>
  trouble: (call: Call, number: number) => Trouble = () => undefined
  signal: AbortSignal | undefined

  constructor(contents = new Map<string, Content>()) {
    this.#contents = contents
  }

  /** The same registries for another process, which has troubles of its own. */
  forAnother(): MemoryRegistries {
    return new MemoryRegistries(this.#contents)
  }

  open(repository: Repository): RepositoryClient {
    return this.client(formatRepository(repository))
  }

  close(): void {}

  content(name: string): Content {
    const content = this.#contents.get(name) ?? { manifests: new Map(), tags: new Map(), blobs: new Map() }
    this.#contents.set(name, content)
    return content
  }

  tag(name: string, tag: string): Digest | undefined {
    return this.content(name).tags.get(tag)
  }

  store(name: string, manifest: Manifest, tag?: string): void {
    this.content(name).manifests.set(manifest.digest, manifest)
    if (tag !== undefined) this.content(name).tags.set(tag, manifest.digest)
  }

  client(name: string): RepositoryClient {
    const content = this.content(name)
    const find = (reference: string) =>
      content.manifests.get(content.tags.get(reference) ?? (reference as Digest))
    const unused = (): never => {
      throw new Error('Nothing here uploads.')
    }
    return {
      repository: parseRepository(name),
      headManifest: (reference) =>
        this.#call({ method: 'HEAD', repository: name, reference }, () => {
          const found = find(reference)
          return found && { mediaType: found.mediaType, digest: found.digest, size: found.bytes.length }
        }),
      getManifest: (reference) =>
        this.#call({ method: 'GET', repository: name, reference }, () => find(reference)),
      putManifest: (reference, manifest) =>
        this.#call({ method: 'PUT', repository: name, reference }, () => {
          if (digestOf(manifest.bytes) !== manifest.digest) throw new Error('DIGEST_INVALID')
          this.store(name, manifest, reference.startsWith('sha256:') ? undefined : reference)
        }),
      deleteManifest: (digest) =>
        this.#call({ method: 'DELETE', repository: name, reference: digest }, () =>
          content.manifests.delete(digest) ? 'deleted' : 'absent',
        ),
      deleteTag: unused,
      getBlob: (digest) =>
        this.#call({ method: 'BLOB', repository: name, reference: digest }, () => content.blobs.get(digest)),
      listTags: () =>
        this.#call({ method: 'TAGS', repository: name, reference: '' }, () => [...content.tags.keys()]),
      headBlob: (digest) =>
        this.#call(
          { method: 'BLOB', repository: name, reference: digest },
          () => content.blobs.get(digest)?.length,
        ),
      uploadBlob: unused,
      mountBlob: unused,
      referrers: unused,
    }
  }

  async #call<T>(call: Call, effect: () => T): Promise<T> {
    this.calls.push(call)
    const trouble = this.trouble(call, this.calls.length)
    await new Promise((resolve) => setImmediate(resolve))
    if (trouble === 'never') return new Promise(() => {})
    this.signal?.throwIfAborted()
    if (trouble === 'early')
      throw new UserError('IMG3106', `${call.method} ${call.reference} answered 503.`, { hint: 'Mend it.' })
    const result = effect()
    if (trouble === 'late')
      throw new UserError('IMG3108', `${call.method} ${call.reference} broke off.`, { hint: 'Mend it.' })
    return result
  }
}
