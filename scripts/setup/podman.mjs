import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { busybox, cache, find } from './places.mjs'
import { run, say } from './run.mjs'

/** What makes podman run inside sandboxes without systemd, cgroups v2 or the right to raise limits. */
const SETTINGS = `[containers]
default_ulimits=["nofile=1024:1024","nproc=1024:1024"]
netns="host"
[engine]
runtime="runc"
cgroup_manager="cgroupfs"
events_logger="file"
`
const PROBE = 'localhost/image-actions-probe'

/** The environment in which podman runs here: nothing, or a private CONTAINERS_CONF. Tried once per podman, kernel and user. */
export function podmanEnvironment() {
  const podman = find('podman')
  if (!podman || process.env.CONTAINERS_CONF) return {}
  const uid = process.getuid?.() ?? 0
  const settings = join(cache, 'containers.conf')
  const answer = join(cache, `podman-${uid}.json`)
  const key = `${podman} ${statSync(podman).mtimeMs} ${release()}`
  const known = existsSync(answer) ? JSON.parse(readFileSync(answer, 'utf8')) : undefined
  if (known?.key === key) return known.environment

  mkdirSync(cache, { recursive: true })
  writeFileSync(settings, SETTINGS)
  const failures = []
  for (const environment of [{}, { CONTAINERS_CONF: settings }]) {
    const failure = tryPodman(podman, environment)
    if (failure === undefined) {
      if (environment.CONTAINERS_CONF) say('podman does not run as found here: using .cache/containers.conf')
      writeFileSync(answer, JSON.stringify({ key, environment }))
      return environment
    }
    failures.push(failure)
  }
  throw new Error(`podman can't run a container here:\n${failures.join('\n')}`)
}

function tryPodman(podman, env) {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-probe-'))
  try {
    copyFileSync(busybox(process.arch === 'arm64' ? 'arm64' : 'amd64'), join(folder, 'busybox'))
    writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\nCOPY busybox /bin/sh\nRUN true\n')
    run(podman, ['build', '--quiet', '--tag', PROBE, folder], { env })
    run(podman, ['run', '--rm', PROBE, '/bin/sh', '-c', 'true'], { env })
    return undefined
  } catch (error) {
    return error.message
  } finally {
    try {
      run(podman, ['rmi', '--force', PROBE], { env })
    } catch {
      // Nothing was built.
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
