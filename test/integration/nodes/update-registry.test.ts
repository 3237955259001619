import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ComfyRegistry, startComfyRegistry } from '../../doubles/comfy-registry/index.ts'
import { NOW, openScene, type Scene, warningsOf } from './update-scene.ts'

let registry: ComfyRegistry
let scene: Scene
beforeAll(async () => {
  scene = await openScene([])
  registry = await startComfyRegistry()
  const publish = (
    version: string,
    days: number,
    more: { status?: string; deprecated?: boolean; dependencies?: string[] } = {},
  ) => {
    const createdAt = new Date(NOW - days * 86_400_000).toISOString()
    registry.publish('impact-pack', version, { archive: Buffer.from('zip'), createdAt, ...more })
  }
  publish('8.9.0', 30, { dependencies: ['six'] })
  publish('8.22.0', 20, { dependencies: ['six', 'evil @ https://example.com/evil.whl'] })
  publish('8.23.0', 5)
  publish('9.0.0-rc.1', 4)
  publish('9.0.0', 3, { status: 'NodeVersionStatusFlagged' })
  publish('9.1.0', 3, { deprecated: true })
})
afterAll(async () => {
  await Promise.all([registry.close(), scene.close()])
})

async function update(version: string, minAgeDays = 0, id = 'impact-pack') {
  const nodes = [{ id, version }]
  const snapshot = { comfyui: null, git: [], registry: nodes, files: [], packages: [] }
  const found = await scene.update([], { snapshot, registry: registry.url, minAgeDays })
  return { found, version: found.snapshot.registry[0]?.version, warnings: warningsOf(found, id) }
}

test.each([
  ['8.9.0', 0, '8.23.0'],
  ['8.9.0', 10, '8.22.0'],
  ['8.9.0', 99, '8.9.0'],
  ['8.23.0', 10, '8.23.0'],
])(
  '%s with a cooldown of %i days goes to %s, never to what is flagged, deprecated or a prerelease',
  async (from, days, to) => {
    expect((await update(from, days)).version).toBe(to)
  },
)

test('requirements that changed, and a version that is no longer offered, are told', async () => {
  expect((await update('8.9.0', 10)).warnings).toEqual([
    'its requirements have changed\n+ evil @ https://example.com/evil.whl',
  ])
  expect((await update('9.0.0')).warnings).toEqual(['the registry no longer offers version 9.0.0'])
  expect((await update('8.0.0')).warnings).toContain('the registry does not know version 8.0.0')
})

test('a node that the registry does not know, and nothing else, is an error', async () => {
  await expect(update('1.0.0', 0, 'none')).rejects.toThrow('list of versions of none is not there')
})
