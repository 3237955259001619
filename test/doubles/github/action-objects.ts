import type { StoredArtifact } from '../results/artifacts.ts'
import type { Github, WorkflowRun } from './github.ts'
import { idOf, minimalRepository, nodeId } from './objects.ts'

const NINETY_DAYS = 90 * 24 * 3600 * 1000

/** A run with its own id, which is also how the results service knows it. */
export interface Run extends WorkflowRun {
  id: number
}

export function describeArtifact(api: string, run: Run, artifact: StoredArtifact, expired: boolean) {
  const url = `${api}/repos/${run.repository}/actions/artifacts/${artifact.id}`
  return {
    id: artifact.id,
    node_id: nodeId(`artifact ${artifact.id}`),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    digest: artifact.digest ?? null,
    created_at: artifact.created,
    updated_at: artifact.created,
    expires_at: new Date(Date.parse(artifact.created) + NINETY_DAYS).toISOString(),
    workflow_run: {
      id: run.id,
      repository_id: idOf(run.repository),
      head_repository_id: idOf(headOf(run)),
      head_branch: run.branch,
      head_sha: run.sha,
    },
  }
}

export function describeRun(github: Github, api: string, run: Run) {
  const url = `${api}/repos/${run.repository}/actions/runs/${run.id}`
  const path = run.path ?? '.github/workflows/publish.yml'
  const workflow = idOf(`${run.repository} ${path}`)
  const created = run.created ?? '2026-01-01T00:00:00Z'
  const person = { name: 'Octo Cat', email: 'octocat@example.com' }
  return {
    ...{ id: run.id, node_id: nodeId(`run ${run.id}`), name: 'Publish', display_title: 'Change' },
    ...{ head_branch: run.branch, head_sha: run.sha, event: run.event, path, pull_requests: [] },
    ...{ run_number: 1, run_attempt: 1, previous_attempt_url: null, workflow_id: workflow },
    ...{ status: 'completed', conclusion: run.conclusion ?? 'success' },
    ...{ created_at: created, updated_at: created, run_started_at: created },
    url,
    html_url: `https://github.com/${run.repository}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    check_suite_url: `${api}/repos/${run.repository}/check-suites/${run.id}`,
    workflow_url: `${api}/repos/${run.repository}/actions/workflows/${workflow}`,
    head_commit: {
      ...{ id: run.sha, tree_id: run.sha, message: 'Change', timestamp: created },
      ...{ author: person, committer: person },
    },
    repository: describeRepository(github, api, run.repository),
    head_repository: describeRepository(github, api, headOf(run)),
    head_repository_id: idOf(headOf(run)),
  }
}

function describeRepository(github: Github, api: string, fullName: string) {
  const owner = github.accounts[fullName.split('/')[0] ?? ''] ?? 'User'
  return minimalRepository(api, fullName, {
    private: github.repositories[fullName]?.private ?? false,
    owner,
  })
}

function headOf(run: WorkflowRun): string {
  return run.headRepository ?? run.repository
}
