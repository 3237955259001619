/** What started this run, as plain data: nothing here knows where it was read from. */
export interface RunEvent {
  /** push, pull_request, workflow_dispatch, schedule, … */
  name: string
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/1/merge`. */
  ref: string
  sha: string
  /** `owner/name` */
  repository: string
  defaultBranch: string
  /** GitHub's webhook payload. */
  payload: Record<string, unknown>
  actor: string
  runId: string
  attempt: number
  serverUrl: string
  apiUrl: string
  /** The checkout. */
  workspace: string
}
