import { access, lstat, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Entry } from '../../doubles/git/repositories.ts'
import { makeScene, type Scene } from './restoring.ts'

const NODE = { owner: 'o', name: 'hostile' }
const INNER = { owner: 'o', name: 'inner' }

let scene: Scene
let marker: string
beforeEach(async () => {
  scene = await makeScene([NODE, INNER])
  marker = join(scene.folder, 'it-ran')
})
afterEach(() => scene.remove())

const file = (name: string | Uint8Array, content = 'x\n'): Entry => ({ mode: '100644', name, content })
const program = (name: string): Entry => ({ mode: '100755', name, content: `#!/bin/sh\ntouch ${marker}\n` })
const link = (name: string, content: string): Entry => ({ mode: '120000', name, content })
const folder = (name: string, ...content: Entry[]): Entry => ({ mode: '40000', name, content })
const gitlink = (name: string, content = scene.repositories.get('o/inner').commits[4] ?? ''): Entry => ({
  ...{ mode: '160000', name, content },
})
const gitmodules = (url: string, path = 'sub', more = ''): Entry =>
  file('.gitmodules', `[submodule "sub"]\n\tpath = ${path}\n\turl = ${url}\n${more}`)

async function restoreWith(entries: readonly Entry[]): Promise<string> {
  const commit = await scene.repositories.hostile('o/hostile', entries)
  const url = 'https://github.com/o/hostile'
  await scene.restore({ git: [{ url, commit, disabled: false }] })
  return join(scene.to.nodes, 'hostile')
}

/** Nothing ran, nothing lies elsewhere. */
async function expectNothing(): Promise<void> {
  await expect(access(marker)).rejects.toThrow('ENOENT')
  expect((await readdir(scene.folder)).sort()).toEqual(['custom_nodes', 'gitconfig', 'srv', 'temp'])
  expect(await readdir(scene.to.nodes)).toEqual([])
}

describe('a commit whose files would lie elsewhere', () => {
  test.each<[string, () => Entry[]]>([
    ['..', () => [folder('..', folder('..', file('escaped')))]],
    ['. as a folder', () => [folder('.', file('here'))]],
    ['a slash in a name', () => [file('../../escaped')]],
    ['.git', () => [folder('.git', folder('hooks', program('post-checkout')))]],
    ['.GIT', () => [folder('.GIT', folder('hooks', program('post-checkout')))]],
    ['.git. below', () => [folder('deep', folder('.git. ', file('config')))]],
    ['git~1', () => [folder('git~1', file('config'))]],
    ['.git with what cannot be seen', () => [folder('.g\u200cit', file('config'))]],
    ['a stream of .git', () => [folder('.git::$INDEX_ALLOCATION', file('config'))]],
    ['.git behind a backslash', () => [file('a\\.git\\config')]],
    ['a file named .git', () => [file('.git', 'gitdir: /etc\n')]],
    ['a submodule at .git', () => [gitmodules('https://github.com/o/inner', '.git'), gitlink('.git')]],
    ['a link, and a folder of the same name', () => [link('way', '../..'), folder('way', file('escaped'))]],
    ['the same in another order', () => [folder('way', file('escaped')), link('way', '../..')]],
    ['a link in place of .gitmodules', () => [link('.gitmodules', '/etc/passwd'), gitlink('sub')]],
  ])('%s is refused, and the node is named', async (_what, entries) => {
    await expect(restoreWith([...entries(), file('z')])).rejects.toThrow(
      /^Node hostile: Its commit (has|can’t be used: it has) /,
    )
    await expectNothing()
  })
})

