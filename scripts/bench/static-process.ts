// The part of a verification that does not start the image, in a process of its own.
import { systemClock } from '../../actions/base/clock.ts'
import type { Digest } from '../../actions/base/digest.ts'
import { silentLog } from '../../actions/base/log.ts'
import { checkStatic } from '../../actions/checks/contents/static.ts'
import { readCheckFile } from '../../actions/checks/file/read.ts'
import { Results } from '../../actions/checks/results.ts'
import { openEngine } from '../../actions/engine/engine.ts'
import { inspectImage } from '../../actions/engine/image.ts'
import type { Store } from '../../actions/engine/store.ts'
import { plainOutput } from '../../actions/runner/output.ts'
import { processRunner } from '../../actions/runner/process.ts'

export interface StaticOrder {
  image: string
  /** The text of the check file. */
  checks: string
  folder: string
  store: Store
}

export interface StaticAnswer {
  passed: number
  /** Names of the checks that did not. */
  others: string[]
  /** Seconds. */
  time: number
  /** The most memory that this process held, in bytes. */
  peak: number
}

const { image, checks, folder, store } = JSON.parse(process.argv[2] ?? '') as StaticOrder
const { signal } = new AbortController()
const run = processRunner(
  plainOutput(() => {}),
  signal,
)
const engine = openEngine(run, process.env, {}, '')
const results = new Results(systemClock)
const services = {
  engine,
  results,
  log: silentLog,
  clock: systemClock,
  signal,
  folder,
  label: 'bench=static',
}
const started = performance.now()
const checkFile = readCheckFile(checks, { file: 'image-verify.yml', variables: {} })
await checkStatic(await inspectImage(store, image as Digest), checkFile.checks, services)
const others = results.list.filter(({ status }) => status !== 'passed')
const answer: StaticAnswer = {
  passed: results.list.length - others.length,
  others: others.map(({ name }) => name),
  time: (performance.now() - started) / 1000,
  peak: process.resourceUsage().maxRSS * 1024,
}
process.stdout.write(JSON.stringify(answer))
