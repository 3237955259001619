import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Digest, digestOf, hexOf } from '../../../actions/base/digest.ts'
import { openEngine } from '../../../actions/engine/engine.ts'
import { imageNames, locateStore, readConfig, storedLayers } from '../../../actions/engine/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
const store = { root: folder, driver: 'overlay' }
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  mkdirSync(join(folder, 'overlay-layers'), { recursive: true })
})

const engine = (stdout: string, exitCode = 0) =>
  openEngine(async () => ({ exitCode, stdout, stderr: '' }), {}, {}, '/auth.json')
const layers = (text: string) => writeFileSync(join(folder, 'overlay-layers/layers.json'), text)

test('the store is where podman says', async () => {
  expect(await locateStore(engine('/var/lib/containers\nvfs\n'))).toEqual({
    root: '/var/lib/containers',
    driver: 'vfs',
  })
})

describe('layers that came compressed', () => {
  const [diffId, digest] = [digestOf('plain'), digestOf('compressed')]
  const layer = {
    'diff-digest': diffId,
    'compressed-diff-digest': digest,
    'compressed-size': 7,
    compression: 2,
  }

  test.each([
    ['gzip', layer, [{ diffId, digest, size: 7 }]],
    ['zstd, which docker manifests can’t name', { ...layer, compression: 4 }, []],
    ['built here', { 'diff-digest': diffId, compression: 0 }, []],
    ['of unknown size', { ...layer, 'compressed-size': undefined }, []],
  ])('%s', async (_name, entry, expected) => {
    layers(JSON.stringify([entry]))
    expect(await storedLayers(store)).toEqual(expected)
  })

  test.each(['', '[{"diff-dig', 'null', '{}'])('a list that reads %j only costs time', async (text) => {
    layers(text)
    expect(await storedLayers(store)).toEqual([])
  })

  test('no list, no layers', async () => {
    expect(await storedLayers({ root: '/nonexistent', driver: 'vfs' })).toEqual([])
  })
})

describe('a config', () => {
  function keep(id: Digest, bytes: string): void {
    const path = join(folder, 'overlay-images', hexOf(id))
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, `=${Buffer.from(id).toString('base64')}`), bytes)
  }

  test('is read byte for byte', async () => {
    keep(digestOf('{ "a":1}'), '{ "a":1}')
    expect((await readConfig(store, digestOf('{ "a":1}'))).toString()).toBe('{ "a":1}')
  })

  test('of another image is not taken for it', async () => {
    keep(digestOf('asked'), 'found')
    await expect(readConfig(store, digestOf('asked'))).rejects.toThrow('another config')
  })
})

test.each([
  [
    '[{"Names":["r.io/a:1"],"RepoDigests":["r.io/a@sha256:x"]},{"Names":["r.io/a:1"]}]',
    0,
    ['r.io/a:1', 'r.io/a@sha256:x'],
  ],
  ['[{"Names":null,"RepoDigests":null}]', 0, []],
  ['', 0, []],
  ['no json at all', 0, []],
  ['[{"Names":["r.io/a:1"]}]', 125, []],
])('names of images: %j, exit code %d', async (stdout, code, names) => {
  expect(await imageNames(engine(stdout, code))).toEqual(names)
})
