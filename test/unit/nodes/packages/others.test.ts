import { expect, test } from '@jest/globals'
import { silentLog } from '../../../../actions/base/log.ts'
import type { ProcessOptions } from '../../../../actions/base/process.ts'
import { hiddenFromOthers } from '../../../../actions/nodes/packages/others.ts'
import { findTool } from '../../../../actions/nodes/packages/tool.ts'

test.each([
  ['GITHUB_TOKEN', true],
  ['GH_TOKEN', true],
  ['GH_ENTERPRISE_TOKEN', true],
  ['GITHUB_ENV', true],
  ['GITHUB_PATH', true],
  ['GITHUB_OUTPUT', true],
  ['GITHUB_STEP_SUMMARY', true],
  ['INPUT_GITHUB-TOKEN', true],
  ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', true],
  ['ACTIONS_ID_TOKEN_REQUEST_URL', true],
  ['ACTIONS_RUNTIME_TOKEN', true],
  ['GITHUB_REPOSITORY', false],
  ['HF_TOKEN', false],
  ['PIP_INDEX_URL', false],
  ['PATH', false],
])('%s is hidden from the code of others: %s', (name, hidden) => {
  expect(name in hiddenFromOthers({ [name]: 'x' })).toBe(hidden)
})

test('pip, which builds packages, does not get to see it', async () => {
  const given: ProcessOptions[] = []
  const environment = { PATH: '/nowhere', GITHUB_TOKEN: 'secret', PIP_INDEX_URL: 'https://i/' }
  const tool = await findTool('/nowhere/python', {
    run: async (_command, _args, options = {}) => {
      given.push(options)
      return { exitCode: 0, stdout: '', stderr: '' }
    },
    ...{ log: silentLog, clock: { now: () => 0, sleep: async () => {} }, random: () => 0, temp: '/nowhere' },
    ...{ signal: new AbortController().signal, environment },
  })
  await tool.run(['list'])
  expect(given[0]?.env).toMatchObject({ GITHUB_TOKEN: undefined, PIP_INDEX_URL: 'https://i/' })
  // Undefined takes it away, where to leave it out would let it be inherited.
  expect(Object.keys(given[0]?.env ?? {})).toContain('GITHUB_TOKEN')
})
