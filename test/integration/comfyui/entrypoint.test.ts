import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { command } from '../../e2e/harness/command.ts'
import { openImage } from './container.ts'

jest.setTimeout(120_000)

let image: Awaited<ReturnType<typeof openImage>>

beforeAll(async () => {
  image = await openImage()
})

afterAll(() => image.close())

test('it is POSIX sh, and shellcheck finds nothing', async () => {
  await command('shellcheck', ['--shell', 'sh', `${image.folder}/entrypoint.sh`])
})

describe('the program is process 1, with its ids, names and home, and one line says so (rules 2, 5, 6, 7, 9, 11)', () => {
  const entry = (ids: string) => `app:*:${ids}::/app:/bin/sh`
  const app = { entries: [entry('1000:1000')], groupNames: ['app'], user: 'app', noNewPrivileges: true }
  const gosu = { DROP_WITH: 'gosu' }
  const root = 'root:x:0:0:root:/root:/bin/bash'
  const web = 'www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin'

  test.each([
    ['nothing told', {}, '1000:1000', app],
    ['empty is unset', { PUID: '', PGID: '' }, '1000:1000', app],
    ['by gosu', gosu, '1000:1000', { ...app, noNewPrivileges: false }],
    ['others', { PUID: '3000', PGID: '3001' }, '3000:3001', { ...app, entries: [entry('3000:3001')] }],
    ['more than useradd takes', { PUID: '70000' }, '70000:1000', { ...app, entries: [entry('70000:1000')] }],
    [
      'existing ones, not in their own group',
      { PUID: '33', PGID: '100' },
      '33:100',
      { entries: [web], groupNames: ['users'], user: 'www-data' },
    ],
    [
      'the same by gosu',
      { ...gosu, PUID: '33', PGID: '100' },
      '33:100',
      { entries: [web], user: 'www-data' },
    ],
    [
      'root',
      { PUID: '0' },
      '0:1000',
      { entries: [root], user: 'root' },
      'PUID is 0: the command runs as root.',
    ],
    [
      'root by gosu',
      { ...gosu, PUID: '0' },
      '0:1000',
      { user: 'root' },
      'PUID is 0: the command runs as root.',
    ],
    [
      "root's group",
      { PGID: '0' },
      '1000:0',
      { groupNames: ['root'] },
      expect.stringMatching(/^PGID is 0: .*root's group\.$/),
    ],
  ])('%s', async (_what, env, ids, seen, ...expectedWarnings) => {
    const { exitCode, facts, warnings, stderr } = await image.start({ env })
    expect([exitCode, warnings]).toEqual([0, expectedWarnings])
    expect(facts).toMatchObject({ pid: 1, groups: [], home: '/app', logname: facts?.user, ...seen })
    expect(`${facts?.uid}:${facts?.gid}`).toBe(ids)
    expect([facts?.owners['/app'], facts?.owners['/app/ComfyUI']]).toEqual([ids, ids])
    expect(stderr.split('\n').at(-2)).toBe(`Starting with UID:GID = ${ids}`)
  })
})

describe('rule 1: who is not root any more', () => {
  test('is left as he is, and told that PUID and PGID mean nothing', async () => {
    const podman = ['--user', '3000:3001']
    const { facts, warnings } = await image.start({ podman, env: { PUID: 'abc', PGID: '5' } })
    expect(facts).toMatchObject({ pid: 1, uid: 3000, gid: 3001, owners: { '/app': '1000:1000' } })
    expect(facts).toMatchObject({ home: '/tmp', user: facts?.logname })
    expect(warnings).toEqual([expect.stringMatching(/PUID and PGID change nothing.* 3000:3001/)])
  })

  test('is told nothing where neither is set, and has a home that he may write', async () => {
    const { facts, warnings, stderr } = await image.start({ podman: ['--user', '1000:1000'] })
    expect([warnings, facts?.home, facts?.uid]).toEqual([[], '/app', 1000])
    expect(stderr).toBe('Starting with UID:GID = 1000:1000\n')
  })
})

describe('rules 2 and 3: ids', () => {
  const refused = Object.entries({
    'is no id': ['abc', '-1', '+1', ' 1000', '1000 ', '1\n2', '0x10', '1e3', '*', '\u0663'],
    'without leading zeros': ['007', '00', '01000'],
    'too large': ['2147483648', '4294967295', '9999999999', '18446744073709551617'],
  }).flatMap(([why, values]) => values.map((value) => ({ why, value })))

  test.each(['PUID', 'PGID'])('%s is refused with 64, by name and value', async (name) => {
    const values = refused.map(({ value }) => value)
    const ended = await image.tryValues(name, values)
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(values.map(() => 64))
    for (const [at, { why, value }] of refused.entries()) {
      expect(ended[at]?.stderr).toContain(`Error: ${name} is "${value}"`)
      expect(ended[at]?.stderr).toContain(why)
      expect(ended[at]?.stderr).not.toContain('Starting')
    }
  })

  test.each(['sh', 'bash --posix', '/bin/busybox sh'])(
    'in %s, any text is an id or refused',
    async (shell) => {
      const near = fc.integer({ min: -3, max: 3 }).map((offset) => String(2147483647 + offset))
      const digits = fc.stringMatching(/^[0-9+ -]{1,12}$/)
      const values = fc.sample(fc.oneof(near, digits, fc.nat().map(String), fc.string()), 40)
      const texts = values.map((value) => value.replaceAll('\0', ''))
      const ended = await image.tryValues('PUID', texts, shell)
      const expected = texts.map((text) => [text, isId(text) ? 0 : 64])
      expect(texts.map((text, at) => [text, ended[at]?.exitCode])).toEqual(expected)
    },
  )

  test('the highest one is taken', async () => {
    const { facts } = await image.start({ env: { PUID: '2147483647', PGID: '2147483647' } })
    expect([facts?.uid, facts?.gid, facts?.user]).toEqual([2147483647, 2147483647, 'app'])
  })

  test('and whatever else is wrong are all looked at before it ends', async () => {
    const env = { PUID: 'a', PGID: 'b', EXTRA_GIDS: 'c', CHOWN: 'd', DROP_WITH: 'e' }
    const { exitCode, stderr } = await image.start({ env })
    const errors = Object.entries(env).map(([name, value]) => `Error: ${name} is "${value}"`)
    expect([exitCode, stderr.match(/^Error: (\w+) is "(\w)"/gm)]).toEqual([64, errors])
  })
})

describe('rule 4: a user namespace', () => {
  const podman = ['--uidmap', '0:200000:2000', '--gidmap', '0:200000:3000']

  test.each([
    ['PUID', '2000', 'uid_map'],
    ['PGID', '3000', 'gid_map'],
    ['EXTRA_GIDS', '3000', 'gid_map'],
  ])('without a place for %s=%s says so', async (name, value, map) => {
    const { exitCode, stderr } = await image.start({ podman, env: { [name]: value } })
    expect([exitCode, stderr]).toEqual([
      64,
      expect.stringMatching(
        `${name} is "${value}", which has no place in this container's user namespace.*${map}`,
      ),
    ])
  })

  test('with its last ids goes on', async () => {
    const { facts } = await image.start({ podman, env: { PUID: '1999', PGID: '2999' } })
    expect([facts?.uid, facts?.gid, facts?.owners['/app']]).toEqual([1999, 2999, '1999:2999'])
  })

  test('that holds one id only, and lets nobody set groups, takes root', async () => {
    const { exitCode, stdout, stderr } = await image.start({
      podman: ['--security-opt', 'seccomp=unconfined', '--entrypoint', 'unshare'],
      env: { PUID: '0', PGID: '0', CHOWN: 'never' },
      command: ['--user', '--map-root-user', '/usr/local/bin/entrypoint.sh', 'cat', '/proc/self/setgroups'],
    })
    expect([exitCode, stdout, stderr]).toEqual([0, 'deny\n', expect.stringMatching(/UID:GID = 0:0\n$/)])
  })
})

describe('rule 6: a new entry', () => {
  test.each([
    ['the last line does not end', "printf 'last:x:7:7::/:/bin/sh' >>/etc/passwd", 'app'],
    ['its name is taken', 'echo app:x:7:7::/:/bin/sh >>/etc/passwd', 'app3000'],
    [
      'it was added before, at a restart',
      `${'PUID=3000 /usr/local/bin/entrypoint.sh true\n'.repeat(2)}`,
      'app',
    ],
  ])('is right also where %s', async (_what, before, name) => {
    const { facts } = await image.start({ env: { PUID: '3000' }, before })
    expect(facts?.entries).toEqual([`${name}:*:3000:1000::/app:/bin/sh`])
    expect([facts?.user, facts?.logname]).toEqual([name, name])
  })
})

describe('rule 7: HOME, USER and LOGNAME', () => {
  test('follow another home', async () => {
    const { facts } = await image.start({ env: { APP_HOME: '/srv' } })
    expect([facts?.home, facts?.entries]).toEqual(['/srv', ['app:*:1000:1000::/srv:/bin/sh']])
  })

  test('are there with a read-only root, where no entry can be', async () => {
    const { facts, warnings } = await image.start({ podman: ['--read-only'], env: { PUID: '3000' } })
    expect(facts).toMatchObject({ uid: 3000, entries: [], home: '/app', user: 'app', logname: 'app' })
    expect(warnings[0]).toMatch(/read-only.*--user 3000:1000/)
  })
})

describe('rule 9: who drops the rights', () => {
  test.each([
    ['there is no setpriv', 'rm /usr/bin/setpriv'],
    ["setpriv is busybox's", 'ln -sf /bin/busybox /usr/bin/setpriv'],
  ])('gosu does where %s', async (_what, before) => {
    const { facts, stderr } = await image.start({ env: { PUID: '3000', PGID: '3001' }, before })
    expect(stderr).toBe('Starting with UID:GID = 3000:3001\n')
    expect(facts).toMatchObject({ pid: 1, uid: 3000, gid: 3001, groups: [], noNewPrivileges: false })
  })

  test('without either it says what is missing', async () => {
    const { exitCode, stderr } = await image.start({ before: 'rm /usr/bin/setpriv /usr/sbin/gosu' })
    expect([exitCode, stderr]).toEqual([64, expect.stringMatching(/neither setpriv \(util-linux\) nor gosu/)])
  })
})

describe('rule 10: groups', () => {
  const cards = `mkdir /dev/dri && touch /dev/dri/card0 /dev/dri/renderD128 /dev/kfd
    chgrp 44 /dev/dri/card0 && chgrp 109 /dev/dri/renderD128 /dev/kfd`

  test.each([
    ["those of the caller, without root's", { podman: ['--group-add', '27', '--group-add', '0'] }, [27]],
    ['those that are asked for', { env: { EXTRA_GIDS: '2000, 44 27' } }, [27, 44, 2000]],
    ['those of graphics cards', { before: cards }, [44, 109]],
    [
      'each of them once',
      { before: cards, podman: ['--group-add', '44'], env: { EXTRA_GIDS: '44,109' } },
      [44, 109],
    ],
  ])('%s', async (_what, options, groups) => {
    const { facts, warnings } = await image.start(options)
    expect([facts?.groups, facts?.gid, warnings]).toEqual([groups, 1000, []])
  })

  test('gosu leaves them out, and that is said', async () => {
    const { facts, warnings } = await image.start({ env: { EXTRA_GIDS: '44', DROP_WITH: 'gosu' } })
    expect([facts?.groups, warnings]).toEqual([[], [expect.stringMatching(/gosu leaves out the groups 44/)]])
  })

  test('what is no list of ids is refused', async () => {
    const values = ['video', '44;27', '044', '2147483648', '44,-1']
    const ended = await image.tryValues('EXTRA_GIDS', values)
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(values.map(() => 64))
    for (const { stderr } of ended) expect(stderr).toContain('Error: EXTRA_GIDS is "')
  })
})

function isId(text: string): boolean {
  return text === '' || (/^(0|[1-9][0-9]*)$/.test(text) && Number(text) <= 2147483647)
}
