import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CancelledError } from '../../../actions/base/errors.ts'
import { silentLog } from '../../../actions/base/log.ts'
import type { Receipt } from '../../../actions/plan/receipt.ts'
import { finishTransaction } from '../../../actions/transaction/aftermath.ts'
import { Journal, journalPath } from '../../../actions/transaction/journal.ts'
import { mishapsWithin } from '../mishaps.ts'
import { MemoryRegistries } from './memory-registries.ts'
import { fixed, GHCR, HUB, indexFor, LATEST, planFor } from './plans.ts'
import { lineage, memoryArtifacts, newWorld, publishBefore, pushChildren, testClock } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const EDGE = { ...LATEST, name: 'edge' }
const REPOSITORIES = [GHCR, HUB, 'registry.example/acme/app']
const OURS = 5

interface Scene {
  repositories: string[]
  fixedTags: string[]
  moving: (typeof LATEST)[]
  /** By repository, the revision that each tag holds: fixed ones ours or another, moving ones any. */
  held: (number | null)[][]
  keepPrevious: boolean
  faults: Map<number, 'early' | 'late'>
  cancelAt: number
  dieAt: number
}

const scene: fc.Arbitrary<Scene> = fc.record({
  repositories: fc.subarray(REPOSITORIES, { minLength: 1 }),
  fixedTags: fc.subarray(['1.0.0', 'sha-5']),
  moving: fc.subarray([LATEST, EDGE]),
  held: fc.array(fc.array(fc.constantFrom(null, null, 1, 2, 4, OURS, 9), { minLength: 6, maxLength: 6 }), {
    minLength: 3,
    maxLength: 3,
  }),
  keepPrevious: fc.boolean(),
  ...mishapsWithin(70),
})

function stage(scene: Scene) {
  const { repositories } = scene
  const tags = [...fixed(...scene.fixedTags), ...scene.moving]
  const plan = planFor({ revision: `r${OURS}`, tags, repositories })
  const registries = new MemoryRegistries()
  const names = [...tags.map(({ name }) => name), ...scene.moving.map(({ name }) => `${name}-previous`)]
  for (const [row, repository] of repositories.entries()) {
    for (const [column, name] of names.entries()) {
      const revision = scene.held[row]?.[column] ?? null
      if (revision === null) continue
      // An earlier build of our own revision is another image all the same.
      const annotations = { 'org.opencontainers.image.revision': `r${revision}`, build: 'earlier' }
      publishBefore(
        registries,
        planFor({ revision: `r${revision}`, tags, repositories: [repository], annotations }),
        [name],
      )
    }
  }
  pushChildren(registries, plan)
  const snapshot = () => repositories.map((repository) => new Map(registries.content(repository).tags))
  return { plan, registries, tags, ours: indexFor(plan).digest, snapshot }
}

type Stage = ReturnType<typeof stage>

function revisionAt({ registries }: Stage, repository: string, digest: string | undefined): number {
  const bytes = registries.content(repository).manifests.get(digest as never)?.bytes
  if (!bytes) return 0
  const { annotations } = JSON.parse(Buffer.from(bytes).toString())
  return Number(annotations['org.opencontainers.image.revision'].slice(1))
}

/** At any moment: each tag at its old or its new digest, nothing backwards, no fixed tag taken from another revision. */
function checkTags(stage: Stage, scene: Scene, before: readonly Map<string, string>[]): void {
  for (const [row, repository] of scene.repositories.entries()) {
    for (const tag of stage.tags) {
      const old = before[row]?.get(tag.name)
      const now = stage.registries.tag(repository, tag.name)
      expect([old, stage.ours]).toContain(now)
      if (now === old) continue
      const held = revisionAt(stage, repository, old)
      if (tag.moves) expect(held).toBeLessThanOrEqual(OURS)
      else expect([0, OURS]).toContain(held)
    }
  }
}

/** What a run that says "published" has to have done. */
function checkPublished({ images }: Receipt, stage: Stage, scene: Scene): void {
  for (const repository of scene.repositories) {
    for (const tag of stage.tags) {
      const entry = images[0]?.repositories
        .find((each) => each.repository === repository)
        ?.tags.find(({ name }) => name === tag.name)
      expect(entry?.after ?? undefined).toBe(stage.registries.tag(repository, tag.name))
      if (entry?.outcome !== 'stayed') expect(stage.registries.tag(repository, tag.name)).toBe(stage.ours)
    }
  }
}

async function finish(stage: Stage): Promise<unknown> {
  const { registries, plan } = stage
  registries.trouble = () => undefined
  registries.signal = undefined
  const journal = Journal.read(journalPath(world.temp, plan.id))
  if (!journal) return undefined
  const aftermath = { registries, artifacts: memoryArtifacts(), clock: testClock(), log: silentLog }
  return finishTransaction(journal, aftermath).catch((error) => error)
}

test('whatever fails, is cancelled or dies, and whenever', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (scene) => {
      const set = stage(scene)
      const { registries, plan, snapshot } = set
      const before = snapshot()
      const controller = new AbortController()
      const died = Promise.withResolvers<undefined>()
      registries.trouble = (_call, number) => {
        checkTags(set, scene, before)
        if (number === scene.cancelAt) controller.abort(new CancelledError())
        if (number < scene.dieAt) return scene.faults.get(number)
        died.resolve(undefined)
        return 'never'
      }
      const options = { forceMove: false, keepPrevious: scene.keepPrevious, index: 'auto' } as const
      const running = world.merge(plan, registries, { options, signal: controller.signal })
      const merged = await Promise.race([running, died.promise])
      checkTags(set, scene, before)
      if (merged && merged.error === undefined) checkPublished(merged.receipt, set, scene)
      const message = await finish(set)
      expect(message).toBeUndefined()
      checkTags(set, scene, before)

      // Where a tag was before, it is moved everywhere or nowhere; one that is new stays, as a registry can't untag.
      for (const { name } of scene.moving) {
        const held = scene.repositories.filter((_repository, row) => before[row]?.has(name))
        const moved = held.filter((repository) => registries.tag(repository, name) === set.ours)
        expect([0, held.length]).toContain(moved.length)
      }

      const again = await world.merge(plan, registries, {
        options,
        ancestry: lineage(plan.revision),
        attempt: 2,
      })
      if (again.error === undefined) checkPublished(again.receipt, set, scene)
      else expect(String(again.error)).toMatch(/A fixed tag is never given to another revision/)
    }),
    { numRuns: 300 },
  )
}, 60_000)
