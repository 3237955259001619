import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bin, cache } from './places.mjs'
import { run, say } from './run.mjs'
import { asRoot } from './system-packages.mjs'

const VERSION = '1.32.0'

/** zizmor reads workflows for security mistakes; it comes as a Python package, into an environment of its own. */
export function installZizmor() {
  const folder = join(cache, `zizmor-${VERSION}`)
  if (existsSync(join(bin, 'zizmor')) && existsSync(folder)) return
  say(`installing zizmor ${VERSION} (pip, into .cache)`)
  mkdirSync(bin, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  const unfinished = `${folder}-unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  makeEnvironment(unfinished)
  run(join(unfinished, 'bin/python'), ['-m', 'pip', 'install', '--quiet', `zizmor==${VERSION}`])
  // zizmor is a compiled program: it doesn't mind that its environment is renamed.
  renameSync(unfinished, folder)
  rmSync(join(bin, 'zizmor'), { force: true })
  symlinkSync(join(folder, 'bin/zizmor'), join(bin, 'zizmor'))
}

function makeEnvironment(folder) {
  try {
    run('python3', ['-m', 'venv', folder])
  } catch {
    say('installing python3-venv with apt-get')
    asRoot(['apt-get', '-q', 'install', '--yes', '--no-install-recommends', 'python3-venv'])
    rmSync(folder, { recursive: true, force: true })
    run('/usr/bin/python3', ['-m', 'venv', folder])
  }
}
