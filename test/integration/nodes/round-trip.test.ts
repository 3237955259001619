import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalText, normalise } from '../../../actions/nodes/file/canonical.ts'
import { makeLock } from '../../../actions/nodes/lock/make.ts'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import { restore } from '../../../actions/nodes/restore/restore.ts'
import { saveSnapshot } from '../../../actions/nodes/save/save.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { FOURTEEN, makeRepositories, type Repositories } from '../../doubles/git/repositories.ts'
import { type TestServices, testServices } from './services.ts'

/** Some of the nodes, at any of their commits, on or off. */
const SPECS = FOURTEEN.slice(4, 9)
let world: TestServices
let repositories: Repositories
let folder: string
let installations = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repositories-'))
  repositories = await makeRepositories(folder, SPECS)
  world = await testServices(repositories.environment)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.remove()
})

const snapshots = (): fc.Arbitrary<Snapshot> => {
  const nodes = repositories.list.map(({ url, commits }) =>
    fc.option(
      fc.record({ url: fc.constant(url), commit: fc.constantFrom(...commits), disabled: fc.boolean() }),
    ),
  )
  const files = fc.uniqueArray(
    fc.record({ filename: fc.constantFrom('one.py', 'two.py'), disabled: fc.boolean() }),
    { selector: ({ filename }) => filename },
  )
  return fc.record({ git: fc.tuple(...nodes), files }).map(({ git, files }) =>
    normalise({
      comfyui: null,
      git: git.filter((each) => each !== null),
      registry: [],
      files,
      packages: [],
    }),
  )
}

test('what is saved of a restored installation is what was restored', async () => {
  const files = join(world.folder, 'files')
  mkdirSync(files)
  for (const name of ['one.py', 'two.py']) writeFileSync(join(files, name), '')
  const left = { extras: 'keep', installScripts: 'never', requirements: [], allowHosts: [] } as const
  const registry = 'https://registry.invalid'
  await fc.assert(
    fc.asyncProperty(snapshots(), async (snapshot) => {
      const of = { nodes: join(world.folder, `nodes-${++installations}`), core: undefined, python: undefined }
      mkdirSync(of.nodes)
      await restore(
        { snapshot, to: of, jobs: 4, files, registry, cache: join(world.folder, 'cache'), ...left },
        world.services,
      )
      const { snapshot: saved, warnings } = await saveSnapshot(of, world.services)
      expect(canonicalText(saved)).toBe(canonicalText(snapshot))
      expect(warnings).toEqual([])
      const lock = await makeLock({ snapshot, of, registry, ...left }, world.services)
      const { mismatches } = await verifyInstallation(
        { snapshot, lock, of, installScripts: 'never' },
        world.services,
      )
      expect(mismatches).toEqual([])
    }),
    { numRuns: 6 },
  )
})
