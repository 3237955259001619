import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ProcessOptions, RunProcess } from '../../../actions/base/process.ts'
import { writeAuthFile } from '../../../actions/registry/authfile.ts'
import { Logins } from '../../../actions/registry/credentials.ts'
import type { Login } from '../../../actions/registry/types.ts'

let home: string
let environment: Record<string, string>
let asked: [string, readonly string[], ProcessOptions | undefined][]
let helper: { exitCode: number; stdout: string; stderr: string }

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'registry-home-'))
  environment = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run') }
  asked = []
  helper = { exitCode: 0, stdout: '{"Username":"helped","Secret":"by-helper"}', stderr: '' }
})
afterEach(() => rm(home, { recursive: true }))

const run: RunProcess = async (command, args, options) => {
  asked.push([command, args, options])
  return helper
}

const PODMAN = '.config/containers/auth.json'
const DOCKER = '.docker/config.json'

async function put(path: string, content: unknown): Promise<string> {
  const file = join(home, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
const login = (text: string): Login => ({
  username: text.split(':')[0] ?? '',
  password: text.split(':')[1] ?? '',
})

function find(host: string, path = 'team/app', given: [string, Login][] = []): Promise<Login | undefined> {
  return new Logins({ logins: new Map(given) }, { environment, run }).find({ host, path })
}

describe('a login is looked for', () => {
  const places = [
    ['the inputs', undefined],
    ['REGISTRY_AUTH_FILE', 'mine.json'],
    ["podman's folder of this session", 'run/containers/auth.json'],
    ["podman's folder", PODMAN],
    ["Docker's folder", DOCKER],
  ] as const

  test.each(places.map(([name], index) => [name, index] as const))(
    'in %s before what comes after',
    async (_, from) => {
      environment.REGISTRY_AUTH_FILE = join(home, 'mine.json')
      for (const [index, [, path]] of places.entries()) {
        if (path && index >= from) await put(path, { auths: { 'a.io': auth(`user${index}:secret`) } })
      }
      const given: [string, Login][] = from === 0 ? [['a.io', login('user0:secret')]] : []
      expect(await find('a.io', 'team/app', given)).toEqual(login(`user${from}:secret`))
    },
  )

  test('under the most specific path first', async () => {
    await put(PODMAN, {
      auths: {
        'a.io': auth('all:1'),
        'a.io/team': auth('team:2'),
        'a.io/team/app': auth('app:3'),
        'a.io/te': auth('no:4'),
      },
    })
    expect(await find('a.io')).toEqual(login('app:3'))
    expect(await find('a.io', 'team/other')).toEqual(login('team:2'))
    expect(await find('a.io', 'teammate/app')).toEqual(login('all:1'))
    expect(await find('b.io')).toBeUndefined()
  })

  test.each(['docker.io', 'https://index.docker.io/v1/', 'index.docker.io'])(
    'for Docker Hub under %s',
    async (key) => {
      environment.DOCKER_CONFIG = join(home, 'elsewhere')
      await put('elsewhere/config.json', { auths: { [key]: auth('hub:p:w') } })
      expect(await find('docker.io')).toEqual({ username: 'hub', password: 'p:w' })
    },
  )

  test('as an identity token, too', async () => {
    await put(DOCKER, { auths: { 'a.io': { identitytoken: 'refresh' } } })
    expect(await find('a.io')).toEqual({ identityToken: 'refresh' })
  })

  test.each(['', '{}', '{"auths":{"a.io":{}}}', '{"auths":null}'])('and not found in %p', async (content) => {
    await put(DOCKER, content)
    expect(await find('a.io')).toBeUndefined()
  })
})

describe('a credential helper', () => {
  test('of the registry is asked over stdin, once', async () => {
    await put(DOCKER, { credHelpers: { 'a.io': 'vault' }, credsStore: 'desktop' })
    const logins = new Logins({ logins: new Map() }, { environment, run })
    const both = await Promise.all(['x', 'y'].map((path) => logins.find({ host: 'a.io', path })))
    expect(both).toEqual([login('helped:by-helper'), login('helped:by-helper')])
    expect(asked).toEqual([['docker-credential-vault', ['get'], { input: 'a.io', anyExit: true }]])
  })

  test('of all registries is asked where nothing else is known', async () => {
    await put(DOCKER, { auths: { 'a.io': auth('me:1'), 'docker.io': {} }, credsStore: 'desktop' })
    expect(await find('a.io')).toEqual(login('me:1'))
    expect(asked).toEqual([])
    expect(await find('docker.io')).toEqual(login('helped:by-helper'))
    expect(asked[0]?.[2]?.input).toBe('https://index.docker.io/v1/')
  })

  test('may give an identity token', async () => {
    helper.stdout = '{"Username":"<token>","Secret":"refresh"}'
    await put(DOCKER, { credsStore: 'desktop' })
    expect(await find('a.io')).toEqual({ identityToken: 'refresh' })
  })

  test('that knows nothing is no failure', async () => {
    helper = { exitCode: 1, stdout: 'credentials not found in native keychain', stderr: '' }
    await put(DOCKER, { credsStore: 'desktop' })
    expect(await find('a.io')).toBeUndefined()
  })

  test.each([
    ['fails', { exitCode: 2, stdout: 'hunter2', stderr: 'hunter2' }],
    ['talks nonsense', { exitCode: 0, stdout: 'hunter2', stderr: '' }],
  ])('that %s is named, and its words are not', async (_, result) => {
    helper = result
    await put(DOCKER, { credsStore: 'desktop' })
    await expect(find('a.io')).rejects.toThrow(
      /^The credential helper docker-credential-desktop gave no credentials for a\.io\.$/,
    )
  })

  test('whose name is a path is not run', async () => {
    await put(DOCKER, { credsStore: '../../evil' })
    await expect(find('a.io')).rejects.toThrow(/evil/)
    expect(asked).toEqual([])
  })
})

test.each([
  '{',
  '[]',
  '"x"',
  '{"auths":[]}',
  '{"auths":{"a.io":"x"}}',
  '{"auths":{"a.io":{"auth":"aHVudGVyMg=="}}}',
])('the corrupt file %p is named and left as it is', async (content) => {
  const file = await put(PODMAN, content)
  await expect(find('a.io')).rejects.toThrow(`The file of logins ${file} is corrupt.`)
  await expect(writeAuthFile(join(home, 'auth.json'), { logins: new Map() }, environment)).rejects.toThrow(
    file,
  )
  expect(await readFile(file, 'utf8')).toBe(content)
})

test('a file that may not be read is named', async () => {
  const folder = await put(DOCKER, '{}')
  await rm(folder)
  await mkdir(folder)
  await expect(find('a.io')).rejects.toThrow(`The file of logins ${folder} can't be read.`)
})

describe("the job's own file", () => {
  const write = async (logins: [string, Login][]) => {
    const path = join(home, 'job.json')
    await writeAuthFile(path, { logins: new Map(logins) }, environment)
    return { path, content: JSON.parse(await readFile(path, 'utf8')) }
  }

  test('holds what exists and, over it, what is given', async () => {
    await put(PODMAN, { auths: { 'a.io': auth('old:1'), 'a.io/team': auth('older:2'), 'b.io': auth('b:3') } })
    await put(DOCKER, {
      auths: { 'b.io': auth('outranked:4'), 'https://index.docker.io/v1/': {} },
      credHelpers: { 'a.io': 'vault', 'c.io': 'vault' },
      credsStore: 'desktop',
    })
    const { content } = await write([['a.io', login('new:5')]])
    expect(content).toEqual({
      auths: { 'a.io': auth('new:5'), 'b.io': auth('b:3') },
      credHelpers: { 'c.io': 'vault', 'docker.io': 'desktop' },
    })
  })

  test('is for nobody else, also where a file was before', async () => {
    await put('job.json', 'old')
    await chmod(join(home, 'job.json'), 0o644)
    const { path } = await write([['a.io', { identityToken: 'refresh' }]])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })
})
