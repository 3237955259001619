import { describe, expect, test } from '@jest/globals'
import { isGitFolder, judgePaths } from '../../../../actions/nodes/git/paths.ts'
import type { Entry } from '../../../../actions/nodes/prove/commit.ts'

describe('a name that some file system takes for .git', () => {
  test.each([
    '.git',
    '.GIT',
    '.git.',
    '.git . .',
    'git~1',
    'GIT~12',
    '.git::$INDEX_ALLOCATION',
    'a\\.git\\config',
    Buffer.from('.g\u200cit').toString('latin1'),
    Buffer.from('\ufeff.git').toString('latin1'),
  ])('%p is one', (name) => {
    expect(isGitFolder(name)).toBe(true)
  })

  test.each(['.gitignore', '.github', 'git', '.git2', 'my.git', 'git~', 'x.git.', '.gitmodules', 'digit~1'])(
    '%p is none',
    (name) => {
      expect(isGitFolder(name)).toBe(false)
    },
  )
})

describe('the files of a commit', () => {
  const of = (files: Record<string, Entry['kind']>, folders: string[] = []) => ({
    tree: '',
    files: new Map(Object.entries(files).map(([path, kind]) => [path, { kind, hash: '' }])),
    folders: new Set(folders),
  })

  test('may lie in folders, and have any other name', () => {
    expect(() => judgePaths(of({ 'a/b': 'file', 'new\nline': 'link' }, ['a']))).not.toThrow()
  })

  test.each([
    ['a folder of git’s', of({}, ['a', 'a/.Git'])],
    ['a link of git’s name', of({ 'a/.git': 'link' }, ['a'])],
    ['a link that is a folder too', of({ way: 'link' }, ['way'])],
    ['a link for .gitmodules', of({ '.gitmodules': 'link' })],
  ])('are refused for %s', (_what, files) => {
    expect(() => judgePaths(files)).toThrow('Its commit has ')
  })
})
