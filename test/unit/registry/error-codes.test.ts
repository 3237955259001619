import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { readRegistryAccess } from '../../../actions/registry/access.ts'
import { Logins } from '../../../actions/registry/credentials.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'

const home = mkdtempSync(join(tmpdir(), 'registry-errors-'))
afterAll(() => rmSync(home, { recursive: true }))
mkdirSync(join(home, 'folder'))

const access = (inputs: Record<string, string>) => () =>
  readRegistryAccess({ text: (name) => inputs[name] ?? '' }, { actor: 'octo' })

/** As it is sought for a push; `file` is the name of the file of logins, and no program is installed. */
const login = (file: string) => () =>
  new Logins(
    { logins: new Map() },
    {
      environment: { HOME: '/nonexistent', REGISTRY_AUTH_FILE: join(home, file) },
      run: () => Promise.reject(new Error('ENOENT')),
    },
  ).find({ host: 'ghcr.io', path: 'octo/app' })

function written(name: string, content: string): string {
  writeFileSync(join(home, name), content)
  return name
}

const cases: Reproduction[] = [
  ['IMG3001', 'a token of nobody', access({ 'dockerhub-token': 'x' })],
  ['IMG3002', 'an address for a host', access({ 'insecure-registries': 'http://a.io/b?c' })],
  ['IMG3002', 'a login for no host', access({ 'registry-auth': '[{registry: "a b"}]' })],
  ['IMG3003', 'an unknown kind', access({ 'registry-kinds': 'a.io=quay' })],
  ['IMG3003', 'a kind with an address that is none', access({ 'registry-kinds': 'a.io=ghcr example.com' })],
  ['IMG3004', 'broken YAML', access({ 'registry-auth': '[' })],
  ['IMG3004', 'no list', access({ 'registry-auth': 'registry: a.io' })],
  ['IMG3004', 'an entry that is a text', access({ 'registry-auth': '- a.io' })],
  ['IMG3004', 'a key that means nothing', access({ 'registry-auth': '[{registry: a.io, user: octo}]' })],
  ['IMG3005', 'a secret that is not set', access({ 'registry-auth': '[{registry: a.io, username: o}]' })],
  ['IMG3005', 'a token of two lines', access({ 'github-token': 'one\ntwo' })],
  ['IMG3006', 'a name with a colon', access({ 'dockerhub-username': 'o:c', 'dockerhub-token': 'x' })],
  ['IMG3011', 'a folder for a file of logins', login('folder')],
  ['IMG3012', 'half a file of logins', login(written('half.json', '{"auths": {'))],
  ['IMG3013', 'a helper that is missing', login(written('helper.json', '{"credsStore": "desktop"}'))],
  ['IMG3013', 'a helper that is no name', login(written('path.json', '{"credsStore": "../x"}'))],
]

reproduce(cases)
