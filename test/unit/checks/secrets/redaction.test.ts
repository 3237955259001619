import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFacts } from '../../../../actions/checks/contents/read-facts.ts'
import { redacted } from '../../../../actions/checks/secrets/redacted.ts'
import { failedIn, savedImage, verified } from '../contents/saved-image.ts'
import { privateKey, TOKENS } from './tokens.ts'

test.each([
  ['tok_123', 't… (7 characters)'],
  ['abc', '… (3 characters)'],
  ['ghp_0123456789abcdef', 'ghp_… (20 characters)'],
  ['|"\n<0123456789abcdef', '····… (20 characters)'],
])('%j is shown as %s', (value, expected) => {
  expect(redacted(value)).toBe(expected)
})

const word = fc
  .stringMatching(/^[A-Za-z0-9_+/.!-]{10,40}$/)
  .filter((value) => new Set(value).size > 5 && !/^[./~]/.test(value))
const value = fc.oneof(word, fc.constantFrom(...Object.values(TOKENS)))

/** Everywhere that a secret may stand, and everything that may be asked of it. */
function everywhere(secret: string) {
  const config = {
    Env: [`API_TOKEN=${secret}`, `DATABASE_URL=postgres://a:${encodeURIComponent(secret)}@db/x`],
    Labels: { 'api.token': secret },
    Cmd: ['serve'],
  }
  const history = [`|1 OTHER_TOKEN=${secret} /bin/sh -c make`, `/bin/sh -c login --password="${secret}"`]
  const files = ['app/.env', 'root/.npmrc', 'root/.netrc'].map((path) => ({
    path,
    text: `API_TOKEN=${secret}\n//r/:_authToken=${secret}\nmachine r password ${secret}\n${privateKey()}`,
  }))
  const text = { contains: 'no such text', excludes: secret.slice(0, 3), matches: '^no such text$' }
  const checks = {
    image: {
      env: { API_TOKEN: 'other', DATABASE_URL: null },
      labels: { 'api.token': { contains: 'no such text' } },
      user: 'x',
      'max-size': '1 B',
    },
    files: files.map(({ path }) => ({ path: `/${path}`, ...text, exists: true })),
    hardening: {},
    secrets: {},
  }
  return {
    checks,
    image: savedImage([files], { config, history: history.map((created_by) => ({ created_by })) }),
  }
}

describe('no secret ever reaches a result', () => {
  test('whatever it is', () =>
    fc.assert(
      fc.asyncProperty(value, async (secret) => {
        const { checks, image } = everywhere(secret)
        const results = await verified(await image, checks)
        // All of it was asked for, and seen.
        for (const path of ['image.env.API_TOKEN', 'image.labels.api.token', 'files.0.excludes.0', 'secrets'])
          expect(failedIn(results)).toContain(path)
        const said = JSON.stringify(results)
        expect(said).not.toContain(secret)
        expect(said).not.toContain(secret.slice(-8))
        expect(said).not.toContain(privateKey().split('\n')[1])
      }),
      { numRuns: 60 },
    ))

  test('nor what a draft is made of, but for the config itself', () =>
    fc.assert(
      fc.asyncProperty(value, async (secret) => {
        const saved = await everywhere(secret).image
        const { config: _config, ...facts } = await readFacts(saved.image, saved.engine)
        expect(facts.secrets.length).toBeGreaterThan(5)
        expect(JSON.stringify(facts)).not.toContain(secret)
      }),
      { numRuns: 30 },
    ))
})
