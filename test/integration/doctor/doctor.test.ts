import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { InputError } from '../../../actions/base/errors.ts'
import type { Finding } from '../../../actions/doctor/finding.ts'
import { examine } from '../../../actions/doctor/main.ts'
import type { RegistryOptions } from '../../doubles/registry/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type Double, startServer } from '../../doubles/server.ts'
import { pushEvent } from '../../push-event.ts'
import { CREDENTIALS } from '../jobs.ts'
import { testRunner } from '../runner.ts'

/** What GitHub says of a token in a header, and nowhere else. */
let github: Double
let folder: string
const open: RegistryDouble[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  github = await startServer({
    handle: async (exchange) => {
      const token = exchange.header('authorization')?.replace('Bearer ', '')
      if (token === 'ghp_expired') return exchange.sendJson(401, { message: 'Bad credentials' })
      // As an Enterprise Server that limits nobody.
      const status = token === 'ghp_unlimited' ? 404 : 200
      if (token === 'github_pat_x') return exchange.sendJson(200, {})
      return exchange.sendJson(status, {}, { 'x-oauth-scopes': 'repo, write:packages, delete:packages' })
    },
  })
})
afterAll(async () => {
  await github.close()
  await rm(folder, { recursive: true })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((registry) => registry.close()))
})

async function registry(options: RegistryOptions): Promise<RegistryDouble> {
  const started = await startRegistryDouble({ credentials: CREDENTIALS, ...options })
  open.push(started)
  return started
}

interface Look {
  inputs?: Record<string, string>
  environment?: Record<string, string>
  /** Milliseconds until nobody waits any more. */
  deadline?: number
}

async function look({ inputs = {}, environment = {}, deadline = 60_000 }: Look) {
  const event = pushEvent({ repository: 'octo/app', apiUrl: github.url })
  const job = await testRunner({ folder, inputs, event, environment })
  const clock = {
    now: Date.now,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline)
        signal?.addEventListener('abort', () => clearTimeout(timer))
      }),
  }
  const { document, error, text } = await examine({ ...job.runner, clock })
  const of = (what: string): Finding | undefined => document.findings.find((each) => each.what === what)
  return { of, error, text, findings: document.findings }
}

/** Logged in, or not. */
const at = ({ host }: { host: string }, password?: string) => ({
  registries: `${host}/octo`,
  ...(password === undefined
    ? {}
    : { 'registry-auth': `[{registry: "${host}", username: ${CREDENTIALS.user}, password: ${password}}]` }),
})

describe('the machine', () => {
  test('is told from a real podman', async () => {
    const { of, error } = await look({ inputs: { registries: 'localhost:1/x', 'github-token': 'ghp_good' } })
    expect(of('podman')).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^\d+\.\d+.*, as root|without root/),
    })
    expect(of('storage')?.found).toContain(' in /')
    for (const what of [
      'buildah in podman',
      'heredocs',
      'space in storage',
      'cgroups',
      'temporary space',
      'git',
    ])
      expect([what, of(what)?.state]).toEqual([what, expect.stringMatching(/^(ok|warning)$/)])
    expect(of('GITHUB_TOKEN')).toMatchObject({ state: 'ok', found: 'valid' })
    expect(error?.code).toBe('IMG9011')
  })

  test('without podman is told all the same', async () => {
    const { of, findings } = await look({
      inputs: { registries: 'localhost:1/x' },
      environment: { PATH: folder },
    })
    expect(of('podman')).toMatchObject({ state: 'problem', found: expect.stringContaining('not installed') })
    expect(of('git')).toMatchObject({ state: 'problem', found: 'not found' })
    expect(of('storage')).toBeUndefined()
    expect(findings.length).toBeGreaterThan(6)
  })

  test('whose tokens GitHub refuses', async () => {
    const { of } = await look({ inputs: { registries: 'localhost:1/x', 'github-token': 'ghp_expired' } })
    expect(of('GITHUB_TOKEN')).toMatchObject({ state: 'problem', found: 'refused by GitHub' })
  })
})

describe('a token', () => {
  const tokenOf = async (token: string, kind: string) => {
    const inputs = {
      ...{ registries: 'localhost:1/x', 'registry-kinds': `localhost:1=${kind}` },
      'github-token': token,
    }
    return (await look({ inputs })).of('GITHUB_TOKEN')
  }
  const all = 'repo, write:packages, delete:packages'

  test.each([
    ['ghp_good', 'ghcr', 'ok', all],
    ['ghp_unlimited', 'ghcr', 'ok', all],
    ['github_pat_x', 'ghcr', 'problem', 'fine-grained'],
    ['github_pat_x', 'oci', 'ok', 'valid'],
  ])('%s for a registry of the kind %s: %s', async (token, kind, state, found) => {
    expect(await tokenOf(token, kind)).toMatchObject({ state, found: expect.stringContaining(found) })
  })
})

