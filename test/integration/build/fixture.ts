import { readFileSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { RunEvent } from '../../../actions/base/event.ts'
import { keepCache } from '../../../actions/build/keep-cache.ts'
import { build } from '../../../actions/build/main.ts'
import { readWork, removeWork } from '../../../actions/build/work.ts'
import { parseRecord } from '../../../actions/plan/record.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'
import { type TestRunner, testRunner } from '../runner.ts'

export const CREDENTIALS = { user: 'octo', password: 'hunter2-canary' }
export const CONTAINERFILE = `FROM scratch
COPY busybox /bin/sh
RUN ["/bin/sh", "-c", "echo one > /one"]
COPY file /file
HEALTHCHECK CMD ["/bin/sh", "true"]
`

const manifest = parse(readFileSync(new URL('../../../build/action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { default?: string }>
}
/** As the runner fills them in. */
const DEFAULTS = Object.fromEntries(
  Object.entries(manifest.inputs).map(([name, { default: value = '' }]) => [
    name,
    value.startsWith('${{') ? '' : value,
  ]),
)

export interface BuildFixture extends EngineFixture {
  /** Runs the action in a checkout, as a job of its own. */
  job(checkout: string, inputs: Record<string, string>): Promise<TestRunner>
}

export async function openBuildFixture(): Promise<BuildFixture> {
  const engine = await openEngineFixture()
  const job = async (checkout: string, inputs: Record<string, string>) =>
    testRunner({
      folder: await mkdtemp(join(engine.folder, 'job-')),
      inputs: { ...DEFAULTS, ...inputs },
      event: eventIn(checkout),
      environment: engine.engine.settings,
    })
  return { ...engine, job }
}

function eventIn(workspace: string): RunEvent {
  return {
    name: 'push',
    ref: 'refs/heads/main',
    sha: 'c'.repeat(40),
    repository: 'octo/app',
    defaultBranch: 'main',
    payload: { head_commit: { timestamp: '2026-01-02T03:04:05Z' } },
    actor: 'octo',
    runId: '7',
    attempt: 1,
    serverUrl: 'https://github.com',
    apiUrl: 'http://127.0.0.1:9',
    workspace,
  }
}

/** Main and post, as a job does them. */
export async function runJob(job: TestRunner) {
  try {
    await build(job.runner)
    return {
      record: await recordOf(job),
      references: JSON.parse(job.outputs.get('references') ?? '[]') as string[],
    }
  } finally {
    await finishJob(job)
  }
}

export async function finishJob(job: TestRunner): Promise<void> {
  const work = readWork(job.post())
  if (!work) return
  if (work.cache) await keepCache(job.post(), work.cache)
  await removeWork(work)
}

async function recordOf(job: TestRunner) {
  const artifacts = await job.runner.artifacts()
  const [name = ''] = await artifacts.list('record-')
  return parseRecord((await artifacts.get(name)) ?? '', name)
}

/** What a job left in its temporary folder, artifacts aside. */
export async function leftovers(job: TestRunner): Promise<string[]> {
  return (await readdir(job.runner.temp)).filter((name) => name !== 'artifacts')
}
