import { realpath } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import { isThere } from '../base/there.ts'
import type { Verification } from '../nodes/prove/verify.ts'
import { snapshotInputs } from './manifest.ts'
import type { FileTask } from './mode.ts'

/** Who is not root sees an image's files only among podman's own: this program runs there once more, and tells what it found. */
export async function verifyUnshared(image: Digest, task: FileTask): Promise<Verification> {
  const { inputs, runner, services, path } = task
  const given: Record<string, string> = { image, snapshot: path(inputs.snapshot), report: '' }
  const options = snapshotInputs()
    .filter(({ name }) => !NOT_PASSED.has(name))
    .map(({ name }) => `--${name}=${given[name] ?? runner.inputs.text(name)}`)
  const program = [process.execPath, await ownProgram(process.argv[1] ?? ''), 'verify', '--json', ...options]
  const { stdout, stderr } = await services.run('podman', ['unshare', ...program], {
    cwd: runner.event.workspace,
    anyExit: true,
  })
  try {
    const { checked, mismatches } = JSON.parse(stdout) as Verification
    return { checked, mismatches }
  } catch (cause) {
    throw new UserError(
      'IMG8303',
      `podman unshare failed: ${sentence(stderr.trim().split('\n').at(-1) ?? '')}`,
      {
        hint: 'Without root, this needs ranges of users and groups in /etc/subuid and /etc/subgid.',
        cause,
      },
    )
  }
}

/** A token is nothing for a process list, and the rest is nothing to verify. */
const NOT_PASSED: ReadonlySet<string> = new Set(['mode', 'github-token', 'output', 'from', 'to', 'candidate'])

/** Beside the bundle of an action or a command lies the program; alone it is the very file that was started. */
export async function ownProgram(started: string): Promise<string> {
  // Commands are often started by a link.
  const real = await realpath(started)
  const beside = resolve(dirname(real), `../snapshot/cli${extname(real)}`)
  return (await isThere(beside)) ? beside : real
}
