import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { command } from '../../e2e/harness/command.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const BAD = 'test/integration/ci/bad-workflow.yml'

/** As .ci/run does it, which these tests look at too. */
function gate(linter: string, ...files: string[]) {
  return command('.ci/workflows', [linter, ...files], { cwd: ROOT, anyExit: true })
}

describe.each(['actionlint', 'zizmor'])('%s', (linter) => {
  test('is part of what must hold before a change is merged', () => {
    const script = readFileSync(`${ROOT}.ci/run`, 'utf8')
    expect(script).toContain(`\ncheck '${linter}' .ci/workflows ${linter}\n`)
  })

  test('lets through what is ours', async () => {
    const { exitCode, stdout, stderr } = await gate(linter)
    expect([exitCode, exitCode === 0 ? '' : stdout + stderr]).toEqual([0, ''])
  })
})

test.each([
  ['actionlint', '"github.event.issue.title" is potentially untrusted'],
  ['actionlint', '"github.head_ref" is potentially untrusted'],
  ['zizmor', 'error[dangerous-triggers]'],
  ['zizmor', 'error[template-injection]'],
  ['zizmor', 'error[excessive-permissions]'],
  ['zizmor', 'error[unpinned-uses]'],
  ['zizmor', 'error[github-env]'],
  ['zizmor', '[artipacked]'],
])('%s stops a bad workflow: %s', async (linter, finding) => {
  const { exitCode, stdout } = await gate(linter, BAD)
  expect(exitCode).not.toBe(0)
  expect(stdout).toContain(finding)
})

test('what is no linter of ours is told so', async () => {
  expect(await gate('yamllint')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('usage') })
})
