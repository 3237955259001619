import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { startDockerHubApi } from '../../doubles/dockerhub/index.ts'
import { type GithubDouble, startGithubDouble, type WorkflowRun } from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import type { Double } from '../../doubles/server.ts'
import { type ActRun, runAct } from './act.ts'
import { command } from './command.ts'
import { type CallInputs, type Consumer, callerWorkflow, makeConsumer } from './consumer.ts'
import type { TriggerEvent } from './event.ts'
import { copyExample } from './example-files.ts'
import { plainUser } from './plain-user.ts'
import { exportSuite } from './suite.ts'

/** Everything a run can reach: two registries, the results service, a repository that calls our workflow. */
export interface World {
  readonly folder: string
  readonly ghcr: RegistryDouble
  readonly dockerhub: RegistryDouble
  /** Docker Hub's own API, beside its registry. */
  readonly hub: Double
  readonly github: GithubDouble
  readonly results: ResultsDouble
  /** Of both registries. */
  readonly hosts: readonly string[]
  /** Where a caller tells that the registries on loopback stand for GHCR and Docker Hub. */
  readonly inputs: Record<string, string>
  /** `octo/<name>`, with inputs and files besides those that every consumer has. */
  consumer(name: string, inputs?: CallInputs, files?: Record<string, string | null>): Promise<Consumer>
  /** A repository that is one of the examples, with its own caller workflow, further inputs for it and files changed. */
  example(name: string, inputs?: CallInputs, files?: Record<string, string | null>): Promise<Consumer>
  run(consumer: Consumer, event: TriggerEvent, options?: RunOptions): Promise<ActRun>
  close(): Promise<void>
}

export interface RunOptions {
  /** A rerun has the same id and a higher attempt. */
  runId?: string
  attempt?: number
  /** Of the consumer's repository: BUILD_SECRETS, DOCKERHUB_USERNAME, DOCKERHUB_TOKEN. */
  secrets?: Record<string, string>
  env?: Record<string, string>
  asPlainUser?: boolean
  /** publish.yml unless told. */
  workflow?: string
  /** Another export than this tree's. */
  suite?: string
  /** Exports by `owner/name@ref`; what is not named here can't be used then. */
  repositories?: Record<string, string>
}

const LABEL = 'org.opencontainers.image.description=An image for tests'
const USER = 'octo'
/** What opens the registry opens GitHub's API too. */
const TOKEN = 'ghs_double'
const PASSWORD = 'correct horse'

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-e2e-'))
  // Plain users pass through.
  chmodSync(folder, 0o755)
  const [ghcr, dockerhub, results] = await Promise.all([
    // Newer podmans forward credentials to another port of the same host, where blobs would be.
    startRegistryDouble({
      flavour: 'ghcr',
      credentials: { user: USER, password: TOKEN },
      redirectBlobs: false,
    }),
    startRegistryDouble({
      flavour: 'dockerhub',
      credentials: { user: USER, password: PASSWORD },
      redirectBlobs: false,
    }),
    startResultsDouble(),
  ])
  const [github, hub] = await Promise.all([
    startGithubDouble({ registry: ghcr, results }),
    startDockerHubApi({ registry: dockerhub }),
  ])
  const inputs = {
    registries: `${ghcr.host}/octo\n${dockerhub.host}/octo`,
    // What this machine has; the setup action's own tests look at old ones.
    'minimum-buildah': '1.0',
    'registry-kinds': `${ghcr.host}=ghcr\n${dockerhub.host}=dockerhub ${hub.url}`,
  }
  const logins = [ghcr, dockerhub].map(({ host, credentials }) => ({
    registry: host,
    username: USER,
    password: credentials?.password,
  }))
  let made = 0
  const next = (what: string) => join(folder, `${what}-${++made}`)
  let suite: Promise<string> | undefined

  return {
    folder,
    ghcr,
    dockerhub,
    hub,
    github,
    results,
    hosts: [ghcr.host, dockerhub.host],
    inputs,
    async consumer(name, more = {}, files = {}) {
      const consumer = await makeConsumer(next('consumer'), `octo/${name}`)
      const workflow = callerWorkflow({ ...inputs, ...more }, ['registry-auth', 'build-secrets'])
      await consumer.commit({ '.github/workflows/publish.yml': workflow, ...files })
      return consumer
    },
    async example(name, more = {}, files = {}) {
      const consumer = await makeConsumer(next('consumer'), `octo/${name}`)
      await copyExample(name, consumer.folder)
      const own = `${name}/.github/workflows/publish.yml`
      const workflow = callerWorkflow({ ...inputs, ...more }, ['registry-auth', 'build-secrets'], own)
      await consumer.commit({ '.github/workflows/publish.yml': workflow, ...files })
      return consumer
    },
    async run(consumer, event, options = {}) {
      suite ??= exportSuite(join(folder, 'suite'))
      github.repositories[consumer.repository] = await consumer.graph()
      const runId = options.runId ?? String(1000 + made)
      github.runs[runId] = runOf(consumer, event)
      const own = next('run')
      const user = options.asPlainUser ? await plainUser(own) : undefined
      try {
        return await runAct({
          folder: own,
          suite: options.suite ?? (await suite),
          ...(options.repositories ? { repositories: options.repositories } : {}),
          consumer,
          event,
          workflow: options.workflow ?? 'publish.yml',
          secrets: { GITHUB_TOKEN: TOKEN, REGISTRY_AUTH: stringify(logins), ...options.secrets },
          env: {
            ACTIONS_RESULTS_URL: `${results.url}/`,
            ACTIONS_RUNTIME_TOKEN: runtimeToken(runId, 'job'),
            ACTIONS_CACHE_SERVICE_V2: 'true',
            GITHUB_API_URL: github.url,
            GITHUB_RUN_ID: runId,
            GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
            ...options.env,
          },
          ...(user ? { as: user, act: user.act } : {}),
        })
      } finally {
        await user?.leave()
      }
    },
    async close() {
      await Promise.all([ghcr.close(), dockerhub.close(), hub.close(), github.close(), results.close()])
      // What was built stays in podman's store otherwise, as on any runner of one's own.
      await command('podman', ['image', 'prune', '--force', '--filter', `label=${LABEL}`])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As GitHub remembers it afterwards, with the artifacts that it leaves. */
function runOf(consumer: Consumer, { name, payload }: TriggerEvent): WorkflowRun {
  return {
    repository: consumer.repository,
    branch: String(payload.ref).replace(/^refs\/(heads|tags)\//, ''),
    sha: String(payload.after),
    event: name,
  }
}
