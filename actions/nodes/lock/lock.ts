import * as z from 'zod'

const commit = z.string().regex(/^[0-9a-f]{40}$/, 'is no commit (40 hex digits)')
const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'is no checksum (sha256:…)')

/** The sidecar of a snapshot: what its pins alone leave open. */
export const lock = z.strictObject({
  schema: z.literal(1),
  /** Of the canonical snapshot that it belongs to. */
  snapshot: sha256,
  git: z.record(
    z.string(),
    z.strictObject({
      commit,
      /** Git's hash of all files of that commit. */
      tree: commit,
      /** By path: what lies there, with the hash of its files. */
      submodules: z.record(z.string(), z.strictObject({ url: z.string(), commit, tree: commit })).default({}),
      /** By path: requirements files. */
      requirements: z.record(z.string(), sha256).default({}),
    }),
  ),
  registry: z.record(
    z.string(),
    z.strictObject({
      version: z.string(),
      address: z.string(),
      archive: sha256,
      /** Of all files in it. */
      files: sha256.optional(),
      requirements: z.record(z.string(), sha256).default({}),
    }),
  ),
  /** Nodes that are single files, by name: what is in them. */
  files: z.record(z.string(), sha256).optional(),
  /** By name; empty where packages are left alone. */
  packages: z.record(
    z.string(),
    z.strictObject({
      version: z.string(),
      /** None: a commit's address says it all, or no index has it, and the base image must bring it. */
      hashes: z.array(sha256),
      /** Where it comes from, if that is no index: `git+https://…@<commit>`, `https://…/x.whl`. */
      address: z.string().optional(),
    }),
  ),
  /** Requirements files beside the nodes' own, by the hash of what is in them, in the order in which they are given. */
  extra: z.array(sha256).default([]),
})
export type Lock = z.infer<typeof lock>
