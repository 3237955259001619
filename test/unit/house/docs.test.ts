import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { checkout } from './tracked.ts'

describe('the generated tables', () => {
  test('are up to date', () => {
    const said = execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], {
      cwd: checkout,
      encoding: 'utf8',
    })
    expect(said).toBe('')
  })
})
