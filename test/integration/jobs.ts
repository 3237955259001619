import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readManifest } from '../../actions/runner/command-line/manifest-inputs.ts'
import type { RegistryDouble } from '../doubles/registry/index.ts'
import { pushEvent } from '../push-event.ts'
import type { EngineFixture } from './engine/fixture.ts'
import { type TestRunner, testRunner } from './runner.ts'

export const CREDENTIALS = { user: 'octo', password: 'hunter2-canary' }

export type StartJob = (checkout: string, inputs: Record<string, string>) => Promise<TestRunner>

/** Runs of the action with this manifest in a checkout, each as a job of its own. */
export function jobsOf(manifest: string, { engine, folder }: EngineFixture): StartJob {
  const path = new URL(`../../${manifest}`, import.meta.url)
  const defaults = Object.fromEntries(readManifest(path).map((input) => [input.name, input.default]))
  const payload = { head_commit: { timestamp: '2026-01-02T03:04:05Z' } }
  return async (workspace, inputs) =>
    testRunner({
      folder: await mkdtemp(join(folder, 'job-')),
      inputs: { ...defaults, ...inputs },
      event: pushEvent({ workspace, payload }),
      environment: { ...engine.settings, GITHUB_ACTIONS: 'true' },
    })
}

/** Inputs that publish to both registries. */
export function publishingTo(ghcr: RegistryDouble, hub: RegistryDouble) {
  return {
    registries: `${ghcr.host}/octo,${hub.host}/octo`,
    'registry-kinds': `${ghcr.host}=ghcr\n${hub.host}=dockerhub`,
    'github-token': CREDENTIALS.password,
    'dockerhub-username': CREDENTIALS.user,
    'dockerhub-token': CREDENTIALS.password,
    cache: 'none',
  }
}

/** What a job left in its temporary folder, artifacts aside. */
export async function leftovers(job: TestRunner): Promise<string[]> {
  return (await readdir(job.runner.temp)).filter((name) => name !== 'artifacts')
}
