import { expect, test } from '@jest/globals'
import { startRegistryDouble } from '../../doubles/registry/index.ts'
import { accessWith, openTest } from './fixtures.ts'

test('a login that a token service refuses is not tried again by any request: it would lock the account', async () => {
  const registry = await startRegistryDouble({
    flavour: 'dockerhub',
    credentials: { user: 'octo', password: 'right' },
  })
  const { registries } = openTest(
    accessWith({
      'registry-kinds': `${registry.host}=dockerhub`,
      'dockerhub-username': 'octo',
      'dockerhub-token': 'wrong',
    }),
  )
  try {
    const [one, two] = ['octo/one', 'octo/two'].map((path) => registries.open({ host: registry.host, path }))
    const asked = [one!.headManifest('a'), one!.headManifest('b'), two!.headManifest('a'), two!.listTags()]
    for (const result of await Promise.allSettled(asked)) expect(result.status).toBe('rejected')
    await expect(one!.headManifest('c')).rejects.toMatchObject({ status: 401 })
    const tokens = registry.requests.filter(({ path }) => path.includes('token'))
    expect(tokens.map(({ status }) => status)).toEqual([401])
  } finally {
    registries.close()
    await registry.close()
  }
})
