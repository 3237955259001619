import { expect, test } from '@jest/globals'
import { supersededTasks } from '../../../actions/cleanup/choice/superseded.ts'
import { Inventory } from '../../../actions/packages/reach/inventory.ts'
import type { Receipt, ReceiptImage } from '../../../actions/plan/receipt.ts'
import { broken, clean, entryOf } from './cleaning.ts'
import { image, index } from './images.ts'
import { MemoryPackage, REPOSITORY } from './memory-package.ts'

const [amd64, arm64, slow] = [image('amd64'), image('arm64'), image('arm64 of before')]
const now = index('now', amd64, arm64)
const before = index('before', amd64, slow)
const left = index('left', slow)

function receiptOf(...images: Partial<ReceiptImage>[]): Receipt {
  const repository = {
    repository: REPOSITORY,
    tags: [
      {
        name: 'latest',
        moves: true,
        before: before.digest,
        after: now.digest,
        outcome: 'moved',
        reason: '',
      } as const,
      { name: 'edge', moves: true, before: null, after: null, outcome: 'unknown', reason: '' } as const,
    ],
    superseded: [{ tag: 'latest-previous', digest: left.digest }],
  }
  const published: ReceiptImage = {
    name: 'app',
    outcome: 'published',
    digest: now.digest,
    mediaType: now.mediaType,
    platforms: [amd64, arm64].map(({ digest }) => ({ platform: 'linux/any', digest, size: 1 })),
    repositories: [repository],
  }
  const run = {
    plan: '',
    repository: 'acme/app',
    revision: '',
    version: '',
    created: '',
    attempt: 1,
    duration: 1,
  }
  return {
    schema: 1,
    ...run,
    images: images.map((each) => ({ ...published, ...each })),
    manifests: {},
    leftovers: [],
  }
}

const choose = (task: ReturnType<typeof supersededTasks>[number]) => task.choose(new Inventory([]))

test('what left the slot may go; what tags hold since is known', () => {
  const [task, ...others] = supersededTasks(receiptOf({}))
  expect(others).toEqual([])
  expect(choose(task!)).toEqual({
    tops: [{ digest: left.digest, tags: [], reason: 'left latest-previous' }],
    untags: [],
    orphans: [],
    stays: [],
  })
  expect(task!.given?.tags).toEqual([{ name: 'latest', digest: now.digest }])
  expect(task!.given?.needed.map(({ digest }) => digest)).toEqual([now.digest, amd64.digest, arm64.digest])
})

test.each([
  ['nothing was left behind', { repositories: [{ repository: REPOSITORY, tags: [], superseded: [] }] }],
  ['the image failed', { outcome: 'failed' as const }],
  ['it was only built', { outcome: 'built' as const }],
])('no task where %s', (_, change) => {
  expect(supersededTasks(receiptOf(change))).toEqual([])
})

test('two images in one repository are one task, and one digest that both left goes once', () => {
  const tasks = supersededTasks(receiptOf({}, { name: 'other' }))
  expect(tasks).toHaveLength(1)
  expect(choose(tasks[0]!).tops).toHaveLength(1)
})

test('the whole of it: what left goes, but for what the slot and the tag hold now', async () => {
  const memory = new MemoryPackage()
  const only = image('only in what left')
  const leaving = index('leaving', slow, only)
  for (const manifest of [amd64, arm64, slow, only, leaving]) memory.store(manifest)
  memory.store(before, ['latest-previous'])
  memory.store(now, ['latest'])
  const receipt = receiptOf({})
  receipt.images[0]!.repositories[0]!.superseded = [{ tag: 'latest-previous', digest: leaving.digest }]
  const [task] = supersededTasks(receipt)
  const result = await clean(memory, task!)
  expect(result.deleted).toEqual([leaving.digest, only.digest])
  expect(entryOf(result, slow)).toMatchObject({ verdict: 'stays', reason: 'needed by latest-previous' })
  expect(broken(memory)).toEqual([])
  expect((await clean(memory, task!)).deleted).toEqual([])
})

test('what left and was tagged again in the meantime stays', async () => {
  const memory = new MemoryPackage()
  for (const manifest of [slow, left]) memory.store(manifest)
  memory.store(left, ['1.0.0'])
  const [task] = supersededTasks(receiptOf({}))
  const result = await clean(memory, task!)
  expect(result.deleted).toEqual([])
  expect(entryOf(result, left)).toMatchObject({ verdict: 'stays', reason: 'tagged 1.0.0' })
})

test('what the run published stays, though its tag holds something else by now', async () => {
  const memory = new MemoryPackage()
  const leaving = index('leaving', amd64, slow)
  for (const manifest of [amd64, arm64, slow, now, leaving]) memory.store(manifest)
  memory.store(image('hotfix'), ['latest'])
  const receipt = receiptOf({})
  receipt.images[0]!.repositories[0]!.superseded = [{ tag: 'latest-previous', digest: leaving.digest }]
  const result = await clean(memory, supersededTasks(receipt)[0]!)
  expect(result.deleted).toEqual([leaving.digest, slow.digest])
  expect(entryOf(result, amd64)?.reason).toBe('needed by app as this run built it')
})

test('what another image of the run was built of stays for its rerun, though it was not published', () => {
  const platforms = [{ platform: 'linux/any', digest: slow.digest, size: 1 }]
  const failed = { name: 'other', outcome: 'failed' as const, digest: null, platforms }
  const [task] = supersededTasks(receiptOf({}, failed))
  expect(task!.given?.needed).toContainEqual({ digest: slow.digest, name: 'other as this run built it' })
})
