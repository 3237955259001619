import { describe, expect, test } from '@jest/globals'
import { addressFaults, judged } from './judging.ts'

describe('an address that is no repository’s', () => {
  test.each([
    ['--upload-pack=touch x', 'an option that git would obey'],
    ['-x', 'an option that git would obey'],
    ['ext::sh -c id', `git's transport "ext", which can run any program`],
    ['fd::17', `git's transport "fd"`],
    ['::x', `git's transport ""`],
    ['http://github.com/o/r', 'reached by http,'],
    ['git://github.com/o/r', 'reached by git,'],
    ['file:///srv/r', 'reached by file,'],
    ['/srv/r', 'no address of a repository'],
    ['../r', 'no address of a repository'],
    ['ComfyUI-KJNodes', 'no address of a repository'],
    ['https://github.com/o/r/tree/main', 'no repository of GitHub'],
    ['https://github.com/r', 'no repository of GitHub'],
    ['https://me:secret@github.com/o/r', 'holds a user or a password'],
    ['https://token@github.com/o/r', 'holds a user or a password'],
    ['ssh://git:secret@github.com/o/r', 'holds a user or a password'],
    ['http://me:secret@github.com/o/r', 'holds a user or a password'],
    ['https://github.com/o/-rf', 'which programs take for an option'],
    ['https://github.com/o/.hidden', 'which is hidden'],
    ['https://github.com/o/r.disabled', 'which ComfyUI passes over'],
    ['https://github.com/o/__pycache__', 'which ComfyUI passes over'],
    ['https://github.com/o/r\u0007', 'no address of a repository'],
  ])('%j', (url, message) => {
    const faults = addressFaults(url)
    expect(faults).toEqual([expect.stringContaining(message)])
    expect(faults[0]).not.toMatch(/secret|token@/)
    expect(faults[0]?.startsWith(JSON.stringify(url).slice(0, 12))).toBe(true)
  })
})

test.each([
  'https://github.com/o/r',
  'https://github.com/o/r.git/',
  'git@github.com:o/r.git',
  'ssh://git@github.com/o/r',
  'https://gitlab.com/a/b/c/r',
  'https://git.example.org:8443/~me/r',
])('%s is fine', (url) => {
  expect(addressFaults(url)).toEqual([])
})

test.each([
  [{ allowHosts: ['github.com'] }, 'https://GitHub.com/o/r', undefined],
  [{ allowHosts: ['GitHub.com'] }, 'https://github.com/o/r', undefined],
  [{ allowHosts: ['github.com'] }, 'https://github.com.evil.org/o/r', '"github.com.evil.org", the host'],
  [{ allowHosts: ['github.com'] }, 'https://github.com:444/o/r', '"github.com:444", the host'],
  [{ allowOwners: ['kijai'] }, 'git@github.com:Kijai/r', undefined],
  [{ allowOwners: ['github.com/kijai'] }, 'https://github.com/kijai/r', undefined],
  [{ allowOwners: ['github.com/kijai'] }, 'https://gitlab.com/kijai/r', '"kijai", the owner'],
  [{ allowOwners: ['kijai'] }, 'https://github.com/kijai2/r', '"kijai2", the owner'],
  [{ allowOwners: ['group/team'] }, 'https://gitlab.com/group/team/r', undefined],
  [{ allowOwners: ['group'] }, 'https://gitlab.com/group/team/r', '"group/team", the owner'],
])('with %j, %s: %s', (rules, url, fault) => {
  expect(addressFaults(url, rules)).toEqual(fault === undefined ? [] : [expect.stringContaining(fault)])
})

test('what packages come from is held against the hosts too', () => {
  const document = { pips: { six: 'https://example.org/six.whl' } }
  expect(judged(document, { allowHosts: ['example.org'] }).errors).toEqual([])
  expect(judged(document, { allowHosts: ['github.com'] }).errors).toEqual([
    expect.stringContaining('"example.org", the host'),
  ])
})
