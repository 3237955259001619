import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addCommit, type Change, type Entry, hostileCommit } from './commits.ts'
import { historyStream, type RecordedSubmodule } from './history.ts'
import { git } from './process.ts'

export type { Change, Entry } from './commits.ts'
export { takeDown } from './commits.ts'
export { FOURTEEN } from './fourteen.ts'
export { dateOf } from './history.ts'

export interface RepositorySpec {
  owner: string
  name: string
  /** On `main`, a day apart; 5 unless told. */
  commits?: number
  /** Made-up files besides the usual ones, of which each commit changes a fifth; 12 unless told. */
  files?: number
  /** Of each made-up file, in bytes; 2,000 unless told. */
  size?: number
  requirements?: readonly string[]
  /** True: one that prints a line; or its text. */
  installScript?: boolean | string
  /** At the newest commit of another one, which is made where nobody names it; `url` is what .gitmodules says. */
  submodules?: readonly { path: string; owner: string; name: string; url?: string }[]
  /** Annotated tags, by the number of their commit, counted from zero. */
  tags?: Readonly<Record<string, number>>
  /** Further files, by path. */
  content?: Readonly<Record<string, string>>
}

export interface Repository {
  owner: string
  name: string
  /** As a snapshot has it: `https://github.com/owner/name`. */
  url: string
  /** The bare repository. */
  path: string
  /** Oldest first. */
  commits: string[]
}

export interface Repositories {
  folder: string
  /** What stands for github.com. */
  srv: string
  /** git sees the repositories under https://github.com/ with these variables. */
  environment: Readonly<Record<string, string>>
  /** In the order of the specs. */
  list: readonly Repository[]
  /** By `owner/name`. */
  get(name: string): Repository
  /** One more commit on a branch; null takes a file away. */
  commit(name: string, files: Readonly<Record<string, string | null>>, change?: Change): Promise<string>
  moveBranch(name: string, commit: string, branch?: string): Promise<void>
  /** Puts another commit in the place of the newest, which nothing names any more but can still be had. */
  forcePush(name: string): Promise<string>
  /** Takes away whatever no branch or tag leads to. */
  forget(name: string): Promise<void>
  /** A commit on `main` with entries that git itself would refuse to add. */
  hostile(name: string, entries: readonly Entry[]): Promise<string>
}

/** Bare repositories whose content and hashes are the same each time. */
export async function makeRepositories(
  folder: string,
  specs: readonly RepositorySpec[],
): Promise<Repositories> {
  const srv = join(folder, 'srv')
  const made = new Map<string, Promise<Repository>>()
  const specOf = (owner: string, name: string): RepositorySpec =>
    specs.find((spec) => spec.owner === owner && spec.name === name) ?? { owner, name }
  const make = (spec: RepositorySpec): Promise<Repository> => {
    const key = `${spec.owner}/${spec.name}`
    const started = made.get(key) ?? makeRepository(srv, spec, (owner, name) => make(specOf(owner, name)))
    made.set(key, started)
    return started
  }
  const list = await Promise.all(specs.map(make))
  const all = new Map<string, Repository>(
    (await Promise.all(made.values())).map((each) => [`${each.owner}/${each.name}`, each]),
  )
  const get = (name: string): Repository => {
    const found = all.get(name)
    if (!found) throw new Error(`There is no repository ${name}.`)
    return found
  }
  return {
    folder,
    srv,
    environment: await writeEnvironment(folder, srv),
    list,
    get,
    commit: (name, files, change = {}) => addCommit(get(name), files, change),
    moveBranch: async (name, commit, branch = 'main') =>
      void (await git(get(name).path, ['update-ref', `refs/heads/${branch}`, commit])),
    forcePush: async (name) => {
      const { commits } = get(name)
      const parent = commits.at(-2)
      if (parent === undefined) throw new Error('There is nothing to go back to.')
      return addCommit(get(name), { 'forced.txt': 'another history\n' }, { parent })
    },
    forget: async (name) => {
      await git(get(name).path, ['reflog', 'expire', '--expire=now', '--all'])
      await git(get(name).path, ['repack', '-a', '-d', '-q'])
      await git(get(name).path, ['prune', '--expire=now'])
    },
    hostile: (name, entries) => hostileCommit(get(name), entries),
  }
}

async function makeRepository(
  srv: string,
  spec: RepositorySpec,
  other: (owner: string, name: string) => Promise<Repository>,
): Promise<Repository> {
  const { owner, name } = spec
  const path = join(srv, owner, `${name}.git`)
  const submodules = await Promise.all(
    (spec.submodules ?? []).map(async (each): Promise<RecordedSubmodule> => {
      const { url, commits } = await other(each.owner, each.name)
      return { path: each.path, url: each.url ?? url, commit: commits.at(-1) ?? '' }
    }),
  )
  await mkdir(path, { recursive: true })
  await git(path, ['init', '--quiet', '--bare', '--initial-branch=main', '--template=', '.'])
  await symlink(`${name}.git`, join(srv, owner, name))
  await git(path, ['fast-import', '--quiet', '--done'], historyStream(spec, submodules))
  const commits = (await git(path, ['rev-list', '--reverse', 'refs/heads/main'])).split('\n')
  return { owner, name, url: `https://github.com/${owner}/${name}`, path, commits }
}

async function writeEnvironment(folder: string, srv: string): Promise<Record<string, string>> {
  const file = join(folder, 'gitconfig')
  await writeFile(
    file,
    `[url "${pathToFileURL(srv).href}/"]\n\tinsteadOf = https://github.com/\n` +
      '[protocol "file"]\n\tallow = always\n[safe]\n\tdirectory = *\n',
  )
  return { GIT_CONFIG_GLOBAL: file, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
}
