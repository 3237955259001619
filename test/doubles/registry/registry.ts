import type { Blobs } from './blobs.ts'
import type { Flavour } from './flavour.ts'
import type { Guard } from './guard.ts'
import type { Manifests } from './manifests.ts'

/** What the routes share: the stores, the guard, and this registry's habits. */
export interface Registry {
  flavour: Flavour
  guard: Guard
  blobs: Blobs
  manifests: Manifests
  mounts: boolean
  pageSize: number
  /** Tags that can be neither overwritten nor deleted. */
  immutableTags: RegExp | undefined
  /** How often a repository's manifests were fetched: both GHCR and Docker Hub count that. */
  pulls: Map<string, number>
  /** From then on a manifest GET is answered 429. */
  pullLimit: number
  /** The origin that blobs are redirected to. */
  blobOrigin: string | undefined
}
