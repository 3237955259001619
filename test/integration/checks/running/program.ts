// Builds an image and checks it as whoever runs this: a job as JSON is its argument, the results come on stdout.
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../../../actions/base/clock.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import { checkFile } from '../../../../actions/checks/file/schema.ts'
import { Results } from '../../../../actions/checks/results.ts'
import { checkRunning } from '../../../../actions/checks/running/check-running.ts'
import { buildImage } from '../../../../actions/engine/build.ts'
import { openEngine } from '../../../../actions/engine/engine.ts'
import { inspectImage } from '../../../../actions/engine/image.ts'
import { locateStore } from '../../../../actions/engine/store.ts'
import { plainOutput } from '../../../../actions/runner/output.ts'
import { processRunner } from '../../../../actions/runner/process.ts'
import { requestIn } from '../../../unit/engine/requests.ts'

const { context, checks } = JSON.parse(process.argv[2] ?? '') as { context: string; checks: object }
const { signal } = new AbortController()
const run = processRunner(
  plainOutput((line) => process.stderr.write(line)),
  signal,
)
const engine = openEngine(run, process.env, {}, join(context, 'auth.json'))
const folder = await mkdtemp(join(context, 'work-'))
const { imageId } = await buildImage(engine, requestIn(context), folder)
const image = await inspectImage(await locateStore(engine), imageId)
const results = new Results(systemClock)
const label = 'image-actions.verify=program'
const services = { engine, results, log: silentLog, clock: systemClock, signal, folder, label }
await checkRunning(image, checkFile.parse({ version: 1, ...checks }), services)
process.stdout.write(JSON.stringify(results.list))
