import { Budget } from '../budget.ts'
import type { Exchange } from '../exchange.ts'
import { type Double, type ServerOptions, startServer } from '../server.ts'
import { refuse, rightsOf } from './access.ts'
import { answerActions } from './action-routes.ts'
import { answerGit } from './git-routes.ts'
import type { Github } from './github.ts'
import { idOf, profile } from './objects.ts'
import { answerPackages } from './package-routes.ts'
import { answerPulls } from './pull-routes.ts'
import { answerReleases } from './release-routes.ts'
import { answerRepository } from './repository-routes.ts'
import type { SecondaryLimit } from './secondary-limit.ts'

export type { TokenRights } from './access.ts'
export { secondaryRateLimit } from './faults.ts'
export type { WorkflowRun } from './github.ts'
export type { GraphRepository } from './graph.ts'
export type { Release } from './release-objects.ts'
export { SecondaryLimit } from './secondary-limit.ts'

/** `ghs_double` is a workflow's token, `ghp_double` octocat's own; both may do everything with packages, branches and pull requests, and read artifacts. */
const TOKENS: Github['tokens'] = {
  ghs_double: { packages: 'admin', actions: 'read', contents: 'write', pulls: 'write' },
  ghp_double: { login: 'octocat', packages: 'admin', actions: 'read', contents: 'write', pulls: 'write' },
}

export interface GithubOptions extends ServerOptions, Partial<Github> {
  /** Requests in an hour, for all tokens together. */
  rateLimit?: number
  /** None unless told: tests whose clock stands still would meet it. */
  secondary?: SecondaryLimit
}

/** Repositories, runs and accounts can be changed while it runs. */
export interface GithubDouble extends Double, Omit<Github, 'registry' | 'results'> {}

/** GitHub's REST API, for the address in GITHUB_API_URL. */
export async function startGithubDouble(options: GithubOptions = {}): Promise<GithubDouble> {
  const github: Github = {
    repositories: options.repositories ?? {},
    accounts: options.accounts ?? {},
    tokens: options.tokens ?? TOKENS,
    registry: options.registry,
    downloads: options.downloads ?? new Map(),
    privatePackages: options.privatePackages ?? new Set(),
    listLag: options.listLag ?? 0,
    runs: options.runs ?? {},
    results: options.results,
    expiredArtifacts: options.expiredArtifacts ?? new Set(),
    git: options.git ?? { trees: new Map(), commits: new Map() },
    pulls: options.pulls ?? [],
    workflowsMayPropose: options.workflowsMayPropose ?? true,
    moved: options.moved ?? {},
  }
  const budget = new Budget(options.rateLimit ?? 5000, options.registry?.now)

  async function handle(exchange: Exchange): Promise<void> {
    const within = budget.spend()
    Object.assign(exchange.common, budget.headers(), { 'x-ratelimit-resource': 'core' })
    if (!within) throw refuse(403, 'API rate limit exceeded')
    options.secondary?.spend(exchange.method)
    await route(github, exchange)
  }

  const server = await startServer({ handle }, options)
  return { ...server, ...github }
}

async function route(github: Github, exchange: Exchange): Promise<void> {
  const rights = rightsOf(exchange, github.tokens)
  if (await answerPackages(github, exchange, rights)) return
  if (await answerActions(github, exchange, rights)) return
  if (await redirectMoved(github, exchange)) return
  if (await answerGit(github, exchange, rights)) return
  if (await answerPulls(github, exchange, rights)) return
  if (await answerReleases(github, exchange, rights)) return
  const repository = answerRepository(github, exchange, rights !== undefined)
  if (repository !== undefined) return exchange.sendJson(200, repository)
  const { pathname, origin } = exchange.url
  if (exchange.method === 'GET' && pathname === '/user') {
    if (rights === undefined) throw refuse(401, 'Requires authentication')
    if (rights.login === undefined) throw refuse(403, 'Resource not accessible by integration')
    return exchange.sendJson(200, profile(origin, rights.login, 'User'))
  }
  const login = /^\/users\/([^/]+)$/.exec(pathname)?.[1]
  const known = login !== undefined && (login in github.accounts || knownOwner(github, login))
  if (exchange.method !== 'GET' || !known) throw refuse(404, 'Not Found')
  await exchange.sendJson(200, profile(origin, login, github.accounts[login] ?? 'User'))
}

/** To an address by number, as whoever was there before keeps the name. */
async function redirectMoved(github: Github, exchange: Exchange): Promise<boolean> {
  const { pathname, origin } = exchange.url
  const to = github.moved[/^\/repos\/([^/]+\/[^/]+)$/.exec(pathname)?.[1] ?? '']
  if (to === undefined) return false
  const location = `${origin}/repositories/${idOf(to)}`
  await exchange.sendJson(301, { message: 'Moved Permanently', url: location }, { location })
  return true
}

function knownOwner(github: Github, login: string): boolean {
  const names = [...Object.keys(github.repositories), ...(github.registry?.manifests.repositories() ?? [])]
  return names.some((name) => name.toLowerCase().startsWith(`${login.toLowerCase()}/`))
}
