import type { Container } from '../../engine/container.ts'
import type { CheckServices, Finding } from '../check.ts'
import { endedFinding, endWithin, logOf, notStarted } from '../running/ending.ts'
import { exitFaults, spokenAsked } from '../running/exit.ts'
import { otherStreamHint, outputFaults, STREAMS, streamsOf } from '../running/output.ts'
import { noShellHint } from '../running/shell.ts'
import { findingOf } from '../text.ts'
import type { Ending } from './scenario.ts'

/** A container that must end by itself: with which exit code, how soon, and what it says. */
export async function checkEnding(
  container: Container,
  scenario: Ending,
  services: CheckServices,
): Promise<void> {
  const { path, title } = scenario
  // What podman needs to start it is not its own time.
  await container.started(services.signal)
  await services.results.check(path, title, () => findingIn(container, scenario, services))
}

async function findingIn(
  container: Container,
  scenario: Ending,
  { clock, signal }: CheckServices,
): Promise<Finding | undefined> {
  const { exit, within, output } = scenario
  const ending = await endWithin(container, within, clock, signal)
  if (!ending)
    return {
      expected: `it ends within ${within / 1000} s with ${spokenAsked(exit)}`,
      actual: `it was still running after ${within / 1000} s`,
      ...logOf(container),
    }
  // A program that isn't there may be just what is asked for, where its exit code is named; a failure of its own is none.
  const refused = notStarted(container)
  if (refused) return refused
  if (ending.refusal !== undefined && exit === 'non-zero') return endedFinding(container, spokenAsked(exit))
  const streams = streamsOf(container.lines)
  const hint =
    noShellHint(ending.refusal) ??
    STREAMS.map((stream) => otherStreamHint(streams, stream, output)).find(Boolean)
  return findingOf([...exitFaults(ending.exitCode, [exit]), ...outputFaults(streams, output)], {
    ...(hint === undefined ? {} : { hint }),
    ...logOf(container),
  })
}
