import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { type Image, inspectImage } from '../../../actions/engine/image.ts'
import { type LayerEntry, readLayers, readSavedLayers } from '../../../actions/engine/layers.ts'
import { locateStore, type Store } from '../../../actions/engine/store.ts'
import { findStoredLayers, type StoredLayer, tarOf } from '../../../actions/engine/stored-layers.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

const LONG = 'n'.repeat(120)
const CONTAINERFILE = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "sh", "-c", "cd /; b=/bin/busybox; $b mkdir -p d/${LONG} linked; $b echo deep >d/${LONG}/f; \
$b ln d/${LONG}/f hard; $b ln -s /etc/passwd soft; : >empty; $b dd if=/dev/urandom of=big bs=1024 count=700 2>/dev/null; \
$b mkfifo pipe; $b chmod 4711 big; $b chown -R 7:8 d; $b echo x >linked/file; $b echo ö >linked/ein_Ümläut"]
RUN ["/bin/busybox", "rm", "-r", "/d"]
COPY ["file", "/two words"]
`
let fixture: EngineFixture
let store: Store
let image: Image

beforeAll(async () => {
  fixture = await openEngineFixture()
  const context = await fixture.context(CONTAINERFILE, 'some text')
  const id = await fixture.podman('build', '--quiet', '--format', 'docker', context)
  store = await locateStore(fixture.engine)
  image = await inspectImage(store, `sha256:${id.split('\n').at(-1)}`)
})

afterAll(() => fixture.remove())

const found = async () => (await findStoredLayers(store, image.layers)) ?? []

test('a layer is put together as it was when its digest was taken', async () => {
  for (const layer of await found()) {
    const hash = createHash('sha256')
    let size = 0
    for await (const bytes of tarOf(layer)) {
      hash.update(bytes)
      size += bytes.length
    }
    expect([`sha256:${hash.digest('hex')}`, size]).toEqual([layer.digest, layer.size])
  }
  expect((await found()).map(({ digest }) => digest)).toEqual(image.layers)
})

test('stored and saved layers hold the same, and those of the storage start no podman', async () => {
  const collect = async (read: typeof readLayers, engine: typeof fixture.engine) => {
    const seen: [string, LayerEntry, string][] = []
    const sizes = await read(engine, {
      image,
      onEntry: (entry, layer) => {
        const parts: Uint8Array[] = []
        const end = () => void seen.push([layer, entry, Buffer.concat(parts).toString('hex')])
        return { take: (bytes) => parts.push(bytes), end }
      },
    })
    return { seen, sizes: [...sizes].sort() }
  }
  const run = async () => expect(undefined).toBe('no process')
  const stored = await collect(readLayers, { ...fixture.engine, run: run as never })
  expect(stored).toEqual(await collect(readSavedLayers, fixture.engine))
  expect(stored.seen.map(([, { path }]) => path)).toContain(`d/${LONG}/f`)
})

test('a cancelled run ends in the middle of a layer', async () => {
  const cancelled = new AbortController()
  const onEntry = () => {
    cancelled.abort()
    return undefined
  }
  const reading = readLayers(fixture.engine, { image, onEntry, signal: cancelled.signal })
  await expect(reading).rejects.toThrow(CancelledError)
})

describe('podman is left to save layers', () => {
  let spoilt: StoredLayer
  const undo: (() => void)[] = []
  beforeEach(async () => {
    spoilt = (await found())[1] as StoredLayer
  })
  const inLayer = (path: string) => join(spoilt.folder, path)
  const replaced = (path: string, put: (path: string) => void) => {
    renameSync(path, `${path}-kept`)
    put(path)
    undo.push(() => {
      rmSync(path, { recursive: true, force: true })
      renameSync(`${path}-kept`, path)
    })
  }

  test.each<[string, () => void]>([
    ['whose file is gone', () => replaced(inLayer('big'), () => {})],
    ['whose file has another size', () => replaced(inLayer('big'), (path) => writeFileSync(path, 'small'))],
    [
      'whose file became a link',
      () => replaced(inLayer('linked/file'), (path) => symlinkSync('/etc/passwd', path)),
    ],
    [
      'whose folder became a link',
      () => replaced(inLayer('linked'), (path) => symlinkSync(`${path}-kept`, path)),
    ],
    ['whose recipe is gone', () => replaced(spoilt.recipe, () => {})],
    ['whose recipe is none', () => replaced(spoilt.recipe, (path) => writeFileSync(path, 'no gzip'))],
  ])('%s', async (_what, spoil) => {
    spoil()
    try {
      expect(await findStoredLayers(store, image.layers)).toBeUndefined()
    } finally {
      for (const each of undo.splice(0)) each()
    }
    expect(await found()).toHaveLength(image.layers.length)
  })

  test('of a driver that is not known', async () => {
    expect(await findStoredLayers({ ...store, driver: 'zfs' }, image.layers)).toBeUndefined()
  })

  test('that the storage does not have', async () => {
    const digest = `sha256:${'0'.repeat(64)}` as const
    expect(await findStoredLayers(store, [...image.layers, digest])).toBeUndefined()
  })
})

test('the storage is left as it was', async () => {
  const folders = (await found()).map(({ folder }) => readdirSync(folder).sort())
  expect(folders.at(-1)).toEqual(['two words'])
  expect(readFileSync(join((await found()).at(-1)!.folder, 'two words'), 'utf8')).toBe('some text')
})
