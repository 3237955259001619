import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import type { CleanupEntry } from '../../../actions/plan/cleanup-report.ts'
import { clean } from './cleaning.ts'
import { MemoryPackage } from './memory-package.ts'
import { build, scene } from './scenes.ts'
import { policy, taskOf } from './schedule-policy.ts'

const kinds = fc.constantFrom('ghcr', 'dockerhub', 'oci')
const OPTIONS = { dryRun: false, maxDeletes: 100 }

test('whatever is there and whatever is asked, a dry run shows the very plan of the run, and changes nothing', async () => {
  let gone = 0
  await fc.assert(
    fc.asyncProperty(kinds, scene, policy, fc.boolean(), async (kind, drawn, asked, warm) => {
      const run = async (dryRun: boolean) => {
        const memory = new MemoryPackage(kind)
        const manifests = build(drawn, memory)
        const cache = new ManifestCache()
        if (warm) for (const manifest of manifests) cache.add(manifest)
        const before = stateOf(memory)
        const { task } = taskOf(asked, manifests, memory)
        const { cleaned, error } = await clean(memory, task, { cache, options: { ...OPTIONS, dryRun } })
        expect(error).toBeUndefined()
        return { cleaned, memory, before }
      }
      const [dry, real] = [await run(true), await run(false)]
      expect(plain(dry.cleaned.entries)).toEqual(plain(real.cleaned.entries))
      expect(dry.cleaned).toMatchObject({ outcome: 'planned', requests: real.cleaned.requests })
      expect(stateOf(dry.memory)).toEqual(dry.before)
      gone += dry.before.manifests.length - stateOf(real.memory).manifests.length
    }),
    { numRuns: 150 },
  )
  expect(gone).toBeGreaterThan(100)
})

/** Without what only a run can tell. */
function plain(entries: readonly CleanupEntry[]): CleanupEntry[] {
  return entries.map(({ outcome: _, detail: __, ...entry }) => entry)
}

function stateOf({ manifests, tags }: MemoryPackage) {
  return { manifests: [...manifests.keys()], tags: [...tags] }
}
