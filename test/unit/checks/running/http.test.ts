import { describe, expect, test } from '@jest/globals'
import { http } from '../../../../actions/checks/file/running.ts'
import type { HttpAnswer } from '../../../../actions/checks/probe-job.ts'
import { httpFinding, spokenError, spokenRequest } from '../../../../actions/checks/running/http.ts'

function answer(changes: Partial<HttpAnswer> = {}, body = '{"a": 1}'): HttpAnswer {
  const headers = { 'content-type': 'application/json' }
  return {
    status: 200,
    headers,
    body: Buffer.from(body).toString('base64'),
    cut: false,
    milliseconds: 1,
    ...changes,
  }
}

const check = (asked: object) => http.parse({ path: '/x', ...asked })

describe('an answer', () => {
  test.each([
    [{}],
    [{ status: [200, 201], contains: '"a"', excludes: 'b', json: { a: 1 } }],
    [{ 'response-headers': { 'Content-Type': { contains: 'json', excludes: 'xml' } } }],
  ])('is as asked: %j', (asked) => {
    expect(httpFinding(check(asked), answer())).toBeUndefined()
  })

  test.each<[object, Partial<HttpAnswer>, object]>([
    [
      {},
      { status: 500 },
      {
        expected: 'status 200',
        actual: 'status 500: "{"a": 1}"',
        hint: expect.stringContaining('last lines'),
      },
    ],
    [
      {},
      { status: 301, headers: { location: 'https://x.org/' }, body: '' },
      { actual: 'status 301, to https://x.org/', hint: expect.stringContaining('not followed') },
    ],
    [{ 'response-headers': { ETag: {} } }, {}, { expected: 'a header ETag', actual: 'there is none' }],
    [
      { 'response-headers': { 'Content-Type': { contains: 'html' } } },
      {},
      { expected: 'the header Content-Type contains "html"' },
    ],
    [{ excludes: 'secret' }, { cut: true }, { actual: expect.stringContaining('longer than the 1 MiB') }],
    [{ matches: 'b+' }, { cut: true }, { hint: expect.stringContaining('1 MiB') }],
    [{ status: 404, excludes: 'a' }, {}, { expected: 'status 404; the body is without "a"' }],
  ])('is not: %j', (asked, changes, finding) => {
    expect(httpFinding(check(asked), answer(changes))).toMatchObject(finding)
  })
})

test.each([
  ['ECONNREFUSED', 'nobody listens on port 80; nothing listens on any port'],
  ['TIMEOUT', 'no answer in time'],
  ['ECONNRESET', 'the connection was closed without an answer'],
  ['HPE_INVALID_CONSTANT', 'no answer that is HTTP: HPE_INVALID_CONSTANT'],
])('no answer, %s, is told in words', (error, words) => {
  expect(spokenError({ error }, 80, [])).toBe(words)
})

test('a request is called by its name, or by what it asks', () => {
  expect(spokenRequest(check({ method: 'HEAD', status: [200, 204] }))).toBe('HEAD /x answers 200 or 204')
  expect(spokenRequest(check({ name: 'the page' }))).toBe('the page')
})
