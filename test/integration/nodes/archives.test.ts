import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { messagesOf } from '../../../actions/base/errors.ts'
import { type ArchiveJob, fetchArchive } from '../../../actions/nodes/archives/fetch-archive.ts'
import { type ArchiveProof, proveArchive } from '../../../actions/nodes/archives/prove-archive.ts'
import { type ComfyRegistry, startComfyRegistry } from '../../doubles/comfy-registry/index.ts'
import type { Fault } from '../../doubles/faults.ts'
import { zipOf } from '../../doubles/zip.ts'
import { type TestServices, testServices } from './services.ts'

const ID = 'comfyui-pack'
const ENTRIES = [
  { name: 'pyproject.toml', content: '[project]\nname = "ComfyUI-Pack"\nversion = "2.5"\n' },
  { name: 'web/' },
  { name: 'web/pack.js', content: 'export {}\n' },
  { name: '__init__.py', content: 'NODE_CLASS_MAPPINGS = {}\n', mode: 0o100755 },
]
const ARCHIVE = zipOf(ENTRIES)
const CHECKSUM = `sha256:${createHash('sha256').update(ARCHIVE).digest('hex')}`

let registry: ComfyRegistry
let world: TestServices
let into: string
beforeEach(async () => {
  registry = await startComfyRegistry()
  world = await testServices()
  into = join(world.folder, ID)
  registry.publish(ID, '2.5.0', { archive: ARCHIVE })
})
afterEach(async () => {
  await registry.close()
  await world.remove()
})

function fetched(options: Partial<ArchiveJob> = {}, folder = into) {
  const job = { id: ID, version: '2.5.0', registry: registry.url, allowHosts: [], ...options }
  return fetchArchive(job, folder, world.services)
}

async function refusal(options: Partial<ArchiveJob> = {}): Promise<string> {
  const said = await fetched(options).then(() => ['fetched'], messagesOf)
  expect(await readdir(world.folder)).not.toContain(ID)
  expect(await readdir(world.services.temp)).toEqual([])
  return said.join('\n')
}

