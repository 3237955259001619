import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import { openTerminal, type TerminalOptions } from '../../../actions/runner/terminal.ts'

const root = mkdtempSync(join(tmpdir(), 'terminal-'))
const before = process.env.TMPDIR
beforeAll(() => {
  process.env.TMPDIR = root
})
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(root, { recursive: true })
})

let checkout: string
const git = (...args: string[]) =>
  execFileSync('git', ['-C', checkout, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
const commit = () => git('commit', '--quiet', '--allow-empty', '--message', 'one')
beforeEach(() => {
  checkout = mkdtempSync(join(root, 'checkout-'))
  git('init', '--quiet', '--initial-branch', 'main')
})

const open = (options: Partial<TerminalOptions> = {}) =>
  openTerminal(
    { text: () => '' },
    {
      signal: new AbortController().signal,
      workspace: checkout,
      trace: false,
      checkout: 'needed',
      log: 'stdout',
      asks: false,
      ...options,
    },
  )
function eventOf(options: Partial<TerminalOptions> = {}) {
  const terminal = open(options)
  terminal.close()
  return terminal.runner.event
}

describe('the event of a checkout', () => {
  test('is a push of its branch', () => {
    commit()
    expect(eventOf()).toMatchObject({
      name: 'push',
      ref: 'refs/heads/main',
      sha: git('rev-parse', 'HEAD'),
      repository: '',
      defaultBranch: 'main',
      workspace: checkout,
    })
  })

  test('on a branch is of the branch, also where a tag stands there', () => {
    commit()
    git('tag', 'v1.2.3')
    expect(eventOf().ref).toBe('refs/heads/main')
  })

  test('on a tag is of the tag', () => {
    commit()
    git('tag', 'v1.2.3')
    git('checkout', '--quiet', 'v1.2.3')
    expect(eventOf().ref).toBe('refs/tags/v1.2.3')
  })

  test('on a bare commit is of no branch and no tag, so that it gives no tag either', () => {
    commit()
    git('checkout', '--quiet', '--detach')
    expect(eventOf().ref).toBe('HEAD')
  })

  test.each([
    ['https://github.com/octo/app.git', 'octo/app'],
    ['https://user:token@github.com/octo/app.git', 'octo/app'],
    ['https://gitlab.example.com/group/sub/app.git', 'sub/app', 'https://gitlab.example.com'],
    ['https://github.com/octo/app', 'octo/app'],
    ['git@github.com:octo/app.name.git', 'octo/app.name'],
    ['ssh://git@example.com:2222/octo/app', 'octo/app', 'https://example.com'],
    ['https://github.com/octo/app/', 'octo/app'],
    ['/srv/git/app', ''],
    ['../git/app', ''],
    ['file:///srv/git/app', ''],
  ])('knows its repository from %s', (url, repository, serverUrl = 'https://github.com') => {
    commit()
    git('remote', 'add', 'origin', url)
    expect(eventOf()).toMatchObject({ repository, serverUrl })
  })
})

describe('the default branch', () => {
  test('is what the remote calls so, whatever is checked out and however it is named', () => {
    commit()
    git('update-ref', 'refs/remotes/origin/origin/trunk', 'HEAD')
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/origin/trunk')
    expect(eventOf().defaultBranch).toBe('origin/trunk')
  })

  test('is main, so that another branch does not pass for it', () => {
    commit()
    git('checkout', '--quiet', '-b', 'feature')
    expect(eventOf()).toMatchObject({ ref: 'refs/heads/feature', defaultBranch: 'main' })
  })

  test('is the only one there is', () => {
    git('checkout', '--quiet', '--orphan', 'trunk')
    commit()
    expect(eventOf().defaultBranch).toBe('trunk')
  })
})

describe('what is no checkout', () => {
  test.each([
    ['a checkout without a commit', () => {}],
    ['a folder without git', () => rmSync(join(checkout, '.git'), { recursive: true })],
    ['nothing', () => rmSync(checkout, { recursive: true })],
  ])('%s is refused, and leaves no folder behind', (_name, arrange) => {
    arrange()
    expect(() => open()).toThrow(UserError)
    expect(() => open()).toThrow('is not a git checkout with a commit')
    expect(readdirSync(root).filter((name) => name.startsWith('image-actions-'))).toEqual([])
  })
})

describe('where no checkout is needed', () => {
  const anywhere = { checkout: 'welcome' } as const

  test.each([
    ['a checkout without a commit', () => {}, 'refs/heads/main'],
    ['a folder without git', () => rmSync(join(checkout, '.git'), { recursive: true }), ''],
  ])('%s is no push, and of no repository', (_name, arrange, ref) => {
    arrange()
    expect(eventOf(anywhere)).toMatchObject({ name: 'workflow_dispatch', ref, sha: '', repository: '' })
  })

  test('a checkout tells its repository and branch', () => {
    commit()
    git('remote', 'add', 'origin', 'https://github.com/octo/app.git')
    expect(eventOf(anywhere)).toMatchObject({
      repository: 'octo/app',
      ref: 'refs/heads/main',
      sha: git('rev-parse', 'HEAD'),
      defaultBranch: 'main',
    })
  })

  test('a checkout that tells nothing is not asked', () => {
    commit()
    git('remote', 'add', 'origin', 'https://github.com/octo/app.git')
    expect(eventOf({ checkout: 'none' })).toMatchObject({
      repository: '',
      ref: '',
      defaultBranch: '',
      workspace: checkout,
    })
  })

  test('a tag that is checked out says nothing of what is cleaned up', () => {
    commit()
    git('tag', 'v1.2.3')
    git('checkout', '--quiet', 'v1.2.3')
    expect(eventOf(anywhere).ref).toBe('')
  })

  test('a folder that is not there is refused', () => {
    const workspace = join(checkout, 'none')
    expect(() => open({ ...anywhere, workspace })).toThrow(`There is no folder "${workspace}"`)
  })
})

describe('a terminal', () => {
  test('has a question and a progress line where they can be seen', () => {
    commit()
    const asking = open({ asks: true })
    const silent = open()
    expect([asking.runner.ask, silent.runner.ask]).toEqual([expect.any(Function), undefined])
    // A test's stderr is none.
    expect(silent.runner.progress).toBeUndefined()
    for (const { close } of [asking, silent]) close()
  })

  test('runs programs in the checkout, as a runner does', async () => {
    commit()
    const { runner, close } = open()
    expect((await runner.run('pwd', [])).stdout).toBe(checkout)
    expect((await runner.run('pwd', [], { cwd: '/' })).stdout).toBe('/')
    close()
  })

  test('keeps outputs and state, and takes its folder away', async () => {
    commit()
    const { runner, outputs, close } = open()
    runner.setOutput('a', '1')
    runner.saveState('b', '2')
    const artifacts = await runner.artifacts()
    await artifacts.put('plan-1', '{}')
    expect([outputs.get('a'), runner.state('b'), runner.state('c')]).toEqual(['1', '2', ''])
    await expect(artifacts.put('plan-1', '{}')).rejects.toThrow()
    expect([
      await artifacts.list('plan-'),
      await artifacts.get('plan-1'),
      await artifacts.get('plan-2'),
    ]).toEqual([['plan-1'], '{}', undefined])
    close()
    expect(existsSync(runner.temp)).toBe(false)
  })
})
