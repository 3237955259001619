import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startGithubDouble } from '../../test/doubles/github/index.ts'
import { startRegistryDouble } from '../../test/doubles/registry/index.ts'
import { runtimeToken, startResultsDouble } from '../../test/doubles/results/index.ts'
import { ActionStep } from '../bench/action.ts'
import { exampleCheckout } from '../start/checkout.ts'

export interface Scene {
  /** Commits and publishes; the summary of the merge. */
  publish(message: string): Promise<string>
  /** The same, where one platform can't be built. */
  publishWithoutArm64(message: string): Promise<string>
  close(): Promise<void>
}

interface Row {
  leg: string
}

const OWNER = 'octocat'
const PASSWORD = 'ghs_double'

/** The actions one by one, as the workflow runs them, against servers on loopback that stand for GHCR, Docker Hub and GitHub. */
export async function openScene(folder: string): Promise<Scene> {
  const shared = { credentials: { user: OWNER, password: PASSWORD }, redirectBlobs: false }
  const [ghcr, dockerhub, results] = await Promise.all([
    startRegistryDouble({ flavour: 'ghcr', ...shared }),
    startRegistryDouble({ flavour: 'dockerhub', ...shared }),
    startResultsDouble(),
  ])
  const github = await startGithubDouble({ registry: ghcr, results })
  const checkout = await exampleCheckout()
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8' }).trim()
  const commit = (message: string) => {
    const author = ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com']
    git(...author, 'commit', '--quiet', '--all', '--allow-empty', '--message', message)
  }
  const logins = [ghcr, dockerhub].map(
    ({ host }) => `- registry: ${host}\n  username: ${OWNER}\n  password: ${PASSWORD}`,
  )
  let runs = 0

  /** One run of the workflow. */
  const run = async (): Promise<string> => {
    const runId = String(++runs)
    const sha = git('rev-parse', 'HEAD')
    const history = git('log', '--format=%H %P').split('\n')
    github.repositories[`${OWNER}/hello`] = {
      defaultBranch: 'main',
      branches: { main: sha },
      commits: Object.fromEntries(
        history.map((line) => [line.split(' ')[0]!, line.split(' ').slice(1).filter(Boolean)]),
      ),
      files: {},
    }
    const access = {
      'registry-auth': logins.join('\n'),
      'registry-kinds': `${ghcr.host}=ghcr\n${dockerhub.host}=dockerhub`,
      'github-token': PASSWORD,
    }
    const step = (name: string, inputs: Record<string, string>) =>
      ActionStep.prepare(name, {
        folder,
        runId,
        inputs,
        event: {
          name: 'push',
          ref: 'refs/heads/main',
          sha,
          payload: { repository: { default_branch: 'main' } },
        },
        env: {
          PATH: process.env.PATH,
          CONTAINERS_CONF: process.env.CONTAINERS_CONF,
          GITHUB_ACTIONS: 'true',
          GITHUB_API_URL: github.url,
          GITHUB_REPOSITORY: `${OWNER}/hello`,
          GITHUB_WORKSPACE: checkout,
          ACTIONS_RESULTS_URL: `${results.url}/`,
          ACTIONS_RUNTIME_TOKEN: runtimeToken(runId, 'job'),
        },
      })
    const prepare = await step('prepare', {
      registries: `${ghcr.host}/${OWNER}\n${dockerhub.host}/${OWNER}`,
      platforms: 'linux/amd64,linux/arm64',
      image: 'hello',
      'has-credentials': 'registry-auth',
      'github-token': PASSWORD,
    })
    await prepare.main()
    const { plan = '', matrix = '{}' } = await prepare.outputs()
    const { include: rows } = JSON.parse(matrix) as { include: Row[] }
    await Promise.all(
      rows.map(async ({ leg }) => {
        const build = await step('build', { ...access, plan, leg, cache: 'none' })
        await build.main({ mayFail: true })
        await build.post()
      }),
    )
    const merge = await step('merge', { ...access, plan })
    await merge.main({ mayFail: true })
    return (await merge.summary()).replaceAll(ghcr.host, 'ghcr.io').replaceAll(dockerhub.host, 'docker.io')
  }

  return {
    async publish(message) {
      commit(message)
      return run()
    },
    async publishWithoutArm64(message) {
      await rm(join(checkout, 'busybox-arm64'))
      commit(message)
      return run()
    },
    async close() {
      await Promise.all([ghcr.close(), dockerhub.close(), results.close(), github.close()])
      await rm(checkout, { recursive: true, force: true })
    },
  }
}
