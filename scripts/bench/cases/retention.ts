import { cleanUp } from '../../../actions/cleanup/main.ts'
import { SecondaryLimit } from '../../../test/doubles/github/index.ts'
import type { Bench, BenchCase } from '../case.ts'
import { type Counted, cleanupFolder, cleanupOrder, inputsFor, openCleanups } from '../cleaning.ts'
import { cleanupRunner } from '../cleanup-runner.ts'
import { openPackageFor, requireWhole } from '../package.ts'
import { describeRequests, sumWithout } from '../requests.ts'
import { skippingClock } from '../skipping-clock.ts'

const VERSIONS = 10_000
const TAGGED = 500
const STAY = 400
/** An index and its two children each. */
const DELETIONS = (TAGGED - STAY) * 3
const LIMITS = { points: 900, writes: 80 }

/** Old images go, by the hundred. */
export const run: BenchCase = async (bench) => {
  const { cleanPackage } = await openCleanups(bench)
  const cleaned: Counted[] = []
  for (let run = 1; run <= bench.runs(3); run++) {
    const target = await openPackageFor(bench, { versions: VERSIONS, tagged: TAGGED })
    cleaned.push(await cleanPackage(target, rulesFor(target.repository)))
    requireWhole(target, DELETIONS)
  }
  const paced = await runPaced(bench)
  const planned = TAGGED + 2 * DELETIONS
  const beyond = cleaned.map(
    ({ requests }) => sumWithout(requests, 'version pages', 'tag pages', 'tokens', 'accounts') - planned,
  )
  return {
    figures: [
      {
        what: 'requests beyond list pages, 1 per root, 2 per deletion',
        value: Math.max(...beyond),
        unit: 'requests',
        aim: 0,
        bound: 0,
      },
      {
        what: 'peak memory of our process',
        value: Math.max(...cleaned.map(({ peak }) => peak)) / 1e6,
        unit: 'MB',
        aim: 200,
        bound: 300,
      },
      { what: 'deletions in any minute', value: paced.most.writes, unit: 'requests', aim: 80, bound: 80 },
      { what: 'points in any minute', value: paced.most.points, unit: 'points', aim: 900, bound: 900 },
      { what: 'requests refused for their rate', value: paced.refused, unit: 'requests', aim: 0, bound: 0 },
      {
        what: 'time of the deletions ÷ that of a steady 80 a minute',
        value: paced.time / leastTime(),
        unit: '×',
        aim: 1.1,
        bound: 1.2,
      },
    ],
    notes: [
      `Of ${TAGGED} tagged indexes in a package of ${VERSIONS} versions the newest ${STAY} stay; ${DELETIONS} manifests go. Doubles of GHCR and of GitHub, nothing in the digest cache. Counted: ${describeRequests(cleaned.at(-1)!.requests)}; tokens and accounts say who we are, and the lists are read before the deletions and after them.`,
      `The rates: the same once more against a GitHub that refuses more than ${LIMITS.points} points or ${LIMITS.writes} deletions in a minute, on a clock that both share, and that only waits move on.`,
      'Times are those of the whole process without the waits.',
    ],
    samples: { retention: cleaned.map(({ cost }) => cost) },
  }
}

function rulesFor(repository: string): Record<string, string> {
  return { images: repository, 'keep-n-tagged': String(STAY), 'max-deletes': '1000', 'max-requests': '5000' }
}

/** In milliseconds, one deletion after the other. */
function leastTime(): number {
  return (DELETIONS / LIMITS.writes) * 60_000
}

async function runPaced(bench: Bench): Promise<Pick<SecondaryLimit, 'most' | 'refused'> & { time: number }> {
  const start = Date.now()
  const clock = skippingClock({ now: () => start, sleep: async () => {} })
  const secondary = new SecondaryLimit(clock.now, LIMITS)
  const target = await openPackageFor(bench, {
    versions: VERSIONS,
    tagged: TAGGED,
    now: clock.now,
    secondary,
  })
  const inputs = { ...inputsFor(target), ...rulesFor(target.repository) }
  const order = await cleanupOrder(inputs, target.github.url, await cleanupFolder(bench))
  const { error } = await cleanUp(cleanupRunner(order, clock))
  if (error !== undefined) throw error
  requireWhole(target, DELETIONS)
  return { most: secondary.most, refused: secondary.refused, time: clock.skipped }
}
