import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'

const checkout = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'base-images-'))
const log = join(folder, 'log')
afterAll(() => rmSync(folder, { recursive: true }))

/** A podman that remembers the label of what it was told to build or import, and a debootstrap that makes an empty root. */
const STUBS = {
  podman: `case $1 in
image) cat "$STORE/$(basename "$5")" ;;
build) echo "build $8" >>"$LOG"; echo "\${6#*=}" >"$STORE/$(basename "$8")" ;;
import) echo "import $6" >>"$LOG"; echo "\${4#*=}" >"$STORE/$(basename "$6")" ;;
esac`,
  debootstrap: 'mkdir -p "$3/etc"',
  npm: 'mkdir package && tar -cf npm-11.19.1.tgz package',
  sudo: 'while [ "$1" = -n ]; do shift; done; exec env "$@"',
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const made of ['stubs', 'store', 'test']) mkdirSync(join(folder, made), { recursive: true })
  cpSync(join(checkout, 'scripts/setup'), join(folder, 'scripts/setup'), { recursive: true })
  cpSync(join(checkout, 'test/images'), join(folder, 'test/images'), { recursive: true })
  for (const [name, script] of Object.entries(STUBS))
    writeFileSync(join(folder, 'stubs', name), `#!/bin/sh\nset -e\n${script}\n`, { mode: 0o755 })
})

/** What set-up had to make. */
function made(): string[] {
  writeFileSync(log, '')
  const source = `import { makeBaseImages } from '${folder}/scripts/setup/base-images.mjs'
makeBaseImages({})`
  const env = { PATH: `${folder}/stubs:/usr/bin:/bin`, LOG: log, STORE: join(folder, 'store') }
  execFileSync(process.execPath, ['--input-type=module', '--eval', source], { env, stdio: 'pipe' })
  return readFileSync(log, 'utf8').trim().split('\n').filter(Boolean)
}

const builds = (...names: string[]) => names.map((name) => `build localhost/image-actions/${name}`)

test('all are made once, and then no more', () => {
  expect(made()).toEqual([
    'import localhost/image-actions/debootstrap',
    ...builds('debian', 'python', 'uv', 'comfy-cli', 'postgres', 'redis', 'node'),
  ])
  expect(made()).toEqual([])
})

test.each([
  ['redis', builds('redis')],
  ['python', builds('python', 'uv', 'comfy-cli')],
  ['debian', builds('debian', 'python', 'uv', 'comfy-cli', 'postgres', 'redis', 'node')],
])('a changed recipe of %s is built again, with what stands on it', (name, expected) => {
  made()
  appendFileSync(join(folder, 'test/images', name, 'Containerfile'), '# changed\n')
  expect(made()).toEqual(expected)
})

test('an image that went missing is built again, and the Debian below it is not', () => {
  made()
  rmSync(join(folder, 'store/debian'))
  expect(made()).toEqual(builds('debian'))
})
