import { describe, expect, test } from '@jest/globals'
import { Matcher } from '../../../../actions/checks/secrets/matcher.ts'
import { privateKey, random, TOKENS } from './tokens.ts'

const matcher = new Matcher()
const rulesIn = (text: string) => [...matcher.matches(text)].map(({ rule }) => rule)

describe('tokens are known by their looks', () => {
  test.each(Object.entries(TOKENS))('%s', (rule, token) => {
    for (const text of [token, `x = "${token}"\n`, `a: ${token}, b`, `(${token})`]) {
      expect([...matcher.matches(text)]).toEqual([{ rule, value: token, index: text.indexOf(token) }])
    }
  })
  test.each(Object.entries(TOKENS))('%s is none inside of something longer', (_rule, token) => {
    expect(rulesIn(`0${token}`)).toEqual([])
  })
  test.each(['aws-access-key', 'npm-token', 'google-api-key', 'hugging-face-token', 'digitalocean-token'])(
    '%s has its length, and none else',
    (rule) => expect(rulesIn(`${TOKENS[rule]}b`)).toEqual([]),
  )
  test.each(Object.entries(TOKENS))('%s is none when it is cut short', (_rule, token) => {
    expect(rulesIn(token.slice(0, Math.min(token.length - 3, 22)))).toEqual([])
  })
})

describe('what a name says of the value behind it', () => {
  const key = random(40)
  test.each([
    ['aws-secret-key', `aws_secret_access_key = ${key}`, key],
    ['aws-secret-key', `"SecretAccessKey": "${key}"`, key],
    ['azure-storage-key', `AccountName=x;AccountKey=${random(86)}==;`, `${random(86)}==`],
    [
      'slack-webhook',
      `https://hooks.slack.com/services/T${random(9, 'ABC123')}/B${random(9, 'ABC123')}/${random(24)}`,
      `T${random(9, 'ABC123')}/B${random(9, 'ABC123')}/${random(24)}`,
    ],
  ])('%s', (rule, text, value) => {
    expect([...matcher.matches(text)].map((match) => [match.rule, match.value])).toEqual([[rule, value]])
  })
})

describe('a private key is one when it has a body', () => {
  test.each([
    ['RSA', privateKey()],
    ['without a kind', privateKey('')],
    ['OpenSSH', privateKey('OPENSSH ')],
    ['with Windows line ends', privateKey('', '\r\n')],
    ['in JSON', JSON.stringify({ private_key: privateKey('') })],
    [
      'encrypted, with headers',
      privateKey().replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0F\n\n'),
    ],
  ])('%s', (_name, text) => {
    expect(rulesIn(text)).toEqual(['private-key'])
  })
  test.each([
    [
      'its head alone',
      "if '-----BEGIN RSA PRIVATE KEY-----' in text:\n    raise ValueError('a private key')\n".repeat(3),
    ],
    ['a short body', '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n'],
    ['dots', '-----BEGIN PRIVATE KEY-----\nMIIE...\n-----END PRIVATE KEY-----\n'],
    ['a public key', privateKey().replaceAll('PRIVATE', 'PUBLIC')],
    ['a certificate', privateKey('').replaceAll('PRIVATE KEY', 'CERTIFICATE')],
  ])('not with %s', (_name, text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

describe('what is no secret', () => {
  test.each([
    ['AKIA' + 'IOSFODNN7EXAMPLE'],
    [`ghp_${'x'.repeat(36)}`],
    [`glpat-${'0'.repeat(20)}`],
    ['npm_config_registry npm_package_name npm_lifecycle_event'],
    ['eyJ is how a JSON object begins in base64'],
    ['SG.com and hf_transformers_cache_directory'],
    ['SecretAccessKey: your-secret-key'],
  ])('%s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

test('no text holds it up', () => {
  const before = process.cpuUsage()
  const texts = ['eyJ', '-----BEGIN ', '-----BEGIN PRIVATE KEY-----\n', 'AKIA', 'AccountKey='].map((text) =>
    text.repeat(20_000),
  )
  for (const text of texts) rulesIn(text)
  rulesIn(`eyJ${'a'.repeat(500_000)}`)
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
})
