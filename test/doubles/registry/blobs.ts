import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Digest, hexOf } from '../../../actions/base/digest.ts'
import { refuse } from './refuse.ts'

export interface Upload {
  id: string
  repository: string
  /** Opaque; a client that loses it from the Location has lost the upload. */
  state: string
  size: number
  hash: Hash
}

/** Blobs on disk, shared by all repositories; each repository sees only what was pushed or mounted to it. */
export class Blobs {
  readonly folder: string
  readonly #sizes = new Map<Digest, number>()
  readonly #repositories = new Map<string, Set<Digest>>()
  readonly #uploads = new Map<string, Upload>()

  constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Blobs> {
    const folder = await mkdtemp(join(tmpdir(), 'registry-double-'))
    await mkdir(join(folder, 'uploads'))
    return new Blobs(folder)
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  size(repository: string, digest: Digest): number | undefined {
    return this.#repositories.get(repository)?.has(digest) ? this.#sizes.get(digest) : undefined
  }

  read(digest: Digest, range: { start?: number; end?: number } = {}): Readable {
    return createReadStream(this.#path(digest), range)
  }

  link(repository: string, digest: Digest): void {
    const known = this.#repositories.get(repository) ?? new Set()
    this.#repositories.set(repository, known.add(digest))
  }

  unlink(repository: string, digest: Digest): void {
    this.#repositories.get(repository)?.delete(digest)
  }

  /** For tests that need a blob to be there. */
  async add(repository: string, bytes: Uint8Array | string): Promise<Digest> {
    const upload = this.begin(repository)
    await this.append(upload, Readable.from([Buffer.from(bytes)]))
    const digest: Digest = `sha256:${upload.hash.copy().digest('hex')}`
    await this.finish(upload, digest)
    return digest
  }

  begin(repository: string): Upload {
    const upload: Upload = {
      id: randomUUID(),
      repository,
      state: randomUUID(),
      size: 0,
      hash: createHash('sha256'),
    }
    this.#uploads.set(upload.id, upload)
    return upload
  }

  upload(repository: string, id: string, state: string | undefined): Upload {
    const upload = this.#uploads.get(id)
    if (upload === undefined || upload.repository !== repository)
      throw refuse(404, 'BLOB_UPLOAD_UNKNOWN', 'upload unknown to registry')
    if (upload.state !== state)
      throw refuse(400, 'BLOB_UPLOAD_INVALID', 'the upload location has lost its _state')
    return upload
  }

  /** An upload whose connection breaks is gone: the client has to begin again. */
  async append(upload: Upload, body: Readable): Promise<void> {
    async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        upload.hash.update(chunk)
        upload.size += chunk.length
        yield chunk
      }
    }
    try {
      await pipeline(body, hashed, createWriteStream(this.#uploadPath(upload), { flags: 'a' }))
    } catch (error) {
      await this.cancel(upload)
      throw error
    }
  }

  async cancel(upload: Upload): Promise<void> {
    this.#uploads.delete(upload.id)
    await rm(this.#uploadPath(upload), { force: true })
  }

  async finish(upload: Upload, digest: Digest): Promise<void> {
    const actual = `sha256:${upload.hash.copy().digest('hex')}`
    if (actual !== digest) {
      await this.cancel(upload)
      throw refuse(
        400,
        'DIGEST_INVALID',
        `provided digest ${digest} did not match uploaded content ${actual}`,
      )
    }
    await rename(this.#uploadPath(upload), this.#path(digest))
    this.#uploads.delete(upload.id)
    this.#sizes.set(digest, upload.size)
    this.link(upload.repository, digest)
  }

  #path(digest: Digest): string {
    return join(this.folder, hexOf(digest))
  }

  #uploadPath(upload: Upload): string {
    return join(this.folder, 'uploads', upload.id)
  }
}
