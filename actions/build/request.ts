import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildRequest } from '../engine/build.ts'
import type { ChosenLeg } from './leg.ts'
import type { BuildOptions } from './options.ts'
import type { Source } from './source.ts'

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

/** podman insists on TLS unless told otherwise by its configuration: a copy of the machine's, with our hosts added. */
export async function allowPlainHttp(
  hosts: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
) {
  if (hosts.length === 0) return {}
  const path = join(folder, 'registries.conf')
  await writeFile(path, await currentConfiguration(environment))
  for (const host of hosts)
    await appendFile(path, `\n[[registry]]\nlocation = ${JSON.stringify(host)}\ninsecure = true\n`)
  return { CONTAINERS_REGISTRIES_CONF: path }
}

async function currentConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const named = environment.CONTAINERS_REGISTRIES_CONF
  const places = named
    ? [named]
    : [join(environment.HOME ?? '/', '.config/containers/registries.conf'), '/etc/containers/registries.conf']
  for (const path of places) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return ''
}
