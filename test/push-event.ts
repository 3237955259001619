import type { RunEvent } from '../actions/base/event.ts'

/** A push to the default branch, unless told otherwise. */
export function pushEvent(more: Partial<RunEvent> = {}): RunEvent {
  return {
    name: 'push',
    ref: 'refs/heads/main',
    sha: 'c'.repeat(40),
    repository: 'octo/app',
    defaultBranch: 'main',
    payload: {},
    actor: 'octo',
    runId: '7',
    attempt: 1,
    serverUrl: 'https://github.com',
    apiUrl: 'http://127.0.0.1:9',
    workspace: '/checkout',
    ...more,
  }
}
