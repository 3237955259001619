import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import type { Candidates } from '../../../actions/cleanup/choice/candidates.ts'
import { chooseRetention, type RetentionRules } from '../../../actions/cleanup/choice/retention.ts'
import { Inventory, type Root } from '../../../actions/packages/reach/inventory.ts'
import type { Version } from '../../../actions/packages/types.ts'

const NOW = Date.UTC(2026, 10, 21)
const DAY = 86_400_000

/** A version that changed so many days ago. */
function version(name: string, days: number | undefined, tags: string[]): Version {
  const digest = digestOf(name)
  const time = days === undefined ? {} : { created: NOW - (days + 5) * DAY, updated: NOW - days * DAY }
  return { id: name, digest, tags, ...time }
}

function rulesOf(more: Partial<RetentionRules>): RetentionRules {
  const tagged = more.keepNTagged !== undefined || more.olderThan !== undefined
  return { named: () => true, excluded: () => false, tagged, keepAtLeast: 0, ...more }
}

function choose(versions: readonly Version[], rules: Partial<RetentionRules>, unlisted: Root[] = []) {
  return chooseRetention(new Inventory(versions, unlisted), rulesOf(rules), NOW)
}

/** Names instead of digests. */
function namesIn(versions: readonly Version[], part: readonly { digest: Digest }[]): string[] {
  return part.map(({ digest }) => versions.find((each) => each.digest === digest)?.id ?? digest)
}

const reasonFor = (candidates: Candidates, name: string) =>
  candidates.stays.find(({ digest }) => digest === digestOf(name))?.reason

describe('tagged versions', () => {
  const five = [1, 10, 20, 40, 80].map((days) => version(`d${days}`, days, [`pr-${days}`]))
  const pulls = (tag: string) => tag.startsWith('pr-')

  test.each<[string, Partial<RetentionRules>, string[]]>([
    ['no rule', {}, []],
    ['untagged alone', { untagged: DAY }, []],
    ['keep 2', { keepNTagged: 2 }, ['d20', 'd40', 'd80']],
    ['keep as many as there are', { keepNTagged: 5 }, []],
    ['older than 20 days', { olderThan: 20 * DAY }, ['d20', 'd40', 'd80']],
    ['both: only what both let go', { keepNTagged: 4, olderThan: DAY }, ['d80']],
    ['both, the other way round', { keepNTagged: 1, olderThan: 50 * DAY }, ['d80']],
    ['names alone', { tagged: true, named: pulls }, ['d1', 'd10', 'd20', 'd40', 'd80']],
    ['a name', { tagged: true, named: (tag) => tag === 'pr-10' }, ['d10']],
    ['all but a name', { tagged: true, excluded: (tag) => tag === 'pr-10' }, ['d1', 'd20', 'd40', 'd80']],
    ['at least 3', { olderThan: DAY, keepAtLeast: 3 }, ['d40', 'd80']],
    ['at least more than there are', { olderThan: DAY, keepAtLeast: 9 }, []],
  ])('%s', (_what, rules, expected) => {
    expect(namesIn(five, choose(five, rules).tops)).toEqual(expected)
    const shuffled = five.toReversed()
    expect(namesIn(five, choose(shuffled, rules).tops)).toEqual(expected)
  })

  test('those that the rules do not name are not counted by keep-n-tagged', () => {
    const releases = [0, 0.5].map((days) => version(`v${days}`, days, [`v${days}`]))
    const { tops } = choose([...releases, ...five], { keepNTagged: 4, named: pulls })
    expect(namesIn(five, tops)).toEqual(['d80'])
  })

  test('say why they stay', () => {
    const versions = [...five, version('latest', 90, ['latest']), version('other', 99, ['v1'])]
    const excluded = (tag: string) => tag === 'latest'
    const named = (tag: string) => tag !== 'v1'
    const rules = { keepNTagged: 1, olderThan: 30 * DAY, excluded, named }
    const chosen = choose(versions, { ...rules, keepAtLeast: 6 })
    expect(reasonFor(chosen, 'd1')).toBe('among the newest 1')
    expect(reasonFor(chosen, 'd10')).toBe('changed less than 30 days ago')
    expect(reasonFor(chosen, 'd40')).toBe('"keep-at-least" keeps the newest 6')
    expect(reasonFor(chosen, 'latest')).toBe('excluded by "exclude-tags"')
    expect(reasonFor(chosen, 'other')).toBe('not named by "tags"')
    expect(chosen.tops).toEqual([
      {
        digest: digestOf('d80'),
        tags: ['pr-80'],
        reason: 'not among the newest 1, unchanged for 80 days',
      },
    ])
  })

  test('whose date nobody knows stay where a date decides, and go where the name alone does', () => {
    const versions = [version('dated', 50, ['pr-1']), version('undated', undefined, ['pr-2'])]
    const broken = { ...version('broken', 50, ['pr-3']), created: Number.NaN, updated: Number.NaN }
    const all = [...versions, broken]
    for (const rules of [{ olderThan: DAY }, { keepNTagged: 1 }]) {
      const chosen = choose(all, rules)
      expect(namesIn(all, chosen.tops)).toEqual(rules.olderThan ? ['dated'] : [])
      expect(reasonFor(chosen, 'undated')).toBe('its registry tells no date to judge by')
      expect(reasonFor(chosen, 'broken')).toBe('its registry tells no date to judge by')
    }
    const named = choose(all, { tagged: true, named: pulls })
    expect(namesIn(all, named.tops)).toEqual(['dated', 'undated', 'broken'])
  })

  test('with several tags, of which some are named, lose only these', () => {
    const versions = [version('both', 50, ['pr-1', 'v1']), version('all', 50, ['pr-2', 'pr-3'])]
    const { tops, untags } = choose(versions, { olderThan: DAY, named: pulls })
    expect(namesIn(versions, tops)).toEqual(['all'])
    expect(untags).toEqual([{ digest: digestOf('both'), tag: 'pr-1', reason: 'unchanged for 50 days' }])
  })

  test('one tag that is excluded saves the whole version', () => {
    const versions = [version('held', 50, ['latest', 'pr-1'])]
    const { tops, untags } = choose(versions, { olderThan: DAY, excluded: (tag) => tag === 'latest' })
    expect([tops, namesIn(versions, untags)]).toEqual([[], ['held']])
  })

  test('a tag that the list does not show yet counts as one of them', () => {
    const versions = [version('old', 50, ['pr-1'])]
    const unlisted = [{ digest: digestOf('old'), name: 'latest' }]
    const { tops } = choose(versions, { tagged: true, named: pulls }, unlisted)
    expect(tops).toEqual([])
  })

  test('made long ago and tagged anew is new', () => {
    const versions = [{ ...version('back', 50, ['v1']), updated: NOW - DAY / 2 }]
    expect(choose(versions, { olderThan: 7 * DAY }).tops).toEqual([])
  })

  test('from the future are young', () => {
    expect(choose([version('early', -3, ['v1'])], { olderThan: DAY }).tops).toEqual([])
  })
})

