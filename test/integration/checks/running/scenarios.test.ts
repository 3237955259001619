import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Image } from '../../../../actions/engine/image.ts'
import { command, openRunningFixture, type RunningFixture, troubles, WEB } from './fixture.ts'

let fixture: RunningFixture
let image: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  image = await fixture.image('EXPOSE 8000', 'ENV BY_IMAGE=1', command('sh', '-c', WEB))
})
afterAll(() => fixture.remove())
afterEach(async () => {
  expect(await fixture.left()).toBe('')
})

const service = (id: string, port: number) => ({
  image: id,
  cmd: ['sh', '-c', `echo service up; sleep 0.3; exec httpd -f -p ${port} -h /www`],
  port,
})

describe('services', () => {
  test('share their network with the application and with cases, and are ready before', async () => {
    const services = {
      db: { ...service(image.id, 5432), ready: { http: { path: '/health' } } },
      cache: service(image.id, 6379),
    }
    const talk = ['sh', '-c', 'for port in 5432 6379; do wget -q -O- 127.0.0.1:$port/health || exit 1; done']
    const results = await fixture.check(image, {
      services,
      run: { ready: { http: { path: '/health', port: 8000 } }, exec: [{ cmd: talk }], stop: {} },
      cases: [
        { name: 'reaches them too', cmd: talk, exit: 0 },
        {
          name: 'can listen where the application did',
          cmd: ['sh', '-c', 'timeout 1 nc -l -p 8000; echo $?'],
          exit: 0,
          stdout: { contains: '143' },
        },
      ],
    })
    expect(troubles(results)).toEqual([])
    expect(results.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['services.db.ready', 'services.cache']),
    )
  })

  test('one that listens where the application should does not answer for it', async () => {
    const squatter = {
      image: image.id,
      cmd: ['httpd', '-f', '-p', '8000', '-h', '/www'],
      ready: { tcp: 8000 },
    }
    const results = await fixture.check(image, {
      services: { cache: service(image.id, 6379), squatter },
      run: {
        cmd: ['sleep', '100'],
        ready: { http: { path: '/health' } },
        http: [{ path: '/health' }],
        stop: {},
      },
    })
    const told = results.filter(({ path }) => path[0] === 'run')
    expect(told.map(({ status }) => status)).toEqual(['failed', 'unchecked', 'unchecked'])
    expect(told[0]).toMatchObject({
      path: ['run', 'ready'],
      finding: {
        expected: 'port 8000 free for the application',
        actual: 'one of the services listens there',
      },
    })
  })

  test.each<[string, object, object]>([
    [
      'never gets ready',
      {
        cmd: ['sh', '-c', 'echo waiting for a disk >&2; sleep 100'],
        ready: { tcp: 5432, tries: 3, interval: '100ms' },
      },
      { actual: expect.stringContaining('ports are listened on: 6379'), log: ['waiting for a disk'] },
    ],
    [
      'ends',
      { cmd: ['sh', '-c', 'echo no password >&2; exit 1'], ready: { tcp: 5432 } },
      { actual: expect.stringContaining('exit code 1'), log: ['no password'] },
    ],
    [
      'is not healthy',
      { ready: { healthcheck: true, tries: 1, interval: '10ms' } },
      { actual: expect.stringContaining('no defined healthcheck') },
    ],
    [
      'has no port to be asked on',
      { port: undefined, ready: { http: {} } },
      { expected: 'a port to ask on' },
    ],
  ])(
    'one that %s is told with its logs, and nothing that needs it is asked',
    async (_name, changes, finding) => {
      const results = await fixture.check(image, {
        services: { cache: service(image.id, 6379), db: { ...service(image.id, 5432), ...changes } },
        run: { stop: {} },
        cases: [
          { name: 'a case', exit: 0 },
          { name: 'one that needs none', services: false, cmd: ['true'], exit: 0 },
        ],
        matrix: [{ name: 'a row' }],
      })
      expect(troubles(results)).toMatchObject([
        ['services.db.ready', finding],
        ...['run', 'run.stop', 'cases.0', 'matrix.0', 'matrix.0'].map((path) => [
          path,
          'a service never got ready',
        ]),
      ])
    },
  )

  test('are not in the network of what needs none, which may listen where they do', async () => {
    const cache = service(image.id, 6379)
    const results = await fixture.check(image, {
      services: { cache },
      run: { cmd: ['sleep', '100'] },
      matrix: [
        { name: 'alone', services: false, cmd: cache.cmd, ready: { tcp: 6379 }, exec: [{ cmd: ['true'] }] },
      ],
    })
    expect(troubles(results)).toEqual([])
  })

  test('are not asked by a command before somebody listens', async () => {
    const once = 'wget -q -O- 127.0.0.1:6379/health || touch /tmp/early; test ! -e /tmp/early'
    const ready = { exec: ['sh', '-c', once], tries: 2, interval: '5s' }
    const services = { cache: { ...service(image.id, 6379), ready } }
    expect(troubles(await fixture.check(image, { services, run: { cmd: ['sleep', '100'] } }))).toEqual([])
  })

  test('an image of one that can not be had is a mistake', async () => {
    const services = { db: { image: 'localhost/nowhere/nothing:1' } }
    await expect(fixture.check(image, { services, run: {} })).rejects.toThrow('localhost/nowhere/nothing:1')
  })
})

