import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { copies } from './criteria/django-web.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import {
  type Composition,
  type Running,
  renderCompose,
  runComposition,
  untilDone,
} from './harness/compose.ts'
import { verifySpoilt } from './harness/criteria.ts'
import { pushed } from './harness/event.ts'
import { type Example, openExample, type Verified } from './harness/examples.ts'
import { openWorld } from './harness/harness.ts'
import { inspect } from './harness/inspect.ts'

jest.setTimeout(240_000)

const LOCAL = 'localhost/image-actions'
const BASES = {
  buildArgs: { PYTHON: `${LOCAL}/python`, NODE: `${LOCAL}/node`, UV: `${LOCAL}/uv` },
  variables: { postgres: `${LOCAL}/postgres`, redis: `${LOCAL}/redis` },
}
const PLATFORM = `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`
const STORES = { db: `${LOCAL}/postgres`, cache: `${LOCAL}/redis` }
const PROFILES = ['blue', 'green', 'utility']
const PRODUCTION = ['compose.yml', 'compose.production.yml']
const DEVELOPMENT = ['compose.yml', 'compose.development.yml']
const VARIABLES = {
  IMAGE: 'ghcr.io/octo/django-web',
  GREEN: '1.2.4',
  SITE: 'notes.example.org',
  SECRET_KEY: 'long-and-random-0123456789-abcdefghijklmnopqrstuvwxyz',
  POSTGRES_PASSWORD: 'for-tests',
}

let example: Example
let image: string

beforeAll(async () => {
  example = await openExample('django-web', BASES)
  image = await example.build()
})

afterAll(() => example.close())

/** A request from where the site runs; urllib throws for what is not 200. */
function get(running: Running, service: string, path: string): Promise<string> {
  const program =
    'import sys, urllib.request as web; print(web.urlopen("http://127.0.0.1:8000" + sys.argv[1]).read().decode())'
  return running.exec(service, 'python', '-c', program, path)
}

describe('compose files', () => {
  test('for production say which variables are missing', async () => {
    for (const missing of ['SECRET_KEY', 'SITE', 'IMAGE', 'POSTGRES_PASSWORD']) {
      const { [missing as keyof typeof VARIABLES]: _, ...rest } = VARIABLES
      await expect(renderCompose(example.folder, PRODUCTION, rest, PROFILES)).rejects.toThrow(missing)
    }
  })

  test('for production have two colours of one site, behind PgBouncer and one proxy', async () => {
    const { services } = await renderCompose(example.folder, PRODUCTION, VARIABLES, PROFILES)
    const { 'web-blue': blue, 'web-green': green, utility, db, cache, pgbouncer } = services
    expect(blue).toEqual({ ...green, image: 'ghcr.io/octo/django-web:latest', profiles: ['blue'] })
    expect(green?.image).toBe('ghcr.io/octo/django-web:1.2.4')
    expect(utility?.environment).toEqual(blue?.environment)
    expect(blue?.environment?.DATABASE_URL).toBe('postgres://app:for-tests@pgbouncer:5432/app')
    for (const { environment } of [db!, pgbouncer!])
      expect(Object.values(environment ?? {})).toContain('for-tests')
    expect([db?.image, cache?.image, pgbouncer?.image].map((name) => name?.split(':')[0])).toEqual([
      'docker.io/library/postgres',
      'docker.io/library/redis',
      'docker.io/edoburu/pgbouncer',
    ])
    const published = Object.entries(services).filter(([, { ports }]) => ports)
    expect(published.map(([name]) => name)).toEqual(['proxy'])
  })

  test.each([
    ['alone', ['compose.yml']],
    ['for development', DEVELOPMENT],
    ['for production', PRODUCTION],
  ])('%s name no user, build nothing of the stores and have the checks', async (_, files) => {
    const { services } = await renderCompose(example.folder, files, VARIABLES, PROFILES)
    expect(Object.values(services).filter((service) => 'user' in service)).toEqual([])
    for (const store of ['db', 'cache', 'pgbouncer'])
      expect(services[store] ?? {}).not.toHaveProperty('build')
    expect(services.utility?.entrypoint).toEqual([])
    expect(services.utility?.command?.at(-1)).toContain('migrate --check')
  })
})

