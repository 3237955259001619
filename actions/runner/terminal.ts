import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import type { InputReader } from '../base/inputs.ts'
import type { Log } from '../base/log.ts'
import { traceTo } from '../registry/trace.ts'
import { folderArtifacts } from './artifact-folder.ts'
import { type Output, plainOutput } from './output.ts'
import { processRunner } from './process.ts'
import type { Runner } from './runner.ts'

export interface Terminal {
  runner: Runner
  outputs: Map<string, string>
  /** Removes what the run left in its temporary folder. */
  close(): void
}

/** A laptop as a runner: the event comes from the checkout, artifacts lie in a folder, outputs are kept. */
export function openTerminal(
  inputs: InputReader,
  options: { signal: AbortSignal; workspace: string; trace: boolean },
): Terminal {
  const { signal, workspace } = options
  // Before anything is made that would have to be taken away again.
  const event = localEvent(workspace)
  const temp = mkdtempSync(join(tmpdir(), 'image-actions-'))
  const output = plainOutput((text) => process.stdout.write(text))
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const artifacts = folderArtifacts(join(temp, 'artifacts'))
  const log = terminalLog(output)
  const start = processRunner(output, signal)
  const runner: Runner = {
    inputs,
    event,
    log,
    ...(options.trace ? { trace: traceTo(log) } : {}),
    // As on GitHub's runner: paths in options are relative to the checkout.
    run: (command, args, given) => start(command, args, { cwd: workspace, ...given }),
    clock: systemClock,
    signal,
    temp,
    environment: process.env,
    artifacts: async () => artifacts,
    setOutput: (name, value) => outputs.set(name, value),
    mask: () => {},
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? '',
    addPath: () => {},
    exportVariable: () => {},
    summary: async () => {},
  }
  mkdirSync(join(temp, 'artifacts'))
  return { runner, outputs, close: () => rmSync(temp, { recursive: true, force: true }) }
}

function terminalLog(output: Output): Log {
  return {
    debug: () => {},
    info: (message) => output.own(message),
    warn: (message) => output.own(`warning: ${message}`),
    group: async (title, body) => {
      output.own(title)
      return body()
    },
  }
}

/** A push of what is checked out: its branch, else its tag. A commit that has neither is no ref that gives a tag. */
function localEvent(workspace: string): RunEvent {
  const git = (...args: string[]) => askGit(workspace, args)
  const sha = git('rev-parse', 'HEAD')
  if (sha === undefined) {
    throw new UserError(`"${workspace}" is not a git checkout with a commit.`, {
      hint: 'Run this in a clone of your repository.',
    })
  }
  const branch = git('symbolic-ref', '--short', 'HEAD')
  const tag = branch === undefined ? git('describe', '--exact-match', '--tags', 'HEAD') : undefined
  const remote = readRemote(git('remote', 'get-url', 'origin') ?? '')
  return {
    name: 'push',
    ref: branch !== undefined ? `refs/heads/${branch}` : tag !== undefined ? `refs/tags/${tag}` : 'HEAD',
    sha,
    repository: remote?.path ?? '',
    defaultBranch: defaultBranch(git) ?? branch ?? '',
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
function defaultBranch(git: (...args: string[]) => string | undefined): string | undefined {
  const head = git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '')
  return head ?? ['main', 'master'].find((name) => git('rev-parse', '--verify', `refs/heads/${name}`))
}

function askGit(workspace: string, args: string[]): string | undefined {
  try {
    return (
      execFileSync('git', ['-C', workspace, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || undefined
    )
  } catch {
    return undefined
  }
}
