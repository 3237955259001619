import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Commit } from '../diff/diff.ts'
import { commitsBetween } from '../git/between.ts'
import { makeGitFolder } from '../git/folder.ts'
import type { Git } from '../git/git.ts'

export interface Tag {
  name: string
  commit: string
  /** In seconds: when it was made, or its commit where that is later. */
  date: number
}

/** In a cache, apart from the commits that restore keeps, which have no history. */
export function historyFolder(cache: string, url: string): string {
  const { host, pathname } = new URL(url)
  return join(cache, 'history', host.replace(':', '_'), `${pathname.slice(1)}.git`)
}

/**
 * All commits of a repository, and of files only those that are looked at: a bare partial clone. Servers that know of no
 * partial clones send everything.
 */
export class History {
  readonly #git: Git
  readonly #folder: string
  readonly #url: string

  private constructor(git: Git, folder: string, url: string) {
    this.#git = git
    this.#folder = folder
    this.#url = url
  }

  /** Brings the folder up to date with the remote; the folder is made where it isn't there. */
  static async open(url: string, folder: string, git: Git): Promise<History> {
    const history = new History(git, folder, url)
    await makeGitFolder(folder)
    await writeFile(join(folder, 'config'), configuration(url))
    const refs = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
    await history.#ask('fetch', '--quiet', '--prune', '--no-tags', '--no-write-fetch-head', 'origin', ...refs)
    return history
  }

  /** What the remote calls its default branch; undefined: it has none, or none that is there. */
  async defaultBranch(): Promise<string | undefined> {
    const said = await this.#ask('ls-remote', '--symref', 'origin', 'HEAD')
    return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(said)?.[1]
  }

  async tip(branch: string): Promise<string | undefined> {
    return this.#commitOf(`refs/remotes/origin/${branch}`)
  }

  async tags(): Promise<Tag[]> {
    const format =
      '%(refname:strip=2)%09%(objectname)%09%(*objectname)%09%(creatordate:unix)%09%(*committerdate:unix)'
    const lines = await this.#lines('for-each-ref', `--format=${format}`, 'refs/tags')
    return lines.map((line) => {
      const [name = '', object = '', peeled = '', made, committed] = line.split('\t')
      return { name, commit: peeled || object, date: Math.max(Number(made), Number(committed)) }
    })
  }

  /** The newest on the first-parent line that is no younger than this, in seconds. */
  async newestBefore(tip: string, before: number): Promise<string | undefined> {
    const [commit] = await this.#lines('rev-list', '--first-parent', '-1', `--min-age=${before}`, tip, '--')
    return commit
  }

  /** Also a commit that nothing leads to any more, as long as the remote gives it away by its hash. */
  async has(commit: string): Promise<boolean> {
    return this.#holds('cat-file', '-e', `${commit}^{commit}`)
  }

  /** Whether any branch or tag leads to it. */
  async isReachable(commit: string): Promise<boolean> {
    return (await this.#lines('for-each-ref', '--count=1', `--contains=${commit}`)).length > 0
  }

  isAncestor(commit: string, of: string): Promise<boolean> {
    return this.#holds('merge-base', '--is-ancestor', commit, of)
  }

  /** In seconds. */
  async dateOf(commit: string): Promise<number> {
    return Number(await this.#run('rev-list', '-1', '--no-commit-header', '--format=%ct', commit, '--'))
  }

  /** The newest first. */
  async between(from: string, to: string): Promise<Commit[]> {
    return commitsBetween(this.#git, { gitDir: this.#folder }, from, to)
  }

  /** What lies at the top of a commit's tree: names of files, each with its object. */
  async filesOf(commit: string): Promise<Map<string, string>> {
    const entries = (await this.#ask('ls-tree', '-z', commit)).split('\0')
    return new Map(
      entries.flatMap((entry): [string, string][] => {
        const [, object, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? []
        return name === undefined || object === undefined ? [] : [[name, object]]
      }),
    )
  }

  async textOf(object: string): Promise<string> {
    return this.#ask('cat-file', 'blob', object)
  }

  async #commitOf(ref: string): Promise<string | undefined> {
    const { exitCode, stdout } = await this.#git.run(
      ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
      {
        gitDir: this.#folder,
        anyExit: true,
      },
    )
    return exitCode === 0 ? stdout.trim() : undefined
  }

  async #holds(...args: string[]): Promise<boolean> {
    return (await this.#git.run(args, { gitDir: this.#folder, anyExit: true })).exitCode === 0
  }

  async #lines(...args: string[]): Promise<string[]> {
    return (await this.#run(...args)).split('\n').filter((line) => line !== '')
  }

  async #run(...args: string[]): Promise<string> {
    return (await this.#git.run(args, { gitDir: this.#folder })).stdout
  }

  async #ask(...args: string[]): Promise<string> {
    return (await this.#git.run(args, { gitDir: this.#folder, remote: this.#url })).stdout
  }
}

/** Trees and files come one by one, when they are asked for. */
function configuration(url: string): string {
  return `[core]
\trepositoryformatversion = 1
\tbare = true
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = ${url}
\tpromisor = true
\tpartialclonefilter = tree:0
`
}
