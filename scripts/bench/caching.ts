import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRepository } from '../../actions/base/reference.ts'
import { serialisePlan } from '../../actions/plan/plan.ts'
import { runtimeToken, startResultsDouble } from '../../test/doubles/results/index.ts'
import { podmanEnvironment } from '../../test/integration/podman.ts'
import { LATEST, planFor } from '../../test/unit/merge/plans.ts'
import { ActionStep, EVENT } from './action.ts'
import type { Bench } from './case.ts'
import type { Cost } from './measure.ts'
import { makeContext } from './podman.ts'
import { openClient, tagImage, twoRegistries } from './registries.ts'

/** A step as a package manager's is: seconds of work, and data that compress badly. Then the sources. */
const CONTAINERFILE = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "sh", "-c", "busybox dd if=/dev/urandom of=/data bs=1M count=64 && for i in 1 2 3; do busybox gzip -c /data >/last; done"]
COPY source /source
`

export type Cache = 'none' | 'registry' | 'store'

export interface Builds {
  /** The build action on a runner without anything in podman's storage, for sources that are new. */
  build(cache: Cache, round: string): Promise<Cost>
  /** The same, with its post step, and the image published: so that later builds find a cache. */
  fill(cache: Cache): Promise<void>
}

export async function openBuilds(bench: Bench): Promise<Builds> {
  const hosts = await twoRegistries(bench)
  const results = await startResultsDouble()
  bench.finally(() => results.close())
  // One folder for all: its path is part of what a stored cache is found by.
  const folder = join(bench.folder, 'job')
  const checkout = await makeContext(join(folder, 'checkout'), CONTAINERFILE)

  async function step(cache: Cache, round: string): Promise<ActionStep> {
    const repositories = hosts.map((host) => `${host}/acme/${cache}`)
    const plan = planFor({ revision: EVENT.sha, tags: [LATEST], repositories })
    await writeFile(join(checkout, 'plan.json'), serialisePlan(plan))
    await writeFile(join(checkout, 'source'), round)
    const own = plan.legs.find(({ platform }) => platform === `linux/${ownArchitecture}`)
    const inputs = { plan: 'plan.json', leg: own!.leg, cache }
    const service = {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${results.url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(round, 'build'),
    }
    return ActionStep.prepare('build', { folder, runId: '1', inputs, env: { ...service, ...store.env } })
  }

  let store = await podmanEnvironment(join(bench.folder, 'podman'))
  bench.finally(() => store.remove())
  async function emptyStore(): Promise<void> {
    await store.remove()
    await rm(join(folder, 'temp'), { recursive: true, force: true })
    await mkdir(join(folder, 'temp'))
    store = await podmanEnvironment(join(bench.folder, 'podman'))
  }

  return {
    build: async (cache, round) => {
      await emptyStore()
      const build = await step(cache, round)
      const { cost, stdout } = await build.main()
      const hits = Number((await build.outputs())['cache-hits'])
      if (hits > 0 !== (cache !== 'none')) throw new Error(`${hits} steps came from the cache.\n${stdout}`)
      return cost
    },
    fill: async (cache) => {
      await emptyStore()
      const build = await step(cache, `fill-${cache}`)
      await build.main()
      const { digest = '' } = await build.outputs()
      const client = openClient()
      for (const host of hosts) {
        const repository = client.open(parseRepository(`${host}/acme/${cache}`))
        await tagImage(repository, { digest, architecture: ownArchitecture }, LATEST.name)
      }
      client.close()
      await build.post()
    },
  }
}

const ownArchitecture = process.arch === 'arm64' ? 'arm64' : 'amd64'
