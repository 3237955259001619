// Runs the test tiers, or the files under test/, that the arguments name, else everything; other arguments go to jest.
// Started by test.mjs.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { find, root } from './setup/places.mjs'

/** Seconds that a tier may take, and the programs without which it can't run. */
const TIERS = {
  unit: { budget: 200, needs: [] },
  integration: { budget: 1500, needs: ['podman', 'docker-registry', 'comfy'] },
  // Thousands of runs in process: after all of the others' files they would take four times as long.
  faults: { budget: 400, needs: ['podman'] },
  e2e: { budget: 2200, needs: ['act', 'podman', 'crane', 'regctl', 'docker-registry'] },
  // The suite is a Go program that no package registry offers: whoever has built it names it.
  conformance: { budget: 60, needs: [], variable: 'OCI_CONFORMANCE_SUITE' },
}

const arguments_ = process.argv.slice(2)
const named = arguments_.filter((argument) => argument in TIERS)
const files = arguments_.filter((argument) => argument.startsWith('test/'))
const toJest = arguments_.filter((argument) => !(argument in TIERS) && !files.includes(argument))
const results = []
const leftOut = process.env.SETUP_MISSING ? [`set-up failed for: ${process.env.SETUP_MISSING}`] : []

for (const [tier, { budget, needs, variable }] of Object.entries(TIERS)) {
  if (named.length > 0 && !named.includes(tier)) continue
  const paths = files.filter((file) => file.startsWith(`test/${tier}/`))
  if (files.length > 0 && paths.length === 0) continue
  if (variable && !process.env[variable]) {
    process.stdout.write(`\n== ${tier}: not part of this run, as ${variable} names no suite\n`)
    continue
  }
  const lacking = needs.filter((program) => !find(program))
  if (lacking.length > 0) leftOut.push(`tier ${tier}: no ${lacking.join(', no ')}`)
  else if (existsSync(join(root, 'test', tier))) results.push(await runTier(tier, budget, paths))
}
report()

async function runTier(tier, budget, paths) {
  const patterns = paths.length > 0 ? paths : [`test/${tier}/`]
  process.stdout.write(`\n== ${tier} (budget ${budget} s)\n`)
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-tier-'))
  const output = join(folder, 'result.json')
  const started = Date.now()
  // One after another where engines and servers share the machine.
  const workers = tier === 'e2e' ? ['--runInBand'] : []
  const failed = await jest(budget, [
    ...patterns,
    ...workers,
    '--json',
    `--outputFile=${output}`,
    '--passWithNoTests',
    // What a failed set-up left open must fail its test, and not keep the run alive.
    '--forceExit',
    ...toJest,
  ])
  const counts = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  return { tier, budget, seconds: (Date.now() - started) / 1000, ...countOf(counts, failed) }
}

/** A file that can't even be loaded holds no failed test, but is a failure; so is a jest that ends badly for any other reason. */
function countOf(counts, failed) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  const broken = counts.numFailedTests + counts.numRuntimeErrorTestSuites
  return {
    passed: counts.numPassedTests,
    failed: failed ? Math.max(1, broken) : broken,
    // With -t the tests of other names are pending by wish.
    skipped: toJest.length > 0 ? 0 : counts.numPendingTests + counts.numTodoTests,
  }
}

/** One that takes many times its budget hangs, and is ended. */
function jest(budget, args) {
  const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
    timeout: 4 * budget * 1000,
    killSignal: 'SIGKILL',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  })
  const forward = (signal) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(code !== 0)
    })
  })
}

function report() {
  const total = (count) => results.reduce((sum, result) => sum + result[count], 0)
  process.stdout.write('\n')
  for (const { tier, seconds, budget } of results) {
    const over = seconds > budget ? '  OVER BUDGET' : ''
    process.stdout.write(`${tier.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s of ${budget} s${over}\n`)
  }
  for (const reason of leftOut) process.stdout.write(`\n!!! LEFT OUT: ${reason} !!!\n`)
  const strict = leftOut.length > 0 && process.env.CI === 'true'
  if (strict) process.stdout.write('With CI=true nothing may be left out: this run has failed.\n')
  const failed = total('failed') + (strict ? leftOut.length : 0)
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
  process.stdout.write(`${total('passed')} passed, ${failed} failed${skipped}\n`)
  process.exitCode = failed > 0 ? 1 : 0
}
