import { describe, expect, test } from '@jest/globals'
import { readSettings, remoteOf, unusualSettings } from '../../../../actions/nodes/prove/settings.ts'

const CLONED = `[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = false
\tlogallrefupdates = true
[remote "origin"]
\turl = https://github.com/ann/node
\tfetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]
\tremote = origin
\tmerge = refs/heads/main
[submodule]
\tactive = .
[submodule "deps/inner"]
\turl = https://github.com/ann/inner
`

test('what git writes by itself is nothing unusual', () => {
  expect(unusualSettings(readSettings(CLONED))).toEqual([])
})

describe('what could make git do something is named', () => {
  test.each([
    ['[core]\n\tfsmonitor = /tmp/x', 'core.fsmonitor'],
    ['[CORE]\n\tFsMonitor = /tmp/x', 'core.fsmonitor'],
    ['[filter "x"]\n\tclean = sh', 'filter.x.clean'],
    ['[include]\n\tpath = /tmp/more', 'include.path'],
    ['[includeIf "gitdir:/"]\n\tpath = /tmp/more', 'includeif.gitdir:/.path'],
    ['[remote "origin"]\n\tuploadpack = sh', 'remote.origin.uploadpack'],
    ['[submodule "x"]\n\tupdate = !sh', 'submodule.x.update'],
    ['[url "ext::sh"]\n\tinsteadOf = https:', 'url.ext::sh.insteadof'],
    ['[alias]\n\tpull = !sh', 'alias.pull'],
    ['[core]\n\tworktree = /etc', 'core.worktree'],
    ['[a "x"]\n\tbare', 'a.x.bare'],
    // Ways to write it that git takes, and itself never writes.
    ['[core] fsmonitor = s3cret', '[core] fsmonitor = …'],
    ['[core] ; x\n\tfsmonitor = x', '[core] ; x'],
    ['[core]\n\tbare = \\\nfsmonitor', 'bare = …'],
    ['stray = 1', 'stray = …'],
  ])('%j', (text, expected) => {
    expect(unusualSettings(readSettings(text))).toContain(expected)
  })
})

test('a worktree may say where its files are', () => {
  expect(unusualSettings(readSettings('[core]\n\tworktree = ../../inner'), true)).toEqual([])
})

test.each([
  [CLONED, 'https://github.com/ann/node'],
  ['[remote "up"]\n\turl = "https://a/b"', 'https://a/b'],
  ['[remote "a"]\n\turl = x\n[remote "b"]\n\turl = y', undefined],
  ['[remote "a"]\n\turl = x\n[remote "origin"]\n\turl = y', 'y'],
  ['[remote "origin"]\n\turl = x\n\turl = y', 'y'],
  ['', undefined],
])('the remote of %j', (text, expected) => {
  expect(remoteOf(readSettings(text))).toBe(expected)
})
