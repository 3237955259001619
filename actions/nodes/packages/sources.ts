import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problems, UserError } from '../../base/errors.ts'
import type { NodeServices } from '../services.ts'
import type { PinnedPackage } from '../snapshot.ts'
import { isOfTorch, isSameVersion } from './compare.ts'
import type { InstalledPackage } from './installed.ts'
import type { PackagesJob } from './job.ts'
import { readRequirements, requirementOf, type Wanted } from './requirements.ts'

/** Who wants something, and what. */
export interface Source extends Wanted {
  /** `Node ComfyUI-KJNodes`. */
  whose: string
}

export type Installed = ReadonlyMap<string, InstalledPackage>

const FILE = 'requirements.txt'

/** The nodes' requirements, then those of the extra files; all that is wrong with them is told at once. */
export async function readSources(job: Pick<PackagesJob, 'nodes' | 'requirements'>): Promise<Source[]> {
  const problems = new Problems()
  const sources: Source[] = []
  const add = async (whose: string, folder: string, file: string): Promise<void> => {
    const wanted = await problems.tryAsync(() => readRequirements(whose, folder, file))
    if (wanted) sources.push({ whose, ...wanted })
  }
  for (const { name, folder } of job.nodes)
    if (await isThere(join(folder, FILE))) await add(`Node ${name}`, folder, FILE)
  for (const path of job.requirements) {
    if (await isThere(path)) await add(`Requirements file ${basename(path)}`, dirname(path), basename(path))
    else
      problems.add('IMG8602', `The requirements file ${path} is not there.`, 'Check the input requirements.')
  }
  problems.throwIfAny()
  return sources
}

/** What the snapshot pins, save what the base image keeps anyhow. */
export function pinnedSource(
  packages: readonly PinnedPackage[],
  installed: Installed,
  { log }: Pick<NodeServices, 'log'>,
): Source {
  const problems = new Problems()
  const source: Source = {
    whose: 'The snapshot',
    requirements: [],
    options: [],
    warnings: [],
    texts: packages.map(({ requirement, address }) => `${requirement} @ ${address}`),
  }
  for (const pinned of packages) {
    const { requirement: text, address } = pinned
    if (isLocal(pinned)) {
      log.warn(`The snapshot's package ${text} came from a folder of its machine, so it is left out.`)
      continue
    }
    const requirement = requirementOf(address === '' ? text : `${text} @ ${address}`)
    if (!requirement)
      problems.add(
        'IMG8603',
        `The snapshot's package ${JSON.stringify(text)} can't be installed.`,
        'Write it as name==version, or leave it out of the snapshot.',
      )
    else if (!problems.try(() => staysAnyhow(text, requirement.name, installed)))
      source.requirements.push(requirement)
  }
  problems.throwIfAny()
  return source
}

/** `name==version`; undefined: it leaves the version open. */
export function pinnedVersion(requirement: string): string | undefined {
  return /===?\s*([^\s;,]+)\s*(?:;.*)?$/.exec(requirement)?.[1]
}

function isLocal({ requirement, address }: PinnedPackage): boolean {
  return requirement === 'loc' || /^file:/i.test(address) || /@\s*file:/i.test(requirement)
}

function staysAnyhow(text: string, name: string | undefined, installed: Installed): boolean {
  const base = name !== undefined && isOfTorch(name) ? installed.get(name) : undefined
  if (!base) return false
  const asked = pinnedVersion(text)
  if (asked !== undefined && isSameVersion(asked, base.version)) return true
  throw new UserError(
    'IMG8604',
    `The snapshot asks for ${name} ${asked ?? 'from an address'}, but the base image has ${base.version}, which stays.`,
    { hint: 'Build on the base image that the snapshot was saved on, or take that line out of pips.' },
  )
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}
