import type { Clock } from '../base/clock.ts'
import { messageOf } from '../base/errors.ts'
import { askOnce } from '../registry/ask.ts'
import { RegistryError } from '../registry/errors.ts'
import { Transport } from '../registry/transport.ts'
import type { Runner } from '../runner/runner.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const WHAT = 'GITHUB_TOKEN'
const IDLE = 10_000
const CLASSIC = 'Make a classic personal access token with write:packages and delete:packages.'

export interface TokenWorld extends Pick<Runner, 'environment'> {
  apiUrl: string
  /** Whether anything goes to GitHub's own registry. Elsewhere the token only has to be one. */
  toGhcr: boolean
  signal: AbortSignal
  clock: Clock
}

/** What GitHub tells of a token: for classic ones and for those of apps, its scopes; of others, only that it is one. */
export async function examineGithubToken(token: string, world: TokenWorld): Promise<Finding> {
  if (token === '') {
    return ok(
      WHAT,
      'none: GitHub is not asked which revision is newer, and ghcr.io knows us by its own login alone',
    )
  }
  const { apiUrl, clock, environment, signal, toGhcr } = world
  const transport = new Transport({ environment, signal, idle: IDLE })
  const question = {
    method: 'GET',
    url: new URL(`${apiUrl}/rate_limit`),
    headers: { Accept: 'application/vnd.github+json', Authorization: `Bearer ${token}` },
  }
  try {
    // An Enterprise Server that limits nobody has no such page, but it looks at the token first.
    const asked = { ...question, kind: 'ghcr', loggedIn: true, expected: [200, 404] } as const
    const { headers } = await askOnce(asked, { transport, clock, peer: 'GitHub' })
    return toGhcr ? judgeScopes(token, headers['x-oauth-scopes']) : ok(WHAT, 'valid')
  } catch (error) {
    if (error instanceof RegistryError && error.status === 401)
      return problem(
        WHAT,
        'refused by GitHub',
        `It has expired, or was cut off when it was copied. ${CLASSIC}`,
      )
    if (!(error instanceof RegistryError)) throw error
    return problem(WHAT, messageOf(error), error.hint)
  } finally {
    transport.close()
  }
}

export function judgeScopes(token: string, header: string | string[] | undefined): Finding {
  if (header === undefined) return judgeKind(token)
  const scopes = String(header)
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean)
  const found = scopes.join(', ') || 'no scope at all'
  if (!scopes.includes('write:packages'))
    return problem(WHAT, found, `Publishing to ghcr.io needs write:packages. ${CLASSIC}`)
  if (!scopes.includes('delete:packages'))
    return warning(WHAT, found, `cleanup and rollback need delete:packages on ghcr.io. ${CLASSIC}`)
  return ok(WHAT, found)
}

/** GitHub tells no scopes of these. */
function judgeKind(token: string): Finding {
  if (token.startsWith('github_pat_'))
    return problem(WHAT, 'fine-grained, which ghcr.io does not take', CLASSIC)
  return ok(WHAT, token.startsWith('ghs_') ? 'of a job or an app, whose permissions hold' : 'valid')
}
