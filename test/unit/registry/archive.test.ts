import { expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { Archive } from '../../../actions/registry/archive.ts'
import type { Manifest, RepositoryClient } from '../../../actions/registry/types.ts'

const bytes = Buffer.from('{}')
const manifest: Manifest = { digest: digestOf(bytes), mediaType: 'text/json', bytes }

/** Answers in a moment, and counts. */
function registry(answer: () => Manifest | undefined) {
  const asked = { times: 0 }
  const client = {
    getManifest: async () => {
      asked.times += 1
      await new Promise((resolve) => setImmediate(resolve))
      return answer()
    },
  }
  return { asked, client: client as unknown as RepositoryClient }
}

const refuses = () => {
  throw new Error('503')
}

test('a manifest is fetched once, whoever asks meanwhile or later', async () => {
  const { asked, client } = registry(() => manifest)
  const archive = new Archive()
  await Promise.all([archive.fetch(manifest.digest, client), archive.fetch(manifest.digest, client)])
  expect(await archive.fetch(manifest.digest, client)).toBe(manifest)
  expect(asked.times).toBe(1)
})

test.each([
  ['has it not', () => undefined],
  ['fails', refuses],
])('one registry that %s says nothing of another that is asked at the same time', async (_what, answer) => {
  const archive = new Archive()
  const lacking = archive.fetch(manifest.digest, registry(answer).client)
  const holder = registry(() => manifest)
  const [, found] = await Promise.allSettled([lacking, archive.fetch(manifest.digest, holder.client)])
  expect(found).toEqual({ status: 'fulfilled', value: manifest })
})
