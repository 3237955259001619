import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import type { Github } from './github-api.ts'

/** Files that shall be changed, and what a person reads before they are. */
export interface Proposal {
  /** The commit to change. */
  revision: string
  /** Made anew, or replaced where it is ours. */
  branch: string
  /** Where it shall be merged to. */
  base: string
  title: string
  body: string
  labels: readonly string[]
  /** null: the file goes. */
  files: readonly { path: string; content: string | null }[]
}

export interface PullRequest {
  number: number
  html_url: string
}

interface Commit {
  sha: string
  message: string
  tree: { sha: string }
  parents: { sha: string }[]
}

/** By this line of its message a commit is known as one that may be replaced. */
const MARK = 'Made-by: image-actions snapshot'
/** GitHub refuses what is there already. */
const UNPROCESSABLE = 422

/** Pull requests by GitHub's API alone: no clone, no push, nobody's name and address. */
export class Proposals {
  readonly #repository: string
  readonly #github: Github

  constructor({ repository }: RunEvent, github: Github) {
    this.#repository = repository
    this.#github = github
  }

  /** Makes the pull request, or brings the open one of that branch up to date. */
  async propose(proposal: Proposal): Promise<PullRequest> {
    const { branch, base, title, body, labels } = proposal
    const head = await this.#headOf(branch)
    if (head !== undefined) requireOurs(head, branch)
    const commit = await this.#commit(proposal, head)
    await this.#point(branch, commit, head)
    const found = await this.#request({ title, body, head: branch, base })
    if (labels.length > 0)
      await this.#github.send({
        method: 'POST',
        path: this.#path(`issues/${found.number}/labels`),
        body: { labels },
      })
    return found
  }

  async #request(text: { title: string; body: string; head: string; base: string }): Promise<PullRequest> {
    const { title, body, head, base } = text
    const open = await this.find(head, base)
    if (open) {
      const path = this.#path(`pulls/${open.number}`)
      await this.#github.send({ method: 'PATCH', path, body: { title, body } })
      return open
    }
    return this.#post<PullRequest>('pulls', text).catch(async (error) => {
      // The answer to a first attempt may have been lost.
      const made = await this.find(head, base)
      if (made) return made
      throw error
    })
  }

  /** Closes the open one, with a word on why; undefined: there is none, or others have worked on it. */
  async withdraw(branch: string, base: string, why: string): Promise<PullRequest | undefined> {
    const open = await this.find(branch, base)
    const head = open && (await this.#headOf(branch))
    if (!open || !head || !isOurs(head)) return undefined
    const { number } = open
    await this.#github.send({
      method: 'POST',
      path: this.#path(`issues/${number}/comments`),
      body: { body: why },
    })
    await this.#github.send({
      method: 'PATCH',
      path: this.#path(`pulls/${number}`),
      body: { state: 'closed' },
    })
    return open
  }

  async find(branch: string, base: string): Promise<PullRequest | undefined> {
    const [owner = ''] = this.#repository.split('/')
    const head = encodeURIComponent(`${owner}:${branch}`)
    const query = `state=open&head=${head}&base=${encodeURIComponent(base)}`
    return (await this.#github.get<PullRequest[]>(this.#path(`pulls?${query}`)))?.[0]
  }

  async #headOf(branch: string): Promise<Commit | undefined> {
    const ref = await this.#github.get<{ object: { sha: string } }>(this.#path(`git/ref/${refOf(branch)}`))
    return ref && (await this.#github.get<Commit>(this.#path(`git/commits/${ref.object.sha}`)))
  }

  /** The one that is there already, where it would be the same. */
  async #commit({ revision, title, files }: Proposal, head: Commit | undefined): Promise<string> {
    const parent = await this.#github.get<Commit>(this.#path(`git/commits/${revision}`))
    if (!parent)
      throw new UserError('IMG9304', `GitHub does not know the commit ${revision}.`, {
        hint: 'Push it first: the pull request begins there.',
      })
    const tree = files.map(({ path, content }) => {
      const what = { path, mode: '100644', type: 'blob' }
      return content === null ? { ...what, sha: null } : { ...what, content }
    })
    const made = await this.#post<{ sha: string }>('git/trees', { base_tree: parent.tree.sha, tree })
    const parents = [revision]
    if (head?.tree.sha === made.sha && head.parents.map(({ sha }) => sha).join() === revision) return head.sha
    const message = `${title}\n\n${MARK}\n`
    return (await this.#post<Commit>('git/commits', { message, tree: made.sha, parents })).sha
  }

  async #point(branch: string, sha: string, head: Commit | undefined): Promise<void> {
    if (head?.sha === sha) return
    const path = this.#path(`git/refs/${refOf(branch)}`)
    if (head) await this.#github.send({ method: 'PATCH', path, body: { sha, force: true } })
    else if (!(await this.#create(branch, sha))) throw theirs(branch)
  }

  /** A lost answer looks as if somebody else had been faster. */
  async #create(branch: string, sha: string): Promise<boolean> {
    const body = { ref: `refs/heads/${branch}`, sha }
    const made = await this.#github.send({ method: 'POST', path: this.#path('git/refs'), body }, [
      UNPROCESSABLE,
    ])
    return made !== undefined || (await this.#headOf(branch))?.sha === sha
  }

  async #post<T>(what: string, body: object): Promise<T> {
    return (await this.#github.send<T>({ method: 'POST', path: this.#path(what), body }))!
  }

  #path(rest: string): string {
    return `/repos/${this.#repository}/${rest}`
  }
}

function refOf(branch: string): string {
  return `heads/${branch.split('/').map(encodeURIComponent).join('/')}`
}

function isOurs({ message }: Commit): boolean {
  return message.split('\n').includes(MARK)
}

function requireOurs(head: Commit, branch: string): void {
  if (!isOurs(head)) throw theirs(branch)
}

function theirs(branch: string): UserError {
  return new UserError('IMG9305', `The branch ${branch} holds commits of others.`, {
    hint: 'Merge or delete it, or name another one in "branch": only what this action made is replaced.',
  })
}
