import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { type Receipt, receiptArtifact, serialiseReceipt } from '../../../actions/plan/receipt.ts'
import type { RegistryAccess } from '../../../actions/registry/access.ts'
import { rollBack } from '../../../actions/rollback/main.ts'
import { githubArtifacts } from '../../../actions/runner/artifacts.ts'
import { type GithubDouble, startGithubDouble, type WorkflowRun } from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import { pushEvent } from '../../push-event.ts'
import { childOf, LATEST, PLATFORMS, planFor, recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { accessTo, connect, LOGIN, mergeOf, publishBefore, pushChildren } from '../merge/servers.ts'
import { testRunner } from '../runner.ts'

const PATH = 'acme/app'
const USER = LOGIN.username
const REPOSITORY = { defaultBranch: 'main', branches: {}, commits: {} }

/** GHCR with GitHub's API and its artifacts, and Docker Hub: what a rollback meets. Time passes only while somebody waits, or when told to. */
export class RollbackWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'rollback-'))
  readonly #environment = { ...process.env }
  time = Date.parse('2026-06-01T00:00:00Z')
  ghcr!: RegistryDouble
  hub!: RegistryDouble
  github!: GithubDouble
  results!: ResultsDouble

  async start(): Promise<void> {
    const now = () => this.time
    const credentials = { user: USER, password: LOGIN.password }
    this.ghcr = await startRegistryDouble({ flavour: 'ghcr', now, credentials })
    this.hub = await startRegistryDouble({ flavour: 'dockerhub', now, credentials })
    this.results = await startResultsDouble()
    this.github = await startGithubDouble({
      registry: this.ghcr,
      results: this.results,
      accounts: { acme: 'Organization' },
      repositories: { [PATH]: REPOSITORY, 'stranger/app': REPOSITORY },
      tokens: { [LOGIN.password]: { packages: 'admin', actions: 'read' } },
    })
  }

  async stop(): Promise<void> {
    await Promise.all([this.ghcr, this.hub, this.github, this.results].map((double) => double.close()))
    rmSync(this.folder, { recursive: true, force: true })
    for (const name of Object.keys(process.env)) if (!(name in this.#environment)) delete process.env[name]
    Object.assign(process.env, this.#environment)
  }

  get repositories(): string[] {
    return [this.ghcr, this.hub].map(({ host }) => `${host}/${PATH}`)
  }

  get access(): RegistryAccess {
    return accessTo({ [this.ghcr.host]: 'ghcr', [this.hub.host]: 'dockerhub' })
  }

  plan(revision: string): Plan {
    const annotations = {
      'org.opencontainers.image.revision': revision,
      'org.opencontainers.image.version': revision.replace('r', '1.'),
      'org.opencontainers.image.created': '2026-05-01T00:00:00Z',
    }
    return planFor({ revision, tags: [LATEST], repositories: this.repositories, annotations })
  }

  /** As it stood before anything of ours ran. */
  async begin(revision: string, ...tags: string[]): Promise<void> {
    const registries = connect(this.access)
    await publishBefore(registries, this.plan(revision), ['latest', ...tags])
    registries.close()
  }

  /** A push to the default branch; its receipt. */
  async merge(revision: string): Promise<Receipt> {
    const plan = this.plan(revision)
    const registries = connect(this.access)
    await pushChildren(registries, plan)
    registries.close()
    const artifacts = memoryArtifacts(recordsOf(plan))
    const { receipt, error } = await runMerge(mergeOf(plan, this.access, { artifacts, temp: this.folder }))
    if (error !== undefined) throw error
    return receipt
  }

  /** The receipt as an artifact of a run. */
  async leave(
    receipt: Receipt,
    run: Partial<WorkflowRun> = {},
    name = receiptArtifact(receipt.plan, receipt.attempt),
  ): Promise<string> {
    const id = String(40 + Object.keys(this.github.runs).length)
    this.github.runs[id] = { repository: PATH, branch: 'main', sha: 'a'.repeat(40), event: 'push', ...run }
    Object.assign(process.env, {
      ACTIONS_RESULTS_URL: `${this.results.url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(id, 'merge'),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: this.folder,
    })
    await githubArtifacts(this.folder).put(name, serialiseReceipt(receipt))
    return name
  }

  async rollBack(inputs: Record<string, string> = {}) {
    const written = {
      image: this.repositories.join('\n'),
      'github-token': LOGIN.password,
      'dockerhub-username': USER,
      'dockerhub-token': LOGIN.password,
      'registry-kinds': `${this.ghcr.host}=ghcr\n${this.hub.host}=dockerhub`,
      ...inputs,
    }
    const environment = { HOME: '/nonexistent' }
    const test = await testRunner({ folder: this.folder, inputs: written, event: this.#event(), environment })
    const sleep = async (milliseconds: number) => {
      this.time += milliseconds
    }
    const clock = { now: () => this.time, sleep }
    const result = await rollBack({ ...test.runner, clock })
    return {
      ...result,
      outputs: test.outputs,
      artifacts: await test.runner.artifacts(),
      printed: test.printed,
    }
  }

  /** What a tag holds, by registry. */
  held(tag = 'latest'): (Digest | undefined)[] {
    return [this.ghcr, this.hub].map(({ manifests }) => manifests.find(PATH, tag)?.digest)
  }

  /** All that an image is made of: what a cleanup deletes. Tagged ones stay. */
  delete(double: RegistryDouble, digests: readonly Digest[]): void {
    for (const digest of digests) double.manifests.remove(PATH, digest)
  }

  /** Of both platforms. */
  deleteBlobs(double: RegistryDouble, revision: string): void {
    for (const platform of PLATFORMS)
      double.blobs.unlink(PATH, digestOf(childOf(this.plan(revision), 'app', platform).config))
  }

  passDays(days: number): void {
    this.time += days * 24 * 3600 * 1000
  }

  changes(): string[] {
    const requests = [...this.ghcr.requests, ...this.hub.requests, ...this.github.requests]
    return requests.flatMap(({ method, path }) =>
      ['GET', 'HEAD'].includes(method) ? [] : [`${method} ${path}`],
    )
  }

  /** Begins to count changes anew. */
  forget(): void {
    for (const { requests } of [this.ghcr, this.hub, this.github]) requests.length = 0
  }

  #event(): RunEvent {
    const where = { apiUrl: this.github.url, workspace: this.folder }
    return pushEvent({ name: 'workflow_dispatch', repository: PATH, actor: USER, runId: '99', ...where })
  }
}
