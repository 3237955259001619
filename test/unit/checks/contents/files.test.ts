import { beforeAll, describe, expect, test } from '@jest/globals'
import { LONGEST_TEXT } from '../../../../actions/checks/contents/contents.ts'
import { type Entry, failedIn, type SavedImage, savedImage, verified } from './saved-image.ts'

const long = `${'long/'.repeat(40)}name`
const base: Entry[] = [
  { path: 'etc/passwd', text: 'root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/:/bin/false\n' },
  { path: 'etc/group', text: 'root:x:0:\nstaff:x:1002:\n' },
  { path: 'usr/bin/', type: 'directory' },
  { path: 'usr/bin/run', text: '#!/bin/sh\nexec app\n', mode: 0o755 },
  { path: 'bin', type: 'symlink', target: 'usr/bin' },
  { path: 'app/', type: 'directory', uid: 1001, gid: 1002, mode: 0o750 },
  { path: 'app/settings', text: 'debug = true\n', uid: 1001, gid: 1002 },
  { path: 'app/empty', text: '' },
  { path: 'app/gone', text: 'x' },
  { path: 'hollow/', type: 'directory' },
  { path: 'loop', type: 'symlink', target: '/loop' },
  { path: 'dangling', type: 'symlink', target: '/not/here' },
  { path: 'current', type: 'symlink', target: 'app/settings' },
  { path: long, text: 'far down' },
  { path: 'large', text: 'a'.repeat(LONGEST_TEXT + 1) },
  { path: 'dev/null', type: 'character-device' },
]
const above: Entry[] = [
  { path: 'app/settings', text: 'debug = false\nname = "ö"\n', uid: 1001, gid: 1002, mode: 0o640 },
  { path: 'app/same', type: 'link', target: 'app/settings' },
  { path: 'app/.wh.gone' },
]

let saved: SavedImage
beforeAll(async () => {
  saved = await savedImage([base, above])
})

describe('a file is as asked', () => {
  test.each<[object]>([
    [{ path: '/app/settings' }],
    [{ path: '/app/settings', type: 'file', mode: '0640', owner: 'app:staff', 'non-empty': true }],
    [{ path: '/app/settings', owner: 'app' }],
    [{ path: '/app/settings', owner: '1001:1002' }],
    [{ path: '/app', type: 'directory', mode: '750', 'non-empty': true }],
    [{ path: '/app/gone', exists: false }],
    [{ path: '/app/settings', contains: 'debug = false', excludes: ['debug = true'] }],
    [{ path: '/app/settings', contains: ['name', '"ö"'], matches: '(?m)^debug = (true|false)$' }],
    [{ path: '/app/same', contains: 'debug = false', mode: '0640' }],
    [{ path: '/bin/run', contains: 'exec app', mode: '0755' }],
    [{ path: '/current', type: 'file', contains: 'debug = false' }],
    [{ path: '/current', type: 'link' }],
    [{ path: '/app/empty', 'non-empty': false }],
    [{ path: '/hollow', 'non-empty': false }],
    [{ path: '/dangling', type: 'link' }],
    [{ path: `/${long}`, contains: 'far down' }],
  ])('%j', async (file) => {
    const results = await verified(saved, { files: [file] })
    expect(results.map(({ status }) => status)).toEqual(results.map(() => 'passed'))
    // What is asked for was looked at: each key but the path, and that it is there.
    const asked = Object.values({ ...file, path: [], exists: true }).flat()
    expect(results).toHaveLength(asked.length)
  })
})

