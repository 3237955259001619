import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bin, cache, root } from './places.mjs'
import { makeEnvironment } from './python-tools.mjs'
import { run, say } from './run.mjs'

const REQUIREMENTS = join(root, 'test/images/comfy-cli/requirements.txt')

/** ComfyUI's official tool, which ours is held against: an environment of its own, every package by its hash. */
export function installComfyCli() {
  const key = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12)
  const folder = join(cache, `comfy-cli-${key}`)
  const installed = join(folder, 'bin/comfy')
  const link = join(bin, 'comfy')
  if (existsSync(link) && readlinkSync(link) === installed) return
  say('installing comfy-cli (pip, into .cache, half a minute)')
  mkdirSync(bin, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  makeEnvironment(folder)
  const hashed = ['--no-deps', '--require-hashes', '--requirement', REQUIREMENTS]
  run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...hashed])
  // Last, so that a link means that all of it is there.
  rmSync(link, { force: true })
  symlinkSync(installed, link)
}
