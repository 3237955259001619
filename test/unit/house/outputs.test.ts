import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { setOutputs } from '../../../actions/build/outputs.ts'
import { cleanupOutputs } from '../../../actions/cleanup/outputs.ts'
import { mergeOutputs } from '../../../actions/merge/outputs.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import type { Receipt } from '../../../actions/plan/receipt.ts'
import type { BuildRecord } from '../../../actions/plan/record.ts'
import { prepareOutputs } from '../../../actions/prepare/outputs.ts'
import { rollbackOutputs } from '../../../actions/rollback/outputs.ts'
import type { Runner } from '../../../actions/runner/runner.ts'
import { actions, sourceOf } from './manifests.ts'

const digest = digestOf('')
const plan: Plan = {
  schema: 1,
  id: '0123456789ab',
  repository: 'octo/app',
  event: 'push',
  ref: 'refs/heads/main',
  revision: '0'.repeat(40),
  created: '2026-01-02T03:04:05Z',
  publish: false,
  reason: 'a test',
  version: '',
  images: [],
  unchanged: [],
  legs: [],
}
const record: BuildRecord = {
  schema: 1,
  plan: plan.id,
  planDigest: digest,
  leg: '0123456789ab',
  image: 'app',
  platform: 'linux/amd64',
  attempt: 1,
  digest,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  size: 1,
  imageId: digest,
  compressedSize: 1,
  repositories: [],
  started: plan.created,
  buildTime: 1,
  pushTime: 1,
  cache: { hits: 0, steps: 0 },
  tools: {},
}
const receipt: Receipt = {
  schema: 1,
  plan: plan.id,
  repository: plan.repository,
  revision: plan.revision,
  version: '',
  created: plan.created,
  attempt: 1,
  images: [],
  manifests: {},
  leftovers: [],
  duration: 1,
}

/** What a room sets when its outputs are made from a document, not named one by one. */
const MADE: Record<string, () => Record<string, string>> = {
  prepare: () => ({ ...prepareOutputs(plan, '', () => {}) }),
  build: () => {
    const set: Record<string, string> = {}
    const setOutput = (name: string, value: string) => {
      set[name] = value
    }
    setOutputs({ setOutput } as Runner, record, 'record')
    return set
  },
  merge: () => mergeOutputs({ receipt, reference: '' }),
  cleanup: () => cleanupOutputs({ schema: 1, created: plan.created, dryRun: false, repositories: [] }),
  rollback: () => rollbackOutputs(undefined),
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
