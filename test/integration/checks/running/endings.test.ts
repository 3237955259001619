import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Image } from '../../../../actions/engine/image.ts'
import { BASE, command, openRunningFixture, type RunningFixture, troubles } from './fixture.ts'

let fixture: RunningFixture
let image: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  image = await fixture.image('EXPOSE 8000', command('sleep', '100'))
})
afterAll(() => fixture.remove())
afterEach(async () => {
  expect(await fixture.left()).toBe('')
})

const soon = { tries: 100, interval: '100ms' }
const quick = { tries: 5, interval: '100ms' }

describe('an application that never gets ready', () => {
  test.each<[string, object, object]>([
    [
      'as it ends at once',
      { cmd: ['sh', '-c', 'echo no JWT_SECRET >&2; exit 78'] },
      { actual: 'it ended with exit code 78 (wrong configuration, EX_CONFIG)', log: ['no JWT_SECRET'] },
    ],
    ['as it is killed', { cmd: ['sh', '-c', 'exit 137'] }, { actual: expect.stringContaining('137') }],
    [
      'as it listens nowhere',
      { ready: { tcp: 8000, ...quick } },
      {
        expected: 'something listens on port 8000 within 0.5 s',
        actual: 'nothing listens on any port',
        hint: expect.stringContaining('raise "tries"'),
      },
    ],
    [
      'as it listens elsewhere',
      { cmd: ['httpd', '-f', '-p', '81'], ready: { tcp: 8000, ...quick } },
      { actual: 'only these ports are listened on: 81' },
    ],
    [
      'as nobody answers',
      { ready: { http: {}, ...quick } },
      {
        expected: 'GET / answers 200 within 0.5 s',
        actual: 'nobody listens on port 8000; nothing listens on any port',
      },
    ],
    [
      'as it answers something else',
      {
        cmd: ['httpd', '-f', '-p', '8000', '-h', '/www'],
        ready: { http: { path: '/no' }, ...quick },
      },
      { actual: 'status 404' },
    ],
    [
      'as its command fails',
      { ready: { exec: ['sh', '-c', 'echo not yet; exit 5'], tries: 1, interval: '100ms' } },
      { actual: 'exit code 5: not yet' },
    ],
    [
      'as its command never ends',
      { ready: { exec: ['sleep', '100'], ...quick } },
      { expected: '"sleep 100" succeeds within 0.5 s', actual: 'it was still running after 5 s' },
    ],
    [
      'as there is no HEALTHCHECK',
      { ready: { healthcheck: true } },
      { hint: 'Write a HEALTHCHECK, or another way under ready.' },
    ],
    [
      'as its user is unknown',
      { user: 'nosuch' },
      { expected: 'it starts', actual: expect.stringContaining('nosuch') },
    ],
    [
      'as its program is not there',
      { cmd: ['nosuch'] },
      { actual: expect.stringContaining('exit code 127 (the command was not found)') },
    ],
    [
      'as its program is none',
      { cmd: ['/etc/passwd'] },
      { actual: expect.stringContaining('exit code 126') },
    ],
  ])('%s: one check fails, and what stands on it is unchecked', async (_name, start, finding) => {
    const results = await fixture.check(image, {
      run: {
        ready: { tcp: 8000, ...soon },
        ...start,
        http: [{ path: '/' }],
        process: { uid: 0 },
        exec: [{ cmd: ['true'] }],
        logs: { output: {} },
        stop: {},
      },
    })
    expect(troubles(results)).toMatchObject([
      ['run.ready', finding],
      ...['process.uid', 'http.0', 'exec.0', 'logs.output', 'stop'].map((key) => [
        `run.${key}`,
        'it never got ready',
      ]),
    ])
    expect(results).toHaveLength(6)
  })

  test('as its HEALTHCHECK fails, it says what that said, and what is listened on', async () => {
    const failing = await fixture.image('HEALTHCHECK CMD echo "no way in"; exit 1')
    const run = { cmd: ['sleep', '100'], ready: { healthcheck: true, ...quick } }
    expect(troubles(await fixture.check(failing, { run }))).toMatchObject([
      [
        'run.ready',
        { actual: 'its command still ends with exit code 1: no way in; nothing listens on any port' },
      ],
    ])
  })

  test('as its HEALTHCHECK was lost, it says how to keep it', async () => {
    const lost = await fixture.build(`${BASE}HEALTHCHECK CMD true\n`, { format: 'oci' })
    const results = await fixture.check(lost, { run: { ready: { healthcheck: true }, cmd: ['sleep', '9'] } })
    expect(troubles(results)).toMatchObject([
      ['run.ready', { hint: expect.stringContaining('--format docker') }],
    ])
  })

  test('a command without output shows no log', async () => {
    const run = { cmd: ['sh', '-c', 'echo of the application; sleep 100'], exec: [{ cmd: ['false'] }] }
    const [failed] = (await fixture.check(image, { run })).filter(({ status }) => status === 'failed')
    expect(failed?.finding).not.toHaveProperty('log')
  })

  test('without a way to tell, when it ends by itself at once', async () => {
    const results = await fixture.check(image, { run: { cmd: ['false'], exec: [{ cmd: ['true'] }] } })
    expect(troubles(results)).toMatchObject([
      [
        'run',
        { actual: 'it ended with exit code 1 (an error of the program itself)', hint: 'It printed nothing.' },
      ],
      ['run.exec.0', 'it never got ready'],
    ])
  })

  test('as it is for another architecture', async () => {
    const file = 'FROM scratch\nCOPY busybox-arm64 /bin/sleep\nCMD ["/bin/sleep", "100"]\n'
    const foreign = await fixture.build(file, { platform: 'linux/arm64' })
    expect(troubles(await fixture.check(foreign, { run: {} }))).toMatchObject([
      [
        'run',
        {
          log: [expect.stringContaining('exec format error')],
          hint: expect.stringContaining('another architecture'),
        },
      ],
    ])
  })
})

