import { parseRepository } from '../../../actions/base/reference.ts'
import type { Registries } from '../../../actions/registry/types.ts'
import { startRegistry } from '../../../test/integration/docker-registry.ts'
import { publishBefore } from '../../../test/integration/merge/servers.ts'
import { childDigest, indexFor, PLATFORMS, planFor } from '../../../test/unit/merge/plans.ts'
import type { BenchCase } from '../case.ts'
import { openCleanups } from '../cleaning.ts'
import { startLine } from '../line.ts'
import { type Cost, interleaved, ratio, timed } from '../measure.ts'
import { openClient } from '../registries.ts'

/** Of those that go, and of those that stay. */
const GO = 10
const STAY = 30
const ROUND_TRIP = 40

interface Target {
  repository: string
  /** What goes under each tag: the index first. */
  digests: Record<string, string[]>
}

/** The images of pull requests go from a docker-registry, releases stay. */
export const run: BenchCase = async (bench) => {
  const registry = await startRegistry()
  bench.finally(() => registry.stop())
  const far = await startLine(bench, registry.host, ROUND_TRIP)
  const client = openClient()
  bench.finally(() => client.close())
  const { clean } = await openCleanups(bench)
  const contestant =
    (host: string, deletes: (target: Target) => Promise<Cost>) =>
    async (round: string): Promise<Cost> => {
      const name = `${host === far ? 'far' : 'near'}-${round}`
      const digests = await fill(client, `${registry.host}/${name}`)
      const cost = await deletes({ repository: `${host}/${name}`, digests })
      await requireGone(client, { repository: `${registry.host}/${name}`, digests })
      return cost
    }
  const ours = async ({ repository }: Target) => (await clean({ images: repository, tags: 'pr-*' })).cost
  const crane = (target: Target) => runScript(craneScript(target))
  const near = await interleaved(bench.runs(3), {
    ours: contestant(registry.host, ours),
    crane: contestant(registry.host, crane),
    regctl: contestant(registry.host, (target) => runScript(regctlScript(target))),
  })
  const away = await interleaved(bench.runs(3), {
    ours: contestant(far, ours),
    crane: contestant(far, crane),
  })
  return {
    figures: [
      { what: 'time ÷ crane', ...ratio(near.ours, near.crane, 'wall'), unit: '×', aim: 2, bound: 3 },
      {
        what: 'time ÷ regctl',
        ...ratio(near.ours, near.regctl, 'wall'),
        unit: '×',
        aim: 0.8,
        bound: 1.2,
      },
      {
        what: `time ÷ crane at ${ROUND_TRIP} ms round trip`,
        ...ratio(away.ours, away.crane, 'wall'),
        unit: '×',
        aim: 0.8,
        bound: 1.2,
      },
    ],
    notes: [
      `A docker-registry with ${GO + STAY} tagged images for two platforms, of which the ${GO} under pr-* go with their children: what a user’s script would do there. Ours is the whole process, its start included; it also reads what stays before it takes anything, looks for signatures of what goes, looks at the tags again while it deletes, as docker-registry drops all that hold what is deleted, and once more at the end.`,
      'crane: ls, then for each tag digest, manifest, and delete of the index and both children, in one shell script; it looks at nothing that stays, and at no tag again. regctl: the same with tag ls, manifest head, get and delete, which looks for referrers too.',
    ],
    samples: {
      ...near,
      [`ours at ${ROUND_TRIP} ms`]: away.ours,
      [`crane at ${ROUND_TRIP} ms`]: away.crane,
    },
  }
}

async function fill(client: Registries, repository: string): Promise<Target['digests']> {
  const digests: Target['digests'] = {}
  for (let image = 1; image <= GO + STAY; image++) {
    const tag = image <= GO ? `pr-${image}` : `1.0.${image}`
    const plan = planFor({ revision: `r${image}`, tags: [], repositories: [repository] })
    await publishBefore(client, plan, [tag])
    const children = PLATFORMS.map((platform) => childDigest(plan, platform))
    if (image <= GO) digests[tag] = [indexFor(plan).digest, ...children]
  }
  return digests
}

async function requireGone(client: Registries, { repository, digests }: Target): Promise<void> {
  const opened = client.open(parseRepository(repository))
  const tags = await opened.listTags()
  if (tags.length !== STAY || tags.some((tag) => tag.startsWith('pr-')))
    throw new Error(`${tags.length} tags are left, not the ${STAY} that stay.`)
  const gone = Object.values(digests).flat()
  for (const digest of gone)
    if (await opened.headManifest(digest)) throw new Error(`${digest} was not deleted.`)
}

async function runScript(lines: readonly string[]): Promise<Cost> {
  return (await timed(['sh', '-ec', lines.join('\n')])).cost
}

function craneScript({ repository, digests }: Target): string[] {
  return [
    `crane ls --insecure ${repository}`,
    ...Object.entries(digests).flatMap(([tag, each]) => [
      `crane digest --insecure ${repository}:${tag}`,
      `crane manifest --insecure ${repository}:${tag}`,
      ...each.map((digest) => `crane delete --insecure ${repository}@${digest}`),
    ]),
  ]
}

function regctlScript({ repository, digests }: Target): string[] {
  const regctl = `regctl --host reg=${parseRepository(repository).host},tls=disabled`
  return [
    `${regctl} tag ls ${repository}`,
    ...Object.entries(digests).flatMap(([tag, each]) => [
      `${regctl} manifest head ${repository}:${tag}`,
      `${regctl} manifest get ${repository}:${tag}`,
      ...each.map((digest) => `${regctl} manifest delete --referrers ${repository}@${digest}`),
    ]),
  ]
}
