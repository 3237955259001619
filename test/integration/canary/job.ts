import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { busybox } from '../../../scripts/setup/places.mjs'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import { type PodmanEnvironment, podmanEnvironment } from '../podman.ts'
import { CANARIES, canaries } from './secrets.ts'
import { Witness } from './witness.ts'

/** What a build prints once its secrets have arrived. */
export const ARRIVED = 'all secrets are here'
const IDS = ['text', 'key', 'json', 'file']
const MOUNTS = IDS.map((id) => `--mount=type=secret,id=${id}`).join(' ')
const SHOW = `cat ${IDS.map((id) => `/run/secrets/${id}`).join(' ')} > /dev/null && echo ${ARRIVED} && env`

/** A Containerfile that uses every secret, then does this. */
export function containerfile(then = 'true'): string {
  return `FROM scratch\nCOPY busybox /bin/sh\nCOPY busybox /bin/cat\nCOPY busybox /bin/env\nCOPY busybox /bin/sleep\nRUN ${MOUNTS} ${SHOW}; ${then}\n`
}

/** A job with every kind of secret, and everything that it can leave something in, under one folder. */
export interface Job {
  folder: string
  temp: string
  home: string
  checkout: string
  registries: RegistryDouble[]
  results: ResultsDouble
  witness: Witness
  podman: PodmanEnvironment
  env: Record<string, string>
  inputs: Record<string, string>
  /** Of everything that the run left, sent or started: which secret it gives away. */
  leaks(passOver?: readonly string[]): string[]
  close(): Promise<void>
}

export async function openJob(text: string): Promise<Job> {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const made = (name: string) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const [temp, home, tmp, checkout, secrets] = ['runner-temp', 'home', 'tmp', 'checkout', 'secrets'].map(
    made,
  ) as [string, string, string, string, string]
  const witness = new Witness(made('witness'), ['podman', 'buildah', 'git'])
  const results = await startResultsDouble()
  const [ghcr, hub, third, helped] = (await Promise.all([
    registry('ghcr', CANARIES.githubToken),
    registry('dockerhub', CANARIES.dockerhubToken),
    registry('oci', CANARIES.registryPassword),
    registry('oci', CANARIES.helperSecret),
  ])) as [RegistryDouble, RegistryDouble, RegistryDouble, RegistryDouble]
  const podman = await podmanEnvironment(made('podman'))

  layCheckout(checkout, text)
  const given = layHome(home, helped.host)
  witness.add(
    'docker-credential-canary',
    `cat > /dev/null; echo '${JSON.stringify({ Username: 'octo', Secret: CANARIES.helperSecret })}'`,
  )
  writeFileSync(join(secrets, 'file'), CANARIES.secretFile)
  const registries = [ghcr, hub, third, helped]
  return {
    ...{ folder, temp, home, checkout, registries, results, witness, podman },
    leaks: (passOver = []) => [
      ...canaries.under(folder, [...given, secrets, witness.folder, ...passOver]),
      ...canaries.under(results.folder),
      ...registries.flatMap(({ blobs, manifests }) => [
        ...canaries.under(blobs.folder),
        ...manifests.list('octo/canary').flatMap(({ bytes }) => canaries.in(bytes)),
      ]),
    ],
    env: {
      ...jobEnvironment({ temp, home, tmp, checkout }),
      PATH: `${witness.folder}:${process.env.PATH}`,
      ACTIONS_RESULTS_URL: `${results.url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken('7', 'job'),
      ...podman.env,
    },
    inputs: {
      image: 'canary',
      'tag-name': 'canary',
      platforms: 'linux/amd64',
      registries: registries.map(({ host }) => `${host}/octo`).join('\n'),
      'registry-kinds': `${ghcr.host}=ghcr\n${hub.host}=dockerhub`,
      'github-token': CANARIES.githubToken,
      'dockerhub-username': 'octo',
      'dockerhub-token': CANARIES.dockerhubToken,
      'registry-auth': JSON.stringify([
        { registry: third.host, username: 'octo', password: CANARIES.registryPassword },
      ]),
      secrets: JSON.stringify({
        text: CANARIES.buildSecret,
        key: CANARIES.severalLines,
        json: CANARIES.json,
      }),
      'secret-files': `file=${join(secrets, 'file')}`,
      retries: '1',
    },
    close: async () => {
      await Promise.all([...registries, results].map((double) => double.close()))
      await podman.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function registry(flavour: 'ghcr' | 'dockerhub' | 'oci', password: string): Promise<RegistryDouble> {
  return startRegistryDouble({ flavour, credentials: { user: 'octo', password } })
}

function layCheckout(checkout: string, text: string): void {
  copyFileSync(busybox('amd64'), join(checkout, 'busybox'))
  writeFileSync(join(checkout, 'Containerfile'), text)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args])
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '.')
  git('commit', '--quiet', '--message', 'one')
}

/** What the owner of the machine keeps there; all of it is his. */
function layHome(home: string, helped: string): string[] {
  const files: Record<string, string> = {
    '.netrc': `machine example.com login octo password ${CANARIES.netrc}\n`,
    '.docker/config.json': JSON.stringify({
      auths: { 'example.com': { auth: Buffer.from(`octo:${CANARIES.existingLogin}`).toString('base64') } },
      credHelpers: { [helped]: 'canary' },
    }),
  }
  mkdirSync(join(home, '.docker'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(home, name), content)
  return Object.keys(files).map((name) => join(home, name))
}

function jobEnvironment(places: { temp: string; home: string; tmp: string; checkout: string }) {
  return {
    HOME: places.home,
    TMPDIR: places.tmp,
    RUNNER_TEMP: places.temp,
    // The log then holds every request.
    RUNNER_DEBUG: '1',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: places.checkout,
    GITHUB_REPOSITORY: 'octo/canary',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_ACTOR: 'octo',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'http://127.0.0.1:9',
  }
}
