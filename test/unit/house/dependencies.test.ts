import { describe, expect, test } from '@jest/globals'
import { faultOf, importsOf } from './dependencies.ts'
import { ourFiles, read } from './tracked.ts'

describe('the dependency rule', () => {
  test.each([
    ['actions/build/run.ts', 'actions/registry/client.ts'],
    ['actions/build/run.ts', 'actions/runner/runner.ts'],
    ['actions/build/index.ts', '@actions/core'],
    ['actions/pipeline/run.ts', 'actions/merge/run.ts'],
    ['actions/registry/client.ts', 'actions/base/retry.ts'],
    ['actions/packages/ghcr.ts', 'actions/registry/types.ts'],
    ['actions/transaction/journal.ts', 'actions/registry/types.ts'],
    ['actions/report/publish.ts', 'actions/plan/receipt.ts'],
    ['actions/runner/plan.ts', 'actions/plan/make.ts'],
    ['actions/plan/id.ts', 'node:crypto'],
    ['actions/base/schema.ts', 'zod'],
  ])('%s may import %s', (file, target) => {
    expect(faultOf({ file, target })).toBeUndefined()
  })

  test.each([
    ['actions/build/run.ts', 'actions/merge/records.ts'],
    ['actions/build/run.ts', '@actions/core'],
    ['actions/registry/index.ts', '@actions/core'],
    ['actions/registry/client.ts', 'actions/engine/engine.ts'],
    ['actions/registry/client.ts', 'actions/packages/types.ts'],
    ['actions/packages/ghcr.ts', 'actions/transaction/journal.ts'],
    ['actions/registry/client.ts', 'actions/plan/tags/rules.ts'],
    ['actions/registry/client.ts', 'actions/runner/runner.ts'],
    ['actions/base/log.ts', 'actions/plan/plan.ts'],
    ['actions/runner/plan.ts', 'actions/prepare/run.ts'],
    ['actions/engine/engine.ts', 'node:child_process'],
    ['actions/plan/make.ts', 'node:fs/promises'],
    ['actions/plan/make.ts', 'test/unit/plan/facts.ts'],
  ])('%s may not import %s', (file, target) => {
    expect(faultOf({ file, target })).toBeDefined()
  })

  test('finds every way to import', () => {
    const source = [
      "import { a } from './a.ts'",
      "import type { b } from '../base/b.ts'",
      "import 'node:fs'",
      "export * from '../plan/c.ts'",
      "const d = await import('@actions/artifact')",
      'import {\n  e,\n} from "zod"'.replaceAll('"', "'"),
    ].join('\n')
    expect(importsOf('actions/build/run.ts', source).map(({ target }) => target)).toEqual([
      'actions/build/a.ts',
      'actions/base/b.ts',
      'node:fs',
      'actions/plan/c.ts',
      '@actions/artifact',
      'zod',
    ])
  })

  test('holds in all of actions/', () => {
    const files = ourFiles('actions/**/*.ts')
    const faults = files
      .flatMap((file) => importsOf(file, read(file)))
      .flatMap((each) => {
        const fault = faultOf(each)
        return fault ? [`${each.file} imports ${each.target}: ${fault}`] : []
      })
    expect(files.length).toBeGreaterThan(10)
    expect(faults).toEqual([])
  })
})
