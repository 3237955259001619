import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Digest } from '../base/digest.ts'
import type { Store } from './store.ts'

/** A layer in podman's storage: how its tar was put together, and where the files lie. */
export interface StoredLayer {
  digest: Digest
  /** Of the whole tar. */
  size: number
  /** The tar but for the files' bytes, as containers/storage keeps it beside each layer. */
  recipe: string
  folder: string
}

/** A stretch of the tar as it is, or the bytes of a file. */
type Segment = { type: 2; payload: string } | { type: 1; name?: string; name_raw?: string; size?: number }

const FOLDERS: Readonly<Record<string, (id: string) => string>> = {
  overlay: (id) => join('overlay', id, 'diff'),
  vfs: (id) => join('vfs/dir', id),
}
const CHUNK = 128 * 1024

/**
 * The layers as they lie there, in the order given; undefined where one of them can't be read like that: its files may
 * belong to somebody else (without root's rights), or be kept in a way that is not known here.
 */
export async function findStoredLayers(
  store: Store,
  digests: readonly Digest[],
): Promise<StoredLayer[] | undefined> {
  const folderOf = FOLDERS[store.driver]
  if (!folderOf) return undefined
  try {
    const records = join(store.root, `${store.driver}-layers`)
    const stored = JSON.parse(await readFile(join(records, 'layers.json'), 'utf8')) as Record<
      string,
      unknown
    >[]
    const byDigest = new Map(stored.map((layer) => [layer['diff-digest'], layer]))
    const layers = [...new Set(digests)].map((digest): StoredLayer => {
      const { id, 'diff-size': size } = byDigest.get(digest) ?? {}
      if (typeof id !== 'string' || typeof size !== 'number') throw new Error(`${digest} is not stored.`)
      const recipe = join(records, `${id}.tar-split.gz`)
      return { digest, size, recipe, folder: realpathSync(join(store.root, folderOf(id))) }
    })
    for (const layer of layers) await requireReadable(layer)
    return layers
  } catch {
    return undefined
  }
}

async function requireReadable(layer: StoredLayer): Promise<void> {
  const files = new LayerFiles(layer.folder)
  for await (const segments of segmentsOf(layer))
    for (const segment of segments) if (segment.type === 1) closeSync(files.open(segment))
}

/** The layer's tar, byte for byte as podman would save it. */
export async function* tarOf(layer: StoredLayer): AsyncGenerator<Buffer> {
  const files = new LayerFiles(layer.folder)
  let gathered: Buffer[] = []
  let length = 0
  for await (const segments of segmentsOf(layer)) {
    for (const segment of segments) {
      const pieces = segment.type === 2 ? [Buffer.from(segment.payload, 'base64')] : files.read(segment)
      for (const piece of pieces) {
        gathered.push(piece)
        length += piece.length
        // Headers are small, and every piece that is handed on costs time.
        if (length < CHUNK) continue
        yield Buffer.concat(gathered)
        gathered = []
        length = 0
      }
    }
  }
  yield Buffer.concat(gathered)
}

/** As they follow each other, some at a time. Of files, only those that hold anything. */
async function* segmentsOf({ recipe }: StoredLayer): AsyncGenerator<Segment[]> {
  let rest = ''
  // What goes wrong on the way ends the last stream too, which is the one that is listened to.
  const text = pipeline(createReadStream(recipe), createGunzip(), () => {})
  for await (const bytes of text) {
    const lines = (rest + (bytes as Buffer).toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    yield lines.flatMap(segmentIn)
  }
  yield segmentIn(rest)
}

function segmentIn(line: string): Segment[] {
  if (line === '') return []
  const segment = JSON.parse(Buffer.from(line, 'latin1').toString()) as Segment
  return segment.type === 2 || segment.size ? [segment] : []
}

type FileSegment = Extract<Segment, { type: 1 }>

/** Opens what lies under the layer's folder and nothing else, wherever an image's links may lead. */
class LayerFiles {
  readonly #root: string
  readonly #folders = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  open({ name = '', name_raw: raw, size = 0 }: FileSegment): number {
    const path = join(this.#root, raw ? Buffer.from(raw, 'base64').toString() : name)
    this.#requireInside(dirname(path))
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (fstatSync(file).size === size) return file
    closeSync(file)
    throw new Error(`${path} is not as it was stored.`)
  }

  *read(segment: FileSegment): Generator<Buffer> {
    const file = this.open(segment)
    try {
      for (let left = segment.size ?? 0; left > 0; ) {
        const buffer = Buffer.allocUnsafe(Math.min(left, CHUNK))
        const count = readSync(file, buffer)
        if (count === 0) throw new Error('A file of the layer ended too early.')
        yield buffer.subarray(0, count)
        left -= count
      }
    } finally {
      closeSync(file)
    }
  }

  #requireInside(folder: string): void {
    if (this.#folders.has(folder)) return
    const inside = folder === this.#root || folder.startsWith(`${this.#root}/`)
    if (!inside || realpathSync(folder) !== folder) throw new Error(`${folder} is not the layer's own.`)
    this.#folders.add(folder)
  }
}
