import { startBoundary } from '../../../test/integration/merge/boundary.ts'
import type { Bench, BenchCase } from '../case.ts'
import { startLine } from '../line.ts'
import { type Cost, interleaved, ratio, timedSequence } from '../measure.ts'
import { craneMerge, type Merges, openMerges, podmanMerge, TAGS } from '../merging.ts'
import { openStore } from '../podman.ts'
import { twoRegistries } from '../registries.ts'

const ROUND_TRIP = 40

/** Two platforms under five tags in two registries; the whole action, from its start to its receipt. */
export const run: BenchCase = async (bench) => {
  const hosts = await twoRegistries(bench)
  const far = await Promise.all(hosts.map((host) => startLine(bench, host, ROUND_TRIP)))
  const { env } = await openStore(bench)
  const merges = await openMerges(bench)
  const ours =
    (to: readonly string[], where: string) =>
    async (round: string): Promise<Cost> =>
      merges.ours(await merges.prepare(to, `${where}-${round}`), `${where}-${round}`)
  const crane =
    (to: readonly string[], where: string) =>
    async (round: string): Promise<Cost> =>
      timedSequence(craneMerge(await merges.prepare(to, `${where}-${round}`)))

  const near = await interleaved(bench.runs(9), {
    ours: ours(hosts, 'near'),
    crane: crane(hosts, 'near'),
    podman: async (round) =>
      timedSequence(podmanMerge(await merges.prepare(hosts, `near-${round}`)), { env }),
  })
  const away = await interleaved(bench.runs(5), { ours: ours(far, 'far'), crane: crane(far, 'far') })
  const requests = await countRequests(bench, merges, hosts)
  return {
    figures: [
      { what: 'requests to a registry', value: requests, unit: 'requests', aim: 24, bound: 24 },
      { what: 'time ÷ crane', ...ratio(near.ours, near.crane, 'wall'), unit: '×', aim: 0.7, bound: 1 },
      {
        what: 'time ÷ podman',
        ...ratio(near.ours, near.podman, 'wall'),
        unit: '×',
        aim: 0.25,
        bound: 0.35,
      },
      {
        what: `time ÷ crane at ${ROUND_TRIP} ms round trip`,
        ...ratio(away.ours, away.crane, 'wall'),
        unit: '×',
        aim: 0.15,
        bound: 0.25,
      },
    ],
    notes: [
      `Two platforms, the tags ${TAGS.join(', ')}, of which ${TAGS[0]} moves and held an older image; two docker-registries. Ours is the whole process, its start included: records read, GitHub asked which revision is newer, everything read back, the receipt written.`,
      'Plan, records and receipt lie in a folder, as the digests that crane and podman are given lie in their command lines: fetching them from the run is a step of its own there.',
      'crane: index append, tag ×4, digest ×5; podman: manifest create, add ×2, push ×5; for one registry after the other.',
    ],
    samples: {
      ours: near.ours,
      crane: near.crane,
      podman: near.podman,
      [`ours at ${ROUND_TRIP} ms`]: away.ours,
      [`crane at ${ROUND_TRIP} ms`]: away.crane,
    },
  }
}

/** Of the registry that is asked more often. */
async function countRequests(bench: Bench, merges: Merges, hosts: readonly string[]): Promise<number> {
  const counts = hosts.map(() => 0)
  const boundaries = await Promise.all(
    hosts.map((host, index) =>
      startBoundary(host, ({ when }) => {
        if (when === 'before') counts[index]!++
      }),
    ),
  )
  for (const boundary of boundaries) bench.finally(() => boundary.close())
  const plan = await merges.prepare(
    boundaries.map(({ host }) => host),
    'counted',
  )
  counts.fill(0)
  await merges.ours(plan, 'counted')
  return Math.max(...counts)
}
