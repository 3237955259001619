import type { Digest } from '../../base/digest.ts'
import type { Inventory, Root } from '../../packages/reach/inventory.ts'

/** Something that may go, and why: a sentence's part, such as "left latest-previous". */
export interface Candidate {
  digest: Digest
  reason: string
}

/** What is asked to go, before anybody has looked at what still needs it: what a tag reaches stays, whatever is asked. */
export interface Candidates {
  /**
   * Go with all children and referrers that nothing else reaches. `tags` were asked to go too: one that holds such a
   * version and is not among them keeps it.
   */
  tops: readonly (Candidate & { tags: readonly string[] })[]
  /** One tag each, of versions that keep others. */
  untags: readonly (Candidate & { tag: string })[]
  /**
   * Untagged and old enough; those that no tag reaches go. While this is not empty, all other untagged versions count as
   * a push that is not finished yet: what they list stays.
   */
  orphans: readonly Candidate[]
  /** Why versions stay that the rules looked at. */
  stays: readonly Candidate[]
}

/** One repository, and what to take there. */
export interface CleanupTask {
  /** `ghcr.io/owner/app` */
  repository: string
  choose(inventory: Inventory): Candidates
  /** What a receipt knows of this repository: which tags it gave, and which manifests these need. */
  given?: { tags: readonly Root[]; needed: readonly Root[] }
}

export interface CleanupOptions {
  dryRun: boolean
  /** In one repository; with more than these nothing is deleted there. */
  maxDeletes: number
}
