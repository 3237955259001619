import type { Digest } from '../../base/digest.ts'
import type { Root } from '../../packages/reach/inventory.ts'
import type { Receipt } from '../../plan/receipt.ts'
import type { Candidates, CleanupTask } from './candidates.ts'

type Top = Candidates['tops'][number]

/** What a merge left behind, repository by repository; where nothing was, there is no task. */
export function supersededTasks(receipt: Receipt): CleanupTask[] {
  const published = receipt.images.filter(({ outcome }) => outcome === 'published')
  const entries = published.flatMap(({ repositories }) => repositories)
  const repositories = new Set(entries.map(({ repository }) => repository))
  return [...repositories].flatMap((repository) => {
    const own = entries.filter((entry) => entry.repository === repository)
    const tops = distinct(own.flatMap(({ superseded }) => superseded.map(leftBehind)))
    if (tops.length === 0) return []
    const tags = own.flatMap((entry) =>
      entry.tags.flatMap(({ name, after }): Root[] => (after === null ? [] : [{ name, digest: after }])),
    )
    const here = receipt.images.filter((image) =>
      image.repositories.some((each) => each.repository === repository),
    )
    const needed = here.flatMap(neededBy)
    return [
      {
        repository,
        choose: () => ({ tops, untags: [], orphans: [], stays: [] }),
        given: { tags, needed },
      },
    ]
  })
}

/**
 * Index and platforms as this run built them: they stay, though another tag may hold something else by now. Where an image
 * was not published, a rerun comes back to them.
 */
function neededBy({ name, digest, platforms }: Receipt['images'][number]): Root[] {
  const digests = [...(digest === null ? [] : [digest]), ...platforms.map((platform) => platform.digest)]
  return digests.map((needed) => ({ digest: needed, name: `${name} as this run built it` }))
}

function leftBehind({ tag, digest }: { tag: string; digest: Digest }): Top {
  return { digest, tags: [], reason: `left ${tag}` }
}

function distinct(candidates: readonly Top[]): Top[] {
  return [...new Map(candidates.toReversed().map((each) => [each.digest, each])).values()].toReversed()
}
