import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../actions/base/clock.ts'
import { digestOf } from '../../actions/base/digest.ts'
import { silentLog } from '../../actions/base/log.ts'
import { parseRepository } from '../../actions/base/reference.ts'
import { defaultRetry } from '../../actions/base/retry.ts'
import { openRegistries } from '../../actions/registry/client.ts'
import { OCI_INDEX } from '../../actions/registry/mediatypes.ts'
import type { Descriptor, Registries, RepositoryClient } from '../../actions/registry/types.ts'
import { startRegistry } from '../../test/integration/docker-registry.ts'
import type { Bench } from './case.ts'

const SERVE = fileURLToPath(new URL('../../test/doubles/serve.ts', import.meta.url))

/** Two docker-registries, as GHCR and Docker Hub are two. */
export async function twoRegistries(bench: Bench): Promise<string[]> {
  const registries = await Promise.all([startRegistry(), startRegistry()])
  for (const registry of registries) bench.finally(() => registry.stop())
  return registries.map(({ host }) => host)
}

/** Two registries whose lines are held, each in a process of its own, so that neither slows the other. */
export async function twoHeldRegistries(bench: Bench, bytesPerSecond: number): Promise<string[]> {
  return Promise.all([heldRegistry(bench, bytesPerSecond), heldRegistry(bench, bytesPerSecond)])
}

async function heldRegistry(bench: Bench, bytesPerSecond: number): Promise<string> {
  const args = [SERVE, '--kind', 'oci', '--bytes-per-second', String(bytesPerSecond)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  bench.finally(async () => {
    const exit = once(child, 'exit')
    if (child.kill()) await exit
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return (JSON.parse(line) as { host: string }).host
}

/** Our client, for what must lie in the registries before something is measured. */
export function openClient(): Registries {
  const access = {
    logins: new Map(),
    kinds: new Map(),
    insecure: new Set<string>(),
    retries: 1,
    timeout: 60_000,
  }
  const run = () => Promise.reject(new Error('No credential helper is asked here.'))
  const retry = { ...defaultRetry, attempts: 1, clock: systemClock }
  return openRegistries(access, { log: silentLog, run, environment: { HOME: '/nonexistent' }, retry })
}

interface ImageManifest {
  config: Descriptor
  layers: Descriptor[]
}

/** Tags an image that lies there by digest as `merge` would: through an index. */
export async function tagImage(
  client: RepositoryClient,
  image: { digest: string; architecture: string },
  tag: string,
): Promise<void> {
  const manifest = await client.getManifest(image.digest)
  if (!manifest) throw new Error(`${image.digest} is not in ${client.repository.path}.`)
  const platform = { os: 'linux', architecture: image.architecture }
  const { mediaType, digest, bytes } = manifest
  const manifests = [{ mediaType, digest, size: bytes.length, platform }]
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
  await client.putManifest(tag, { mediaType: OCI_INDEX, digest: digestOf(index), bytes: index })
}

/** The image under a tag in another repository of the same registry, without a byte of a layer sent. */
export async function copyTagged(
  registries: Registries,
  from: string,
  to: string,
  tag: string,
): Promise<void> {
  const [source, target] = [from, to].map((name) => registries.open(parseRepository(name))) as [
    RepositoryClient,
    RepositoryClient,
  ]
  const index = await source.getManifest(tag)
  const { manifests } = JSON.parse(String(Buffer.from(index!.bytes))) as { manifests: Descriptor[] }
  for (const { digest } of manifests) {
    const child = await source.getManifest(digest)
    const { config, layers } = JSON.parse(String(Buffer.from(child!.bytes))) as ImageManifest
    for (const blob of [config, ...layers])
      if (!(await target.mountBlob(blob.digest, source.repository.path)))
        throw new Error(`${blob.digest} could not be mounted.`)
    await target.putManifest(digest, child!)
  }
  await target.putManifest(tag, index!)
}
