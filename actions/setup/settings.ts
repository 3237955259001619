import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isThere } from '../base/there.ts'
import type { Bundle } from './bundle.ts'

/** Who runs, and where this user's things lie. */
export interface User {
  id: number
  home: string
  /** XDG_RUNTIME_DIR; gone after a restart, as podman wants it for what describes running containers. */
  runtimeFolder: string | undefined
}

/** Variables that lead podman to the settings of the static release. */
export type SettingsVariables = Record<'CONTAINERS_CONF' | 'CONTAINERS_STORAGE_CONF', string>

/** The distribution's settings name the distribution's helpers: the static release gets its own, whole. */
export async function writeSettings(
  folder: string,
  bundle: Bundle,
  user: User,
  systemPolicy = '/etc/containers/policy.json',
): Promise<SettingsVariables> {
  await mkdir(folder, { recursive: true })
  const variables = {
    CONTAINERS_CONF: join(folder, 'containers.conf'),
    CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
  }
  await writeFile(variables.CONTAINERS_CONF, containersConf(bundle))
  await writeFile(variables.CONTAINERS_STORAGE_CONF, storageConf(user))
  await providePolicy(bundle, user, systemPolicy)
  return variables
}

/** Absolute paths throughout. The release is built without systemd: it can neither ask it for cgroups nor write to its journal. */
export function containersConf(bundle: Bundle): string {
  return lines(
    '[containers]',
    bundle.init && `init_path = ${quoted(bundle.init)}`,
    'log_driver = "k8s-file"',
    '',
    '[engine]',
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    `conmon_path = [${quoted(bundle.conmon)}]`,
    `helper_binaries_dir = [${bundle.helpers.map(quoted).join(', ')}]`,
    `runtime = ${quoted(bundle.runtime.name)}`,
    '',
    '[engine.runtimes]',
    `${bundle.runtime.name} = [${quoted(bundle.runtime.path)}]`,
    '',
    bundle.network && '[network]',
    bundle.network && `default_rootless_network_cmd = ${quoted(bundle.network)}`,
  )
}

/** A root of its own, as two releases on one store damage it; and the kernel's overlay, as fuse-overlayfs damaged images. */
export function storageConf(user: User): string {
  const [root, run] = storageFolders(user)
  return lines(
    '[storage]',
    'driver = "overlay"',
    `graphroot = ${quoted(root)}`,
    `rootless_storage_path = ${quoted(root)}`,
    `runroot = ${quoted(run)}`,
    '',
    '[storage.options.overlay]',
    'mountopt = "nodev"',
  )
}

function storageFolders({ id, home, runtimeFolder }: User): [root: string, run: string] {
  if (id === 0) return ['/var/lib/containers/storage-static', '/run/containers/storage-static']
  return [
    join(home, '.local/share/containers/storage-static'),
    join(runtimeFolder ?? `/tmp/podman-run-${id}`, 'containers-static'),
  ]
}

/** A machine that never had a podman has none, and no variable leads to another place. */
async function providePolicy({ policy }: Bundle, { home }: User, system: string): Promise<void> {
  const own = join(home, '.config/containers/policy.json')
  if (policy === undefined || (await isThere(own)) || (await isThere(system))) return
  await mkdir(dirname(own), { recursive: true })
  await copyFile(policy, own)
}

/** A TOML string is a JSON string. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

function lines(...parts: (string | undefined)[]): string {
  return `${parts
    .filter((part) => part !== undefined)
    .join('\n')
    .trimEnd()}\n`
}
