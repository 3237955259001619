import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runtimeToken } from '../../../test/doubles/results/token.ts'
import { ActionStep, dist } from '../action.ts'
import type { Bench, BenchCase, Figure } from '../case.ts'
import { type Cost, interleaved, ratio, timed } from '../measure.ts'
import { makeContext } from '../podman.ts'

const PLAN = `plan-${'a'.repeat(12)}@sha256:${'b'.repeat(64)}`
const RECEIPT = `receipt-${'a'.repeat(12)}-1@sha256:${'b'.repeat(64)}`
const SHA256 = 'c'.repeat(64)

/** Of a shell, for what ended by SIGKILL. */
const KILLED = 137

/** Load, read the inputs, first request: there each action is stopped. */
export const run: BenchCase = async (bench) => {
  const server = await listen(bench)
  await mkdir(join(bench.folder, 'tools'), { recursive: true })
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
      const ready = await step(bench, action, inputs[action], server.host)
      const until = server.nextRequest()
      const { cost, exitCode, stdout } = await ready.main({ until, mayFail: true })
      if (exitCode !== KILLED) throw new Error(`${action} made no request:\n${stdout}`)
      return cost
    }
  const samples = await interleaved(bench.runs(15), contestants)
  const figures = actions.map((action): Figure => {
    const measured = ratio(samples[action]!, samples['an empty script']!, 'cpu')
    return { what: `CPU of ${action} ÷ an empty script`, ...measured, unit: '×', aim: 5.4, bound: 5.4 }
  })
  const megabytes = (await sizeOf(dist)) / 1e6
  return {
    figures: [...figures, { what: 'size of dist/', value: megabytes, unit: 'MB', aim: 4, bound: 6 }],
    notes: [
      'Valid inputs, no programs to start, and a server on loopback: each action is stopped when its first request is there.',
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
    cleanup: { receipt: RECEIPT, 'any-branch': 'true' },
    rollback: { image: `${registries}/app`, tag: 'latest' },
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

interface Listener {
  host: string
  /** Resolves when it has come; there is no answer. */
  nextRequest(): Promise<void>
}

async function listen(bench: Bench): Promise<Listener> {
  let arrived = () => {}
  const server = createServer(() => arrived())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bench.finally(() => {
    server.closeAllConnections()
    server.close()
  })
  const nextRequest = () =>
    new Promise<void>((resolve) => {
      arrived = resolve
    })
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, nextRequest }
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
