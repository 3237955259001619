import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CancelledError, InputError, UserError, UserErrors } from '../../../../actions/base/errors.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import type { CheckServices } from '../../../../actions/checks/check.ts'
import { readCheckFile } from '../../../../actions/checks/file/read.ts'
import { type PARTS, verifyImage } from '../../../../actions/checks/verify.ts'
import { openEngine } from '../../../../actions/engine/engine.ts'
import { requestIn } from '../../engine/requests.ts'

const FILE = `version: 1
image:
  user: app
  workdir: /srv
run:
  stop: {}
rebuild:
  - edit: main.py
    cached: [RUN]
`
type Parts = typeof PARTS
const nothing: Parts = { still: async () => {}, running: async () => {}, rebuild: async () => {} }
const image = {
  name: `sha256:${'a'.repeat(64)}`,
  id: `sha256:${'b'.repeat(64)}`,
  config: Buffer.from('{}'),
  platform: { os: 'linux', architecture: 'arm64' },
  layers: [],
} as const
let context: string
beforeAll(async () => {
  context = await mkdtemp(join(tmpdir(), 'verify-'))
  await writeFile(join(context, 'main.py'), '')
})
afterAll(() => rm(context, { recursive: true }))

function verify(
  parts: Partial<Parts>,
  options: { text?: string; known?: boolean; signal?: AbortSignal } = {},
) {
  const { text = FILE, known = true, signal = new AbortController().signal } = options
  let now = Date.parse('2026-01-01T10:00:00Z')
  const services = {
    engine: openEngine(() => Promise.reject(new Error('No engine is needed.')), {}, {}, ''),
    log: silentLog,
    clock: { now: () => (now += 5), sleep: async () => {} },
    ...{ signal, folder: context, label: 'l=1' },
  }
  const checkFile = readCheckFile(text, { file: 'ci/image-verify.yml', variables: {} })
  const build = known ? { build: requestIn(context) } : {}
  return verifyImage({ name: 'app', image: { ...image, layers: [] }, checkFile, ...build }, services, {
    ...nothing,
    ...parts,
  })
}
const check = (services: CheckServices, ...path: (string | number)[]) =>
  services.results.check(path, path.join(' '), () => undefined)

describe('a verification', () => {
  test('has the results of all parts in the order of the check file, each at its line', async () => {
    let begun = () => {}
    const runs = new Promise<void>((resolve) => {
      begun = resolve
    })
    const found = await verify({
      // Comes to an end only if the other one runs beside it.
      still: async (_image, _checks, services) => {
        await runs
        await check(services, 'image', 'workdir')
        await check(services, 'image', 'user')
      },
      running: async (_image, _checks, services) => {
        begun()
        await check(services, 'run', 'stop', 'exit')
      },
      rebuild: async (_build, checks, services) => {
        expect(services.results.list).toHaveLength(3)
        await check(services, 'rebuild', checks.length - 1, 'cached', 0)
      },
    })
    expect(found.results.map(({ name, place }) => [name, place.line, place.column])).toEqual([
      ['image user', 3, 3],
      ['image workdir', 4, 3],
      ['run stop exit', 6, 3],
      ['rebuild 0 cached 0', 9, 14],
    ])
    const { results: _, milliseconds, ...facts } = found
    expect(facts).toEqual({
      ...{ schema: 1, name: 'app', id: image.id, platform: 'linux/arm64' },
      ...{ file: 'ci/image-verify.yml', started: '2026-01-01T10:00:00.005Z' },
    })
    expect(milliseconds).toBeGreaterThan(0)
  })

  test('shows nothing that looks like a secret, whoever printed it', async () => {
    const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
    const finding = { expected: 'x', actual: 'y', log: [`printed ${token}`] }
    const running: Parts['running'] = async (_image, _checks, { results }) =>
      void (await results.check(['run', 'stop'], 'stops', () => finding))
    const { results } = await verify({ running }, { known: false })
    expect(results.map(({ finding }) => finding?.log?.[0]).filter(Boolean)).toEqual([
      'printed ghp_… (40 characters)',
    ])
  })

  test('does not pass for whole where nothing tells what the image was built from', async () => {
    const { results } = await verify({}, { known: false })
    expect(results).toMatchObject([
      { path: ['rebuild', 0], status: 'unchecked', reason: expect.any(String), place: { line: 8 } },
    ])
  })

  test('builds nothing where no rebuild is asked for', async () => {
    const rebuild = () => Promise.reject(new Error('It builds.'))
    expect((await verify({ rebuild }, { text: 'version: 1\nimage: { user: app }\n' })).results).toEqual([])
  })
})

test('files that can’t be changed are told all at once, before anything begins', async () => {
  const text =
    'version: 1\nrebuild:\n  - { edit: a, cached: [RUN] }\n  - { edit: main.py, cached: [RUN] }\n  - { edit: b, cached: [RUN] }\n'
  const still = () => Promise.reject(new Error('It begins.'))
  const refused: unknown = await verify({ still }, { text }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UserErrors)
  const { errors } = refused as UserErrors
  expect(errors.map((error) => [error instanceof InputError, error.place?.line])).toEqual([
    [true, 3],
    [true, 5],
  ])
})

describe('what goes wrong', () => {
  /** Ends when it is told to, as everything that runs does. */
  const untilAborted: Parts['running'] = (_image, _checks, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new CancelledError()), { once: true })
    })
  const fails = (error: Error) => () => Promise.reject(error)

  test('in one part ends the other, and is what is told', async () => {
    const error = new UserError('IMG0000', 'podman save failed.', { hint: 'Mend it.' })
    await expect(verify({ still: fails(error), running: untilAborted })).rejects.toBe(error)
  })

  test('in both parts is told together', async () => {
    const both = verify({
      still: fails(new UserError('IMG0000', 'One.', { hint: 'Mend it.' })),
      running: fails(new UserError('IMG0000', 'Two.', { hint: 'Mend it.' })),
    })
    await expect(both).rejects.toThrow('- One. Mend it.\n- Two. Mend it.')
  })

  test.each([
    ['beside another fault', fails(new UserError('IMG0000', 'podman was killed.', { hint: 'Mend it.' }))],
    ['alone', async () => {}],
  ])('is nothing but the cancellation where there is one: %s', async (_name, still) => {
    const cancelled = new AbortController()
    const running: Parts['running'] = (...args) => {
      const ended = untilAborted(...args)
      cancelled.abort()
      return ended
    }
    const verified = verify({ still, running }, { signal: cancelled.signal })
    await expect(verified).rejects.toBeInstanceOf(CancelledError)
  })

  test('before the rebuild leaves it undone', async () => {
    const rebuild = fails(new Error('It builds.'))
    await expect(
      verify({ still: fails(new UserError('IMG0000', 'No.', { hint: 'Mend it.' })), rebuild }),
    ).rejects.toThrow('No.')
  })
})
