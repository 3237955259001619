import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunEvent } from '../../../actions/base/event.ts'
import { folderArtifacts } from '../../../actions/runner/artifact-folder.ts'
import { runSnapshot } from '../../../actions/snapshot/main.ts'
import { snapshotInputs } from '../../../actions/snapshot/manifest.ts'
import type { Outcome } from '../../../actions/snapshot/mode.ts'
import { makeRepositories, type Repositories, type RepositorySpec } from '../../doubles/git/repositories.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { pushEvent } from '../../push-event.ts'
import { type TestRunner, testRunner } from '../runner.ts'
import { FILE, snapshotOf } from './fixture.ts'

export const TOKEN = 'ghs_double'
const REVISION = 'c'.repeat(40)

export interface Run extends Pick<TestRunner, 'outputs' | 'printed'> {
  outcome: Outcome
}

/** A repository with a snapshot, on GitHub; jobs of one run share their artifacts. */
export interface Updating {
  repositories: Repositories
  github: GithubDouble
  /** A checkout of what is on main. */
  checkout(): Promise<string>
  job(inputs: Record<string, string>, workspace: string, event?: Partial<RunEvent>): Promise<Run>
  /** What lies in a checkout, by path. */
  filesIn(workspace: string): Promise<Record<string, string>>
  /** What the branch holds of the pull request. */
  proposed(): Record<string, string>
  /** As if the pull request had been merged: the next checkouts hold this one's files. */
  merge(workspace: string): Promise<void>
  close(): Promise<void>
}

export async function openUpdating(
  specs: readonly RepositorySpec[],
  more: Record<string, string> = {},
): Promise<Updating> {
  const folder = await mkdtemp(join(tmpdir(), 'updating-'))
  const repositories = await makeRepositories(join(folder, 'repositories'), specs)
  let main = await mkdtemp(join(folder, 'main-'))
  await writeFile(join(main, FILE), JSON.stringify(snapshotOf(repositories, 2)))
  for (const [name, content] of Object.entries(more)) await writeFile(join(main, name), content)
  const graphs = repositories.list.map(({ owner, name }) => [
    `${owner}/${name}`,
    { defaultBranch: 'main', branches: {}, commits: {} },
  ])
  const app = { defaultBranch: 'main', branches: { main: REVISION }, commits: { [REVISION]: [] } }
  const github = await startGithubDouble({ repositories: { ...Object.fromEntries(graphs), 'octo/app': app } })
  const filesIn = async (workspace: string) => {
    const found = await readdir(workspace, { recursive: true, withFileTypes: true })
    const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    const read = files.map(async (file) => [file.slice(workspace.length + 1), await readFile(file, 'utf8')])
    return Object.fromEntries(await Promise.all(read)) as Record<string, string>
  }
  const know = async () => void github.git.trees.set(REVISION, await filesIn(main))
  await know()
  const artifacts = folderArtifacts(join(folder, 'artifacts'))
  const defaults = Object.fromEntries(snapshotInputs().map((input) => [input.name, input.default]))
  const checkout = async () => {
    const made = await mkdtemp(join(folder, 'checkout-'))
    await cp(main, made, { recursive: true })
    return made
  }
  return {
    repositories,
    github,
    checkout,
    filesIn,
    job: async (inputs, workspace, event = {}) => {
      const job = await testRunner({
        folder,
        inputs: { ...defaults, 'github-token': TOKEN, ...inputs },
        event: pushEvent({ workspace, apiUrl: github.url, sha: REVISION, ...event }),
        environment: { ...repositories.environment, GITHUB_ACTIONS: 'true' },
      })
      const outcome = await runSnapshot({ ...job.runner, artifacts: async () => artifacts })
      return { outcome, outputs: job.outputs, printed: job.printed }
    },
    proposed: () => {
      const sha = github.repositories['octo/app']?.branches['update-snapshot'] ?? ''
      return { ...github.git.trees.get(github.git.commits.get(sha)?.tree ?? '') }
    },
    merge: async (workspace) => {
      main = workspace
      await know()
    },
    close: async () => {
      await github.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
