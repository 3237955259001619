import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMerge } from '../../actions/merge/run.ts'
import { type Receipt, receiptArtifact, serialiseReceipt } from '../../actions/plan/receipt.ts'
import type { RegistryAccess } from '../../actions/registry/access.ts'
import { connect, mergeOf, publishBefore, pushChildren } from '../../test/integration/merge/servers.ts'
import { LATEST, planFor, recordsOf } from '../../test/unit/merge/plans.ts'
import { memoryArtifacts } from '../../test/unit/merge/world.ts'
import type { Bench } from './case.ts'
import { type LargePackage, TOKEN } from './package.ts'

type Revision = `r${number}`

/** As earlier runs left it: `latest`, and what it held before. */
export async function publishEarlier(target: LargePackage, before: Revision, now: Revision): Promise<void> {
  const registries = connect(accessTo(target))
  await publishBefore(registries, planOf(target, before), [`${LATEST.name}-previous`])
  await publishBefore(registries, planOf(target, now), [LATEST.name])
  registries.close()
}

/** Moves `latest` on as merge does; gives the receipt's file. */
export async function mergeNext(bench: Bench, target: LargePackage, revision: Revision): Promise<string> {
  const access = accessTo(target)
  const plan = planOf(target, revision)
  const registries = connect(access)
  await pushChildren(registries, plan)
  registries.close()
  const temp = join(bench.folder, revision)
  await mkdir(temp)
  const artifacts = memoryArtifacts(recordsOf(plan))
  const { receipt, error } = await runMerge(mergeOf(plan, access, { artifacts, temp }))
  if (error !== undefined) throw error
  requireSuperseded(receipt)
  const file = join(temp, `${receiptArtifact(plan.id, receipt.attempt)}.json`)
  await writeFile(file, serialiseReceipt(receipt))
  return file
}

function requireSuperseded({ images }: Receipt): void {
  const superseded = images.flatMap(({ repositories }) => repositories.flatMap((each) => each.superseded))
  if (superseded.length !== 1) throw new Error(`${superseded.length} images were left behind, not one.`)
}

function planOf({ repository }: LargePackage, revision: Revision) {
  return planFor({ revision, tags: [LATEST], repositories: [repository] })
}

function accessTo({ registry: { host } }: LargePackage): RegistryAccess {
  return {
    logins: new Map([[host, { username: 'octo', password: TOKEN }]]),
    kinds: new Map([[host, { kind: 'ghcr' }]]),
    insecure: new Set(),
    retries: 3,
    timeout: 60_000,
  }
}
