import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import type { RunProcess } from '../../../actions/base/process.ts'
import { parseBuildahVersion, parseInfo, probePodman } from '../../../actions/setup/probe.ts'

const info = (host: object = {}, version = '4.9.3') =>
  JSON.stringify({
    host: {
      buildahVersion: '1.33.7',
      cgroupManager: 'systemd',
      cgroupVersion: 'v2',
      ociRuntime: {
        name: 'crun',
        version: 'crun version 1.14.1\ncommit: de537a7965bfbe9992e2cfae0baeb56a08128171',
      },
      security: { rootless: true },
      ...host,
    },
    store: { graphDriverName: 'overlay', graphRoot: '/nowhere/storage' },
    version: { Version: version },
  })

test('podman info gives what a build depends on', () => {
  expect(parseInfo(info())).toEqual({
    version: '4.9.3',
    buildah: '1.33.7',
    storageDriver: 'overlay',
    storage: '/nowhere/storage',
    cgroups: 'systemd, v2',
    runtime: 'crun 1.14.1',
    rootless: true,
  })
})

test.each([
  ['4.9.4', '1.33'],
  ['5.0.0', '1.35'],
  ['5.7.1-dev', '1.42'],
  ['3.0.1', '0'],
])('podman %s that does not tell has the library %s', (version, buildah) => {
  expect(parseInfo(info({ buildahVersion: undefined }, version)).buildah).toBe(buildah)
})

test('a runtime without a version is named all the same', () => {
  expect(parseInfo(info({ ociRuntime: { name: 'youki' } })).runtime).toBe('youki')
})

test.each([
  ['{}', 'is not valid'],
  ['Error: cannot', 'is not valid JSON'],
])('%s is no output of podman info', (text, message) => {
  expect(() => parseInfo(text)).toThrow(message)
})

test.each([
  ['Version:         1.28.2\nGo Version:      go1.19.8\n', '1.28.2'],
  ['Go Version: go1.19\nimage Version: 5.2\nVersion: 1.35.0-dev', '1.35.0-dev'],
  ['nothing', undefined],
])('buildah version %j', (text, version) => {
  expect(parseBuildahVersion(text)).toBe(version)
})

describe('a machine', () => {
  const missing = new UserError('IMG0000', 'podman is not installed here.', {
    hint: 'Install it.',
    cause: Object.assign(new Error('spawn'), { code: 'ENOENT' }),
  })
  const machine =
    (answers: Record<string, string | Error>): RunProcess =>
    async (command, args) => {
      const answer = answers[`${command} ${args[0]}`]
      if (answer instanceof UserError) throw answer
      if (answer instanceof Error) return { exitCode: 125, stdout: '', stderr: answer.message }
      return { exitCode: 0, stdout: answer ?? '', stderr: '' }
    }

  test('without podman has none', async () => {
    expect(await probePodman(machine({ 'podman version': missing }))).toBeUndefined()
  })

  test('without buildah has a podman', async () => {
    const found = await probePodman(machine({ 'podman info': info(), 'buildah version': missing }))
    expect(found).toMatchObject({ version: '4.9.3', buildahProgram: undefined, freeBytes: undefined })
  })

  test('with a podman that fails says what podman said', async () => {
    const broken = machine({ 'podman info': new Error('failed to reexec: Permission denied') })
    await expect(probePodman(broken)).rejects.toThrow('failed to reexec: Permission denied')
  })

  test('where a program fails to start for another reason is a failure', async () => {
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' })
    await expect(probePodman(() => Promise.reject(denied))).rejects.toThrow('EACCES')
  })
})
