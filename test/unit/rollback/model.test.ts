import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CancelledError } from '../../../actions/base/errors.ts'
import { type Scene, scenes, stage, THEIRS, targetsOf, writtenTo } from './scenes.ts'
import { isWhole, newWorld, receiptsOf } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

type Stage = ReturnType<typeof stage>
type Snapshot = { latest: string | undefined; previous: string | undefined }[]

function snapshot({ registries }: Stage, { repositories }: Scene): Snapshot {
  return repositories.map((repository) => ({
    latest: registries.tag(repository, 'latest'),
    previous: registries.tag(repository, 'latest-previous'),
  }))
}

/** At any moment: each tag holds what it held, what it shall hold, or what somebody else gave it; and what is new is whole. */
function checkTags(set: Stage, scene: Scene, before: Snapshot): void {
  const now = snapshot(set, scene)
  const targets = targetsOf(scene)
  for (const [row, repository] of scene.repositories.entries()) {
    const { latest, previous } = now[row]!
    const was = before[row]!
    expect([was.latest, targets[row], THEIRS]).toContain(latest)
    expect([was.previous, was.latest, THEIRS]).toContain(previous)
    for (const [held, old] of [
      [latest, was.latest],
      [previous, was.previous],
    ])
      if (held !== undefined && held !== old)
        expect([held, isWhole(set.registries, repository, held as never)]).toEqual([held, true])
  }
}

/** All registries went, or none; one that did otherwise is named. */
function checkTogether(set: Stage, scene: Scene, before: Snapshot, errors: readonly unknown[]): void {
  const told = errors.map(String).join('\n')
  const now = snapshot(set, scene)
  const targets = targetsOf(scene)
  const moving = scene.repositories.flatMap((repository, row) => {
    const { latest } = before[row]!
    if (latest === undefined || latest === targets[row] || told.includes(repository)) return []
    const others = now[row]!.latest === THEIRS || now[row]!.previous === THEIRS
    return others ? [] : [now[row]!.latest === targets[row]]
  })
  expect(new Set(moving).size).toBeLessThanOrEqual(1)
}

function checkDone(set: Stage, scene: Scene, before: Snapshot): void {
  const targets = targetsOf(scene)
  for (const [row, { latest, previous }] of snapshot(set, scene).entries()) {
    const repository = scene.repositories[row]!
    if (latest === THEIRS || previous === THEIRS) continue
    const was = before[row]!
    expect(latest).toBe(targets[row])
    expect(isWhole(set.registries, repository, latest as never)).toBe(true)
    const moved = was.latest !== undefined && was.latest !== latest
    const keeps = scene.keepPrevious && moved && isWhole(set.registries, repository, was.latest as never)
    expect(previous).toBe(keeps ? was.latest : was.previous)
  }
}

test('whatever was deleted, fails, is cancelled, dies or is published by others, and whenever', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenes, async (scene) => {
      const set = stage(scene)
      const { registries, packages, receipt } = set
      const before = snapshot(set, scene)
      const controller = new AbortController()
      const died = Promise.withResolvers<undefined>()
      registries.trouble = (_call, number) => {
        checkTags(set, scene, before)
        if (number === scene.pushAt) set.push()
        if (number === scene.cancelAt) controller.abort(new CancelledError())
        if (number < scene.dieAt) return scene.faults.get(number)
        died.resolve(undefined)
        return 'never'
      }
      const running = world.rollBack(registries, {
        ...{ to: writtenTo(scene, receipt), force: scene.force, keepPrevious: scene.keepPrevious },
        ...{ repositories: scene.repositories, signal: controller.signal },
        receipts: receiptsOf(receipt),
        openPackages: async () => packages,
      })
      const rolled = await Promise.race([running, died.promise])
      checkTags(set, scene, before)
      if (rolled?.report.outcome === 'done') checkDone(set, scene, before)
      const late = await world.finish(registries)
      checkTags(set, scene, before)
      checkTogether(set, scene, before, [rolled?.error ?? '', late ?? ''])
      seen.add(rolled?.report.outcome ?? 'died')
    }),
    { numRuns: 250 },
  )
  // What never happens in a model is not tried by it.
  expect([...seen].toSorted()).toEqual(['died', 'done', 'failed', 'unchanged'])
}, 60_000)
