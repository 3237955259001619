import { Budget } from '../budget.ts'
import type { Exchange } from '../exchange.ts'
import type { RegistryDouble } from '../registry/index.ts'
import { type Double, Refusal, type ServerOptions, startServer } from '../server.ts'
import { notFound } from './refuse.ts'
import { Sessions } from './sessions.ts'
import { deleteTag, listTags, sendTag } from './tag-routes.ts'

export { tooManyRequests } from './faults.ts'

export interface DockerHubOptions extends ServerOptions {
  /** Whose tags these are, and whose credentials open the API. */
  registry: RegistryDouble
  /** What the credentials allow here; read, write and delete unless told. */
  rights?: readonly ('read' | 'write' | 'delete')[]
  /** Requests in an hour. */
  rateLimit?: number
  /** Tags of old times, of which the API tells neither digest nor images. */
  oldTags?: RegExp
}

const TAGS =
  /^\/v2\/(?:namespaces\/(?<ns>[^/]+)\/repositories|repositories\/(?<old>[^/]+))\/(?<repo>[^/]+)\/tags(?:\/(?<tag>[^/]+))?\/?$/

/** Docker Hub's own API, beside its registry. */
export async function startDockerHubApi(options: DockerHubOptions): Promise<Double> {
  const { registry } = options
  const sessions = new Sessions(registry, options.rights ?? ['read', 'write', 'delete'])
  const tags = { registry, old: options.oldTags }
  const budget = new Budget(options.rateLimit ?? 10_000, registry.now)

  async function handle(exchange: Exchange): Promise<void> {
    const within = budget.spend()
    Object.assign(exchange.common, budget.headers())
    if (!within)
      throw new Refusal(
        429,
        { detail: 'Rate limit exceeded', message: 'Rate limit exceeded' },
        { 'x-retry-after': budget.reset },
      )
    const { pathname } = exchange.url
    if (exchange.method === 'POST' && /^\/v2\/auth\/token\/?$/.test(pathname))
      return sessions.giveToken(exchange)
    if (exchange.method === 'POST' && /^\/v2\/users\/login\/?$/.test(pathname))
      return sessions.login(exchange)
    const { ns, old, repo, tag } = TAGS.exec(pathname)?.groups ?? {}
    const namespace = ns ?? old
    if (namespace === undefined || repo === undefined) throw notFound()
    const repository = `${namespace}/${repo}`
    if (exchange.method === 'DELETE' && tag !== undefined) {
      sessions.admit(exchange, 'delete')
      return deleteTag(registry, exchange, repository, decodeURIComponent(tag))
    }
    sessions.admit(exchange, 'read')
    if (!['GET', 'HEAD'].includes(exchange.method) || !registry.manifests.has(repository)) throw notFound()
    if (tag === undefined) return listTags(tags, exchange, repository)
    return sendTag(tags, exchange, repository, decodeURIComponent(tag))
  }

  return startServer({ handle, expireTokens: () => sessions.expireAll() }, options)
}
