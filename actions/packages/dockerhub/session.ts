import * as z from 'zod'
import { UserError } from '../../base/errors.ts'
import { readDocument } from '../../base/schema.ts'
import { RegistryError } from '../../registry/errors.ts'
import type { HttpResponse } from '../../registry/transport.ts'
import type { PackageContext } from '../context.ts'
import { ask, type Question } from './api.ts'

export interface User {
  username: string
  password: string
}

const NOT_THERE = [404, 405, 410]
const newToken = z.object({ access_token: z.string().min(1) })
const oldToken = z.object({ token: z.string().min(1) })

/** One user at Docker Hub's API, who logs in when there is something to ask, and again when the token has ended. */
export class Session {
  readonly #context: PackageContext
  readonly #base: URL
  readonly #user: User
  #token: Promise<string> | undefined
  /** Has let a request pass. */
  #proven: string | undefined

  constructor(context: PackageContext, base: URL, user: User) {
    this.#context = context
    this.#base = base
    this.#user = user
  }

  async ask(question: Omit<Question, 'token' | 'json'>): Promise<HttpResponse> {
    const token = await this.#current()
    try {
      return await this.#askWith(token, question)
    } catch (error) {
      const ended = error instanceof RegistryError && error.status === 401 && this.#proven === token
      if (!ended) throw error
      return this.#askWith(await this.#renewed(token), question)
    }
  }

  async #askWith(token: string, question: Question): Promise<HttpResponse> {
    const response = await ask(this.#context, { ...question, token })
    this.#proven = token
    return response
  }

  #current(): Promise<string> {
    this.#token ??= this.#logIn()
    return this.#token
  }

  /** Of several requests that meet the token's end, one logs in. */
  async #renewed(ended: string): Promise<string> {
    if ((await this.#token) === ended) this.#token = undefined
    return this.#current()
  }

  async #logIn(): Promise<string> {
    try {
      return await logIn(this.#context, this.#base, this.#user)
    } catch (error) {
      // A refused login stays refused: asking again would lock the account.
      const refused = error instanceof RegistryError && error.status === 401
      if (!refused) this.#token = undefined
      throw error
    }
  }
}

async function logIn(context: PackageContext, base: URL, { username, password }: User): Promise<string> {
  const post = (path: string, json: object, expected: readonly number[]) =>
    ask(context, { method: 'POST', url: new URL(base.href.replace(/\/+$/, '') + path), json, expected })
  const answer = await post('/v2/auth/token', { identifier: username, secret: password }, [200, ...NOT_THERE])
  if (answer.status === 200) return read(answer, newToken).access_token
  if (password.startsWith('dckr_oat_')) {
    throw new UserError('IMG5106', `The API at ${base.host} takes no tokens of organisations.`, {
      hint: 'Use a personal access token with the rights Read, Write, Delete.',
    })
  }
  return read(await post('/v2/users/login', { username, password }, [200]), oldToken).token
}

function read<T>(answer: HttpResponse, schema: z.ZodType<T>): T {
  return readDocument(schema, answer.body.toString('utf8'), {
    what: 'Docker Hub’s answer to the login',
    code: 'IMG5206',
    hint: 'Run it again later; if it stays so, see whether a proxy answers in its place.',
  })
}
