import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemClock } from '../../../actions/base/clock.ts'
import { finishVerify } from '../../../actions/verify/finish.ts'
import { verify } from '../../../actions/verify/main.ts'
import { type BuildFixture, openBuildFixture } from '../build/fixture.ts'
import { jobsOf } from '../jobs.ts'
import type { TestRunner } from '../runner.ts'

/** Answers on port 8080, ends at once on SIGTERM, and says so when it may not begin. */
const SERVER = `#!/bin/sh
trap 'exit 0' TERM
[ -n "$NAME" ] || { echo "NAME is missing" >&2; exit 3; }
echo "serving as $NAME"
httpd -f -p 8080 -h /www & wait $!
`
export const CONTAINERFILE = `FROM scratch
COPY busybox /bin/busybox
COPY --chmod=0755 server /bin/server
COPY file /www/index.html
RUN ["/bin/busybox", "--install", "/bin"]
USER 1001:1001
EXPOSE 8080
CMD ["/bin/server"]
`
export const CHECK_FILE = `version: 1
image:
  user: "1001:1001"
files:
  - path: /www/index.html
    contains: text
run:
  env: { NAME: "{{name}}" }
  ready: { http: { path: /index.html } }
  process: { uid: 1001 }
  http:
    - path: /index.html
      contains: text
  stop: { within: 5s }
variables:
  name: somebody
`
/** In line 3 of what broken() gives. */
export const WRONG_USER = 'user: "1002:1002"'

/** The check file, save that the image is not asked to run as it does. */
export function broken(): string {
  return CHECK_FILE.replace('user: "1001:1001"', WRONG_USER)
}

export interface VerifyFixture extends BuildFixture {
  /** A checkout with the server, its Containerfile, and these files. */
  checkout(files: Record<string, string>): Promise<string>
  write(folder: string, files: Record<string, string>): Promise<void>
  /** A run of the action verify, and what it wrote into the step summary. */
  verification(checkout: string, inputs: Record<string, string>): Promise<TestRunner & { summary: string[] }>
  /** Containers of any verification, whatever state they are in. */
  containers(): Promise<string[]>
}

export async function openVerifyFixture(): Promise<VerifyFixture> {
  const build = await openBuildFixture()
  const startVerify = jobsOf('verify/action.yml', build)
  return {
    ...build,
    job: async (checkout, inputs) => inRealTime(await build.job(checkout, inputs)),
    checkout: async (files) => {
      const folder = await build.context(CONTAINERFILE)
      await write(folder, { server: SERVER, ...files })
      return folder
    },
    write,
    verification: async (checkout, inputs) => withSummary(inRealTime(await startVerify(checkout, inputs))),
    containers: async () => {
      const listed = await build.podman('ps', '--all', '--filter', 'label=image-actions.verify', '--quiet')
      return listed.split('\n').filter((line) => line !== '')
    },
  }
}

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

/** Containers take the time that they take. */
function inRealTime(job: TestRunner): TestRunner {
  return { ...job, runner: { ...job.runner, clock: systemClock } }
}

function withSummary(job: TestRunner): TestRunner & { summary: string[] } {
  const summary: string[] = []
  const write: TestRunner['runner']['summary'] = async (sections) =>
    void summary.push(...sections.map(({ markdown }) => markdown))
  return { ...job, summary, runner: { ...job.runner, summary: write } }
}

/** Main and post, as a job does them. */
export async function runVerify(job: TestRunner) {
  try {
    return await verify(job.runner)
  } finally {
    await finishVerify(job.post())
  }
}
