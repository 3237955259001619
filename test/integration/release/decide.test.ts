import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { decideTag, decideVersion } from '../../../scripts/release/decide.ts'
import { makeReleaseCommit } from '../../../scripts/release/release-commit.ts'
import { makeRepository, type Repository, unreleased, WORKFLOW } from './repository.ts'

let repository: Repository
beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.close())

function changelog(entry: string, duties?: string): Record<string, string> {
  return { 'CHANGELOG.md': `# Changelog\n\n${unreleased(entry, duties)}\n` }
}

/** Released as 1.0.0, and something new since then. */
function goOn(message: string, duties?: string): string {
  repository.release('1.0.0', decideVersion(repository.git, 'major').commit)
  return repository.commit(message, changelog('Something new.', duties))
}

describe('the release commit', () => {
  test('is a child beside main in which everything names the version, and nothing else differs', () => {
    const { git } = repository
    const { version, commit, source } = decideVersion(git, 'major')
    expect(version).toBe('1.0.0')
    expect(git.line('rev-parse', 'HEAD', `${commit}^`)).toBe(`${source}\n${source}`)
    expect(git.lines('branch', '--all', '--contains', commit)).toEqual([])
    expect(git.read(commit, '.github/workflows/build-images.yml')).toBe(WORKFLOW.replace('@main', '@v1.0.0'))
    expect(git.read(commit, 'CHANGELOG.md')).toBe(
      repository.read('CHANGELOG.md').replace('Unreleased', '1.0.0'),
    )
    const lock = JSON.parse(git.read(commit, 'package-lock.json'))
    expect([lock.version, lock.packages[''].version]).toEqual(['1.0.0', '1.0.0'])
    expect(lock.packages['node_modules/zod'].version).toBe('0.0.0')
    expect(git.lines('diff', '--name-only', source, commit)).toEqual([
      ...['.github/workflows/build-images.yml', 'CHANGELOG.md', 'package-lock.json', 'package.json'],
    ])
    expect(git.lines('status', '--porcelain')).toEqual([])
  })

  test('is the same whenever it is made, and whoever makes it', () => {
    const { git } = repository
    const first = decideVersion(git, 'major').commit
    git.run(['config', 'user.name', 'Somebody else'])
    git.run(['config', 'commit.gpgSign', 'true'])
    expect(makeReleaseCommit(git, 'HEAD', '1.0.0')).toBe(first)
  })
})

describe('a version is decided by what main has', () => {
  test('a bump counts from the last release, which lies beside main', () => {
    goOn('feat: more')
    expect(decideVersion(repository.git, 'minor').version).toBe('1.1.0')
  })

  test.each([
    ['a step that is too small', 'feat: more', undefined, 'patch', /ask for minor, so for 1\.1\.0 or higher/],
    ['a breaking commit in a minor release', 'fix!: more', 'Rename it.', 'minor', /ask for major/],
    [
      'a breaking commit that asks for nothing',
      'feat!: more',
      undefined,
      'major',
      /what a user has to change/,
    ],
    ['a version that is there', 'feat: more', undefined, '1.0.0', /exists already/],
  ])('%s is refused', (_what, message, duties, wanted, reason) => {
    goOn(message, duties)
    expect(() => decideVersion(repository.git, wanted)).toThrow(reason)
  })

  test('all that is wrong is told at once', () => {
    goOn('feat!: more')
    repository.git.run(
      ['commit', '--quiet', '--allow-empty', '--message', 'feat: not pushed', '--author=O <o@x>'],
      {
        env: { GIT_COMMITTER_NAME: 'O', GIT_COMMITTER_EMAIL: 'o@x' },
      },
    )
    expect(() => decideVersion(repository.git, 'patch')).toThrow(
      /on no branch of the origin[\s\S]*too small a step[\s\S]*what a user has to change/,
    )
  })

  test('what the last release told has to leave Unreleased first', () => {
    repository.release('1.0.0', decideVersion(repository.git, 'major').commit)
    repository.commit('fix: more')
    expect(() => decideVersion(repository.git, 'patch')).toThrow('npm run release -- changelog')
  })

  test('a prerelease leaves Unreleased as it is for the version that it leads to', () => {
    goOn('feat: more')
    repository.release('1.1.0-rc.1', decideVersion(repository.git, '1.1.0-rc.1').commit)
    expect(decideVersion(repository.git, 'minor').version).toBe('1.1.0')
  })

  test('what is released is not released again, and a rerun goes on with it', () => {
    const first = decideVersion(repository.git, 'major')
    repository.release('1.0.0', first.commit)
    expect(() => decideVersion(repository.git, 'minor')).toThrow('released already, as v1.0.0')
    expect(decideVersion(repository.git, 'minor', true)).toEqual(first)
  })

  test('a release of another branch is none of this one', () => {
    goOn('feat: more')
    repository.release('1.1.0', decideVersion(repository.git, 'minor').commit)
    repository.git.run(['switch', '--quiet', '--create', 'release/1.0', 'v1.0.0^'])
    repository.commit('fix: an old one', changelog('A fix.'))
    expect(decideVersion(repository.git, 'patch').version).toBe('1.0.1')
  })
})

describe('a tag that was pushed', () => {
  test('is what its parent makes, by whomever and with whatever message', () => {
    const { git } = repository
    const { commit, source } = decideVersion(git, 'major')
    const env = {
      GIT_AUTHOR_NAME: 'O',
      GIT_AUTHOR_EMAIL: 'o@x',
      GIT_COMMITTER_NAME: 'O',
      GIT_COMMITTER_EMAIL: 'o@x',
    }
    const own = git.run(['commit-tree', `${commit}^{tree}`, '-p', source, '-m', 'Ours'], { env }).trim()
    expect(own).not.toBe(commit)
    git.run(['tag', '--annotate', '--message=Ours', 'v1.0.0', own], { env })
    expect(decideTag(git, 'v1.0.0')).toEqual({ version: '1.0.0', commit: own, source })
  })

  test('on a plain commit is refused, and the way to do it is told', () => {
    repository.git.run(['tag', 'v1.0.0'])
    expect(() => decideTag(repository.git, 'v1.0.0')).toThrow(
      /at main\. Delete the tag with git push --delete origin v1\.0\.0, and make it with npm run release -- 1\.0\.0\./,
    )
  })

  test('with anything else in its commit is refused', () => {
    const { git } = repository
    const { commit } = decideVersion(git, 'major')
    git.run(['switch', '--quiet', '--create', 'elsewhere', commit])
    repository.commit('Smuggled', { 'dist/snapshot/cli.js': 'evil()\n' })
    const smuggled = git.run(['commit-tree', 'HEAD^{tree}', '-p', 'HEAD~2', '-m', 'release: v1.0.0'], {
      env: {
        GIT_AUTHOR_NAME: 'O',
        GIT_AUTHOR_EMAIL: 'o@x',
        GIT_COMMITTER_NAME: 'O',
        GIT_COMMITTER_EMAIL: 'o@x',
      },
    })
    git.run(['tag', 'v1.0.0', smuggled.trim()])
    expect(() => decideTag(git, 'v1.0.0')).toThrow('holds something else than its parent makes')
  })

  test('that names no version is refused', () => {
    expect(() => decideTag(repository.git, 'v1.0')).toThrow('v1.0 is no version')
  })
})
