import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lock } from '../lock/lock.ts'
import type { NodeServices } from '../services.ts'
import { isVersion } from './compare.ts'
import { Asker, type Hashes } from './hashes.ts'
import { type InstalledPackage, readInstalled } from './installed.ts'
import { sitePackagesOf } from './site-packages.ts'
import { findTool, type PackageTool } from './tool.ts'

export interface LockedPackages {
  packages: Lock['packages']
  warnings: string[]
}

/** What is installed for this Python, with the hashes of its files in the index. */
export async function lockPackages(
  { python }: { python: string },
  services: NodeServices,
): Promise<LockedPackages> {
  const installed = [...(await readInstalled(await sitePackagesOf(python))).values()]
  const folder = await mkdtemp(join(services.temp, 'packages-'))
  try {
    const tool = await findTool(python, services)
    const asker = new Asker(tool, python, folder)
    const hashes = await asker.hashesOf(
      installed.filter(({ address, version }) => address === undefined && isVersion(version)),
    )
    return lockedFrom(installed, hashes, tool)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function lockedFrom(
  installed: readonly InstalledPackage[],
  hashes: Hashes,
  tool: PackageTool,
): LockedPackages {
  const packages = Object.fromEntries(installed.map((each) => [each.name, lockedAs(each, hashes)]))
  const bare = Object.entries(packages).filter(
    ([, { hashes: known, address }]) => known.length === 0 && !address?.startsWith('git+'),
  )
  const warnings = []
  if (bare.length > 0) warnings.push(withoutHashes(bare.map(([name, { version }]) => `${name} ${version}`)))
  if (tool.name === 'pip')
    warnings.push(
      "The hashes are those of this platform's files alone, as pip tells no others: with uv the lock holds for all platforms.",
    )
  return { packages, warnings }
}

/** Where they are many, the lock itself tells which. */
export function withoutHashes(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  const some = more > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
  return `The lock has no hashes for ${some}: no index has them, so the base image must bring them.`
}

const MOST_NAMES = 5

function lockedAs(each: InstalledPackage, hashes: Hashes): Lock['packages'][string] {
  const { name, version, address, commit, archive } = each
  if (address === undefined) return { version, hashes: (hashes.get(name) ?? []).toSorted() }
  const own = archive === undefined ? [] : [archive]
  return { version, hashes: own, address: commit === undefined ? address : atCommit(address, commit) }
}

/** `git+https://host/o/r@main#subdirectory=x` → with the commit in place of the branch. */
function atCommit(address: string, commit: string): string {
  const [place = '', ...below] = address.split('#')
  return [`${place.replace(/@[^/@]*$/, '')}@${commit}`, ...below].join('#')
}
