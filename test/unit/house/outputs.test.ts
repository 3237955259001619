import { describe, expect, test } from '@jest/globals'
import { setOutputs } from '../../../actions/build/outputs.ts'
import { cleanupOutputs } from '../../../actions/cleanup/outputs.ts'
import { mergeOutputs } from '../../../actions/merge/outputs.ts'
import { prepareOutputs } from '../../../actions/prepare/outputs.ts'
import { rollbackOutputs } from '../../../actions/rollback/outputs.ts'
import type { Runner } from '../../../actions/runner/runner.ts'
import { snapshotOutputs } from '../../../actions/snapshot/outputs.ts'
import { verifyOutputs } from '../../../actions/verify/outputs.ts'
import { finishedRun } from '../report/run.ts'
import { actions, sourceOf } from './manifests.ts'

const { plan, records, receipt } = finishedRun()

/** What a room sets when its outputs are made from a document, not named one by one. */
const MADE: Record<string, () => Record<string, string>> = {
  prepare: () => ({ ...prepareOutputs(plan, '', () => {}) }),
  build: () => {
    const set: Record<string, string> = {}
    const setOutput = (name: string, value: string) => {
      set[name] = value
    }
    setOutputs({ setOutput } as Runner, records[0]!, 'record')
    return set
  },
  merge: () => mergeOutputs({ receipt, reference: '' }),
  cleanup: () => cleanupOutputs({ schema: 1, created: plan.created, dryRun: false, repositories: [] }),
  rollback: () => rollbackOutputs(undefined),
  snapshot: () => snapshotOutputs({}),
  verify: () => verifyOutputs({ results: [], report: '', junit: '' }),
  pipeline: () => {
    const { version, tags, publish } = prepareOutputs(plan, '', () => {})
    return { ...mergeOutputs({ receipt, reference: '' }), version, tags, publish }
  },
}

describe.each(actions())('the manifest of $name', ({ name, manifest }) => {
  test('has exactly the outputs that the code sets', () => {
    const named = [...sourceOf(name).matchAll(/setOutput\(\s*'([\w-]+)'/g)].map(([, output = '']) => output)
    const set = [...named, ...Object.keys(MADE[name]?.() ?? {})]
    expect(Object.keys(manifest.outputs ?? {}).sort()).toEqual(set.sort())
  })
})
