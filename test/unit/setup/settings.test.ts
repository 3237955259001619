import { describe, expect, test } from '@jest/globals'
import { profileFor } from '../../../actions/setup/apparmor.ts'
import type { Bundle } from '../../../actions/setup/bundle.ts'
import { containersConf, storageConf } from '../../../actions/setup/settings.ts'

const bundle: Bundle = {
  podman: '/cache/bin/podman',
  conmon: '/cache/lib/podman/conmon',
  runtime: { name: 'crun', path: '/cache/bin/crun' },
  helpers: ['/cache/lib/podman', '/cache/bin'],
  network: 'pasta',
  init: '/cache/lib/podman/catatonit',
  policy: undefined,
  unsharing: ['/cache/bin/podman', '/cache/bin/crun'],
}

test('every helper is named by its absolute path', () => {
  expect(containersConf(bundle)).toBe(
    [
      '[containers]',
      'init_path = "/cache/lib/podman/catatonit"',
      'log_driver = "k8s-file"',
      '',
      '[engine]',
      'cgroup_manager = "cgroupfs"',
      'events_logger = "file"',
      'conmon_path = ["/cache/lib/podman/conmon"]',
      'helper_binaries_dir = ["/cache/lib/podman", "/cache/bin"]',
      'runtime = "crun"',
      '',
      '[engine.runtimes]',
      'crun = ["/cache/bin/crun"]',
      '',
      '[network]',
      'default_rootless_network_cmd = "pasta"',
      '',
    ].join('\n'),
  )
})

test('what a release lacks is not named', () => {
  const text = containersConf({ ...bundle, network: undefined, init: undefined })
  expect(text).not.toMatch(/network|init_path|undefined/)
})

describe('the store', () => {
  test.each([
    [0, undefined, '/var/lib/containers/storage-static', '/run/containers/storage-static'],
    [
      1001,
      '/run/user/1001',
      '/home/me/.local/share/containers/storage-static',
      '/run/user/1001/containers-static',
    ],
    [
      1001,
      undefined,
      '/home/me/.local/share/containers/storage-static',
      '/tmp/podman-run-1001/containers-static',
    ],
  ])('of user %s with %s lies apart from the distribution’s', (id, runtimeFolder, root, run) => {
    const text = storageConf({ id, home: '/home/me', runtimeFolder })
    expect(text).toContain(`\ngraphroot = "${root}"\n`)
    expect(text).toContain(`\nrunroot = "${run}"\n`)
    expect(text).toContain('driver = "overlay"')
    expect(text).not.toMatch(/mount_program|fuse/)
  })
})

test('the profile names each program and allows it user namespaces', () => {
  const text = profileFor(bundle.unsharing)
  for (const path of bundle.unsharing)
    expect(text).toMatch(
      new RegExp(`^profile image-actions-\\w+ "${path}" flags=\\(unconfined\\) \\{\n  userns,\n\\}$`, 'm'),
    )
})
