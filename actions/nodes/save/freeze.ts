import { hexOf, isDigest } from '../../base/digest.ts'
import { type InstalledPackage, readInstalled } from '../packages/installed.ts'
import { sitePackagesOf } from '../packages/site-packages.ts'
import type { PinnedPackage } from '../snapshot.ts'

/** What every environment has by itself, and `pip freeze` leaves out. */
const OF_PYTHON = new Set(['pip', 'setuptools', 'wheel', 'distribute'])

/** What `pip freeze` writes, without starting Python. */
export async function freeze(python: string, warnings: string[]): Promise<PinnedPackage[]> {
  const installed = await readInstalled(await sitePackagesOf(python))
  return [...installed.values()].flatMap((each) => {
    if (OF_PYTHON.has(each.name)) return []
    if (each.address?.startsWith('file:') || each.address?.startsWith('git+file:')) {
      warnings.push(`The package ${each.name} came from a folder of this machine: it is left out.`)
      return []
    }
    return [pinned(each)]
  })
}

function pinned({ name, version, address, commit, archive }: InstalledPackage): PinnedPackage {
  if (address === undefined) return { requirement: `${name}==${version}`, address: '' }
  const [place = '', below] = address.split('#', 2)
  const at = commit === undefined ? place : `${place.replace(/(?<=\/[^/]*)@[^/@]*$/, '')}@${commit}`
  const hash = archive !== undefined && isDigest(archive) ? `sha256=${hexOf(archive)}` : undefined
  const fragment = [hash, below].filter((part) => part !== undefined).join('&')
  return { requirement: name, address: fragment === '' ? at : `${at}#${fragment}` }
}
