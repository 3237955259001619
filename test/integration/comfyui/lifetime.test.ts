import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { command } from '../../e2e/harness/command.ts'
import { openImage } from './container.ts'

jest.setTimeout(120_000)

let image: Awaited<ReturnType<typeof openImage>>
let started = 0

beforeAll(async () => {
  image = await openImage()
})

afterAll(() => image.close())

/** The image as it is started by anybody; ready when it says where it listens. */
async function serve(...options: string[]) {
  const name = `comfyui-test-${process.pid}-${++started}`
  const args = [
    'run',
    '--rm',
    '--name',
    name,
    '--network',
    'none',
    '--env',
    'PUID=3000',
    ...options,
    image.image,
  ]
  const child = spawn('podman', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('To see the GUI go to')) resolve()
    })
  })
  await Promise.race([ready, ended])
  return { name, lines, ended }
}

describe('rules 11 and 12', () => {
  test.each(['setpriv', 'gosu'])('dropped by %s, SIGTERM ends process 1 with 0', async (drop) => {
    const { name, lines, ended } = await serve('--env', `DROP_WITH=${drop}`)
    expect(lines.filter((line) => line.startsWith('Starting'))).toEqual(['Starting with UID:GID = 3000:1000'])
    const { stdout } = await command('podman', ['exec', name, 'cat', '/proc/1/cmdline'])
    expect(stdout.split('\0').slice(1, 3)).toEqual(['/usr/local/bin/serve-comfyui', '--listen'])
    await command('podman', ['kill', '--signal', 'SIGTERM', name])
    expect([await ended, lines.at(-1)]).toEqual([0, 'Stopped server'])
  })

  test('podman exec is root, unless --user says who', async () => {
    const { name, ended } = await serve()
    const whoIs = async (...options: string[]) =>
      (await command('podman', ['exec', ...options, name, 'id', '-u'])).stdout.trim()
    expect([await whoIs(), await whoIs('--user', '3000:1000'), await whoIs('--user', 'app')]).toEqual([
      '0',
      '3000',
      '3000',
    ])
    await command('podman', ['kill', '--signal', 'SIGTERM', name])
    expect(await ended).toBe(0)
  })
})

test.each(['setpriv', 'gosu'])('a program that is not there is told by %s, with 127', async (drop) => {
  const { exitCode, stderr } = await image.start({ env: { DROP_WITH: drop }, command: ['no-such-program'] })
  expect([exitCode, stderr]).toEqual([127, expect.stringContaining('no-such-program')])
})

test('without a program it ends with 64', async () => {
  const { exitCode, stderr } = await image.start({
    podman: ['--entrypoint', '/usr/local/bin/entrypoint.sh'],
    command: [],
  })
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining('there is no command to start')])
})
