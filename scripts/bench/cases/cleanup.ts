import type { BenchCase } from '../case.ts'
import { type Counted, openCleanups } from '../cleaning.ts'
import { openPackageFor, requireWhole } from '../package.ts'
import { mergeNext, publishEarlier } from '../publishing.ts'
import { describeRequests, sumWithout } from '../requests.ts'

const VERSIONS = 10_000
const TAGGED = 500
/** An index and its two children. */
const LEFT_BEHIND = 3

/** What a moved `latest` left behind goes from a package that is large. */
export const run: BenchCase = async (bench) => {
  const target = await openPackageFor(bench, { versions: VERSIONS, tagged: TAGGED })
  await publishEarlier(target, 'r1', 'r2')
  const { cleanPackage } = await openCleanups(bench)
  const cleaned: Counted[] = []
  for (let merge = 1; merge <= 1 + bench.runs(5); merge++) {
    const receipt = await mergeNext(bench, target, `r${2 + merge}`)
    cleaned.push(await cleanPackage(target, { receipt }))
    requireWhole(target, LEFT_BEHIND * merge)
  }

  const [cold, ...warm] = cleaned as [Counted, ...Counted[]]
  const roots = TAGGED + 2
  return {
    figures: [
      {
        what: 'requests with a warm digest cache',
        value: Math.max(...warm.map(counted)),
        unit: 'requests',
        aim: 12,
        bound: 12,
      },
      {
        what: 'requests with a cold one, less one per tagged root',
        value: counted(cold) - roots,
        unit: 'requests',
        aim: 12,
        bound: 12,
      },
      { what: 'peak memory, cold', value: cold.peak / 1e6, unit: 'MB', aim: 200, bound: 300 },
    ],
    notes: [
      `After a merge that moved latest to another image for two platforms, in a package of ${VERSIONS} versions with ${TAGGED} tagged indexes: doubles of GHCR and of GitHub. Pages of lists are not counted; they are read before the deletions and after them. What left latest-previous is gone afterwards, and what tags hold is whole (checked in every run).`,
      `Warm: ${describeRequests(warm.at(-1)!.requests)}. Cold: ${describeRequests(cold.requests)}.`,
      'Times are those of the whole process, its start included; nothing that runs here does the same for GHCR, so requests are the figure.',
    ],
    samples: { cold: [cold.cost], warm: warm.map(({ cost }) => cost) },
  }
}

function counted({ requests }: Counted): number {
  return sumWithout(requests, 'version pages', 'tag pages')
}
