import { expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { Archive } from '../../../actions/registry/archive.ts'
import { OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import { readProvenance } from '../../../actions/registry/provenance.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { MemoryRegistries } from '../merge/memory-registries.ts'
import { childOf, GHCR, indexFor, LATEST, planFor } from '../merge/plans.ts'
import { pushChildren } from '../merge/world.ts'

const plan = planFor({ revision: 'r2', tags: [LATEST], repositories: [GHCR] })

function revisionOf(manifest: Manifest, registries = new MemoryRegistries()) {
  pushChildren(registries, plan)
  return readProvenance('revision', manifest, registries.client(GHCR), new Archive())
}

function manifestOf(content: string): Manifest {
  const bytes = Buffer.from(content)
  return { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes }
}

test('an annotation of the index costs no request', async () => {
  const registries = new MemoryRegistries()
  expect(await revisionOf(indexFor(plan), registries)).toEqual({ revision: 'r2' })
  expect(registries.calls).toEqual([])
})

test.each<[string, Manifest]>([
  [
    'an index without annotations: the label of its first child',
    indexFor({ ...plan, images: plan.images.map((image) => ({ ...image, annotations: {} })) }),
  ],
  ['an image that is no index: its own label', childOf(plan, 'app', 'linux/arm64').manifest],
])('%s', async (_what, manifest) => {
  expect(await revisionOf(manifest)).toEqual({ revision: 'r2' })
})

test.each([
  ['an empty object', '{}'],
  ['no JSON', '<html>'],
  ['annotations that are none', '{"annotations":{"org.opencontainers.image.revision":7}}'],
  ['a child that is gone', JSON.stringify({ manifests: [{ digest: digestOf('gone') }] })],
  ['a config that is gone', JSON.stringify({ config: { digest: digestOf('gone') } })],
  ['a digest that is none', JSON.stringify({ manifests: [{ digest: '../../etc' }] })],
])('%s tells nothing, and does not fail', async (_what, content) => {
  expect(await revisionOf(manifestOf(content))).toEqual({})
})
