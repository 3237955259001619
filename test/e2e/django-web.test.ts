import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import {
  type Composition,
  type Running,
  renderCompose,
  runComposition,
  untilDone,
} from './harness/compose.ts'
import { type Example, openExample } from './harness/examples.ts'

jest.setTimeout(240_000)

const LOCAL = 'localhost/image-actions'
const BASES = {
  buildArgs: { PYTHON: `${LOCAL}/python`, NODE: `${LOCAL}/node`, UV: `${LOCAL}/uv` },
  variables: { postgres: `${LOCAL}/postgres`, redis: `${LOCAL}/redis` },
}
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
