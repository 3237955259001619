import type { Clock } from '../../base/clock.ts'
import { UserError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import type { Container, Ending } from '../../engine/container.ts'
import type { OutputLines } from '../../engine/output-lines.ts'
import type { Finding } from '../check.ts'
import { hideKnown } from '../secrets/known.ts'
import { shortLine } from '../text.ts'
import { spokenExit } from './exit-code.ts'
import { noShellHint } from './shell.ts'

/** Lines of output that a finding shows. */
const LOG_LINES = 12
/** A key is only known as a whole. */
const LOOKED_AT = 40
const LONGEST_LINE = 4000

/** Nothing is shown of a program that printed nothing. */
export function logOf({ lines }: { lines: OutputLines }): { log?: readonly string[] } {
  const last = lines.last(LOOKED_AT).map((line) => shortLine(line, LONGEST_LINE))
  return last.every((line) => line.trim() === '')
    ? {}
    : { log: hideKnown(last.join('\n')).split('\n').slice(-LOG_LINES) }
}

/** Waits for a container's end; undefined: it goes on after that time. */
export async function endWithin(
  container: Container,
  limit: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<Ending | undefined> {
  const done = new AbortController()
  const late = clock.sleep(limit, AbortSignal.any([done.signal, signal])).then(() => undefined)
  // Nobody waits for it once the container has ended.
  late.catch(() => {})
  try {
    return await Promise.race([container.ended, late])
  } finally {
    done.abort()
  }
}

/** What a container that ended by itself says of it. */
export function endedFinding(container: Container, expected: string): Finding {
  const refused = refusedFinding(container)
  if (refused) return refused
  const hint = hintFor(container)
  return {
    expected,
    actual: `it ended with ${spokenExit(container.ending?.exitCode ?? 0)}`,
    ...(hint === undefined ? {} : { hint }),
    ...logOf(container),
  }
}

/** What podman did not even start. */
function refusedFinding({ ending }: Container): Finding | undefined {
  if (ending?.refusal === undefined) return undefined
  const { exitCode, refusal } = ending
  const hint =
    noShellHint(refusal) ??
    (exitCode === 127
      ? 'Check ENTRYPOINT and CMD, or entrypoint and cmd in this file: word by word, with its path where it is not in PATH.'
      : 'Check that it has the execute permission for the user it runs as.')
  return (
    notStarted({ ending }) ?? { expected: 'it starts', actual: `${spokenExit(exitCode)}: ${refusal}`, hint }
  )
}

/** What was not started for other reasons than its program. For what neither the image nor the file is to blame for there is no finding. */
export function notStarted({ ending }: Pick<Container, 'ending'>): Finding | undefined {
  if (ending?.refusal === undefined) return undefined
  const { exitCode, refusal } = ending
  if (/unable to find (user|group)|no matching entries in (passwd|group)/i.test(refusal)) {
    const hint = 'Name a user that the image has, or give its number, such as "1001:1001".'
    return { expected: 'it starts', actual: refusal, hint }
  }
  if (exitCode === 126 || exitCode === 127) return undefined
  throw new UserError('IMG7301', `podman could not start the container: ${sentence(refusal)}`, {
    hint: 'Look at what the check file says of how it is started; the setup action shows what podman finds on this machine.',
  })
}

function hintFor({ lines }: Container): string | undefined {
  if (/exec format error/i.test(lines.text()))
    return 'The program is for another architecture, or a script without its #! line: verify on the native platform.'
  return lines.last(1).length === 0 ? 'It printed nothing.' : undefined
}
