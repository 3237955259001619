import { execFile } from 'node:child_process'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const start = promisify(execFile)

export interface PodmanEnvironment {
  /** Settings and store, for all that calls podman or buildah by itself. */
  env: Record<string, string>
  /** The same store as options, which come before podman's command. */
  args: string[]
  /** Takes the store away, with whatever still stands in it. */
  remove(): Promise<void>
}

/** A podman with a store of its own under `folder`, and settings with which it works also where no systemd runs. */
export async function podmanEnvironment(folder: string): Promise<PodmanEnvironment> {
  const [root, run, temporary] = ['root', 'run', 'tmp'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const path of [root, run, temporary]) await mkdir(path, { recursive: true })
  const settings = join(folder, 'containers.conf')
  const storage = join(folder, 'storage.conf')
  await writeFile(settings, await containersConf(temporary))
  await writeFile(storage, `[storage]\ndriver = "overlay"\ngraphroot = "${root}"\nrunroot = "${run}"\n`)
  return {
    env: { CONTAINERS_CONF: settings, CONTAINERS_STORAGE_CONF: storage },
    args: ['--root', root, '--runroot', run, '--tmpdir', temporary],
    remove: async () => {
      for (const mount of await mountsUnder(root)) await start('umount', ['--lazy', mount]).catch(() => {})
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The overlay driver's own, and those of containers that were killed; a mount can't be removed. Innermost first. */
async function mountsUnder(folder: string): Promise<string[]> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  return mounts.filter((path) => path.startsWith(`${folder}/`)).toSorted((a, b) => b.length - a.length)
}

async function containersConf(temporary: string): Promise<string> {
  return [
    '[containers]',
    'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]',
    'netns = "host"',
    '[engine]',
    ...((await needsRunc()) ? ['runtime = "runc"'] : []),
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    `tmp_dir = "${temporary}"`,
    '',
  ].join('\n')
}

/** crun refuses cgroups of which only a part is version 2; runc takes them. */
async function needsRunc(): Promise<boolean> {
  const [unified, runc] = await Promise.all([
    exists('/sys/fs/cgroup/cgroup.controllers'),
    start('runc', ['--version']).then(
      () => true,
      () => false,
    ),
  ])
  return !unified && runc
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
