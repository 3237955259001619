import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import { within } from '../base/within.ts'
import { kindOf, secretsOf } from '../registry/access.ts'
import type { Runner } from '../runner/runner.ts'
import { type Finding, problem } from './finding.ts'
import { examineGithubToken } from './github-token.ts'
import { parseInputs } from './inputs.ts'
import { examineEngine, examinePlatforms, examineRanges, examineTemporary } from './machine.ts'
import { examinePrograms } from './programs.ts'
import { examineRegistry } from './registries.ts'
import { findingsText, verdict } from './text.ts'

const BY_HAND = 'Look at it by hand: nothing more could be found out.'
/** Longer than this nobody waits to hear that something does not answer. */
const DEADLINE = 20_000

export interface Examined {
  document: { schema: 1; findings: Finding[] }
  text: string
  error?: UserError
  told: true
}

/** Everything is looked at side by side; what fails, or takes too long, hides nothing else. */
export async function examine(runner: Runner): Promise<Examined> {
  const { repositories, platforms, access, githubToken } = parseInputs(runner.inputs, runner.event)
  for (const secret of secretsOf(access)) runner.mask(secret)
  const { event, environment, clock } = runner
  const toGhcr = repositories.some(({ host }) => kindOf(access, host) === 'ghcr')
  const probes: [string, (signal: AbortSignal) => Promise<Finding | Finding[]>][] = [
    ['podman', (signal) => examineEngine(runner, signal)],
    ['temporary space', () => examineTemporary(runner)],
    ['users of images', examineRanges],
    ['platforms', () => examinePlatforms(platforms)],
    ['programs', () => examinePrograms(environment)],
    [
      'GITHUB_TOKEN',
      (signal) =>
        examineGithubToken(githubToken, { environment, clock, signal, apiUrl: event.apiUrl, toGhcr }),
    ],
    ...repositories.map((repository): (typeof probes)[number] => [
      repository.host,
      (signal) => examineRegistry(repository, { ...runner, access, signal }),
    ]),
  ]
  const findings = (await Promise.all(probes.map(([what, probe]) => found(what, probe, runner)))).flat()
  const problems = findings.filter(({ state }) => state === 'problem')
  return {
    document: { schema: 1, findings },
    text: findingsText(findings),
    ...(problems.length === 0 ? {} : { error: unwell(findings) }),
    told: true,
  }
}

async function found(
  what: string,
  probe: (signal: AbortSignal) => Promise<Finding | Finding[]>,
  { clock, signal }: Pick<Runner, 'clock' | 'signal'>,
): Promise<Finding | Finding[]> {
  const over = new AbortController()
  try {
    return await within(DEADLINE, () => probe(AbortSignal.any([signal, over.signal])), clock)
  } catch (error) {
    if (signal.aborted) throw new CancelledError()
    const advice = error instanceof UserError ? error.hint : BY_HAND
    return problem(what, messageOf(error), advice)
  } finally {
    over.abort()
  }
}

function unwell(findings: readonly Finding[]): UserError {
  return new UserError('IMG9011', `Not everything is as it must be: ${verdict(findings)}`, {
    hint: 'Do what stands beside each problem, then run doctor again.',
  })
}
