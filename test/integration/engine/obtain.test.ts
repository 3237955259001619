import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'

import { obtainImage } from '../../../actions/engine/obtain.ts'
import { allowPlainHttp } from '../../../actions/engine/plain-http.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

let fixture: EngineFixture
let registry: RegistryDouble
let id: string
beforeAll(async () => {
  fixture = await openEngineFixture()
  registry = await startRegistryDouble({ flavour: 'oci' })
  const context = await fixture.context('FROM scratch\nCOPY file /file\n')
  await fixture.podman('build', '--quiet', '--tag', 'app:1', context)
  id = await fixture.podman('image', 'inspect', '--format', '{{.Id}}', 'app:1')
})
afterAll(async () => {
  await Promise.all([registry.close(), fixture.remove()])
})

const obtain = (name: string) => obtainImage(fixture.engine, name)

describe('an image that is here', () => {
  test.each([
    ['its name', () => 'app:1'],
    ["podman's own name of it", () => 'localhost/app:1'],
    ['its id', () => id],
    ['its id as a digest', () => `sha256:${id}`],
    ['the beginning of its id', () => id.slice(0, 12)],
  ])('is found by %s', async (_what, name) => {
    expect(await obtain(name())).toBe(`sha256:${id}`)
  })
})

test('an image that is not here is pulled, and is here then', async () => {
  const name = `${registry.host}/octo/app:2`
  const settings = { CONTAINERS_REGISTRIES_CONF: await plainHttp() }
  const engine = { ...fixture.engine, env: { ...fixture.engine.env, ...settings } }
  await fixture.podman('push', '--quiet', '--tls-verify=false', 'app:1', name)
  await fixture.podman('rmi', '--force', id)
  const pulled = await obtainImage(engine, name)
  expect(await obtain(name)).toBe(pulled)
  expect(await fixture.podman('image', 'inspect', '--format', '{{.Id}}', name)).toBe(pulled.slice(7))
})

describe('an image that is nowhere', () => {
  test.each([
    ['localhost/nothing', "podman's storage has none of this name"],
    ['No Name', 'no registry could have it'],
    ['f'.repeat(64), "podman's storage has none of this name"],
    ['127.0.0.1:1/octo/app', 'connection refused'],
  ])('%s: what is wrong, and what to do', async (name, reason) => {
    const failure = await obtain(name).catch((error) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(failure.message).toContain(`The image ${name} is not there: `)
    expect(failure.message).toContain(reason)
    expect(failure.hint).toContain('Build it in a step before this one')
  })

  test('in a registry that knows nobody of this name is said to need a login', async () => {
    const locked = await startRegistryDouble({
      flavour: 'ghcr',
      credentials: { user: 'octo', password: 'x' },
    })
    try {
      const settings = { CONTAINERS_REGISTRIES_CONF: await plainHttp(locked.host) }
      const authFile = join(fixture.folder, 'wrong.json')
      const auth = Buffer.from('octo:wrong').toString('base64')
      await writeFile(authFile, JSON.stringify({ auths: { [locked.host]: { auth } } }))
      const engine = { ...fixture.engine, authFile, env: { ...fixture.engine.env, ...settings } }
      const failure = await obtainImage(engine, `${locked.host}/octo/app`).catch((error) => error)
      expect(String(failure)).toContain('add its registry to "registry-auth"')
    } finally {
      await locked.close()
    }
  })
})

test('a podman that does not work is no missing image', async () => {
  const env = { ...fixture.engine.env, CONTAINERS_STORAGE_CONF: '/dev/null/none' }
  const failure = await obtainImage({ ...fixture.engine, env }, 'app:1').catch((error) => error)
  expect(failure).toBeInstanceOf(UserError)
  expect(failure.message).toContain("podman can't look for the image app:1")
})

async function plainHttp(host = registry.host): Promise<string> {
  const { CONTAINERS_REGISTRIES_CONF: path = '' } = await allowPlainHttp([host], fixture.folder, {})
  return path
}
