import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { bin, cache, find } from './places.mjs'
import { run, say } from './run.mjs'

const TOOLS = [
  { name: 'act', module: 'github.com/nektos/act', version: 'v0.2.89' },
  { name: 'actionlint', module: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' },
  { name: 'crane', module: 'github.com/google/go-containerregistry/cmd/crane', version: 'v0.22.1' },
  { name: 'regctl', module: 'github.com/regclient/regclient/cmd/regctl', version: 'v0.11.7' },
]
/** New enough for all of them; distributions ship older ones. */
const GO = '1.26.8'
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }

/** Builds the tools that are missing or of another version into .cache/bin. */
export function buildGoTools() {
  const missing = TOOLS.filter((tool) => !existsSync(stored(tool)) || !existsSync(join(bin, tool.name)))
  if (missing.length === 0) return
  const go = newEnoughGo()
  for (const tool of missing) build(tool, go)
}

function stored(tool) {
  return join(cache, 'go-tools', `${tool.name}-${tool.version}`)
}

function build(tool, go) {
  if (!existsSync(stored(tool))) {
    say(`building ${tool.name} ${tool.version} (Go, a minute or two)`)
    const folder = join(cache, 'go-tools', `new-${process.pid}`)
    mkdirSync(folder, { recursive: true })
    run(go, ['install', '-trimpath', `${tool.module}@${tool.version}`], {
      env: { GOBIN: folder, GOTOOLCHAIN: 'local', GOFLAGS: '-buildvcs=false', CGO_ENABLED: '0' },
    })
    renameSync(join(folder, tool.name), stored(tool))
    rmSync(folder, { recursive: true })
  }
  mkdirSync(bin, { recursive: true })
  rmSync(join(bin, tool.name), { force: true })
  run('ln', [stored(tool), join(bin, tool.name)])
}

/**
 * A program of a module that can't be installed by its name, as its other versions are not to be had: built in place, by
 * the module's own checksums. Gives where the program lies, and where the files named lie that it comes with.
 * @param {{ name: string, module: string, version: string, main: string, extras?: string[] }} tool
 */
export function buildFromModule({ name, module, version, main, extras = [] }) {
  const program = stored({ name, version })
  const beside = extras.map((extra) => stored({ name: basename(extra), version }))
  if ([program, ...beside].some((path) => !existsSync(path))) {
    say(`building ${name} ${version} (Go, a minute or two)`)
    const go = newEnoughGo()
    const env = { GOTOOLCHAIN: 'local', GOFLAGS: '-buildvcs=false', CGO_ENABLED: '0', GO111MODULE: 'on' }
    const told = run(go, ['mod', 'download', '-json', `${module}@${version}`], { cwd: '/', env })
    const { Dir: folder } = JSON.parse(told)
    mkdirSync(join(cache, 'go-tools'), { recursive: true })
    run(go, ['build', '-trimpath', '-o', program, main], { cwd: folder, env })
    for (const [index, extra] of extras.entries()) copyFileSync(join(folder, extra), beside[index])
    for (const path of beside) chmodSync(path, 0o755)
  }
  return { program, beside }
}

/** The system's Go where it is new enough; else a newer tool chain, which Go's own proxy serves as a module. */
function newEnoughGo() {
  const system = find('go') ?? '/usr/local/go/bin/go'
  const local = { GOTOOLCHAIN: 'local' }
  if (isAtLeast(run(system, ['env', 'GOVERSION'], { env: local }).trim(), GO)) return system
  const platform = `linux-${ARCHITECTURES[process.arch]}`
  const modules = join(cache, 'go-toolchain')
  const folder = join(modules, `golang.org/toolchain@v0.0.1-go${GO}.${platform}`)
  if (!existsSync(join(folder, '.ready'))) {
    say(`fetching Go ${GO}, as the system's is older`)
    run(system, ['mod', 'download', `golang.org/toolchain@v0.0.1-go${GO}.${platform}`], {
      cwd: '/',
      env: { ...local, GOMODCACHE: modules, GOFLAGS: '-modcacherw', GO111MODULE: 'on' },
    })
    // A module's files are not executable.
    for (const programs of ['bin', `pkg/tool/${platform.replace('-', '_')}`])
      for (const file of readdirSync(join(folder, programs))) chmodSync(join(folder, programs, file), 0o755)
    mkdirSync(join(folder, '.ready'))
  }
  return join(folder, 'bin/go')
}

function isAtLeast(version, wanted) {
  const numbers = (text) =>
    text
      .replace(/^go/, '')
      .split('.')
      .map((part) => Number.parseInt(part, 10) || 0)
  const [have, want] = [numbers(version), numbers(wanted)]
  return have[0] > want[0] || (have[0] === want[0] && have[1] >= want[1])
}