describe('a submodule', () => {
  test.each([
    ['an option', '--upload-pack=touch MARKER'],
    ['a command', 'ext::sh -c touch% MARKER'],
    ['a file', 'file:///etc'],
    ['a path', '/etc'],
    ['a dash', '-x'],
    ['plain http', 'http://github.com/o/inner'],
  ])('at an address that is %s is refused', async (_what, url) => {
    const written = url.replace('MARKER', marker)
    await expect(restoreWith([gitmodules(written), gitlink('sub')])).rejects.toThrow(
      /^Node hostile: Its submodule sub has the address .*, which is none of https\.$/,
    )
    await expectNothing()
  })

  test('lies where the commit says, whatever .gitmodules says, and updates by nobody’s command', async () => {
    const more = `\tupdate = !touch ${marker}\n[submodule "../../x"]\n\tpath = ../../../escaped\n\turl = https://github.com/o/inner\n`
    const place = await restoreWith([gitmodules('../inner', 'sub', more), gitlink('sub')])
    expect((await lstat(join(place, 'sub/__init__.py'))).isFile()).toBe(true)
    expect((await readdir(scene.folder)).length).toBe(4)
    await expect(access(marker)).rejects.toThrow('ENOENT')
  })

  test('may come from a host that is allowed, and from no other', async () => {
    const commit = await scene.repositories.hostile('o/hostile', [
      gitmodules('https://gitlab.com/o/inner'),
      gitlink('sub'),
    ])
    const git = [{ url: 'https://github.com/o/hostile', commit, disabled: false }]
    await expect(scene.restore({ git }, { allowHosts: ['github.com'] })).rejects.toThrow(
      'Node hostile: Its submodule sub is at https://gitlab.com/o/inner',
    )
  })

  test('that no address is known of stays an empty folder, as with git; that is told, and is no fault', async () => {
    const entries = [file('z'), gitlink('sub')]
    const place = await restoreWith(entries)
    expect(await readdir(join(place, 'sub'))).toEqual([])
    expect(scene.said).toContain(
      'warning: https://github.com/o/hostile names no address for its submodule sub, which stays empty.',
    )
  })

  test('whose commit is gone is named with its node', async () => {
    const entries = [gitmodules('../inner'), gitlink('sub', '1'.repeat(40))]
    await expect(restoreWith(entries)).rejects.toThrow(
      `Node hostile: In its submodule sub: https://github.com/o/inner has no commit ${'1'.repeat(40)} any more.`,
    )
    await expectNothing()
  })
})

test('odd names are names, and odd links are links', async () => {
  const bytes = Buffer.from([0x66, 0xff, 0xfe])
  const place = await restoreWith([
    file('Case.py', 'a\n'),
    file(bytes, 'bytes\n'),
    file('case.py', 'b\n'),
    folder('deep', file('new\nline', 'line\n')),
    link('out', '../../../..'),
  ])
  expect(await readFile(join(place, 'Case.py'), 'utf8')).toBe('a\n')
  expect(await readFile(join(place, 'case.py'), 'utf8')).toBe('b\n')
  expect(await readFile(join(place, 'deep/new\nline'), 'utf8')).toBe('line\n')
  expect(await readFile(Buffer.concat([Buffer.from(`${place}/`), bytes]), 'utf8')).toBe('bytes\n')
  expect(await readlink(join(place, 'out'))).toBe('../../../..')
})

test('attributes start no filter and change no byte', async () => {
  const filter = `\n[filter "lfs"]\n\tsmudge = touch ${marker}\n\tprocess = touch ${marker}\n\trequired = true\n`
  const configuration = scene.repositories.environment.GIT_CONFIG_GLOBAL ?? ''
  await writeFile(configuration, (await readFile(configuration, 'utf8')) + filter)
  const place = await restoreWith([
    file('.gitattributes', '* filter=lfs\n*.txt text eol=crlf ident working-tree-encoding=UTF-16\n'),
    file('a.txt', '$Id$\nb\n'),
    file('big.bin', 'version https://git-lfs.github.com/spec/v1\n'),
  ])
  expect(await readFile(join(place, 'a.txt'), 'utf8')).toBe('$Id$\nb\n')
  await expect(access(marker)).rejects.toThrow('ENOENT')
})
