import { expect, test } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { traceTo } from '../../../actions/registry/trace.ts'

test.each([
  [200, 'GET https://r.example/v2/ 200 12 ms'],
  [undefined, 'GET https://r.example/v2/ no answer 12 ms'],
])('a request with status %s is one line', (status, line) => {
  const lines: string[] = []
  const trace = traceTo({ ...silentLog, info: (message) => lines.push(message) })
  trace({ method: 'GET', url: 'https://r.example/v2/', status, milliseconds: 12.4 })
  expect(lines).toEqual([line])
})
