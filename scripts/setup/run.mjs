import { spawnSync } from 'node:child_process'

/** What set-up tells the person in front of the screen; on stderr, so that results can be piped. */
export function say(message) {
  process.stderr.write(`set-up: ${message}\n`)
}

/** Runs a program to its end, quietly; a failure throws what it said last. */
export function run(command, args, options = {}) {
  const { env, ...rest } = options
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...rest,
  })
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`)
  if (result.status === 0) return result.stdout
  const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-8).join('\n')
  throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}:\n${said}`)
}
