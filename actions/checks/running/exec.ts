import type { ProcessResult } from '../../base/process.ts'
import { execIn } from '../../engine/exec.ts'
import { OutputLines } from '../../engine/output-lines.ts'
import type { Finding } from '../check.ts'
import type { ExecCheck } from '../file/running.ts'
import { findingOf } from '../text.ts'
import { logOf } from './ending.ts'
import { exitFaults } from './exit.ts'
import { outputFaults, streamsOf } from './output.ts'
import { atMost } from './patience.ts'
import { noShellHint } from './shell.ts'
import type { Subject } from './subject.ts'

/** A program may end with the same exit codes, and say that something is not found. */
const OF_RUNTIME = /\b(?:OCI|runc|crun)\b/
/** By which podman says that it has failed itself. */
const OF_PODMAN = [125, 255]

export function spokenCommand({ name, cmd }: ExecCheck): string {
  return name ?? cmd.join(' ')
}

export async function execFinding(
  subject: Subject,
  check: ExecCheck,
  signal: AbortSignal,
): Promise<Finding | undefined> {
  const { engine, clock } = subject.services
  const { container } = subject.running
  const lines = new OutputLines()
  const who = check.user ? { user: check.user } : {}
  const options = { command: check.cmd, env: check.env, lines, ...who }
  const result = await atMost(
    check.within,
    (given) => execIn(engine, container, options, given),
    clock,
    signal,
  )
  if (result) return findingIn(result, lines, check)
  const seconds = check.within / 1000
  return { expected: `it ends within ${seconds} s`, actual: `it was still running after ${seconds} s` }
}

function findingIn(result: ProcessResult, lines: OutputLines, check: ExecCheck): Finding | undefined {
  const refused = refusal(result, check)
  if (refused) return refused
  const faults = [...exitFaults(result.exitCode, [check.exit]), ...outputFaults(streamsOf(lines), check)]
  // What the application printed tells nothing of it.
  return findingOf(faults, { log: [], ...logOf({ lines }) })
}

/** podman could not run it at all: then neither its exit code nor its output are those of the program. */
function refusal({ exitCode, stderr }: ProcessResult, { cmd, user }: ExecCheck): Finding | undefined {
  const [, words] = /^Error: (.*)$/m.exec(stderr) ?? []
  if (words === undefined) return undefined
  const [program = ''] = cmd
  const expected = `${program} runs in the container`
  if (exitCode === 127 && OF_RUNTIME.test(words)) {
    const hint =
      noShellHint(words) ?? 'Name a program that the image has, with its path where it is not in PATH.'
    return { expected, actual: `the image has no ${program}`, hint }
  }
  if (exitCode === 126 && OF_RUNTIME.test(words))
    return { expected, actual: `it can't be run: ${words}`, hint: 'Check its mode, and the user it runs as.' }
  if (/unable to find (user|group)|no matching entries in/i.test(words))
    return { expected: `the user ${user} is known in the image`, actual: words, hint: 'Use its number.' }
  return OF_PODMAN.includes(exitCode) ? { expected, actual: words } : undefined
}
