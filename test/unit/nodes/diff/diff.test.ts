import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyDiff, diffSnapshots, isSame } from '../../../../actions/nodes/diff/diff.ts'
import { normalise } from '../../../../actions/nodes/file/canonical.ts'
import { COMMIT, EMPTY, OTHER, pairs, snapshots } from '../snapshots.ts'

test('a difference leads from the one to the other, also by way of JSON', () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const diff = JSON.parse(JSON.stringify(diffSnapshots(from, to)))
      expect(applyDiff(from, diff)).toEqual(normalise(to))
    }),
    { numRuns: 300 },
  )
})

test('between a snapshot and itself there is none', () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      expect(isSame(diffSnapshots(from, to))).toBe(JSON.stringify(from) === JSON.stringify(normalise(to)))
    }),
  )
  fc.assert(
    fc.property(snapshots, (snapshot) => expect(isSame(diffSnapshots(snapshot, snapshot))).toBe(true)),
  )
})

test('an address in another case is the same node', () => {
  const at = (url: string) => ({ ...EMPTY, git: [{ url, commit: COMMIT, disabled: false }] })
  const { git } = diffSnapshots(at('https://github.com/o/Node'), at('https://github.com/o/node'))
  expect([git.added, git.removed, git.changed.length]).toEqual([[], [], 1])
})

test('a package at another version is the same package, however it is written', () => {
  const pin = (requirement: string) => ({ ...EMPTY, packages: [{ requirement, address: '' }] })
  const { packages } = diffSnapshots(pin('typing_extensions==4.1'), pin('typing-extensions==4.2'))
  expect(packages).toEqual({
    added: [],
    removed: [],
    changed: [
      {
        from: { requirement: 'typing_extensions==4.1', address: '' },
        to: { requirement: 'typing-extensions==4.2', address: '' },
      },
    ],
  })
})

test('the core is told only where it moves', () => {
  expect(diffSnapshots(EMPTY, { ...EMPTY, comfyui: OTHER }).comfyui).toEqual({ from: COMMIT, to: OTHER })
  expect(diffSnapshots(EMPTY, EMPTY)).not.toHaveProperty('comfyui')
})
