import { type Finding, ok, warning } from './finding.ts'
import type { PodmanInfo } from './podman-info.ts'

/** Those by which a container is limited. */
const NEEDED = ['memory', 'pids']

export function judgeCgroups({ host }: PodmanInfo): Finding {
  const { cgroupVersion: version = 'unknown', cgroupControllers, security } = host
  if (version !== 'v2') {
    return warning(
      'cgroups',
      version,
      'podman 5 and later are made for version 2: boot with systemd.unified_cgroup_hierarchy=1. Where images are built and verified here all the same, nothing has to be done.',
    )
  }
  const lacking = NEEDED.filter((name) => !(cgroupControllers ?? []).includes(name))
  if (!security.rootless || lacking.length === 0) return ok('cgroups', version)
  return warning(
    'cgroups',
    `${version}, without ${lacking.join(' and ')} for this user`,
    'Limits of containers don’t hold: let systemd delegate the controllers, with Delegate=yes for user@.service.',
  )
}
