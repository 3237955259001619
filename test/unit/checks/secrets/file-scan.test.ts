/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells fill these in, not we */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FileScan } from '../../../../actions/checks/secrets/file-scan.ts'
import { Matcher } from '../../../../actions/checks/secrets/matcher.ts'
import { type Entry, failedIn, savedImage, verified } from '../contents/saved-image.ts'
import { privateKey, random, TOKENS } from './tokens.ts'

const token = TOKENS['github-token'] ?? ''

async function found(layers: Entry[][], allow: object[] = []): Promise<string | undefined> {
  const results = await verified(await savedImage(layers), { secrets: { allow } })
  return results.find(({ finding }) => finding)?.finding?.actual
}

describe('files of credentials', () => {
  test.each<[string, string, string]>([
    ['app/.env', 'DEBUG=1\nexport API_TOKEN="tok_123"\n', 'line 2: env-file, API_TOKEN'],
    ['app/.env.production', 'DATABASE_URL=postgres://a:hunter2@db/x\n', 'line 1: env-file, DATABASE_URL'],
    ['root/.npmrc', `registry=x\n//r.example.org/:_authToken=${random(20)}\n`, 'line 2: npmrc'],
    ['root/.netrc', 'machine example.org login me password hunter2\n', 'line 1: netrc'],
    ['root/.git-credentials', 'https://me:hunter2@example.org\n', 'line 1: url-password'],
    ['root/.pgpass', '# mine\ndb:5432:app:me:hunter2\n', 'line 2: pgpass'],
    ['root/.pypirc', '[pypi]\npassword = hunter2\n', 'line 2: pypirc'],
    ['root/.docker/config.json', '{"auths":{"r":{"auth":"bWU6aHVudGVyMg=="}}}', 'line 1: registry-login'],
    ['root/.kube/config', 'users:\n- user:\n    token: abcdefgh12345\n', 'line 3: kube-config'],
    ['root/.vault-token', `${random(24)}\n`, 'line 1: vault-token'],
    ['root/.aws/credentials', `[default]\naws_secret_access_key = ${random(40)}\n`, 'line 2: aws-secret-key'],
    ['root/.ssh/id_ed25519', privateKey('OPENSSH '), 'line 1: private-key'],
    ['etc/pip.conf', '[global]\nindex-url = https://me:hunter2@example.org/simple\n', 'line 2: url-password'],
    ['certs/store.p12', '\0\0', 'line 1: key-store'],
    ['srv/code.py', `x = 1\ny = "${token}"\n`, 'line 2: github-token'],
  ])('%s', async (path, text, expected) => {
    expect(await found([[{ path, text }]])).toMatch(new RegExp(`^/${path}, ${expected}`))
  })

  test.each<[string, string]>([
    ['app/.env.example', 'API_TOKEN=tok_123\n'],
    ['app/.env', 'API_TOKEN=${API_TOKEN}\nDB_PASSWORD=changeme\nPORT=8000\n'],
    ['root/.npmrc', '//r.example.org/:_authToken=${NPM_TOKEN}\n'],
    ['root/.docker/config.json', '{"auths":{"r":{}},"credsStore":"x"}'],
    ['srv/settings.py', 'PASSWORD = "hunter2"\n'],
    ['etc/pip.conf', '[global]\nindex-url = https://example.org/simple\n'],
    ['etc/ssl/certs/ca.pem', privateKey('').replaceAll('PRIVATE KEY', 'CERTIFICATE')],
    ['etc/ssl/private/ssl-cert-snakeoil.key', privateKey('')],
    ['usr/share/doc/x/key.pem', privateKey()],
    ['usr/lib/python3.11/test/keycert.pem', privateKey()],
    ['app/.venv/lib/python3.11/site-packages/tornado/test/test.key', privateKey()],
    ['app/node_modules/x/test/fixtures/key.pem', privateKey()],
    ['usr/lib/libssl.so', `\x7fELF\0\0${privateKey()}`],
  ])('%s is none', async (path, text) => {
    expect(await found([[{ path, text }]])).toBeUndefined()
  })

  test("an application's own test data is no package's", async () => {
    expect(await found([[{ path: 'app/tests/key.pem', text: privateKey() }]])).toMatch(/private-key/)
  })
})

