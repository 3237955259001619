import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import semver from 'semver'
import type { Ancestry } from '../../../actions/base/ancestry.ts'
import { judge } from '../../../actions/merge/advance.ts'
import { lineage } from './world.ts'

const noHistory = undefined

describe('by version', () => {
  test.each([
    ['1.2.3', '1.2.2', true],
    ['1.2.3', '1.2.3', true],
    ['1.2.3', '1.10.0', false],
    ['2.0.0', 'v1.9.9', true],
    ['1.2.9', '1.3.0', false],
    ['2.0.0-rc.1', '1.9.9', false],
    ['2.0.0', '2.0.0-rc.1', true],
    ['2.0.0-rc.2', '2.0.0-rc.1', true],
    ['2.0.0-rc.1', '2.0.0-rc.2', false],
    ['1.2rc1', '1.1', false],
    ['1.2', '1.2rc1', true],
    ['1.10', '1.9', true],
    ['1.9', '1.10', false],
  ])('%s after %s: moves is %s', async (version, held, move) => {
    const verdict = await judge(
      { revision: 'r1', order: { by: 'version', version } },
      { version: held },
      noHistory,
    )
    expect(verdict.move).toBe(move)
    expect(verdict.warning).toBeUndefined()
  })

  test.each([[undefined], ['main'], ['latest']])(
    'what holds version %s tells nothing: moves with a warning',
    async (version) => {
      const held = version === undefined ? {} : { version }
      const verdict = await judge(
        { revision: 'r1', order: { by: 'version', version: '1.2.3' } },
        held,
        noHistory,
      )
      expect(verdict).toMatchObject({ move: true, warning: true })
    },
  )

  test('never goes back, and never from a release to a prerelease', async () => {
    const part = fc.nat(3)
    const version = fc
      .tuple(part, part, part, fc.option(fc.nat(2)))
      .map(([major, minor, patch, rc]) => `${major}.${minor}.${patch}${rc === null ? '' : `-rc.${rc}`}`)
    await fc.assert(
      fc.asyncProperty(version, version, async (ours, held) => {
        const { move } = await judge(
          { revision: 'r1', order: { by: 'version', version: ours } },
          { version: held },
          noHistory,
        )
        const backwards =
          semver.lt(ours, held) || (semver.prerelease(ours) !== null && semver.prerelease(held) === null)
        expect(move).toBe(!backwards)
      }),
    )
  })
})

describe('by revision', () => {
  const diverged = (contains: boolean): Ancestry => ({
    compare: async () => 'diverged',
    head: async () => 'r9',
    contains: async () => contains,
  })
  const order = { by: 'revision', branch: 'main' } as const

  test.each<[string, string | undefined, Ancestry | undefined, { move: boolean; warning?: boolean }]>([
    ['ahead moves', 'r1', lineage('r2'), { move: true }],
    ['identical moves', 'r2', lineage('r9'), { move: true }],
    ['behind stays', 'r3', lineage('r3'), { move: false }],
    ['diverged moves when the branch holds ours now', 'x1', diverged(true), { move: true }],
    ['diverged stays otherwise', 'x1', diverged(false), { move: false }],
    ['no label moves with a warning at the head', undefined, lineage('r2'), { move: true, warning: true }],
    ['no label stays when the branch has gone on', undefined, lineage('r3'), { move: false }],
    ['no history to ask moves with a warning', 'r1', noHistory, { move: true, warning: true }],
  ])('%s', async (_what, held, ancestry, expected) => {
    const verdict = await judge(
      { revision: 'r2', order },
      held === undefined ? {} : { revision: held },
      ancestry,
    )
    expect({ move: verdict.move, ...(verdict.warning ? { warning: true } : {}) }).toEqual(expected)
  })

  test.each([
    ['diverged', 'x1', false],
    ['unlabelled', undefined, true],
  ])('%s without a branch', async (_what, held, move) => {
    const ours = { revision: 'r2', order: { by: 'revision' } } as const
    expect((await judge(ours, held === undefined ? {} : { revision: held }, diverged(true))).move).toBe(move)
  })

  test('no answer fails', async () => {
    const silent = { ...lineage('r2'), compare: () => Promise.reject(new Error('502')) }
    await expect(judge({ revision: 'r2', order }, { revision: 'r1' }, silent)).rejects.toThrow(
      /gave no answer: 502/,
    )
  })
})
