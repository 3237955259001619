import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalText, digestOf, normalise } from '../../../../actions/nodes/file/canonical.ts'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'
import type { Snapshot } from '../../../../actions/nodes/snapshot.ts'
import { COMMIT, snapshots } from '../snapshots.ts'

const LISTS = ['git', 'registry', 'files', 'packages'] as const

/** The same, each list in another order, and written less carefully. */
const disorderly = snapshots.chain((snapshot) =>
  fc
    .tuple(
      ...LISTS.map((list) =>
        fc.shuffledSubarray<unknown>([...snapshot[list]], { minLength: snapshot[list].length }),
      ),
      fc.constantFrom('', '.git', '/', '.git/'),
      fc.constantFrom('', '\n'),
    )
    .map(([git, registry, files, packages, suffix, end]): [Snapshot, Snapshot] => {
      const shuffled = { ...snapshot, git, registry, files, packages } as Snapshot
      const messy = shuffled.git.map(({ url, commit, disabled }) => ({
        url: `${url}${suffix}`,
        commit: `${commit.toUpperCase()}${end}`,
        disabled,
      }))
      return [snapshot, { ...shuffled, git: [...messy, ...shuffled.git] }]
    }),
)

test('has no order, and no two ways to write an address or a commit', () => {
  fc.assert(
    fc.property(disorderly, ([snapshot, other]) => {
      expect(normalise(other)).toEqual(snapshot)
      expect(canonicalText(other)).toBe(canonicalText(snapshot))
      expect(digestOf(other)).toBe(digestOf(snapshot))
    }),
  )
})

test('is normal already', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      // They are made by it.
      expect(normalise(snapshot)).toEqual(snapshot)
    }),
  )
})

test('is read back as it was', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      expect(readSnapshot(canonicalText(snapshot), 'a.json').snapshot).toEqual(snapshot)
    }),
  )
})

test('is what ComfyUI-Manager reads', () => {
  const text = canonicalText({
    comfyui: `${COMMIT}\n`,
    git: [{ url: 'git@github.com:kijai/ComfyUI-KJNodes.git', commit: COMMIT, disabled: false }],
    registry: [{ id: 'impact', version: ' 8.22.2' }],
    files: [{ filename: 'a.py.disabled', disabled: false }],
    packages: [
      { requirement: 'six == 1.16.0', address: '' },
      { requirement: 'pkg', address: 'https://example.org/x.whl' },
    ],
  })
  expect(text).toBe(`{
  "comfyui": "${COMMIT}",
  "git_custom_nodes": {
    "https://github.com/kijai/ComfyUI-KJNodes": {
      "hash": "${COMMIT}",
      "disabled": false
    }
  },
  "cnr_custom_nodes": {
    "impact": "8.22.2"
  },
  "file_custom_nodes": [
    {
      "filename": "a.py",
      "disabled": true
    }
  ],
  "pips": {
    "pkg": "https://example.org/x.whl",
    "six==1.16.0": ""
  }
}
`)
})