describe('every layer is looked through', () => {
  const secret = { path: 'app/key', text: token }
  const gone = ' (in a lower layer; gone from the image as it starts)'
  test.each<[string, Entry[][], string]>([
    ['one that is there', [[secret]], ''],
    ['one that is deleted', [[secret], [{ path: 'app/.wh.key' }]], gone],
    ['one whose folder is deleted', [[secret], [{ path: '.wh.app' }]], gone],
    ['one that is written over', [[secret], [{ path: 'app/key', text: 'clean' }]], gone],
  ])('%s', async (_name, layers, fate) => {
    expect(await found(layers)).toBe(`/app/key, line 1: github-token, ghp_… (40 characters)${fate}`)
  })

  test('also where its text is asked for', async () => {
    const files = [{ path: '/app/key', contains: 'ghp_' }]
    expect(failedIn(await verified(await savedImage([[secret]]), { files, secrets: {} }))).toEqual([
      'secrets',
    ])
  })

  test('the same in another layer is told once', async () => {
    expect((await found([[secret], [{ ...secret, mode: 0o600 }]]))?.match(/\/app\/key/g)).toHaveLength(1)
  })
})

test.each([
  [[{ path: '/app/*' }], undefined],
  [[{ path: '/app/key', rule: 'github-token' }], undefined],
  [[{ path: '/app/key', rule: 'npm-token' }], 'told'],
  [[{ path: '/srv/**' }], 'told'],
  [[{ name: 'key' }], 'told'],
])('an allow list: %j', async (allow, expected) => {
  expect((await found([[{ path: 'app/key', text: token }]], allow)) && 'told').toBe(expected)
})

test('a secret is found wherever it stands, and in whatever pieces it comes', () => {
  const lines = fc.nat({ max: 8_000 })
  const cut = fc.integer({ min: 1, max: 90_000 })
  const line = 'some words that nobody would take for a secret\n'
  fc.assert(
    fc.property(lines, lines, cut, fc.constantFrom(token, privateKey()), (before, after, size, secret) => {
      const text = Buffer.from(`${line.repeat(before)}${secret}\n${line.repeat(after)}`)
      const scan = new FileScan()
      const entry = {
        path: 'a',
        type: 'file',
        mode: 0,
        uid: 0,
        gid: 0,
        size: text.length,
        target: '',
      } as const
      const reader = scan.reader(entry, 'sha256:0')
      for (let at = 0; at < text.length; at += size) reader?.take(text.subarray(at, at + size))
      reader?.end()
      expect(scan.found.map(({ line }) => line)).toEqual([before + 1])
    }),
    { numRuns: 40 },
  )
})

describe('where one window ends and the next begins', () => {
  const size = 64 * 1024
  const line = `${'-'.repeat(63)}\n`
  const filler = (length: number) => line.repeat(length / line.length + 1).slice(0, length)
  // Windows end where the text first is longer than 256 KiB, and overlap.
  const end = 5 * size
  const { reach } = new Matcher()

  test('a key is whole', () => {
    for (let start = end - reach - 100; start < end + 50; start += 25)
      expect(linesWith(`${filler(start)}\n${privateKey()}`, size)).toHaveLength(1)
  })

  test('a token is found once', () => {
    for (let start = end - reach - 4; start < end - reach + 4; start++)
      expect(linesWith(`${filler(start)} ${token} ${filler(size)}`, size)).toHaveLength(1)
  })

  test('a token is still seen to be inside of something longer', () => {
    for (let start = end - reach - 4; start < end - reach + 4; start++)
      expect(linesWith(`${filler(start)}0${token}${filler(size)}`, size)).toEqual([])
  })
})

/** In which lines something is found, when the text comes in pieces of this size. */
function linesWith(text: string, size: number): number[] {
  const bytes = Buffer.from(text)
  const scan = new FileScan()
  const entry = { path: 'a', type: 'file', mode: 0, uid: 0, gid: 0, size: bytes.length, target: '' } as const
  const reader = scan.reader(entry, 'sha256:0')
  for (let at = 0; at < bytes.length; at += size) reader?.take(bytes.subarray(at, at + size))
  reader?.end()
  return scan.found.map(({ line }) => line)
}

test.each<[string, number, number[]]>([
  ['is text that ends in something else', 9000, [2]],
  ['is no text', 8000, []],
])('a file %s by where its first zero byte stands, wherever a chunk ends', (_name, zeroAt, expected) => {
  const head = `first\n${token}\n`
  const text = `${head}${'\n'.repeat(zeroAt - head.length)}\0${'\n'.repeat(9000)}`
  fc.assert(
    fc.property(fc.integer({ min: 1, max: text.length }), (size) => {
      expect(linesWith(text, size)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