describe('an application that ends too early', () => {
  test('fails the check during which it did; the others are unchecked', async () => {
    const cmd = ['sh', '-c', 'sleep 1; echo crashed; exit 3']
    const exec = [{ cmd: ['sleep', '10'] }]
    const results = await fixture.check(image, { run: { cmd, exec, logs: { output: {} }, stop: {} } })
    expect(troubles(results)).toMatchObject([
      ['run.exec.0', { expected: 'it keeps running', actual: 'it ended with exit code 3', log: ['crashed'] }],
      ['run.logs.output', 'the container had ended'],
      ['run.stop', 'the container had ended'],
    ])
  })
})

describe('an application that is told to stop', () => {
  test.each<[string, string, object, object]>([
    [
      'and does not listen',
      "trap '' TERM; sleep 100 & wait; wait",
      { within: '500ms' },
      { actual: expect.stringContaining('only SIGKILL'), hint: expect.stringContaining('exec "$@"') },
    ],
    [
      'and is no shell that could hand it on',
      'exec sleep 100',
      { within: '500ms' },
      {
        hint: "Process 1 (sleep 100) doesn't act on SIGTERM: handle it in the program, or start it by an init (tini, dumb-init).",
      },
    ],
    [
      'and is ended by the signal',
      "trap 'trap - TERM; exit 143' TERM; sleep 100 & wait",
      {},
      { actual: expect.stringContaining('143'), hint: expect.stringContaining('handle SIGTERM') },
    ],
  ])('%s', async (_name, script, stop, finding) => {
    const results = await fixture.check(image, { run: { cmd: ['sh', '-c', script], stop } })
    expect(troubles(results)).toMatchObject([['run.stop', finding]])
  })

  test('by another signal, with another exit code', async () => {
    const cmd = ['sh', '-c', "trap 'exit 7' INT; sleep 100 & wait"]
    const results = await fixture.check(image, { run: { cmd, stop: { signal: 'SIGINT', exit: [0, 7] } } })
    expect(troubles(results)).toEqual([])
  })
})
