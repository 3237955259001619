import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultRule } from '../doubles/faults.ts'
import { type GithubDouble, startGithubDouble } from '../doubles/github/index.ts'
import type { RegistryDouble } from '../doubles/registry/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../doubles/results/index.ts'
import { Running, Step } from '../integration/canary/step.ts'
import { descriptor, document, INDEX, image } from '../integration/doubles/images.ts'
import { CREDENTIALS } from '../integration/jobs.ts'
import { startCli } from '../integration/pipeline/cli-process.ts'
import { openPipelineFixture, type PipelineFixture } from '../integration/pipeline/fixture.ts'
import { commitAll } from '../integration/pipeline/git-checkout.ts'

const CONTAINERFILE =
  'FROM scratch\nCOPY busybox /bin/sh\nCOPY busybox /bin/sleep\nCOPY file /file\nCMD ["/bin/sleep", "300"]\n'
const CHECKS = 'version: 1\nrun:\n  ready: { http: { path: /, port: 8000 } }\n'

/** The client of GitHub's cache leaves a list of the paths that it packed. */
const PACKED = /\/[0-9a-f-]{36}\/manifest\.txt$/

/** Pipelines that are processes of their own, one after another, on a machine where nothing else runs. */
export interface SignalWorld {
  open(name: string, options?: { verify?: boolean }): Promise<SignalJob>
  close(): Promise<void>
}

export interface SignalJob {
  /** As `uses:` runs it. */
  step: Step
  /** As a person runs it. */
  cli(): Running
  /** Told of the request at which the server waits. */
  reached(server: 'ghcr' | 'hub' | 'github', rule: Pick<FaultRule, 'method' | 'path'>): Promise<void>
  /** Resolves once a container runs. */
  containerRuns(): Promise<void>
  /** What each registry's tags hold: `old`, `older`, `new`, or what is missing of it. */
  tags(): Record<string, string>[]
  /** Files, containers and credentials that nobody took away. */
  left(): string[]
}

export async function openSignalWorld(): Promise<SignalWorld> {
  const fixture = await openPipelineFixture()
  const results = await startResultsDouble()
  const tokens = { [CREDENTIALS.password]: { login: CREDENTIALS.user, packages: 'admin' as const } }
  const github = await startGithubDouble({ registry: fixture.ghcr, tokens })
  return {
    open: (name, options = {}) => openJob(name, { fixture, results, github }, options.verify ?? false),
    close: async () => {
      await Promise.all([fixture.remove(), results.close(), github.close()])
    },
  }
}

interface Servers {
  fixture: PipelineFixture
  results: ResultsDouble
  github: GithubDouble
}

