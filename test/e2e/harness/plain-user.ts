import { chmodSync, cpSync, existsSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { command } from './command.ts'
import { program } from './programs.ts'

/** Set-up makes this user where the tests run as root. */
const NAME = 'image-actions'

export interface PlainUser {
  name: string
  act: string
  prefix: readonly string[]
  env: Record<string, string>
  /** Ends what rootless podman leaves running. */
  leave(): Promise<void>
}

/** Somebody without root's rights, who runs podman as GitHub's runners do; everything he needs is copied to where he may read. */
export async function plainUser(folder: string): Promise<PlainUser> {
  const isRoot = userInfo().uid === 0
  const bin = join(folder, 'bin')
  const runtime = join(folder, 'runtime')
  const home = join(folder, 'user')
  for (const made of [bin, runtime, home]) mkdirSync(made, { recursive: true })
  chmodSync(runtime, 0o700)
  for (const name of ['node', 'act']) cpSync(program(name), join(bin, name))
  const settings = process.env.CONTAINERS_CONF
  if (settings && existsSync(settings)) cpSync(settings, join(bin, 'containers.conf'))
  const env: Record<string, string> = {
    HOME: home,
    USER: isRoot ? NAME : userInfo().username,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: runtime,
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    ...(settings ? { CONTAINERS_CONF: join(bin, 'containers.conf') } : {}),
  }
  const prefix = isRoot ? ['setpriv', `--reuid=${NAME}`, `--regid=${NAME}`, '--init-groups'] : []
  if (isRoot) {
    await command('chown', ['--recursive', `${NAME}:`, folder])
    await reachable(folder)
  }
  return { name: env.USER ?? NAME, act: join(bin, 'act'), prefix, env, leave: () => leave(prefix, env, home) }
}

/** The folders above must let him through. */
async function reachable(folder: string): Promise<void> {
  for (let above = dirname(folder); above.startsWith('/tmp/'); above = dirname(above)) chmodSync(above, 0o755)
}

async function leave(prefix: readonly string[], env: Record<string, string>, home: string): Promise<void> {
  const as = async (...line: string[]) => {
    const [first = '', ...rest] = [...prefix, ...line]
    await command(first, rest, { env, cwd: '/', anyExit: true })
  }
  // Files of a container's users belong to ids that only podman's name space may remove.
  await as('podman', 'unshare', 'rm', '--recursive', '--force', join(home, '.local'))
  await as('podman', 'system', 'migrate')
}
