import { describe, expect, test } from '@jest/globals'
import { faultsIn, readText } from './reading.ts'

const files = (keys: string) => `files: [{ path: /x, ${keys} }]`
const row = (keys: string) => `matrix: [{ name: a, ${keys} }]`
const rebuild = (keys: string) => `rebuild: [{ edit: app.py, ${keys} }]`

describe('what makes no sense together', () => {
  test.each([
    ['variables: { a: b }', '1:1', 'asks for nothing'],
    ['image: {}', '1:1', 'asks for nothing'],
    ['image: { env: {} }\nfiles: []\ncases: []', '1:1', 'asks for nothing'],
    ['hardening: { setuid: false, world-writable: false, package-caches: false }', '1:1', 'asks for nothing'],
    ['services: { db: { image: x } }', '2:13', 'no container is started beside them'],
    [
      'services: { db: { image: x } }\ncases: [{ name: a, exit: 1, services: false }]',
      '2:13',
      'Leave out "services: false" where they are needed',
    ],
    [files('exists: false, mode: "0755"'), '2:36', '"mode" is asked of /x, which must not be there'],
    [files('type: directory, contains: a'), '2:38', '"contains" is asked of /x, which is a directory'],
    ['run: { http: [{ path: /, method: HEAD, json: {} }] }', '2:40', 'an answer to HEAD'],
    ['matrix: [{ name: a, http: [{ path: /, method: HEAD, contains: a }] }]', '2:53', 'an answer to HEAD'],
    ['matrix: [{ name: a }, { name: a }]', '2:25', 'Two entries of matrix are called "a"'],
    ['cases: [{ name: a, exit: 1 }, { name: a, exit: 1 }]', '2:33', 'Two entries of cases are called "a"'],
    [row('exit: 1, http: []'), '2:30', '"http" is asked of the row "a", which must end by itself'],
    [row('exit: 1, ready: { tcp: 1 }'), '2:30', '"ready" is asked'],
    [row('exit: 1, logs: {}'), '2:30', 'Write stdout, stderr or output beside "exit"'],
    [row('within: 5s'), '2:21', 'has no "exit" and so stays'],
    [row('logs: {}, stdout: { contains: a }'), '2:31', 'Write it under "logs"'],
    [rebuild('cached: [a, b], rebuilt: [b]'), '2:53', "can't be both cached and rebuilt"],
    ['rebuild: [{ edit: ../app.py, cached: [a] }]', '2:13', 'lies outside of the build context'],
    ['rebuild: [{ edit: /app.py, cached: [a] }]', '2:13', 'lies outside of the build context'],
    [
      'image: { healthcheck: false }\nrun: { ready: { healthcheck: true } }',
      '3:17',
      'must have no healthcheck',
    ],
    ['run: { logs: { stdout: { contains: [secret], excludes: [cre] } } }', '2:46', 'holds "cre"'],
    [
      'services: { a: { image: x, port: 80 }, b: { image: x, port: 80 } }\nrun: {}',
      '2:55',
      'service "a", and of the service "b"',
    ],
    [
      'services: { a: { image: x, port: 80 }, b: { image: x, ready: { tcp: 80 } } }\nrun: {}',
      '2:64',
      'The port 80',
    ],
    [
      'services: { a: { image: x, port: 80 } }\nrun: { ready: { tcp: 80 } }',
      '3:17',
      'and of the application',
    ],
    [
      'services: { a: { image: x, port: 80 } }\nmatrix: [{ name: a, ready: { http: { port: 80 } } }]',
      '3:38',
      'and of the application',
    ],
  ])('%s', (lines, place, message) => {
    const faults = faultsIn(`version: 1\n${lines}`)
    expect(faults).toEqual([expect.stringContaining(message)])
    expect(faults[0]).toMatch(new RegExp(`^${place} `))
  })
})

describe('what does make sense', () => {
  test.each([
    'image: {}\nsecrets: {}',
    'image: { env: { A: null } }',
    'hardening: {}',
    files('exists: false'),
    files('type: file, contains: a, excludes: b'),
    row('stdout: { contains: a }'),
    row('exit: 64, within: 5s, output: { contains: PUID }'),
    row('process: { uid: 0 }, logs: { output: { contains: a } }'),
    rebuild('cached: [uv sync], rebuilt: [COPY . .]'),
    'services: { a: { image: x, port: 80, ready: { tcp: 80 } }, b: { image: x, port: 81 } }\nrun: {}',
    'services: { a: { image: x, port: 80 } }\nrun: {}\nmatrix: [{ name: b, services: false, ready: { tcp: 80 } }]',
    'services: { a: { image: x } }\ncases: [{ name: b, exit: 1, services: false }, { name: c, exit: 1 }]',
    'cases: [{ name: a, exit: 1, services: false }]',
    'services: { mail: { image: x, port: 8025 } }\nrun: { http: [{ path: /, port: 8025 }] }',
    'image: { labels: { contains: a, excludes: a } }',
    'run: { http: [{ path: /, json: { contains: [a], excludes: [a] } }] }',
  ])('%s', (lines) => {
    expect(faultsIn(`version: 1\n${lines}`)).toEqual([])
  })
})

test('sections that are right are judged together, beside those that are wrong', () => {
  const faults = faultsIn('version: 1\nimage: { x: 1 }\nmatrix: [{ name: a, exit: 0, http: [] }]\n')
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['2:10', '3:30'])
})

test('nothing is said of what only seems missing, as it is wrong by itself', () => {
  expect(faultsIn('version: 1\nservices: { a: { image: x } }\nrun: { x: 1 }')).toHaveLength(1)
  expect(readText('version: 1\nservices: { a: { image: x } }\nrun: {}').checks.run).toEqual({ env: {} })
})
