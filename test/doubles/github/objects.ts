import { createHash } from 'node:crypto'

/** GitHub's objects, with every field its description requires; addresses are made from their names. */
const SINCE = '2026-01-01T00:00:00Z'

export type AccountType = 'User' | 'Organization'

export function idOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

export function nodeId(text: string): string {
  return Buffer.from(text).toString('base64')
}

function addresses(base: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [`${name}_url`, `${base}/${name}`]))
}

export function account(api: string, login: string, type: AccountType) {
  const url = `${api}/users/${login}`
  return {
    ...addresses(
      url,
      'avatar events followers following gists organizations received_events repos starred subscriptions',
    ),
    login,
    type,
    id: idOf(login),
    node_id: nodeId(login),
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    site_admin: false,
  }
}

export function profile(api: string, login: string, type: AccountType) {
  return {
    ...account(api, login, type),
    ...{ bio: null, blog: null, company: null, email: null, hireable: null, location: null, name: login },
    ...{ followers: 0, following: 0, public_gists: 0, public_repos: 1 },
    created_at: SINCE,
    updated_at: SINCE,
  }
}

const REPOSITORY_ADDRESSES =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'

export function minimalRepository(
  api: string,
  fullName: string,
  options: { private: boolean; owner: AccountType },
) {
  const [owner = '', name = ''] = fullName.split('/')
  const url = `${api}/repos/${fullName}`
  return {
    ...addresses(url, REPOSITORY_ADDRESSES),
    id: idOf(fullName),
    node_id: nodeId(fullName),
    name,
    full_name: fullName,
    owner: account(api, owner, options.owner),
    private: options.private,
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: false,
    url,
  }
}

export function fullRepository(
  api: string,
  fullName: string,
  options: { private: boolean; owner: AccountType; defaultBranch: string },
) {
  const html = `https://github.com/${fullName}`
  return {
    ...minimalRepository(api, fullName, options),
    default_branch: options.defaultBranch,
    ...{
      clone_url: `${html}.git`,
      git_url: `git:${html}.git`,
      ssh_url: `git@github.com:${fullName}.git`,
      svn_url: html,
    },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, stargazers_count: 0, watchers: 0 },
    ...{ watchers_count: 0, network_count: 0, subscribers_count: 0, size: 1 },
    ...{
      has_issues: true,
      has_projects: false,
      has_wiki: false,
      has_pages: false,
      has_discussions: false,
      has_downloads: true,
    },
    ...{ homepage: null, language: null, mirror_url: null, license: null, archived: false, disabled: false },
    ...{ pushed_at: SINCE, created_at: SINCE, updated_at: SINCE },
  }
}

export function changedFile(api: string, fullName: string, sha: string, filename: string) {
  const at = (kind: string) => `https://github.com/${fullName}/${kind}/${sha}/${filename}`
  return {
    sha,
    filename,
    status: 'modified',
    additions: 1,
    deletions: 1,
    changes: 2,
    blob_url: at('blob'),
    raw_url: at('raw'),
    contents_url: `${api}/repos/${fullName}/contents/${filename}?ref=${sha}`,
  }
}

export function commit(api: string, fullName: string, sha: string, parents: readonly string[]) {
  const url = `${api}/repos/${fullName}/commits/${sha}`
  const html = (id: string) => `https://github.com/${fullName}/commit/${id}`
  const person = { name: 'Octo Cat', email: 'octocat@example.com', date: SINCE }
  const git = `${api}/repos/${fullName}/git`
  return {
    url,
    sha,
    node_id: nodeId(sha),
    html_url: html(sha),
    comments_url: `${url}/comments`,
    commit: {
      author: person,
      committer: person,
      comment_count: 0,
      message: `Commit ${sha.slice(0, 7)}`,
      tree: { sha, url: `${git}/trees/${sha}` },
      url: `${git}/commits/${sha}`,
    },
    author: null,
    committer: null,
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${api}/repos/${fullName}/commits/${parent}`,
      html_url: html(parent),
    })),
  }
}
