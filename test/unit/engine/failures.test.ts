import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { CancelledError, UserError } from '../../../actions/base/errors.ts'
import { ProcessError, type RunProcess } from '../../../actions/base/process.ts'
import { saveArchive } from '../../../actions/engine/archive.ts'
import { type BuildRequest, buildImage, writeCache } from '../../../actions/engine/build.ts'
import { type Engine, openEngine } from '../../../actions/engine/engine.ts'
import { locateStore } from '../../../actions/engine/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'engine-failures-'))
afterAll(() => rmSync(folder, { recursive: true }))

const engineOf = (run: RunProcess): Engine => openEngine(run, {}, {}, '/auth.json')
const failing = (stderr: string): Engine =>
  engineOf((command) => Promise.reject(new ProcessError(command, { exitCode: 125, stdout: '', stderr })))
const request = {
  platform: 'linux/amd64',
  context: '--help',
  labels: {},
  buildArgs: {},
  buildContexts: [],
  secrets: [],
  ssh: [],
  extraArgs: [],
} as unknown as BuildRequest

describe('a build that fails', () => {
  test.each([
    [
      'Error: what npm says\nError: building at STEP "RUN npm ci": exit status 1',
      'building at STEP',
      'output above',
    ],
    ['chmod: /x: Permission denied\nError: exit status 1', 'exit status 1', 'output above'],
    [
      'npm error 403 Forbidden, access denied\nError: building at STEP "RUN npm ci": exit status 1',
      'building at STEP',
      'output above',
    ],
    ['Error: Requesting bearer token: invalid status code 403 (Forbidden)', 'Forbidden', 'registry-auth'],
    ['Error: initializing source: requested access to the resource is denied', 'requested', 'registry-auth'],
    ['Error: unable to copy: unauthorized: login first', 'unauthorized', 'registry-auth'],
    ['Error: write /x: no space left on device', 'no space', 'storage is full'],
    [
      'exec container process `/bin/sh`: Exec format error\nError: exit status 1',
      'exit status',
      'native runner',
    ],
    ['', 'podman ended with exit code 125', 'output above'],
  ])('with %j says what is wrong, and what to do', async (stderr, message, hint) => {
    const error = await buildImage(failing(stderr), request, folder).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(/^The build for linux\/amd64 failed: /)
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
  })

  test('by a cancellation stays one', async () => {
    const engine = engineOf(() => Promise.reject(new CancelledError()))
    await expect(buildImage(engine, request, folder)).rejects.toThrow(CancelledError)
  })

  test.each([
    ['an empty id', (file: string) => writeFileSync(file, '')],
    ['no file of its id', (file: string) => rmSync(file, { force: true })],
  ])('with %s, though podman is content, is the doing of an option', async (_name, leave) => {
    const engine = engineOf(async (_command, args) => {
      leave(args[args.indexOf('--iidfile') + 1] as string)
      return { exitCode: 0, stdout: 'Usage: podman build', stderr: '' }
    })
    await expect(buildImage(engine, request, folder)).rejects.toThrow('podman named no image')
  })
})

test.each([
  ['build', (engine: Engine) => buildImage(engine, request, folder)],
  ['cache', (engine: Engine) => writeCache(engine, request, 'r.io/o/c')],
])('the operand of a %s comes last, after --', async (_name, start) => {
  const seen: (readonly string[])[] = []
  const engine = engineOf(async (_command, args) => {
    seen.push(args)
    writeFileSync(join(folder, 'image-id'), digestOf('x'))
    return { exitCode: 0, stdout: '', stderr: '' }
  })
  await start(engine)
  expect(seen).toHaveLength(1)
  expect(seen[0]?.slice(-2)).toEqual(['--', '--help'])
  expect(seen[0]?.indexOf('--')).toBe((seen[0]?.length ?? 0) - 2)
})

test('podman that does not work at all is no bug of ours', async () => {
  const asked = locateStore(failing('Error: cannot re-exec process'))
  await expect(asked).rejects.toThrow(UserError)
  await expect(asked).rejects.toThrow('podman does not work here')
})

describe('an archive', () => {
  const image = { name: digestOf('image') } as Parameters<typeof saveArchive>[1]

  test.each([
    ['Error: write: no space left on device', 'No space left on the disk of'],
    ['Error: open: permission denied', 'could not be written'],
  ])('that fails with %j is told with its path', async (stderr, message) => {
    const path = join(folder, 'out/image.tar')
    const saved = saveArchive(failing(stderr), image, path)
    await expect(saved).rejects.toThrow(UserError)
    await expect(saved).rejects.toThrow(message)
    await expect(saved).rejects.toThrow(path)
  })

  test('in a folder that can’t be made is the user’s error too', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(saveArchive(failing(''), image, join(file, 'image.tar'))).rejects.toThrow(UserError)
    expect(readFileSync(file, 'utf8')).toBe('')
  })
})

test('podman sees nothing that was given to the action or to the command line', () => {
  const shown = {
    PATH: '/bin',
    SECRETS_FOLDER: 'x',
    GITHUB_TOKEN_FILE: 'x',
    MY_GITHUB_TOKEN: 'x',
    MY_INPUT_FILE: 'x',
  }
  const hidden = {
    INPUT_SECRETS: 'x',
    'INPUT_DOCKERHUB-TOKEN': 'x',
    STATE_work: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    ACTIONS_CACHE_URL: 'x',
    ACTIONS_RESULTS_URL: 'x',
    GITHUB_TOKEN: 'x',
    DOCKERHUB_TOKEN: 'x',
    REGISTRY_AUTH: 'x',
    SECRETS: 'x',
  }
  const run: RunProcess = () => Promise.reject(new Error('Nothing is run.'))
  const { env } = openEngine(run, { ...shown, ...hidden }, { CONTAINERS_CONF: '/c' }, '/auth.json')
  // Strictly: a variable that is undefined is taken away, and one that is absent passes on what we have ourselves.
  expect(env).toStrictEqual({
    ...Object.fromEntries(Object.keys(hidden).map((name) => [name, undefined])),
    CONTAINERS_CONF: '/c',
  })
})
