import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ProcessError, type ProcessOptions, type ProcessResult } from '../../base/process.ts'
import { defaultRetry, retry } from '../../base/retry.ts'
import type { NodeServices } from '../services.ts'
import { gitEnvironment } from './environment.ts'
import { adviceOn, failureOf } from './failures.ts'
import { makeGitFolder } from './folder.ts'

export interface GitOptions
  extends Pick<ProcessOptions, 'cwd' | 'input' | 'anyExit' | 'read' | 'onLine' | 'signal' | 'finishing'> {
  /** Its configuration and attributes are believed, so one that we made; an empty one unless told. */
  gitDir?: string
  workTree?: string
  /** The objects of somebody's repository, without anything else of it. */
  objects?: string
  index?: string
  /** What the work tree's own .gitattributes say counts; otherwise no attribute does. */
  attributes?: boolean
  /** What it asks of another machine may be asked again; its failures then are a user's, with this address in them. */
  remote?: string
  /** Repositories on this machine may be read, which otherwise only the user's own configuration can allow. */
  local?: boolean
}

export interface Git {
  run(args: readonly string[], options?: GitOptions): Promise<ProcessResult>
}

/**
 * Nothing that a repository brings along may start a program: no hook, no filter, no transport but https, no question
 * to anybody.
 */
const SAFE = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.symlinks', 'true'],
  ['core.protectHFS', 'true'],
  ['core.protectNTFS', 'true'],
  ['core.askPass', ''],
  ['credential.interactive', 'never'],
  ['protocol.allow', 'never'],
  ['protocol.https.allow', 'always'],
  ['protocol.version', '2'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  // A few files in place of a thousand.
  ['fetch.unpackLimit', '1'],
  // A line that has died is noticed.
  ['http.lowSpeedLimit', '500'],
  ['http.lowSpeedTime', '60'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

export function openGit(services: NodeServices): Git {
  const empty = new Map<boolean, Promise<string>>()
  const emptyFolder = (attributes: boolean): Promise<string> => {
    const folder = empty.get(attributes) ?? makeEmpty(services.temp, attributes)
    empty.set(attributes, folder)
    return folder
  }

  const start = async (args: readonly string[], options: GitOptions): Promise<ProcessResult> => {
    const { gitDir, workTree, objects, index, attributes = false, remote, local, ...own } = options
    return services.run('git', [...SAFE, ...(local ? ['-c', 'protocol.file.allow=always'] : []), ...args], {
      // Not where somebody else's repository could be found.
      cwd: services.temp,
      ...own,
      env: {
        ...gitEnvironment(services.environment),
        GIT_DIR: gitDir ?? (await emptyFolder(attributes)),
        GIT_WORK_TREE: workTree,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_INDEX_FILE: index,
      },
    })
  }

  const ask = (args: readonly string[], options: GitOptions, remote: string): Promise<ProcessResult> =>
    retry(
      async () => {
        try {
          return await start(args, options)
        } catch (error) {
          throw error instanceof ProcessError ? failureOf(error, remote) : error
        }
      },
      { ...defaultRetry, clock: services.clock, random: services.random },
      {
        signal: services.signal,
        advise: adviceOn,
        onRetry: (error, _attempt, wait) =>
          services.log.warn(`${(error as Error).message} Once more in ${Math.round(wait / 1000)} s.`),
      },
    )

  return {
    run: (args, options = {}) =>
      options.remote === undefined ? start(args, options) : ask(args, options, options.remote),
  }
}

async function makeEmpty(temp: string, attributes: boolean): Promise<string> {
  const folder = await makeGitFolder(await mkdtemp(join(temp, 'git-')))
  if (attributes) await rm(join(folder, 'info', 'attributes'))
  return folder
}
