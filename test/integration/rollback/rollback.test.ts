import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { parseReceipt, type Receipt, serialiseReceipt } from '../../../actions/plan/receipt.ts'
import type { RollbackReport } from '../../../actions/report/rollback.ts'
import { childDigest, indexFor, PLATFORMS } from '../../unit/merge/plans.ts'
import { RollbackWorld } from './world.ts'

let world: RollbackWorld
let receipt: Receipt
let to: string
beforeEach(async () => {
  // The artifact client speaks to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  world = new RollbackWorld()
  await world.start()
  await world.begin('r1')
  await world.merge('r2')
  receipt = await world.merge('r3')
  to = await world.leave(receipt)
  world.forget()
})
afterEach(async () => {
  await world.stop()
  jest.restoreAllMocks()
})

const digest = (revision: string) => indexFor(world.plan(revision)).digest
const parts = (revision: string): Digest[] => [
  digest(revision),
  ...PLATFORMS.map((platform) => childDigest(world.plan(revision), platform)),
]
const both = (revision: string) => [digest(revision), digest(revision)]

test('to previous and back, in both registries, with outputs and a receipt', async () => {
  const { error, outputs, artifacts, text } = await world.rollBack()
  expect(error).toBeUndefined()
  expect([world.held(), world.held('latest-previous')]).toEqual([both('r2'), both('r3')])
  expect(outputs.get('digest')).toBe(digest('r2'))
  expect(JSON.parse(outputs.get('references') ?? '')).toEqual(
    world.repositories.map((repository) => `${repository}:latest@${digest('r2')}`),
  )
  const [name = ''] = outputs.get('receipt')?.split('@') ?? []
  const own = parseReceipt((await artifacts.get(name)) ?? '')
  expect(own).toMatchObject({ repository: 'acme/app', revision: 'r2', version: '1.2' })
  expect(text).toContain('Rolled back: app:latest to previous (1.2)')
  expect(text).toContain(`Undo this with to: ${name}`)

  await world.leave(own)
  expect((await world.rollBack({ to: name })).error).toBeUndefined()
  expect(world.held()).toEqual(both('r3'))
})