describe('a file is not as asked', () => {
  test.each<[object, string[], string]>([
    [{ path: '/nothing', mode: '0644' }, ['files.0.exists'], 'not there'],
    [{ path: '/app/gone' }, ['files.0.exists'], 'not there'],
    [{ path: '/app/settings', exists: false }, ['files.0.exists'], 'it is there: a file'],
    [{ path: '/dangling', exists: false }, ['files.0.exists'], 'it is there: a link'],
    [{ path: '/dangling' }, ['files.0.exists'], 'a link on the way leads to /not/here, which is not there'],
    [{ path: '/loop', contains: 'x' }, ['files.0.exists'], 'links on the way lead in a circle'],
    [{ path: '/app', type: 'file' }, ['files.0.type'], 'a directory'],
    [{ path: '/dev/null', type: 'file' }, ['files.0.type'], 'a device'],
    [{ path: '/app/settings', type: 'link' }, ['files.0.type'], 'a file'],
    [{ path: '/app/empty', 'non-empty': true }, ['files.0.non-empty'], 'empty'],
    [{ path: '/hollow', 'non-empty': true }, ['files.0.non-empty'], 'empty'],
    [{ path: '/app', mode: '0755' }, ['files.0.mode'], 'mode 0750'],
    [{ path: '/app/settings', owner: 'root' }, ['files.0.owner'], 'app:staff (1001:1002)'],
    [{ path: '/app/settings', owner: 'app:root' }, ['files.0.owner'], 'app:staff (1001:1002)'],
    [{ path: '/app/settings', owner: 'nobody' }, ['files.0.owner'], 'app:staff (1001:1002)'],
    [{ path: '/app/settings', contains: ['debug', 'true'] }, ['files.0.contains.1'], 'nothing in it does'],
    [{ path: '/app/settings', excludes: 'name' }, ['files.0.excludes.0'], 'line 2 has it'],
    [{ path: '/app/settings', matches: '^name' }, ['files.0.matches.0'], 'nothing in it does'],
    [{ path: '/app', contains: 'x' }, ['files.0.contains.0'], 'it is a directory'],
    [
      { path: '/large', excludes: 'b' },
      ['files.0.excludes.0'],
      'it is 4.2 MB long; files of more than 4.2 MB are not searched',
    ],
  ])('%j', async (file, failed, actual) => {
    const results = await verified(saved, { files: [file] })
    expect(failedIn(results)).toEqual(failed)
    expect(results.find(({ finding }) => finding)?.finding?.actual).toBe(actual)
  })

  test.each([
    [{ path: '/nothing' }, /^COPY it/],
    [{ path: '/app/settings', exists: false }, /^Name it in \.dockerignore/],
    [{ path: '/app', mode: '0755' }, /^RUN chmod 0755/],
    [{ path: '/app/settings', owner: 'root' }, /^COPY --chown=root/],
  ])('what to do about it is said: %j', async (file, hint) => {
    const results = await verified(saved, { files: [file] })
    expect(results.find(({ finding }) => finding)?.finding?.hint).toMatch(hint)
  })

  test('what can not be asked of a file that is not there is left open', async () => {
    const results = await verified(saved, { files: [{ path: '/no', mode: '0644', contains: 'x' }] })
    expect(results.map(({ path, status }) => [path.at(2), status])).toEqual([
      ['exists', 'failed'],
      ['mode', 'unchecked'],
      ['contains', 'unchecked'],
    ])
  })

  test('its text is not shown', async () => {
    const results = await verified(saved, {
      files: [{ path: '/app/settings', contains: 'x', excludes: 'debug', matches: 'y' }],
    })
    expect(failedIn(results)).toHaveLength(3)
    expect(JSON.stringify(results)).not.toContain('"ö"')
  })
})

describe('the layers are streamed', () => {
  test.each<[string, object, number]>([
    ['not at all for what the config says', { image: { workdir: '/', user: '' } }, 0],
    [
      'once for texts, sizes and secrets together',
      {
        image: { 'max-size': '1 GB' },
        files: [{ path: '/app/settings', contains: 'debug' }],
        secrets: {},
        hardening: {},
      },
      1,
    ],
    [
      'once more for what lies behind a link',
      {
        files: [
          { path: '/bin/run', contains: 'exec' },
          { path: '/current', contains: 'debug' },
        ],
      },
      2,
    ],
  ])('%s', async (_name, checks, expected) => {
    const image = await savedImage([base, above])
    expect(failedIn(await verified(image, checks))).toEqual([])
    expect(image.saves()).toBe(expected)
  })

  test.each([1, 7, 511, 512, 513, 100_000])('in pieces of %d bytes', async (piece) => {
    const small = [
      { path: 'a/b', text: 'some text' },
      { path: long, text: 'far down' },
    ]
    const image = await savedImage([small, [{ path: 'a/.wh.b' }], small], { piece })
    const files = [
      { path: '/a/b', contains: 'some text' },
      { path: `/${long}`, contains: 'far down' },
    ]
    expect((await verified(image, { files })).map(({ status }) => status)).toEqual(Array(4).fill('passed'))
  })

  test('an archive without one of the layers is no image', async () => {
    const { image, engine, saves } = await savedImage([base])
    const other = { ...image, layers: [...image.layers, image.id] }
    await expect(verified({ image: other, engine, saves }, { files: [{ path: '/app' }] })).rejects.toThrow(
      `without its layer ${image.id}`,
    )
  })
})
