import { UserError } from '../../base/errors.ts'
import type { Advice } from '../../registry/advice.ts'
import { RegistryError } from '../../registry/errors.ts'
import { BudgetSpent } from '../budget.ts'
import { type Failure, isLimitUsedUp, isTooFast, wordsOf } from './failure.ts'

const PERMISSION =
  'Grant the job "permissions: packages: write", and give the repository the role Admin under "Manage Actions access" ' +
  'in the package’s settings; a personal access token (classic) needs read:packages and delete:packages.'
const NOT_SEEN = `Check the owner and the name; what a token may not see looks absent. ${PERMISSION}`

/** An answer that no other attempt would change. */
export class GithubRefusal extends UserError {
  readonly status: number
  /** GitHub's own. */
  readonly words: string

  constructor(failure: Failure) {
    const words = wordsOf(failure)
    const { code, hint } = adviceOn(failure.status)
    super(code, `GitHub answered ${askedOf(failure)} with ${failure.status}${words && `: ${words}`}.`, {
      hint,
    })
    this.name = 'GithubRefusal'
    this.status = failure.status
    this.words = words
  }

  /** Says that a version is missing; where the package is said to be missing, it may be a right that is. */
  get isAboutVersion(): boolean {
    return this.status === 404 && !/package not found/i.test(this.words)
  }
}

/** What a failure that is left after all attempts means to us. */
export function meaningOf(failure: Failure): UserError {
  const { cause, response, status } = failure
  if (isLimitUsedUp(failure) || isTooFast(failure)) {
    return new BudgetSpent(
      'IMG5402',
      `GitHub keeps answering ${askedOf(failure)} that this is too much: ${wordsOf(failure)}.`,
      {
        hint: 'A later run goes on from here.',
      },
    )
  }
  if (cause instanceof RegistryError) return cause
  if (response && status < 500) return new GithubRefusal(failure)
  return new UserError(
    'IMG5204',
    `GitHub did not answer ${askedOf(failure)}: ${[status, wordsOf(failure)].filter(Boolean).join(' ')}.`,
    {
      hint: 'Run this again when its outage is over.',
      cause: failure,
    },
  )
}

function askedOf({ request }: Failure): string {
  return `${request.method} ${new URL(request.url).pathname}`
}

function adviceOn(status: number): Advice {
  switch (status) {
    case 401:
      return {
        code: 'IMG5201',
        hint: 'The token is wrong, or has expired: give another as "github-token", or log in anew.',
      }
    case 403:
      return { code: 'IMG5202', hint: PERMISSION }
    case 404:
      return { code: 'IMG5202', hint: NOT_SEEN }
    default:
      return {
        code: 'IMG5203',
        hint: 'Run this again later; if it stays, it is a bug in image-actions: please report it.',
      }
  }
}
