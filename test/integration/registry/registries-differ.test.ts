import { afterEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { accessWith, blobOf, imageOf, manifestOf, type Opened, openTest } from './fixtures.ts'
import { errorBody, inOrder, type Reply, type Script, type Scripted, startScripted } from './scripted.ts'

let server: Scripted
let opened: Opened

afterEach(async () => {
  opened.registries.close()
  await server.stop()
})

async function openScripted(script: Script, kind = 'oci'): Promise<RepositoryClient> {
  server = await startScripted(script)
  opened = openTest(accessWith({ 'registry-kinds': `${server.host}=${kind}` }))
  return opened.registries.open({ host: server.host, path: 'app' })
}

const other = digestOf('other')

describe('lists', () => {
  test('of tags are read page by page', async () => {
    const next = { Link: '</v2/app/tags/list?n=2&last=b>; rel="next"' }
    const app = await openScripted(
      inOrder(
        { status: 200, headers: next, body: '{"tags":["a","b"]}' },
        { status: 200, body: '{"tags":["c"]}' },
      ),
    )
    expect(await app.listTags()).toEqual(['a', 'b', 'c'])
    expect(server.lines()).toEqual(['GET /v2/app/tags/list?n=1000', 'GET /v2/app/tags/list?n=2&last=b'])
  })

  test.each<[string, Reply[]]>([
    [
      'whose page fails',
      [{ status: 200, headers: { Link: '<?p=2>; rel=next' }, body: '{}' }, { status: 404 }],
    ],
    ['that is no JSON', [{ status: 200, body: '<html>' }]],
    ['that leads back to itself', [{ status: 200, headers: { Link: '<?n=1000>; rel=next' }, body: '{}' }]],
  ])('%s are an error, not shorter', async (_name, replies) => {
    const app = await openScripted(inOrder(...replies))
    await expect(app.listTags()).rejects.toThrow(/^GET /)
  })

  test('of referrers come from the API where there is one', async () => {
    const list = manifestOf({ mediaType: OCI_INDEX, manifests: [{ mediaType: 'x', digest: other, size: 1 }] })
    const reply = { status: 200, headers: { 'Content-Type': OCI_INDEX }, body: list.bytes }
    const app = await openScripted(() => reply)
    expect(await app.referrers(digestOf('subject'))).toMatchObject([{ digest: other }])
    expect(opened.traced).toHaveLength(1)
  })

  test('of referrers are asked of the API no more once it has said that there is none', async () => {
    const app = await openScripted(() => ({ status: 404, body: errorBody('UNSUPPORTED') }))
    await app.referrers(digestOf('one'))
    await app.referrers(digestOf('two'))
    expect(opened.traced.map(({ url }) => new URL(url).pathname.split('/')[3])).toEqual([
      'referrers',
      'manifests',
      'manifests',
    ])
  })
})

test('a registry that says OCI-Subject keeps the list itself', async () => {
  const signature = imageOf(blobOf('{}'), [], { subject: { digest: other } })
  const app = await openScripted(() => ({ status: 201, headers: { 'OCI-Subject': other } }))
  await app.putManifest(signature.digest, signature)
  expect(server.seen).toHaveLength(1)
})

test.each<[string, number, string, string]>([
  ['oci', 202, '', 'deleted'],
  ['oci', 404, '', 'absent'],
  ['ghcr', 405, 'UNSUPPORTED', 'unsupported'],
  ['oci', 400, 'UNSUPPORTED', 'unsupported'],
  ['oci', 403, 'UNSUPPORTED', 'unsupported'],
  ['dockerhub', 403, 'DENIED', 'referenced'],
  ['oci', 409, '', 'referenced'],
])('a deletion at %s that answers %i %s is %s', async (kind, status, code, outcome) => {
  const app = await openScripted(() => ({ status, body: errorBody(code) }), kind)
  expect(await app.deleteManifest(other)).toBe(outcome)
})

test.each<[number, string, string]>([
  [202, '', 'deleted'],
  [404, '', 'absent'],
  [405, 'UNSUPPORTED', 'unsupported'],
  [400, 'DIGEST_INVALID', 'unsupported'],
  [409, '', 'referenced'],
])('the deletion of a tag that answers %i %s is %s', async (status, code, outcome) => {
  const app = await openScripted(() => ({ status, body: errorBody(code) }))
  expect(await app.deleteTag('v1')).toBe(outcome)
  expect(server.lines()).toEqual(['DELETE /v2/app/manifests/v1'])
})

test.each([['oci'], ['ghcr']])('a deletion at %s that lacks the permission is an error', async (kind) => {
  const app = await openScripted(() => ({ status: 403, body: errorBody('DENIED') }), kind)
  await expect(app.deleteManifest(other)).rejects.toMatchObject({ status: 403, hint: expect.any(String) })
})
