import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'

const folder = mkdtempSync(join(tmpdir(), 'set-up-'))
const stubs = join(folder, 'stubs')
const sources = join(folder, 'archive.list')
const scripts = join(import.meta.dirname, '../../../scripts/setup')
afterAll(() => rmSync(folder, { recursive: true }))

/** A checkout where nothing is set up yet. */
beforeEach(() => {
  for (const made of ['.cache', 'stubs', 'scripts'])
    rmSync(join(folder, made), { recursive: true, force: true })
  cpSync(scripts, join(folder, 'scripts/setup'), { recursive: true })
})

function executable(path: string, script: string, mode = 0o755): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, mode)
}

/** What an expression gives that has one module's exports in scope as `m`. */
function evaluate(module: string, expression: string, path: string): unknown {
  const source = `import * as m from ${JSON.stringify(pathToFileURL(join(folder, 'scripts/setup', module)).href)}
process.stdout.write(JSON.stringify(${expression}) ?? 'null')`
  const args = ['--input-type=module', '--eval', source]
  const env = { PATH: path }
  return JSON.parse(
    execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

describe('a program is found', () => {
  const [first, second] = [join(folder, 'stubs/first'), join(folder, 'stubs/second')]
  const find = (name: string) => evaluate('places.mjs', `m.find('${name}')`, `${first}:${second}`)

  test('in the first folder that has it', () => {
    for (const place of [first, second]) executable(join(place, 'tool'), '')
    expect(find('tool')).toBe(join(first, 'tool'))
  })

  test('before all others where set-up itself keeps programs', () => {
    executable(join(first, 'tool'), '')
    executable(join(folder, '.cache/bin/tool'), '')
    expect(find('tool')).toBe(join(folder, '.cache/bin/tool'))
  })

  test('where it can be executed, and else not at all', () => {
    executable(join(first, 'tool'), '', 0o644)
    expect(find('tool')).toBeNull()
    executable(join(second, 'tool'), '')
    expect(find('tool')).toBe(join(second, 'tool'))
  })
})

/** apt as on a machine of one architecture that uses one archive: it shows the sources that it was given. */
function stubApt(own: string, archive: string): void {
  executable(join(stubs, 'dpkg'), `echo ${own}`)
  executable(
    join(stubs, 'apt-get'),
    `for word; do case $word in
  Dir::Etc::sourceparts=*) cp "\${word#*=}/archive.list" "${sources}";;
  indextargets) . /etc/os-release; echo "${archive} $VERSION_CODENAME main";;
  download) touch busybox.deb;;
esac; done`,
  )
  executable(join(stubs, 'dpkg-deb'), 'mkdir -p files/usr/bin; cp /bin/sh files/usr/bin/busybox')
}

const DEBIAN = 'http://mirror.example/debian/'
const UBUNTU = 'http://archive.mirror.example/ubuntu/'
const PORTS = 'http://ports.mirror.example/ubuntu-ports/'

describe('files of both architectures', () => {
  test.each([
    ['Debian keeps all in one place', 'amd64', DEBIAN, { amd64: DEBIAN, arm64: DEBIAN }],
    ['Debian on arm64 as well', 'arm64', DEBIAN, { amd64: DEBIAN, arm64: DEBIAN }],
    ['on arm64, amd64 is in the archive proper', 'arm64', PORTS, { amd64: UBUNTU, arm64: PORTS }],
    ['a list of mirrors is read', 'amd64', 'mirror+file:MIRRORS', { amd64: UBUNTU, arm64: PORTS }],
    ['Ubuntu keeps arm64 among its ports', 'amd64', UBUNTU, { amd64: UBUNTU, arm64: PORTS }],
    [
      'a mirror of a country has none',
      'amd64',
      'http://de.archive.mirror.example/ubuntu',
      { amd64: 'http://de.archive.mirror.example/ubuntu', arm64: PORTS },
    ],
  ])('%s', (_name, own, archive, expected) => {
    const mirrors = join(folder, 'mirrors.txt')
    writeFileSync(mirrors, `# nearest first\n${UBUNTU}\tpriority:1\nhttp://else.example/ubuntu\n`)
    stubApt(own, archive.replace('MIRRORS', mirrors))
    evaluate('debian-files.mjs', "m.fetchDebianFiles('start')", `${stubs}:/usr/bin:/bin`)
    const lines = readFileSync(sources, 'utf8').matchAll(/^deb \[arch=(\w+) [^\]]*\] (\S+)/gm)
    expect(Object.fromEntries([...lines].map(([, name, address]) => [name, address]))).toEqual(expected)
    for (const name of ['amd64', 'arm64'])
      expect(readFileSync(join(folder, '.cache/busybox', name))).toEqual(readFileSync('/bin/sh'))
  })
})
