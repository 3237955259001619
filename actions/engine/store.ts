import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, digestOf, hexOf } from '../base/digest.ts'
import type { ProcessOptions } from '../base/process.ts'
import type { Engine } from './engine.ts'
import { notWorking } from './not-working.ts'

/** Where podman keeps images and layers. Its documents are read in place: no command of podman shows them as they are. */
export interface Store {
  root: string
  /** `overlay`, `vfs`: part of the names of its folders. */
  driver: string
}

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

export async function locateStore(
  engine: Engine,
  options: Pick<ProcessOptions, 'finishing'> = {},
): Promise<Store> {
  const format = '{{.Store.GraphRoot}}\n{{.Store.GraphDriverName}}'
  const { stdout } = await engine
    .run('podman', ['info', '--format', format], { ...options, env: engine.env })
    .catch((error) => {
      throw notWorking(error, 'podman does not work here')
    })
  const [root = '', driver = ''] = stdout.trim().split('\n')
  return { root, driver }
}

/** Where this image lies, which its uppermost layer tells: podman info takes five times as long to gather all that it knows. */
export async function locateStoreOf(engine: Engine, image: Digest): Promise<Store> {
  const format = '{{.GraphDriver.Name}}\n{{index .GraphDriver.Data "UpperDir"}}'
  const args = ['image', 'inspect', '--format', format, '--', image]
  const { stdout } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  const [, root] = /^overlay\n(.+)\/overlay\/[^/]+\/diff$/.exec(stdout.trim()) ?? []
  return root === undefined ? locateStore(engine) : { root, driver: 'overlay' }
}

/** The config of an image in the Docker or OCI format, byte for byte: its digest is the image's id. */
export async function readConfig(store: Store, id: Digest): Promise<Buffer> {
  const name = `=${Buffer.from(id).toString('base64')}`
  const config = await readFile(join(store.root, `${store.driver}-images`, hexOf(id), name))
  if (digestOf(config) !== id) throw new Error(`The storage holds another config than that of ${id}.`)
  return config
}

/** Layers that came from a registry, as they were there; a store that says nothing of them only costs time. */
export async function storedLayers(store: Store): Promise<CompressedLayer[]> {
  const path = join(store.root, `${store.driver}-layers`, 'layers.json')
  return listIn<StoredLayer>(await readFile(path, 'utf8').catch(() => '')).flatMap(
    ({ 'diff-digest': diffId, 'compressed-diff-digest': digest, 'compressed-size': size, compression }) =>
      diffId && digest && size && compression === GZIP ? [{ diffId, digest, size }] : [],
  )
}

/** Under which names the images of the store were pulled: where such layers may lie. */
export async function imageNames(engine: Engine): Promise<string[]> {
  const { exitCode, stdout } = await engine.run('podman', ['images', '--format', 'json'], {
    env: engine.env,
    anyExit: true,
  })
  if (exitCode !== 0) return []
  const images = listIn<{ Names?: string[] | null; RepoDigests?: string[] | null }>(stdout)
  return [...new Set(images.flatMap(({ Names, RepoDigests }) => [...(Names ?? []), ...(RepoDigests ?? [])]))]
}

/** Nothing that is read this way is needed, so what is no list (it may be written just now) holds nothing. */
function listIn<T>(text: string): T[] {
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}
