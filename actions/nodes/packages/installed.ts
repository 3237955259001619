import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { normalPackage } from '../names.ts'
import { readText } from '../prove/read-text.ts'

export interface InstalledPackage {
  /** As pip compares names: `typing-extensions`. */
  name: string
  version: string
  /** Where it came from, if that was not an index: `git+https://…`, `https://…/x.whl`. */
  address?: string
  /** Of a git repository. */
  commit?: string
  /** The checksum of an archive at an address: `sha256:…`. */
  archive?: string
}

/** What lies in these folders, the first of them winning, without starting Python. */
export async function readInstalled(folders: readonly string[]): Promise<Map<string, InstalledPackage>> {
  const found = new Map<string, InstalledPackage>()
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const packages = await Promise.all(
      entries.map((entry) => (entry.isSymbolicLink() ? undefined : readPackage(folder, entry.name))),
    )
    for (const each of packages) if (each && !found.has(each.name)) found.set(each.name, each)
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function readPackage(folder: string, entry: string): Promise<InstalledPackage | undefined> {
  // What pip was about to take away when it was stopped begins like this.
  if (entry.startsWith('~') || !/\.(dist|egg)-info$/.test(entry)) return undefined
  const path = join(folder, entry)
  if (entry.endsWith('.egg-info')) return readEgg(path, entry)
  const [, name, version] = /^([^-]+(?:-[^-]+)*?)-([^-]+)\.dist-info$/.exec(entry) ?? []
  if (name === undefined || version === undefined) return undefined
  if (!(await lstat(join(path, 'METADATA')).catch(() => undefined))) return undefined
  const origin = readText(join(path, 'direct_url.json'))
  return {
    name: normalPackage(name),
    version: version.replaceAll('_', '-'),
    ...(origin === undefined ? {} : originOf(origin)),
  }
}

function readEgg(path: string, entry: string): InstalledPackage | undefined {
  const text = readText(join(path, 'PKG-INFO')) ?? readText(path) ?? ''
  const header = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const [, named, numbered] = /^(.+?)-([^-]+)(?:-py[\d.]+)?\.egg-info$/.exec(entry) ?? []
  const name = /^Name:\s*(\S+)/m.exec(header)?.[1] ?? named
  const version = /^Version:\s*(\S+)/m.exec(header)?.[1] ?? numbered
  return name === undefined || version === undefined ? undefined : { name: normalPackage(name), version }
}

interface DirectUrl {
  url?: string
  subdirectory?: string
  vcs_info?: { vcs?: string; commit_id?: string }
  archive_info?: { hash?: string; hashes?: { sha256?: string } }
}

function originOf(text: string): Pick<InstalledPackage, 'address' | 'commit' | 'archive'> {
  const { url, subdirectory, vcs_info: vcs, archive_info: archive } = parsed(text)
  if (typeof url !== 'string') return {}
  const below = subdirectory === undefined ? '' : `#subdirectory=${subdirectory}`
  if (vcs?.commit_id !== undefined)
    return { address: `${vcs.vcs ?? 'git'}+${url}${below}`, commit: vcs.commit_id }
  const hash = archive?.hashes?.sha256 ?? /^sha256=(.+)$/.exec(archive?.hash ?? '')?.[1]
  return { address: `${url}${below}`, ...(hash === undefined ? {} : { archive: `sha256:${hash}` }) }
}

function parsed(text: string): DirectUrl {
  try {
    return (JSON.parse(text) as DirectUrl | null) ?? {}
  } catch {
    return {}
  }
}
