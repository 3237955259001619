import type { InputReader } from '../base/inputs.ts'
import { readCredentialHosts } from '../plan/credentials.ts'
import { type PlanRequest, readPlanRequest } from '../plan/request.ts'

export interface PrepareInputs {
  request: PlanRequest
  /** Only to ask which files have changed. */
  githubToken: string
}

export function parseInputs(reader: InputReader): PrepareInputs {
  const request = readPlanRequest(reader)
  return {
    request: { ...request, credentials: readCredentialHosts(reader) },
    githubToken: reader.text('github-token').trim(),
  }
}
