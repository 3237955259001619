import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { lastSaid } from '../base/said.ts'
import type { Engine } from './engine.ts'
import { NOT_WORKING, notWorking } from './not-working.ts'

/** What an image says of the processes that it starts. */
export interface MountedConfig {
  env: Record<string, string>
  user: string
  workingDir: string
}

export interface MountedImage {
  /** Where the image's files lie while it is mounted. Its links lead inside of it: see base/inside.ts. */
  root: string
  config: MountedConfig
}

const UNSHARED = { code: 'IMG2110', hint: 'Without root, run this inside of podman unshare.' } as const

type Podman = Pick<Engine, 'run' | 'env'>

/**
 * Shows an image's files, read-only, without starting anything of it. It is unmounted again, whatever happens. Who is not
 * root has to run inside of `podman unshare`: only there a mount can be seen.
 */
export async function withMountedImage<T>(
  podman: Podman,
  image: Digest,
  look: (mounted: MountedImage) => Promise<T>,
): Promise<T> {
  const config = await configOf(podman, image)
  try {
    return await look({ root: await mount(podman, image), config })
  } finally {
    const args = ['image', 'unmount', '--', image]
    await podman.run('podman', args, { env: podman.env, finishing: true, anyExit: true })
  }
}

async function configOf({ run, env }: Podman, image: Digest): Promise<MountedConfig> {
  const args = ['image', 'inspect', '--format', '{{json .Config}}', '--', image]
  const { stdout } = await run('podman', args, { env }).catch((error) => {
    throw notWorking(error, `podman can't inspect the image ${image}`)
  })
  const config = JSON.parse(stdout) as { Env?: string[] | null; User?: string; WorkingDir?: string }
  const pairs = (config.Env ?? []).map((line): [string, string] => {
    const equals = line.indexOf('=')
    return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)]
  })
  return { env: Object.fromEntries(pairs), user: config.User ?? '', workingDir: config.WorkingDir ?? '' }
}

/** Also when the run was cancelled, since a mount that was interrupted might stay. */
async function mount({ run, env }: Podman, image: Digest): Promise<string> {
  const args = ['image', 'mount', '--', image]
  const { exitCode, stdout, stderr } = await run('podman', args, { env, finishing: true, anyExit: true })
  const root = stdout.trim()
  if (exitCode === 0 && root !== '') return root
  const said = lastSaid(stderr)
  const { code, hint } = /unshare/.test(said) ? UNSHARED : NOT_WORKING
  throw new UserError(code, `podman can't mount the image ${image}: ${said}.`, { hint })
}
