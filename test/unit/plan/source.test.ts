import { describe, expect, test } from '@jest/globals'
import { planArtifact, planDigest, serialisePlan } from '../../../actions/plan/plan.ts'
import { resolvePlan } from '../../../actions/plan/source.ts'
import { complaints, plan } from './runs.ts'

const made = await plan({})
const text = serialisePlan(made)
const reference = `${planArtifact(made.id)}@${planDigest(made)}`

function sources(artifacts: Record<string, string>, files: Record<string, string> = {}) {
  return {
    artifact: async (name: string) => artifacts[name],
    readFile: async (path: string) => files[path] ?? Promise.reject(new Error('ENOENT')),
  }
}

describe('the input plan', () => {
  test('is a reference, a path or JSON', async () => {
    const all = sources({ [planArtifact(made.id)]: text }, { 'out/plan.json': text })
    expect(await resolvePlan(reference, all)).toEqual(made)
    expect(await resolvePlan(` ${reference}\n`, all)).toEqual(made)
    expect(await resolvePlan('out/plan.json', all)).toEqual(made)
    expect(await resolvePlan(text, all)).toEqual(made)
    expect(await resolvePlan(JSON.stringify(made, null, 2), all)).toEqual(made)
  })

  const other = serialisePlan({ ...made, revision: 'other' })
  const stranger = { ...made, id: 'ffffffffffff' }
  test.each([
    ['an artifact that is not there', reference, {}, 'This run has no artifact "plan-0123456789ab"'],
    ['another content', reference, { [planArtifact(made.id)]: other }, 'its digest differs'],
    [
      "another plan's content",
      `${planArtifact(made.id)}@${planDigest(stranger)}`,
      { [planArtifact(made.id)]: serialisePlan(stranger) },
      'holds the plan ffffffffffff',
    ],
    ['a malformed reference', 'plan-1@sha256:abc', {}, "can't be read"],
    ['a path to nothing', 'nowhere.json', {}, 'The input "plan" is "nowhere.json"'],
    ['an option', '--help', {}, "can't be read"],
    ['nothing', ' ', {}, "can't be read"],
    ['half a document', '{"schema":1', {}, 'not valid JSON'],
    ['another schema', '{"schema":2}', {}, 'The plan is not valid'],
    ['too much', `{"a":"${'x'.repeat(48 * 1024)}"}`, {}, 'longer than 48 KiB'],
  ])('%s is refused', async (_, input, artifacts, fault) => {
    expect(await complaints(resolvePlan(input, sources(artifacts)))).toEqual([expect.stringContaining(fault)])
  })
})
