import type { Clock } from '../base/clock.ts'
import { formatRepository, type Repository } from '../base/reference.ts'
import type { RegistryAccess } from '../registry/access.ts'
import { Connection } from '../registry/connection.ts'
import { Logins } from '../registry/credentials.ts'
import { RegistryError } from '../registry/errors.ts'
import { Transport } from '../registry/transport.ts'
import type { Runner } from '../runner/runner.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Without a byte for so long, nobody is there. */
const IDLE = 10_000

export interface RegistryWorld extends Pick<Runner, 'environment' | 'run' | 'trace'> {
  access: RegistryAccess
  signal: AbortSignal
  clock: Clock
}

/** Whether a registry answers, and whether a push would be let in: an upload is begun and given up, so nothing is stored. */
export async function examineRegistry(repository: Repository, world: RegistryWorld): Promise<Finding> {
  const { access, environment, signal, clock, trace } = world
  const what = repository.host
  const logins = new Logins(access, world)
  const transport = new Transport({ environment, signal, idle: IDLE })
  const login = (of: Repository) => logins.find(of)
  const connection = new Connection({ host: what, access, transport, clock, login, trace })
  try {
    await greet(connection, repository)
    await beginUpload(connection, repository)
    const who = (await login(repository)) ? 'logged in' : 'open to everybody'
    return ok(what, `${who}, may push to ${formatRepository(repository)}`)
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return judgeRefusal(repository, error, (await login(repository)) !== undefined)
  } finally {
    transport.close()
  }
}

export function judgeRefusal(repository: Repository, error: RegistryError, loggedIn: boolean): Finding {
  const { host } = repository
  const { status, said, hint } = error
  if (status === undefined) return problem(host, `gives no answer: ${error.message}`, hint)
  if (status !== 401 && status !== 403) return problem(host, `answers ${status}${quoted(said)}`, hint)
  if (!loggedIn) return warning(host, 'answers, and nobody is logged in', hint)
  return problem(host, `refuses to let us push to ${formatRepository(repository)}${quoted(said)}`, hint)
}

function quoted(said: string): string {
  return said === '' ? '' : `: ${said}`
}

function scopesOf({ path }: Repository) {
  return { path, needs: 'push', rights: 'push', mounts: [] } as const
}

async function greet(connection: Connection, repository: Repository): Promise<void> {
  const url = new URL('/v2/', connection.base)
  // Where nobody is logged in, what matters is said when an upload begins.
  await connection.send({ method: 'GET', url, headers: {} }, scopesOf(repository), [200, 401])
}

async function beginUpload(connection: Connection, repository: Repository): Promise<void> {
  const url = new URL(`/v2/${repository.path}/blobs/uploads/`, connection.base)
  const begun = await connection.send({ method: 'POST', url, headers: {} }, scopesOf(repository), [202])
  const { location } = begun.response.headers
  if (location === undefined) return
  const upload = connection.resolve(location, url)
  // Who can't take an upload back forgets it in time.
  await connection
    .send({ method: 'DELETE', url: upload, headers: {} }, scopesOf(repository), [204])
    .catch(() => {})
}
