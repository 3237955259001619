import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { RunEvent } from '../../../actions/base/event.ts'
import { parseReference } from '../../../actions/base/reference.ts'
import { parsePlan, serialisePlan } from '../../../actions/plan/plan.ts'
import { complaints, plan, run } from './runs.ts'

const hostileNames = [
  '--help',
  '-rf',
  '.hidden',
  '$(touch x)',
  '`id`',
  'a;b|c&d',
  'ünï/cödé',
  '日本',
  "it's",
  '"quoted"',
  '{{branch}}',
  '::set-output name=x::y',
  'a\nb',
  '__proto__',
  'x'.repeat(200),
]
const names = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^v?\d{1,2}\.\d\.\d(-rc\.\d)?$/),
)
const refs = fc
  .tuple(fc.constantFrom('refs/heads/', 'refs/tags/', 'refs/pull/', ''), names)
  .map(([prefix, name]) => prefix + name)
const payloads = fc.oneof(
  fc.constant({}),
  fc.dictionary(
    fc.constantFrom('pull_request', 'repository', 'head_commit', 'base_ref', 'x'),
    fc.jsonValue(),
  ),
) as fc.Arbitrary<Record<string, unknown>>
const events: fc.Arbitrary<RunEvent> = fc
  .record({
    name: fc.constantFrom(
      'push',
      'pull_request',
      'pull_request_target',
      'schedule',
      'workflow_dispatch',
      'release',
      'delete',
    ),
    ref: refs,
    sha: fc.constantFrom('', 'f'.repeat(40)),
    defaultBranch: fc.constantFrom('main', '', '--help'),
    payload: payloads,
  })
  .map((overrides) => run(overrides))

const RULES = [
  'type=ref,event=branch',
  'type=ref,event=tag',
  'type=ref,event=pr',
  'type=semver,pattern={{version}}',
  'type=pep440,pattern={{major}}',
  'type=match,pattern=(.*)',
  'type=edge',
  'type=schedule',
  'type=sha',
  'type=raw,value={{branch}}-{{base_ref}}{{tag}}',
]
const rules = fc.subarray(RULES).map((lines) => lines.join('\n'))
const affixes = fc.constantFrom('', 'prefix=-', 'suffix=.', 'latest=true', 'prefix={{branch}},onlatest=true')

async function isRefused(inputs: Record<string, string>, event: RunEvent): Promise<boolean> {
  return (await complaints(plan(inputs, event))).length > 0
}

test('whatever the event: either the user is told, or every tag makes a valid reference', async () => {
  await fc.assert(
    fc.asyncProperty(events, rules, affixes, async (event, tags, flavor) => {
      const inputs = { tags, flavor, 'skip-push': 'true' }
      if (await isRefused(inputs, event)) return
      const { images } = await plan(inputs, event)
      for (const image of images)
        for (const tag of image.tags) {
          const reference = `${image.repositories[0]}:${tag.name}`
          expect(parseReference(reference).tag).toBe(tag.name)
        }
    }),
    { numRuns: 200 },
  )
})

test('a plan survives its journey', async () => {
  await fc.assert(
    fc.asyncProperty(events, rules, names, async (event, tags, label) => {
      const inputs = {
        tags,
        labels: `label=${label}`,
        images: '- image: a\n- image: b/c\n  target: x',
        'tag-name': 'x',
      }
      if (await isRefused(inputs, event)) return
      const made = await plan(inputs, event)
      expect(parsePlan(serialisePlan(made))).toEqual(made)
    }),
    { numRuns: 100 },
  )
})

test('tags never repeat', async () => {
  await fc.assert(
    fc.asyncProperty(rules, rules, async (one, two) => {
      const { images } = await plan({ tags: `${one}\n${two}` })
      const found = images[0]?.tags.map(({ name }) => name) ?? []
      expect(new Set(found).size).toBe(found.length)
    }),
  )
})

test('the same rules in another order of equal priority give the same set', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(RULES), async (lines) => {
      const tagsOf = async (tags: string[]) =>
        (await plan({ tags: tags.join('\n') }, run({ ref: 'refs/tags/v1.2.3' }))).images[0]?.tags.map(
          ({ name }) => name,
        )
      expect(new Set(await tagsOf(lines))).toEqual(new Set(await tagsOf(lines.toSorted())))
    }),
    { numRuns: 50 },
  )
})

test('any text as rules is either read or refused with a remedy', async () => {
  const fields = fc.constantFrom(
    'type=raw',
    'type=sha',
    'value={{x',
    '"',
    ',',
    '=',
    'enable=',
    'prefix={{sha}}',
    'é',
    '\n',
    '#',
  )
  const texts = fc.array(fc.oneof(fields, fc.string()), { maxLength: 8 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(texts, texts, async (tags, flavor) => {
      await complaints(plan({ tags, flavor }))
    }),
    { numRuns: 150 },
  )
})
