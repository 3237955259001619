import { copyFile, mkdir, mkdtemp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type CacheService, StoreCache } from '../../../actions/build/store-cache.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'

/** Keeps files under their key and their path, as the runner's cache service does. */
class FolderCache implements CacheService {
  readonly saved = new Map<string, string>()
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async save([path = '']: string[], key: string): Promise<void> {
    const copy = join(this.#folder, `${this.saved.size}.tar`)
    await copyFile(path, copy)
    this.saved.set(`${key} ${path}`, copy)
  }

  async restore([path = '']: string[], _key: string, prefixes: string[]): Promise<string | undefined> {
    const found = [...this.saved].find(
      ([name]) => name.endsWith(` ${path}`) && prefixes.some((prefix) => name.startsWith(prefix)),
    )
    if (!found) return undefined
    await mkdir(dirname(path), { recursive: true })
    await copyFile(found[1], path)
    return found[0]
  }
}

let fixture: EngineFixture
let folder: string
let service: FolderCache
beforeAll(async () => {
  fixture = await openEngineFixture()
})
beforeEach(async () => {
  await fixture.podman('rmi', '--all', '--force')
  folder = await mkdtemp(join(fixture.folder, 'store-cache-'))
  service = new FolderCache(folder)
})
afterAll(() => fixture.remove())

/** Of a job whose own working folder is `temp`, on the runner whose folder is always the same. */
const cacheIn = (temp: string) =>
  new StoreCache(fixture.engine, service, { temp, environment: { RUNNER_TEMP: join(folder, 'runner') } })
const build = async (tag: string) =>
  fixture.podman(
    'build',
    '--quiet',
    '--tag',
    tag,
    await fixture.context('FROM scratch\nCOPY file /file\n', tag),
  )
const images = () => fixture.podman('images', '--format', '{{.Repository}}')

test('the storage of a run is there in the next, wherever that one works', async () => {
  await build('kept')
  await cacheIn(join(folder, 'pipeline-1')).save('leg-1')
  await fixture.podman('rmi', '--all', '--force')
  expect(await cacheIn(join(folder, 'pipeline-2')).restore('leg')).toBe(true)
  expect(await images()).toBe('localhost/kept')
})

test('a storage that holds images already stays as it is', async () => {
  await build('kept')
  await cacheIn(folder).save('leg-1')
  await fixture.podman('rmi', '--all', '--force')
  await build('here')
  expect(await cacheIn(folder).restore('leg')).toBe(false)
  expect(await images()).toBe('localhost/here')
})

test('nothing kept, nothing restored', async () => {
  expect(await cacheIn(folder).restore('leg')).toBe(false)
})
