import type { BuildRequest } from '../engine/build.ts'
import type { Source } from '../runner/source.ts'
import type { ChosenLeg } from './leg.ts'
import type { BuildOptions } from './options.ts'

export interface RequestParts {
  source: Source
  secrets: string[]
  cacheFrom: string | undefined
  /** What a reproducible image is dated: when the commit was made. */
  date: Date
}

/** What the plan says of the image, and what this caller adds to it. */
export function buildRequest(
  { image, leg }: ChosenLeg,
  options: BuildOptions,
  parts: RequestParts,
): BuildRequest {
  const epoch = options.reproducible ? Math.floor(parts.date.getTime() / 1000) : undefined
  const created =
    epoch === undefined ? {} : { 'org.opencontainers.image.created': new Date(epoch * 1000).toISOString() }
  return {
    ...parts.source,
    platform: leg.platform,
    format: options.format,
    labels: { ...image.labels, ...created },
    buildArgs: { ...image.buildArgs, ...options.buildArgs },
    buildContexts: options.buildContexts,
    secrets: parts.secrets,
    ssh: options.ssh,
    target: options.target ?? image.target,
    pull: options.pull,
    noCache: options.noCache,
    cacheFrom: parts.cacheFrom,
    epoch,
    extraArgs: options.extraArgs,
  }
}
