import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Artifacts } from '../../../actions/base/artifacts.ts'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { type Merge, runMerge } from '../../../actions/merge/run.ts'
import { type Plan, planDigest } from '../../../actions/plan/plan.ts'
import { type BuildRecord, recordArtifact, serialiseRecord } from '../../../actions/plan/record.ts'
import type { MemoryRegistries } from './memory-registries.ts'
import { childOf, indexFor, recordsOf } from './plans.ts'

/** As `build` leaves it: children in every registry, and nothing tagged. */
export function pushChildren(registries: MemoryRegistries, plan: Plan): void {
  for (const { image, platform } of plan.legs) {
    const { manifest, config } = childOf(plan, image, platform)
    for (const repository of plan.images.find(({ name }) => name === image)!.repositories) {
      registries.store(repository, manifest)
      registries.content(repository).blobs.set(digestOf(config), config)
    }
  }
}

/** As an earlier run left it. */
export function publishBefore(
  registries: MemoryRegistries,
  plan: Plan,
  tags: string[],
  repositories?: string[],
): Digest {
  pushChildren(registries, plan)
  const index = indexFor(plan)
  for (const repository of repositories ?? plan.images[0]!.repositories)
    for (const tag of tags) registries.store(repository, index, tag)
  return index.digest
}

export function memoryArtifacts(
  records: readonly BuildRecord[] = [],
): Artifacts & { contents: Map<string, string> } {
  const contents = new Map(
    records.map((record) => [
      recordArtifact(record.plan, record.leg, record.attempt),
      serialiseRecord(record),
    ]),
  )
  return {
    contents,
    put: async (name, content) => {
      if (contents.has(name)) throw new Error(`${name} exists.`)
      contents.set(name, content)
      return digestOf(content)
    },
    list: async (prefix) => [...contents.keys()].filter((name) => name.startsWith(prefix)),
    get: async (name) => contents.get(name),
  }
}

/** Revisions r1, r2, … in a row; the branch stands at `head`. */
export function lineage(head: string) {
  const at = (revision: string) => Number(revision.slice(1))
  return {
    compare: async (base: string, other: string) => {
      const distance = at(other) - at(base)
      return distance === 0 ? ('identical' as const) : distance > 0 ? ('ahead' as const) : ('behind' as const)
    },
    head: async () => head,
    contains: async (_branch: string, sha: string) => at(sha) <= at(head),
  }
}

/** Time that passes only while somebody waits. */
export function testClock() {
  let now = Date.UTC(2026, 10, 21)
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
}

export interface World {
  temp: string
  merge(plan: Plan, registries: MemoryRegistries, more?: Partial<Merge>): ReturnType<typeof runMerge>
  remove(): void
}

export function newWorld(): World {
  const temp = mkdtempSync(join(tmpdir(), 'merge-'))
  return {
    temp,
    merge: (plan, registries, more = {}) =>
      runMerge({
        plan,
        planDigest: planDigest(plan),
        options: { forceMove: false, keepPrevious: true, index: 'auto' },
        attempt: 1,
        artifacts: memoryArtifacts(recordsOf(plan)),
        openRegistries: (signal) => {
          registries.signal = signal
          return registries
        },
        kindOf: () => 'oci',
        ancestry: lineage(plan.revision),
        signal: new AbortController().signal,
        clock: testClock(),
        temp,
        log: silentLog,
        ...more,
      }),
    remove: () => rmSync(temp, { recursive: true, force: true }),
  }
}
