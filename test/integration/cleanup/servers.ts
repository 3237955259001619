import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../../actions/base/clock.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { finishCleanUp } from '../../../actions/cleanup/finish.ts'
import { cleanUp } from '../../../actions/cleanup/main.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import { type RegistryAccess, readRegistryAccess } from '../../../actions/registry/access.ts'
import type { Runner } from '../../../actions/runner/runner.ts'
import { startDockerHubApi } from '../../doubles/dockerhub/index.ts'
import { type GithubDouble, type GithubOptions, startGithubDouble } from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import type { Double } from '../../doubles/server.ts'
import { pushEvent } from '../../push-event.ts'
import { indexFor, LATEST, planFor, recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { connect, mergeOf, pushChildren } from '../merge/servers.ts'
import { testRunner } from '../runner.ts'

export const NAME = 'acme/app'
export const DAY = 86_400_000
const TOKEN = 'ghs_double'
const HUB = { user: 'acme', password: 'dckr_pat_double' }

export interface World {
  ghcr: RegistryDouble
  github: GithubDouble
  hub: RegistryDouble
  hubApi: Double
  /** Whose time passes while somebody waits. */
  clock: Clock & { advance(milliseconds: number): void }
  inputs: Record<string, string>
  access: RegistryAccess
  folder: string
  /** `latest` moves to a new image, in these repositories. */
  publish(revision: number, repositories: string[]): Promise<Published>
  clean(given: Given): Promise<Cleaning>
  /** In `post:`, by what main has left there. */
  finish(state: ReadonlyMap<string, string>, inputs?: Record<string, string>): Promise<Finishing>
  close(): Promise<void>
}

export interface Published {
  reference: string
  content: string
}

export interface Given {
  inputs?: Record<string, string>
  event?: Partial<RunEvent>
  /** What merge left in this run. */
  published?: Published
  runner?: Partial<Runner>
}

export interface Cleaning extends Awaited<ReturnType<typeof cleanUp>> {
  printed: string[]
  outputs: Map<string, string>
  state: Map<string, string>
  summary: string
}

export interface Finishing {
  error: unknown
  printed: string
}

/** GHCR with GitHub's API, and Docker Hub with its own. */
export async function startWorld(github: Partial<GithubOptions> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'cleanup-servers-'))
  const clock = steppingClock()
  const ghcr = await startRegistryDouble({
    flavour: 'ghcr',
    credentials: { user: 'acme', password: TOKEN },
    now: clock.now,
  })
  const hub = await startRegistryDouble({ flavour: 'dockerhub', credentials: HUB, now: clock.now })
  const api = await startGithubDouble({ registry: ghcr, privatePackages: new Set([NAME]), ...github })
  const hubApi = await startDockerHubApi({ registry: hub })
  const inputs = {
    'registry-kinds': `${ghcr.host}=ghcr ${api.url}\n${hub.host}=dockerhub ${hubApi.url}`,
    'github-token': TOKEN,
    'dockerhub-username': HUB.user,
    'dockerhub-token': HUB.password,
  }
  const access = readRegistryAccess({ text: (name) => Reflect.get(inputs, name) ?? '' }, { actor: 'acme' })
  return {
    ghcr,
    github: api,
    hub,
    hubApi,
    clock,
    inputs,
    access,
    folder,
    publish: (revision, repositories) => publish({ access, folder, clock }, revision, repositories),
    clean: (given) => clean({ inputs, folder, clock }, given),
    finish: (state, more) => finish({ inputs, folder, clock }, state, more),
    close: async () => {
      await Promise.all([ghcr.close(), hub.close(), api.close(), hubApi.close()])
      await rm(folder, { recursive: true })
    },
  }
}

function steppingClock() {
  let now = Date.UTC(2026, 10, 21)
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
    advance: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

type Place = Pick<World, 'access' | 'folder' | 'clock'>

async function publish(
  { access, folder, clock }: Place,
  revision: number,
  repositories: string[],
): Promise<Published> {
  clock.advance(60_000)
  const plan = planFor({ revision: `r${revision}`, tags: [LATEST], repositories })
  const registries = connect(access)
  await pushChildren(registries, plan)
  const artifacts = memoryArtifacts(recordsOf(plan))
  const { error, reference } = await runMerge(mergeOf(plan, access, { artifacts, temp: folder }))
  registries.close()
  if (error !== undefined) throw error
  return { reference, content: artifacts.contents.get(reference.split('@')[0] ?? '') ?? '' }
}

/** What the index of a revision and its platforms are called. */
export function digestsOf(revision: number, repositories: string[]) {
  const plan = planFor({ revision: `r${revision}`, tags: [LATEST], repositories })
  return { index: indexFor(plan).digest, children: recordsOf(plan).map(({ digest }) => digest) }
}

export function eventOf(more: Partial<RunEvent>): RunEvent {
  return pushEvent({ repository: NAME, actor: 'acme', workspace: '.', ...more })
}

type Ground = Pick<World, 'inputs' | 'folder' | 'clock'>

/** The digest cache lies where the next run finds it. */
function runnerOn({ inputs, folder }: Ground, given: Pick<Given, 'inputs' | 'event'>) {
  return testRunner({
    folder,
    event: eventOf(given.event ?? {}),
    inputs: { ...inputs, ...given.inputs },
    environment: { XDG_CACHE_HOME: join(folder, 'cache'), ACTIONS_RUNTIME_TOKEN: '' },
  })
}

async function clean(ground: Ground, given: Given): Promise<Cleaning> {
  const { published } = given
  const receipt = published ? { receipt: published.reference } : {}
  const prepared = await runnerOn(ground, { ...given, inputs: { ...receipt, ...given.inputs } })
  const artifacts = memoryArtifacts()
  if (published) await artifacts.put(published.reference.split('@')[0] ?? '', published.content)
  let summary = ''
  const { printed, outputs, state } = prepared
  const cleaned = await cleanUp({
    ...prepared.runner,
    clock: ground.clock,
    artifacts: async () => artifacts,
    summary: async (sections) => {
      summary = sections.map(({ markdown }) => markdown).join('\n\n')
    },
    ...given.runner,
  })
  return { ...cleaned, printed, outputs, state, summary }
}

async function finish(
  ground: Ground,
  state: ReadonlyMap<string, string>,
  inputs: Record<string, string> = {},
): Promise<Finishing> {
  const { runner, printed } = await runnerOn(ground, { inputs })
  const error = await finishCleanUp({
    ...runner,
    clock: ground.clock,
    state: (name) => state.get(name) ?? '',
  }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { error, printed: printed.join('\n') }
}

/** Every tag with everything that it lists, from the doubles' own memory. */
export function brokenTags({ manifests }: RegistryDouble, name = NAME): string[] {
  const lacks = (digest: string): boolean => {
    const found = manifests.find(name, digest)
    return found === undefined || (found.content.manifests ?? []).some((child) => lacks(child.digest))
  }
  return manifests.tags(name).filter((tag) => lacks(manifests.find(name, tag)?.digest ?? ''))
}

export function presentIn({ manifests }: RegistryDouble, digests: readonly string[], name = NAME): string[] {
  return digests.filter((digest) => manifests.find(name, digest) !== undefined)
}
