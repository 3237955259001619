import { describe, expect, test } from '@jest/globals'
import { faultsIn } from './reading.ts'

/** Lines below `version: 1`, so that the first of them is line 2. */
function faultsBelow(lines: string): string[] {
  return faultsIn(`version: 1\n${lines}`)
}

describe('what could not be asked', () => {
  test.each([
    ['run: { http: [{ path: /a b }] }', '2:23 run › http › 1 › path', 'as in %20'],
    ['run: { ready: { http: { path: /ü } } }', '2:31 run › ready › http › path', 'as in %20'],
    ['run: { http: [{ path: /, headers: { X Y: a } }] }', '2:37', 'without blanks'],
    ['run: { http: [{ path: /, headers: { X: "a\\nb" } }] }', '2:37', 'one line'],
    ['files: [{ path: /x, contains: "" }]', '2:31 files › 1 › contains', 'every text holds the empty one'],
    [
      'files: [{ path: /x, excludes: [a, ""] }]',
      '2:35 files › 1 › excludes',
      'every text holds the empty one',
    ],
    ['cases: [{ name: a, exit: 0, output: { matches: "" } }]', '2:48', 'every text holds the empty one'],
  ])('%s', (text, place, said) => {
    const faults = faultsBelow(text)
    expect(faults).toEqual([expect.stringContaining(said)])
    expect(faults[0]).toMatch(place)
  })
})

