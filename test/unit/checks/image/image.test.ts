import { describe, expect, test } from '@jest/globals'
import { configOf } from '../../../../actions/checks/image/config.ts'
import { failedIn, savedImage, verified } from '../contents/saved-image.ts'

const config = {
  User: 'app',
  ExposedPorts: { '8000/tcp': {}, '53/udp': {} },
  Env: ['PATH=/usr/bin', 'EMPTY=', 'EQUAL=a=b', 'API_TOKEN=tok_very_secret_123'],
  Entrypoint: ['/entry'],
  Cmd: ['/bin/sh', '-c', 'serve --port 8000'],
  WorkingDir: '/src/',
  Labels: { 'org.example.kind': 'web' },
  Healthcheck: { Test: ['CMD-SHELL', 'curl -f http://localhost/'], Interval: 5e9, Retries: 2 },
}
const layers = [
  [
    { path: 'etc/passwd', text: 'app:x:1001:1002::/:\n' },
    { path: 'etc/group', text: 'staff:x:1002:\n' },
  ],
  [{ path: 'data', text: Buffer.alloc(50_000) }],
]
const health = {
  command: { contains: 'curl' },
  interval: '5s',
  timeout: '30s',
  'start-period': '0s',
  retries: 2,
}

async function asked(image: object, more: object = {}) {
  return verified(await savedImage(layers, { config, ...more }), { image })
}

describe('the config is as asked', () => {
  test.each<[object]>([
    [{ user: 'app' }],
    [{ user: { name: 'app', uid: 1001, gid: 1002 } }],
    [{ entrypoint: ['/entry'], cmd: ['/bin/sh', '-c', 'serve --port 8000'], workdir: '/src' }],
    [{ ports: ['53/udp', 8000] }],
    [{ env: { PATH: '/usr/bin', EMPTY: '', EQUAL: 'a=b', NONE: null, API_TOKEN: { contains: 'secret' } } }],
    [{ labels: { 'org.example.kind': { matches: '^w' }, other: null } }],
    [{ healthcheck: true }],
    [{ healthcheck: health }],
    [{ 'max-size': '60 kB', 'max-layers': 2 }],
  ])('%j', async (image) => {
    const results = await asked(image)
    expect(failedIn(results)).toEqual([])
    expect(results.length).toBeGreaterThan(0)
  })
})

describe('the config is not as asked', () => {
  test.each<[object, string[], string]>([
    [{ user: '1001' }, ['image.user'], 'app'],
    [{ user: { name: 'web', uid: 1001 } }, ['image.user.name'], 'name app (USER is app)'],
    [{ user: { uid: 0, gid: 0 } }, ['image.user.uid', 'image.user.gid'], 'uid 1001 (USER is app)'],
    [{ entrypoint: ['/entry', 'x'] }, ['image.entrypoint'], '["/entry"]'],
    [{ cmd: ['serve'] }, ['image.cmd'], '["/bin/sh","-c","serve --port 8000"]'],
    [{ workdir: '/app' }, ['image.workdir'], '/src'],
    [{ ports: [8000] }, ['image.ports'], '53/udp, 8000/tcp'],
    [{ ports: [] }, ['image.ports'], '53/udp, 8000/tcp'],
    [{ ports: [53, 8000] }, ['image.ports'], '53/udp, 8000/tcp'],
    [{ env: { PATH: '/bin', EMPTY: null } }, ['image.env.PATH', 'image.env.EMPTY'], '"/usr/bin"'],
    [{ env: { NONE: '' } }, ['image.env.NONE'], 'not set'],
    [{ env: { EQUAL: { contains: ['a', 'c'] } } }, ['image.env.EQUAL'], '"a=b"'],
    [{ labels: { 'org.example.kind': 'api' } }, ['image.labels.org.example.kind'], '"web"'],
    [{ healthcheck: false }, ['image.healthcheck'], 'curl -f http://localhost/'],
    [{ healthcheck: { ...health, interval: '30s' } }, ['image.healthcheck.interval'], '5.0 s'],
    [
      { healthcheck: { retries: 3, command: { contains: 'wget' } } },
      ['image.healthcheck.command', 'image.healthcheck.retries'],
      'its command is "curl -f http://localhost/"',
    ],
    [{ 'max-size': '50 kB' }, ['image.max-size'], '54.8 kB'],
    [{ 'max-layers': 1 }, ['image.max-layers'], '2 layers'],
  ])('%j', async (image, failed, actual) => {
    const results = await asked(image)
    expect(failedIn(results)).toEqual(failed)
    expect(results.find(({ finding }) => finding)?.finding?.actual).toBe(actual)
  })

  test.each([{ API_TOKEN: 'x' }, { API_TOKEN: null }, { API_TOKEN: { excludes: 'tok' } }])(
    'a secret is not shown by %j',
    async (env) => {
      const results = await asked({ env })
      expect(failedIn(results)).toEqual(['image.env.API_TOKEN'])
      expect(JSON.stringify(results)).not.toContain('secret_123')
    },
  )

  test('the shell form is told from the exec form', async () => {
    const [result] = await asked({ cmd: ['serve', '--port', '8000'] })
    expect(result?.finding?.hint).toMatch(/exec form, CMD \["serve","--port","8000"\]/)
  })

  test('without USER it is root', async () => {
    const results = await asked({ user: { uid: 1001 } }, { config: {} })
    expect(results[0]?.finding?.actual).toBe('uid 0 (there is no USER, so it is root)')
    expect((await asked({ user: 'app' }, { config: {} }))[0]?.finding?.actual).toBe('no USER, so root')
  })

  test('no USER can be asked for', async () => {
    const [result] = await asked({ user: '' }, { config: { User: 'app' } })
    expect(result).toMatchObject({
      name: 'there is no USER',
      finding: { expected: 'no USER', actual: 'app', hint: 'Take the line USER out, or name the user here.' },
    })
    expect(failedIn(await asked({ user: '' }, { config: {} }))).toEqual([])
  })

  test('a user that nobody made is named', async () => {
    const [result] = await asked({ user: { uid: 1 } }, { config: { User: 'ghost' } })
    expect(result?.finding?.hint).toMatch(/no user ghost/)
  })
})

describe('a HEALTHCHECK that is not there', () => {
  const line = { created_by: '/bin/sh -c #(nop) HEALTHCHECK --interval=30s CMD curl -f http://localhost/' }
  test.each([
    ['was lost to the format', {}, [line], /format docker/],
    ['was never written', {}, [], /Add HEALTHCHECK/],
    [
      'was switched off',
      { Healthcheck: { Test: ['NONE'] } },
      [{ created_by: '/bin/sh -c #(nop) HEALTHCHECK NONE' }],
      /Add HEALTHCHECK/,
    ],
  ])('%s', async (_name, config, history, hint) => {
    const results = await asked({ healthcheck: { retries: 3 } }, { config, history })
    expect(results.map(({ status }) => status)).toEqual(['failed', 'unchecked'])
    expect(results[0]?.finding?.hint).toMatch(hint)
    expect(failedIn(await asked({ healthcheck: false }, { config, history }))).toEqual([])
  })
})

test('a config that says nothing reads as empty', () => {
  const bare = {
    config: Buffer.from('{"config":{"Env":null,"Labels":null,"Entrypoint":null},"history":null}'),
  }
  expect(configOf(bare)).toEqual({
    user: '',
    ports: [],
    env: new Map(),
    entrypoint: [],
    cmd: [],
    workdir: '/',
    labels: new Map(),
    healthcheck: undefined,
    stopSignal: 'SIGTERM',
    volumes: [],
    history: [],
  })
})
