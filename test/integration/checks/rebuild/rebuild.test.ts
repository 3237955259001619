import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CancelledError, InputError } from '../../../../actions/base/errors.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import type { OutputStream } from '../../../../actions/base/process.ts'
import type { CheckServices } from '../../../../actions/checks/check.ts'
import { checkRebuild } from '../../../../actions/checks/rebuild/check.ts'
import { Results } from '../../../../actions/checks/results.ts'
import { buildImage } from '../../../../actions/engine/build.ts'
import type { Engine } from '../../../../actions/engine/engine.ts'
import { random } from '../../../unit/checks/secrets/tokens.ts'
import { requestIn } from '../../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from '../../engine/fixture.ts'

/** As projects should be built: what is installed stands before the sources. */
const STAGES = `FROM scratch AS builder
COPY busybox /bin/sh
COPY packages /packages
RUN ["/bin/sh", "-c", "read name < /packages; echo $name > /installed"]
FROM scratch
COPY --from=builder /installed /installed
copy file \\
   /file
CMD ["/file"]
`

const SECRET = random(30)

let fixture: EngineFixture
beforeAll(async () => {
  fixture = await openEngineFixture()
})
afterAll(() => fixture.remove())

async function contextOf(containerfile: string): Promise<string> {
  const context = await fixture.context(containerfile)
  await writeFile(join(context, 'packages'), `one ${context}\n`)
  return context
}

function servicesWith(changes: Partial<CheckServices> = {}) {
  let now = Date.now()
  const clock = { now: () => now++, sleep: async () => {} }
  const results = new Results(clock)
  const { engine, folder } = fixture
  const { signal } = new AbortController()
  return { engine, results, log: silentLog, clock, signal, folder, label: 'l', ...changes }
}

async function check(context: string, asked: { edit: string; cached?: string[]; rebuilt?: string[] }) {
  const services = servicesWith()
  await checkRebuild(requestIn(context), [{ cached: [], rebuilt: [], ...asked }], services)
  return services.results.list.map(({ path, status, finding }) => [path.slice(2).join(' '), status, finding])
}

test('what the build prints is shown without secrets, and without arguments that nobody gave', async () => {
  const context = await contextOf(`${STAGES}LABEL api.token="${SECRET}"\n`)
  const shown: string[] = []
  const log = { ...silentLog, info: (line: string) => void shown.push(line) }
  const services = servicesWith({ log, engine: { ...fixture.engine, run: loud(fixture.engine, shown) } })
  await checkRebuild(requestIn(context), [{ edit: 'file', cached: [], rebuilt: [] }], services)
  expect(shown.join('\n')).toContain('LABEL api.token="q9tH… (30 characters)"')
  expect(shown.join('\n')).not.toContain(SECRET)
  expect(shown.join('\n')).not.toContain('TARGETARCH')
})

/** Whatever is shown as it comes is heard. */
function loud({ run }: Engine, shown: string[]): Engine['run'] {
  return async (program, args, options = {}) => {
    const onLine = (line: string, stream: OutputStream) => {
      if (options.show) shown.push(line)
      // What newer versions of podman say of arguments that it adds itself.
      options.onLine?.('[Warning] one or more build args were not consumed: [TARGETARCH TARGETOS]', stream)
      options.onLine?.(line, stream)
    }
    return run(program, args, { ...options, show: false, onLine })
  }
}

const images = async () => (await fixture.podman('images', '--all', '--quiet')).split('\n').toSorted()

describe('after a change of a file', () => {
  test('what stands before its step comes from the cache, the rest does not, and nothing is left', async () => {
    const context = await contextOf(STAGES)
    await buildImage(fixture.engine, requestIn(context), fixture.folder)
    const before = await images()
    const asked = {
      edit: 'file',
      cached: ['COPY busybox', 'RUN', '--from=builder'],
      rebuilt: ['COPY file /file', 'CMD'],
    }
    expect(await check(context, asked)).toEqual([
      ['edit', 'passed', undefined],
      ['cached 0', 'passed', undefined],
      ['cached 1', 'passed', undefined],
      ['cached 2', 'passed', undefined],
      ['rebuilt 0', 'passed', undefined],
      ['rebuilt 1', 'passed', undefined],
    ])
    expect(await images()).toEqual(before)
    expect(await readFile(join(context, 'file'), 'utf8')).toBe('text')
    expect((await readdir(fixture.folder)).filter((name) => name.startsWith('rebuild-'))).toEqual([])
  })

  test('a cache that was cold is filled first; the same question has the same answer again', async () => {
    const context = await contextOf(STAGES.replace('COPY', 'ENV NEVER=built\nCOPY'))
    const asked = { edit: 'packages', cached: ['ENV', 'COPY busybox'], rebuilt: ['COPY packages', 'RUN'] }
    for (const _time of [1, 2])
      expect((await check(context, asked)).map(([, status]) => status)).toEqual(Array(5).fill('passed'))
  })

  test('all that stands after a copy of everything is built again, and is told with what did it', async () => {
    const context = await contextOf(
      'FROM scratch\nCOPY . /src\nRUN ["/src/busybox", "sh", "-c", "echo > /installed"]\n',
    )
    const found = await check(context, { edit: 'file', cached: ['RUN'], rebuilt: ['COPY .', 'COPY app'] })
    expect(found).toMatchObject([
      ['edit', 'passed', undefined],
      ['cached 0', 'failed', { hint: expect.stringContaining('"COPY . /src": move it behind') }],
      ['rebuilt 0', 'passed', undefined],
      ['rebuilt 1', 'failed', { log: ['rebuilt  COPY . /src', expect.stringContaining('rebuilt  RUN')] }],
    ])
  })

  test('a file that is kept out of the build changes nothing: the image is the same, and stays', async () => {
    const context = await contextOf('FROM scratch\nCOPY packages /\n')
    const { imageId } = await buildImage(fixture.engine, requestIn(context), fixture.folder)
    const found = await check(context, { edit: 'file', cached: ['COPY'], rebuilt: ['copy packages'] })
    expect(found.map(([, status]) => status)).toEqual(['passed', 'passed', 'failed'])
    await fixture.podman('image', 'exists', imageId)
  })

  test('a build that breaks is one failed check, with its output', async () => {
    const broken = 'FROM scratch\nCOPY busybox /bin/sh\nRUN ["/bin/sh", "-c", "echo said before; exit 3"]\n'
    const found = await check(await contextOf(broken), { edit: 'file', cached: ['COPY'] })
    expect(found).toMatchObject([
      [
        'edit',
        'failed',
        { actual: expect.stringContaining('failed'), log: expect.arrayContaining(['said before']) },
      ],
      ['cached 0', 'unchecked', undefined],
    ])
  })
})

test('a file that is not there is a mistake of the check file, and a cancelled build no result', async () => {
  const context = await contextOf(STAGES)
  await expect(check(context, { edit: 'nothing', cached: ['RUN'] })).rejects.toBeInstanceOf(InputError)
  await mkdir(join(fixture.folder, 'own'))
  const cancelled = servicesWith({
    folder: join(fixture.folder, 'own'),
    engine: {
      ...fixture.engine,
      run: (command, args, options) =>
        args[0] === 'build'
          ? Promise.reject(new CancelledError())
          : fixture.engine.run(command, args, options),
    },
  })
  const checks = [{ edit: 'file', cached: ['RUN'], rebuilt: [] }]
  await expect(checkRebuild(requestIn(context), checks, cancelled)).rejects.toBeInstanceOf(CancelledError)
  expect([cancelled.results.list, await readdir(join(fixture.folder, 'own'))]).toEqual([[], []])
})
