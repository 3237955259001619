import { existsSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { CancelledError, UserError } from '../../../actions/base/errors.ts'
import { ProcessError } from '../../../actions/base/process.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'

/** As the kernel tells it; a zombie has ended, whoever has yet to notice. */
function stateOf(pid: number): string {
  const path = `/proc/${pid}/stat`
  return existsSync(path) ? (readFileSync(path, 'utf8').split(') ')[1]?.[0] ?? '') : 'gone'
}

const shown: string[] = []
const run = processRunner(
  plainOutput((text) => shown.push(text)),
  new AbortController().signal,
)
const node = (code: string) => ['-e', code]

describe('a child process', () => {
  test('hands back what it printed, and passes its input', async () => {
    const code = 'process.stdin.on("data", (d) => process.stdout.write(d)); console.error("warned")'
    expect(await run(process.execPath, node(code), { input: 'one\ntwo' })).toEqual({
      exitCode: 0,
      stdout: 'one\ntwo',
      stderr: 'warned',
    })
  })

  test('that fails is an error with its last words', async () => {
    const failing = run(process.execPath, node('console.error("no such image"); process.exit(125)'))
    await expect(failing).rejects.toThrow(ProcessError)
    await expect(failing).rejects.toThrow('exit code 125: no such image')
  })

  test('may fail where the caller asks for the exit code', async () => {
    expect((await run(process.execPath, node('process.exit(3)'), { anyExit: true })).exitCode).toBe(3)
  })

  test('that is not installed is named, with what to do', async () => {
    await expect(run('no-such-podman', [])).rejects.toThrow(UserError)
  })

  test('that is given too long an argument is refused by the system, which is no bug', async () => {
    const failing = run(process.execPath, ['x'.repeat(200_000)])
    await expect(failing).rejects.toThrow(UserError)
    await expect(failing).rejects.toThrow("can't be given so long an argument")
  })

  test('is given no NUL, which ends every argument', async () => {
    const failing = run(process.execPath, ['secret\0b'])
    await expect(failing).rejects.toThrow(UserError)
    await expect(failing).rejects.toMatchObject({
      code: 'IMG9901',
      message: expect.not.stringContaining('secret'),
    })
  })

  test('sees the environment given, without what was taken away', async () => {
    process.env.IMAGE_ACTIONS_SECRET = 'x'
    const code = 'console.log(process.env.IMAGE_ACTIONS_SECRET ?? "none", process.env.ADDED)'
    const { stdout } = await run(process.execPath, node(code), {
      env: { IMAGE_ACTIONS_SECRET: undefined, ADDED: 'yes' },
    })
    delete process.env.IMAGE_ACTIONS_SECRET
    expect(stdout).toBe('none yes')
  })

  test('is ended with its own children when the run is cancelled', async () => {
    const controller = new AbortController()
    const stopped = processRunner(
      plainOutput(() => {}),
      controller.signal,
    )
    const code = `
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      console.log('started', child.pid)
      setInterval(() => {}, 1000)`
    let grandchild = 0
    const running = stopped(process.execPath, node(code), {
      onLine: (line) => {
        grandchild = Number(line.split(' ')[1])
        controller.abort()
      },
    })
    await expect(running).rejects.toThrow(CancelledError)
    // Its end of the pipe closes a moment before it is gone.
    while (!['gone', 'Z'].includes(stateOf(grandchild))) await setImmediate()
  })

  test('is ended by its caller, while the run goes on', async () => {
    const ending = new AbortController()
    const running = run(process.execPath, node('console.log("up"); setInterval(() => {}, 1000)'), {
      signal: ending.signal,
      onLine: () => ending.abort(),
    })
    await expect(running).rejects.toThrow(CancelledError)
  })

  test('is ended with the run also where its caller has a signal of its own', async () => {
    const cancelled = new AbortController()
    const start = processRunner(
      plainOutput(() => {}),
      cancelled.signal,
    )
    const running = start(process.execPath, node('console.log("up"); setTimeout(() => {}, 5000)'), {
      signal: new AbortController().signal,
      onLine: () => cancelled.abort(),
    })
    await expect(running).rejects.toThrow(CancelledError)
  })

  test('is not started after a cancellation', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(run(process.execPath, node('0'), { signal: controller.signal })).rejects.toThrow(
      CancelledError,
    )
  })
})
