import fc from 'fast-check'
import { normalise } from '../../../actions/nodes/file/canonical.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
export const commit = fc.stringMatching(/^[0-9a-f]{40}$/)
const packageName = fc.stringMatching(/^[A-Za-z]([A-Za-z0-9_-]{0,6}[A-Za-z0-9])?$/)
const disabled = fc.boolean()

const git = fc.uniqueArray(
  fc.record({
    url: fc.tuple(fc.constantFrom('github.com', 'gitlab.com', 'git.example.org:8443'), word, word),
    commit,
    disabled,
  }),
  { maxLength: 6, selector: ({ url }) => url.join('/').toLowerCase() },
)
const registry = fc.uniqueArray(
  fc.record({ id: word, version: fc.constantFrom('1.0.0', '8.22.2', '2.1.0-rc.1') }),
  {
    maxLength: 4,
    selector: ({ id }) => id.toLowerCase(),
  },
)
const files = fc.uniqueArray(fc.record({ filename: word.map((name) => `${name}.py`), disabled }), {
  maxLength: 4,
  selector: ({ filename }) => filename.toLowerCase(),
})
const packages = fc.uniqueArray(
  fc.record({ name: packageName, pin: fc.constantFrom('1.0', '2.0.1+cu128', '') }),
  {
    maxLength: 6,
    selector: ({ name }) => name.toLowerCase().replace(/[-_]+/g, '-'),
  },
)

/** Any snapshot that makes sense: nothing is there twice. Small names, so that two of them have things in common. */
export const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({ comfyui: fc.option(commit), git, registry, files, packages })
  .map((parts) =>
    normalise({
      ...parts,
      git: parts.git.map(({ url: [host, owner, name], ...node }) => ({
        url: `https://${host}/${owner}/${name}`,
        ...node,
      })),
      packages: parts.packages.map(({ name, pin }) =>
        pin === ''
          ? { requirement: name, address: `https://example.org/${name}.whl` }
          : { requirement: `${name}==${pin}`, address: '' },
      ),
    }),
  )

/** Two that have much in common: some things of the first changed, some left out, and some of another. */
export const pairs: fc.Arbitrary<[Snapshot, Snapshot]> = fc
  .tuple(snapshots, snapshots, fc.infiniteStream(fc.nat(3)), commit)
  .map(([from, other, choices, moved]) => {
    const choose = () => choices.next().value
    const some = <T>(things: readonly T[], change: (thing: T) => T) =>
      things.flatMap((thing) => [[thing], [], [change(thing)], [thing]][choose()] ?? [])
    const known = (list: readonly { url: string }[]) => new Set(list.map(({ url }) => url.toLowerCase()))
    const taken = known(from.git)
    return [
      from,
      {
        comfyui: choose() === 0 ? other.comfyui : from.comfyui,
        git: [
          ...some(from.git, (node) => ({ ...node, commit: moved, disabled: !node.disabled })),
          ...other.git.filter(({ url }) => !taken.has(url.toLowerCase())),
        ],
        registry: some(from.registry, (node) => ({ ...node, version: '9.9.9' })),
        files: some(from.files, (file) => ({ ...file, disabled: !file.disabled })),
        packages: some(from.packages, ({ requirement }) => ({
          requirement: `${requirement.split('==')[0]}==3.0`,
          address: '',
        })),
      },
    ]
  })

export const COMMIT = '0123456789abcdef0123456789abcdef01234567'
export const OTHER = 'fedcba9876543210fedcba9876543210fedcba98'
export const EMPTY: Snapshot = { comfyui: COMMIT, git: [], registry: [], files: [], packages: [] }
