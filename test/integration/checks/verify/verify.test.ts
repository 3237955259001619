import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemClock } from '../../../../actions/base/clock.ts'
import { CancelledError } from '../../../../actions/base/errors.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import type { RunProcess } from '../../../../actions/base/process.ts'
import { readCheckFile } from '../../../../actions/checks/file/read.ts'
import { verifyImage } from '../../../../actions/checks/verify.ts'
import { buildImage } from '../../../../actions/engine/build.ts'
import { inspectImage } from '../../../../actions/engine/image.ts'
import { locateStore } from '../../../../actions/engine/store.ts'
import { plainOutput } from '../../../../actions/runner/output.ts'
import { processRunner } from '../../../../actions/runner/process.ts'
import { requestIn } from '../../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from '../../engine/fixture.ts'

const CONTAINERFILE = `FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/sleep
COPY file /file
CMD ["/bin/sh", "-c", "echo started; exec /bin/sleep 600"]
`
/** Something of each part, and two checks that fail. */
const FILE = `version: 1
rebuild:
  - edit: file
    cached: [COPY busybox]
    rebuilt: [COPY file]
image:
  user: app
files:
  - path: /file
    contains: text
run:
  logs:
    stdout: { contains: started }
  exec:
    - cmd: [/bin/sh, -c, exit 3]
`

let fixture: EngineFixture
beforeAll(async () => {
  fixture = await openEngineFixture()
})
afterAll(() => fixture.remove())

async function verify(signal: AbortSignal, onCommand = (_args: readonly string[]) => {}) {
  const context = await fixture.context(CONTAINERFILE)
  const build = requestIn(context)
  const { imageId } = await buildImage(fixture.engine, build, fixture.folder)
  const folder = await mkdtemp(join(fixture.folder, 'own-'))
  const start = processRunner(
    plainOutput(() => {}),
    signal,
  )
  const run: RunProcess = (command, args, options) => {
    onCommand(args)
    return start(command, args, options)
  }
  const services = {
    ...{ engine: { ...fixture.engine, run }, log: silentLog, clock: systemClock },
    ...{ signal, folder, label: 'image-actions.verify=test' },
  }
  const image = await inspectImage(await locateStore(fixture.engine), imageId)
  const checkFile = readCheckFile(FILE, { file: 'image-verify.yml', variables: {} })
  return verifyImage({ name: 'app', image, checkFile, build }, services)
}

test('a real image: all parts in one list, and nothing is left but the image', async () => {
  const { results, id, platform } = await verify(new AbortController().signal)
  expect(results.filter(({ status }) => status !== 'passed')).toMatchObject([
    { path: ['image', 'user'], status: 'failed', place: { line: 7 } },
    { path: ['run', 'exec', 0], status: 'failed' },
  ])
  expect(new Set(results.map(({ path }) => path[0]))).toEqual(new Set(['rebuild', 'image', 'files', 'run']))
  expect([id.slice(0, 7), platform]).toEqual(['sha256:', 'linux/amd64'])
  expect(await fixture.podman('ps', '--all', '--quiet')).toBe('')
})

test.each(['run', 'exec', 'build'])('cancelled at its "podman %s", it leaves nothing', async (name) => {
  const cancelled = new AbortController()
  const verified = verify(cancelled.signal, (args) => args.includes(name) && cancelled.abort())
  await expect(verified).rejects.toBeInstanceOf(CancelledError)
  expect(await fixture.podman('ps', '--all', '--quiet')).toBe('')
  const own = (await readdir(fixture.folder)).filter((folder) => folder.startsWith('own-'))
  const left = await Promise.all(own.map((folder) => readdir(join(fixture.folder, folder))))
  expect(left.flat().filter((file) => file.startsWith('rebuild-'))).toEqual([])
})
