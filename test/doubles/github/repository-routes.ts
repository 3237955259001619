import type { Exchange } from '../exchange.ts'
import { refuse } from './access.ts'
import type { Github } from './github.ts'
import { compare, type GraphRepository, resolveRef } from './graph.ts'
import { changedFile, commit, fullRepository, idOf } from './objects.ts'

const ROUTE =
  /^\/repos\/(?<owner>[^/]+)\/(?<name>[^/]+)(?:\/(?<kind>compare|commits|branches)\/(?<rest>.+))?$/

/** `GET /repos/…`; undefined where the path is another's. */
export function answerRepository(github: Github, exchange: Exchange, authenticated: boolean): unknown {
  const { owner, name, kind, rest = '' } = ROUTE.exec(byName(github, exchange.url.pathname))?.groups ?? {}
  if (owner === undefined || name === undefined || exchange.method !== 'GET') return undefined
  const fullName = `${owner}/${name}`
  const repository = github.repositories[fullName]
  if (repository === undefined || (repository.private && !authenticated)) throw refuse(404, 'Not Found')
  const view = new RepositoryView(exchange.url.origin, fullName, repository)
  switch (kind) {
    case undefined: {
      const type = github.accounts[owner] ?? 'User'
      return fullRepository(exchange.url.origin, fullName, {
        private: repository.private ?? false,
        owner: type,
        defaultBranch: repository.defaultBranch,
      })
    }
    case 'compare':
      return view.compare(rest)
    case 'commits':
      return view.commit(decodeURIComponent(rest))
    default:
      return view.branch(decodeURIComponent(rest))
  }
}

/** A repository may be asked for by its number, too. */
function byName(github: Github, path: string): string {
  const id = /^\/repositories\/(\d+)$/.exec(path)?.[1]
  const found = Object.keys(github.repositories).find((name) => String(idOf(name)) === id)
  return found === undefined ? path : `/repos/${found}`
}

class RepositoryView {
  readonly #api: string
  readonly #fullName: string
  readonly #repository: GraphRepository

  constructor(api: string, fullName: string, repository: GraphRepository) {
    this.#api = api
    this.#fullName = fullName
    this.#repository = repository
  }

  commit(ref: string) {
    const sha = resolveRef(this.#repository, ref)
    if (sha === undefined) throw refuse(422, `No commit found for SHA: ${ref}`)
    return this.#commit(sha)
  }

  branch(name: string) {
    const sha = this.#repository.branches[name]
    if (sha === undefined) throw refuse(404, 'Branch not found')
    const self = `${this.#url()}/branches/${encodeURIComponent(name)}`
    return {
      name,
      commit: this.#commit(sha),
      _links: { self, html: `https://github.com/${this.#fullName}/tree/${name}` },
      protected: false,
      protection: { enabled: false },
      protection_url: `${self}/protection`,
    }
  }

  compare(basehead: string) {
    const [base, head] = basehead
      .split('...')
      .map((ref) => resolveRef(this.#repository, decodeURIComponent(ref)))
    if (base === undefined || head === undefined) throw refuse(404, 'Not Found')
    const found = compare(this.#repository, base, head)
    if (found === undefined) throw refuse(404, 'No common ancestor between base and head.')
    const html = `https://github.com/${this.#fullName}/compare/${base}...${head}`
    return {
      url: `${this.#url()}/compare/${base}...${head}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: this.#commit(base),
      merge_base_commit: this.#commit(found.mergeBase),
      status: found.status,
      ahead_by: found.ahead.length,
      behind_by: found.behind.length,
      total_commits: found.ahead.length,
      commits: found.ahead.map((sha) => this.#commit(sha)),
      files: this.#files(found.ahead),
    }
  }

  /** At most 300, as GitHub lists them. */
  #files(commits: readonly string[]) {
    const names = new Set(commits.flatMap((sha) => this.#repository.files?.[sha] ?? []))
    const head = commits.at(-1) ?? ''
    return [...names].slice(0, 300).map((name) => changedFile(this.#api, this.#fullName, head, name))
  }

  #url(): string {
    return `${this.#api}/repos/${this.#fullName}`
  }

  #commit(sha: string) {
    return commit(this.#api, this.#fullName, sha, this.#repository.commits[sha] ?? [])
  }
}
