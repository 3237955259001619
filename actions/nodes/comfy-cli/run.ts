import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { printable, sentence } from '../../base/printable.ts'
import { isThere } from '../../base/there.ts'
import { canonicalText } from '../file/canonical.ts'
import type { Installation } from '../installation.ts'
import { hiddenFromOthers } from '../packages/others.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'
import { keptPackages } from './kept-packages.ts'
import { findComfy } from './program.ts'
import { workspaceOf } from './workspace.ts'

export interface ComfyCliJob {
  snapshot: Snapshot
  to: Installation
}

const SUMMARY = /^\[ +[A-Z]+ +\] .+$/

/**
 * Has the official tool restore a snapshot; gives its summary, line by line. That it ends well means nothing: it does so
 * whatever happened.
 */
export async function runComfyCli(
  { snapshot, to }: ComfyCliJob,
  services: NodeServices,
): Promise<{ said: string[] }> {
  const core = await workspaceOf(to)
  if (to.python === undefined)
    throw new UserError('IMG8731', 'The engine comfy-cli installs packages, and no Python is named.', {
      hint: 'Set "python" to the one that ComfyUI runs with, or use the engine native.',
    })
  const program = await findComfy(to.python, services)
  const folder = await mkdtemp(join(services.temp, 'comfy-cli-'))
  try {
    // Its own form, whatever the file was written in: other forms crash the tool, and it ends well all the same.
    const file = join(folder, 'snapshot.json')
    await writeFile(file, canonicalText(snapshot))
    const env = {
      ...(await environmentOf(program, to.python, services)),
      ...(await keptPackages(to.python, folder, services)),
    }
    const options = ['--skip-prompt', '--no-enable-telemetry', '--no-json', '--workspace', core]
    const { exitCode, stdout, stderr } = await services.run(
      program,
      [...options, 'node', 'restore-snapshot', file],
      { cwd: core, env, signal: services.signal, show: true, anyExit: true },
    )
    if (exitCode !== 0) throw couldNotStart(exitCode, `${stdout}\n${stderr}`)
    return { said: stdout.split('\n').filter((line) => SUMMARY.test(line)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function environmentOf(
  program: string,
  python: string,
  { environment }: NodeServices,
): Promise<Record<string, string | undefined>> {
  const above = dirname(dirname(python))
  return {
    ...hiddenFromOthers(environment),
    PATH: [dirname(program), environment.PATH].filter(Boolean).join(delimiter),
    // The tool believes this more than the Python that it runs with itself.
    VIRTUAL_ENV: (await isThere(join(above, 'pyvenv.cfg'))) ? above : undefined,
    CONDA_PREFIX: undefined,
    DO_NOT_TRACK: '1',
    GIT_TERMINAL_PROMPT: '0',
    PIP_NO_INPUT: '1',
  }
}

/** With all that can fail inside of it the tool ends well; so it did not even begin. */
function couldNotStart(exitCode: number, output: string): UserError {
  const said = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-3)
    .join(' ')
  return new UserError(
    'IMG8731',
    `comfy node restore-snapshot ended with ${exitCode}: ${sentence(printable(said))}`,
    {
      hint: 'It needs comfyui-manager beside comfy-cli; the engine native needs neither.',
    },
  )
}
