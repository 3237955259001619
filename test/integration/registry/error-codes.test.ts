import { afterEach } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { accessWith, blobOf, imageOf, type Opened, openTest } from './fixtures.ts'
import { errorBody, inOrder, type Reply, type Script, type Scripted, startScripted } from './scripted.ts'

const servers: Scripted[] = []
let opened: Opened | undefined

afterEach(async () => {
  opened?.registries.close()
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function start(script: Script): Promise<Scripted> {
  const server = await startScripted(script)
  servers.push(server)
  return server
}

type Act = (app: RepositoryClient) => Promise<unknown>

const image = imageOf(blobOf('{}'), [])
const other = digestOf('other')
const typed = (more: Record<string, string> = {}) => ({ 'Content-Type': image.mediaType, ...more })
const read: Act = (app) => app.getManifest('v1')
const put: Act = (app) => app.putManifest('v1', image)
const remove: Act = (app) => app.deleteManifest(other)
const list: Act = (app) => app.listTags()
const upload: Act = (app) => app.uploadBlob(blobOf('content'))
const download: Act = (app) => app.getBlob(other, 4)

/** What is done at a registry that answers so; `kind`: as a host of that kind, `login`: as somebody. */
function at(script: Script | Reply, act: Act, { kind = 'oci', login = false } = {}) {
  return async () => {
    const server = await start(typeof script === 'function' ? script : () => script)
    const access = accessWith({ 'registry-kinds': `${server.host}=${kind}` })
    const logins = new Map(login ? [[server.host, { username: 'octo', password: 's3cret' }]] : [])
    opened = openTest({ ...access, logins })
    await act(opened.registries.open({ host: server.host, path: 'app' }))
  }
}

/** Asks for a password, and refuses whatever it is. */
const basic = (status: number): Reply => ({ status, headers: { 'WWW-Authenticate': 'Basic realm="r"' } })
/** Asks for a token of the service at this address, whose answer has no status of its own. */
const bearer =
  (realm: (host: string) => string, token: string): Script =>
  ({ path, headers: { host = '' } }) =>
    path.startsWith('/token')
      ? { status: 200, body: token }
      : { status: 401, headers: { 'WWW-Authenticate': `Bearer realm="${realm(host)}"` } }
const own = (host: string) => `http://${host}/token`
/** Has no blob, opens an upload as it likes, and answers its end so. */
const taking =
  (location: Record<string, string>, end: Reply): Script =>
  ({ method }) =>
    method === 'HEAD' ? { status: 404 } : method === 'POST' ? { status: 202, headers: location } : end
const loggedIn = { login: true }

/** Nobody listens where it was, or speaks https there. */
const gone = async () => {
  const stopped = await startScripted(() => ({ status: 200 }))
  await stopped.stop()
  opened = openTest()
  await read(opened.registries.open({ host: stopped.host, path: 'app' }))
}
const withoutTls = async () => {
  const { host } = await start(() => ({ status: 200 }))
  const secure = `https://${host}/blob`
  await at({ status: 307, headers: { Location: secure } }, download)()
}

const cases: Reproduction[] = [
  ['IMG3101', 'a push by nobody', at(basic(401), put)],
  ['IMG3101', 'a pull by nobody from GHCR', at({ status: 403 }, read, { kind: 'ghcr' })],
  ['IMG3102', 'a wrong password', at(basic(401), put, loggedIn)],
  ['IMG3102', 'a package of another repository', at(inOrder(basic(401), { status: 403 }), put, loggedIn)],
  ['IMG3102', 'a token that may not delete', at(inOrder(basic(401), { status: 403 }), remove, loggedIn)],
  ['IMG3103', 'a name that is not there', at({ status: 404, body: errorBody('NAME_UNKNOWN') }, put)],
  ['IMG3104', 'a layer above the limit of a proxy', at(taking({ Location: '/up' }, { status: 413 }), upload)],
  ['IMG3105', 'too many requests, for as long as we ask', at({ status: 429 }, read)],
  [
    'IMG3105',
    'the same in GitHub’s way',
    at({ status: 403, body: errorBody('DENIED', 'secondary rate limit') }, read),
  ],
  ['IMG3106', 'a registry that stays broken', at({ status: 503 }, read)],
  [
    'IMG3107',
    'a manifest that it does not take',
    at({ status: 400, body: errorBody('MANIFEST_INVALID') }, put),
  ],
  ['IMG3107', 'a push that is redirected', at({ status: 307, headers: { Location: '/there' } }, put)],
  ['IMG3108', 'nobody who listens', gone],
  ['IMG3109', 'https where http is spoken', withoutTls],
  [
    'IMG3201',
    'other bytes of a manifest',
    at({ status: 200, headers: typed(), body: '{}' }, (app) => app.getManifest(other)),
  ],
  [
    'IMG3201',
    'another digest than its bytes have',
    at({ status: 200, headers: typed({ 'Docker-Content-Digest': other }), body: '{}' }, read),
  ],
  ['IMG3201', 'other bytes of a blob', at({ status: 200, body: 'x' }, download)],
  [
    'IMG3201',
    'another digest of an upload',
    at(taking({ Location: '/up' }, { status: 201, headers: { 'Docker-Content-Digest': other } }), upload),
  ],
  [
    'IMG3202',
    'a manifest of 5 MB',
    at({ status: 200, headers: typed(), body: Buffer.alloc(5_000_000) }, read),
  ],
  ['IMG3202', 'a blob above what is expected', at({ status: 200, body: 'content' }, download)],
  [
    'IMG3202',
    'a list that leads back to itself',
    at({ status: 200, headers: { Link: '<?n=1000>; rel=next' }, body: '{}' }, list),
  ],
  ['IMG3202', 'a token of a megabyte', at(bearer(own, 'x'.repeat(1_000_000)), read)],
  ['IMG3203', 'a token service without a token', at(bearer(own, '{}'), read)],
  ['IMG3203', 'a page for a list', at({ status: 200, body: '<html>' }, list)],
  ['IMG3203', 'an upload that is nowhere', at(taking({}, { status: 201 }), upload)],
  ['IMG3203', 'an address that is none', at(taking({ Location: 'http://[' }, { status: 201 }), upload)],
  [
    'IMG3203',
    'redirects in a circle',
    at(({ path }) => ({ status: 302, headers: { Location: `${path}1` } }), download),
  ],
  [
    'IMG3204',
    'a token service in the clear',
    at(
      bearer(() => 'http://token.example.com', ''),
      read,
      loggedIn,
    ),
  ],
  [
    'IMG3204',
    'a blob in the clear',
    at({ status: 307, headers: { Location: 'http://192.0.2.1/b' } }, download),
  ],
]

reproduce(cases)
