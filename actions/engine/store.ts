import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../base/digest.ts'
import type { Engine } from './engine.ts'

/** A layer whose compressed form exists somewhere: nobody needs to compress it again. */
export interface CompressedLayer {
  diffId: Digest
  digest: Digest
  size: number
}

interface StoredLayer {
  'diff-digest'?: Digest
  'compressed-diff-digest'?: Digest
  'compressed-size'?: number
  compression?: number
}

/** containers/storage's number for gzip. */
const GZIP = 2

export interface Store {
  /** Layers that came from a registry, as they were there. */
  layers: CompressedLayer[]
  /** Names under which images of this store were pulled: where such layers may lie. */
  names: string[]
}

/** What the store remembers of pulled layers; an unreadable store only costs time. */
export async function readStore(engine: Engine): Promise<Store> {
  const [info, images] = await Promise.all([
    ask(engine, ['info', '--format', 'json']),
    ask(engine, ['images', '--format', 'json']),
  ])
  const { store } = (info ?? {}) as { store?: { graphRoot?: string; graphDriverName?: string } }
  const names = ((images ?? []) as { Names?: string[]; RepoDigests?: string[] }[]).flatMap((image) => [
    ...(image.Names ?? []),
    ...(image.RepoDigests ?? []),
  ])
  const stored = await readLayers(
    join(store?.graphRoot ?? '', `${store?.graphDriverName}-layers`, 'layers.json'),
  )
  return { layers: stored.flatMap(compressedLayer), names: [...new Set(names)] }
}

function compressedLayer(layer: StoredLayer): CompressedLayer[] {
  const {
    'diff-digest': diffId,
    'compressed-diff-digest': digest,
    'compressed-size': size,
    compression,
  } = layer
  return diffId && digest && size && compression === GZIP ? [{ diffId, digest, size }] : []
}

async function ask(engine: Engine, args: string[]): Promise<unknown> {
  const { exitCode, stdout } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  return exitCode === 0 && stdout ? JSON.parse(stdout) : undefined
}

async function readLayers(path: string): Promise<StoredLayer[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as StoredLayer[]
  } catch {
    return []
  }
}
