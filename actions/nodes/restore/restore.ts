import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { atOnce } from '../../base/at-once.ts'
import { isUserError, Problems } from '../../base/errors.ts'
import { ProcessError } from '../../base/process.ts'
import { BareCache } from '../git/cache.ts'
import type { Source } from '../git/fetch.ts'
import { openGit } from '../git/git.ts'
import { RESTORED } from '../installation.ts'
import { shortPin } from '../names.ts'
import type { NodeServices } from '../services.ts'
import { type Core, findCore } from './core.ts'
import { settleExtras } from './extras.ts'
import { settleFile } from './files.ts'
import { type Found, findNode } from './find.ts'
import type { RestoredNode, RestoreJob, RestoreReport } from './job.ts'
import { judge } from './judge.ts'
import { named } from './named.ts'
import { restorePackages } from './packages.ts'
import { stage } from './stage.ts'
import { Staging } from './staging.ts'
import { Steps } from './steps.ts'
import { type Place, survey } from './survey.ts'
import { switchNode } from './switch.ts'
import { stageCore, switchCore } from './switch-core.ts'
import { mayRun, pinPhrase, wantedNodes } from './wanted.ts'

export type { Outcome, RestoredNode, RestoreJob, RestoreReport } from './job.ts'

/** What there is, and what has to be done. */
interface Plan {
  nodes: readonly Found[]
  core: Core | undefined
  extras: readonly Place[]
}

/** One restore: what it works on and with. */
interface Work {
  job: RestoreJob
  services: NodeServices
  source: Source
  steps: Steps
  staging: Staging
}

const CORE = 'ComfyUI'

/** Makes an installation what its snapshot says. A failure leaves what was there, and a second run finishes. */
export async function restore(job: RestoreJob, services: NodeServices): Promise<RestoreReport> {
  const git = openGit(services)
  const cache = job.cache === undefined ? undefined : new BareCache(job.cache, git, services.log)
  const steps = new Steps(services)
  const work: Work = {
    ...{ job, services, steps },
    source: { git, log: services.log, cache },
    staging: new Staging(job.to),
  }
  const plan = await steps.take(
    'look',
    () => look(work),
    ({ nodes }) => `Looked at ${nodes.length} nodes (${nodes.filter(isLeft).length} as they should be)`,
  )
  await mkdir(job.to.nodes, { recursive: true })
  await work.staging.begin()
  const restored = await bringAndSettle(work, plan)
  const packages = await restorePackages(job, restored, services, steps)
  return { steps: steps.list, nodes: restored, extras: plan.extras.map(({ path }) => path), packages }
}

async function bringAndSettle(work: Work, plan: Plan): Promise<RestoredNode[]> {
  try {
    await bringAll(work, plan)
    const restored = await work.steps.take('place', () => settle(work, plan), summary)
    await work.staging.clear()
    return restored
  } finally {
    await work.staging.release()
  }
}

async function look({ job, source }: Work): Promise<Plan> {
  const wanted = wantedNodes(job.snapshot, job.to)
  // Where it is missing, that is told once, and not of each node.
  if (wanted.some(({ source: from }) => 'url' in from)) await source.git.run(['version'])
  const seen = await survey(job.to.nodes, wanted, job.snapshot.files)
  const problems = new Problems()
  await problems.tryAsync(() => judge(job, wanted, seen))
  const core = await problems.tryAsync(() => findCore(job, source.git))
  problems.throwIfAny()
  const nodes = await atOnce(job.jobs, wanted, (node) => findNode(node, seen, job, source.git))
  return { nodes, core, extras: seen.extras }
}

function isLeft({ node, proven }: Found): boolean {
  return proven !== undefined && proven.disabled === node.disabled
}

/** All that is lacking, before anything takes the place of what is there. Each node that can't be had is told. */
async function bringAll(work: Work, { nodes, core }: Plan): Promise<void> {
  const { job, services, source, steps, staging } = work
  const problems = new Problems()
  const bring = (name: string, pin: string, subject: string, fetch: () => Promise<void>) => () =>
    problems.tryAsync(async () => {
      try {
        await steps.take(name, fetch, () => `Fetched ${name} ${pin}`)
      } catch (error) {
        throw named(subject, error)
      }
    })
  const tell = (name: string, [first]: readonly string[]) => {
    if (first !== undefined) services.log.info(`${name} is not as the snapshot has it: ${first}`)
  }
  const works = nodes
    .filter(({ proven }) => !proven)
    .map(({ node, differences }) => {
      tell(node.name, differences)
      const fetch = async () => stage(node, await staging.placeFor(node.name), job, source, services)
      // What the registry's errors are about they say themselves.
      const subject = 'url' in node.source ? `Node ${node.name}` : ''
      return bring(node.name, pinPhrase(node), subject, fetch)
    })
  if (core && !core.proven) {
    tell(CORE, core.differences)
    const fetch = async () => stageCore(core, source, await staging.folderFor(CORE))
    works.unshift(bring(CORE, `at ${shortPin(core.commit)}`, CORE, fetch))
  }
  await atOnce(job.jobs, works, (start) => start())
  if (problems.list.length > 0) await staging.clear()
  problems.throwIfAny()
}

async function settle(
  { job, source, staging }: Work,
  { nodes, core, extras }: Plan,
): Promise<RestoredNode[]> {
  const restored: RestoredNode[] = []
  if (core) {
    if (!core.proven)
      await of(CORE, async () => switchCore(core, job.snapshot, source.git, await staging.folderFor(CORE)))
    restored.push({ name: CORE, outcome: core.proven ? 'unchanged' : 'fetched', commit: core.commit })
  }
  const unscripted = nodes.some(({ node, proven }) => !proven && mayRun(job.installScripts, node.name))
  // What its install.py made goes with the folder: should this run end early, the next one has it run all the same.
  if (unscripted) await rm(join(job.to.nodes, RESTORED), { force: true })
  for (const found of nodes) {
    const { name, source: from } = found.node
    const outcome = await of(`Node ${name}`, () => switchNode(found, job.to, staging))
    const pin = 'url' in from ? { commit: from.commit } : { version: from.version }
    restored.push({ name, outcome, ...pin })
  }
  await settleExtras(job, extras)
  for (const file of job.snapshot.files)
    restored.push({ name: file.filename, outcome: await settleFile(file, job) })
  return restored
}

async function of<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isUserError(error) || error instanceof ProcessError ? named(subject, error) : error
  }
}

/** Undefined: there was nothing to do. */
function summary(restored: readonly RestoredNode[]): string | undefined {
  const changed = restored.filter(({ outcome }) => outcome !== 'unchanged').length
  return changed === 0 ? undefined : `Put ${changed} of ${restored.length} in place`
}
