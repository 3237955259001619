import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readSecretFiles, readSecrets, secretArguments } from '../../../actions/build/secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const reader = (inputs: Record<string, string>) => ({ text: (name: string) => inputs[name] ?? '' })

test.each([
  ['', []],
  ['npmrc=//registry/:_auth=x=y', [['npmrc', '//registry/:_auth=x=y']]],
  [
    '{"npmrc": "line one\\nline two", "key": "k"}',
    [
      ['npmrc', 'line one\nline two'],
      ['key', 'k'],
    ],
  ],
])('%j gives the secrets', (secrets, expected) => {
  expect([...readSecrets(reader({ secrets }))]).toEqual(expected)
})

test.each([
  ['{"a b": "x"}', 'not a valid secret id'],
  ['{"id": 1}', 'not valid'],
  ['{', 'not valid JSON'],
  ['id,src=/etc/passwd=x', 'Line 1 of input "secrets"'],
  ['key=s3cret one\ns3cret two\ns3cret=three', 'Line 2 of input "secrets"'],
  ['novalue-s3cret', 'Each line reads id=value'],
])('%j is refused without its value', (secrets, message) => {
  expect(() => readSecrets(reader({ secrets }))).toThrow(
    expect.objectContaining({ message: expect.any(String) }),
  )
  try {
    readSecrets(reader({ secrets }))
  } catch (error) {
    expect(String(error)).toContain(message)
    expect(String(error)).not.toContain('s3cret')
  }
})

test('files are relative to the checkout', () => {
  writeFileSync(join(folder, 'a'), '')
  expect([...readSecretFiles(reader({ 'secret-files': 'a=a\nb=/dev/null' }), folder)]).toEqual([
    ['a', join(folder, 'a')],
    ['b', '/dev/null'],
  ])
})

test.each([
  ['a,b=x', 'not a valid secret id'],
  ['a=x,type=env', 'holds a comma'],
  ['a=x\nb=y', /secret "a", is not there[\s\S]*secret "b", is not there/],
  ['a b=x\nc=y,z', /valid secret id[\s\S]*holds a comma/],
])('a file %j is refused', (files, message) => {
  expect(() => readSecretFiles(reader({ 'secret-files': files }), '/checkout')).toThrow(message)
})

test('podman is given files that only we can read, never values', async () => {
  const args = await secretArguments(new Map([['key', 's3cret']]), new Map([['file', '/x/y']]), folder)
  expect(args[1]).toBe('id=file,src=/x/y')
  const path = /^id=key,src=(.*)$/.exec(args[0] as string)?.[1] as string
  expect(readFileSync(path, 'utf8')).toBe('s3cret')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(args.join(' ')).not.toContain('s3cret')
})
