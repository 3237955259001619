import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { criteria, independent } from './criteria/fastapi-api.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import { testEach, testTogether } from './harness/criteria.ts'
import { pushed } from './harness/event.ts'
import { cli, type Example, openExample } from './harness/examples.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect } from './harness/inspect.ts'
import { program } from './harness/programs.ts'

jest.setTimeout(120_000)

const NAME = 'fastapi-api'
const PYTHON = 'localhost/image-actions/python'
const UV = 'localhost/image-actions/uv'
const POSTGRES = 'localhost/image-actions/postgres'
const LOCAL = { buildArgs: { PYTHON, UV }, variables: { postgres: POSTGRES } }
const PLATFORM = `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`
let example: Example

beforeAll(async () => {
  example = await openExample(NAME, LOCAL)
  await example.build()
})

afterAll(() => example.close())

test('the image passes all that its check file asks', async () => {
  const { exitCode, failed, unchecked, verification, said } = await example.verify()
  expect([failed, unchecked, said]).toEqual([[], [], said])
  expect(exitCode).toBe(0)
  expect(verification.results.length).toBeGreaterThan(30)
})

describe('published by our own pipeline', () => {
  let world: World

  beforeAll(async () => {
    world = await openWorld()
  })

  afterAll(() => world.close())

  test('it is verified first, and whoever pulls it can run it', async () => {
    const consumer = await world.example(NAME, {
      platforms: PLATFORM,
      'build-args': `PYTHON=${PYTHON}\nUV=${UV}`,
      'verify-variables': `postgres=${POSTGRES}`,
      cache: 'none',
    })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(failureOf(run)).toBe('')
    expect(run.log).toMatch(/health tells the database's state/)
    const [pulled = '', ...others] = world.hosts.map((host) => `${host}/octo/${NAME}:latest`)
    const published = await inspect(pulled)
    expect(published?.platforms).toEqual([PLATFORM])
    for (const other of others) expect(await inspect(other)).toEqual(published)
    await command('podman', ['pull', '--quiet', '--tls-verify=false', pulled])
    try {
      expect((await example.verify({ image: pulled })).failed).toEqual([])
    } finally {
      await command('podman', ['rmi', '--force', pulled])
    }
  })
})

testEach(NAME, criteria, LOCAL)
testTogether(NAME, independent, LOCAL)

describe('make', () => {
  /** Little, but all that the Makefile hands on: a variable, and what it takes to build again. */
  const CHECKS = `version: 1
files: [{ path: "/{{postgres}}", exists: false }]
rebuild: [{ edit: app/main.py, cached: [uv pip sync] }]
`
  const made = 'localhost/image-actions-test/made'
  let copy: Example
  const make = (target: string) =>
    command('make', ['--silent', target, `PYTHON=${PYTHON}`, `UV=${UV}`, `POSTGRES=${POSTGRES}`], {
      cwd: copy.folder,
      anyExit: true,
      env: { IMAGE: made, IMAGE_ACTIONS: `${process.execPath} ${cli()}` },
    })

  beforeAll(async () => {
    copy = await openExample(NAME)
  })
  afterAll(async () => {
    await command('podman', ['rmi', '--force', '--ignore', made])
    await copy.close()
  })

  test('builds and verifies it', async () => {
    copy.change({ 'image-verify.yml': CHECKS })
    const { exitCode, stderr } = await make('verify-prod')
    expect([exitCode, stderr]).toEqual([0, stderr])
    copy.change({ 'image-verify.yml': 'version: 1\n' })
    expect(await make('verify-prod')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('The check file asks for nothing.'),
    })
  })

  test('is red without the Containerfile, whatever it shall make', async () => {
    copy.change({ Containerfile: null })
    for (const target of ['build-prod', 'verify-prod', 'test-integration'])
      expect(await make(target)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("'Containerfile'"),
      })
  })
})

test('its own tests pass beside a real PostgreSQL, though they are kept out of the build', async () => {
  const image = 'localhost/image-actions-test/made'
  const args = ['test-integration', `PYTHON=${PYTHON}`, `UV=${UV}`, `POSTGRES=${POSTGRES}`, `IMAGE=${image}`]
  try {
    const { stdout } = await command('make', ['--silent', ...args], { cwd: example.folder })
    expect(stdout).toMatch(/^\d+ passed in /m)
  } finally {
    await command('podman', ['rmi', '--force', '--ignore', `${image}-tests`])
  }
})

describe('compose.yml', () => {
  const secrets = {
    JWT_SECRET_KEY: 'k',
    OWNER_PASSWORD: 'o',
    S3_ACCESS_KEY_ID: 'a',
    S3_SECRET_ACCESS_KEY: 's',
  }
  const render = (env: Record<string, string>) =>
    command(program('podman-compose'), ['--env-file', '.env.example', 'config'], {
      cwd: example.folder,
      env,
      anyExit: true,
    })

  test('gives the application all that it asks for, and a database to wait for', async () => {
    const { stdout } = await render({ ...secrets, POSTGRES_PASSWORD: 'p' })
    const { api, db } = parse(stdout).services
    const required = parse(await checkFile()).run.env
    expect(Object.keys(api.environment).sort()).toEqual(Object.keys(required).sort())
    expect(api.environment.DATABASE_URL).toBe('postgresql://app:p@db:5432/app')
    expect(api).toMatchObject({ image: 'ghcr.io/owner/fastapi-api:latest', stop_grace_period: '35s' })
    expect(api.depends_on).toEqual({ db: { condition: 'service_healthy' } })
    expect(db.environment).toMatchObject({ POSTGRES_USER: 'app', POSTGRES_PASSWORD: 'p', POSTGRES_DB: 'app' })
  })

  test('names what is missing in .env', async () => {
    const { exitCode, stderr } = await render({ ...secrets, POSTGRES_PASSWORD: '' })
    expect(exitCode).not.toBe(0)
    expect(stderr).toContain('POSTGRES_PASSWORD')
  })
})

async function checkFile(): Promise<string> {
  return (await command('cat', ['image-verify.yml'], { cwd: example.folder })).stdout
}
