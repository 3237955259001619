import { expect, test } from '@jest/globals'
import { verifyOutputs } from '../../../actions/verify/outputs.ts'

test('outputs count what passed, failed and was not checked, and name the reports', () => {
  const statuses = ['passed', 'failed', 'passed', 'unchecked', 'passed', 'failed'] as const
  const results = statuses.map((status) => ({ status }))
  expect(verifyOutputs({ results, report: '/t/verify.json', junit: '/t/verify.junit.xml' })).toEqual({
    passed: '3',
    failed: '2',
    unchecked: '1',
    report: '/t/verify.json',
    junit: '/t/verify.junit.xml',
  })
})
