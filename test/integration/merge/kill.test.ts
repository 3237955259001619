import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { silentLog } from '../../../actions/base/log.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { finishTransaction } from '../../../actions/transaction/aftermath.ts'
import { Journal, journalPath } from '../../../actions/transaction/journal.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { fixed, indexFor, LATEST, planFor } from '../../unit/merge/plans.ts'
import { memoryArtifacts, testClock } from '../../unit/merge/world.ts'
import { type Boundary, type Crossing, startBoundary } from './boundary.ts'
import { accessTo, connect, publishBefore, pushChildren } from './servers.ts'

const temp = mkdtempSync(join(tmpdir(), 'merge-kill-'))
const program = join(temp, 'merge.mjs')
const doubles: RegistryDouble[] = []
const boundaries: Boundary[] = []
const strikes = new Map<string, (crossing: Crossing) => void>()
const counts = new Map<string, number>()

beforeAll(async () => {
  await build({
    entryPoints: ['test/integration/merge/merge-process.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  for (let each = 0; each < 2; each++) {
    const double = await startRegistryDouble({ flavour: 'oci' })
    doubles.push(double)
    boundaries.push(await startBoundary(double.host, cross))
  }
})

afterAll(async () => {
  child?.kill('SIGKILL')
  await Promise.all(boundaries.map((boundary) => boundary.close()))
  await Promise.all(doubles.map((double) => double.close()))
  rmSync(temp, { recursive: true, force: true })
})

function cross(crossing: Omit<Crossing, 'number'>): void {
  const [, name] = /^\/v2\/(.+?)\/(manifests|blobs)\//.exec(crossing.path) ?? []
  const strike = strikes.get(name ?? '')
  if (name === undefined || !strike) return
  const number = (counts.get(name) ?? 0) + (crossing.when === 'before' ? 1 : 0)
  counts.set(name, number)
  strike({ ...crossing, number })
}

interface Attempt {
  before: Plan
  now: Plan
  path: string
}

let attempts = 0
async function prepare(): Promise<Attempt> {
  const id = (attempts++).toString(16).padStart(12, '0')
  const path = `acme/app-${id}`
  const direct = doubles.map(({ host }) => `${host}/${path}`)
  const repositories = boundaries.map(({ host }) => `${host}/${path}`)
  const tags = [...fixed('2.0.0'), LATEST]
  const registries = connect(accessTo({}))
  await publishBefore(registries, planFor({ revision: 'r1', tags: [LATEST], repositories: direct }), [
    'latest',
  ])
  await pushChildren(registries, planFor({ revision: 'r2', tags, repositories: direct }))
  registries.close()
  const plans = [
    planFor({ revision: 'r1', tags: [LATEST], repositories }),
    planFor({ revision: 'r2', tags, repositories }),
  ]
  return { before: plans[0]!, now: { ...plans[1]!, id }, path }
}

/** The process that merges; a new one where the last was killed. */
let child: ChildProcess | undefined
function merger(): ChildProcess {
  if (child && child.exitCode === null && child.signalCode === null) return child
  const env = { ...process.env, NODE_COMPILE_CACHE: join(temp, 'compiled') }
  child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], env })
  return child
}

/** Merges, and sends the signal at that moment; resolves once the merge or its process has ended. */
async function mergeUntil(
  signal: NodeJS.Signals,
  { now, path }: Attempt,
  at: (crossing: Crossing) => boolean,
): Promise<number> {
  const running = merger()
  strikes.set(path, (crossing) => {
    if (at(crossing)) running.kill(signal)
  })
  const ended = new Promise<void>((resolve) => {
    running.once('close', () => resolve())
    running.stdout?.once('data', () => resolve())
  })
  running.stdin?.write(`${JSON.stringify({ plan: now, hosts: boundaries.map(({ host }) => host), temp })}\n`)
  await ended
  running.removeAllListeners('close')
  strikes.delete(path)
  return counts.get(path) ?? 0
}

function held({ path }: Attempt, tag: string): (string | undefined)[] {
  return doubles.map((double) => double.manifests.find(path, tag)?.digest)
}

/** Runs `post:`; the message it ends with, if any. */
async function finish({ now }: Attempt): Promise<string> {
  const journal = Journal.read(journalPath(temp, now.id))
  if (!journal) return ''
  const registries = connect(accessTo({}))
  const artifacts = memoryArtifacts()
  try {
    await finishTransaction(journal, { registries, artifacts, clock: testClock(), log: silentLog })
    return ''
  } catch (error) {
    return String(error)
  } finally {
    registries.close()
  }
}

async function strikeAt(signal: NodeJS.Signals, at: (crossing: Crossing) => boolean): Promise<void> {
  const attempt = await prepare()
  const olds = indexFor(attempt.before).digest
  const ours = indexFor(attempt.now).digest
  await mergeUntil(signal, attempt, at)
  for (const digest of held(attempt, 'latest')) expect([olds, ours]).toContain(digest)
  for (const digest of held(attempt, '2.0.0')) expect([undefined, ours]).toContain(digest)
  const message = await finish(attempt)
  const [first, second] = held(attempt, 'latest')
  expect(message).toBe('')
  expect(second).toBe(first)
  const [one, other] = held(attempt, '2.0.0')
  if (first === ours) expect([one, other]).toEqual([ours, ours])
}

describe.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test('at every request leaves each tag whole, and all registries alike after post', async () => {
    const whole = await mergeUntil('SIGCONT', await prepare(), () => false)
    expect(whole).toBeGreaterThan(20)
    for (let number = 1; number <= whole; number++)
      await strikeAt(signal, (crossing) => crossing.number === number && crossing.when === 'before')
  }, 120_000)

  test.each(['2.0.0', 'latest-previous', 'latest'])('right after %s was put', async (tag) => {
    await strikeAt(
      signal,
      ({ method, path, when }) => method === 'PUT' && path.endsWith(`/${tag}`) && when === 'after',
    )
  })
})
