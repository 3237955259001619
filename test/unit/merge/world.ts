import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Artifacts } from '../../../actions/base/artifacts.ts'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { indexManifest } from '../../../actions/merge/index-manifest.ts'
import { type Merge, runMerge } from '../../../actions/merge/run.ts'
import { legId, type Plan, type PlannedTag, planDigest } from '../../../actions/plan/plan.ts'
import { type BuildRecord, recordArtifact, serialiseRecord } from '../../../actions/plan/record.ts'
import { DOCKER_MANIFEST, OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import type { MemoryRegistries } from './memory-registries.ts'

export const GHCR = 'ghcr.io/acme/app'
export const HUB = 'docker.io/acme/app'
export const PLATFORMS = ['linux/amd64', 'linux/arm64']

export const LATEST: PlannedTag = {
  name: 'latest',
  reason: 'push to the default branch',
  moves: { by: 'revision', branch: 'main' },
}

export function fixed(...names: string[]): PlannedTag[] {
  return names.map((name) => ({ name, reason: 'as planned' }))
}

export function planFor(options: {
  revision: string
  tags: PlannedTag[]
  repositories?: string[]
  images?: string[]
  publish?: boolean
}): Plan {
  const images = (options.images ?? ['app']).map((name) => ({
    name,
    repositories: (options.repositories ?? [GHCR, HUB]).map((repository) =>
      name === 'app' ? repository : `${repository}-${name}`,
    ),
    tags: options.tags,
    labels: {},
    annotations: { 'org.opencontainers.image.revision': options.revision },
    context: '.',
    file: '',
    buildArgs: {},
    platforms: PLATFORMS,
  }))
  return {
    schema: 1,
    id: digestOf(options.revision).slice(-12),
    repository: 'acme/app',
    event: 'push',
    ref: 'refs/heads/main',
    revision: options.revision,
    created: '2026-11-21T00:00:00Z',
    publish: options.publish ?? true,
    reason: 'push to the default branch',
    version: options.revision,
    images,
    unchanged: [],
    legs: images.flatMap(({ name, platforms }) =>
      platforms.map((platform) => ({
        leg: legId(name, platform),
        image: name,
        platform,
        runsOn: ['ubuntu-24.04'],
      })),
    ),
  }
}

export function childOf(plan: Plan, image: string, platform: string): Manifest {
  const bytes = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: DOCKER_MANIFEST, note: [plan.revision, image, platform] }),
  )
  return { mediaType: DOCKER_MANIFEST, digest: digestOf(bytes), bytes }
}

export function recordsOf(plan: Plan, attempt = 1): BuildRecord[] {
  return plan.legs.map(({ leg, image, platform }) => {
    const child = childOf(plan, image, platform)
    const repositories = plan.images.find(({ name }) => name === image)?.repositories ?? []
    return {
      schema: 1,
      plan: plan.id,
      planDigest: planDigest(plan),
      leg,
      image,
      platform,
      attempt,
      digest: child.digest,
      mediaType: child.mediaType,
      size: child.bytes.length,
      imageId: child.digest,
      compressedSize: 1,
      repositories: (plan.publish ? repositories : []).map((repository) => ({
        repository,
        created: true,
        sent: 1,
      })),
      started: plan.created,
      buildTime: 1,
      pushTime: 1,
      cache: { hits: 0, steps: 0 },
      tools: {},
    }
  })
}

export function indexFor(plan: Plan, image = 'app'): Manifest {
  const records = recordsOf(plan).filter((record) => record.image === image)
  const annotations = plan.images.find(({ name }) => name === image)?.annotations ?? {}
  return indexManifest({ records, annotations, mediaType: OCI_INDEX })
}

/** As `build` leaves it: children in every registry, and nothing tagged. */
export function pushChildren(registries: MemoryRegistries, plan: Plan): void {
  for (const { image, repositories } of plan.legs.map(({ image, platform }) => ({
    image: childOf(plan, image, platform),
    repositories: plan.images.find(({ name }) => name === image)!.repositories,
  })))
    for (const repository of repositories) registries.store(repository, image)
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
