import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { proveFiles } from '../../../actions/nodes/prove/files.ts'
import { type Clones, inWords, makeClones } from './clones.ts'

let clones: Clones
let folder: string

beforeAll(async () => {
  clones = await makeClones()
})
beforeEach(async () => {
  folder = await clones.copy()
})
afterAll(() => clones.remove())

const at = (...path: string[]) => join(folder, ...path)
const head = () => clones.commitOf('ann/Outer')

test('no program of its own is ever started', async () => {
  const witness = `${folder}-ran`
  const program = `${folder}-program`
  writeFileSync(program, `#!/bin/sh\ntouch '${witness}'\ncat\n`)
  chmodSync(program, 0o755)
  const programs = {
    'filter.evil.clean': program,
    'filter.evil.smudge': program,
    'filter.evil.required': 'true',
    'core.fsmonitor': program,
    'core.sshCommand': program,
    'core.pager': program,
    'core.gitProxy': program,
    'credential.helper': program,
    'diff.external': program,
    'uploadpack.packObjectsHook': program,
    'core.hooksPath': `${folder}-hooks`,
    'include.path': `${folder}-more`,
  }
  for (const [key, value] of Object.entries(programs)) clones.userGit(folder, 'config', key, value)
  mkdirSync(`${folder}-hooks`)
  for (const hook of ['post-index-change', 'post-checkout'])
    symlinkSync(program, join(`${folder}-hooks`, hook))
  for (const path of ['some.evil', 'run.bat', 'README.md']) appendFileSync(at(path), 'more\r\n')
  writeFileSync(at('new.evil'), '')
  // The user's own git would start it.
  expect(() => clones.userGit(folder, 'status')).not.toThrow()
  expect(existsSync(witness)).toBe(true)
  rmSync(witness)
  const proof = await clones.prove(folder, { generated: true })
  expect(existsSync(witness)).toBe(false)
  const settings = proof.differences.filter(({ what }) => what === 'setting').map(({ actual }) => actual)
  expect(settings.sort()).toEqual(
    Object.keys(programs)
      .map((key) => key.toLowerCase())
      .sort(),
  )
  expect(inWords(proof).filter((each) => !each.startsWith('setting'))).toEqual([
    'content README.md',
    'content run.bat',
    'content some.evil',
    'extra new.evil',
  ])
})

test('what may be a secret in its settings is not shown', async () => {
  appendFileSync(
    at('.git/config'),
    '[http "https://github.com/"] extraheader = s3cret\n[http]\n\tproxy = s3cret\n',
  )
  const { differences } = await clones.prove(folder)
  expect(differences).toHaveLength(2)
  expect(JSON.stringify(differences)).not.toContain('s3cret')
})

describe('what its store holds is hashed again', () => {
  const unpack = () => {
    const packs = at('.git/objects/pack')
    for (const name of readdirSync(packs).filter((each) => each.endsWith('.pack'))) {
      renameSync(join(packs, name), `${folder}.pack`)
      rmSync(packs, { recursive: true })
      execFileSync('sh', ['-c', `git -C '${folder}' unpack-objects -q <'${folder}.pack'`])
    }
  }
  const placeOf = (hash: string) => at('.git/objects', hash.slice(0, 2), hash.slice(2))
  const replace = (hash: string, type: string, bytes: Buffer) => {
    chmodSync(placeOf(hash), 0o644)
    writeFileSync(
      placeOf(hash),
      deflateSync(Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])),
    )
  }
  const bytesOf = (type: string, name: string) => execFileSync('git', ['-C', folder, 'cat-file', type, name])

  test('a commit that names other files', async () => {
    unpack()
    append()
    const tree = clones.userGit(folder, 'rev-parse', 'HEAD^{tree}')
    clones.userGit(folder, 'add', 'README.md')
    const other = clones.userGit(folder, 'write-tree')
    const text = bytesOf('commit', 'HEAD').toString().replace(tree, other)
    replace(head(), 'commit', Buffer.from(text))
    expect(inWords(await clones.prove(folder))).toEqual(['objects'])
  })

  test('a folder that names another file', async () => {
    unpack()
    append()
    const tree = clones.userGit(folder, 'rev-parse', 'HEAD^{tree}')
    clones.userGit(folder, 'add', 'README.md')
    const other = bytesOf('tree', clones.userGit(folder, 'write-tree'))
    replace(tree, 'tree', other)
    const { differences } = await clones.prove(folder)
    expect(differences).toEqual([
      {
        path: '',
        what: 'objects',
        expected: `commit ${head()}`,
        actual: expect.stringMatching(/^the object [0-9a-f]{40} holds something else$|mismatch|corrupt/),
      },
    ])
  })

  test('a commit that another one stands in for', async () => {
    append()
    clones.userGit(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qam', 'x')
    const made = clones.userGit(folder, 'rev-parse', 'HEAD')
    clones.userGit(folder, 'replace', head(), made)
    writeFileSync(at('.git/HEAD'), head())
    expect(clones.userGit(folder, 'status', '--porcelain')).toBe('')
    expect(inWords(await clones.prove(folder))).toEqual(['content README.md'])
  })

  test('another commit, where HEAD says it is this one', async () => {
    const other = clones.commitOf('ann/Inner')
    writeFileSync(at('.git/HEAD'), other)
    expect(inWords(await clones.prove(folder))).toEqual(['commit', 'objects'])
  })

  const append = () => appendFileSync(at('README.md'), 'x')
})

describe('below the root of an image', () => {
  let root = ''
  const prove = () => proveFiles(join(root, 'app/node'), head(), clones.git, { generated: false, root: root })
  beforeEach(() => {
    root = `${folder}-root`
    mkdirSync(join(root, 'app'), { recursive: true })
    renameSync(folder, join(root, 'app/node'))
    folder = join(root, 'app/node')
  })

  test('an absolute link of its .git leads to where it does inside', async () => {
    renameSync(at('.git'), join(root, 'app/kept'))
    symlinkSync('/app/kept', at('.git'))
    // The submodule's own .git says where the other one was.
    expect(inWords(await prove())).toEqual([])
  })

  test('a .git that leads out is none', async () => {
    for (const say of [
      () => symlinkSync(join(clones.origin, '.git'), at('.git')),
      () => writeFileSync(at('.git'), `gitdir: ${clones.origin}/.git\n`),
      () => writeFileSync(at('.git'), `gitdir: ../../../${'../'.repeat(9)}${clones.origin}/.git\n`),
    ]) {
      rmSync(at('.git'), { recursive: true })
      say()
      expect(inWords(await prove())).toEqual(['repository'])
    }
  })
})
