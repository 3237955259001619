import { describe, expect, test } from '@jest/globals'
import { parsePlatform } from '../../../actions/base/platform.ts'
import { judgeCgroups } from '../../../actions/doctor/cgroups.ts'
import { judgeEmulation } from '../../../actions/doctor/emulation.ts'
import { judgeEngine } from '../../../actions/doctor/engine.ts'
import { judgeScopes } from '../../../actions/doctor/github-token.ts'
import type { PodmanInfo } from '../../../actions/doctor/podman-info.ts'
import { judgeRanges } from '../../../actions/doctor/ranges.ts'
import { IN_STORAGE, IN_TEMPORARY, judgeSpace, judgeStorage } from '../../../actions/doctor/storage.ts'

const FUSE = { 'overlay.mount_program': { Executable: '/usr/bin/fuse-overlayfs' } }

function info(host: Partial<PodmanInfo['host']> = {}, store: Partial<PodmanInfo['store']> = {}): PodmanInfo {
  return {
    host: {
      buildahVersion: '1.39.3',
      cgroupVersion: 'v2',
      cgroupControllers: ['cpu', 'memory', 'pids'],
      kernel: '6.8.0-31-generic',
      ociRuntime: { name: 'crun' },
      security: { rootless: true },
      ...host,
    },
    store: { graphDriverName: 'overlay', graphRoot: '/storage', ...store },
    version: { Version: '5.4.2' },
  }
}

describe('podman', () => {
  test.each([
    ['1.39.3', ['ok', 'ok', 'ok']],
    ['1.35.0-dev', ['ok', 'ok', 'ok']],
    ['1.33.7', ['ok', 'ok', 'warning']],
    ['1.28.2', ['ok', 'warning', 'warning']],
    ['', ['ok', 'warning']],
  ])('with buildah %j is judged %j: itself, its age, heredocs', (buildahVersion, states) => {
    expect(judgeEngine(info({ buildahVersion })).map(({ state }) => state)).toEqual(states)
  })

  test('tells version, user and runtime', () => {
    expect(judgeEngine(info())[0]?.found).toBe('5.4.2, without root, crun')
    expect(judgeEngine(info({ security: { rootless: false } }))[0]?.found).toBe('5.4.2, as root, crun')
  })

  test('that is missing, or elsewhere, is a problem', () => {
    expect(judgeEngine({ missing: 'not there' })).toMatchObject([{ state: 'problem', found: 'not there' }])
    expect(judgeEngine(info({ serviceIsRemote: true }))[0]).toMatchObject({ state: 'problem' })
  })
})

test.each([
  [{}, {}, 'ok', 'overlay in /storage'],
  [{}, { graphDriverName: 'btrfs' }, 'ok', 'btrfs in /storage'],
  [{}, { graphDriverName: 'vfs' }, 'warning', 'vfs in /storage'],
  [{ kernel: '5.11.0' }, { graphOptions: FUSE }, 'warning', 'overlay by fuse-overlayfs in /storage'],
  [{ kernel: '5.10.0-28-amd64' }, { graphOptions: FUSE }, 'ok', 'overlay by fuse-overlayfs in /storage'],
  [{ kernel: '6.1' }, { graphOptions: { 'overlay.mountopt': 'nodev' } }, 'ok', 'overlay in /storage'],
])('storage on %j with %j: %s, %s', (host, store, state, found) => {
  expect(judgeStorage(info(host, store))).toMatchObject({ state, found })
})

test.each([
  [IN_STORAGE, 999_999_999, 'problem'],
  [IN_STORAGE, 1_000_000_000, 'warning'],
  [IN_STORAGE, 5_000_000_000, 'ok'],
  [IN_TEMPORARY, 499_999_999, 'problem'],
  [IN_TEMPORARY, 1_999_999_999, 'warning'],
  [IN_TEMPORARY, 2_000_000_000, 'ok'],
])('of %j, %i bytes are: %s', (need, free, state) => {
  expect(judgeSpace('space', '/tmp', free, need)).toMatchObject({ state })
})

