import { expect, test } from '@jest/globals'
import type { Exit } from '../../../../actions/checks/file/running.ts'
import { exitFaults } from '../../../../actions/checks/running/exit.ts'
import { spokenExit } from '../../../../actions/checks/running/exit-code.ts'

test.each<[number, Exit[]]>([
  [0, [0]],
  [143, [0, 143]],
  [1, ['non-zero']],
  [0, ['non-zero', 0]],
])('exit code %i is as asked: %j', (code, asked) => {
  expect(exitFaults(code, asked)).toEqual([])
})

test.each<[number, Exit[], string, string]>([
  [1, [0], 'exit code 0', 'exit code 1 (an error of the program itself)'],
  [0, ['non-zero'], 'an exit code other than 0', 'exit code 0'],
  [
    137,
    [0, 143],
    'exit code 0 or exit code 143',
    'exit code 137 (killed by SIGKILL, maybe for want of memory)',
  ],
])('exit code %i is not: %j', (code, asked, expected, actual) => {
  expect(exitFaults(code, asked)).toEqual([{ expected, actual }])
})

test.each([
  [126, /can not be run/],
  [127, /not found/],
  [134, /SIGABRT/],
  [139, /crash/],
  [143, /SIGTERM/],
  [78, /configuration/],
  [3, /^exit code 3$/],
])('%i has a meaning', (code, meaning) => {
  expect(spokenExit(code)).toMatch(meaning)
})
