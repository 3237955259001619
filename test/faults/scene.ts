import { buffer } from 'node:stream/consumers'
import type { Clock } from '../../actions/base/clock.ts'
import { type Digest, digestOf } from '../../actions/base/digest.ts'
import { startDockerHubApi } from '../doubles/dockerhub/index.ts'
import { startGithubDouble } from '../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../doubles/registry/index.ts'
import type { StoredArtifact } from '../doubles/results/artifacts.ts'
import type { ResultsDouble } from '../doubles/results/index.ts'
import type { Double } from '../doubles/server.ts'

export const NAME = 'acme/app'
export const TOKEN = 'ghs_double'
export const HUB = { user: 'acme', password: 'dckr_pat_double' }
const START = Date.UTC(2026, 10, 21)
const DAY = 86_400_000

/** Commits in a row, the oldest first. */
export const REVISIONS = ['a', 'b', 'c'].map((letter) => letter.repeat(40))

export interface Scene {
  /** The id of the workflow's run, by which its artifacts are known. */
  run: string
  servers: {
    ghcr: RegistryDouble
    hub: RegistryDouble
    github: Double
    hubApi: Double
    results: ResultsDouble
  }
  /** Goes on while somebody waits, which takes no time. */
  clock: Clock
  /** Stands still: what is planned is as old as the commit, however long it took. */
  morning: Clock
  close(): Promise<void>
}

export type ServerName = keyof Scene['servers']

/** What a registry holds. */
export interface Held {
  tags: Record<string, Digest>
  manifests: Digest[]
}

export interface Kept {
  tags: Record<string, Digest>
  manifests: { mediaType: string; bytes: Buffer }[]
  blobs: Buffer[]
}

/** What everything held at one moment of a run. */
export interface Moment {
  ghcr: Kept
  hub: Kept
  artifacts: readonly StoredArtifact[]
}

let runs = 0
/** The plan names hosts, so all scenes of a process are at the same ones, which no other process takes. */
const address = `127.77.${(process.pid >> 8) & 255}.${process.pid & 255 || 1}` as const
const [atGhcr, atHub, atGithub, atHubApi] = [7001, 7002, 7003, 7004].map((port) => ({ address, port }))

/** Both registries with their own APIs, and GitHub, as they were; `day` counts from the first run. */
export async function openScene(results: ResultsDouble, day: number, moment?: Moment): Promise<Scene> {
  const run = String(++runs)
  const clock = steppingClock(START + day * DAY)
  const now = clock.now
  const [ghcr, hub] = await Promise.all([
    startRegistryDouble({
      ...atGhcr,
      flavour: 'ghcr',
      credentials: { user: 'acme', password: TOKEN },
      now,
    }),
    startRegistryDouble({ ...atHub, flavour: 'dockerhub', credentials: HUB, now }),
  ])
  const [first, second, third] = REVISIONS as [string, string, string]
  const github = await startGithubDouble({
    ...atGithub,
    registry: ghcr,
    results,
    privatePackages: new Set([NAME]),
    repositories: {
      [NAME]: {
        defaultBranch: 'main',
        branches: { main: third },
        commits: { [first]: [], [second]: [first], [third]: [second] },
        files: { [second]: ['file'], [third]: ['file'] },
      },
    },
  })
  const hubApi = await startDockerHubApi({ ...atHubApi, registry: hub })
  if (moment) await Promise.all([putBack(ghcr, moment.ghcr), putBack(hub, moment.hub)])
  for (const artifact of moment?.artifacts ?? []) results.artifacts.push({ ...artifact, run })
  results.faults.clear()
  results.requests.splice(0)
  const servers = { ghcr, hub, github, hubApi, results }
  return {
    run,
    servers,
    clock,
    morning: { now: () => START + day * DAY, sleep: clock.sleep },
    close: async () => {
      await Promise.all([ghcr, hub, github, hubApi].map((server) => server.close()))
    },
  }
}

function steppingClock(start: number): Clock {
  let now = start
  return {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted()
      // As a timer does, and no moment has a fraction.
      now += Math.ceil(milliseconds)
    },
  }
}

export function heldBy({ manifests }: RegistryDouble): Held {
  const tags = manifests.tags(NAME).map((tag) => [tag, manifests.find(NAME, tag)!.digest])
  return {
    tags: Object.fromEntries(tags),
    manifests: manifests
      .list(NAME)
      .map(({ digest }) => digest)
      .sort(),
  }
}

/** What can't be pulled of what the tags reach. */
export function missingIn({ manifests, blobs }: RegistryDouble): string[] {
  const lacks = (reference: string): string[] => {
    const found = manifests.find(NAME, reference)
    if (!found) return [reference]
    const { content } = found
    const parts = [...(content.layers ?? []), ...(content.config ? [content.config] : [])]
    return [
      ...parts.flatMap(({ digest }) => (blobs.size(NAME, digest) === undefined ? [digest] : [])),
      ...(content.manifests ?? []).flatMap(({ digest }) => lacks(digest)),
    ]
  }
  return manifests.tags(NAME).flatMap(lacks)
}

export async function momentOf({ run, servers }: Scene): Promise<Moment> {
  const [ghcr, hub] = await Promise.all([keep(servers.ghcr), keep(servers.hub)])
  return { ghcr, hub, artifacts: servers.results.artifacts.filter((artifact) => artifact.run === run) }
}

async function keep(registry: RegistryDouble): Promise<Kept> {
  const { manifests, blobs } = registry
  const list = manifests.list(NAME)
  const digests = list.flatMap(({ content }) => [
    ...(content.layers ?? []),
    ...(content.config ? [content.config] : []),
  ])
  const distinct = [...new Set(digests.map(({ digest }) => digest))]
  return {
    tags: heldBy(registry).tags,
    manifests: list.map(({ mediaType, bytes }) => ({ mediaType, bytes })),
    blobs: await Promise.all(distinct.map((digest) => buffer(blobs.read(digest)))),
  }
}

async function putBack({ manifests, blobs }: RegistryDouble, kept: Kept): Promise<void> {
  for (const bytes of kept.blobs) await blobs.add(NAME, bytes)
  for (const manifest of kept.manifests) {
    const digest = digestOf(manifest.bytes)
    const tags = Object.keys(kept.tags).filter((tag) => kept.tags[tag] === digest)
    for (const reference of [digest, ...tags]) manifests.put(NAME, reference, manifest)
  }
}