describe('a receipt of an earlier run', () => {
  test('is undone', async () => {
    const { error } = await world.rollBack({ to })
    expect(error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })

  test('may be given with its digest, or as a path', async () => {
    const wrong = await world.rollBack({ to: `${to}@sha256:${'0'.repeat(64)}` })
    expect(String(wrong.error)).toContain('its digest differs')
    writeFileSync(join(world.folder, 'receipt.json'), serialiseReceipt(receipt))
    expect((await world.rollBack({ to: 'receipt.json' })).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })

  test.each([
    ['a fork', { headRepository: 'stranger/app', event: 'push' }, 'it comes from a fork'],
    [
      'a fork’s pull request',
      { headRepository: 'stranger/app', event: 'pull_request' },
      'it comes from a fork',
    ],
    ['a pull request', { event: 'pull_request' }, 'it comes from a pull request'],
    ['a pull request', { event: 'pull_request_target' }, 'it comes from a pull request'],
  ])('is not taken from %s', async (_whom, run, reason) => {
    const forged = { ...receipt, plan: 'f'.repeat(12) }
    const name = await world.leave(forged, run)
    const { error } = await world.rollBack({ to: name, force: 'true' })
    expect(String(error)).toContain(`The artifact ${name} can’t be used: ${reason}.`)
    expect(world.changes()).toEqual([])
  })

  test('is found behind a newer one of the same name that a pull request has left', async () => {
    const forged = structuredClone(receipt)
    for (const image of forged.images)
      for (const { tags } of image.repositories) for (const tag of tags) tag.before = digest('r1')
    await world.leave(forged, { event: 'pull_request' })
    expect((await world.rollBack({ to })).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })

  test('of another repository is refused, as a path too', async () => {
    const other = { ...receipt, repository: 'stranger/app', plan: 'e'.repeat(12) }
    writeFileSync(join(world.folder, 'other.json'), serialiseReceipt(other))
    for (const written of ['other.json', await world.leave(other)]) {
      const { error } = await world.rollBack({ to: written })
      expect(String(error)).toMatch(/is of stranger\/app, not of acme\/app/)
    }
    expect(world.changes()).toEqual([])
  })

  test('under the name of another run is refused', async () => {
    const name = await world.leave(receipt, {}, 'receipt-eeeeeeeeeeee-1')
    const { error } = await world.rollBack({ to: name })
    expect(String(error)).toContain(`The artifact "${name}" holds the receipt of `)
    expect(world.changes()).toEqual([])
  })

  test('that nobody has, or that is gone, is named', async () => {
    const none = await world.rollBack({ to: 'receipt-000000000000-1' })
    expect(String(none.error)).toContain('No run of acme/app has an artifact receipt-000000000000-1.')
    world.github.expiredArtifacts.add(world.results.artifacts[0]!.id)
    const expired = await world.rollBack({ to })
    expect(String(expired.error)).toContain('GitHub keeps it no longer')
  })

  test('needs a right, which is named', async () => {
    world.github.tokens.hunter2 = { packages: 'admin' }
    const { error } = await world.rollBack({ to })
    expect(String(error)).toContain('The token needs "actions: read"')
    expect(world.changes()).toEqual([])
  })

  test('does not hold any more: force is needed', async () => {
    await world.merge('r4')
    world.forget()
    const { error } = await world.rollBack({ to })
    expect(String(error)).toMatch(/it moved since.*it moved since/s)
    expect(world.changes()).toEqual([])
    expect((await world.rollBack({ to, force: 'true' })).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })
})

describe('what a cleanup has deleted', () => {
  beforeEach(async () => {
    await world.merge('r4')
    // As the cleanup after that merge: r2 left the slot.
    world.delete(world.ghcr, parts('r2'))
    world.delete(world.hub, parts('r2'))
    world.forget()
  })
  const asked = () => ({ to, force: 'true' })

  test('within 30 days is restored by GitHub, and put again on Docker Hub', async () => {
    world.passDays(29)
    const { error, document } = await world.rollBack(asked())
    expect(error).toBeUndefined()
    expect([world.held(), world.held('latest-previous')]).toEqual([both('r2'), both('r4')])
    const { repositories } = document as RollbackReport
    expect(repositories.map((each) => each.restored.map(({ how }) => how))).toEqual([
      ['restore', 'restore', 'restore'],
      ['put', 'put', 'put'],
    ])
    const order = world.github.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)
    const id = world.ghcr.manifests.find('acme/app', digest('r2'))?.id
    expect(order.at(-1)).toMatch(new RegExp(`/versions/${id}/restore$`))
  })

  test('after 30 days is put again from the receipt, where the blobs are still there', async () => {
    world.passDays(31)
    expect((await world.rollBack(asked())).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
    expect(world.github.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  test('after 30 days, without its blobs, is lost: nothing changes', async () => {
    world.passDays(31)
    world.deleteBlobs(world.ghcr, 'r2')
    const { error } = await world.rollBack(asked())
    expect(String(error)).toMatch(/was deleted: GitHub restores nothing after 30 days, and 1 of the blobs/)
    expect(world.changes()).toEqual([])
    expect(world.held()).toEqual(both('r4'))
  })

  test('is lost where Docker Hub has no blobs: GHCR is left alone too', async () => {
    world.deleteBlobs(world.hub, 'r2')
    const { error } = await world.rollBack(asked())
    expect(String(error)).toMatch(new RegExp(`${world.hub.host}/acme/app@sha256:\\w+ was deleted`))
    expect(String(error)).not.toContain(`${world.ghcr.host}/acme/app@`)
    expect(world.changes()).toEqual([])
    expect(world.held()).toEqual(both('r4'))
  })

  test('is not made of other bytes than its own, whatever a receipt says', async () => {
    world.passDays(31)
    const forged = structuredClone(receipt)
    for (const manifest of Object.values(forged.manifests)) manifest.content = `${manifest.content} `
    writeFileSync(join(world.folder, 'forged.json'), serialiseReceipt(forged))
    // Nobody but that file tells what it was made of.
    world.github.tokens.hunter2 = { packages: 'admin' }
    const { error } = await world.rollBack({ to: 'forged.json', force: 'true' })
    expect(String(error)).toMatch(/is not there, and nothing here tells what it was made of/)
    expect(world.changes()).toEqual([])
  })

  test('is shown by a dry run, and stays deleted', async () => {
    const { text, outputs } = await world.rollBack({ ...asked(), 'dry-run': 'true' })
    expect(text).toMatch(/Would roll back: app:latest to .*would be brought back.*restored by the registry/s)
    expect([outputs.get('digest'), outputs.get('receipt'), outputs.get('references')]).toEqual(['', '', '[]'])
    expect(world.changes()).toEqual([])
  })

  test('is found by its digest alone, in the receipts of earlier runs', async () => {
    expect((await world.rollBack({ to: digest('r2') })).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })

  test('without the right to packages is put again, as its blobs are there', async () => {
    world.github.tokens.hunter2 = { packages: 'none', actions: 'read' }
    expect((await world.rollBack(asked())).error).toBeUndefined()
    expect(world.held()).toEqual(both('r2'))
  })
})

test('list shows what there is to go back to, and changes nothing', async () => {
  await world.begin('r1', '1.1')
  await world.begin('r3')
  world.forget()
  const { outputs, text } = await world.rollBack({ list: 'true' })
  expect(JSON.parse(outputs.get('states') ?? '')).toEqual([
    ...[
      { to: 'previous', digest: digest('r2'), version: '1.2', revision: 'r2' },
      { to, digest: digest('r2'), version: '1.2', revision: 'r2', note: 'replaced 2026-11-21' },
      { to: '1.1', digest: digest('r1'), version: '1.1', revision: 'r1' },
    ].map((state) => ({ repositories: world.repositories, date: '2026-05-01T00:00:00Z', ...state })),
  ])
  expect(text).toMatch(/previous +\w{12} +2026-05-01 00:00 +1\.2 +r2/)
  expect(world.changes()).toEqual([])
})

test('list leaves receipts out where nobody may read them, and says so', async () => {
  world.github.tokens.hunter2 = { packages: 'admin' }
  const { error, outputs, printed } = await world.rollBack({ list: 'true' })
  expect(error).toBeUndefined()
  expect(JSON.parse(outputs.get('states') ?? '').map((state: { to: string }) => state.to)).toEqual([
    'previous',
  ])
  expect(printed.join('\n')).toMatch(/Receipts of earlier runs are left out.*actions: read/)
})
