import { afterEach, describe, expect, test } from '@jest/globals'
import { distributionPackage } from '../../../actions/packages/distribution/package.ts'
import type { Package } from '../../../actions/packages/types.ts'
import {
  type RegistryDouble,
  type RegistryOptions,
  startRegistryDouble,
} from '../../doubles/registry/index.ts'
import { image, type Put } from '../doubles/images.ts'
import { accessWith } from '../registry/fixtures.ts'
import { type OpenedBackend, openBackend } from './backend.ts'

let registry: RegistryDouble
let opened: OpenedBackend
let app: Package
let one: Put

afterEach(async () => {
  opened.close()
  await registry.close()
})

/** A registry that holds one image as v1 and v2. */
async function start(options: Partial<RegistryOptions> = {}): Promise<void> {
  registry = await startRegistryDouble({ flavour: 'oci', ...options })
  one = await image(registry, 'team/app', 'one')
  for (const tag of ['v1', 'v2']) registry.manifests.put('team/app', tag, one)
  const login = options.credentials
    ? { 'registry-auth': JSON.stringify([{ registry: registry.host, username: 'octo', password: 'secret' }]) }
    : {}
  opened = openBackend(distributionPackage, accessWith(login))
  app = opened.open({ host: registry.host, path: 'team/app' })
}

function refuse(method: string, status: number, code: string, message = ''): void {
  const body = JSON.stringify({ errors: [{ code, message }] })
  registry.faults.add({ method, path: 'manifests/', times: 0, fault: { kind: 'status', status, body } })
}

function whole() {
  return { id: one.digest, digest: one.digest, tags: ['v1', 'v2'] }
}

describe('a registry that deletes a tag alone', () => {
  test('untags, and keeps the manifest', async () => {
    await start()
    expect(await app.untag('v1', one.digest)).toEqual({ outcome: 'done' })
    expect(await app.untag('v1', one.digest)).toEqual({ outcome: 'absent' })
    expect(registry.manifests.tagsOf('team/app', one.digest)).toEqual(['v2'])
  })

  test('keeps a tag that holds another image now', async () => {
    await start()
    const two = await image(registry, 'team/app', 'two')
    registry.manifests.put('team/app', 'v1', two)
    expect(await app.untag('v1', one.digest)).toMatchObject({
      outcome: 'changed',
      reason: expect.stringContaining('v1'),
    })
    expect(registry.manifests.find('team/app', 'v1')?.digest).toBe(two.digest)
  })
})

describe.each([
  ['version', () => app.remove(whole())],
  ['tag', () => app.untag('v1', one.digest)],
])('the deletion of a %s', (_what, deletion) => {
  test.each([
    [405, 'UNSUPPORTED', '', 'unsupported', expect.any(String)],
    [403, 'UNSUPPORTED', '', 'unsupported', expect.any(String)],
    [409, 'CONFLICT', '', 'kept', expect.stringMatching(/refers to it/)],
    [403, 'DENIED', 'tag v1 is immutable', 'kept', 'tag v1 is immutable'],
    [
      412,
      'PRECONDITION',
      'configured as immutable, cannot be deleted',
      'kept',
      expect.stringMatching(/^configured/),
    ],
  ])('that answers %i %s %s is %s', async (status, code, message, outcome, reason) => {
    await start()
    refuse('DELETE', status, code, message)
    expect(await deletion()).toEqual({ outcome, reason })
  })

  test('that lacks the right is an error that says so', async () => {
    await start({ credentials: { user: 'octo', password: 'secret' }, rights: ['pull', 'push'] })
    await expect(deletion()).rejects.toMatchObject({
      status: 403,
      hint: expect.stringMatching(/delete from/),
    })
    expect(registry.manifests.tags('team/app')).toEqual(['v1', 'v2'])
  })

  test('whose answer is lost is done', async () => {
    await start()
    registry.faults.add({ method: 'DELETE', fault: { kind: 'reset-response', after: 0 } })
    expect(await deletion()).toEqual({ outcome: 'absent' })
    expect(registry.manifests.tags('team/app')).not.toContain('v1')
  })
})

test('a tag that goes between list and HEAD is not listed', async () => {
  await start()
  registry.faults.add({ method: 'HEAD', path: 'manifests/v1$', fault: { kind: 'status', status: 404 } })
  expect(await app.versions()).toEqual([{ ...whole(), tags: ['v2'] }])
})

test.each([
  ['a list that fails', { path: 'tags/list' }],
  ['a tag that cannot be read', { path: 'manifests/v2$' }],
])('%s is an error, not half a list', async (_what, where) => {
  await start()
  registry.faults.add({ ...where, times: 0, fault: { kind: 'status', status: 500 } })
  await expect(app.versions()).rejects.toMatchObject({ status: 500 })
  await expect(app.remove(whole())).rejects.toMatchObject({ status: 500 })
  expect(registry.manifests.find('team/app', one.digest)).toBeDefined()
})

test('the budget is for the APIs of others', async () => {
  await start()
  await app.versions()
  await app.remove(whole())
  expect(opened.budget.spent).toBe(0)
})
