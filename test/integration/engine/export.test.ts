import { once } from 'node:events'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { imageManifest } from '../../../actions/build/manifest.ts'
import { saveArchive } from '../../../actions/engine/archive.ts'
import type { Engine } from '../../../actions/engine/engine.ts'
import { exportLayers } from '../../../actions/engine/export.ts'
import type { LayerFile } from '../../../actions/engine/handover.ts'
import { type Image, inspectImage } from '../../../actions/engine/image.ts'
import type { CompressedLayer } from '../../../actions/engine/store.ts'
import { locateStore } from '../../../actions/engine/store.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

let fixture: EngineFixture
let image: Image
beforeAll(async () => {
  fixture = await openEngineFixture()
  const context = await fixture.context(
    'FROM scratch\nCOPY busybox /bin/sh\nCOPY file /file\nHEALTHCHECK CMD ["true"]\n',
  )
  const id = await fixture.podman('build', '--quiet', '--format', 'docker', context)
  image = await inspectImage(await locateStore(fixture.engine), `sha256:${id.split('\n').at(-1)}`)
})
afterAll(() => fixture.remove())

async function exported(
  known: CompressedLayer[] = [],
  onLayer: (file: LayerFile) => Promise<void> = async () => {},
) {
  const folder = await mkdtemp(join(fixture.folder, 'layout-'))
  const files = new Map<string, Buffer>()
  const layers = await exportLayers(fixture.engine, {
    image,
    folder,
    compression: 'gzip',
    known,
    onLayer: async (file) => {
      files.set(file.digest, await readFile(file.path))
      await onLayer(file)
    },
  })
  return { layers, files, left: await readdir(join(folder, 'blobs/sha256')) }
}

/** What podman itself writes for the same image. */
async function podmansManifest(): Promise<Buffer> {
  const folder = await mkdtemp(join(fixture.folder, 'dir-'))
  await fixture.podman('push', '--quiet', '--compress', image.id.slice('sha256:'.length), `dir:${folder}`)
  return readFile(join(folder, 'manifest.json'))
}

describe('layers', () => {
  test('are handed on compressed, each under its digest, and hold what the image says', async () => {
    const { layers, files } = await exported()
    expect(layers).toHaveLength(2)
    for (const [position, layer] of layers.entries()) {
      const bytes = files.get(layer.digest) as Buffer
      expect(digestOf(bytes)).toBe(layer.digest)
      expect(bytes.byteLength).toBe(layer.size)
      expect(digestOf(gunzipSync(bytes))).toBe(image.layers[position])
    }
  })

  test('and config give the manifest that podman pushes, byte for byte', async () => {
    const { layers } = await exported()
    const manifest = imageManifest(image, layers, 'docker', {})
    expect(Buffer.from(manifest.bytes).toString()).toBe((await podmansManifest()).toString())
  })

  test('that every registry has are not compressed, and the manifest is the same', async () => {
    const { layers } = await exported()
    const first = layers[0]!
    const known = [{ diffId: image.layers[0]!, digest: first.digest, size: first.size }]
    const again = await exported(known)
    expect([...again.files.keys()]).toEqual([layers[1]!.digest])
    expect(imageManifest(image, again.layers, 'docker', {}).digest).toBe(
      imageManifest(image, layers, 'docker', {}).digest,
    )
  })

  test('leave no file behind once they are handed on', async () => {
    const { layers, left } = await exported()
    expect(left.filter((name) => layers.some((layer) => layer.digest.endsWith(name)))).toEqual([])
  })

  test('that can’t be handed on fail the export', async () => {
    await expect(exported([], () => Promise.reject(new Error('registry is down')))).rejects.toThrow(
      'registry is down',
    )
  })

  test('that can’t be handed on end podman, which may have long to go', async () => {
    const down = new Error('registry is down')
    // A podman that works on until it is told to stop.
    const engine: Engine = {
      ...fixture.engine,
      run: async (command, args, { signal, ...options } = {}) => {
        const result = await fixture.engine.run(command, args, options)
        if (!signal?.aborted) await once(signal as AbortSignal, 'abort')
        return result
      },
    }
    const folder = await mkdtemp(join(fixture.folder, 'layout-'))
    const onLayer = () => Promise.reject(down)
    const request = { image, folder, compression: 'gzip' as const, known: [], onLayer }
    await expect(exportLayers(engine, request)).rejects.toBe(down)
  })
})

test('the config keeps what OCI would drop', () => {
  expect(JSON.parse(Buffer.from(image.config).toString()).config.Healthcheck).toEqual({
    Test: ['CMD', 'true'],
  })
  expect(digestOf(image.config)).toBe(image.id)
})

describe('an archive', () => {
  test('is the image, in the folder that it asks for', async () => {
    const path = join(fixture.folder, 'out/deep/image.tar')
    await saveArchive(fixture.engine, image, path)
    expect(await fixture.podman('load', '--quiet', '--input', path)).toContain(
      image.id.slice('sha256:'.length),
    )
  })

  test('takes the place of an older one', async () => {
    const path = join(fixture.folder, 'older.tar')
    for (const _time of [1, 2]) await saveArchive(fixture.engine, image, path)
    expect(await fixture.podman('load', '--quiet', '--input', path)).toContain('Loaded image')
  })

  test('can’t be a folder, and the error names it', async () => {
    const saving = saveArchive(fixture.engine, image, fixture.folder)
    await expect(saving).rejects.toThrow(UserError)
    await expect(saving).rejects.toThrow(`The archive ${fixture.folder} could not be written`)
  })
})
