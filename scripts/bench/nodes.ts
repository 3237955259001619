import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GitNode } from '../../actions/nodes/snapshot.ts'
import { git } from '../../test/doubles/git/process.ts'
import { FOURTEEN, makeRepositories } from '../../test/doubles/git/repositories.ts'
import type { Bench } from './case.ts'

export interface NodeRepositories {
  /** Each three commits before the newest. */
  nodes: readonly GitNode[]
  /** With which git finds them under their addresses on GitHub. */
  environment: Readonly<Record<string, string>>
}

/** With a history as of nodes that are a year old: about 130 MB in all, of which the newest state is a twelfth. */
const HISTORY = { commits: 60, files: 40, size: 30_000, requirements: [], installScript: false }

export async function nodeRepositories(bench: Bench): Promise<NodeRepositories> {
  if (bench.repos !== undefined) return realRepositories(bench.repos, bench.folder)
  const size = bench.short ? { ...HISTORY, commits: 12 } : HISTORY
  const specs = FOURTEEN.map((spec) => ({ ...spec, ...size }))
  const { list, environment } = await makeRepositories(join(bench.folder, 'repositories'), specs)
  const nodes = list.map(({ url, commits }) => ({ url, commit: commits.at(-4) ?? '', disabled: false }))
  return { nodes, environment }
}

async function realRepositories(repos: string, folder: string): Promise<NodeRepositories> {
  const file = join(folder, 'gitconfig')
  await writeFile(
    file,
    `[url "${pathToFileURL(repos).href}/"]\n\tinsteadOf = https://github.com/\n[protocol "file"]\n\tallow = always\n[safe]\n\tdirectory = *\n`,
  )
  const environment = { GIT_CONFIG_GLOBAL: file, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
  const owners = (await readdir(repos, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const names = await Promise.all(
    owners.map(async ({ name: owner }) =>
      (await readdir(join(repos, owner)))
        .filter((name) => name.endsWith('.git'))
        .map((name) => `${owner}/${name.slice(0, -'.git'.length)}`),
    ),
  )
  const nodes = names.flat().map(async (name): Promise<GitNode> => {
    const commit = await git(join(repos, `${name}.git`), ['rev-parse', 'HEAD~3'])
    return { url: `https://github.com/${name}`, commit, disabled: false }
  })
  return { nodes: await Promise.all(nodes), environment }
}
