import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Exchange } from '../exchange.ts'
import { byteRange } from '../range.ts'
import { Refusal } from '../server.ts'

interface Blob {
  etag: string
  contentType: string
  /** Files that hold its content, one after the other. */
  parts: { file: string; size: number }[]
}

/** As much of Azure's blob storage as the clients use: blocks, a block list, a single PUT, and reading with ranges. */
export class BlobStorage {
  readonly folder: string
  readonly #blobs = new Map<string, Blob>()
  readonly #blocks = new Map<string, { file: string; size: number }>()

  constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<BlobStorage> {
    return new BlobStorage(await mkdtemp(join(tmpdir(), 'results-double-')))
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  /** A name is handed out with a signature; nothing else opens it. */
  sign(origin: string): { name: string; url: string } {
    const name = randomUUID()
    return { name, url: this.signed(origin, name) }
  }

  /** With a file's name, the answer says that it is to be saved under it. */
  signed(origin: string, name: string, file?: string): string {
    const saved = file === undefined ? '' : `&rscd=${encodeURIComponent(`attachment; filename="${file}"`)}`
    return `${origin}/container/${name}?sig=${name}${saved}`
  }

  size(name: string): number | undefined {
    const blob = this.#blobs.get(name)
    return blob?.parts.reduce((sum, part) => sum + part.size, 0)
  }

  async answer(exchange: Exchange, name: string): Promise<void> {
    if (exchange.query('sig') !== name)
      throw refuse(403, 'AuthenticationFailed', 'The signature does not match.')
    if (exchange.header('authorization') !== undefined)
      throw refuse(400, 'InvalidAuthenticationInfo', 'A signed address takes no credentials.')
    switch (`${exchange.method} ${exchange.query('comp') ?? ''}`.trim()) {
      case 'PUT block':
        await this.#keepBlock(exchange, name)
        return exchange.send(201, responseHeaders())
      case 'PUT blocklist':
        return this.#commitBlocks(exchange, name)
      case 'PUT':
        return this.#keepWhole(exchange, name)
      case 'GET':
      case 'HEAD':
        return this.#send(exchange, name)
      default:
        throw refuse(400, 'InvalidQueryParameterValue', 'Not known here.')
    }
  }

  async #keepBlock(exchange: Exchange, name: string): Promise<void> {
    const id = exchange.query('blockid')
    if (id === undefined) throw refuse(400, 'InvalidQueryParameterValue', 'blockid is missing.')
    this.#blocks.set(`${name} ${id}`, await this.#write(exchange))
  }

  async #commitBlocks(exchange: Exchange, name: string): Promise<void> {
    const list = String(await exchange.bytes())
    const ids = [...list.matchAll(/<(Latest|Uncommitted|Committed)>([^<]*)<\/\1>/g)].map((match) => match[2]!)
    const parts = ids.map((id) => this.#blocks.get(`${name} ${id}`))
    if (parts.includes(undefined)) throw refuse(400, 'InvalidBlockList', 'A block of the list is not there.')
    this.#commit(
      exchange,
      name,
      parts.filter((part) => part !== undefined),
    )
    await exchange.send(201, responseHeaders(this.#blobs.get(name)))
  }

  async #keepWhole(exchange: Exchange, name: string): Promise<void> {
    if (exchange.header('x-ms-blob-type') !== 'BlockBlob')
      throw refuse(400, 'MissingRequiredHeader', 'x-ms-blob-type is missing.')
    this.#commit(exchange, name, [await this.#write(exchange)])
    await exchange.send(201, responseHeaders(this.#blobs.get(name)))
  }

  #commit(exchange: Exchange, name: string, parts: Blob['parts']): void {
    const contentType = exchange.header('x-ms-blob-content-type') ?? 'application/octet-stream'
    this.#blobs.set(name, { etag: `"${randomUUID()}"`, contentType, parts })
  }

  async #write(exchange: Exchange): Promise<{ file: string; size: number }> {
    const file = join(this.folder, randomUUID())
    await pipeline(exchange.body(), createWriteStream(file))
    return { file, size: (await stat(file)).size }
  }

  async #send(exchange: Exchange, name: string): Promise<void> {
    const blob = this.#blobs.get(name)
    if (blob === undefined) throw refuse(404, 'BlobNotFound', 'The specified blob does not exist.')
    const size = this.size(name) ?? 0
    const range = byteRange(exchange.header('x-ms-range') ?? exchange.header('range'), size)
    if (range === 'unsatisfiable') throw refuse(416, 'InvalidRange', 'The range is not there.')
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const disposition = exchange.query('rscd')
    const headers = {
      ...responseHeaders(blob),
      'content-type': blob.contentType,
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      'x-ms-blob-type': 'BlockBlob',
      ...(disposition === undefined ? {} : { 'content-disposition': disposition }),
      ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    }
    if (exchange.method === 'HEAD') return exchange.send(200, headers)
    await exchange.send(range === undefined ? 200 : 206, headers, Readable.from(read(blob, start, end)))
  }
}

async function* read(blob: Blob, start: number, end: number): AsyncGenerator<Buffer> {
  let offset = 0
  for (const { file, size } of blob.parts) {
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, size - 1)
    if (from <= to) yield* createReadStream(file, { start: from, end: to })
    offset += size
  }
}

function responseHeaders(blob?: Blob) {
  return {
    'x-ms-version': '2025-11-05',
    'x-ms-request-id': randomUUID(),
    'last-modified': new Date().toUTCString(),
    ...(blob === undefined ? {} : { etag: blob.etag }),
  }
}

function refuse(status: number, code: string, message: string): Refusal {
  return new Refusal(status, { error: { code, message } }, { 'x-ms-error-code': code })
}
