import { type ErrorCode, UserError } from '../base/errors.ts'
import type { ProcessError } from '../base/process.ts'
import { said } from '../base/said.ts'
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
  const { code, hint } = await remedyFor(stderr, step, places)
  return new UserError(code, `The build for ${platform} failed: ${said(step.replace(/^Error: /, ''))}.`, {
    hint,
    cause: error,
  })
}

/** What to do, and the code under which there is more about it. */
interface Remedy {
  code: ErrorCode
  hint: string
}

const FOREIGN: Remedy = {
  code: 'IMG2103',
  hint: 'The runner cannot run programs of this platform: build it on its native runner (input "runners"), or install binfmt emulation.',
}
const PRIVATE: Remedy = {
  code: 'IMG2104',
  hint: 'A base image needs a login: add its registry to "registry-auth".',
}
const SHOWN: Remedy = { code: 'IMG2101', hint: 'The output above shows the step, and what it said last.' }

/** `end` is podman's own last word; what the steps print may speak of anything. */
async function remedyFor(stderr: string, end: string, places: Places): Promise<Remedy> {
  const full = stderr.split('\n').findLast((line) => /no space left on device/i.test(line))
  if (full !== undefined) return { code: 'IMG2102', hint: await fullDiskHint(full, places) }
  if (/exec format error/i.test(stderr)) return FOREIGN
  return /unauthorized|authentication required|forbidden|(?<!permission )denied/i.test(end) ? PRIVATE : SHOWN
}

/** Paths in the message tell little, since most are those of a container, which lies in podman's storage. */
async function fullDiskHint(message: string, { engine, folder }: Places): Promise<string> {
  if (message.includes(folder))
    return `The disk of ${folder} is full: free space there, or set RUNNER_TEMP to a larger disk.`
  const store = await locateStore(engine).catch(() => undefined)
  const place = store?.root || "podman's storage"
  return `The disk of ${place} is full: free space before the build, or move podman's storage to a larger disk.`
}
