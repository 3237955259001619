import { expect, test } from '@jest/globals'
import { COMMIT } from '../snapshots.ts'
import { judged } from './judging.ts'

test.each([
  ['-e git+https://github.com/o/r', '', 'an option that pip would obey'],
  ['--index-url=https://example.org', '', 'an option that pip would obey'],
  ['six==1.16.0 --hash=x', '', 'no package at a version'],
  ['six==1.16.0\n--index-url x', '', 'no package at a version'],
  ['six==1.16.0; python_version<"3"', '', 'no package at a version'],
  ['git+https://github.com/o/r', '', 'no package at a version'],
  ['./six', '', 'no package at a version'],
  ['six', 'http://example.org/six.whl', 'not reached by https'],
  ['six', 'git+ssh://git@github.com/o/r', 'not reached by https'],
  ['six', 'git+file:///srv/r', 'not reached by https'],
  ['six', 'ext::id', 'not reached by https'],
  ['six', 'https://me:secret@example.org/six.whl', 'holds a user or a password'],
  ['six', 'git+https://secret@github.com/o/r', 'holds a user or a password'],
  ['six==1', 'https://example.org/six.whl', 'not a package'],
  ['a b', 'file:///six', 'not a package'],
])('%j, %j is refused', (key, value, message) => {
  const { errors } = judged({ pips: { [key]: value } })
  expect(errors).toEqual([expect.stringContaining(message)])
  expect(errors[0]).not.toContain('secret')
})

test.each([
  ['six==1.16.0', ''],
  ['torch==2.4.1+cu121', ''],
  ['uvicorn[standard]==0.30.6', ''],
  ['svg.path===6.3', ''],
  ['six', 'https://example.org/six-1.16.0-py3-none-any.whl'],
  ['clip', `git+https://github.com/openai/CLIP.git@${COMMIT}`],
  ['clip', `git+https://github.com/openai/CLIP.git@${COMMIT}#subdirectory=x`],
])('%s %s is pinned', (key, value) => {
  expect(judged({ pips: { [key]: value } })).toEqual({ errors: [], warnings: [] })
})

test.each([
  ['six', '', 'any of several versions'],
  ['six>=1', '', 'any of several versions'],
  ['six==1.*', '', 'any of several versions'],
  ['six>=1,==1.16.0', '', 'any of several versions'],
  ['clip', 'git+https://github.com/openai/CLIP.git', 'any of several versions'],
  ['clip', 'git+https://github.com/openai/CLIP.git@main', 'any of several versions'],
  ['loc', 'file:///home/me/loc', 'lies on the machine'],
])('%s %s is doubtful', (key, value, message) => {
  expect(judged({ pips: { [key]: value } })).toEqual({
    errors: [],
    warnings: [expect.stringContaining(message)],
  })
})
