import { Readable } from 'node:stream'
import type { Clock } from '../../../actions/base/clock.ts'
import { digestOf } from '../../../actions/base/digest.ts'
import { type Log, silentLog } from '../../../actions/base/log.ts'
import type { RetryPolicy } from '../../../actions/base/retry.ts'
import { type RegistryAccess, readRegistryAccess } from '../../../actions/registry/access.ts'
import { openRegistries } from '../../../actions/registry/client.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../../actions/registry/mediatypes.ts'
import type { TracedRequest } from '../../../actions/registry/trace.ts'
import type { BlobSource, Manifest, Registries } from '../../../actions/registry/types.ts'

/** Time that passes only when somebody sleeps. */
export class SteppedClock implements Clock {
  readonly waits: number[] = []
  time = Date.UTC(2026, 0, 1)

  now(): number {
    return this.time
  }

  async sleep(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds)
    this.time += milliseconds
  }
}

export interface Opened {
  registries: Registries
  clock: SteppedClock
  traced: TracedRequest[]
  logged: string[]
}

export function accessWith(inputs: Record<string, string> = {}): RegistryAccess {
  return readRegistryAccess({ text: (name) => inputs[name] ?? '' }, { actor: 'octocat' })
}

export function openTest(access: RegistryAccess = accessWith(), signal?: AbortSignal): Opened {
  const clock = new SteppedClock()
  const traced: TracedRequest[] = []
  const logged: string[] = []
  const log: Log = { ...silentLog, info: (message) => logged.push(message) }
  const retry: RetryPolicy = {
    attempts: 3,
    base: 10_000,
    longest: 120_000,
    deadline: 900_000,
    clock,
    random: () => 0,
  }
  const registries = openRegistries(access, {
    log,
    retry,
    environment: { HOME: '/nonexistent' },
    run: () => Promise.reject(new Error('no helper expected')),
    trace: (request) => traced.push(request),
    ...(signal ? { signal } : {}),
  })
  return { registries, clock, traced, logged }
}

/** Without host and port: `HEAD /v2/app/manifests/latest 200` */
export function linesOf(traced: readonly TracedRequest[]): string[] {
  return traced.map(({ method, url, status }) => `${method} ${new URL(url).pathname} ${status ?? '-'}`)
}

export function blobOf(content: string | Uint8Array): BlobSource & { opened: number } {
  const bytes = Buffer.from(content)
  return {
    opened: 0,
    digest: digestOf(bytes),
    size: bytes.length,
    open() {
      this.opened++
      return Readable.from([bytes], { objectMode: false })
    },
  }
}

export function manifestOf(document: Record<string, unknown>): Manifest {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...document }))
  return { mediaType: String(document.mediaType), digest: digestOf(bytes), bytes }
}

export function imageOf(config: BlobSource, layers: BlobSource[], more: object = {}): Manifest {
  const describe = (mediaType: string, { digest, size }: BlobSource) => ({ mediaType, digest, size })
  return manifestOf({
    mediaType: OCI_MANIFEST,
    config: describe('application/vnd.oci.image.config.v1+json', config),
    layers: layers.map((layer) => describe('application/vnd.oci.image.layer.v1.tar+gzip', layer)),
    ...more,
  })
}

export function indexOf(children: Manifest[]): Manifest {
  const manifests = children.map(({ mediaType, digest, bytes }) => ({
    mediaType,
    digest,
    size: bytes.byteLength,
    platform: { os: 'linux', architecture: 'amd64' },
  }))
  return manifestOf({ mediaType: OCI_INDEX, manifests })
}
