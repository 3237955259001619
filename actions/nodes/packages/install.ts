import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserErrors } from '../../base/errors.ts'
import type { ProcessResult } from '../../base/process.ts'
import type { NodeServices } from '../services.ts'
import { constraintsOf } from './constraints.ts'
import { type Culprit, complaintOf, culpritsOf, failureOf, isWritten } from './failure.ts'
import { installLocked } from './install-locked.ts'
import { readInstalled } from './installed.ts'
import type { PackagesJob } from './job.ts'
import { isRestored } from './restored.ts'
import { sitePackagesOf } from './site-packages.ts'
import { pinnedSource, readSources, type Source } from './sources.ts'
import { findTool, type InstallArguments, installArguments, type PackageTool } from './tool.ts'

/** One resolution for everything; `unchanged`: the last restore did the same, and what it installed is still there. */
export async function installPackages(
  job: PackagesJob,
  services: NodeServices,
): Promise<{ outcome: 'unchanged' | 'installed' }> {
  if (await isRestored(job)) return { outcome: 'unchanged' }
  // One that was made where packages were left alone says nothing of them.
  const hasLock = Object.keys(job.lock ?? {}).length > 0
  if (job.lock && hasLock) await installLocked(job.python, job.lock, services)
  else await new Resolution(job, services).install()
  return { outcome: 'installed' }
}

class Resolution {
  readonly #job: PackagesJob
  readonly #services: NodeServices

  constructor(job: PackagesJob, services: NodeServices) {
    this.#job = job
    this.#services = services
  }

  async install(): Promise<void> {
    const { log, temp } = this.#services
    const installed = await readInstalled(await sitePackagesOf(this.#job.python))
    const pinned = pinnedSource(this.#job.packages, installed, this.#services)
    const others = await readSources(this.#job)
    for (const { warnings } of others) for (const warning of warnings) log.warn(warning)
    const sources = [pinned, ...others].filter(({ requirements }) => requirements.length > 0)
    if (sources.length === 0) return
    const constraints = constraintsOf(installed, pinned, others)
    const folder = await mkdtemp(join(temp, 'packages-'))
    try {
      const tool = await findTool(this.#job.python, this.#services)
      await this.#resolve(tool, sources, constraints, folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #resolve(
    tool: PackageTool,
    sources: readonly Source[],
    constraints: ReadonlyMap<string, string>,
    folder: string,
  ): Promise<void> {
    const kept = join(folder, 'constraints.txt')
    await writeFile(kept, linesFor([...constraints.values()]))
    const files = await Promise.all(sources.map((source, index) => written(source, index, folder)))
    const attempt = (of: readonly string[], dry: boolean): Promise<ProcessResult> => {
      const options = sources.flatMap((source) => source.options)
      return this.#run(tool, { files: of, constraints: kept, options, dry }, !dry)
    }
    const { exitCode, stdout, stderr } = await attempt(files, false)
    if (exitCode === 0) return
    const complaint = complaintOf(`${stdout}\n${stderr}`)
    const culprits = culpritsOf(complaint, sources)
    if (culprits.length > 0) throw failureOf(complaint, culprits, keptIn(complaint, culprits, constraints))
    throw await this.#blame(complaint, sources, async (index) => attempt([files[index] ?? ''], true))
  }

  /** The resolver speaks of what nobody named: whoever fails alone is to blame. */
  async #blame(
    complaint: string,
    sources: readonly Source[],
    attempt: (index: number) => Promise<ProcessResult>,
  ): Promise<Error> {
    const errors = []
    for (const [index, { whose, requirements }] of sources.entries()) {
      const { exitCode, stdout, stderr } = await attempt(index)
      const culprit: Culprit = { whose, requirements: requirements.map(({ text }) => text) }
      if (exitCode !== 0) errors.push(failureOf(complaintOf(`${stdout}\n${stderr}`), [culprit], []))
    }
    if (errors.length > 1) return new UserErrors(errors)
    return errors[0] ?? failureOf(complaint, [], [])
  }

  #run(tool: PackageTool, job: InstallArguments, show: boolean): Promise<ProcessResult> {
    return tool.run(installArguments(tool, this.#job.python, job), { anyExit: true, show })
  }
}

/** In a file of its own, whose name a resolver shows. */
async function written({ whose, requirements }: Source, index: number, folder: string): Promise<string> {
  const path = join(folder, `${index}-${whose.replace(/[^\w.-]+/g, '-')}.txt`)
  await writeFile(path, linesFor(requirements.map(({ text }) => text)))
  return path
}

function linesFor(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** What the base image has of that which the complaint speaks of. */
function keptIn(
  complaint: string,
  culprits: readonly Culprit[],
  constraints: ReadonlyMap<string, string>,
): string[] {
  const asked = new Set(culprits.flatMap(({ requirements }) => requirements))
  return [...constraints.values()].filter((line) => isWritten(complaint, line) && !asked.has(line))
}
