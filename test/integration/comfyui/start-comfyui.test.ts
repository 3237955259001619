import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { startScript } from './started.ts'

jest.setTimeout(60_000)

const GIT_OR_PIP = /\b(git|pip3?|uv)\b/
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-comfyui-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('with the network off', () => {
  test('it serves by nothing but three calls of comfy, and SIGTERM ends it with 0', async () => {
    const env = { COMFY_PORT: '9000', CLI_ARGS: '--preview-method *' }
    const server = await startScript(folder, { env })
    expect(await server.ask(9000)).toEqual(['--listen', '--port', '9000', '--preview-method', '*'])
    await server.stop()
    expect([await server.ended, server.said()]).toEqual([0, expect.stringContaining('Stopped server')])

    const trace = await server.trace()
    expect(trace.filter((line) => GIT_OR_PIP.test(line))).toEqual([])
    const calls = trace.flatMap((line) => /^is \S+ \S+\/comfy --workspace \S+ (.*)$/.exec(line)?.[1] ?? [])
    expect(calls).toEqual(['env', 'tracking disable', 'launch -- --listen --port 9000 --preview-method *'])
  })

  test('the trace would show a git: comfy-cli starts one where it is not told the folder', async () => {
    const server = await startScript(folder, { command: ['comfy', 'env'] })
    expect(await server.ended).toBe(0)
    expect(await server.trace()).toContainEqual(expect.stringMatching(/^starts git version/))
  })

  test('it needs no root, and no place to write to', async () => {
    const podman = ['--user', '3000:3000', '--read-only', '--env', 'HOME=/app']
    const server = await startScript(folder, { podman })
    expect(await server.ask(8188)).toEqual(['--listen', '--port', '8188'])
    await server.stop()
    expect(await server.ended).toBe(0)
  })
})

test('SIGTERM ends a server that is not ready yet', async () => {
  const server = await startScript(folder, { env: { CLI_ARGS: '--load-slowly' }, until: 'Loading' })
  await server.stop()
  expect(await server.ended).toBe(0)
})

test('SIGTERM before comfy launch ends it without a server', async () => {
  const server = await startScript(folder, { until: 'Environment' })
  await server.stop()
  expect([await server.ended, server.said()]).toEqual([0, expect.not.stringContaining('To see the GUI')])
})

test('SIGTERM ends comfy launch while it starts the server', async () => {
  const server = await startScript(folder, { until: 'Launching ComfyUI' })
  await server.stop()
  expect(await server.ended).toBe(0)
})

test.each([0, 1, 7])('a server that ends by itself gives its exit code: %i', async (code) => {
  const server = await startScript(folder, { env: { CLI_ARGS: `--end-with ${code}` } })
  expect(await server.ended).toBe(code)
})
