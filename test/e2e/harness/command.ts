import { spawn } from 'node:child_process'
import { searchPath } from './programs.ts'

export interface CommandOptions {
  cwd?: string
  env?: Record<string, string>
  /** Milliseconds; then the command and everything it started is ended. */
  timeout?: number
  /** Resolve whatever the exit code is. */
  anyExit?: boolean
}

export interface CommandResult {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs a program to its end, while the servers of this process go on answering. */
export async function command(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const env = { ...process.env, PATH: searchPath, ...options.env }
  // A group of its own: what a command leaves behind at a timeout ends with it.
  const child = spawn(name, args, {
    cwd: options.cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  const end = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), options.timeout ?? 120_000)
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code ?? 137))
    })
    if (exitCode !== 0 && !options.anyExit)
      throw new Error(`${name} ${args.join(' ')} ended with ${exitCode}: ${said.stderr || said.stdout}`, {
        cause: { exitCode, ...said },
      })
    return { exitCode, ...said }
  } finally {
    clearTimeout(end)
  }
}
