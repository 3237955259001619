import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type GithubDouble, type GraphRepository, startGithubDouble } from '../../../doubles/github/index.ts'
import { type ActRun, runAct } from '../act.ts'
import { command } from '../command.ts'
import { makeProject, type Project } from './project.ts'
import { standIns } from './stand-ins.ts'

const REPOSITORY = 'org/image-actions'

export interface ReleaseWorld {
  readonly project: Project
  readonly github: GithubDouble
  /** On GitHub. */
  readonly repository: GraphRepository
  /** `release.yml` under act, as GitHub starts it when a tag was pushed. */
  pushed(tag: string, options?: RunOptions): Promise<ActRun>
  /** The same as somebody starts it by hand. */
  dispatched(bump: string, options?: RunOptions): Promise<ActRun>
  /** The checksums that were vouched for since the last time. */
  attested(): string
  close(): Promise<void>
}

export interface RunOptions {
  /** Whether the GitHub App is set up; it is, unless told. */
  app?: boolean
  runId?: string
  attempt?: number
}

/** In `folder`: this project, GitHub, and what stands for others' actions. */
export async function openReleaseWorld(folder: string): Promise<ReleaseWorld> {
  const project = await makeProject(folder)
  const repository: GraphRepository = {
    defaultBranch: 'main',
    branches: { main: '0'.repeat(40) },
    commits: {},
  }
  // A job's token may write releases; who pushes is the bare repository's business.
  const github = await startGithubDouble({
    repositories: { [REPOSITORY]: repository },
    tokens: { ghs_job: { packages: 'none', contents: 'write' } },
  })
  const actions = standIns(join(folder, 'stand-ins'))
  let runs = 0

  async function run(name: 'push' | 'workflow_dispatch', payload: Payload, options: RunOptions) {
    const own = join(folder, `run-${++runs}`)
    const clone = await project.cloned(payload.ref, join(own, 'clone'))
    const git = (...args: string[]) => command('git', args, { cwd: clone })
    await git('remote', 'set-url', 'origin', `https://github.com/${REPOSITORY}`)
    const after = (await git('rev-parse', 'HEAD')).stdout.trim()
    const known = {
      full_name: REPOSITORY,
      name: 'image-actions',
      owner: { login: 'org' },
      default_branch: 'main',
    }
    const app = options.app ?? true
    return runAct({
      folder: own,
      suite: clone,
      consumer: { folder: clone, repository: REPOSITORY },
      event: { name, payload: { ...payload, after, repository: known } },
      workflow: 'release.yml',
      repositories: actions,
      checkout: true,
      variables: app ? { RELEASE_APP_CLIENT_ID: 'Iv1.app' } : {},
      secrets: { GITHUB_TOKEN: 'ghs_job', ...(app ? { RELEASE_APP_PRIVATE_KEY: 'the key of the App' } : {}) },
      env: {
        STAND_INS: folder,
        GITHUB_API_URL: github.url,
        GITHUB_RUN_ID: options.runId ?? String(runs),
        GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
      },
    })
  }

  return {
    project,
    github,
    repository,
    pushed: (tag, options = {}) => run('push', { ref: `refs/tags/${tag}` }, options),
    dispatched: (bump, options = {}) =>
      run('workflow_dispatch', { ref: 'refs/heads/main', inputs: { bump } }, options),
    attested() {
      const file = join(folder, 'attested')
      const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
      rmSync(file, { force: true })
      return text
    },
    close: () => github.close(),
  }
}

interface Payload {
  ref: string
  inputs?: Record<string, string>
}
