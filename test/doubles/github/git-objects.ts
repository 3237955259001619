import { createHash } from 'node:crypto'
import { nodeId } from './objects.ts'

/** By path. */
export type TreeFiles = Readonly<Record<string, string>>

export interface MadeCommit {
  message: string
  tree: string
  parents: readonly string[]
}

/** What was written through the API; a commit that came otherwise has a tree of its own name. */
export interface GitStore {
  trees: Map<string, TreeFiles>
  commits: Map<string, MadeCommit>
}

export function hashOf(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex')
}

export function describeRef(repository: string, branch: string, sha: string) {
  const url = `${repository}/git`
  return {
    ref: `refs/heads/${branch}`,
    node_id: nodeId(branch),
    url: `${url}/refs/heads/${branch}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
  }
}

export function describeTree(repository: string, sha: string, files: TreeFiles) {
  const url = `${repository}/git`
  return {
    sha,
    url: `${url}/trees/${sha}`,
    truncated: false,
    tree: Object.entries(files).map(([path, content]) => {
      const blob = hashOf(content)
      const size = Buffer.byteLength(content)
      return { path, mode: '100644', type: 'blob', sha: blob, size, url: `${url}/blobs/${blob}` }
    }),
  }
}

export function describeGitCommit(repository: string, sha: string, { message, tree, parents }: MadeCommit) {
  const person = { name: 'Octo Cat', email: 'octocat@example.com', date: '2026-01-01T00:00:00Z' }
  const of = (id: string) => ({
    sha: id,
    url: `${repository}/git/commits/${id}`,
    html_url: `https://github.com/c/${id}`,
  })
  return {
    ...of(sha),
    node_id: nodeId(sha),
    author: person,
    committer: person,
    tree: { sha: tree, url: `${repository}/git/trees/${tree}` },
    message,
    parents: parents.map(of),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}
