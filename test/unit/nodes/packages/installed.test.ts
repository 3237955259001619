import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isOfTorch, isSameVersion } from '../../../../actions/nodes/packages/compare.ts'
import { readInstalled } from '../../../../actions/nodes/packages/installed.ts'
import { sitePackagesOf } from '../../../../actions/nodes/packages/site-packages.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'packages-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}
async function link(path: string, target: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await symlink(target, join(root, path))
}
async function folders(...paths: string[]): Promise<void> {
  for (const path of paths) await mkdir(join(root, path), { recursive: true })
}
async function found(python: string): Promise<string[]> {
  return (await sitePackagesOf(python, root)).map((path) => path.slice(root.length))
}

const DEBIAN = ['/usr/local/lib/python3.12/dist-packages', '/usr/lib/python3/dist-packages']

/** As Debian's images are: /bin is a link, and so is python3. */
async function debian(): Promise<void> {
  await folders('/usr/bin', ...DEBIAN)
  await link('/bin', 'usr/bin')
  await write('/usr/bin/python3.12')
  await link('/usr/bin/python3', 'python3.12')
}

describe('the folders of a Python in an image', () => {
  test("are those of pip, then apt's, on Debian", async () => {
    await debian()
    expect(await found('/bin/python3')).toEqual(DEBIAN)
  })

  test("are the environment's alone; with the system's where it says so", async () => {
    await debian()
    await folders('/venv/lib/python3.12/site-packages', '/venv/lib/python3.11/site-packages')
    await link('/venv/bin/python3', '/usr/bin/python3')
    await link('/app/venv', '/venv')
    const own = '/venv/lib/python3.12/site-packages'
    await write('/venv/pyvenv.cfg', 'home = /usr/bin\nversion_info = 3.12.3\n')
    expect(await found('/app/venv/bin/python3')).toEqual([own])
    const both = 'home = /bin\r\nInclude-System-Site-Packages = TRUE\r\nversion = 3.12.3\r\n'
    await write('/venv/pyvenv.cfg', both)
    expect(await found('/venv/bin/python3')).toEqual([own, ...DEBIAN])
  })

  test("are one's own where Python was built", async () => {
    await folders('/usr/local/lib/python3.12/site-packages')
    await write('/usr/local/bin/python3.12')
    await link('/usr/local/bin/python', './python3.12')
    expect(await found('/usr/local/bin/python')).toEqual(['/usr/local/lib/python3.12/site-packages'])
  })

  test('never lie outside of it', async () => {
    await link(
      '/venv',
      root
        .split('/')
        .map(() => '..')
        .join('/') + process.execPath,
    )
    await expect(found('/venv/bin/python')).rejects.toThrow(/nowhere to be found/)
    await expect(found('python3')).rejects.toThrow(/nowhere to be found/)
  })
})

describe('what is installed', () => {
  const install = (name: string, origin?: unknown) =>
    Promise.all([
      write(`/s/${name}.dist-info/METADATA`),
      origin === undefined
        ? undefined
        : write(`/s/${name}.dist-info/direct_url.json`, JSON.stringify(origin)),
    ])

  test('is read without Python', async () => {
    const url = 'https://github.com/o/clip.git'
    await install('Typing_Extensions-4.12.2')
    await install('torch-2.5.1+cu128')
    await install('clip-1.0', { url, vcs_info: { vcs: 'git', commit_id: 'a'.repeat(40) }, subdirectory: 'x' })
    await install('wheel_at-2', {
      url: 'https://h/w.whl',
      archive_info: { hash: `sha256=${'b'.repeat(64)}` },
    })
    await install('~orch-2.4')
    await folders('/s/gone-1.0.dist-info')
    await write('/s/old_egg-3.0-py3.12.egg-info/PKG-INFO', 'Name: Old.Egg\nVersion: 3.0\n\nVersion: 9\n')
    await write('/s/flat-1.1.egg-info', '')
    await write('/t/torch-1.0.dist-info/METADATA')
    expect([...(await readInstalled([join(root, 's'), join(root, 't')])).values()]).toEqual([
      { name: 'clip', version: '1.0', address: `git+${url}#subdirectory=x`, commit: 'a'.repeat(40) },
      { name: 'flat', version: '1.1' },
      { name: 'old-egg', version: '3.0' },
      { name: 'torch', version: '2.5.1+cu128' },
      { name: 'typing-extensions', version: '4.12.2' },
      { name: 'wheel-at', version: '2', address: 'https://h/w.whl', archive: `sha256:${'b'.repeat(64)}` },
    ])
  })
})

test.each([
  ['1.0', '1.0.0', true],
  ['2.5.1+cu128', '2.5.1', true],
  ['2.5.1+cu128', '2.5.1+cpu', false],
  ['2.5.1', '2.5.2', false],
  ['1.0rc1', '1.0', false],
  ['1.0-RC.1', '1.0rc1', true],
])('%s and %s', (one, other, same) => {
  expect(isSameVersion(one, other)).toBe(same)
  expect(isSameVersion(other, one)).toBe(same)
})

test('torch and what is built for it; torchsde is a package like others', () => {
  const names = [
    'torch',
    'torchvision',
    'torchaudio',
    'xformers',
    'triton',
    'nvidia-cublas-cu12',
    'torchsde',
    'nvidia',
  ]
  expect(names.filter(isOfTorch)).toEqual(names.slice(0, 6))
})
