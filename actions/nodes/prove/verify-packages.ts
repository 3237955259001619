import * as pep440 from '@renovatebot/pep440'
import type { Mismatch } from '../finding.ts'
import { normalPackage, normalUrl, packageNameOf } from '../names.ts'
import { isSameVersion } from '../packages/compare.ts'
import { type InstalledPackage, readInstalled } from '../packages/installed.ts'
import { sitePackagesOf } from '../packages/site-packages.ts'
import type { PinnedPackage } from '../snapshot.ts'
import type { Verification, VerifyJob } from './verify.ts'

interface WantedPackage {
  name: string
  version?: string
  /** `>=2,<3`, where no version is pinned. */
  range?: string
  address?: string
}

/** Packages by what they say of themselves in the folders of this Python, which is not started. */
export async function verifyPackages(
  { snapshot, lock, root }: VerifyJob,
  python: string,
): Promise<Verification> {
  const installed = await readInstalled(await sitePackagesOf(python, root))
  const wanted = new Map(snapshot.packages.flatMap(wantedBy).map((each) => [each.name, each]))
  for (const [name, { version, address }] of Object.entries(lock?.packages ?? {}))
    wanted.set(name, { name, version, ...(address === undefined ? {} : { address }) })
  const all = [...wanted.values()]
  return {
    checked: all.map(({ name }) => ({ subject: name, what: 'package' })),
    mismatches: all.flatMap((each) => mismatchesOf(each, installed.get(each.name))),
  }
}

/** What came from the disk of whoever saved the snapshot is nowhere else. */
function wantedBy({ requirement, address }: PinnedPackage): WantedPackage[] {
  if (/^file:/i.test(address)) return []
  const name = normalPackage(packageNameOf(requirement))
  if (address !== '') return [{ name, address }]
  const [, written = ''] = /^[^=<>!~;]*?(?:\[[^\]]*\])?\s*([=<>!~][^;]*)?(?:;.*)?$/.exec(requirement) ?? []
  const [, version] = /^={2,3}\s*([^\s,*]+)$/.exec(written.trim()) ?? []
  if (version !== undefined) return [{ name, version }]
  return [written.trim() === '' ? { name } : { name, range: written.trim() }]
}

function mismatchesOf(wanted: WantedPackage, installed: InstalledPackage | undefined): Mismatch[] {
  const { name, version, range, address } = wanted
  const say = (what: string, expected: string, actual: string) => [{ subject: name, what, expected, actual }]
  if (!installed) return say('missing', version ?? range ?? address ?? 'any version', 'not installed')
  if (version !== undefined && !isSameVersion(installed.version, version))
    return say('version', version, installed.version)
  if (range !== undefined && !pep440.satisfies(installed.version, range, { prereleases: true }))
    return say('version', range, installed.version)
  if (address !== undefined && !isFrom(address, installed)) return say('address', address, written(installed))
  return []
}

function written({ address, commit }: InstalledPackage): string {
  if (address === undefined) return 'an index'
  return commit === undefined ? address : `${address} at ${commit}`
}

/** `git+https://host/owner/name.git@main#egg=x` is where it was cloned from; a commit in it has to be the one. */
function isFrom(address: string, { address: actual, commit }: InstalledPackage): boolean {
  if (actual === undefined) return false
  const [wanted, found] = [partsOf(address), partsOf(actual)]
  if (wanted.place !== found.place) return false
  if (commit === undefined) return wanted.ref === found.ref
  return wanted.ref === undefined || !/^[0-9a-f]{40}$/.test(wanted.ref) || wanted.ref === commit
}

function partsOf(address: string): { place: string; ref: string | undefined } {
  const bare = address.split('#', 1)[0] ?? ''
  if (!/^git\+/i.test(bare)) return { place: bare, ref: undefined }
  const [, place = '', ref] = /^git\+(.+?)(?:@([^/@]+))?$/i.exec(bare) ?? []
  return { place: (normalUrl(place) ?? place).toLowerCase(), ref }
}
