import { parseInputs } from '../../../actions/cleanup/inputs.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { clean, superseded } from './cleaning.ts'
import { image, index } from './images.ts'
import { MemoryPackage } from './memory-package.ts'

const inputs = (given: Record<string, string>) => () =>
  parseInputs({ text: (name) => given[name] ?? '' }, { actor: 'octo' })

const [amd64, arm64] = [image('amd64'), image('arm64')]
const old = index('old', amd64)
const [now, rebuilt] = [index('now', arm64), index('rebuilt', amd64, arm64)]
const images = 'ghcr.io/octo/app'
const receipt = 'receipt-0123456789ab-1'

/** The old image goes from a repository whose `latest` holds another. */
const cleaning =
  (spoil: (memory: MemoryPackage) => void = () => {}, given: Parameters<typeof clean>[2] = {}) =>
  async () => {
    const memory = new MemoryPackage()
    for (const manifest of [amd64, arm64, old]) memory.store(manifest)
    memory.store(now, ['latest'])
    spoil(memory)
    throw (await clean(memory, superseded(old), given)).error
  }

/** The list is behind for longer than anybody waits. */
function unlisted(memory: MemoryPackage): void {
  memory.lag = 99
  memory.store(rebuilt, ['new'])
}

/** While this is deleted. */
const during = (gone: Manifest, happens: (memory: MemoryPackage) => void) => (memory: MemoryPackage) => {
  memory.meanwhile = ({ method, reference }) => {
    if (method === 'DELETE' && reference === gone.digest) happens(memory)
  }
}
/** Somebody pushes what needs it, and nothing brings it back. */
const lost = during(amd64, (memory) => {
  memory.store(rebuilt, ['latest'])
  memory.trouble = ({ method }) => (method === 'RESTORE' || method === 'PUT' ? 'early' : undefined)
})

const cases: Reproduction[] = [
  ['IMG5001', 'a name alone, which would be somebody’s on Docker Hub', inputs({ images: 'octo/app' })],
  ['IMG5002', 'a receipt and images', inputs({ images, receipt })],
  ['IMG5003', 'a rule for no image', inputs({ untagged: '2d' })],
  ['IMG5004', 'minutes', inputs({ images, 'older-than': '90m' })],
  ['IMG5004', 'an hour for images without a tag', inputs({ images, untagged: '1h' })],
  ['IMG5005', 'a brace that is left open', inputs({ images, tags: 'pr-{1,2' })],
  ['IMG5005', 'a regular expression that is none', inputs({ images, tags: '/(/' })],
  ['IMG5301', 'a list that lacks a tag', cleaning(unlisted)],
  ['IMG5302', 'an index that nobody can read', cleaning((memory) => void memory.unreadable.add(now.digest))],
  [
    'IMG5302',
    'an index that has gone',
    cleaning((memory) => void memory.store(index('outer', rebuilt), ['1.0'])),
  ],
  [
    'IMG5403',
    'a rule that takes more than was meant',
    cleaning(undefined, { options: { dryRun: false, maxDeletes: 1 } }),
  ],
  ['IMG5404', 'a push that needs what is deleted, and a registry that fails', cleaning(lost)],
  [
    'IMG5405',
    'a tag that is moved onto what is deleted',
    cleaning(during(amd64, (memory) => void memory.tags.set('latest', amd64.digest))),
  ],
]

reproduce(cases)
