import { keepCache } from '../../../actions/build/keep-cache.ts'
import { build } from '../../../actions/build/main.ts'
import { readWork, removeWork } from '../../../actions/build/work.ts'
import { parseRecord } from '../../../actions/plan/record.ts'
import { finishVerification } from '../../../actions/runner/unfinished-verification.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'
import { jobsOf, type StartJob } from '../jobs.ts'
import type { TestRunner } from '../runner.ts'

export const CONTAINERFILE = `FROM scratch
COPY busybox /bin/sh
RUN ["/bin/sh", "-c", "echo one > /one"]
COPY file /file
HEALTHCHECK CMD ["/bin/sh", "true"]
`

export interface BuildFixture extends EngineFixture {
  job: StartJob
}

export async function openBuildFixture(): Promise<BuildFixture> {
  const engine = await openEngineFixture()
  return { ...engine, job: jobsOf('build/action.yml', engine) }
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
  await finishVerification(job.post())
  if (work.cache) await keepCache(job.post(), work.cache)
  await removeWork(work)
}

async function recordOf(job: TestRunner) {
  const artifacts = await job.runner.artifacts()
  const [name = ''] = await artifacts.list('record-')
  return parseRecord((await artifacts.get(name)) ?? '', name)
}