describe('a registry', () => {
  const flavours = ['ghcr', 'dockerhub', 'oci'] as const

  test.each(flavours)('of the kind %s that lets us push, and nothing is left there', async (flavour) => {
    const double = await registry({ flavour })
    const { of } = await look({ inputs: at(double, CREDENTIALS.password) })
    expect(of(double.host)).toMatchObject({
      state: 'ok',
      found: `logged in, may push to ${double.host}/octo/app`,
    })
    expect(double.requests.filter(({ method }) => /PUT|PATCH/.test(method))).toEqual([])
    expect(double.requests.at(-1)?.method).toBe('DELETE')
  })

  test.each(flavours)('of the kind %s that grants only pull', async (flavour) => {
    const double = await registry({ flavour, rights: ['pull'] })
    const { of, error } = await look({ inputs: at(double, CREDENTIALS.password) })
    expect(of(double.host)).toMatchObject({
      state: 'problem',
      found: expect.stringContaining(`refuses to let us push to ${double.host}/octo/app`),
      advice: expect.stringMatching(/\.$/),
    })
    expect(error).toBeDefined()
  })

  test.each(flavours)('of the kind %s that refuses the login', async (flavour) => {
    const double = await registry({ flavour })
    const { of, text } = await look({ inputs: at(double, 'wrong-canary') })
    expect(of(double.host)).toMatchObject({ state: 'problem' })
    expect(text).not.toContain('wrong-canary')
  })

  test.each(flavours)('of the kind %s at which nobody is logged in', async (flavour) => {
    const double = await registry({ flavour })
    const { of } = await look({ inputs: at(double) })
    expect(of(double.host)).toMatchObject({ state: 'warning', found: 'answers, and nobody is logged in' })
  })

  test('whose logins can’t be read says what to do about them', async () => {
    const logins = join(folder, 'corrupt.json')
    await writeFile(logins, '{')
    const { of } = await look({
      inputs: { registries: 'localhost:1/x' },
      environment: { REGISTRY_AUTH_FILE: logins },
    })
    expect(of('localhost:1')).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('is corrupt'),
      advice: expect.stringContaining('log in again'),
    })
  })

  test('that is open to everybody', async () => {
    const { credentials: _, ...free } = { flavour: 'oci' as const, credentials: undefined }
    const double = await startRegistryDouble(free)
    open.push(double)
    const { of } = await look({ inputs: at(double) })
    expect(of(double.host)).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('open to everybody'),
    })
  })

  test.each([
    ['status', { kind: 'status', status: 503 }, 'answers 503'],
    ['reset-response', { kind: 'reset-response', after: 0 }, 'gives no answer'],
  ] as const)('that fails (%s) is a problem', async (_kind, fault, found) => {
    const double = await registry({ flavour: 'ghcr' })
    double.faults.add({ times: 0, fault })
    const { of } = await look({ inputs: at(double) })
    expect(of(double.host)).toMatchObject({ state: 'problem', found: expect.stringContaining(found) })
  })

  test('that is down, or never answers, hides nothing else', async () => {
    const [fine, mute, down] = await Promise.all([
      registry({ flavour: 'oci' }),
      registry({ flavour: 'oci' }),
      startRegistryDouble({ flavour: 'oci' }),
    ])
    mute.faults.add({ times: 0, fault: { kind: 'hang' } })
    await down.close()
    const inputs = {
      ...at(fine, CREDENTIALS.password),
      registries: [fine, mute, down].map(({ host }) => `${host}/octo`).join(','),
    }
    const { of } = await look({ inputs, deadline: 2_000 })
    expect(of(mute.host)).toMatchObject({ state: 'problem', found: 'There was no answer for 20 s.' })
    expect(of(down.host)).toMatchObject({ state: 'problem', found: expect.stringContaining('ECONNREFUSED') })
    expect(of(fine.host)).toMatchObject({ state: 'ok' })
  })
})

test.each([
  [{ registries: 'nowhere' }, 'names no registry'],
  [{ registries: 'localhost:1/x', platforms: 'windows/amd64' }, 'Unknown platform'],
  [{ registries: 'localhost:1/x', 'dockerhub-token': 'x' }, 'dockerhub-username'],
])('%j is told before anything is looked at', async (inputs, message) => {
  const failure = await look({ inputs }).catch((error) => error)
  expect(failure).toBeInstanceOf(InputError)
  expect(String(failure)).toContain(message)
})
