import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
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

const append = (path: string) => () => appendFileSync(at(path), '\n')
const setting = (key: string, value: string) => () => void clones.userGit(folder, 'config', key, value)
describe('what was changed is found and named', () => {
  test.each<[string, string[], () => void]>([
    ['a byte', ['content README.md'], append('README.md')],
    ['a byte of a program', ['content setup.sh'], append('setup.sh')],
    [
      'line ends that no attribute asks for',
      ['content plain.dat'],
      () => writeFileSync(at('plain.dat'), 'one\r\ntwo\r\n'),
    ],
    ['what $Id$ says', ['content version.id'], () => writeFileSync(at('version.id'), '$Id: mine $\n')],
    ['a file that a filter would make whole again', ['content some.evil'], append('some.evil')],
    ['a mode', ['mode README.md'], () => chmodSync(at('README.md'), 0o755)],
    ['a mode that is missing', ['mode setup.sh'], () => chmodSync(at('setup.sh'), 0o644)],
    ['whose rights a program has', ['mode setup.sh'], () => chmodSync(at('setup.sh'), 0o4755)],
    ['a file that is gone', ['file sub/kept.py'], () => rmSync(at('sub/kept.py'))],
    ['a file that became a link', ['file README.md'], () => linked('README.md', 'setup.sh')],
    [
      'a folder that became a link',
      ['extra sub', 'file sub/.gitignore', 'file sub/kept.py'],
      () => linked('sub', '/etc'),
    ],
    ['a file that was added', ['extra sub/new.py'], () => writeFileSync(at('sub/new.py'), '')],
    ['an ignored file that was added', ['extra error.log'], () => writeFileSync(at('error.log'), '')],
    ['a source among the compiled files', ['extra __pycache__'], () => compiled('evil.py')],
    ['a link among the compiled files', ['extra __pycache__'], () => compiled('a.pyc', '/etc/passwd')],
    [
      'something compiled without a source',
      ['extra evil.pyc', 'extra sub/made'],
      () => added('evil.pyc', 'sub/made/evil.pyc'),
    ],
    [
      'a file that is larger than any text',
      ['content README.md'],
      () => truncateSync(at('README.md'), 3 * 1024 ** 3),
    ],
    ['a folder that was added', ['extra new'], () => added('new/a.py', 'new/deep/b.py')],
    ['another repository in it', ['extra new'], () => added('new/.git/HEAD')],
    [
      'a file that the index passes over',
      ['content README.md'],
      () => {
        clones.userGit(folder, 'update-index', '--assume-unchanged', 'README.md')
        append('README.md')()
      },
    ],
    [
      'a change that the index has',
      ['content README.md'],
      () => {
        append('README.md')()
        clones.userGit(folder, 'add', 'README.md')
      },
    ],
    [
      'a change of the same length and time',
      ['content README.md'],
      () => {
        const text = readFileSync(at('README.md'), 'utf8')
        clones.userGit(folder, 'status')
        writeFileSync(at('README.md'), text.replace('Outer', 'outer'))
      },
    ],
    [
      'a hook',
      ['hook .git/hooks/post-checkout'],
      () => writeFileSync(at('.git/hooks/post-checkout'), '#!/bin/sh\n'),
    ],
    [
      'a hook of a submodule',
      ['hook deps/inner/.git/hooks/pre-push'],
      () => writeFileSync(at('.git/modules/deps/inner/hooks/pre-push'), '#!/bin/sh\n'),
    ],
    ['where git looks for hooks', ['setting .git/config'], setting('core.hooksPath', '/tmp/hooks')],
    [
      'another address for all',
      ['setting .git/config'],
      setting('url.https://evil/.insteadOf', 'https://github.com/'),
    ],
    ['a file of a submodule', ['content deps/inner/inner.py'], append('deps/inner/inner.py')],
    [
      'a submodule that is missing',
      ['submodule deps/inner'],
      () => rmSync(at('deps/inner'), { recursive: true }),
    ],
    [
      'an empty submodule',
      ['submodule repository deps/inner'],
      () => {
        rmSync(at('deps/inner'), { recursive: true })
        mkdirSync(at('deps/inner'))
      },
    ],
    [
      'a submodule at another commit',
      ['submodule commit deps/inner'],
      () => clones.userGit(at('deps/inner'), 'checkout', '-q', 'HEAD~1'),
    ],
    [
      'HEAD alone',
      ['commit', 'content __init__.py', 'content nodes/part_4.py', 'content nodes/part_9.py'].sort(),
      () => writeFileSync(at('.git/HEAD'), clones.commitOf('ann/Outer', 2)),
    ],
    ['HEAD and files', ['commit'], () => clones.userGit(folder, 'checkout', '-q', 'HEAD~1')],
    [
      'HEAD, to a branch that is not there',
      ['commit'],
      () => writeFileSync(at('.git/HEAD'), 'ref: refs/heads/none\n'),
    ],
    [
      'HEAD, which is no text',
      ['commit'],
      () => {
        rmSync(at('.git/HEAD'))
        execFileSync('mkfifo', [at('.git/HEAD')])
      },
    ],
    ['.git, which is gone', ['repository'], () => rmSync(at('.git'), { recursive: true })],
    [
      'objects, which are gone',
      ['objects'],
      () => {
        rmSync(at('.git/objects/pack'), { recursive: true })
        mkdirSync(at('.git/objects/pack'))
      },
    ],
  ])('%s', async (_what, expected, change) => {
    change()
    expect(inWords(await clones.prove(folder))).toEqual(expected)
  })

  const linked = (path: string, target: string) => {
    rmSync(at(path), { recursive: true })
    symlinkSync(target, at(path))
  }
  const compiled = (name: string, target?: string) => {
    mkdirSync(at('__pycache__'))
    if (target === undefined) writeFileSync(at('__pycache__', name), '')
    else symlinkSync(target, at('__pycache__', name))
  }
  const added = (...paths: string[]) => {
    for (const path of paths) {
      mkdirSync(join(at(path), '..'), { recursive: true })
      writeFileSync(at(path), '')
    }
  }
})
