import { readdir, readFile, statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { type Platform, platformOf } from '../base/platform.ts'
import type { Runner } from '../runner/runner.ts'
import { temporaryFolder } from '../runner/temporary-folder.ts'
import { judgeCgroups } from './cgroups.ts'
import { judgeEmulation } from './emulation.ts'
import { judgeEngine } from './engine.ts'
import { type Finding, ok } from './finding.ts'
import { askPodman } from './podman-info.ts'
import { judgeRanges } from './ranges.ts'
import { IN_STORAGE, IN_TEMPORARY, judgeSpace, judgeStorage, type Need } from './storage.ts'

/** podman, its storage and its rights. */
export async function examineEngine({ run }: Pick<Runner, 'run'>, signal: AbortSignal): Promise<Finding[]> {
  const asked = await askPodman(run, signal)
  if ('missing' in asked) return judgeEngine(asked)
  const space = await examineSpace('space in storage', asked.store.graphRoot, IN_STORAGE)
  return [...judgeEngine(asked), judgeStorage(asked), space, judgeCgroups(asked)]
}

export function examineTemporary({ environment }: Pick<Runner, 'environment'>): Promise<Finding> {
  return examineSpace('temporary space', temporaryFolder(environment), IN_TEMPORARY)
}

async function examineSpace(what: string, path: string, need: Need): Promise<Finding> {
  const { bavail, bsize } = await statfs(path)
  return judgeSpace(what, path, bavail * bsize, need)
}

export async function examineRanges(): Promise<Finding> {
  const id = process.getuid?.() ?? 0
  if (id === 0) return ok('users of images', 'any, as root')
  const read = (path: string) => readFile(path, 'utf8').catch(() => '')
  const [subuid, subgid] = await Promise.all([read('/etc/subuid'), read('/etc/subgid')])
  return judgeRanges({ name: nameOf(id), id }, { subuid, subgid })
}

/** Who has only a number, as in a container, has no name. */
function nameOf(id: number): string {
  try {
    return userInfo().username
  } catch {
    return String(id)
  }
}

export async function examinePlatforms(wanted: readonly Platform[]): Promise<Finding> {
  const registered = await readdir('/proc/sys/fs/binfmt_misc').catch(() => [])
  return judgeEmulation(platformOf(process.arch), wanted, registered)
}
