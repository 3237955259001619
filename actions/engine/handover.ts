import { type FSWatcher, watch } from 'node:fs'
import { open, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, hexOf } from '../base/digest.ts'

export interface LayerFile {
  digest: Digest
  size: number
  path: string
}

/** Watches the layout; podman renames a blob to its digest when it is complete. */
export class Handover {
  readonly #blobs: string
  readonly #onLayer: (file: LayerFile) => Promise<void>
  readonly #onFailure: (error: unknown) => void
  readonly #watcher: FSWatcher
  readonly #started = new Map<string, Promise<void>>()

  constructor(
    blobs: string,
    onLayer: (file: LayerFile) => Promise<void>,
    onFailure: (error: unknown) => void,
  ) {
    this.#blobs = blobs
    this.#onLayer = onLayer
    this.#onFailure = onFailure
    this.#watcher = watch(blobs, (_event, name) => {
      if (name && /^[0-9a-f]{64}$/.test(name)) this.#begin(name)
    })
  }

  /** The watcher may have missed some; the manifest tells which layers there are. */
  async finish(layers: readonly { digest: Digest }[]): Promise<void> {
    this.stop()
    for (const layer of layers) this.#begin(hexOf(layer.digest))
    await Promise.all(this.#started.values())
  }

  stop(): void {
    this.#watcher.close()
  }

  #begin(name: string): void {
    if (this.#started.has(name)) return
    const work = this.#hand(name)
    // It is awaited in finish(), unless that is never reached.
    work.catch(this.#onFailure)
    this.#started.set(name, work)
  }

  async #hand(name: string): Promise<void> {
    const path = join(this.#blobs, name)
    if (!(await isLayer(path))) return
    await this.#onLayer({ digest: `sha256:${name}`, size: (await stat(path)).size, path })
    await unlink(path)
  }
}

/** Tells compressed layers from the JSON documents of the layout and from our own empty files. */
async function isLayer(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const magic = buffer.subarray(0, bytesRead).toString('hex')
    return magic.startsWith('1f8b') || magic === '28b52ffd'
  } finally {
    await file.close()
  }
}
