import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runtimeToken, startResultsDouble } from '../../test/doubles/results/index.ts'
import { manifestDefaults } from './action.ts'
import type { Bench } from './case.ts'
import type { CleanupAnswer } from './cleanup-process.ts'
import type { CleanupOrder } from './cleanup-runner.ts'
import { type Cost, timed } from './measure.ts'
import { eventAt } from './merging.ts'
import { type LargePackage, TOKEN } from './package.ts'
import { bundleProgram } from './program.ts'
import { countRequests, type Kind } from './requests.ts'

export interface Cleaned extends CleanupAnswer {
  cost: Cost
}

export interface Counted extends Cleaned {
  requests: Map<Kind, number>
}

export interface Cleanups {
  /** The manifest's defaults unless told. */
  clean(inputs: Record<string, string>, apiUrl?: string): Promise<Cleaned>
  cleanPackage(target: LargePackage, inputs: Record<string, string>): Promise<Counted>
}

/** The cleanup as one file, bundled as dist/ is, with GitHub's cache service for its digests. */
export async function openCleanups(bench: Bench): Promise<Cleanups> {
  const program = await bundleProgram('cleanup-process')
  const results = await startResultsDouble()
  bench.finally(() => results.close())
  const folder = await cleanupFolder(bench)
  const env = {
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    RUNNER_TEMP: folder,
    NO_PROXY: '127.0.0.1',
    GITHUB_ACTIONS: 'true',
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken('run', 'cleanup'),
  }

  let runs = 0
  async function clean(inputs: Record<string, string>, apiUrl = 'https://api.github.com'): Promise<Cleaned> {
    const order = await cleanupOrder(inputs, apiUrl, folder)
    // Caches are kept under a name that has the run's number in it.
    order.event.runId = String(++runs)
    const { cost, stdout } = await timed([process.execPath, program, JSON.stringify(order)], { env })
    // GitHub's client for caches has a say before.
    const answer = JSON.parse(stdout.split('\n').at(-1) ?? '') as CleanupAnswer
    if (answer.error !== undefined) throw new Error(`The cleanup failed: ${answer.error}`)
    return { ...answer, cost }
  }

  return {
    clean,
    cleanPackage: async ({ registry, github }, inputs) => {
      const doubles = [registry, github]
      for (const { requests } of doubles) requests.length = 0
      const cleaned = await clean({ ...inputsFor({ registry, github }), ...inputs }, github.url)
      return { ...cleaned, requests: countRequests(doubles.map(({ requests }) => requests)) }
    },
  }
}

/** Who we are there, and where it is. */
export function inputsFor({ registry, github }: Pick<LargePackage, 'registry' | 'github'>) {
  return { 'github-token': TOKEN, 'registry-kinds': `${registry.host}=ghcr ${github.url}` }
}

export async function cleanupFolder(bench: Bench): Promise<string> {
  const folder = join(bench.folder, 'cleanup')
  await mkdir(folder, { recursive: true })
  return folder
}

export async function cleanupOrder(
  given: Record<string, string>,
  apiUrl: string,
  folder: string,
): Promise<CleanupOrder> {
  const inputs = { ...(await manifestDefaults('cleanup')), ...given }
  return { inputs, event: eventAt(apiUrl, folder), folder }
}
