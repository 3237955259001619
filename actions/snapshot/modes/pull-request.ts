import { InputError, UserError } from '../../base/errors.ts'
import type { RunEvent } from '../../base/event.ts'
import { code, link } from '../../base/markdown.ts'
import type { SummarySection } from '../../base/summary.ts'
import { fitSummary } from '../../report/fit.ts'
import { openGithub } from '../../runner/github-api.ts'
import { Proposals, type PullRequest } from '../../runner/proposal.ts'
import { type Candidate, checkCandidateInput, fetchCandidate } from '../candidate/candidate.ts'
import type { Mode, Outcome, Task } from '../mode.ts'

/** GitHub takes no longer text. */
const LONGEST_TEXT = 65_536
const RIGHTS = 'contents: write" and "pull-requests: write'

/** A candidate becomes a pull request; one of before that nothing is left of is closed. */
export const pullRequest: Mode = async (task) => {
  const { runner, inputs } = task
  const { candidate: reference } = inputs.updating
  checkCandidateInput(reference)
  if (inputs.token === '')
    throw new InputError('IMG8002', 'Input "github-token" is empty.', {
      hint: `A pull request needs a token with "${RIGHTS}".`,
    })
  const { event, clock, signal, log } = runner
  const candidate = await fetchCandidate(reference, runner)
  const github = openGithub(event.apiUrl, { token: inputs.token, clock, signal, log }, RIGHTS)
  try {
    const proposals = new Proposals(event, github)
    return candidate.files.length === 0
      ? await withdraw(candidate, proposals, task)
      : await propose(candidate, proposals, task)
  } catch (error) {
    throw notPermitted(error)
  } finally {
    github.close()
  }
}

async function propose(
  candidate: Candidate,
  proposals: Proposals,
  { inputs, runner }: Task,
): Promise<Outcome> {
  const { title, revision, files } = candidate
  const { branch, labels } = inputs.updating
  const base = baseOf(runner.event)
  const body = bodyOf(candidate.sections, runner.event)
  const made = await proposals.propose({ revision, branch, base, title, body, labels, files })
  return told(title, made, candidate)
}

/** Where some could not be looked at, there may be something to update after all. */
async function withdraw(
  candidate: Candidate,
  proposals: Proposals,
  { inputs, runner }: Task,
): Promise<Outcome> {
  const { branch } = inputs.updating
  const why = `There is nothing to update any more, says ${runPage(runner.event)}.`
  const closed = candidate.complete ? await proposals.withdraw(branch, baseOf(runner.event), why) : undefined
  const what = closed ? 'Nothing to update any more: closed' : 'Nothing to update'
  return { ...told(what, closed, candidate), outputs: { changed: 'false', digest: candidate.to } }
}

function told(what: string, request: PullRequest | undefined, { to }: Candidate): Outcome {
  const address = request?.html_url ?? ''
  const where = request ? link(`#${request.number}`, address) : ''
  return {
    outputs: { digest: to, changed: 'true', 'pull-request': address },
    document: { mode: 'pull-request', what, digest: to, pullRequest: address },
    text: `${[what, address].filter(Boolean).join(': ')}\n`,
    markdown: `## ${[what, where].filter(Boolean).join(': ')}\n\n${code(to)}`,
  }
}

function baseOf({ ref, defaultBranch }: RunEvent): string {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? defaultBranch
  if (branch !== '') return branch
  throw new UserError('IMG8821', 'Nobody says which branch the pull request is for.', {
    hint: 'Run this on a branch.',
  })
}

function bodyOf(sections: readonly SummarySection[], event: RunEvent): string {
  const end = { markdown: `Made by ${runPage(event)}.`, importance: 1 }
  return fitSummary([...sections, end], LONGEST_TEXT)
}

function runPage({ serverUrl, repository, runId }: RunEvent): string {
  return link('this run', `${serverUrl}/${repository}/actions/runs/${runId}`)
}

/** Two settings that nobody thinks of. */
function notPermitted(error: unknown): unknown {
  if (!(error instanceof UserError) || !/not permitted to create or approve/.test(error.message)) return error
  return new UserError('IMG8822', 'This repository lets no workflow create pull requests.', {
    hint: 'Allow it in Settings → Actions → General → Workflow permissions, or give a token of your own as "github-token".',
    cause: error,
  })
}
