import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Image } from '../../../../actions/engine/image.ts'
import { command, openRunningFixture, type RunningFixture, troubles, WEB } from './fixture.ts'

let fixture: RunningFixture
let web: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  web = await fixture.image(
    'EXPOSE 8000',
    'USER app',
    'HEALTHCHECK CMD wget -q -O- 127.0.0.1:8000/health',
    command('sh', '-c', WEB),
  )
})
afterAll(() => fixture.remove())
afterEach(async () => {
  expect(await fixture.left()).toBe('')
})

const ready = { http: { path: '/health' }, interval: '100ms', tries: 50 }

describe('an application that is as asked', () => {
  test('passes every kind of check in one container', async () => {
    const started: string[] = []
    const onCommand = (args: readonly string[]) => void (args.includes('run') && started.push(args.join(' ')))
    const checks = {
      run: {
        ready,
        process: {
          uid: 1001,
          gid: 1001,
          groups: [],
          command: { contains: 'sh -c' },
          'no-new-privileges': false,
        },
        http: [
          { path: '/health', contains: '"ok"', json: { checks: { database: true } } },
          { path: '/health', 'response-headers': { 'Content-Length': { matches: '^[0-9]+$' } } },
          { path: '/nothing', status: [404, 410], excludes: 'database' },
        ],
        exec: [
          { cmd: ['id', '-u'], stdout: { contains: '1001' } },
          { cmd: ['id', '-u'], user: '5:6', stdout: { contains: '5' } },
          {
            cmd: ['sh', '-c', 'echo $COLOUR >&2; exit 4'],
            env: { COLOUR: 'blue' },
            exit: 4,
            stderr: { contains: 'blue' },
          },
        ],
        logs: { stdout: { contains: 'starting', excludes: 'warming' }, stderr: { contains: 'warming up' } },
        stop: { within: '5s' },
      },
    }
    const results = await fixture.check(web, checks, { onCommand })
    expect(troubles(results)).toEqual([])
    expect(results).toHaveLength(15)
    expect(started).toHaveLength(1)
  })

  test.each([
    ['a port', { tcp: 8000 }],
    ['a command', { exec: ['wget', '-q', '-O-', '127.0.0.1:8000/health'] }],
    ["the image's own HEALTHCHECK", { healthcheck: true }],
  ])('is ready by %s, before anything is asked', async (_name, way) => {
    const results = await fixture.check(web, {
      run: { ready: { ...way, interval: '100ms', tries: 50 }, http: [{ path: '/health' }] },
    })
    expect(troubles(results)).toEqual([])
  })

  test('is started as the file says', async () => {
    const image = await fixture.image('ENV KEPT=1 GONE=1', 'ENTRYPOINT ["false"]', command('nothing'))
    const script = 'env; echo args: $0 $1; touch /tmp/mine && ! touch /other && exec sleep 100'
    const results = await fixture.check(image, {
      run: {
        env: { GONE: null, MORE: '007' },
        user: '7:8',
        entrypoint: ['sh', '-c', script],
        cmd: ['one', 'two'],
        'read-only': true,
        tmpfs: ['/tmp'],
        process: { uid: 7, gid: 8 },
        logs: { stdout: { contains: ['KEPT=1', 'MORE=007', 'args: one two'], excludes: 'GONE' } },
      },
    })
    expect(troubles(results)).toEqual([])
  })

  test('may drop its rights after it was started', async () => {
    const image = await fixture.image(command('sh', '-c', 'sleep 0.4; exec su app -c "exec sleep 100"'))
    const results = await fixture.check(image, { run: { process: { uid: 1001 } } })
    expect(troubles(results)).toEqual([])
  })
})

describe('an application that is not as asked', () => {
  test('is told with what was found instead, each check on its own', async () => {
    const results = await fixture.check(web, {
      run: {
        ready,
        process: { uid: 1000 },
        http: [
          { path: '/health', json: { status: 'bad' } },
          { path: '/health', port: 9 },
          { path: '/health', status: 204 },
        ],
        exec: [
          { cmd: ['pytest'] },
          { cmd: ['sh', '-c', 'echo oh no; exit 3'] },
          { cmd: ['sleep', '60'], within: '300ms' },
          { cmd: ['true'], user: 'nobody' },
          { cmd: ['/etc'] },
        ],
        logs: { stdout: { contains: 'warming up' } },
        stop: { exit: 143 },
      },
    })
    const said = expect.arrayContaining(['starting', 'warming up'])
    expect(Object.fromEntries(troubles(results))).toMatchObject({
      'run.process.uid': {
        expected: 'every process has uid 1000',
        actual: expect.stringContaining('has uid 1001'),
        hint: expect.stringContaining('USER'),
        log: said,
      },
      'run.http.0': { expected: '.status is "bad"', actual: '.status is "ok"', log: said },
      'run.http.1': { actual: 'nobody listens on port 9; only these ports are listened on: 8000', log: said },
      'run.http.2': { expected: 'status 204', actual: expect.stringContaining('status 200') },
      'run.exec.0': { actual: 'the image has no pytest' },
      'run.exec.1': { actual: 'exit code 3', log: ['oh no'] },
      'run.exec.2': { expected: 'it ends within 0.3 s', log: said },
      'run.exec.3': { expected: 'the user nobody is known in the image' },
      'run.exec.4': { expected: '/etc runs in the container' },
      'run.logs.stdout': { hint: expect.stringContaining('on stderr') },
      'run.stop': { expected: expect.stringContaining('exit code 143'), actual: 'exit code 0' },
    })
    expect(troubles(results)).toHaveLength(11)
  })

  test('whose port nobody knows: the check says to name it', async () => {
    const image = await fixture.image('EXPOSE 80 81', command('sleep', '100'))
    const results = await fixture.check(image, { run: { http: [{ path: '/' }, { path: '/', port: 80 }] } })
    expect(troubles(results)).toMatchObject([
      [
        'run.http.0',
        {
          actual: 'the image exposes several: 80/tcp, 81/tcp',
          hint: expect.stringContaining('Name the port'),
        },
      ],
      ['run.http.1', { actual: 'nobody listens on port 80; nothing listens on any port' }],
    ])
  })

  test.each([
    ['127.0.0.1:8000', [expect.stringContaining('listens on 127.0.0.1:8000 only')]],
    ['0.0.0.0:8000', []],
  ])('that listens on %s: nobody outside reaches what is on loopback only', async (address, expected) => {
    const warnings: string[] = []
    const run = {
      cmd: ['httpd', '-f', '-p', address, '-h', '/www'],
      ready: { tcp: 8000 },
      http: [{ path: '/health' }],
    }
    await fixture.check(web, { run }, { onWarning: (message) => warnings.push(message) })
    expect(warnings).toEqual(expected)
  })
})
