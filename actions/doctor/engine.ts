import { HEREDOCS, isAtLeast, OLDEST } from '../engine/buildah.ts'
import { type Finding, ok, problem, warning } from './finding.ts'
import type { Asked, PodmanInfo } from './podman-info.ts'

const NEWER =
  'Take a newer podman: the runner ubuntu-26.04 and Debian 13 have one, and the setup action installs one.'

/** podman and what is in it. */
export function judgeEngine(asked: Asked): Finding[] {
  if ('missing' in asked) {
    return [
      problem('podman', asked.missing, 'Install podman, and see that "podman info" works for this user.'),
    ]
  }
  return [judgePodman(asked), ...judgeBuildah(asked.host.buildahVersion ?? '')]
}

function judgePodman({ host, version }: PodmanInfo): Finding {
  const user = host.security.rootless ? 'without root' : 'as root'
  const found = [version.Version, user, host.ociRuntime?.name].filter(Boolean).join(', ')
  if (!host.serviceIsRemote) return ok('podman', found)
  return problem(
    'podman',
    `${found}, on another machine`,
    'Layers are read from podman’s storage: run this where podman itself runs.',
  )
}

function judgeBuildah(version: string): Finding[] {
  if (version === '') return [warning('buildah in podman', 'unknown', NEWER)]
  const age = isAtLeast(version, OLDEST)
    ? ok('buildah in podman', version)
    : warning('buildah in podman', `${version}, older than what is tested (${OLDEST})`, NEWER)
  return [age, judgeHeredocs(version)]
}

function judgeHeredocs(version: string): Finding {
  if (isAtLeast(version, HEREDOCS)) return ok('heredocs', 'understood')
  const found = isAtLeast(version, OLDEST)
    ? 'understood in part: shebangs, quoting and the layer cache go wrong'
    : 'not understood'
  return warning('heredocs', found, `A Containerfile with RUN <<EOF needs buildah ${HEREDOCS}. ${NEWER}`)
}
