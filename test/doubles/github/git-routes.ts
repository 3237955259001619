import type { Exchange } from '../exchange.ts'
import { refuse, requireWrite, type TokenRights } from './access.ts'
import { describeGitCommit, describeRef, describeTree, hashOf, type MadeCommit } from './git-objects.ts'
import type { Github } from './github.ts'
import { ancestry, type GraphRepository } from './graph.ts'

const ROUTE = /^\/repos\/(?<repository>[^/]+\/[^/]+)\/git\/(?<kind>ref|refs|commits|trees)(?:\/(?<rest>.+))?$/

type Rights = TokenRights & { installation: boolean }

interface Call {
  github: Github
  repository: GraphRepository
  /** Of the repository, in the API. */
  url: string
  rest: string
  body: Record<string, unknown>
}

/** Objects and branches, as they are written without git; false where the path is another's. */
export async function answerGit(
  github: Github,
  exchange: Exchange,
  rights: Rights | undefined,
): Promise<boolean> {
  const { repository: name, kind, rest = '' } = ROUTE.exec(exchange.url.pathname)?.groups ?? {}
  if (name === undefined) return false
  const repository = github.repositories[name]
  if (repository === undefined) throw refuse(404, 'Not Found')
  if (exchange.method !== 'GET') requireWrite(rights, 'contents')
  const body = exchange.method === 'GET' ? {} : ((await exchange.json()) as Record<string, unknown>)
  const url = `${exchange.url.origin}/repos/${name}`
  const call = { github, repository, url, rest: decodeURIComponent(rest), body }
  const answer = ROUTES[`${exchange.method} ${kind}`]
  if (answer === undefined) throw refuse(404, 'Not Found')
  await exchange.sendJson(exchange.method === 'POST' ? 201 : 200, answer(call))
  return true
}

const ROUTES: Record<string, (call: Call) => unknown> = {
  'GET ref': ({ repository, url, rest }) => {
    const branch = branchOf(rest)
    const sha = repository.branches[branch]
    if (sha === undefined) throw refuse(404, 'Not Found')
    return describeRef(url, branch, sha)
  },
  'POST refs': ({ repository, url, body }) => {
    const branch = branchOf(String(body.ref).replace('refs/', ''))
    if (branch in repository.branches) throw refuse(422, 'Reference already exists')
    return point(repository, url, branch, String(body.sha))
  },
  'PATCH refs': ({ repository, url, rest, body }) => {
    const branch = branchOf(rest)
    const before = repository.branches[branch]
    if (before === undefined) throw refuse(422, 'Reference does not exist')
    if (body.force !== true && !ancestry(repository, String(body.sha)).includes(before))
      throw refuse(422, 'Update is not a fast forward')
    return point(repository, url, branch, String(body.sha))
  },
  'GET commits': ({ github, repository, url, rest }) => {
    const commit = commitOf(github, repository, rest)
    if (commit === undefined) throw refuse(404, 'Not Found')
    return describeGitCommit(url, rest, commit)
  },
  'POST trees': ({ github, repository, url, body }) => {
    const base = String(body.base_tree)
    const known = github.git.trees.get(base) ?? (base in repository.commits ? {} : undefined)
    if (known === undefined) throw refuse(422, 'base_tree is not a valid tree oid')
    const files = new Map(Object.entries(known))
    for (const { path, content, sha } of body.tree as { path: string; content?: string; sha?: null }[]) {
      if (sha === null && !files.delete(path)) throw refuse(422, `GitRPC::BadObjectState: ${path}`)
      if (content !== undefined) files.set(path, content)
    }
    const made = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    const tree = hashOf(made)
    github.git.trees.set(tree, made)
    return describeTree(url, tree, made)
  },
  'POST commits': ({ github, repository, url, body }) => {
    const parents = body.parents as string[]
    if (!github.git.trees.has(String(body.tree))) throw refuse(422, 'Tree SHA does not exist')
    const commit = { message: String(body.message), tree: String(body.tree), parents }
    // Two of one content were made at two times.
    const sha = hashOf([commit, github.git.commits.size])
    github.git.commits.set(sha, commit)
    repository.commits[sha] = parents
    return describeGitCommit(url, sha, commit)
  },
}

function branchOf(ref: string): string {
  const [, branch] = /^heads\/(.+)$/.exec(ref) ?? []
  if (branch === undefined) throw refuse(422, 'Reference name must start with refs/heads/')
  return branch
}

function point(repository: GraphRepository, url: string, branch: string, sha: string) {
  if (!(sha in repository.commits)) throw refuse(422, 'Object does not exist')
  repository.branches[branch] = sha
  return describeRef(url, branch, sha)
}

function commitOf({ git }: Github, repository: GraphRepository, sha: string): MadeCommit | undefined {
  const parents = repository.commits[sha]
  return git.commits.get(sha) ?? (parents && { message: 'Change', tree: sha, parents })
}
