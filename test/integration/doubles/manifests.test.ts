import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { RegistryDouble } from '../../doubles/registry/index.ts'
import { descriptor, document, INDEX, image, MANIFEST, type Put } from './images.ts'
import { problem, registriesPerTest } from './registries.ts'

const start = registriesPerTest()

function put(registry: RegistryDouble, reference: string, manifest: { mediaType: string; bytes: Buffer }) {
  const headers = { 'content-type': manifest.mediaType }
  return fetch(`${registry.url}/v2/app/manifests/${reference}`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(manifest.bytes),
  })
}

describe('a manifest is refused', () => {
  test.each([
    ['under another digest', digestOf('other'), {}, 400, 'DIGEST_INVALID'],
    ['under a bad tag', '-tag', {}, 400, 'TAG_INVALID'],
    ['of another type than it says', 'tag', { mediaType: INDEX }, 400, 'MANIFEST_INVALID'],
    ['of another schema', 'tag', { schemaVersion: 1 }, 400, 'MANIFEST_INVALID'],
    [
      'without its blobs',
      'tag',
      { layers: [{ mediaType: 'x', digest: digestOf('no'), size: 2 }] },
      400,
      'MANIFEST_BLOB_UNKNOWN',
    ],
    ['above 4 MiB', 'tag', { annotations: { a: 'a'.repeat(4 << 20) } }, 413, 'SIZE_INVALID'],
  ])('%s', async (_case, reference, extra, status, code) => {
    const registry = await start({ flavour: 'oci' })
    const manifest = await image(registry, 'app', 'one', extra)
    expect(await problem(await put(registry, reference, { ...manifest, mediaType: MANIFEST }))).toEqual([
      status,
      code,
    ])
    expect(registry.manifests.list('app')).toEqual([])
  })

  test('under an immutable tag that holds another', async () => {
    const registry = await start({ flavour: 'dockerhub', auth: 'none', immutableTags: /^v/ })
    const [one, two] = [await image(registry, 'app', 'one'), await image(registry, 'app', 'two')]
    const status = async (tag: string, manifest: Put) => (await put(registry, tag, manifest)).status
    expect([await status('v1', one), await status('v1', one), await status('v1', two)]).toEqual([
      201, 201, 400,
    ])
    expect([await status('latest', one), await status('latest', two)]).toEqual([201, 201])
  })

  test('without its children, or with a child of another size', async () => {
    const registry = await start({ flavour: 'oci' })
    const child = await image(registry, 'app', 'one')
    const index = document(INDEX, { manifests: [descriptor(child)] })
    expect(await problem(await put(registry, 'tag', index))).toEqual([400, 'MANIFEST_BLOB_UNKNOWN'])
    expect((await put(registry, child.digest, child)).status).toBe(201)
    const wrong = document(INDEX, { manifests: [{ ...descriptor(child), size: 1 }] })
    expect(await problem(await put(registry, 'tag', wrong))).toEqual([400, 'SIZE_INVALID'])
    expect((await put(registry, 'tag', index)).headers.get('docker-content-digest')).toBe(index.digest)
  })
})

test.each([
  ['', 404],
  ['*/*', 404],
  [MANIFEST, 404],
  [`${MANIFEST}, ${INDEX};q=0.5`, 200],
])('an index is hidden from who does not accept it: %s', async (accept, status) => {
  const registry = await start({ flavour: 'ghcr' })
  const index = document(INDEX, { manifests: [] })
  registry.manifests.put('app', 'latest', index)
  const token = (await (
    await fetch(`${registry.url}/token?service=ghcr.io&scope=repository:app:pull`)
  ).json()) as { token: string }
  const response = await fetch(`${registry.url}/v2/app/manifests/latest`, {
    headers: { accept, authorization: `Bearer ${token.token}` },
  })
  expect(response.status).toBe(status)
  const text = await response.text()
  if (status === 404)
    expect(text).toContain('OCI index found, but Accept header does not support OCI indexes')
})

test.each([
  [true, 200],
  [false, 404],
])('referrers: %s', async (referrers, status) => {
  const registry = await start({ flavour: 'oci', referrers })
  const subject = await image(registry, 'app', 'subject')
  const referrer = await image(registry, 'app', 'signature', {
    artifactType: 'application/x-sig',
    subject: descriptor(subject),
  })
  const answer = await put(registry, referrer.digest, referrer)
  expect(answer.headers.get('oci-subject')).toBe(referrers ? subject.digest : null)
  const list = await fetch(`${registry.url}/v2/app/referrers/${subject.digest}`)
  expect(list.status).toBe(status)
  if (referrers)
    expect(await list.json()).toMatchObject({
      manifests: [{ digest: referrer.digest, artifactType: 'application/x-sig' }],
    })
})

describe('deletion of a manifest', () => {
  test.each([
    ['ghcr', 'tagged', 405],
    ['ghcr', 'untagged', 405],
    ['dockerhub', 'tag', 405],
    ['dockerhub', 'tagged', 403],
    ['dockerhub', 'child', 403],
    ['dockerhub', 'untagged', 202],
    ['oci', 'tag', 202],
    ['oci', 'tagged', 202],
    ['oci', 'missing', 404],
  ] as const)('%s: %s gives %i', async (flavour, which, status) => {
    const registry = await start({ flavour, auth: 'none' })
    const child = await image(registry, 'app', 'child')
    const lone = await image(registry, 'app', 'lone')
    const index = document(INDEX, { manifests: [descriptor(child)] })
    registry.manifests.put('app', child.digest, child)
    registry.manifests.put('app', lone.digest, lone)
    registry.manifests.put('app', 'latest', index)
    const digests = {
      tag: 'latest',
      tagged: index.digest,
      child: child.digest,
      untagged: lone.digest,
      missing: digestOf('missing'),
    }
    const response = await fetch(`${registry.url}/v2/app/manifests/${digests[which]}`, { method: 'DELETE' })
    expect(response.status).toBe(status)
    const gone = which === 'tag' ? registry.manifests.tags('app').length === 0 : undefined
    if (status === 202)
      expect(gone ?? registry.manifests.find('app', digests[which]) === undefined).toBe(true)
    else expect(registry.manifests.list('app')).toHaveLength(3)
  })
})

test('Docker Hub counts fetched manifests, and stops at its limit; a HEAD is free', async () => {
  const registry = await start({ flavour: 'dockerhub', auth: 'none', pullLimit: 1 })
  registry.manifests.put('app', 'latest', document(INDEX, { manifests: [] }))
  const url = `${registry.url}/v2/app/manifests/latest`
  const ask = async (method: string) => (await fetch(url, { method, headers: { accept: INDEX } })).status
  expect([await ask('HEAD'), await ask('GET'), await ask('GET'), await ask('HEAD')]).toEqual([
    200, 200, 429, 200,
  ])
  expect(registry.pulls.get('app')).toBe(1)
})
