import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError, UserErrors } from '../../../actions/base/errors.ts'
import { isTag } from '../../../actions/base/reference.ts'
import { readDestination, spokenDestination } from '../../../actions/rollback/destination.ts'
import { parseInputs } from '../../../actions/rollback/inputs.ts'

const DIGEST = `sha256:${'a'.repeat(64)}`

function parse(inputs: Record<string, string>, repository = 'Acme/App') {
  return parseInputs({ text: (name) => inputs[name] ?? '' }, { actor: 'octo', repository })
}

describe('to', () => {
  test.each([
    ['', { by: 'previous' }],
    [' previous ', { by: 'previous' }],
    [DIGEST, { by: 'digest', digest: DIGEST }],
    ['1.2.3', { by: 'tag', tag: '1.2.3' }],
    ['receipts', { by: 'tag', tag: 'receipts' }],
    ['receipt-0123456789ab-1', { by: 'receipt', name: 'receipt-0123456789ab-1' }],
    [`receipt-0123456789ab-12@${DIGEST}`, { by: 'receipt', name: 'receipt-0123456789ab-12', digest: DIGEST }],
    ['receipt-0123456789ab-1.json', { by: 'file', path: 'receipt-0123456789ab-1.json' }],
    ['../kept/receipt', { by: 'file', path: '../kept/receipt' }],
    ['/kept/receipt', { by: 'file', path: '/kept/receipt' }],
  ])('%j', (text, destination) => {
    expect(readDestination(text)).toEqual(destination)
    const spoken = spokenDestination(readDestination(text))
    expect(spoken).toBe(text.trim().replace(/(-\d+)@.*/, '$1') || 'previous')
  })

  test.each(['sha256:abc', '-1', 'a b', `app@${DIGEST}`, 'ghcr.io/acme/app:1.2'])('refuses %j', (text) => {
    expect(() => readDestination(text)).toThrow(`Input "to" is "${text}".`)
  })
})

describe('where the image is', () => {
  test.each([
    ['the repository’s own, on GitHub', {}, 'app', ['ghcr.io/acme/app']],
    ['a name', { image: 'web' }, 'web', ['ghcr.io/acme/web']],
    [
      'on Docker Hub too',
      { 'dockerhub-username': 'Octo' },
      'app',
      ['ghcr.io/acme/app', 'docker.io/octo/app'],
    ],
    [
      'in registries of one’s own',
      { image: 'web', registries: 'ghcr.io/acme\nregistry.example:5000/team' },
      'web',
      ['ghcr.io/acme/web', 'registry.example:5000/team/web'],
    ],
    ['a full reference', { image: 'ghcr.io/other/tools/web' }, 'web', ['ghcr.io/other/tools/web']],
    [
      'several of them',
      { image: '# both\nghcr.io/acme/app\ndocker.io/octo/app\nghcr.io/acme/app' },
      'app',
      ['ghcr.io/acme/app', 'docker.io/octo/app'],
    ],
  ])('%s', (_what, inputs, image, repositories) => {
    expect(parse(inputs)).toMatchObject({ image, repositories, tag: 'latest' })
  })

  test.each([
    [{ image: 'ghcr.io/acme/app\nweb' }, /names registries/],
    [{ image: 'ghcr.io/acme/app', registries: 'docker.io/octo' }, /names registries/],
    [{ image: 'app\nweb' }, /names several images/],
    [{ image: `ghcr.io/acme/app@${DIGEST}` }, /names the digest/],
    [{ image: 'ghcr.io/acme/app:1\ndocker.io/octo/app:2' }, /name different tags/],
    [{ image: 'UPPER' }, /is not a valid image reference/],
  ])('refuses %j', (inputs, message) => {
    expect(() => parse(inputs)).toThrow(message)
  })

  test('must be said where no repository tells', () => {
    expect(() => parse({}, '')).toThrow('No image is named.')
    expect(() => parse({ image: 'app' }, '')).toThrow('No registry is named.')
    expect(parse({ image: 'ghcr.io/acme/app' }, '').repositories).toEqual(['ghcr.io/acme/app'])
  })
})

