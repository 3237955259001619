import { Readable } from 'node:stream'
import { digestOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { parseRepository } from '../../../actions/base/reference.ts'
import type { Merge } from '../../../actions/merge/run.ts'
import { type Plan, planDigest } from '../../../actions/plan/plan.ts'
import { kindOf, type RegistryAccess } from '../../../actions/registry/access.ts'
import { openRegistries } from '../../../actions/registry/client.ts'
import type { Registries, RegistryKind } from '../../../actions/registry/types.ts'
import { childOf, indexFor } from '../../unit/merge/plans.ts'
import { lineage, testClock } from '../../unit/merge/world.ts'

export const LOGIN = { username: 'octo', password: 'hunter2' }

/** Who we are at these hosts; without a kind a host takes no login. */
export function accessTo(hosts: Record<string, RegistryKind | undefined>): RegistryAccess {
  const known = Object.entries(hosts).flatMap(([host, kind]) => (kind ? [[host, kind] as const] : []))
  return {
    logins: new Map(known.map(([host]) => [host, LOGIN])),
    kinds: new Map(known.map(([host, kind]) => [host, { kind }])),
    insecure: new Set(),
    retries: 3,
    timeout: 60_000,
  }
}

/** Waits take no time, so that retries don't either. */
export function connect(access: RegistryAccess, signal?: AbortSignal): Registries {
  const retry = { attempts: 3, base: 1, longest: 10, deadline: 60_000, clock: testClock(), random: () => 0 }
  const run = () => Promise.reject(new Error('No credential helper is asked here.'))
  const options = { log: silentLog, run, environment: { HOME: '/nonexistent' }, retry }
  return openRegistries(access, signal ? { ...options, signal } : options)
}

/** As `build` leaves it: children in every registry, and nothing tagged. */
export async function pushChildren(registries: Registries, plan: Plan): Promise<void> {
  for (const { image, platform } of plan.legs) {
    const { manifest, config } = childOf(plan, image, platform)
    const blob = { digest: digestOf(config), size: config.length, open: () => Readable.from([config]) }
    for (const name of plan.images.find((each) => each.name === image)!.repositories) {
      const client = registries.open(parseRepository(name))
      await client.uploadBlob(blob)
      await client.putManifest(manifest.digest, manifest)
    }
  }
}

/** As an earlier run left it. */
export async function publishBefore(registries: Registries, plan: Plan, tags: string[]): Promise<void> {
  await pushChildren(registries, plan)
  for (const name of plan.images[0]!.repositories)
    for (const tag of tags) await registries.open(parseRepository(name)).putManifest(tag, indexFor(plan))
}

export function mergeOf(
  plan: Plan,
  access: RegistryAccess,
  more: Pick<Merge, 'artifacts' | 'temp'> & Partial<Merge>,
): Merge {
  return {
    plan,
    planDigest: planDigest(plan),
    options: { forceMove: false, keepPrevious: true, index: 'auto' },
    attempt: 1,
    openRegistries: (signal) => connect(access, signal),
    kindOf: (host) => kindOf(access, host),
    ancestry: lineage(plan.revision),
    signal: new AbortController().signal,
    clock: testClock(),
    log: silentLog,
    ...more,
  }
}
