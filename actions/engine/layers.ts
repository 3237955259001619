import { Readable } from 'node:stream'
import { type ExtractEvents, extract, type Header } from 'tar-stream'
import type { Digest } from '../base/digest.ts'
import { CancelledError } from '../base/errors.ts'
import type { Engine } from './engine.ts'
import type { Image } from './image.ts'
import { notWorking } from './not-working.ts'
import { noSpace } from './space.ts'
import { findStoredLayers, tarOf } from './stored-layers.ts'

export type EntryType = 'file' | 'directory' | 'link' | 'hard-link' | 'device'

/** What a layer holds under a path; also a whiteout, which takes something of a lower layer away. */
export interface LayerEntry {
  /** From the image's root, without a slash at either end; empty: the root itself. */
  path: string
  type: EntryType
  mode: number
  uid: number
  gid: number
  size: number
  /** Of a link as it is written; of a hard link the other path, from the root too. */
  target: string
}

/** Takes a file's bytes as they come, and hears of their end. */
export interface ContentReader {
  take(bytes: Uint8Array): void
  end(): void
}

/** Gives a reader where the content is of interest. */
export type OnEntry = (entry: LayerEntry, layer: Digest) => ContentReader | undefined

type Content = ExtractEvents['entry'][1]

export interface LayersRequest {
  image: Pick<Image, 'name' | 'layers' | 'store'>
  onEntry: OnEntry
  signal?: AbortSignal
}

/**
 * Streams the layers past, each once and the lowest first; a layer that the image has twice is read once. Nothing is kept,
 * nothing written to disk. Gives how long each layer is, uncompressed.
 */
export async function readLayers(engine: Engine, request: LayersRequest): Promise<Map<Digest, number>> {
  const { image, onEntry, signal } = request
  // podman would hash and copy all of it once more.
  const stored = image.store && (await findStoredLayers(image.store, image.layers))
  if (!stored) return readSavedLayers(engine, request)
  for (const layer of stored) {
    const tar = Readable.from(tarOf(layer), { objectMode: false, ...(signal ? { signal } : {}) })
    await readLayer(tar, (header) => onEntry(entryOf(header), layer.digest)).catch((error) => {
      throw signal?.aborted ? new CancelledError() : error
    })
  }
  return new Map(stored.map(({ digest, size }) => [digest, size]))
}

/** As podman saves them: `<diff id>.tar` in an archive whose end tells their order. */
export async function readSavedLayers(
  engine: Engine,
  { image, onEntry, signal }: LayersRequest,
): Promise<Map<Digest, number>> {
  const missing = new Set(image.layers)
  const sizes = new Map<Digest, number>()
  let unreadable: unknown
  const read = async (archive: Readable) => {
    try {
      for await (const file of filesOf(archive)) {
        const layer = layerOf(file.header)
        if (!missing.delete(layer)) {
          file.resume()
          continue
        }
        await readLayer(file as unknown as Readable, (header) => onEntry(entryOf(header), layer))
        sizes.set(layer, file.header.size)
      }
    } catch (error) {
      unreadable = error
    }
  }
  const args = ['save', '--quiet', '--format', 'docker-archive', '--', image.name]
  await engine
    .run('podman', args, { env: engine.env, read, ...(signal ? { signal } : {}) })
    .catch((error) => {
      const hint = 'Free space there, or set TMPDIR to a larger disk.'
      throw notWorking(noSpace(error, "podman's temporary files", hint), "podman can't save the image")
    })
  // What podman itself says of an archive that ends too early says more, so it comes first.
  if (unreadable !== undefined) throw unreadable
  if (missing.size > 0) throw new Error(`podman saved the image without its layer ${[...missing][0]}.`)
  return sizes
}

function filesOf(archive: Readable): AsyncIterable<Content> {
  // The two kinds of streams differ in their types alone.
  return archive.pipe(extract() as unknown as NodeJS.WritableStream) as unknown as AsyncIterable<Content>
}

/** Links of the archive are the names that older programs look for. */
function layerOf(header: Header): Digest {
  return `sha256:${header.type === 'file' ? header.name.replace(/\.tar$/, '') : ''}`
}

/** Events rather than an iterator: an image has tens of thousands of entries, and each await would be felt. */
function readLayer(file: Readable, onHeader: (header: Header) => ContentReader | undefined): Promise<void> {
  const layer = extract()
  layer.on('entry', (header, content, next) => {
    try {
      const reader = onHeader(header)
      if (reader) content.on('data', (bytes) => reader.take(bytes as Uint8Array))
      content.on('end', () => {
        reader?.end()
        next()
      })
      // The layer itself tells of it.
      content.on('error', () => {})
      content.resume()
    } catch (error) {
      next(error as Error)
    }
  })
  return new Promise((resolve, reject) => {
    layer.on('finish', resolve)
    layer.on('error', reject)
    file.on('error', reject)
    file.pipe(layer)
  })
}

const TYPES: Record<string, EntryType> = {
  directory: 'directory',
  symlink: 'link',
  link: 'hard-link',
  'character-device': 'device',
  'block-device': 'device',
  fifo: 'device',
}

function entryOf(header: Header): LayerEntry {
  const type = TYPES[header.type] ?? 'file'
  const target = header.linkname ?? ''
  // Numbers that don't fit into the header stand before it.
  const pax = (header.pax ?? {}) as Record<string, string>
  return {
    path: fromRoot(header.name),
    type,
    mode: header.mode & 0o7777,
    uid: Number(pax.uid ?? header.uid),
    gid: Number(pax.gid ?? header.gid),
    size: header.size,
    target: type === 'hard-link' ? fromRoot(target) : target,
  }
}

/** A part of a path that says nothing, or leads up. */
const EMPTY_PART = /(?:^|\/)\.{0,2}(?:\/|$)/

/** `./usr//bin/` and `/usr/bin` are one path. */
export function fromRoot(path: string): string {
  if (!EMPTY_PART.test(path)) return path
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