describe('the tag', () => {
  test.each([
    [{ tag: 'stable' }, 'stable'],
    [{ image: 'ghcr.io/acme/app:1.2' }, '1.2'],
    [{ image: 'app:edge', tag: 'latest' }, 'edge'],
    [{ image: 'registry.example:5000/app:edge', tag: 'edge' }, 'edge'],
  ])('%j', (inputs, tag) => {
    expect(parse(inputs).tag).toBe(tag)
  })

  test.each([
    [{ tag: 'a b' }, /Input "tag" is "a b"/],
    [{ image: 'app:edge', tag: 'stable' }, /names the tag edge, and "tag" is stable/],
  ])('refuses %j', (inputs, message) => {
    expect(() => parse(inputs)).toThrow(message)
  })
})

test.each([
  ['force', 'Write true or false.'],
  ['dry-run', 'Write true or false.'],
  ['list', 'Write true or false.'],
  ['keep-previous', 'Write true or false.'],
  ['registries', 'Write the host and the namespace'],
])('a wrong "%s" is told, with what to do', (name, hint) => {
  const error = (() => {
    try {
      parse({ [name]: 'not this' })
    } catch (thrown) {
      return String(thrown)
    }
    return ''
  })()
  expect(error).toContain('not this')
  expect(error).toContain(hint)
})

test('everything that is wrong is told at once', () => {
  const inputs = { image: 'app\nweb', tag: '-', to: 'a b', force: 'perhaps', retries: '99' }
  expect(() => parse(inputs)).toThrow(UserErrors)
  expect(() => parse(inputs)).toThrow(/image".*tag".*to".*force".*retries"/s)
})

test('unless told, the previous state is kept, and nothing is forced', () => {
  expect(parse({})).toMatchObject({ keepPrevious: true, force: false, dryRun: false, list: false })
  expect(parse({ 'keep-previous': 'false', force: 'yes' })).toMatchObject({
    keepPrevious: false,
    force: true,
  })
})

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    'receipt-',
    'sha256:',
    '0123456789ab',
    'a'.repeat(64),
    '-1',
    '@',
    '/',
    '.json',
  )
  const pieces = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme-ascii', maxLength: 3 })), {
    maxLength: 5,
  })
  const receipt = fc.stringMatching(/^receipt-[0-9a-f]{12,13}-[0-9]{1,2}(@sha256:[0-9a-f]{63,64})?$/)
  const text = fc.oneof(
    pieces.map((parts) => parts.join('')),
    receipt,
    fc.string({ unit: 'binary' }),
  )
  /** An error of ours is an answer, too. */
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (isUserError(error)) return undefined
      throw error
    }
  }

  test('"to" means one thing, which is said as it was written, or is refused', () => {
    fc.assert(
      fc.property(text, (written) => {
        const to = attempt(() => readDestination(written))
        if (!to) return
        const spoken = spokenDestination(to)
        expect(written.trim() || 'previous').toBe(
          to.by === 'receipt' && to.digest ? `${spoken}@${to.digest}` : spoken,
        )
        if (to.by === 'tag') expect(isTag(to.tag)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('an image has its registries and a tag, or is refused', () => {
    const name = fc.oneof(
      text,
      fc.stringMatching(/^([a-z]{1,3}\.io\/)?[a-z]{0,3}(\/[a-zA-Z]{0,3})?(:[\w.-]{0,4})?$/),
    )
    fc.assert(
      fc.property(name, name, (image, other) => {
        const parsed = attempt(() => parse({ image: `${image}\n${other}` }))
        if (!parsed) return
        expect(parsed.repositories.length).toBeGreaterThan(0)
        expect(isTag(parsed.tag)).toBe(true)
        for (const repository of parsed.repositories)
          expect(repository).toMatch(/^[^/\s]+\/[a-z0-9][^\s:@]*$/)
      }),
      { numRuns: 500 },
    )
  })
})

test('a tag too long for its previous state to have one is refused, unless that is not kept', () => {
  const tag = 'a'.repeat(120)
  expect(() => parse({ tag })).toThrow(/-previous would be longer than 128 characters/)
  expect(parse({ tag, 'keep-previous': 'false' }).tag).toBe(tag)
})
