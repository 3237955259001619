import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const SERVE = fileURLToPath(new URL('../../doubles/serve.ts', import.meta.url))
let temp: string
let child: ChildProcess | undefined
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'serve-test-'))
})
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL')
  await rm(temp, { recursive: true })
})

async function serve(...args: string[]): Promise<{ url: string; host: string; apiUrl?: string }> {
  const started = spawn(process.execPath, [SERVE, ...args], {
    env: { ...process.env, TMPDIR: temp, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const [line] = await once(createInterface(started.stdout), 'line')
  return JSON.parse(line)
}

test.each(['SIGTERM', 'SIGINT'] as const)('ends on %s and leaves nothing behind', async (signal) => {
  const { url, host } = await serve('--kind', 'oci')
  expect(url).toBe(`http://${host}`)
  expect((await fetch(`${url}/v2/`)).status).toBe(200)
  expect(await readdir(temp)).toHaveLength(1)
  child!.kill(signal)
  expect(await once(child!, 'exit')).toEqual([0, null])
  expect(await readdir(temp)).toEqual([])
})

test('ghcr comes with its API, over the same manifests, and is steered from here', async () => {
  const graph = join(temp, 'graph.json')
  const repository = { defaultBranch: 'main', branches: {}, commits: {} }
  await writeFile(graph, JSON.stringify({ 'octocat/app': repository }))
  const args = ['--kind', 'ghcr', '--user', 'octocat', '--password', 'ghp_double', '--graph', graph]
  const { url, apiUrl } = await serve(...args)
  const authorization = `Basic ${btoa('octocat:ghp_double')}`
  const scope = 'service=ghcr.io&scope=repository:octocat/app:pull,push'
  const answer = await fetch(`${url}/token?${scope}`, { headers: { authorization } })
  const { token } = (await answer.json()) as { token: string }
  const type = 'application/vnd.oci.image.index.v1+json'
  const put = () =>
    fetch(`${url}/v2/octocat/app/manifests/latest`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [] }),
    })
  const rule = { method: 'PUT', fault: { kind: 'status', status: 503 } }
  await fetch(`${url}/__faults`, { method: 'POST', body: JSON.stringify(rule) })
  expect([(await put()).status, (await put()).status]).toEqual([503, 201])

  const headers = { authorization: 'Bearer ghp_double' }
  const versions = await fetch(`${apiUrl}/user/packages/container/app/versions`, { headers })
  expect(await versions.json()).toMatchObject([{ metadata: { container: { tags: ['latest'] } } }])
  expect((await fetch(`${apiUrl}/repos/octocat/app`)).status).toBe(200)
})

test.each([['dockerhub', '/v2/namespaces/none/repositories/none/tags'] as const])(
  '%s comes with its API',
  async (kind, path) => {
    const { apiUrl } = await serve('--kind', kind)
    expect((await fetch(apiUrl + path)).status).toBe(404)
  },
)

test.each(['github', 'results'])('%s stands alone', async (kind) => {
  const { url, apiUrl } = await serve('--kind', kind)
  expect([(await fetch(`${url}/none`)).status, apiUrl]).toEqual([404, undefined])
})
