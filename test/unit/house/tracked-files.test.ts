import { describe, expect, test } from '@jest/globals'
import { importsOf } from './dependencies.ts'
import { ourFiles, read } from './tracked.ts'

/** Names in pieces, so that this file passes its own test. */
const REGISTRIES = [
  'registry.' + 'npmjs.org',
  'py' + 'pi.org',
  'files.python' + 'hosted.org',
  'proxy.' + 'golang.org',
]
const FOLDERS = ['work', 'root']
const MACHINE_PATH = new RegExp(`(?<![\\w.$}/-])/(${FOLDERS.join('|')})/[\\w.-]`)
const PACKAGE = /^(?!node:|actions\/)(@[^/]+\/)?[^/]+/

describe('what is in the repository', () => {
  const texts = ourFiles()
    .filter((file) => !file.startsWith('dist/') && !/\.(png|jpg|gz|tar)$/.test(file))
    .map((file): [string, string] => [file, read(file)])

  test.each([
    ['cd /ro' + 'ot/project', true],
    ["'/wo" + "rk/main'", true],
    ['see $HOME/wo' + 'rk/x', false],
    ['https://example.com/wo' + 'rk/a', false],
    ['a/ro' + 'ot/b', false],
  ])('%s is a path of one machine: %s', (text, expected) => {
    expect(MACHINE_PATH.test(text)).toBe(expected)
  })

  test('names no path of the machine where it was written', () => {
    const found = texts.flatMap(([file, text]) =>
      text.split('\n').flatMap((line, at) => (MACHINE_PATH.test(line) ? [`${file}:${at + 1}: ${line}`] : [])),
    )
    expect(found).toEqual([])
  })

  test('makes no path of an address, in which a blank is %20', () => {
    const found = texts.filter(([, text]) => /import\.meta\.url\)\.pathname/.test(text))
    expect(found.map(([file]) => file)).toEqual([])
  })

  test('starts with the first Node 20 too, which finds Node 24', () => {
    const young = ourFiles('scripts/*.mjs', 'scripts/setup/*.mjs')
    expect(young.length).toBeGreaterThan(10)
    expect(young.filter((file) => /import\.meta\.(dirname|filename)/.test(read(file)))).toEqual([])
  })

  test('names no package registry: that is the business of whoever installs', () => {
    const found = texts.filter(([, text]) => REGISTRIES.some((host) => text.includes(host)))
    expect(found.map(([file]) => file)).toEqual([])
  })

  test('asks for exact versions of packages, and for the same in the lock file', () => {
    const manifest = JSON.parse(read('package.json'))
    const { packages } = JSON.parse(read('package-lock.json'))
    for (const kind of ['devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries<string>(manifest[kind])) {
        expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
        expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
      }
    }
  })

  test('asks for the packages that are used, and for no others; whoever installs ours needs none of them', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const asked = Object.keys(devDependencies)
    const imports = ourFiles('actions/**/*.ts').flatMap((file) => importsOf(file, read(file)))
    const used = new Set(imports.flatMap(({ target }) => PACKAGE.exec(target)?.[0] ?? []))
    expect(asked).toEqual(expect.arrayContaining([...used]))
    const elsewhere = texts.filter(([file]) => /\.(ts|mjs|json)$/.test(file) && !file.startsWith('package'))
    const named = (name: string) => elsewhere.some(([, text]) => text.includes(name))
    expect(asked.filter((name) => !used.has(name) && !name.startsWith('@types/') && !named(name))).toEqual([])
    expect(dependencies).toBeUndefined()
  })
})