describe('a key that nobody knows', () => {
  test.each([
    [
      'a slip',
      'image: { helthcheck: true }',
      '2:10 image › "helthcheck" is not a known key. → Did you mean "healthcheck"?',
    ],
    ['letters swapped', 'run: { htpt: [] }', '2:8 run › "htpt" is not a known key. → Did you mean "http"?'],
    [
      'another spelling',
      'image: { maxSize: 1 MB }',
      '2:10 image › "maxSize" is not a known key. → Did you mean "max-size"?',
    ],
    [
      'a word of elsewhere',
      'run: { command: [a] }',
      '2:8 run › "command" is not a known key. → Did you mean "cmd"?',
    ],
    [
      'a part of it',
      'run: { http: [{ path: /, header: {} }] }',
      '2:26 run › http › 1 › "header" is not a known key. → Did you mean "headers"?',
    ],
    ['of another section', 'stop: {}\nimage: {}', '2:1 "stop" is not a known key. → It stands under run.'],
    [
      'of the top level',
      'run: { services: {} }',
      '2:8 run › "services" is not a known key. → It stands at the top level.',
    ],
    [
      'nothing like it',
      'run: { ready: { tcp: 1, quux: 1 } }',
      '2:25 run › ready › "quux" is not a known key. → Known keys: http, tcp, exec, healthcheck, tries, interval.',
    ],
    [
      'in one of several forms',
      'image: { healthcheck: { intervall: 5s } }',
      '2:25 image › healthcheck › "intervall" is not a known key. → Did you mean "interval"?',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(faultsBelow(lines)).toEqual([expected])
  })
})

describe('a value of the wrong type', () => {
  test.each([
    ['image: text', '2:8 image: expected a mapping, found text. → Write a mapping there.'],
    [
      'image: { ports: 80 }',
      '2:17 image › ports: expected a list, found the number 80. → Write a list: [80].',
    ],
    [
      'image: { max-layers: "5" }',
      '2:22 image › max-layers: expected a number, found text. → Write the number without quotes.',
    ],
    [
      'image: { healthcheck: yes }',
      '2:23 image › healthcheck: expected true, false or a mapping, found text. → Write true.',
    ],
    [
      'image: { cmd: sleep 5 }',
      '2:15 image › cmd: expected a list, found text. → Write it word by word: ["sleep", "5"].',
    ],
    [
      'image: { cmd: echo $HOME }',
      '2:15 image › cmd: expected a list, found text. → Write it word by word: ["sh", "-c", "echo $HOME"].',
    ],
    [
      'files: [{ path: /a, contains: [a, { b: 1 }] }]',
      '2:35 files › 1 › contains › 2: expected text, found a mapping. → Write text there.',
    ],
    ['files: [{ path: }]', '2:17 files › 1 › path: expected text, found nothing. → Write text there.'],
    [
      'secrets:',
      '2:9 secrets: expected a mapping, found nothing. → Write {} to take it with all its defaults.',
    ],
    [
      'run: { exec: [{ cmd: [a], exit: abc }] }',
      '2:33 run › exec › 1 › exit: expected a number or "non-zero", found text. → Write a number or "non-zero" there.',
    ],
    [
      'run: { http: [{ path: /, method: PST }] }',
      '2:34 run › http › 1 › method: expected one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, found text. → Did you mean "POST"?',
    ],
    [
      'run: { stop: { exit: [0, nonzero] } }',
      '2:26 run › stop › exit › 2: expected a number or "non-zero", found text. → Did you mean "non-zero"?',
    ],
    [
      'run: { env: { A: [1] } }',
      '2:18 run › env › A: expected text or nothing, found a list. → Write text or nothing there.',
    ],
    ['run: []', '2:6 run: expected a mapping, found a list. → Write a mapping there.'],
  ])('%s', (lines, expected) => {
    expect(faultsBelow(lines)).toEqual([expected])
  })

  test('the whole file', () => {
    expect(faultsIn('- a')).toEqual([
      '1:1 The check file: expected a mapping, found a list. → Write a mapping there.',
    ])
  })
})

const RE2 = 'Write it in the syntax of RE2, and \\ before a character that stands for itself.'

describe('a value that can not be', () => {
  test.each([
    ['files: [{ path: app }]', '2:17 files › 1 › path is "app". → Write an absolute path.'],
    ['files: [{ path: /a, mode: 0999 }]', '2:27 files › 1 › mode is "0999". → Write a mode such as "0755".'],
    [
      'hardening: { setuid: { allow: [usr/**] } }',
      '2:32 hardening › setuid › allow › 1 is "usr/**". → Write a glob of absolute paths, such as /usr/**.',
    ],
    [
      'secrets: { allow: [{ path: "/a\\\\\\\\b" }] }',
      '2:28 secrets › allow › 1 › path is "/a\\\\b". → Write it without several backslashes in a row.',
    ],
    ['image: { ports: [70000] }', '2:18 image › ports › 1: expected at most 65535. → Write 65535 or less.'],
    ['image: { max-layers: 0 }', '2:10 image › max-layers: expected at least 1. → Write 1 or more.'],
    [
      'image: { max-size: 5 megs }',
      '2:20 image › max-size is "5 megs". → Write a size such as 250 MB or 1.5 GiB.',
    ],
    ['image: { cmd: [] }', '2:10 image › cmd: the list is empty. → Put something into it, or leave it out.'],
    [
      'run: { stop: { within: 10 } }',
      '2:24 run › stop › within is "10". → Write a duration such as 500ms, 10s or 2m.',
    ],
    [
      'run: { stop: { within: 0s } }',
      '2:24 run › stop › within is "0s". → Write more than nothing, such as 10s.',
    ],
    [
      'run: { env: { "A B": 1 } }',
      '2:15 run › env › A B: a variable has a name without blanks and "=". → Write this name otherwise.',
    ],
    [
      'run: { ready: {} }',
      '2:8 run › ready: exactly one of http, tcp, exec and healthcheck is needed. → Keep the one that shows best that it is ready.',
    ],
    [
      'run: { logs: { stdout: { matches: "(" } } }',
      `2:26 run › logs › stdout › matches: the pattern can't be compiled: missing closing ): \`(\`. → ${RE2}`,
    ],
    [
      'run: { logs: { stdout: { matches: [a, "(?=b)"] } } }',
      `2:39 run › logs › stdout › matches › 2: the pattern can't be compiled: invalid or unsupported Perl syntax: \`(?=\`. → ${RE2}`,
    ],
  ])('%s', (lines, expected) => {
    expect(faultsBelow(lines)).toEqual([expected])
  })
})

describe('what is missing', () => {
  test.each([
    [
      'files: [{ mode: "0755" }]',
      ['2:9 files › 1: the key "path" is missing. → Add it, or leave the whole entry out.'],
    ],
    [
      'cases: [{}]',
      [
        '2:9 cases › 1: the key "name" is missing. → Add it, or leave the whole entry out.',
        '2:9 cases › 1: the key "exit" is missing. → Add it, or leave the whole entry out.',
      ],
    ],
  ])('%s', (lines, expected) => {
    expect(faultsBelow(lines)).toEqual(expected)
  })

  test('the version', () => {
    expect(faultsIn('image: {}')).toEqual([
      '1:1 The key "version" is missing. → Begin the file with "version: 1".',
    ])
    expect(faultsIn('version: 2\nimage: {}')).toEqual([
      '1:10 version: expected 1, found the number 2. → Write 1 there.',
    ])
  })
})

test('all faults come together, in the order of the file', () => {
  const text = [
    'version: 1',
    'image:',
    '  user: [app]',
    '  users: app',
    'files:',
    '  - path: app',
    '    mode: "0755"',
    '    mode: "0644"',
    'services:',
    '  db: { image: "{{postgre}}", port: 80 }',
    '  cache: { image: redis, port: 80 }',
    'run:',
    '  htp: []',
  ].join('\n')
  expect(faultsIn(text, { postgres: 'x' }).map((fault) => fault.split(' ')[0])).toEqual([
    '3:9',
    '4:3',
    '6:11',
    '8:5',
    '10:16',
    '11:26',
    '13:3',
  ])
})
