import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  folderNameOf,
  hostOf,
  normalPackage,
  normalUrl,
  ownerOf,
  packageNameOf,
  repositoryOf,
} from '../../../actions/nodes/names.ts'

describe('the normal form of an address', () => {
  test.each([
    'https://github.com/Owner/Name',
    'https://github.com/Owner/Name.git',
    'https://github.com/Owner/Name.GIT',
    'https://github.com/Owner/Name/',
    'https://github.com/Owner/Name.git/',
    'https://GitHub.com/Owner//Name',
    'https://github.com:443/Owner/Name?tab=readme#top',
    'https://me:secret@github.com/Owner/Name',
    'git@github.com:Owner/Name.git',
    'git@GitHub.com:/Owner/Name',
    'ssh://git@github.com/Owner/Name.git',
    'ssh://git@github.com:22/Owner/Name',
    '  https://github.com/Owner/Name.git \n',
  ])('%j', (text) => {
    expect(normalUrl(text)).toBe('https://github.com/Owner/Name')
  })

  test('keeps ports and groups', () => {
    expect(normalUrl('https://git.example.org:8443/a/b/c.git')).toBe('https://git.example.org:8443/a/b/c')
  })

  test.each([
    '',
    'ComfyUI-KJNodes',
    'http://github.com/o/r',
    'git://github.com/o/r',
    'file:///srv/r',
    '/srv/r',
    '../r',
    'C:\\nodes\\r',
    'ext::sh -c id',
    'ext::id',
    '--upload-pack=id',
    'https://github.com',
    'https://github.com/o/.git',
    'https://github.com/o/..git/../..',
    'https://github.com/o/%2e%2e',
    'https://github.com/o/r%2f..',
    'https://github.com\\o\\r',
    'https://github.com/o/r\nx',
    'https://github.com/o/r x',
    'https:///o/r',
  ])('%j has none', (text) => {
    expect(normalUrl(text)).toBeUndefined()
  })

  test('has itself as its normal form', () => {
    const part = fc.stringMatching(/^[\w.~+-]{1,6}$/)
    const suffix = fc.constantFrom('', '.git', '/', '.git/', '.git.git', '?a', '#b')
    const start = fc.constantFrom('https://github.com/', 'https://a.b:1/', 'git@c.d:', 'ssh://git@e.f/')
    fc.assert(
      fc.property(start, part, part, suffix, (from, owner, name, end) => {
        const url = normalUrl(`${from}${owner}/${name}${end}`)
        if (url === undefined) return
        expect(normalUrl(url)).toBe(url)
        expect(url).toMatch(/^https:\/\/[^/@]+(\/[^/]+)+$/)
        expect(folderNameOf({ url, commit: '', disabled: false })).not.toMatch(/\.git$|^\.*$/i)
      }),
      { numRuns: 1000 },
    )
  })
})

test('an address has a host, an owner and a name', () => {
  const url = 'https://gitlab.com/group/team/node'
  const node = { url, commit: '', disabled: false }
  expect([hostOf(url), ownerOf(url), repositoryOf(url), folderNameOf(node)]).toEqual([
    'gitlab.com',
    'group/team',
    'group/team/node',
    'node',
  ])
  expect(folderNameOf({ id: 'impact', version: '1' })).toBe('impact')
})

test.each([
  ['Pillow[jpeg]==10.2.0', 'Pillow', 'pillow'],
  ['ruamel.yaml_clib>=1', 'ruamel.yaml_clib', 'ruamel-yaml-clib'],
  ['six', 'six', 'six'],
])('%s names the package %s', (requirement, name, normal) => {
  expect([packageNameOf(requirement), normalPackage(name)]).toEqual([name, normal])
})
