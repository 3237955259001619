import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunEvent } from '../../../actions/base/event.ts'
import { readManifest } from '../../../actions/pipeline/manifest-inputs.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'
import { type TestRunner, testRunner } from '../runner.ts'

export const CREDENTIALS = { user: 'octo', password: 'hunter2-canary' }

const DEFAULTS = Object.fromEntries(
  readManifest(new URL('../../../action.yml', import.meta.url)).map((input) => [input.name, input.default]),
)

export interface PipelineFixture extends EngineFixture {
  ghcr: RegistryDouble
  hub: RegistryDouble
  /** Inputs that publish two platforms to both registries, under a name that nothing else uses. */
  inputs(more?: Record<string, string>): Record<string, string> & { image: string }
  job(checkout: string, inputs: Record<string, string>): Promise<TestRunner>
}

export async function openPipelineFixture(): Promise<PipelineFixture> {
  const [engine, ghcr, hub] = await Promise.all([
    openEngineFixture(),
    startRegistryDouble({ flavour: 'ghcr', credentials: CREDENTIALS }),
    startRegistryDouble({ flavour: 'dockerhub', credentials: CREDENTIALS }),
  ])
  let count = 0
  return {
    ...engine,
    ghcr,
    hub,
    inputs: (more = {}) => ({
      image: `pipeline-${++count}`,
      platforms: 'linux/amd64,linux/arm64',
      registries: `${ghcr.host}/octo,${hub.host}/octo`,
      'registry-kinds': `${ghcr.host}=ghcr\n${hub.host}=dockerhub`,
      'github-token': CREDENTIALS.password,
      'dockerhub-username': CREDENTIALS.user,
      'dockerhub-token': CREDENTIALS.password,
      cache: 'none',
      ...more,
    }),
    job: async (checkout, inputs) =>
      testRunner({
        folder: await mkdtemp(join(engine.folder, 'job-')),
        inputs: { ...DEFAULTS, ...inputs },
        event: eventIn(checkout),
        environment: engine.engine.settings,
      }),
    remove: async () => {
      await Promise.all([ghcr.close(), hub.close(), engine.remove()])
    },
  }
}

function eventIn(workspace: string): RunEvent {
  return {
    name: 'push',
    ref: 'refs/heads/main',
    sha: 'c'.repeat(40),
    repository: 'octo/app',
    defaultBranch: 'main',
    payload: { head_commit: { timestamp: '2026-01-02T03:04:05Z' } },
    actor: 'octo',
    runId: '7',
    attempt: 1,
    serverUrl: 'https://github.com',
    apiUrl: 'http://127.0.0.1:9',
    workspace,
  }
}

/** What a job left in its temporary folder, artifacts aside. */
export async function leftovers(job: TestRunner): Promise<string[]> {
  return (await readdir(job.runner.temp)).filter((name) => name !== 'artifacts')
}
