import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Plan, serialisePlan } from '../../actions/plan/plan.ts'
import { recordArtifact, serialiseRecord } from '../../actions/plan/record.ts'
import { startGithubDouble } from '../../test/doubles/github/index.ts'
import { publishBefore, pushChildren } from '../../test/integration/merge/servers.ts'
import { childDigest, fixed, LATEST, PLATFORMS, planFor, recordsOf } from '../../test/unit/merge/plans.ts'
import { EVENT, manifestDefaults } from './action.ts'
import type { Bench } from './case.ts'
import { type Command, type Cost, timed } from './measure.ts'
import type { MergeOrder } from './merge-process.ts'
import { bundleProgram } from './program.ts'
import { openClient } from './registries.ts'

const BEFORE = 'a'.repeat(40)
const MORE_TAGS = ['1.2.4', '1.2', '1', 'main']
export const TAGS = [LATEST.name, ...MORE_TAGS]

export interface Merges {
  /** Children of both platforms in new repositories, and an older image under the moving tag. */
  prepare(hosts: readonly string[], round: string): Promise<Plan>
  ours(plan: Plan, round: string): Promise<Cost>
}

/** What a merge needs besides the registries: GitHub, which knows what is newer, and a folder with the run's documents. */
export async function openMerges(bench: Bench): Promise<Merges> {
  const program = await bundleProgram('merge-process')
  const commits = { [BEFORE]: [], [EVENT.sha]: [BEFORE] }
  const repositories = { 'acme/app': { defaultBranch: 'main', branches: { main: EVENT.sha }, commits } }
  const github = await startGithubDouble({ repositories, rateLimit: 1e6 })
  bench.finally(() => github.close())
  const client = openClient()
  bench.finally(() => client.close())

  return {
    prepare: async (hosts, round) => {
      const repositories = hosts.map((host) => `${host}/acme/${round}`)
      await publishBefore(client, planFor({ revision: BEFORE, tags: [LATEST], repositories }), [LATEST.name])
      const plan = planFor({ revision: EVENT.sha, tags: [LATEST, ...fixed(...MORE_TAGS)], repositories })
      await pushChildren(client, plan)
      return plan
    },
    ours: async (plan, round) => {
      const folder = join(bench.folder, round)
      await mkdir(folder, { recursive: true })
      const file = join(folder, 'plan.json')
      await writeFile(file, serialisePlan(plan))
      for (const record of recordsOf(plan)) {
        const name = recordArtifact(plan.id, record.leg, record.attempt)
        await writeFile(join(folder, `${name}.json`), serialiseRecord(record))
      }
      const inputs = { ...(await manifestDefaults('merge')), plan: file, 'github-token': 'ghs_double' }
      const order: MergeOrder = { inputs, event: eventAt(github.url, folder), folder }
      const { cost, stdout } = await timed([process.execPath, program, JSON.stringify(order)])
      const { moved = '[]' } = Object.assign(
        {},
        ...stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      )
      if (JSON.parse(moved).length !== plan.images[0]!.repositories.length)
        throw new Error(`${LATEST.name} did not move in every registry.`)
      return cost
    },
  }
}

export function eventAt(apiUrl: string, workspace: string): MergeOrder['event'] {
  const facts = { repository: 'acme/app', defaultBranch: 'main', actor: 'octo', runId: '1', attempt: 1 }
  return { ...EVENT, ...facts, payload: {}, serverUrl: 'https://github.com', apiUrl, workspace }
}

/** crane for one registry after the other: an index, its other tags, and a look at each. */
export function craneMerge(plan: Plan): Command[] {
  return plan.images[0]!.repositories.flatMap((name): Command[] => {
    const children = PLATFORMS.flatMap((platform) => ['--manifest', `${name}@${childDigest(plan, platform)}`])
    const [first, ...others] = TAGS
    return [
      ['crane', 'index', 'append', '--insecure', ...children, '--tag', `${name}:${first}`],
      ...others.map((tag): Command => ['crane', 'tag', '--insecure', `${name}:${first}`, tag]),
      ...TAGS.map((tag): Command => ['crane', 'digest', '--insecure', `${name}:${tag}`]),
    ]
  })
}

/** podman in the same way; it has no look to offer. */
export function podmanMerge(plan: Plan): Command[] {
  return plan.images[0]!.repositories.flatMap((name): Command[] => [
    ['podman', 'manifest', 'create', name],
    ...PLATFORMS.map((platform): Command => {
      const child = `docker://${name}@${childDigest(plan, platform)}`
      return ['podman', 'manifest', 'add', '--tls-verify=false', name, child]
    }),
    ...TAGS.map(
      (tag): Command => [
        'podman',
        'manifest',
        'push',
        '--quiet',
        '--tls-verify=false',
        name,
        `docker://${name}:${tag}`,
      ],
    ),
  ])
}
