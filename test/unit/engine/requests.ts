import { join } from 'node:path'
import type { BuildRequest } from '../../../actions/engine/build.ts'

/** Builds the Containerfile of a context, with nothing special about it. */
export function requestIn(context: string, changes: Partial<BuildRequest> = {}): BuildRequest {
  return {
    context,
    file: join(context, 'Containerfile'),
    platform: 'linux/amd64',
    format: 'docker',
    labels: {},
    buildArgs: {},
    buildContexts: [],
    secrets: [],
    ssh: [],
    target: undefined,
    pull: 'missing',
    noCache: false,
    cacheFrom: undefined,
    epoch: undefined,
    extraArgs: [],
    ...changes,
  }
}
