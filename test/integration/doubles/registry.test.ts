import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { document, INDEX } from './images.ts'
import { problem, registriesPerTest } from './registries.ts'

const start = registriesPerTest()

describe('uploads', () => {
  test.each([
    ['ghcr', /^\/v2\/.*\?_state=/],
    ['dockerhub', /^http:\/\/127\.0\.0\.1:\d+\/v2\/.*\?_state=/],
  ] as const)('of %s have their own Location, whose query must be kept', async (flavour, form) => {
    const registry = await start({ flavour, auth: 'none' })
    const begun = await fetch(`${registry.url}/v2/app/blobs/uploads/`, { method: 'POST' })
    expect(begun.headers.get('location')).toMatch(form)
    const location = new URL(begun.headers.get('location')!, registry.url)
    const bare = new URL(location.pathname, location)
    bare.searchParams.set('digest', digestOf('blob'))
    expect(await problem(await fetch(bare, { method: 'PUT', body: 'blob' }))).toEqual([
      400,
      'BLOB_UPLOAD_INVALID',
    ])
    location.searchParams.set('digest', digestOf('blob'))
    expect((await fetch(location, { method: 'PUT', body: 'blob' })).status).toBe(201)
    expect(registry.blobs.size('app', digestOf('blob'))).toBe(4)
  })

  test('a blob is refused under another digest, and its upload is gone', async () => {
    const registry = await start({ flavour: 'oci' })
    const begun = await fetch(`${registry.url}/v2/app/blobs/uploads/`, { method: 'POST' })
    const location = new URL(begun.headers.get('location')!, registry.url)
    location.searchParams.set('digest', digestOf('other'))
    expect(await problem(await fetch(location, { method: 'PUT', body: 'blob' }))).toEqual([
      400,
      'DIGEST_INVALID',
    ])
    expect((await fetch(location, { method: 'PUT', body: 'blob' })).status).toBe(404)
  })

  test.each([
    ['ghcr', 413],
    ['dockerhub', 202],
  ] as const)('a chunk above 4 MiB at %s: %i', async (flavour, status) => {
    const registry = await start({ flavour, auth: 'none' })
    const begun = await fetch(`${registry.url}/v2/app/blobs/uploads/`, { method: 'POST' })
    const body = Buffer.alloc((4 << 20) + 1)
    const headers = { 'content-range': `0-${body.length - 1}` }
    const location = new URL(begun.headers.get('location')!, registry.url)
    expect((await fetch(location, { method: 'PATCH', headers, body })).status).toBe(status)
  })

  test.each([
    [true, 201],
    [false, 202],
  ])('a mount, where the registry mounts (%s) or goes on as usual', async (mounts, status) => {
    const registry = await start({ flavour: 'oci', mounts })
    const digest = await registry.blobs.add('from', 'layer')
    const mount = await fetch(`${registry.url}/v2/app/blobs/uploads/?mount=${digest}&from=from`, {
      method: 'POST',
    })
    expect(mount.status).toBe(status)
    expect(registry.blobs.size('app', digest)).toBe(mounts ? 5 : undefined)
  })
})

test('a blob comes from another origin, which wants no credentials', async () => {
  const registry = await start({ flavour: 'ghcr', auth: 'none' })
  const digest = await registry.blobs.add('app', 'layer')
  const url = `${registry.url}/v2/app/blobs/${digest}`
  const redirect = await fetch(url, { redirect: 'manual' })
  expect(redirect.status).toBe(307)
  const location = redirect.headers.get('location')!
  expect(new URL(location).origin).not.toBe(registry.url)
  expect((await fetch(location, { headers: { authorization: 'Bearer leaked' } })).status).toBe(400)
  expect(await (await fetch(url)).text()).toBe('layer')
})

test('tags come in pages, each with a link to the next', async () => {
  const registry = await start({ flavour: 'oci', pageSize: 2 })
  const index = document(INDEX, { manifests: [] })
  for (const tag of ['c', 'a', 'b']) registry.manifests.put('app', tag, index)
  const first = await fetch(`${registry.url}/v2/app/tags/list`)
  expect(await first.json()).toEqual({ name: 'app', tags: ['a', 'b'] })
  const next = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = await fetch(new URL(next, registry.url))
  expect(await second.json()).toEqual({ name: 'app', tags: ['c'] })
  expect(second.headers.get('link')).toBeNull()
})
