import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../../../actions/base/clock.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import type { RunProcess } from '../../../../actions/base/process.ts'
import type { CheckResult } from '../../../../actions/checks/check.ts'
import { checkFile } from '../../../../actions/checks/file/schema.ts'
import { Results } from '../../../../actions/checks/results.ts'
import { checkRunning } from '../../../../actions/checks/running/check-running.ts'
import { buildImage } from '../../../../actions/engine/build.ts'
import { type Image, inspectImage } from '../../../../actions/engine/image.ts'
import { locateStore } from '../../../../actions/engine/store.ts'
import { requestIn } from '../../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from '../../engine/fixture.ts'

/** Nothing but busybox, a user, and a page. */
export const BASE = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
RUN mkdir -p /www /tmp /etc && echo '{"status": "ok", "checks": {"database": true}}' > /www/health \\
 && printf 'root:x:0:0::/:/bin/sh\\napp:x:1001:1001::/:/bin/sh\\n' > /etc/passwd && chmod 1777 /tmp
`

/** Tells of itself on both streams, listens after a moment, and ends well. */
export const WEB = `echo starting; echo warming up >&2; sleep 0.2; trap 'kill $!; echo bye; exit 0' TERM
httpd -f -p 8000 -h /www & wait`

export interface RunningFixture {
  engine: EngineFixture
  /** An image of busybox, with these lines at the end of its Containerfile. */
  image(...lines: string[]): Promise<Image>
  build(containerfile: string, changes?: Parameters<typeof requestIn>[1]): Promise<Image>
  /** Checks what a check file says. */
  check(image: Image, checks: object, options?: CheckOptions): Promise<CheckResult[]>
  /** Names of the containers that any check has left. */
  left(): Promise<string>
  remove(): Promise<void>
}

interface CheckOptions {
  signal?: AbortSignal
  onResult?: (result: CheckResult) => void
  onWarning?: (message: string) => void
  /** Of podman. */
  onCommand?: (args: readonly string[]) => void
}

export async function openRunningFixture(): Promise<RunningFixture> {
  const engine = await openEngineFixture()
  let checked = 0
  const build: RunningFixture['build'] = async (containerfile, changes = {}) => {
    const request = requestIn(await engine.context(containerfile), changes)
    const folder = await mkdtemp(join(engine.folder, 'work-'))
    const { imageId } = await buildImage(engine.engine, request, folder)
    return inspectImage(await locateStore(engine.engine), imageId)
  }
  return {
    engine,
    build,
    image: (...lines) => build([BASE, ...lines, ''].join('\n')),
    check: async (image, checks, options = {}) => {
      const { signal = new AbortController().signal, onResult, onWarning, onCommand = () => {} } = options
      const results = new Results(systemClock, onResult)
      const run: RunProcess = (program, args, options) => {
        if (program === 'podman') onCommand(args)
        return engine.engine.run(program, args, options)
      }
      const services = {
        engine: { ...engine.engine, run },
        results,
        log: { ...silentLog, ...(onWarning ? { warn: onWarning } : {}) },
        clock: systemClock,
        signal,
        folder: await mkdtemp(join(engine.folder, 'check-')),
        label: `image-actions.verify=${process.pid}-${++checked}`,
      }
      await checkRunning(image, checkFile.parse({ version: 1, ...checks }), services)
      return [...results.list]
    },
    left: () =>
      engine.podman('ps', '--all', '--filter', 'label=image-actions.verify', '--format', '{{.Names}}'),
    remove: () => engine.remove(),
  }
}

export function command(...words: string[]): string {
  return `CMD ${JSON.stringify(words)}`
}

/** What was not as asked, and why: path, then finding or reason. */
export function troubles(results: readonly CheckResult[]): [string, unknown][] {
  return results
    .filter(({ status }) => status !== 'passed')
    .map(({ path, finding, reason }) => [path.join('.'), finding ?? reason])
}
