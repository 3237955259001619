import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runtimeToken } from '../../../test/doubles/results/token.ts'
import { root } from '../../setup/places.mjs'
import { ActionStep } from '../action.ts'
import type { Bench, BenchCase, Figure } from '../case.ts'
import { type Cost, interleaved, ratio, timed } from '../measure.ts'
import { makeContext } from '../podman.ts'

const PLAN = `plan-${'a'.repeat(12)}@sha256:${'b'.repeat(64)}`
const SHA256 = 'c'.repeat(64)

/** Load, read the inputs, first request: it is refused, and that is the end. */
export const run: BenchCase = async (bench) => {
  const server = await refusingServer(bench)
  await makeContext(join(bench.folder, 'checkout'), 'FROM scratch\nCOPY busybox /busybox\n')
  const empty = join(bench.folder, 'empty.mjs')
  await writeFile(empty, '')
  const inputs = inputsFor(server.host)
  const actions = Object.keys(inputs) as (keyof typeof inputs)[]

  const contestants: Record<string, () => Promise<Cost>> = {
    'an empty script': async () => (await timed([process.execPath, empty])).cost,
  }
  for (const action of actions)
    contestants[action] = async () => {
      const before = server.requests()
      const { cost, stdout } = await (await step(bench, action, inputs[action], server.host)).main({
        mayFail: true,
      })
      if (server.requests() === before) throw new Error(`${action} made no request:\n${stdout}`)
      return cost
    }
  const samples = await interleaved(bench.runs(15), contestants)
  const figures = actions.map((action): Figure => {
    const value = ratio(samples[action]!, samples['an empty script']!, 'cpu')
    return { what: `CPU of ${action} ÷ an empty script`, value, unit: '×', aim: 5.4, bound: 5.4 }
  })
  const megabytes = (await sizeOf(join(root, 'dist'))) / 1e6
  return {
    figures: [...figures, { what: 'size of dist/', value: megabytes, unit: 'MB', aim: 4, bound: 6 }],
    notes: [
      'Valid inputs, no programs to start, and a server that answers everything with 404: what is measured is what each action does until its first request, and how it ends after it.',
    ],
    samples,
  }
}

/** With these each action gets as far as its first request. */
function inputsFor(host: string) {
  const registries = `${host}/acme`
  return {
    prepare: { image: 'app', registries, platforms: 'linux/amd64' },
    setup: {
      'minimum-buildah': '1.35',
      'podman-url-amd64': `http://${host}/podman.tar.gz`,
      'podman-sha256-amd64': SHA256,
      'podman-url-arm64': `http://${host}/podman.tar.gz`,
      'podman-sha256-arm64': SHA256,
    },
    build: { plan: PLAN },
    merge: { plan: PLAN },
    pipeline: { image: 'app', registries },
  }
}

function step(
  bench: Bench,
  action: string,
  inputs: Record<string, string>,
  host: string,
): Promise<ActionStep> {
  const env = {
    // No git and no podman: only what is ours shall be measured.
    PATH: '/nonexistent',
    ACTIONS_RESULTS_URL: `http://${host}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken('run', 'job'),
    RUNNER_TOOL_CACHE: join(bench.folder, 'tools'),
  }
  return ActionStep.prepare(action, { folder: bench.folder, runId: '1', inputs, env })
}

async function refusingServer(bench: Bench): Promise<{ host: string; requests(): number }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    request.resume()
    response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bench.finally(() => {
    server.closeAllConnections()
    server.close()
  })
  await mkdir(join(bench.folder, 'tools'), { recursive: true })
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests: () => requests }
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
