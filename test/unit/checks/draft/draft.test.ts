import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import picomatch from 'picomatch'
import type { ImageFacts } from '../../../../actions/checks/contents/facts.ts'
import { draftCheckFile } from '../../../../actions/checks/draft/draft.ts'
import { faultsIn, readText } from '../file/reading.ts'
import { facts } from './facts.ts'

const [plain] = fc.sample(facts, { numRuns: 1, seed: 1 })
const api: ImageFacts = {
  ...plain!,
  config: {
    ...plain!.config,
    user: 'app',
    ports: ['8000/tcp'],
    entrypoint: [],
    cmd: ['uvicorn', 'app.main:app', '--port', '8000'],
    workdir: '/app',
    healthcheck: { command: ['curl', '-f', 'http://127.0.0.1:8000/'], shell: false },
  },
  layers: 7,
  size: 181_400_000,
  user: { name: 'app', uid: 1001, gid: 1001 },
  paths: [{ path: '/app', type: 'directory', mode: '0755', owner: 'root:root' }],
  hardening: { setuid: [], worldWritable: [], packageCaches: [] },
  secrets: [],
  shell: true,
}

/** With everything that is switched off switched on. */
function switchedOn(draft: string): string {
  return draft.replace(/^( *)#(?=\S| {2})/gm, '$1')
}

test('tells of a HEALTHCHECK that was lost how to keep it', () => {
  const history = [{ createdBy: '/bin/sh -c #(nop) HEALTHCHECK CMD true', comment: '', empty: true }]
  const { healthcheck: _lost, ...config } = { ...api.config, healthcheck: undefined, history }
  const lost = draftCheckFile({ ...api, config: { ...config, healthcheck: undefined } })
  expect(lost).toContain(
    '  # Its HEALTHCHECK was lost: build with --format docker. Then:\n  #healthcheck: true\n',
  )
  const none = draftCheckFile({ ...api, config: { ...config, healthcheck: undefined, history: [] } })
  expect(none).toContain('  # It has no HEALTHCHECK; once it has one:\n')
})

test('asks for what the image is', () => {
  const { image, files, hardening, secrets, run, services } = readText(draftCheckFile(api)).checks
  expect(image).toEqual({
    user: { name: 'app', uid: 1001, gid: 1001 },
    cmd: ['uvicorn', 'app.main:app', '--port', '8000'],
    workdir: '/app',
    ports: [8000],
    healthcheck: true,
    'max-size': 200_000_000,
  })
  expect(files).toEqual([{ path: '/app', exists: true, type: 'directory', mode: '0755', owner: 'root:root' }])
  expect({ hardening, secrets }).toEqual({
    hardening: { setuid: true, 'world-writable': true, 'package-caches': true },
    secrets: { allow: [] },
  })
  expect({ run, services }).toEqual({ run: undefined, services: {} })
})

test('proposes what only its owner knows', () => {
  const { run, services, cases, rebuild, image } = readText(switchedOn(draftCheckFile(api))).checks
  expect(services).toMatchObject({ db: { port: 5432 } })
  expect(run).toMatchObject({
    env: { DATABASE_URL: 'postgresql://postgres:test@127.0.0.1:5432/postgres' },
    ready: { healthcheck: true },
    process: { uid: 1001, gid: 1001 },
    http: [{ path: '/' }],
    stop: { signal: 'SIGTERM' },
  })
  expect(cases).toMatchObject([{ exit: 'non-zero', env: { DATABASE_URL: null } }])
  expect(rebuild).toHaveLength(1)
  expect(image?.['max-layers']).toBe(7)
})

describe('says of an image', () => {
  test.each<[string, Partial<ImageFacts>, RegExp]>([
    [
      'that it runs as root',
      { config: { ...api.config, user: '' }, user: { uid: 0, gid: 0 } },
      /root.*\n {2}user: ""/,
    ],
    [
      'what USER is, where nobody knows it',
      { config: { ...api.config, user: 'ghost' }, user: {} },
      /user: ghost/,
    ],
    [
      'that it has no healthcheck',
      { config: { ...api.config, healthcheck: undefined } },
      /\n {2}#healthcheck: true/,
    ],
    [
      'on which port it is asked',
      { config: { ...api.config, healthcheck: undefined } },
      /# {2}ready: .*port: 8000/,
    ],
    [
      'whom it should run as, where it is root',
      { user: { name: 'root', uid: 0, gid: 0 } },
      /^# {2}process: { uid: 1000 }$(?![\s\S]*sh, -c)/m,
    ],
    ['nothing of a shell that it lacks', { shell: false }, /^(?![\s\S]*sh, -c)/],
    [
      'what was found in it',
      { secrets: [{ rule: 'aws-key', path: '/app/.env' }] },
      /rule: aws-key, path: \/app\/.env/,
    ],
    [
      'how much was found in it',
      { hardening: { ...api.hardening, setuid: Array(21).fill('/a') } },
      /setuid: false # 21 paths/,
    ],
  ])('%s', (_what, changes, expected) => {
    expect(draftCheckFile({ ...api, ...changes })).toMatch(expected)
  })

  test('another service, where the database would take its port', () => {
    const draft = draftCheckFile({
      ...api,
      config: { ...api.config, ports: ['5432/tcp'], healthcheck: undefined },
    })
    expect(Object.keys(readText(switchedOn(draft)).checks.services)).toEqual(['cache'])
  })
})

describe('whatever the image is', () => {
  test('the draft can be read, and holds it', () => {
    fc.assert(
      fc.property(facts, (image) => {
        const { checks } = readText(draftCheckFile(image))
        expect(checks.image?.cmd ?? []).toEqual(image.config.cmd)
        expect(checks.image?.entrypoint ?? []).toEqual(image.config.entrypoint)
        expect(checks.image?.workdir ?? '/').toBe(image.config.workdir)
        expect(checks.image!['max-size']).toBeGreaterThanOrEqual(image.size)
        expect((checks.files ?? []).map((file) => file.path)).toEqual(image.paths.map(({ path }) => path))
        expect(checks.run).toBeUndefined()
      }),
    )
  })

  test('so can it with everything switched on', () => {
    fc.assert(
      fc.property(facts, (image) => {
        expect(faultsIn(switchedOn(draftCheckFile(image)))).toEqual([])
      }),
    )
  })

  test('what was found is allowed, and only that', () => {
    fc.assert(
      fc.property(facts, (image) => {
        const { hardening, secrets } = readText(draftCheckFile(image)).checks
        const { setuid } = hardening!
        const allowed = typeof setuid === 'object' ? setuid.allow : []
        expect(
          image.hardening.setuid.filter((path) => !picomatch.isMatch(path, allowed, { dot: true })),
        ).toEqual([])
        expect(picomatch.isMatch('/some/other/path', allowed, { dot: true })).toBe(false)
        expect(secrets!.allow.length > 0).toBe(image.secrets.length > 0)
      }),
    )
  })
})