describe('a version of a registry node', () => {
  test('lies as ComfyUI-Manager would have put it, the same each time', async () => {
    const { address, archive, files } = await fetched()
    expect({ address, archive }).toEqual({
      address: `${registry.url}/archives/${ID}/2.5.0.zip`,
      archive: CHECKSUM,
    })
    expect(await readFile(join(into, '.tracking'), 'utf8')).toBe(
      'pyproject.toml\nweb/\nweb/pack.js\n__init__.py',
    )
    const again = await fetched({}, `${into}-again`)
    expect(again.files).toBe(files)
    for (const path of ['', 'web', 'web/pack.js', '__init__.py', '.tracking']) {
      const { mode, mtime } = await stat(join(into, path))
      expect((await stat(join(`${into}-again`, path))).mtime).toEqual(mtime)
      expect(mtime.toISOString()).toBe('2026-01-02T03:04:06.000Z')
      expect(mode & 0o7777).toBe(path.includes('.') ? 0o644 : 0o755)
    }
  })

  test('by its lock the registry is not asked', async () => {
    const expected = { address: `${registry.url}/archives/${ID}/2.5.0.zip`, archive: CHECKSUM }
    await fetched({ expected })
    expect(registry.requests.map(({ path }) => path)).toEqual([`/archives/${ID}/2.5.0.zip`])
  })

  test('whose lock has no address is refused', async () => {
    expect(await refusal({ expected: { address: 'elsewhere', archive: CHECKSUM } })).toMatch(
      /^Node comfyui-pack: The archive of version 2\.5\.0 has no address in the lock, but "elsewhere"/,
    )
  })

  test('of another checksum than the lock says is refused', async () => {
    const expected = {
      address: `${registry.url}/archives/${ID}/2.5.0.zip`,
      archive: `sha256:${'0'.repeat(64)}`,
    }
    expect(await refusal({ expected })).toMatch(
      /^Node comfyui-pack: The archive of version 2\.5\.0 has the checksum/,
    )
  })

  test('that is not there: the others are told', async () => {
    registry.publish(ID, '2.6.0', { archive: ARCHIVE })
    expect(await refusal({ version: '9.9.9' })).toMatch(
      /has no version 9\.9\.9 of it\. Take one of these: 2\.5\.0, 2\.6\.0\./,
    )
    expect(await refusal({ id: 'nobody' })).toMatch(/^Node nobody: The registry .* has no such node/)
  })

  test.each<[string, Fault, number]>([
    ['answers 503', { kind: 'status', status: 503 }, 2],
    ['breaks off', { kind: 'reset-response', after: 20 }, 2],
    ['says nothing', { kind: 'reset-response', after: 0 }, 1],
  ])('a server that %s is asked again', async (_what, fault, times) => {
    registry.faults.add({ path: '^/archives/', times, fault })
    await fetched()
    expect(registry.requests.filter(({ path }) => path.startsWith('/archives/'))).toHaveLength(times + 1)
  })

  test('a server that stays broken', async () => {
    registry.faults.add({ path: '/install', times: 0, fault: { kind: 'status', status: 500 } })
    expect(await refusal()).toMatch(/^Node comfyui-pack: The registry 127.* answered 500\./)
  })

  test.each<[string, (own: string) => string, Partial<ArchiveJob>, RegExp]>([
    [
      'plain http elsewhere',
      () => 'http://example.invalid/node.zip',
      {},
      /http:\/\/example\.invalid, which is not safe/,
    ],
    ['a file', () => 'file:///etc/passwd', {}, /which is not safe/],
    ['a redirect to plain http', (own) => `${own}/elsewhere?to=http://example.invalid/`, {}, /not safe/],
    ['a circle', (own) => `${own}/elsewhere?to=/elsewhere`, {}, /more than 5 redirects|answered 404/],
    [
      'a host that is not allowed',
      (own) => `${own}/x`,
      { allowHosts: ['github.com'] },
      /not among the allowed hosts/,
    ],
    ['what has gone', (own) => `${own}/archives/${ID}/1.zip`, {}, /can't be downloaded: 127.* answered 404/],
    ['nothing', () => '', {}, /nothing to download/],
  ])('an address that leads to %s is refused', async (_what, address, options, said) => {
    registry.publish(ID, '2.5.0', { archive: ARCHIVE, downloadUrl: address(registry.url) })
    expect(await refusal(options)).toMatch(said)
  })

  test('that never ends is refused at the limit', async () => {
    registry.publish(ID, '2.5.0', { archive: ARCHIVE, downloadUrl: `${registry.url}/endless.zip` })
    expect(await refusal({ limit: 3 * 1024 ** 2 })).toMatch(/is larger than 3 MB/)
  })

  test('that the registry has banned is refused', async () => {
    registry.publish(ID, '2.5.0', { archive: ARCHIVE, status: 'NodeVersionStatusBanned' })
    expect(await refusal()).toMatch(/has banned version 2\.5\.0/)
  })
})

describe('the proof', () => {
  const proof = async (options: Partial<ArchiveProof> = {}): Promise<string[]> => {
    const node = { id: ID, version: '2.5.0', folder: into, generated: false, ...options }
    return (await proveArchive(node)).map(({ what, expected, actual }) => `${what}: ${expected} ≠ ${actual}`)
  }

  test('holds for what was fetched, and for what Python compiled beside it', async () => {
    const { files } = await fetched()
    await mkdir(join(into, '__pycache__'))
    await writeFile(join(into, '__pycache__/__init__.cpython-312.pyc'), '')
    await writeFile(join(into, '__init__.pyc'), '')
    expect(await proof({ files })).toEqual([])
  })

  test.each<[string, () => Promise<void>, RegExp]>([
    ['a file too many', () => writeFile(join(into, 'web/more.js'), ''), /extra: web\/more\.js/],
    ['something compiled without a source', () => writeFile(join(into, 'x.pyc'), ''), /extra: x\.pyc/],
    [
      'a source among the compiled files',
      async () => {
        await mkdir(join(into, '__pycache__'))
        await writeFile(join(into, '__pycache__/x.py'), '')
      },
      /extra: __pycache__\/x\.py/,
    ],
    [
      'a list that is no file',
      async () => {
        await rm(join(into, '.tracking'))
        execFileSync('mkfifo', [join(into, '.tracking')])
      },
      /^missing: \.tracking/,
    ],
    ['a file that is missing', () => rm(join(into, 'web/pack.js')), /missing: web\/pack\.js/],
    ['a changed file', () => appendFile(join(into, '__init__.py'), '#'), /^files: sha256/],
    ['a link', () => symlink('/etc/passwd', join(into, 'more')), /links or the like: more/],
    ['no list', () => rm(join(into, '.tracking')), /^missing: \.tracking/],
  ])('finds %s', async (_what, change, said) => {
    const { files } = await fetched()
    await change()
    expect((await proof({ files })).join('\n')).toMatch(said)
  })

  test('finds another version and another node', async () => {
    await fetched()
    expect(await proof({ version: '2.6.0' })).toEqual(['version: 2.6.0 ≠ 2.5'])
    expect(await proof({ id: 'other' })).toEqual(['id: other ≠ ComfyUI-Pack'])
  })

  test('lets be what an install.py may have made', async () => {
    await fetched()
    await writeFile(join(into, 'made.json'), '')
    expect(await proof({ generated: true })).toEqual([])
  })
})
