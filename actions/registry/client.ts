import { type Clock, systemClock } from '../base/clock.ts'
import { CancelledError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { RunProcess } from '../base/process.ts'
import { formatReference, type Repository } from '../base/reference.ts'
import { defaultRetry, type RetryPolicy } from '../base/retry.ts'
import type { RegistryAccess } from './access.ts'
import { getBlob, headBlob } from './blobs.ts'
import { Connection } from './connection.ts'
import { Logins } from './credentials.ts'
import { deleteManifest, deleteTag, getManifest, headManifest, putManifest } from './manifests.ts'
import { addReferrer, referrers, subjectOf } from './referrers.ts'
import { Session } from './session.ts'
import { listTags } from './tags.ts'
import type { Trace } from './trace.ts'
import { Transport } from './transport.ts'
import { Turns } from './turns.ts'
import type { Manifest, Registries, RepositoryClient, Rights } from './types.ts'
import { mountBlob, uploadBlob } from './uploads.ts'

export interface RegistriesOptions {
  log: Log
  /** For credential helpers. */
  run: RunProcess
  environment: Readonly<Record<string, string | undefined>>
  /** Otherwise as `retries` and `timeout` say. */
  retry?: RetryPolicy
  clock?: Clock
  signal?: AbortSignal
  trace?: Trace
}

/** Nothing is asked of a registry before the first request that has a purpose. */
export function openRegistries(access: RegistryAccess, options: RegistriesOptions): Registries {
  const { log, trace, environment } = options
  const { clock = systemClock } = options
  const policy = options.retry ?? {
    ...defaultRetry,
    attempts: access.retries,
    deadline: access.timeout,
    clock,
  }
  const closing = new AbortController()
  const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])])
  const transport = new Transport({ environment, signal })
  const logins = new Logins(access, options)
  const connections = new Map<string, Connection>()
  const turns = new Turns()
  const login = (repository: Repository) => logins.find(repository)
  const connect = (host: string): Connection => {
    const known =
      connections.get(host) ?? new Connection({ host, access, transport, clock: policy.clock, login, trace })
    connections.set(host, known)
    return known
  }
  return {
    open: (repository: Repository, rights: Rights = 'push') =>
      clientOf(new Session(repository, rights, connect(repository.host), { policy, log, signal }), turns),
    close: () => {
      // What is still under way is of no use any more, least of all a second time.
      closing.abort(new CancelledError())
      transport.close()
    },
  }
}

function clientOf(session: Session, turns: Turns): RepositoryClient {
  return {
    repository: session.repository,
    headManifest: (reference) => headManifest(session, reference),
    getManifest: (reference) => getManifest(session, reference),
    putManifest: (reference, manifest) => put(session, turns, reference, manifest),
    deleteManifest: (digest, again) => deleteManifest(session, digest, again),
    deleteTag: (tag, again) => deleteTag(session, tag, again),
    headBlob: (digest) => headBlob(session, digest),
    uploadBlob: (blob, upload = {}) => uploadBlob(session, blob, upload),
    mountBlob: (digest, from) => mountBlob(session, digest, from),
    getBlob: (digest, limit) => getBlob(session, digest, limit),
    listTags: () => listTags(session),
    referrers: (digest) => referrers(session, digest),
  }
}

async function put(session: Session, turns: Turns, reference: string, manifest: Manifest): Promise<void> {
  const handled = await putManifest(session, reference, manifest)
  const subject = handled ? undefined : subjectOf(manifest)
  if (subject === undefined) return
  const list = formatReference({ ...session.repository, digest: subject })
  await turns.take(list, () => addReferrer(session, subject, manifest))
}
