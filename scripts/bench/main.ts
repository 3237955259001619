// The bench itself, under Node 24. Started by scripts/bench.mjs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, BenchCase, Outcome } from './case.ts'
import { readBaseline, regressions } from './regression.ts'
import { type Result, writeReport } from './report.ts'
import { isExceeded, tableOf } from './table.ts'

/** Loaded one by one, so that a case can be run while another is being written. */
const CASES: Record<string, () => Promise<{ run: BenchCase }>> = {
  startup: () => import('./cases/startup.ts'),
  merge: () => import('./cases/merge.ts'),
  push: () => import('./cases/push.ts'),
  'push-40': () => import('./cases/push-40.ts'),
  'push-changed': () => import('./cases/push-changed.ts'),
  cache: () => import('./cases/cache.ts'),
  memory: () => import('./cases/memory.ts'),
  cleanup: () => import('./cases/cleanup.ts'),
  retention: () => import('./cases/retention.ts'),
  'retention-registry': () => import('./cases/retention-registry.ts'),
  chaos: () => import('./cases/chaos.ts'),
  verify: () => import('./cases/verify.ts'),
  'verify-200': () => import('./cases/verify-200.ts'),
  restore: () => import('./cases/restore.ts'),
  'snapshot-500': () => import('./cases/snapshot-500.ts'),
}

const HELP = `npm run bench -- [case …] [--runs N] [--short] [--compare] [--repos DIR]
  cases: ${Object.keys(CASES).join(', ')}; all of them unless named
  --runs N  how often each contestant runs
  --short   fewer runs, and smaller images where size is not the point
  --compare fails on what has become worse than docs/benchmarks.json says, beyond noise, and not by the bounds
  --repos   a folder of bare repositories OWNER/NAME.git, for the case restore, in place of made-up ones
BENCH_DIST=folder measures another bundle than dist/.
Writes docs/benchmarks.md, docs/benchmarks.json and .cache/bench/results.json when all cases ran in full; ends with 1 when a bound is exceeded.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    short: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    repos: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const unknown = positionals.filter((name) => !(name in CASES))
if (values.help || unknown.length > 0) {
  process.stdout.write(`${unknown.map((name) => `There is no case ${name}.\n`).join('')}${HELP}\n`)
  process.exitCode = unknown.length > 0 ? 2 : 0
} else {
  await runAll(positionals.length > 0 ? positionals : Object.keys(CASES))
}

async function runAll(names: readonly string[]): Promise<void> {
  const results: Result[] = []
  for (const name of names) {
    process.stdout.write(`\n== ${name}\n`)
    const started = Date.now()
    const outcome = await runCase((await CASES[name]!()).run).catch((error: Error) => {
      process.stdout.write(`${error.stack}\n`)
      return undefined
    })
    if (!outcome) continue
    const seconds = Math.round((Date.now() - started) / 1000)
    results.push({ name, seconds, ...outcome })
    process.stdout.write(`${tableOf(outcome.figures)}${outcome.notes.map((note) => `  ${note}\n`).join('')}`)
  }
  const broken = names.length - results.length
  const whole = results.length === Object.keys(CASES).length && !values.short
  for (const file of await writeReport(results, whole)) process.stdout.write(`\nWritten: ${file}`)
  const failed = values.compare ? await worse(results) : exceeded(results)
  process.stdout.write(`, ${broken} of the cases broken\n`)
  process.exitCode = failed + broken > 0 ? 1 : 0
}

function exceeded(results: readonly Result[]): number {
  const count = results.flatMap(({ figures }) => figures.filter(isExceeded)).length
  process.stdout.write(`\n${count} of the bounds exceeded`)
  return count
}

async function worse(results: readonly Result[]): Promise<number> {
  const lines = regressions(results, await readBaseline())
  process.stdout.write(
    `${lines.map((line) => `\n${line}`).join('')}\n${lines.length} of the figures worse than before`,
  )
  return lines.length
}

async function runCase(run: BenchCase): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'image-actions-bench-'))
  const closing: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  const bench: Bench = {
    folder,
    short: values.short,
    repos: values.repos === undefined ? undefined : resolve(values.repos),
    runs: (usual) => Number(values.runs) || (values.short ? Math.min(usual, 3) : usual),
    say: (text) => process.stdout.write(`  ${text}\n`),
    finally: (close) => closing.push(close),
  }
  try {
    return await run(bench)
  } finally {
    for (const close of closing.reverse()) await close()
  }
}
