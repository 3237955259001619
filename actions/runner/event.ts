import { existsSync, readFileSync } from 'node:fs'
import type { RunEvent } from '../base/event.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the event from the variables every runner sets; @actions/github would load its whole client for the same. */
export function readEvent(environment: Environment): RunEvent {
  const payload = readPayload(environment.GITHUB_EVENT_PATH)
  const repository = payload.repository as { default_branch?: string } | undefined
  return {
    name: environment.GITHUB_EVENT_NAME ?? '',
    ref: environment.GITHUB_REF ?? '',
    sha: headSha(payload) ?? environment.GITHUB_SHA ?? '',
    repository: environment.GITHUB_REPOSITORY ?? '',
    defaultBranch: repository?.default_branch ?? '',
    payload,
    actor: environment.GITHUB_ACTOR ?? '',
    runId: environment.GITHUB_RUN_ID ?? '0',
    attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? '1') || 1,
    serverUrl: environment.GITHUB_SERVER_URL ?? 'https://github.com',
    apiUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
    workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
  }
}

/** GITHUB_SHA of a pull request is a merge commit that exists nowhere else; its head is what was written. */
function headSha(payload: Record<string, unknown>): string | undefined {
  const request = payload.pull_request as { head?: { sha?: string } } | undefined
  return request?.head?.sha
}

function readPayload(path: string | undefined): Record<string, unknown> {
  if (!path || !existsSync(path)) return {}
  const payload: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {}
}
