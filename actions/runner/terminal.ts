import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import type { InputReader } from '../base/inputs.ts'
import type { Log } from '../base/log.ts'
import { RequestTrace } from '../registry/trace.ts'
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
  const temp = mkdtempSync(join(tmpdir(), 'image-actions-'))
  const output = plainOutput((text) => process.stdout.write(text))
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const artifacts = folderArtifacts(join(temp, 'artifacts'))
  const log = terminalLog(output)
  const runner: Runner = {
    inputs,
    event: localEvent(workspace),
    log,
    ...(options.trace ? { trace: new RequestTrace(log).note } : {}),
    run: processRunner(output, signal),
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

/** A push of what is checked out; without a remote there is no repository name, and the folder's name serves. */
function localEvent(workspace: string): RunEvent {
  const git = (...args: string[]) => askGit(workspace, args)
  const sha = git('rev-parse', 'HEAD')
  if (sha === undefined) {
    throw new UserError(`"${workspace}" is not a git checkout with a commit.`, {
      hint: 'Run this in a clone of your repository.',
    })
  }
  const branch = git('symbolic-ref', '--short', 'HEAD')
  const tag = git('describe', '--exact-match', '--tags', 'HEAD')
  const remote = /[/:]([^/:]+\/[^/]+?)(?:\.git)?$/.exec(git('remote', 'get-url', 'origin') ?? '')?.[1]
  return {
    name: 'push',
    ref: branch !== undefined ? `refs/heads/${branch}` : `refs/tags/${tag ?? sha}`,
    sha,
    repository: remote ?? '',
    defaultBranch:
      git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')?.replace('origin/', '') ?? branch ?? '',
    payload: {},
    actor: process.env.USER ?? '',
    runId: String(process.pid),
    attempt: 1,
    serverUrl: 'https://github.com',
    apiUrl: process.env.GITHUB_API_URL ?? 'https://api.github.com',
    workspace,
  }
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