async function openJob(
  name: string,
  { fixture, results, github }: Servers,
  verify: boolean,
): Promise<SignalJob> {
  const folder = join(fixture.folder, `signal-${name}`)
  const places = Object.fromEntries(
    ['temp', 'home', 'tmp'].map((each) => [each, join(folder, each)]),
  ) as Record<'temp' | 'home' | 'tmp', string>
  for (const path of Object.values(places)) mkdirSync(path, { recursive: true })
  const checkout = await fixture.context(CONTAINERFILE, name)
  if (verify) writeFileSync(join(checkout, 'image-verify.yml'), CHECKS)
  await commitAll(checkout)
  const path = `octo/${name}`
  const registries = { ghcr: fixture.ghcr, hub: fixture.hub }
  const known = new Map<string, string>()
  for (const [age, tag] of [
    ['old', 'latest'],
    ['older', 'latest-previous'],
  ] as const)
    for (const registry of Object.values(registries))
      known.set(await publish(registry, path, `${name} ${age}`, tag), age)
  const servers = { ...registries, github }
  for (const server of Object.values(servers)) server.faults.clear()
  const platform = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64'
  const { image: _, ...inputs } = fixture.inputs({
    platforms: platform,
    'registry-kinds': `${fixture.ghcr.host}=ghcr ${github.url}\n${fixture.hub.host}=dockerhub`,
    // Nothing tells which of the two is the newer.
    'force-move': 'true',
    retries: '1',
    ...(verify ? { verify: 'image-verify.yml' } : {}),
  })
  const given = { ...inputs, images: `- {image: ${name}}` }
  const env = {
    ...(process.env as Record<string, string>),
    ...fixture.engine.settings,
    HOME: places.home,
    TMPDIR: places.tmp,
  }
  const job = {
    RUNNER_TEMP: places.temp,
    ...{
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: checkout,
      GITHUB_REPOSITORY: path,
      GITHUB_EVENT_NAME: 'push',
    },
    ...{
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'c'.repeat(40),
      GITHUB_ACTOR: 'octo',
      GITHUB_RUN_ID: '7',
    },
    ...{ GITHUB_RUN_ATTEMPT: '1', GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: github.url },
    GITHUB_EVENT_PATH: eventFile(folder),
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(name, 'job'),
  }
  const podman = (...args: string[]) =>
    execFileSync('podman', args, { env, encoding: 'utf8' }).split('\n').filter(Boolean)
  return {
    step: new Step('pipeline', given, folder, { ...env, ...job }),
    cli: () =>
      new Running(startCli(cliArguments(given), { cwd: checkout, env: { ...env, ...cliSecrets(given) } })),
    reached: async (server, rule) => {
      const { faults, requests } = servers[server]
      faults.add({ ...rule, path: rule.path ?? '', fault: { kind: 'delay', milliseconds: 400 } })
      const pattern = new RegExp(rule.path ?? '')
      const found = () => requests.some((each) => each.faults.includes('delay') && pattern.test(each.path))
      requests.splice(0)
      while (!found()) await pause()
    },
    containerRuns: async () => {
      while (podman('ps', '--quiet').length === 0) await pause()
    },
    tags: () =>
      Object.values(registries).map(({ manifests }) =>
        Object.fromEntries(
          manifests.tags(path).map((tag) => {
            const held = manifests.find(path, tag)
            const whole =
              held?.content.manifests?.every(({ digest }) => manifests.find(path, digest)) ?? false
            return [tag, whole ? (known.get(held!.digest) ?? 'new') : 'broken']
          }),
        ),
      ),
    left: () => [
      ...filesUnder(places.temp).filter((file) => !PACKED.test(file)),
      ...filesUnder(places.tmp).filter((file) => /image-actions|pipeline-|auth/.test(file)),
      ...Object.values(places).flatMap(filesUnder).filter(holdsPassword),
      ...podman('ps', '--all', '--external', '--format', '{{.Names}} {{.Status}}'),
    ],
  }
}

async function publish(registry: RegistryDouble, path: string, seed: string, tag: string): Promise<string> {
  const child = await image(registry, path, seed)
  registry.manifests.put(path, child.digest, child)
  const platform = { os: 'linux', architecture: 'arm64' }
  const index = document(INDEX, { manifests: [{ ...descriptor(child), platform }] })
  return registry.manifests.put(path, tag, index).digest
}

function eventFile(folder: string): string {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify({ repository: { default_branch: 'main' } }))
  return path
}

const SECRETS: Record<string, string> = {
  'github-token': 'GITHUB_TOKEN',
  'dockerhub-token': 'DOCKERHUB_TOKEN',
}

function cliArguments(inputs: Record<string, string>): string[] {
  const open = Object.entries(inputs).filter(([name]) => !(name in SECRETS))
  return ['run', ...open.flatMap(([name, value]) => `--${name}=${value}`)]
}

function cliSecrets(inputs: Record<string, string>): Record<string, string> {
  const secrets = Object.entries(SECRETS).map(([name, variable]) => [variable, inputs[name] ?? ''])
  return { USER: 'octo', ...Object.fromEntries(secrets) }
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function holdsPassword(path: string): boolean {
  if (statSync(path).size > 4 * 1024 * 1024) return false
  const text = readFileSync(path, 'latin1')
  const login = Buffer.from(`${CREDENTIALS.user}:${CREDENTIALS.password}`).toString('base64')
  return text.includes(CREDENTIALS.password) || text.includes(login)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10))
