import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { type ArchiveJob, fetchArchive } from '../../../actions/nodes/archives/fetch-archive.ts'
import { publishedVersions } from '../../../actions/nodes/update/published.ts'
import { type ComfyRegistry, startComfyRegistry } from '../../doubles/comfy-registry/index.ts'
import type { Fault } from '../../doubles/faults.ts'
import { zipOf } from '../../doubles/zip.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { type TestServices, testServices } from './services.ts'

const ID = 'comfyui-pack'
const ARCHIVE = zipOf([{ name: '__init__.py', content: 'x = 1\n' }])

let registry: ComfyRegistry
let world: TestServices
beforeAll(async () => {
  registry = await startComfyRegistry()
  world = await testServices()
})
beforeEach(() => registry.faults.clear())
afterAll(async () => {
  await registry.close()
  await world.remove()
})

const fetched =
  (job: Partial<ArchiveJob> = {}, published: { status?: string; downloadUrl?: string } = {}) =>
  async () => {
    registry.publish(ID, '1.0.0', { archive: ARCHIVE, ...published })
    const into = join(await mkdtemp(join(world.folder, 'node-')), ID)
    const usual = { id: ID, version: '1.0.0', registry: registry.url, allowHosts: [] }
    await fetchArchive({ ...usual, ...job }, into, world.services)
  }
/** From an address of the registry's own. */
const fetchedFrom =
  (path: string, job: Partial<ArchiveJob> = {}) =>
  () =>
    fetched(job, { downloadUrl: URL.parse(path, registry.url)?.href ?? path })()
const failing = (path: string, fault: Fault, work: () => unknown) => () => {
  registry.faults.add({ path, times: 0, fault })
  return work()
}
const listed = (id: string) => () => publishedVersions(id, registry.url, world.services)
const byLock = (address: string) => fetched({ expected: { address, archive: `sha256:${'0'.repeat(64)}` } })
const longWay = Array.from({ length: 9 }).reduce<string>(
  (way) => `/elsewhere?to=${encodeURIComponent(way)}`,
  '/archives',
)
const BROKEN = { kind: 'status', status: 500 } as const
const A_PAGE = { kind: 'status', status: 200, body: '<html>' } as const

const registries: Reproduction[] = [
  ['IMG8202', 'a lock without an address', byLock('elsewhere')],
  ['IMG8224', 'an archive from another host', fetched({ allowHosts: ['github.com'] })],
  ['IMG8501', 'a node that is not there', fetched({ id: 'nobody' })],
  ['IMG8501', 'a version that is not there', fetched({ version: '9.9.9' })],
  ['IMG8502', 'a version that is banned', fetched({}, { status: 'NodeVersionStatusBanned' })],
  ['IMG8502', 'a version without an archive', fetched({}, { downloadUrl: '' })],
  ['IMG8503', 'a registry that is broken', failing('/install', BROKEN, fetched())],
  ['IMG8503', 'a registry that is away', fetched({ registry: 'http://127.0.0.1:9' })],
  ['IMG8503', 'an archive that has gone', fetchedFrom(`/archives/${ID}/0.zip`)],
  ['IMG8504', 'an answer of somebody else', failing('/install', A_PAGE, fetched())],
  ['IMG8504', 'a list that is not there', listed('nobody')],
  ['IMG8504', 'a list of somebody else', failing('/versions', A_PAGE, listed(ID))],
  ['IMG8505', 'plain http', fetchedFrom('http://example.invalid/node.zip')],
  ['IMG8505', 'a long way', fetchedFrom(longWay)],
  ['IMG8505', 'an archive without an end', fetchedFrom('/endless.zip', { limit: 2 ** 20 })],
  ['IMG8507', 'an archive that was replaced', () => byLock(`${registry.url}/archives/${ID}/1.0.0.zip`)()],
]

reproduce(registries)
