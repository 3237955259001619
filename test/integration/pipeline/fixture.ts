import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'
import { CREDENTIALS, jobsOf, publishingTo, type StartJob } from '../jobs.ts'

export interface PipelineFixture extends EngineFixture {
  ghcr: RegistryDouble
  hub: RegistryDouble
  /** Inputs that publish two platforms to both registries, under a name that nothing else uses. */
  inputs(more?: Record<string, string>): Record<string, string> & { image: string }
  job: StartJob
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
      ...publishingTo(ghcr, hub),
      ...more,
    }),
    job: jobsOf('action.yml', engine),
    remove: async () => {
      await Promise.all([ghcr.close(), hub.close(), engine.remove()])
    },
  }
}
