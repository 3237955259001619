import type { Octokit } from '@octokit/rest'
import { CancelledError } from '../../base/errors.ts'
import type { Hooks } from './attempts.ts'
import { isFailure } from './failure.ts'
import type { OctokitContext } from './octokit.ts'
import { GithubRefusal, meaningOf } from './refusal.ts'

export interface Answer<T> {
  data: T
  headers: Readonly<Record<string, string | number | undefined>>
}

/** GitHub's REST API for one token. What it throws is for people: GithubRefusal, BudgetSpent, or another UserError. */
export class GithubApi {
  readonly isInstallation: boolean
  readonly #create: () => Promise<Octokit>
  readonly #signal: AbortSignal | undefined
  #octokit: Promise<Octokit> | undefined

  constructor(baseUrl: string, token: string, context: OctokitContext) {
    this.isInstallation = token.startsWith('ghs_')
    this.#signal = context.signal
    this.#create = async () => (await import('./octokit.ts')).createOctokit(baseUrl, token, context)
  }

  /** The account of a login; without one, that of the token. */
  async account(login?: string): Promise<{ login: string; type: string }> {
    const { data } = await this.#call(({ rest: { users } }) =>
      login === undefined ? users.getAuthenticated() : users.getByUsername({ username: login }),
    )
    return data
  }

  async ask(
    request: string,
    query: Readonly<Record<string, string | number>> = {},
    hooks: Hooks = {},
  ): Promise<Answer<unknown>> {
    return await this.#call((octokit) => octokit.request(request, { ...query, request: { ...hooks } }))
  }

  async #call<T>(call: (octokit: Octokit) => Promise<T>): Promise<T> {
    this.#octokit ??= this.#create()
    try {
      return await call(await this.#octokit)
    } catch (error) {
      if (this.#signal?.aborted) throw new CancelledError()
      throw isFailure(error) ? meaningOf(error) : error
    }
  }
}

/** Undefined where the answer is a refusal that `expected` takes for an answer, too. */
export async function unless<T>(
  answer: Promise<T>,
  expected: (refusal: GithubRefusal) => boolean,
): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof GithubRefusal && expected(error)) return undefined
    throw error
  }
}
