import { find } from './places.mjs'
import { run, say } from './run.mjs'

/** Which program comes from which package, and who asks for it. */
const PACKAGES = [
  { program: 'npm', package: 'npm', for: ['start', 'test'] },
  { program: 'podman', package: 'podman', for: ['start', 'test'], recommended: true },
  { program: 'buildah', package: 'buildah', for: ['start', 'test'], recommended: true },
  { program: 'newuidmap', package: 'uidmap', for: ['start', 'test'] },
  { program: 'slirp4netns', package: 'slirp4netns', for: ['start', 'test'] },
  { program: 'runc', package: 'runc', for: ['start', 'test'] },
  { program: 'shellcheck', package: 'shellcheck', for: ['test'] },
  { program: 'go', package: 'golang-go', for: ['test'] },
  { program: 'debootstrap', package: 'debootstrap', for: ['test'] },
  { program: 'python3', package: 'python3', for: ['test'] },
  { program: 'make', package: 'make', for: ['test'] },
  // Their completions are tried.
  { program: 'zsh', package: 'zsh', for: ['test'] },
  { program: 'fish', package: 'fish', for: ['test'] },
  // With the fonts that a summary needs.
  { program: 'chromium', package: 'chromium fonts-dejavu-core fonts-noto-color-emoji', for: ['pictures'] },
]

/** Asks the system's package manager for the programs that are missing. */
export function installSystemPackages(purpose) {
  const missing = PACKAGES.filter((entry) => entry.for.includes(purpose) && !find(entry.program))
  if (missing.length === 0) return
  const names = missing.flatMap((entry) => entry.package.split(' '))
  say(`installing ${names.join(', ')} with apt-get`)
  const engines = missing.filter((entry) => entry.recommended).map((entry) => entry.package)
  const others = missing.filter((entry) => !entry.recommended).flatMap((entry) => entry.package.split(' '))
  asRoot(['apt-get', '-q', 'update'], names)
  // What podman recommends (networks, a user's id ranges) is what makes it work at all; the others need nothing more.
  if (engines.length > 0) asRoot(['apt-get', '-q', 'install', '--yes', ...engines], names)
  if (others.length > 0)
    asRoot(['apt-get', '-q', 'install', '--yes', '--no-install-recommends', ...others], names)
}

/** Runs a command as root: directly, else through sudo that needs no password. */
export function asRoot(command, wanted = []) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const [program, ...args] = command
  if (process.getuid?.() === 0) return run(program, args, { env })
  if (canSudo()) return run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', ...command])
  const advice = wanted.length > 0 ? `sudo apt-get install ${wanted.join(' ')}` : `sudo ${command.join(' ')}`
  throw new Error(
    `this needs root, and sudo asks for a password. Run this once, then try again:\n  ${advice}`,
  )
}

function canSudo() {
  if (!find('sudo')) return false
  try {
    run('sudo', ['-n', 'true'])
    return true
  } catch {
    return false
  }
}