describe('in containers', () => {
  async function started(composition: Composition, web: string): Promise<Running> {
    const own = Object.fromEntries([web, 'utility'].map((name) => [name, image]))
    const running = runComposition(example.folder, composition, { ...STORES, ...own })
    for (const name of ['db', 'cache', web]) await running.start(name)
    try {
      await untilDone(() => get(running, web, '/health/'))
      return running
    } catch {
      const said = await running.logs(web)
      await running.close()
      throw new Error(`${web} did not get ready: ${said}`)
    }
  }

  test('a fresh clone that is mounted over /src still has its CSS', async () => {
    const composition = await renderCompose(example.folder, DEVELOPMENT, {}, PROFILES)
    const running = await started(composition, 'web')
    try {
      expect(await running.exec('web', 'ls', '/src')).toContain('compose.development.yml')
      await expect(running.exec('web', 'ls', '/src/frontend/css/tailwind.css')).rejects.toThrow(
        'No such file',
      )
      const [, stylesheet = ''] = /href="([^"]+\.css)"/.exec(await get(running, 'web', '/')) ?? []
      expect(stylesheet).toBe('/static/css/tailwind.css')
      expect(await get(running, 'web', stylesheet)).toContain('.bg-emerald-700')
      expect(await get(running, 'web', '/static/admin/css/base.css')).toContain('body')

      const checks = await running.finish('utility')
      expect(checks).toMatchObject({ exitCode: 0 })
      expect(checks.output).toContain('/opt/frontend/css/tailwind.css')
      // What it compiles itself comes first.
      example.change({ 'frontend/css/tailwind.css': '.mine{}' })
      expect(await get(running, 'web', stylesheet)).toContain('.mine')
    } finally {
      example.change({ 'frontend/css/tailwind.css': null })
      await running.close()
    }
  })

  test('production runs on a read-only root without any capability, and its checks pass', async () => {
    const composition = await renderCompose(example.folder, PRODUCTION, VARIABLES, PROFILES)
    const running = await started(composition, 'web-blue')
    try {
      const [, stylesheet = ''] = /href="([^"]+\.css)"/.exec(await get(running, 'web-blue', '/')) ?? []
      expect(stylesheet).toMatch(/^\/static\/css\/tailwind\.[0-9a-f]{12}\.css$/)
      expect(await get(running, 'web-blue', stylesheet)).toContain('.bg-emerald-700')
      const checks = await running.finish('utility')
      expect(checks).toMatchObject({ exitCode: 0 })
      expect(checks.output).toContain('uid=1000(app) gid=1000(app)')
    } finally {
      await running.close()
    }
  })
})

test('its own tests pass beside a real PostgreSQL, though they are kept out of the build', async () => {
  const copy = await openExample('django-web', BASES)
  let running: Running | undefined
  try {
    const sync = 'RUN uv pip sync --no-cache --require-hashes requirements-dev.lock'
    copy.change({
      Containerfile: `${await builderOf(copy)}\nCOPY requirements-dev.lock ./\n${sync}\nENV PATH=/venv/bin:$PATH\nWORKDIR /src\n`,
      '.dockerignore': [['requirements-dev.lock\n', '']],
    })
    const tests = await copy.build()
    const { services, name } = await renderCompose(copy.folder, DEVELOPMENT, {}, PROFILES)
    const utility = { ...services.utility!, command: ['pytest', '--quiet'] }
    const images = { ...STORES, utility: tests }
    running = runComposition(copy.folder, { name, services: { ...services, utility } }, images)
    await running.start('db')
    const { exitCode, output } = await running.finish('utility')
    expect([exitCode, output]).toEqual([0, expect.stringMatching(/^\d+ passed in /m)])
  } finally {
    await running?.close()
    await copy.close()
  }
})

/** Its stage with the dependencies, which needs neither the CSS nor a release. */
async function builderOf({ folder }: Example): Promise<string> {
  const { stdout } = await command('cat', ['Containerfile'], { cwd: folder })
  const [builder = ''] = stdout.split('# The CSS,')
  expect(builder).toContain('AS builder')
  return builder
}

test('published by our own pipeline it is verified first, and whoever pulls it has what was verified', async () => {
  const world = await openWorld()
  try {
    const given = (record: Record<string, string>) =>
      Object.entries(record)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n')
    const consumer = await world.example('django-web', {
      platforms: PLATFORM,
      'build-args': given(BASES.buildArgs),
      'verify-variables': given(BASES.variables),
      cache: 'none',
    })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(failureOf(run)).toBe('')
    for (const name of ['somebody signs up and keeps a note', 'a write outside /src is refused'])
      expect(run.log).toContain(name)
    for (const host of world.hosts) {
      const reference = `${host}/octo/django-web:latest`
      expect((await inspect(reference))?.platforms).toEqual([PLATFORM])
      await command('podman', ['pull', '--quiet', '--tls-verify=false', reference])
      const css = ['--entrypoint', 'cat', reference, '/src/frontend/css/tailwind.css']
      const { stdout } = await command('podman', ['run', '--rm', '--network', 'none', ...css])
      expect(stdout).toContain('.bg-emerald-700')
      await command('podman', ['rmi', '--force', reference])
    }
  } finally {
    await world.close()
  }
})

describe.each(copies)('in a copy that is spoilt in respect $name', ({ asked, criteria }) => {
  let verified: Verified

  beforeAll(async () => {
    verified = await verifySpoilt('django-web', [{ edits: asked }, ...criteria], BASES)
  })

  test.each(criteria)('the matching check fails where $name', ({ fails }) => {
    expect(verified.failed).toEqual(expect.arrayContaining([...fails]))
  })

  test('no other check fails', () => {
    const { failed, unchecked, said } = verified
    expect([sorted(failed), unchecked, said]).toEqual([
      sorted(criteria.flatMap(({ fails }) => fails)),
      sorted(criteria.flatMap((criterion) => criterion.unchecked ?? [])),
      said,
    ])
    expect(verified.exitCode).toBe(1)
  })
})

/** Several results may have one place. */
function sorted(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort()
}
