import { delimiter, dirname } from 'node:path'
import type { ProcessOptions, ProcessResult } from '../../base/process.ts'
import { findProgram } from '../../base/there.ts'
import type { NodeServices } from '../services.ts'
import { argumentsOf, type IndexOption } from './index-options.ts'
import { hiddenFromOthers } from './others.ts'

/** uv or pip, for one Python. */
export interface PackageTool {
  name: 'uv' | 'pip'
  run(args: readonly string[], options?: ProcessOptions): Promise<ProcessResult>
}

export interface InstallArguments {
  /** Requirements files. */
  files: readonly string[]
  constraints?: string
  options?: readonly IndexOption[]
  /** What it would do is found out, nothing more. */
  dry?: boolean
  /** Nothing but what the files name. */
  exactly?: boolean
  /** Each with a hash. */
  hashed?: boolean
}

export async function findTool(python: string, services: NodeServices): Promise<PackageTool> {
  const { environment } = services
  const uv = await findProgram('uv', [...(environment.PATH ?? '').split(delimiter), dirname(python)])
  const env = {
    ...environment,
    ...hiddenFromOthers(environment),
    ...{ PYTHONNOUSERSITE: '1', PYTHONUSERBASE: undefined },
  }
  if (uv === undefined) {
    const own = { ...env, PIP_USER: '0', PIP_NO_INPUT: '1', PIP_ROOT_USER_ACTION: 'ignore' }
    return {
      name: 'pip',
      run: (args, options) =>
        services.run(python, ['-m', 'pip', '--disable-pip-version-check', ...args], { ...options, env: own }),
    }
  }
  const own = { ...env, ...asUv(environment) }
  return { name: 'uv', run: (args, options) => services.run(uv, ['pip', ...args], { ...options, env: own }) }
}

export function installArguments(tool: PackageTool, python: string, job: InstallArguments): string[] {
  return [
    'install',
    ...(tool.name === 'uv' ? ['--python', python] : []),
    ...(job.dry ? ['--dry-run'] : []),
    ...(job.exactly ? ['--no-deps'] : []),
    ...(job.hashed ? ['--require-hashes'] : []),
    ...argumentsOf(job.options ?? [], tool.name),
    ...(job.constraints === undefined ? [] : ['--constraint', job.constraints]),
    ...job.files.flatMap((file) => ['--requirement', file]),
  ]
}

/** uv has variables of its own; where none is set, pip's hold for it too, so that both ask the same index. */
export function asUv(environment: NodeServices['environment']): Record<string, string> {
  if (
    Object.keys(environment).some((name) => /^UV_(DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL)$/.test(name))
  )
    return {}
  const pairs: [string, string | undefined][] = [
    ['UV_DEFAULT_INDEX', environment.PIP_INDEX_URL],
    ['UV_INDEX', environment.PIP_EXTRA_INDEX_URL],
    ['UV_FIND_LINKS', environment.PIP_FIND_LINKS?.trim().replace(/\s+/g, ',')],
    ['UV_NO_INDEX', environment.PIP_NO_INDEX],
    ['SSL_CERT_FILE', environment.SSL_CERT_FILE ?? environment.PIP_CERT],
  ]
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => !!pair[1]))
}