test.each([
  ['v2', true, ['cpu', 'memory', 'pids'], 'ok', 'v2'],
  ['v2', true, ['cpu'], 'warning', 'v2, without memory and pids for this user'],
  ['v2', true, null, 'warning', 'v2, without memory and pids for this user'],
  ['v2', false, null, 'ok', 'v2'],
  ['v1', false, ['memory', 'pids'], 'warning', 'v1'],
  [undefined, false, null, 'warning', 'unknown'],
])(
  'cgroups %s, without root: %s, with %j: %s',
  (cgroupVersion, rootless, cgroupControllers, state, found) => {
    const host = { cgroupControllers, security: { rootless }, ...(cgroupVersion ? { cgroupVersion } : {}) }
    const told = info(host)
    if (cgroupVersion === undefined) delete told.host.cgroupVersion
    expect(judgeCgroups(told)).toMatchObject({ state, found })
  },
)

describe('the users of images', () => {
  const ada = { name: 'ada', id: 1000 }

  test.each([
    ['ada:100000:65536', 'ada:100000:65536', 'ok', '65536 for ada'],
    ['1000:100000:65536', '1000:1:70000\n', 'ok', '65536 for ada'],
    ['ada:100000:30000\nada:200000:40000', 'ada:1:65536', 'ok', '70000 for ada'],
    ['bob:100000:65536', 'ada:100000:65536', 'problem', 'fewer than 65536 for ada in /etc/subuid'],
    ['ada:1:1000', '', 'problem', 'fewer than 65536 for ada in /etc/subuid and /etc/subgid'],
    ['ada:1:many', 'ada', 'problem', 'fewer than 65536 for ada in /etc/subuid and /etc/subgid'],
  ])('with %j and %j: %s', (subuid, subgid, state, found) => {
    expect(judgeRanges(ada, { subuid, subgid })).toMatchObject({ state, found })
  })
})

describe('platforms', () => {
  const judge = (own: string, wanted: string[], registered: string[]) =>
    judgeEmulation(parsePlatform(own), wanted.map(parsePlatform), registered)

  test.each([
    ['linux/amd64', [], [], 'ok'],
    ['linux/amd64', ['linux/amd64', 'linux/386'], [], 'ok'],
    ['linux/amd64', ['linux/arm64'], [], 'problem'],
    ['linux/amd64', ['linux/arm64'], ['register', 'status', 'qemu-aarch64'], 'ok'],
    ['linux/amd64', ['linux/arm/v7', 'linux/arm64'], ['qemu-aarch64'], 'problem'],
    ['linux/amd64', ['linux/arm/v7', 'linux/s390x'], ['qemu-arm', 'qemu-s390x'], 'ok'],
    ['linux/arm64', ['linux/arm/v7'], [], 'ok'],
    ['linux/arm64', ['linux/amd64'], ['qemu-x86_64'], 'ok'],
    ['linux/arm64', ['linux/amd64'], ['qemu-i386'], 'problem'],
  ])('%s, asked for %j, with %j: %s', (own, wanted, registered, state) => {
    expect(judge(own, wanted, registered)).toMatchObject({ state })
  })

  test('names what can’t run', () => {
    expect(judge('linux/amd64', ['linux/s390x', 'linux/amd64'], ['qemu-aarch64']).found).toBe(
      'linux/amd64, and emulation of 1 other: linux/s390x can’t run here',
    )
  })
})

test.each([
  ['ghp_x', 'repo, write:packages, delete:packages', 'ok'],
  ['ghp_x', 'write:packages', 'warning'],
  ['ghp_x', 'repo, read:packages', 'problem'],
  ['ghp_x', '', 'problem'],
  ['gho_x', undefined, 'ok'],
  ['ghs_x', undefined, 'ok'],
  ['github_pat_x', undefined, 'problem'],
])('a token %s with the scopes %j: %s', (token, scopes, state) => {
  const finding = judgeScopes(token, scopes)
  expect(finding).toMatchObject({ state })
  expect(JSON.stringify(finding)).not.toContain(token)
})
