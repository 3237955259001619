import { expect, test } from '@jest/globals'
import { parseRepository } from '../../../actions/base/reference.ts'
import { distributionPackage } from '../../../actions/packages/distribution/package.ts'
import type { Registries } from '../../../actions/registry/types.ts'
import { startRegistryDouble } from '../../doubles/registry/index.ts'
import { accessWith, openTest } from '../registry/fixtures.ts'
import { openBackend } from './backend.ts'
import { NAME, push } from './dockerhub-fixture.ts'

test('a registry that takes the image with its tag gets it again for the other tags', async () => {
  const registry = await startRegistryDouble({ flavour: 'oci' })
  const { registries } = openTest()
  const thorough: Registries = {
    ...registries,
    open: (repository, rights) => {
      const client = registries.open(repository, rights)
      const deleteTag = async (tag: string) => client.deleteManifest((await client.headManifest(tag))!.digest)
      return { ...client, deleteTag }
    },
  }
  const opened = openBackend(distributionPackage, accessWith(), { registries: thorough })
  try {
    const { index } = await push(registry, 'one', 'latest', 'pr-1', '1.0')
    const app = opened.open(parseRepository(`${registry.host}/${NAME}`))
    await app.versions()
    expect(await app.untag('pr-1', index.digest)).toEqual({ outcome: 'done' })
    expect(registry.manifests.tags(NAME)).toEqual(['1.0', 'latest'])
    for (const tag of ['1.0', 'latest']) expect(registry.manifests.find(NAME, tag)?.digest).toBe(index.digest)
  } finally {
    opened.close()
    registries.close()
    await registry.close()
  }
})
