import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'

const checkout = join(import.meta.dirname, '../../..')
const LIST = 'test/images/comfy-cli/requirements.txt'
const folder = mkdtempSync(join(tmpdir(), 'comfy-cli-'))
const log = join(folder, 'log')
afterAll(() => rmSync(folder, { recursive: true }))

/** A python3 whose virtual environments hold a python that writes down what it was asked to do, and fails if told to. */
const PYTHON = `mkdir -p "$3/bin"
printf '#!/bin/sh\\necho "$@" >>"$LOG"\\n[ -z "$BROKEN" ]\\n' >"$3/bin/python"
chmod +x "$3/bin/python"`

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'stubs'), { recursive: true })
  for (const part of ['scripts/setup', LIST])
    cpSync(join(checkout, part), join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'stubs/python3'), `#!/bin/sh\nset -e\n${PYTHON}\n`, { mode: 0o755 })
})

/** What pip was asked for. */
function installed(environment: Record<string, string> = {}): string {
  writeFileSync(log, '')
  const source = `import { installComfyCli } from '${folder}/scripts/setup/comfy-cli.mjs'
installComfyCli()`
  const env = { PATH: `${folder}/stubs:/usr/bin:/bin`, LOG: log, ...environment }
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', source], { env, stdio: 'pipe' })
  } catch (error) {
    if (environment.BROKEN === undefined) throw error
  }
  return readFileSync(log, 'utf8').trim()
}

const ALL = `-m pip install --quiet --no-deps --require-hashes --requirement ${join(folder, LIST)}`

describe('the official tool', () => {
  test('is installed once, by hashes, and again when its list is another one', () => {
    expect(installed()).toBe(ALL)
    // The stub made no program, so the link leads nowhere until there is one.
    const program = /comfy-cli-\w+/.exec(execFileSync('ls', [join(folder, '.cache')], { encoding: 'utf8' }))
    writeFileSync(join(folder, '.cache', program?.[0] ?? '', 'bin/comfy'), '')
    expect(installed()).toBe('')
    writeFileSync(join(folder, LIST), 'comfy-cli==1.23.1 --hash=sha256:0\n')
    expect(installed()).toBe(ALL)
  })

  test('is begun anew after a failure', () => {
    expect(installed({ BROKEN: 'yes' })).toBe(ALL)
    expect(installed()).toBe(ALL)
  })

  test('is listed with all that it needs, each at one version with its hashes', () => {
    const entries = readFileSync(join(checkout, LIST), 'utf8')
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll('\\\n', '')
      .trim()
      .split('\n')
    expect(
      entries.filter((line) => !/^[a-z0-9-]+==\S+( ; [^\\]+)?( +--hash=sha256:[0-9a-f]{64})+\s*$/.test(line)),
    ).toEqual([])
    expect(entries.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['comfy-cli==1.23.0', 'comfyui-manager==4.3']),
    )
    expect(entries.filter((line) => line.startsWith('torch'))).toEqual([])
  })
})
