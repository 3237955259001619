import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { InputError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { notStarted } from './process.ts'

type Git = (...args: string[]) => string | undefined

/** Without git there is no telling what is checked out. */
function requireGit(): void {
  try {
    execFileSync('git', ['--version'], { stdio: 'pipe' })
  } catch (cause) {
    throw notStarted('git', cause as Error)
  }
}

/** A push of what is checked out: its branch, else its tag. A commit that has neither is no ref that gives a tag. */
export function checkoutEvent(workspace: string): RunEvent {
  const git = gitIn(workspace)
  const sha = git('rev-parse', 'HEAD')
  if (sha === undefined) {
    requireGit()
    throw new InputError('IMG9007', `"${workspace}" is not a git checkout with a commit.`, {
      hint: 'Run this in a clone of your repository.',
    })
  }
  const ref = branchRef(git) ?? tagRef(git) ?? 'HEAD'
  return { name: 'push', ref, sha, ...surroundings(workspace, git) }
}

/** Somebody's own command, for which sources don't matter: a checkout only tells which repository and branch are meant. */
export function anywhereEvent(workspace: string): RunEvent {
  if (!existsSync(workspace))
    throw new InputError('IMG9008', `There is no folder "${workspace}".`, {
      hint: 'Give --checkout the folder of a repository.',
    })
  const git = gitIn(workspace)
  const sha = git('rev-parse', 'HEAD') ?? ''
  return { name: 'workflow_dispatch', ref: branchRef(git) ?? '', sha, ...surroundings(workspace, git) }
}

/** The same, in a folder that says nothing of what is meant. */
export function nowhereEvent(workspace: string): RunEvent {
  return { name: 'workflow_dispatch', ref: '', sha: '', ...surroundings(workspace, () => undefined) }
}

function branchRef(git: Git): string | undefined {
  const branch = git('symbolic-ref', '--short', 'HEAD')
  return branch === undefined ? undefined : `refs/heads/${branch}`
}

function tagRef(git: Git): string | undefined {
  const tag = git('describe', '--exact-match', '--tags', 'HEAD')
  return tag === undefined ? undefined : `refs/tags/${tag}`
}

function surroundings(workspace: string, git: Git): Omit<RunEvent, 'name' | 'ref' | 'sha'> {
  const remote = readRemote(git('remote', 'get-url', 'origin') ?? '')
  return {
    repository: remote?.path ?? '',
    defaultBranch: defaultBranch(git) ?? git('symbolic-ref', '--short', 'HEAD') ?? '',
    payload: {},
    actor: process.env.USER ?? '',
    runId: String(process.pid),
    attempt: 1,
    serverUrl: `https://${remote?.host ?? 'github.com'}`,
    apiUrl: process.env.GITHUB_API_URL ?? 'https://api.github.com',
    workspace,
  }
}

/** Which host, and `owner/name` there; a folder next door has neither. */
function readRemote(url: string): { host: string; path: string } | undefined {
  const parts = /^(?:\w+:\/\/)?(?:[^/@]+@)?([^/:@]+)(?::\d+)?[/:](?:.*\/)?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    url,
  )
  const [, host = '', path = ''] = parts ?? []
  return host === '' || /^[.~]/.test(host) || url.startsWith('file:') ? undefined : { host, path }
}

/** What the remote calls so; else the usual names, since another branch must not pass for the default one. */
function defaultBranch(git: Git): string | undefined {
  const head = git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '')
  return head ?? ['main', 'master'].find((name) => git('rev-parse', '--verify', `refs/heads/${name}`))
}

function gitIn(workspace: string): Git {
  return (...args) => {
    try {
      return (
        execFileSync('git', ['-C', workspace, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim() ||
        undefined
      )
    } catch {
      return undefined
    }
  }
}
