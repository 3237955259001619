import type { Readable } from 'node:stream'
import type { Digest } from '../base/digest.ts'
import type { Platform } from '../base/platform.ts'
import type { Repository } from '../base/reference.ts'

export interface Descriptor {
  mediaType: string
  digest: Digest
  size: number
  platform?: Platform
  annotations?: Record<string, string>
  artifactType?: string
}

/** A manifest as it came over the wire: the digest is that of exactly these bytes. */
export interface Manifest {
  mediaType: string
  digest: Digest
  bytes: Uint8Array
}

export interface BlobSource {
  digest: Digest
  size: number
  /** A fresh stream for each attempt: a consumed one is never replayed. */
  open(): Readable
}

/** `ghcr` and `dockerhub` have ways of their own; `oci` is every other registry. */
export type RegistryKind = 'ghcr' | 'dockerhub' | 'oci'

export type Login = { username: string; password: string } | { identityToken: string }

/** What a token is asked to allow; each includes the one before. */
export type Rights = 'pull' | 'push' | 'delete'

export type BlobOutcome = 'present' | 'mounted' | 'pushed'

export type DeleteOutcome = 'deleted' | 'absent' | 'unsupported' | 'referenced'

/** Before another attempt, after a wait in which much may have changed; what it throws ends the attempts. */
export type Again = () => Promise<void>

/** One repository in one registry. Every method retries what is worth a retry; `undefined` means "not there". */
export interface RepositoryClient {
  readonly repository: Repository
  headManifest(reference: string): Promise<Descriptor | undefined>
  getManifest(reference: string): Promise<Manifest | undefined>
  /** By tag or digest; fails when the registry reports another digest than ours. */
  putManifest(reference: string, manifest: Manifest): Promise<void>
  deleteManifest(digest: Digest, again?: Again): Promise<DeleteOutcome>
  /** The tag alone: what it held stays. */
  deleteTag(tag: string, again?: Again): Promise<DeleteOutcome>
  /** The blob's size. */
  headBlob(digest: Digest): Promise<number | undefined>
  /** HEAD, then mount from the repositories named (paths in the same registry), then POST and one PUT; bytes that are sent again are told again. */
  uploadBlob(
    blob: BlobSource,
    options?: { mountFrom?: readonly string[]; onSent?: (bytes: number) => void },
  ): Promise<BlobOutcome>
  /** Tries to mount without an upload; false: not there to mount. */
  mountBlob(digest: Digest, from: string): Promise<boolean>
  /** For configs and other small blobs, verified; refuses more than `limit` bytes (4 MiB unless told). */
  getBlob(digest: Digest, limit?: number): Promise<Uint8Array | undefined>
  listTags(): Promise<string[]>
  /** Through the referrers API, else through the fallback tag. */
  referrers(digest: Digest): Promise<Descriptor[]>
}

/** All registries of a run: one connection pool, one set of tokens. */
export interface Registries {
  /** With credentials, one token for all that `rights` allows (`push` unless told) is asked for at once. */
  open(repository: Repository, rights?: Rights): RepositoryClient
  /** Ends idle connections, so that the process can end. */
  close(): void
}
