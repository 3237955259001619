import { afterEach } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import { tooManyRequests } from '../../doubles/dockerhub/index.ts'
import type { Fault } from '../../doubles/faults.ts'
import { secondaryRateLimit } from '../../doubles/github/index.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { type HubOptions, type OpenedHub, openHub, push } from './dockerhub-fixture.ts'
import { GithubWorld } from './github-fixture.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

/** The list of a repository at Docker Hub, or what is done with it. */
function hub(options: HubOptions, act: (hub: OpenedHub) => Promise<unknown> = ({ app }) => app.versions()) {
  return async () => {
    const opened = await openHub(options)
    stops.push(opened.stop)
    await push(opened.registry, 'one', 'v1')
    await act(opened)
  }
}

/** The same, where its API answers a path so. */
const hubThat = (path: string, fault: Fault, options: HubOptions = {}) =>
  hub(options, ({ api, app }) => {
    api.faults.add({ path, times: 0, fault })
    return app.versions()
  })
const answers = (status: number, body: object | string, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** The list of a package on GitHub, of which there is a version; `fault`: how it answers a path. */
function github(asked: Parameters<GithubWorld['open']>[0] = {}, path = '', fault?: Fault) {
  return async () => {
    const world = new GithubWorld()
    await world.start()
    stops.push(() => world.stop())
    world.push('latest')
    if (fault) world.github.faults.add({ path, times: 0, fault })
    await world.open(asked).versions()
  }
}

/** Changed between the list and the look at one of its versions. */
const strangeVersion = async () => {
  const world = new GithubWorld()
  await world.start()
  stops.push(() => world.stop())
  world.push('latest', undefined)
  const opened = world.open()
  const [untagged] = await opened.versions()
  world.github.faults.add({ path: 'versions/', fault: answers(200, '{}', JSON_TYPE) })
  await opened.remove(untagged!)
}

const JSON_TYPE = { 'content-type': 'application/json' }
const hundred = Array.from({ length: 100 }, (_, number) => ({ name: `t${number}`, digest: digestOf('one') }))
const elsewhere = { count: 150, next: 'http://127.0.0.2:1/v2/', results: hundred }
const secret = 'dckr_oat_1'
const organisation = { secret, own: { credentials: { user: 'octo', password: secret } } }
const own = 'registry.example.com'

const cases: Reproduction[] = [
  [
    'IMG5101',
    'a mirror that is said to be Docker Hub',
    hub({}, ({ open }) => open({ host: own, path: 'octo/app' }).versions()),
  ],
  ['IMG5101', 'a registry that is said to be GitHub’s', github({ apiUrl: 'https://api.github.com' })],
  ['IMG5102', 'an API in the clear', hub({ api: 'http://hub.example.com' })],
  ['IMG5102', 'GitHub in the clear', github({ apiUrl: 'http://api.example.com' })],
  ['IMG5103', 'nobody at Docker Hub', hub({ inputs: { 'dockerhub-token': '' } })],
  ['IMG5104', 'nobody at GitHub', github({ inputs: { 'github-token': '' } })],
  [
    'IMG5105',
    'a name of three parts at Docker Hub',
    hub({}, ({ open, registry }) => open({ host: registry.host, path: 'octo/app/web' }).versions()),
  ],
  ['IMG5105', 'a package without an owner', github({ path: 'app' })],
  ['IMG5106', 'a login of an organisation', hubThat('auth/token', answers(404, {}), { secret })],
  [
    'IMG5106',
    'a deletion by an organisation',
    hub(organisation, ({ app }) => app.versions().then(([version]) => app.untag('v1', version!.digest))),
  ],
  ['IMG5107', 'a wrong token at Docker Hub', hub({ secret: 'wrong' })],
  [
    'IMG5108',
    'a token at Docker Hub that may not delete',
    hub({ rights: ['read', 'write'] }, async ({ app }) => app.remove((await app.versions())[0]!)),
  ],
  ['IMG5201', 'a wrong token at GitHub', github({ token: 'ghp_expired' })],
  ['IMG5202', 'a token that sees nothing', github({ token: 'ghs_none' })],
  ['IMG5202', 'a package that is not there', github({ path: 'acme/other' })],
  ['IMG5203', 'GitHub as a teapot', github({}, 'versions', answers(418, 'Short and stout'))],
  ['IMG5204', 'GitHub in an outage', github({}, 'versions', answers(502, '<html>'))],
  [
    'IMG5205',
    'an owner with another address',
    github({}, 'users', answers(301, '', { location: 'https://a.io/' })),
  ],
  ['IMG5206', 'something for a list of versions', github({}, 'versions', answers(200, '{}', JSON_TYPE))],
  ['IMG5206', 'something for a version', strangeVersion],
  ['IMG5206', 'GitHub without end', github({}, 'versions', answers(200, ' '.repeat(65 * 1024 * 1024)))],
  ['IMG5206', 'a login without a token', hubThat('auth/token', answers(200, {}))],
  ['IMG5206', 'a page for a list of tags', hubThat('tags', answers(200, '<html>'))],
  ['IMG5206', 'a list that goes on elsewhere', hubThat('tags', answers(200, elsewhere))],
  ['IMG5301', 'half a list of tags', hubThat('tags', { kind: 'short-page', items: 0 })],
  [
    'IMG5301',
    'half a list of versions',
    github({}, 'versions', answers(200, '[]', { ...JSON_TYPE, link: '<http://a.io/?page=9>; rel="last"' })),
  ],
  ['IMG5401', 'more requests than were allowed', github({ budget: new Budget(1) })],
  ['IMG5402', 'GitHub, for which it is too much', github({}, 'versions', secondaryRateLimit())],
  ['IMG5402', 'the same of Docker Hub', hubThat('tags', tooManyRequests())],
]

reproduce(cases)
