import { closeSync, createReadStream, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Digest } from '../base/digest.ts'
import { bytesIn, type FileSegment, LayerFiles } from './layer-files.ts'
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
type Segment = { type: 2; payload: string } | ({ type: 1 } & FileSegment)

const FOLDERS: Readonly<Record<string, (id: string) => string>> = {
  overlay: (id) => join('overlay', id, 'diff'),
  vfs: (id) => join('vfs/dir', id),
}
const BLOCK = 64 * 1024

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
  // Headers and most files are small, and every piece that is handed on costs time.
  let block = Buffer.allocUnsafe(BLOCK)
  let filled = 0
  for await (const segments of segmentsOf(layer)) {
    for (const segment of segments) {
      const source = segment.type === 2 ? bytesIn(segment.payload) : files.read(segment)
      try {
        for (let count = 1; count > 0; ) {
          count = source.fill(block.subarray(filled))
          filled += count
          if (filled < BLOCK) continue
          yield block
          block = Buffer.allocUnsafe(BLOCK)
          filled = 0
        }
      } finally {
        source.close()
      }
    }
  }
  yield block.subarray(0, filled)
}

/** As they follow each other, some at a time. Of files, only those that hold anything. */
async function* segmentsOf({ recipe }: StoredLayer): AsyncGenerator<Segment[]> {
  let rest = ''
  // What goes wrong on the way ends the last stream too, which is the one that is listened to.
  const text = pipeline(createReadStream(recipe), createGunzip(), () => {}).setEncoding('utf8')
  for await (const part of text) {
    const lines = `${rest}${part}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines.flatMap(segmentIn)
  }
  yield segmentIn(rest)
}

function segmentIn(line: string): Segment[] {
  if (line === '') return []
  const segment = JSON.parse(line) as Segment
  return segment.type === 2 || segment.size ? [segment] : []
}
