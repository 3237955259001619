import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { digestOf } from '../../../actions/base/digest.ts'
import { InputError, isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { parseInputs } from '../../../actions/cleanup/inputs.ts'

const { inputs } = parse(readFileSync('cleanup/action.yml', 'utf8')) as {
  inputs: Record<string, { default: string }>
}
const DAY = 86_400_000
const RECEIPT = `receipt-0123456789ab-1@${digestOf('receipt')}`

/** As the runner gives them: every input at its default, save those given. */
function read(given: Record<string, string> = {}) {
  const text = (name: string) => given[name] ?? (name === 'github-token' ? '' : (inputs[name]?.default ?? ''))
  return parseInputs({ text }, { actor: 'octo' })
}

/** Everything that is wrong, one text each. */
async function complaints(given: Record<string, string>): Promise<string[]> {
  const error = await read(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error === undefined) return []
  if (!isUserError(error)) throw error
  const errors = userErrorsOf(error)
  expect(errors.filter((each) => !(each instanceof InputError))).toEqual([])
  return errors.map(String)
}

describe('the defaults', () => {
  test('ask for nothing', async () => {
    expect(await read()).toMatchObject({
      receipt: '',
      images: [],
      anyBranch: false,
      dryRun: false,
      maxDeletes: 100,
      maxRequests: 800,
      onFailure: 'fail',
      rules: { tagged: false, keepAtLeast: 1 },
    })
  })

  test('spare latest and what was kept of before', async () => {
    const { rules } = await read({ images: 'ghcr.io/octo/app', 'older-than': '30d' })
    const tags = ['latest', 'latest-previous', '1.2-previous', '1.2.3', 'previous']
    expect(tags.filter(rules.excluded)).toEqual(['latest', 'latest-previous', '1.2-previous'])
    expect(tags.filter(rules.named)).toEqual(tags)
  })

  test('hold where somebody hands in nothing at all', async () => {
    expect(await parseInputs({ text: () => '' }, { actor: '' })).toMatchObject({
      maxDeletes: 100,
      maxRequests: 800,
      onFailure: 'fail',
      rules: { keepAtLeast: 1 },
    })
  })
})

test.each([
  ['12h', DAY / 2],
  ['1d', DAY],
  [' 30d ', 30 * DAY],
  ['8w', 56 * DAY],
])('older-than %s is %d ms', async (text, expected) => {
  const { rules } = await read({ images: 'ghcr.io/octo/app', 'older-than': text })
  expect(rules.olderThan).toBe(expected)
  expect(rules.tagged).toBe(true)
})

test('untagged alone says nothing of tagged versions', async () => {
  const { rules } = await read({ images: 'ghcr.io/octo/app', untagged: '24h' })
  expect(rules).toMatchObject({ untagged: DAY, tagged: false })
})

test('repositories are read as everywhere, each once', async () => {
  const { images } = await read({
    images: 'index.docker.io/octo/app\ndocker.io/octo/app\n# no more\nlocalhost:5000/a/b/c',
  })
  expect(images).toEqual(['docker.io/octo/app', 'localhost:5000/a/b/c'])
})

describe('a wrong input', () => {
  const images = 'ghcr.io/octo/app'
  test.each([
    [{ images, 'older-than': '30' }, 'Input "older-than" is "30". Write hours, days or weeks'],
    [{ images, 'older-than': '0d' }, 'Input "older-than" is "0d"'],
    [{ images, 'older-than': '-1d' }, 'Input "older-than" is "-1d"'],
    [{ images, 'older-than': '1.5d' }, 'Input "older-than" is "1.5d"'],
    [{ images, 'older-than': '1m' }, 'Input "older-than" is "1m"'],
    [{ images, untagged: '23h' }, 'at least 1d, as a build’s images have no tag'],
    [{ images, untagged: 'true' }, 'Input "untagged" is "true"'],
    [{ images, 'keep-n-tagged': '0' }, 'a whole number from 1'],
    [{ images, 'keep-n-tagged': '-3' }, 'Input "keep-n-tagged" is "-3"'],
    [{ images, 'keep-at-least': 'all' }, 'Input "keep-at-least" is "all"'],
    [{ images, tags: '/(/' }, 'Input "tags" has the pattern "/(/"'],
    [{ images, 'exclude-tags': '[' }, 'Input "exclude-tags" has the pattern "["'],
    [{ images: 'ghcr.io/octo/app:latest' }, 'names a tag or a digest where a repository is expected'],
    [{ images: 'app' }, 'names no registry. Write ghcr.io/owner/app or docker.io/user/app.'],
    [{ images: `${images}\nocto/app` }, 'Input "images" has "octo/app", which names no registry.'],
    [{ images: 'app:latest' }, 'names no registry'],
    [{ images: 'ghcr.io/Octo/app' }, 'Repository names are lower case'],
    [{ images, receipt: RECEIPT }, 'Inputs "receipt" and "images" are both given'],
    [{ tags: 'pr-*' }, 'Input "tags" is a rule of retention, but "images" names no repository'],
    [{ 'keep-n-tagged': '3' }, 'Input "keep-n-tagged" is a rule'],
    [{ 'older-than': '3d' }, 'Input "older-than" is a rule'],
    [{ receipt: RECEIPT, untagged: '3d' }, 'Input "untagged" is a rule'],
    [{ receipt: 'receipt-1@sha256:12' }, `The input "receipt" is "receipt-1@sha256:12", which can't be read`],
    [{ receipt: `plan-0123456789ab@${digestOf('')}` }, `can't be read`],
    [{ receipt: '{"schema":1}' }, `can't be read`],
    [{ receipt: '--dry-run' }, `can't be read`],
    [{ 'max-deletes': '0' }, 'Input "max-deletes" is "0"'],
    [{ 'max-requests': 'many' }, 'Input "max-requests" is "many"'],
    [{ 'dry-run': 'perhaps' }, 'Input "dry-run" is "perhaps"'],
    [{ 'any-branch': 'main' }, 'Input "any-branch" is "main"'],
    [{ 'on-failure': 'ignore' }, 'Write one of: fail, warn'],
    [{ retries: '0' }, 'Input "retries" is "0"'],
  ])('%j is told, with what to do', async (given, expected) => {
    expect(await complaints(given as Record<string, string>)).toEqual([expect.stringContaining(expected)])
  })

  test('comes with all others', async () => {
    const wrong = {
      images: 'UPPER/case',
      tags: '/(/',
      'exclude-tags': '[',
      'keep-n-tagged': 'x',
      'older-than': 'x',
      untagged: '1h',
      'keep-at-least': 'x',
      'dry-run': 'x',
      'max-deletes': 'x',
      'max-requests': 'x',
      'on-failure': 'x',
      'any-branch': 'x',
      retries: 'x',
    }
    const told = (await complaints(wrong)).join('\n')
    expect(Object.keys(wrong).filter((name) => name !== 'images' && !told.includes(`"${name}"`))).toEqual([])
    expect(told).toContain('UPPER/case')
  })
})

describe('whatever is written', () => {
  const HOURS: Record<string, number> = { h: 1, d: 24, w: 7 * 24 }

  test('ages are whole hours, days or weeks, long enough for what they are for', async () => {
    const drawn = fc.record({
      name: fc.constantFrom('older-than', 'untagged'),
      count: fc.oneof(fc.integer({ min: -2, max: 400_000 }), fc.double({ min: 0, max: 100 })),
      unit: fc.constantFrom('h', 'd', 'w', 'm', 'H', '', ' d'),
    })
    await fc.assert(
      fc.asyncProperty(drawn, async ({ name, count, unit }) => {
        const given = { images: 'ghcr.io/octo/app', [name]: `${count}${unit}` }
        const hours = Object.hasOwn(HOURS, unit) && Number.isInteger(count) ? count * HOURS[unit]! : 0
        const fits = count < 100_000 && hours >= (name === 'untagged' ? 24 : 1)
        if (!fits) return expect(await complaints(given)).toHaveLength(1)
        const { rules } = await read(given)
        expect(name === 'untagged' ? rules.untagged : rules.olderThan).toBe(hours * 3_600_000)
      }),
    )
  })

  test('is read, or is the fault of who wrote it', async () => {
    const names = Object.keys(inputs).filter((name) => !name.startsWith('dockerhub-'))
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\w./:@*{[\]}-]{0,12}\n?[\w/]*$/),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 }), async (given) => {
        const error = await read(given).catch((thrown: unknown) => thrown)
        if (error instanceof Error && !isUserError(error)) throw error
      }),
      { numRuns: 300 },
    )
  })
})
