import { ENDLESS } from './advice.ts'
import { type Asked, RegistryError, refusalOf } from './errors.ts'
import { exchange, type Line } from './exchange.ts'
import type { HttpRequest, HttpResponse } from './transport.ts'

export interface Question extends HttpRequest, Omit<Asked, 'method' | 'url' | 'peer'> {
  /** The statuses that are answers; any other is an error. */
  expected: readonly number[]
}

/** An answer that is expected, and whole. Retries are the caller's. */
export async function askOnce(question: Question, line: Line): Promise<HttpResponse> {
  const response = await exchange(question, line)
  // A refusal is one however long its page is.
  if (!question.expected.includes(response.status))
    throw refusalOf({ ...question, peer: line.peer }, response, line.clock.now())
  if (!response.complete)
    throw new RegistryError('sends an answer without end.', { ...question, advice: ENDLESS })
  return response
}
