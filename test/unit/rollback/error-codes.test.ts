import { afterAll } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { Packages } from '../../../actions/packages/types.ts'
import { type Receipt, receiptArtifact } from '../../../actions/plan/receipt.ts'
import { OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import { readDestination } from '../../../actions/rollback/destination.ts'
import { parseInputs } from '../../../actions/rollback/inputs.ts'
import { receiptSource } from '../../../actions/rollback/receipts.ts'
import type { Runner } from '../../../actions/runner/runner.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { pushEvent } from '../../push-event.ts'
import { MemoryRegistries } from '../merge/memory-registries.ts'
import { GHCR, HUB } from '../merge/plans.ts'
import { memoryArtifacts, newWorld as mergeWorld, publishBefore, pushChildren } from '../merge/world.ts'
import {
  type Asked,
  BOTH,
  childrenOf,
  imageOf,
  MemoryPackages,
  newWorld,
  receiptsOf,
  revision,
} from './world.ts'

const [merging, world] = [mergeWorld(), newWorld()]
afterAll(() => {
  merging.remove()
  world.remove()
})

const DIGEST = digestOf('nowhere')
const [OLDER, OLD] = [imageOf('r0'), imageOf('r1')]

const inputs =
  (given: Record<string, string>, repository = 'acme/app') =>
  () =>
    parseInputs({ text: (name) => given[name] ?? '' }, { actor: 'octo', repository })

/** As a command in a folder that belongs to no repository, without a token. */
const find = (to: string) => () => {
  const event = pushEvent({ repository: '', workspace: '/nonexistent' })
  const runner = { event, artifacts: async () => memoryArtifacts() } as unknown as Runner
  return receiptSource(runner, '').find(readDestination(to))
}

type Spoil = (registries: MemoryRegistries, packages: MemoryPackages) => Partial<Asked> | undefined

/** GHCR alone, unless told otherwise: `latest` holds r2, `latest-previous` r1, and 1.0.0 r0. */
const rollBack =
  (asked: Asked = {}, spoil: Spoil = () => undefined) =>
  async () => {
    const registries = new MemoryRegistries()
    const packages = new MemoryPackages(registries)
    publishBefore(registries, revision('r0'), ['1.0.0'])
    publishBefore(registries, revision('r1'), ['latest-previous'])
    publishBefore(registries, revision('r2'), ['latest'])
    const more = spoil(registries, packages)
    const usual = { repositories: [GHCR], openPackages: async () => packages }
    throw (await world.rollBack(registries, { ...usual, ...asked, ...more })).error
  }

/** The receipt of a merge that gave `tag` r2, as a rollback of latest is told of it; `moved`: by something else since. */
const byReceipt =
  ({ tag = 'latest', moved = false, before = true }) =>
  async () => {
    const registries = new MemoryRegistries()
    if (before) publishBefore(registries, revision('r1'), [tag])
    pushChildren(registries, revision('r2'))
    const plan = revision('r2', [GHCR])
    for (const image of plan.images) image.tags = image.tags.map((each) => ({ ...each, name: tag }))
    const { receipt } = await merging.merge(plan, registries)
    if (moved) publishBefore(registries, revision('r3'), ['latest'])
    throw (await world.rollBack(registries, from(receipt))).error
  }
const from = (receipt: Receipt): Asked => ({
  to: receiptArtifact(receipt.plan, receipt.attempt),
  repositories: [GHCR],
  receipts: receiptsOf(receipt),
})

/** Something that happens when this is asked for. */
const once =
  (method: string, wanted: string, happens: (registries: MemoryRegistries) => unknown): Spoil =>
  (registries) => {
    registries.trouble = (call) => {
      if (call.method === method && call.reference === wanted) happens(registries)
      return undefined
    }
    return undefined
  }

/** GitHub keeps what was deleted, and says so of its restoration. */
const restoring =
  (outcome: 'done' | 'kept'): Spoil =>
  (_registries, packages) => {
    packages.remove(GHCR, OLD)
    const answer = outcome === 'done' ? { outcome } : { outcome, reason: 'it is gone' }
    const opened: Packages = {
      open: (repository) => ({ ...packages.open(repository), restore: async () => answer }),
      close: () => {},
    }
    return { to: OLD, openPackages: async () => opened, receipts: kept() }
  }

/** Some earlier run has the bytes of what it replaced. */
function kept() {
  const registries = new MemoryRegistries()
  publishBefore(registries, revision('r1'), ['latest'])
  const found = registries.content(GHCR).manifests.get(OLD)
  return { ...receiptsOf(), search: async (digest: string) => (digest === OLD ? found : undefined) }
}

/** One platform of what it shall go back to, for longer than anybody keeps it. */
const gone: Spoil = (registries) => {
  registries.content(GHCR).manifests.delete(childrenOf('r1')[0]!)
  return undefined
}

const garbage = Buffer.from('{"manifests": 1}')
const BROKEN = { mediaType: OCI_INDEX, digest: digestOf(garbage), bytes: garbage }

const cases: Reproduction[] = [
  ['IMG6001', 'registries twice', inputs({ image: 'ghcr.io/acme/app', registries: 'docker.io/acme' })],
  ['IMG6001', 'no image, nowhere', inputs({}, '')],
  ['IMG6001', 'two images', inputs({ image: 'app\nweb' })],
  ['IMG6002', 'a tag in each line', inputs({ image: 'ghcr.io/acme/app:1\ndocker.io/acme/app:2' })],
  ['IMG6002', 'a tag here and there', inputs({ image: 'ghcr.io/acme/app:1', tag: '2' })],
  ['IMG6003', 'a digest in the image', inputs({ image: `ghcr.io/acme/app@${DIGEST}` })],
  ['IMG6004', 'a reference to go back to', inputs({ to: 'ghcr.io/acme/app:1.2' })],
  ['IMG6005', 'a tag that is none', inputs({ tag: '../1' })],
  ['IMG6101', 'a receipt that only GitHub has', find('receipt-0123456789ab-1')],
  ['IMG6102', 'a file that is not there', find('./receipt.json')],
  ['IMG6103', 'a tag that is not there', rollBack({ to: '9.9.9' })],
  ['IMG6104', 'a receipt of another tag', byReceipt({ tag: 'edge' })],
  ['IMG6105', 'a receipt of the first publication', byReceipt({ before: false })],
  ['IMG6201', 'a tag that moved since', byReceipt({ moved: true })],
  ['IMG6202', 'a tag that is misspelt', rollBack({ tag: 'lastest', to: '1.0.0' })],
  [
    'IMG6203',
    'registries whose states differ',
    rollBack({ repositories: BOTH }, (registries) => {
      publishBefore(registries, revision('r0'), ['latest-previous'], [HUB])
      return undefined
    }),
  ],
  [
    'IMG6204',
    'a merge at the same time',
    rollBack(
      {},
      once('HEAD', 'latest', (registries) => publishBefore(registries, revision('r3'), ['latest'])),
    ),
  ],
  ['IMG6301', 'what was deleted long ago', rollBack({ to: OLD }, gone)],
  ['IMG6302', 'a digest that nobody knows', rollBack({ to: DIGEST })],
  ['IMG6303', 'what is not restored in the end', rollBack({}, restoring('kept'))],
  ['IMG6304', 'what is restored, and is not there', rollBack({}, restoring('done'))],
  [
    'IMG6304',
    'what is deleted while it is looked at',
    rollBack(
      { to: OLDER },
      once('GET', OLDER, (registries) => registries.content(GHCR).manifests.delete(OLDER)),
    ),
  ],
  [
    'IMG6305',
    'something that is no image',
    rollBack({ to: BROKEN.digest }, (registries) => {
      registries.store(GHCR, BROKEN)
      return undefined
    }),
  ],
]

reproduce(cases)