describe('a case', () => {
  test.each<[string, object, object]>([
    [
      'ends as asked',
      { cmd: ['sh', '-c', 'echo needs TOKEN >&2; exit 78'], exit: 'non-zero', stderr: { contains: 'TOKEN' } },
      [],
    ],
    [
      'has the variables of run, and its own',
      {
        cmd: ['env'],
        env: { B: '2', BY_IMAGE: null },
        exit: 0,
        stdout: { contains: ['A=1', 'B=2'], excludes: ['BY_IMAGE', 'C='] },
      },
      [],
    ],
    [
      'may ask for a program that is absent',
      { cmd: ['pytest'], exit: 127, output: { contains: 'not found' } },
      [],
    ],
    [
      'ends with another code',
      { cmd: ['true'], exit: 'non-zero' },
      [['cases.0', { expected: 'an exit code other than 0', actual: 'exit code 0' }]],
    ],
    [
      'fails for another reason',
      { cmd: ['false'], exit: 'non-zero', output: { contains: 'ModuleNotFoundError' } },
      [['cases.0', { expected: 'output contains "ModuleNotFoundError"' }]],
    ],
    [
      'does not fail by itself, as its program is not there',
      { cmd: ['python'], exit: 'non-zero' },
      [['cases.0', { expected: 'it starts', actual: expect.stringContaining('exit code 127') }]],
    ],
    [
      'says more than is looked at',
      {
        cmd: ['sh', '-c', 'yes | head -c 5000000; echo Traceback'],
        exit: 0,
        output: { excludes: 'Traceback' },
      },
      [['cases.0', { actual: expect.stringContaining('longer than the 4 MiB') }]],
    ],
    [
      'says it elsewhere',
      { cmd: ['sh', '-c', 'echo a >&2; exit 1'], exit: 1, stdout: { contains: 'a' } },
      [['cases.0', { hint: expect.stringContaining('on stderr') }]],
    ],
    [
      'goes on',
      { exit: 0, within: '2s' },
      [['cases.0', { actual: 'it was still running after 2 s', log: ['starting', 'warming up'] }]],
    ],
    [
      'has no such user',
      { exit: 0, user: 'nosuch' },
      [['cases.0', { expected: 'it starts', actual: expect.stringContaining('nosuch') }]],
    ],
  ])('%s', async (_name, one, expected) => {
    const run = { env: { A: '1', C: '1' }, cmd: ['sleep', '100'] }
    const cases = [{ name: 'it', ...one, env: { C: null, ...('env' in one ? (one.env as object) : {}) } }]
    expect(troubles(await fixture.check(image, { run, cases }))).toMatchObject(expected as object[])
  })
})

describe('rows', () => {
  test('are asked what run is asked, save what they say themselves', async () => {
    const results = await fixture.check(image, {
      run: {
        env: { A: '1' },
        user: '1000:1000',
        ready: { tcp: 8000, interval: '100ms' },
        process: { uid: 1000, gid: 1000 },
        exec: [{ cmd: ['sh', '-c', 'echo A=$A'], stdout: { contains: 'A=1' } }],
      },
      matrix: [
        { name: 'as it is' },
        { name: 'another user', user: '33:100', process: { uid: 33, gid: 100 } },
        { name: 'another user, wrongly', user: '33:100' },
        { name: 'another variable', env: { A: '2' } },
        {
          name: 'refused',
          cmd: ['sh', '-c', 'echo A is $A; exit 64'],
          exit: 64,
          output: { contains: 'A is 1' },
        },
      ],
    })
    expect(troubles(results)).toMatchObject([
      ['matrix.2', { actual: expect.stringContaining('uid 33') }],
      ['matrix.2', { actual: expect.stringContaining('gid 100') }],
      ['matrix.3', { expected: 'stdout contains "A=1"', actual: 'stdout is "A=2"' }],
    ])
    expect(results.filter(({ name }) => name.startsWith('another user:')).map(({ path }) => path)).toEqual([
      ['matrix', 1],
      ['matrix', 1, 'process', 'uid'],
      ['matrix', 1, 'process', 'gid'],
      ['matrix', 1],
    ])
  })
})
