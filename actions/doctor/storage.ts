import { formatBytes } from '../base/units.ts'
import { isAtLeast } from '../engine/buildah.ts'
import { type Finding, ok, problem, warning } from './finding.ts'
import type { PodmanInfo } from './podman-info.ts'

/** From here on the kernel's own overlay serves users without root, too. */
const NATIVE_OVERLAY = '5.11'

export function judgeStorage({ host, store }: PodmanInfo): Finding {
  const { graphDriverName: driver, graphRoot, graphOptions } = store
  const at = `in ${graphRoot}`
  if (driver === 'vfs') {
    return warning(
      'storage',
      `vfs ${at}`,
      'Every layer is a whole copy, which is slow and fills the disk: write driver = "overlay" into storage.conf, then run "podman system reset", which removes all images.',
    )
  }
  const fuse = Object.keys(graphOptions ?? {}).some((name) => name.endsWith('mount_program'))
  if (driver !== 'overlay' || !fuse) return ok('storage', `${driver} ${at}`)
  const found = `overlay by fuse-overlayfs ${at}`
  return isAtLeast(host.kernel ?? '', NATIVE_OVERLAY)
    ? warning(
        'storage',
        found,
        'fuse-overlayfs is slow and has corrupted images, and this kernel needs none: take mount_program out of storage.conf, then run "podman system reset", which removes all images.',
      )
    : ok('storage', found)
}

const GB = 1_000_000_000

/** Below the one, most builds fail; below the other, large ones do. */
export interface Need {
  least: number
  comfortable: number
  advice: string
}

export const IN_STORAGE: Need = {
  least: GB,
  comfortable: 5 * GB,
  advice: 'Free space there: "podman system prune --all" removes every image that no container uses.',
}

export const IN_TEMPORARY: Need = {
  least: GB / 2,
  comfortable: 2 * GB,
  advice:
    'Compressing needs about half of an image’s size there: free space, or set TMPDIR to a larger disk.',
}

export function judgeSpace(what: string, path: string, free: number, need: Need): Finding {
  const found = `${formatBytes(free)} in ${path}`
  if (free >= need.comfortable) return ok(what, found)
  return (free < need.least ? problem : warning)(what, found, need.advice)
}
