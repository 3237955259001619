import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../actions/base/digest.ts'
import { type Plan, serialisePlan } from '../../actions/plan/plan.ts'
import { recordArtifact, serialiseRecord } from '../../actions/plan/record.ts'
import { startGithubDouble } from '../../test/doubles/github/index.ts'
import { runtimeToken, startResultsDouble } from '../../test/doubles/results/index.ts'
import { publishBefore, pushChildren } from '../../test/integration/merge/servers.ts'
import { childDigest, fixed, LATEST, PLATFORMS, planFor, recordsOf } from '../../test/unit/merge/plans.ts'
import { ActionStep, EVENT } from './action.ts'
import type { Bench } from './case.ts'
import type { Command, Cost } from './measure.ts'
import { openClient } from './registries.ts'

const BEFORE = 'a'.repeat(40)
const MORE_TAGS = ['1.2.4', '1.2', '1', 'main']
export const TAGS = [LATEST.name, ...MORE_TAGS]

export interface Merges {
  /** Children of both platforms in new repositories, and an older image under the moving tag. */
  prepare(hosts: readonly string[], round: string): Promise<Plan>
  ours(plan: Plan, round: string): Promise<Cost>
}

/** What a merge needs besides the registries: GitHub, which knows what is newer, and the artifacts of the run. */
export async function openMerges(bench: Bench): Promise<Merges> {
  const results = await startResultsDouble()
  bench.finally(() => results.close())
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
      const env = {
        ACTIONS_RESULTS_URL: `${results.url}/`,
        ACTIONS_RUNTIME_TOKEN: runtimeToken(round, 'merge'),
      }
      const folder = join(bench.folder, round)
      await mkdir(join(folder, 'checkout'), { recursive: true })
      await leaveRecords(plan, round, results.url)
      const inputs = { plan: 'plan.json', 'github-token': 'ghs_double' }
      await writeFile(join(folder, 'checkout', inputs.plan), serialisePlan(plan))
      const facts = { folder, runId: '1', inputs, env: { ...env, GITHUB_API_URL: github.url } }
      const step = await ActionStep.prepare('merge', facts)
      const { cost } = await step.main()
      const { moved } = await step.outputs()
      if (JSON.parse(moved ?? '[]').length !== plan.images[0]!.repositories.length)
        throw new Error(`${LATEST.name} did not move in every registry.`)
      return cost
    },
  }
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

/** As the legs of this run would have left them. */
async function leaveRecords(plan: Plan, run: string, url: string): Promise<void> {
  const names = { workflow_run_backend_id: run, workflow_job_run_backend_id: 'build' }
  const call = async (method: string, message: object) => {
    const response = await fetch(`${url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${runtimeToken(run, 'build')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...names, ...message }),
    })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as Record<string, string>
  }
  for (const record of recordsOf(plan)) {
    const name = recordArtifact(plan.id, record.leg, record.attempt)
    const body = serialiseRecord(record)
    const { signed_upload_url: to = '' } = await call('CreateArtifact', { name })
    await fetch(to, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body })
    await call('FinalizeArtifact', { name, size: String(body.length), hash: digestOf(body) })
  }
}
