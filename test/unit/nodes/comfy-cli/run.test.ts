import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runComfyCli } from '../../../../actions/nodes/comfy-cli/run.ts'
import type { Installation } from '../../../../actions/nodes/installation.ts'
import type { Snapshot } from '../../../../actions/nodes/snapshot.ts'
import { type TestServices, testServices } from '../../../integration/nodes/services.ts'

const SNAPSHOT: Snapshot = { comfyui: null, git: [], registry: [], files: [], packages: [] }
let world: TestServices
let to: Installation & { core: string; python: string }

/** ComfyUI beside a virtual environment that has torch, and a program comfy that tells what it was started with. */
beforeEach(async () => {
  world = await testServices({ PATH: '/usr/bin:/bin', PIP_CONSTRAINT: '/given.txt' })
  const core = join(world.folder, 'ComfyUI')
  const environment = join(world.folder, 'venv')
  await mkdir(join(core, 'custom_nodes'), { recursive: true })
  for (const name of ['main.py', 'nodes.py', 'comfy', 'comfy_extras']) await write(join(core, name), '')
  const packages = join(environment, 'lib/python3.11/site-packages')
  await write(join(environment, 'pyvenv.cfg'), 'include-system-site-packages = false\nversion = 3.11.2\n')
  for (const name of ['torch-2.9.1+cu128', 'six-1.16.0'])
    await write(join(packages, `${name}.dist-info/METADATA`), 'Name: x\n')
  await write(join(environment, 'bin/python'), '')
  to = { core, nodes: join(core, 'custom_nodes'), python: join(environment, 'bin/python') }
})

afterEach(() => world.remove())

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

async function installComfy(script: string): Promise<void> {
  const program = join(dirname(to.python), 'comfy')
  await writeFile(program, `#!/bin/sh\n${script}\n`)
  await chmod(program, 0o755)
}

const run = (installation: Partial<Installation> = {}, snapshot = SNAPSHOT) =>
  runComfyCli({ snapshot, to: { ...to, ...installation } as Installation }, world.services)

describe('the official tool is started', () => {
  test('with the snapshot in its own form, and without a question', async () => {
    const told = join(world.folder, 'told')
    await installComfy(`for file; do :; done; echo "$@" >${told}; cat "$file" >>${told}
env | grep -E '^(VIRTUAL_ENV|DO_NOT_TRACK|GIT_TERMINAL_PROMPT)=' | sort >>${told}
echo '[ INSTALLED ] a node'; echo 'something else'; echo '[  FAILED   ] b@1.0'`)
    const node = { url: 'https://github.com/o/r', commit: 'a'.repeat(40), disabled: false }
    const { said } = await run({}, { ...SNAPSHOT, git: [node] })
    expect(said).toEqual(['[ INSTALLED ] a node', '[  FAILED   ] b@1.0'])
    const [line, ...rest] = (await readFile(told, 'utf8')).trim().split('\n')
    expect(line).toMatch(
      `--skip-prompt --no-enable-telemetry --no-json --workspace ${to.core} node restore-snapshot ${world.services.temp}/`,
    )
    expect(JSON.parse(rest.slice(0, -3).join('\n'))).toMatchObject({
      git_custom_nodes: { [node.url]: { hash: node.commit, disabled: false } },
    })
    expect(rest.slice(-3)).toEqual([
      'DO_NOT_TRACK=1',
      'GIT_TERMINAL_PROMPT=0',
      `VIRTUAL_ENV=${join(world.folder, 'venv')}`,
    ])
  })

  test('with torch held at its version, beside what was held already', async () => {
    const told = join(world.folder, 'told')
    await installComfy(`echo "$PIP_CONSTRAINT" >${told}; cat \${PIP_CONSTRAINT#* } >>${told}`)
    await run()
    const [files, ...lines] = (await readFile(told, 'utf8')).trim().split('\n')
    expect(files).toMatch(/^\/given\.txt \S+\/constraints\.txt$/)
    expect(lines).toEqual(['torch==2.9.1+cu128'])
  })

  test('and that it did not begin is told in its own words', async () => {
    await installComfy("echo 'ComfyUI-Manager not found.' >&2; exit 1")
    await expect(run()).rejects.toThrow(
      'comfy node restore-snapshot ended with 1: ComfyUI-Manager not found.',
    )
  })
})

describe('an installation that it can not work on is refused', () => {
  test.each<[string, () => Partial<Installation>]>([
    ['there is no program "comfy"', () => ({})],
    ['needs ComfyUI itself, and none is named', () => ({ core: undefined })],
    ['no Python is named', () => ({ python: undefined })],
    ['is no ComfyUI that comfy-cli would accept', () => ({ core: world.folder })],
    ['and not', () => ({ nodes: join(world.folder, 'elsewhere') })],
  ])('%s', async (message, change) => {
    await expect(run(change())).rejects.toThrow(message)
    expect(world.started).toEqual([])
  })
})
