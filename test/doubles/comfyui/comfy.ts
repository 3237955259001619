import { spawn } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

const PROGRAM = join(import.meta.dirname, '../../../.cache/bin/comfy')

export interface ComfySaid {
  exitCode: number | null
  /** Both streams. */
  output: string
}

/** The real comfy-cli that set-up installed, in its own virtual environment. */
export const virtualEnvironment = (): string => dirname(dirname(readlinkSync(PROGRAM)))

/** Nobody answers there, so that the tool reaches nothing beyond this machine. */
const NOWHERE = 'http://127.0.0.1:9'

/** What the real tool runs with: nobody's settings, no telemetry, no network, and packages from nowhere. */
export function comfyEnvironment(
  home: string,
  git: Readonly<Record<string, string>>,
): Record<string, string> {
  const environment = virtualEnvironment()
  return {
    ...git,
    HOME: home,
    PATH: `${join(environment, 'bin')}:${process.env.PATH}`,
    VIRTUAL_ENV: environment,
    ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, NO_PROXY: '' },
    ...{ http_proxy: NOWHERE, https_proxy: NOWHERE, no_proxy: '' },
    DO_NOT_TRACK: '1',
    PIP_NO_INDEX: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_RETRIES: '0',
  }
}

/** Runs it to its end, in the workspace. */
export async function comfy(
  core: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ComfySaid> {
  await mkdir(environment.HOME ?? core, { recursive: true })
  const options = ['--skip-prompt', '--no-enable-telemetry', '--workspace', core]
  const child = spawn('comfy', [...options, ...args], {
    cwd: core,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { exitCode, output: out + err }
}
