import { UserError } from '../base/errors.ts'
import type { ProcessError } from '../base/process.ts'
import type { Engine } from './engine.ts'
import { locateStore } from './store.ts'

interface Places {
  engine: Engine
  /** Ours, for files that podman reads and writes. */
  folder: string
}

/** What podman said last, with what to do about it. */
export async function buildFailure(
  error: ProcessError,
  platform: string,
  places: Places,
): Promise<UserError> {
  const { stderr } = error.result
  // What the build itself prints comes before podman's own last word.
  const step =
    [...stderr.matchAll(/^Error: .*$/gm)].at(-1)?.[0] ??
    `podman ended with exit code ${error.result.exitCode}`
  return new UserError('IMG0000', `The build for ${platform} failed: ${step.replace(/^Error: /, '')}.`, {
    hint: await buildHint(stderr, places),
    cause: error,
  })
}

async function buildHint(stderr: string, places: Places): Promise<string> {
  const full = stderr.split('\n').findLast((line) => /no space left on device/i.test(line))
  if (full !== undefined) return fullDiskHint(full, places)
  if (/exec format error/i.test(stderr)) {
    return 'The runner cannot run programs of this platform: build it on its native runner (input "runners"), or install binfmt emulation.'
  }
  if (/unauthorized|authentication required|(?<!permission )denied/i.test(stderr))
    return 'A base image needs a login: add its registry to "registry-auth".'
  return 'The output above shows the step.'
}

/** Paths in the message tell little, since most are those of a container, which lies in podman's storage. */
async function fullDiskHint(message: string, { engine, folder }: Places): Promise<string> {
  if (message.includes(folder))
    return `The disk of ${folder} is full: free space there, or set RUNNER_TEMP to a larger disk.`
  const store = await locateStore(engine).catch(() => undefined)
  const place = store?.root || "podman's storage"
  return `The disk of ${place} is full: free space before the build, or move podman's storage to a larger disk.`
}