describe('untagged versions', () => {
  const versions = [3, 7, 9, undefined].map((days) => version(`u${days}`, days, []))

  test('go when old enough, the newest first', () => {
    const chosen = choose(versions.toReversed(), { untagged: 7 * DAY })
    expect(namesIn(versions, chosen.orphans)).toEqual(['u7', 'u9'])
    expect(chosen.orphans[1]?.reason).toBe('no tag for 9 days')
    expect(reasonFor(chosen, 'u3')).toBe('no tag, but changed less than 7 days ago')
    expect(reasonFor(chosen, 'uundefined')).toBe('no tag, and its registry tells no date to judge by')
  })

  test('stay unless asked for', () => {
    const chosen = choose(versions, { olderThan: DAY })
    expect(chosen.orphans).toEqual([])
    expect(reasonFor(chosen, 'u9')).toBe('no tag, and "untagged" is not set')
  })

  test('made recently, or changed recently, are young', () => {
    const made = { ...version('made', 9, []), created: NOW - DAY }
    const changed = { ...version('changed', 9, []), updated: NOW - DAY }
    expect(choose([made, changed], { untagged: 2 * DAY }).orphans).toEqual([])
  })
})

test('what belongs to another manifest is no tagged version, and no orphan', () => {
  const subject = digestOf('subject').replace(':', '-')
  const versions = ['', '.sig', '.att'].map((end) => version(`f${end}`, 90, [`${subject}${end}`]))
  const { tops, untags, orphans } = choose([...versions, version('v', 90, ['v1'])], {
    tagged: true,
    untagged: DAY,
    keepAtLeast: 1,
  })
  expect({ tops, untags, orphans }).toEqual({ tops: [], untags: [], orphans: [] })
})

