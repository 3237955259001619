import { type ErrorCode, UserError } from '../../base/errors.ts'
import { printable, sentence, withoutLogin } from '../../base/printable.ts'
import type { ProcessError } from '../../base/process.ts'
import type { RetryAdvice } from '../../base/retry.ts'

export type FailureKind = 'not given' | 'missing' | 'login' | 'forbidden' | 'locked' | 'temporary' | 'other'

type Words = readonly [code: ErrorCode, message: string, hint: string]

/** What git said of another machine. */
export class GitFailure extends UserError {
  readonly kind: FailureKind

  constructor(kind: FailureKind, [code, message, hint]: Words, cause: unknown) {
    super(code, message, { hint, cause })
    this.name = 'GitFailure'
    this.kind = kind
  }
}

/** The first that fits: after a clear answer git also complains that the line was closed. */
const SIGNS: readonly (readonly [FailureKind, RegExp])[] = [
  ['not given', /not our ref|unadvertised object|couldn't find remote ref/i],
  ['missing', /repository .* not found|does not appear to be a git repository|error: 4(04|10)\b/i],
  ['login', /could not read (Username|Password)|Authentication failed|error: 40[13]\b/i],
  ['forbidden', /transport '.*' not allowed/i],
  ['locked', /\.lock': File exists/i],
  [
    'temporary',
    /error: (408|429|5\d\d)\b|early EOF|hung up|unexpected disconnect|RPC failed|Could not resolve|Failed to connect|Couldn't connect|unable to connect|timed out|too slow|reset by peer|Connection refused|Empty reply|SSL_ERROR|GnuTLS|TLS|HTTP\/2|bytes of body|curl \d+|bad pack header|index-pack (died|failed|output)|expected flush/i,
  ],
]

export function failureOf(error: ProcessError, address: string): GitFailure {
  const { stderr } = error.result
  const kind = SIGNS.find(([, sign]) => sign.test(stderr))?.[0] ?? 'other'
  const said = WORDS[kind](address, reasonIn(stderr) || `git ended with ${error.result.exitCode}.`)
  return new GitFailure(kind, said, error)
}

export function adviceOn(error: unknown): RetryAdvice | undefined {
  return error instanceof GitFailure && ['temporary', 'locked'].includes(error.kind) ? {} : undefined
}

const WORDS: Record<FailureKind, (address: string, reason: string) => Words> = {
  'not given': (address, reason) => [
    'IMG8401',
    `${address} does not give it: ${reason}`,
    'It was removed, or never there: look at what the repository has, and pin that.',
  ],
  missing: (address) => [
    'IMG8402',
    `There is no repository at ${address}.`,
    'See whether it was renamed, made private or taken down.',
  ],
  login: (address) => [
    'IMG8402',
    `${address} can't be read without logging in.`,
    'See whether it was renamed, made private or taken down; one of your own needs a credential in git’s configuration.',
  ],
  forbidden: (address, reason) => [
    'IMG8404',
    `git may not reach ${address} in that way: ${reason}`,
    'Write its address with https://, which is the only way in which repositories are read.',
  ],
  locked: (address, reason) => [
    'IMG8304',
    `${address} can't be kept: ${reason}`,
    'Another git works there; or one was killed, and its lock has to be removed by hand.',
  ],
  temporary: (address, reason) => [
    'IMG8403',
    `${address} could not be reached: ${reason}`,
    'Run it again once the network and the host are well.',
  ],
  other: (address, reason) => [
    'IMG8403',
    `git could not read ${address}: ${reason}`,
    'Try `git ls-remote` with that address.',
  ],
}

/** What git gave as the reason; never what stands in an address to log in with. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const told =
    lines.find((line) => /^(fatal|error|remote):/.test(line)) ?? lines.findLast((line) => line !== '')
  const reason = withoutLogin(printable(told ?? ''))
  return reason === '' ? '' : sentence(reason)
}
