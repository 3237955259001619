import { account, fullRepository, idOf, nodeId } from './objects.ts'

export interface Pull {
  number: number
  repository: string
  title: string
  body: string
  /** Branches of the same repository. */
  head: string
  base: string
  state: 'open' | 'closed'
  labels: string[]
  comments: string[]
}

const WHEN = '2026-01-01T00:00:00Z'

export function describePull(api: string, pull: Pull, shas: { head: string; base: string }) {
  const url = `${api}/repos/${pull.repository}/pulls/${pull.number}`
  const issue = `${api}/repos/${pull.repository}/issues/${pull.number}`
  const html = `https://github.com/${pull.repository}/pull/${pull.number}`
  const [owner = ''] = pull.repository.split('/')
  const user = account(api, owner, 'User')
  const repo = fullRepository(api, pull.repository, { private: false, owner: 'User', defaultBranch: 'main' })
  const end = (branch: string, sha: string) => ({ label: `${owner}:${branch}`, ref: branch, sha, user, repo })
  const addresses = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${url}/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/repos/${pull.repository}/statuses/${shas.head}`,
  }
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: addresses.commits,
    comments_url: addresses.comments,
    review_comments_url: addresses.review_comments,
    review_comment_url: addresses.review_comment,
    statuses_url: addresses.statuses,
    _links: Object.fromEntries(Object.entries(addresses).map(([name, href]) => [name, { href }])),
    id: idOf(html),
    node_id: nodeId(html),
    ...{ number: pull.number, state: pull.state, title: pull.title, body: pull.body, user },
    labels: pull.labels.map((name) => describeLabel(api, pull.repository, name)),
    head: end(pull.head, shas.head),
    base: end(pull.base, shas.base),
    ...{
      locked: false,
      draft: false,
      assignee: null,
      assignees: [],
      milestone: null,
      active_lock_reason: null,
    },
    ...{ requested_reviewers: [], requested_teams: [], auto_merge: null, author_association: 'NONE' },
    ...{ created_at: WHEN, updated_at: WHEN, closed_at: pull.state === 'closed' ? WHEN : null },
    ...{ merged_at: null, merge_commit_sha: null },
  }
}

/** What an answer on a single one has besides. */
export function pullDetails() {
  return {
    ...{ merged: false, mergeable: null, rebaseable: null, mergeable_state: 'unknown', merged_by: null },
    ...{ comments: 0, review_comments: 0, commits: 1, additions: 1, deletions: 0, changed_files: 1 },
    maintainer_can_modify: false,
  }
}

export function describeLabel(api: string, repository: string, name: string) {
  return {
    ...{ id: idOf(name), node_id: nodeId(name), name, description: null, color: 'ededed', default: false },
    url: `${api}/repos/${repository}/labels/${encodeURIComponent(name)}`,
  }
}

export function describeComment(api: string, { repository, number }: Pull, body: string) {
  const id = idOf(body)
  const issue = `${api}/repos/${repository}/issues/${number}`
  return {
    ...{ id, node_id: nodeId(String(id)), body, created_at: WHEN, updated_at: WHEN },
    ...{ author_association: 'NONE', user: account(api, repository.split('/')[0] ?? '', 'User') },
    url: `${api}/repos/${repository}/issues/comments/${id}`,
    issue_url: issue,
    html_url: `https://github.com/${repository}/pull/${number}#issuecomment-${id}`,
  }
}