describe('whatever is there, and whatever is asked', () => {
  const tag = fc.constantFrom('latest', 'main', 'v1', 'v2', 'v3', 'pr-1', 'pr-2', 'pr-3', 'pr-4')
  const listed = fc.uniqueArray(
    fc.record({
      name: fc.integer({ min: 0, max: 30 }),
      days: fc.option(fc.integer({ min: -2, max: 60 }), { nil: undefined }),
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
    }),
    { selector: ({ name }) => name, maxLength: 12 },
  )
  const versionsFrom = listed.map((list) => {
    const seen = new Set<string>()
    return list.map(({ name, days, tags }) => {
      const own = tags.filter((each) => !seen.has(each) && seen.add(each))
      return version(`n${name}`, days, own)
    })
  })
  const days = fc.option(
    fc.integer({ min: 1, max: 60 }).map((count) => count * DAY),
    { nil: undefined },
  )
  const number = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined })
  const filter = fc.func(fc.boolean())
  const rulesFrom = fc
    .record({
      named: filter,
      excluded: filter,
      keepNTagged: number,
      olderThan: days,
      untagged: days,
      tagged: fc.boolean(),
      keepAtLeast: fc.nat({ max: 12 }),
    })
    .map(({ tagged, ...rules }) => {
      const asked = tagged || rules.keepNTagged !== undefined || rules.olderThan !== undefined
      return { ...rules, tagged: asked } as RetentionRules
    })
  const check = (holds: (versions: Version[], rules: RetentionRules, chosen: Candidates) => void) =>
    fc.assert(
      fc.property(versionsFrom, rulesFrom, (versions, rules) =>
        holds(versions, rules, chooseRetention(new Inventory(versions), rules, NOW)),
      ),
      { numRuns: 300 },
    )
  const digests = (part: readonly { digest: Digest }[]) => new Set(part.map(({ digest }) => digest))

  test('so many tagged versions stay', () => {
    check((versions, { keepAtLeast }, { tops }) => {
      const tagged = versions.filter(({ tags }) => tags.length > 0).length
      expect(tagged - tops.length).toBeGreaterThanOrEqual(Math.min(keepAtLeast, tagged))
    })
  })

  test('the newest of those that are named stay', () => {
    check((versions, { keepNTagged, named, excluded }, { tops, untags }) => {
      if (keepNTagged === undefined) return
      const gone = digests([...tops, ...untags])
      const meant = versions.filter(({ tags }) => tags.some((each) => named(each) && !excluded(each)))
      const dated = meant.filter(({ updated }) => updated !== undefined)
      const kept = dated.filter(({ digest }) => !gone.has(digest))
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(keepNTagged, dated.length))
      const oldestKept = Math.min(...kept.map(({ updated = 0 }) => updated))
      const newestGone = Math.max(
        ...dated.filter(({ digest }) => gone.has(digest)).map(({ updated = 0 }) => updated),
      )
      if (kept.length === keepNTagged) expect(newestGone).toBeLessThanOrEqual(oldestKept)
    })
  })

  test('no tag that is excluded or not named goes', () => {
    check((versions, { named, excluded }, { tops, untags }) => {
      const gone = digests(tops)
      const tags = [
        ...versions.filter(({ digest }) => gone.has(digest)).flatMap((each) => each.tags),
        ...untags.map((each) => each.tag),
      ]
      expect(tags.filter((each) => excluded(each) || !named(each))).toEqual([])
    })
  })

  test('nothing goes that is younger than asked', () => {
    check((versions, { olderThan, untagged }, { tops, untags, orphans }) => {
      const young = (age: number) =>
        digests(versions.filter(({ updated }) => updated === undefined || NOW - updated < age))
      if (olderThan !== undefined)
        for (const { digest } of [...tops, ...untags]) expect(young(olderThan).has(digest)).toBe(false)
      for (const { digest } of orphans) expect(young(untagged ?? Infinity).has(digest)).toBe(false)
    })
  })

  test('each version is spoken of once: it goes, loses tags, or stays', () => {
    check((versions, _rules, { tops, untags, orphans, stays }) => {
      const spoken = [...tops, ...orphans, ...stays].map(({ digest }) => digest)
      const all = [...spoken, ...digests(untags)]
      expect(all.toSorted()).toEqual(versions.map(({ digest }) => digest).toSorted())
    })
  })

  test('rules that allow more take at least the same', () => {
    const looser = fc.record({
      fewer: fc.nat({ max: 5 }),
      younger: fc.nat({ max: 30 }),
      least: fc.nat({ max: 5 }),
    })
    fc.assert(
      fc.property(versionsFrom, rulesFrom, looser, (versions, rules, { fewer, younger, least }) => {
        const less = (value: number | undefined, by: number) =>
          value === undefined ? {} : { value: Math.max(1, value - by) }
        const loose = {
          ...rules,
          keepNTagged: less(rules.keepNTagged, fewer).value,
          olderThan: less(rules.olderThan, younger * DAY).value,
          untagged: less(rules.untagged, younger * DAY).value,
          keepAtLeast: Math.max(0, rules.keepAtLeast - least),
        } as RetentionRules
        const [some, more] = [rules, loose].map((each) => chooseRetention(new Inventory(versions), each, NOW))
        for (const part of ['tops', 'untags', 'orphans'] as const)
          for (const { digest } of some![part]) expect(digests(more![part]).has(digest)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
