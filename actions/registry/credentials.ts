import { UserError } from '../base/errors.ts'
import type { RunProcess } from '../base/process.ts'
import { formatRepository, type Repository } from '../base/reference.ts'
import type { RegistryAccess } from './access.ts'
import { type AuthFile, readAuthFiles } from './authfile.ts'
import { DOCKER_HUB_KEY } from './hosts.ts'
import type { Login } from './types.ts'

interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>
  run: RunProcess
}

/** Finds who we are at a registry: as the inputs say, else as an earlier login left it. */
export class Logins {
  private readonly access: Pick<RegistryAccess, 'logins'>
  private readonly surroundings: Surroundings
  private readonly found = new Map<string, Promise<Login | undefined>>()
  private readonly answers = new Map<string, Promise<Login | undefined>>()
  private files: Promise<AuthFile[]> | undefined

  constructor(access: Pick<RegistryAccess, 'logins'>, surroundings: Surroundings) {
    this.access = access
    this.surroundings = surroundings
  }

  find(repository: Repository): Promise<Login | undefined> {
    const name = formatRepository(repository)
    const known = this.found.get(name) ?? this.search(repository)
    this.found.set(name, known)
    return known
  }

  private async search(repository: Repository): Promise<Login | undefined> {
    const keys = keysOf(repository)
    const given = firstOf(keys, this.access.logins)
    if (given) return given
    this.files ??= readAuthFiles(this.surroundings.environment)
    for (const file of await this.files) {
      const login = await this.lookUp(file, keys, repository.host)
      if (login) return login
    }
    return undefined
  }

  private async lookUp(file: AuthFile, keys: string[], host: string): Promise<Login | undefined> {
    const helper = firstOf(keys, file.helpers)
    return (
      (helper === undefined ? undefined : await this.ask(helper, host)) ??
      firstOf(keys, file.auths) ??
      (file.store === undefined ? undefined : await this.ask(file.store, host))
    )
  }

  private ask(helper: string, host: string): Promise<Login | undefined> {
    const question = `${helper} ${host}`
    const answer = this.answers.get(question) ?? askHelper(this.surroundings.run, helper, host)
    this.answers.set(question, answer)
    return answer
  }
}

/** From `ghcr.io/owner/app` to `ghcr.io`: a login may be for a part of a registry only. */
function keysOf({ host, path }: Repository): string[] {
  const parts = [host, ...path.split('/')]
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
}

function firstOf<T>(keys: string[], map: ReadonlyMap<string, T>): T | undefined {
  const key = keys.find((candidate) => map.has(candidate))
  return key === undefined ? undefined : map.get(key)
}

/** Secrets pass through stdin and stdout only; neither is ever part of a message. */
async function askHelper(run: RunProcess, helper: string, host: string): Promise<Login | undefined> {
  const program = `docker-credential-${helper}`
  if (!/^[\w.-]+$/.test(helper)) throw failed(`"${program}"`, host)
  const input = host === 'docker.io' ? DOCKER_HUB_KEY : host
  const result = await run(program, ['get'], { input, anyExit: true }).catch(() => {
    throw failed(program, host)
  })
  if (result.exitCode !== 0) {
    if (/not found/i.test(result.stdout + result.stderr)) return undefined
    throw failed(program, host)
  }
  return parseAnswer(result.stdout) ?? refuse(program, host)
}

function parseAnswer(text: string): Login | undefined {
  try {
    const { Username, Secret } = JSON.parse(text) as { Username?: unknown; Secret?: unknown }
    if (typeof Username !== 'string' || typeof Secret !== 'string') return undefined
    return Username === '<token>' ? { identityToken: Secret } : { username: Username, password: Secret }
  } catch {
    return undefined
  }
}

function refuse(program: string, host: string): never {
  throw failed(program, host)
}

function failed(program: string, host: string): UserError {
  return new UserError('IMG3013', `The credential helper ${program} gave no credentials for ${host}.`, {
    hint: 'Check that it is installed and works, or give credentials in registry-auth.',
  })
}
