import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bin, busybox, find, isExecutable } from './places.mjs'
import { run, say } from './run.mjs'

/**
 * Single files out of Debian packages that are not installed: busybox of the other architecture can't be, and
 * docker-registry would start a service.
 */
const FILES = [
  {
    package: 'busybox-static',
    architecture: 'amd64',
    file: 'bin/busybox',
    to: busybox('amd64'),
    for: ['start', 'test'],
  },
  {
    package: 'busybox-static',
    architecture: 'arm64',
    file: 'bin/busybox',
    to: busybox('arm64'),
    for: ['start', 'test'],
  },
  {
    package: 'docker-registry',
    file: 'usr/bin/docker-registry',
    to: join(bin, 'docker-registry'),
    for: ['test'],
  },
]

export function fetchDebianFiles(purpose) {
  const missing = FILES.filter((entry) => entry.for.includes(purpose) && !isThere(entry))
  if (missing.length === 0) return
  const own = run('dpkg', ['--print-architecture']).trim()
  const names = missing.map((entry) => `${entry.package}:${entry.architecture ?? own}`)
  say(`fetching ${names.join(', ')} from the distribution's archive`)
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-apt-'))
  try {
    const apt = privateApt(folder, own, new Set(names.map((name) => name.split(':')[1])))
    apt(['update'])
    for (const [index, entry] of missing.entries())
      extract(apt, names[index], entry, join(folder, String(index)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isThere(entry) {
  return isExecutable(entry.to) || (entry.architecture === undefined && find(entry.package) !== undefined)
}

function extract(apt, name, entry, folder) {
  mkdirSync(folder)
  apt(['download', name], folder)
  const archive = readdirSync(folder).find((file) => file.endsWith('.deb'))
  run('dpkg-deb', ['--extract', archive, 'files'], { cwd: folder })
  mkdirSync(dirname(entry.to), { recursive: true })
  // Newer releases keep /bin's files under /usr/bin.
  const file = ['files', 'files/usr'].map((top) => join(folder, top, entry.file)).find(isExecutable)
  if (!file) throw new Error(`${archive} holds no ${entry.file}`)
  copyFileSync(file, entry.to)
  chmodSync(entry.to, 0o755)
}

/** apt with lists of its own: nothing of the system changes, and no rights are needed. */
function privateApt(folder, own, architectures) {
  const parts = join(folder, 'sources')
  for (const made of ['lists/partial', 'cache/archives/partial', 'sources'])
    mkdirSync(join(folder, made), { recursive: true })
  writeSources(parts, own, architectures)
  const settings = [
    `Dir::State::lists=${folder}/lists`,
    `Dir::Cache=${folder}/cache`,
    `Dir::Etc::sourcelist=/dev/null`,
    `Dir::Etc::sourceparts=${parts}`,
    'Acquire::Languages=none',
    'APT::Sandbox::User=root',
    ...['amd64', 'arm64'].map((architecture) => `APT::Architectures::=${architecture}`),
  ]
  const options = settings.flatMap((setting) => ['-o', setting])
  return (args, cwd = folder) => run('apt-get', ['-q', ...options, ...args], { cwd })
}

/** The archive that this machine itself uses, for exactly the architectures needed. */
function writeSources(folder, own, architectures) {
  const release = Object.fromEntries(
    [...readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)].map((match) => [
      match[1],
      match[2],
    ]),
  )
  const codename = release.VERSION_CODENAME
  const archive = archiveOf(codename)
  const keyring = `/usr/share/keyrings/${release.ID}-archive-keyring.gpg`
  const components = release.ID === 'ubuntu' ? 'main universe' : 'main'
  const lines = [...new Set([own, ...architectures])].map((architecture) => {
    const address = architecture === own ? archive : portOf(archive)
    return `deb [arch=${architecture} signed-by=${keyring}] ${address} ${codename} ${components}`
  })
  writeFileSync(join(folder, 'archive.list'), `${lines.join('\n')}\n`)
}

/** Where apt gets the distribution's main component from, whatever mirror that is. */
function archiveOf(codename) {
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)'
  const targets = run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']).split('\n')
  const main = targets
    .map((line) => line.split(' '))
    .find(([, name, component]) => name === codename && component === 'main')
  if (!main) throw new Error(`apt has no source for ${codename} main`)
  return plainAddress(main[0])
}

/** A list of mirrors stands for the first address in it that any apt could ask. */
function plainAddress(address) {
  const list = /^mirror\+file:(.*?)\/?$/.exec(address)?.[1]
  if (list === undefined) return address
  const [first] = /^https?:\S+/m.exec(readFileSync(list, 'utf8')) ?? []
  return first ?? address
}

/** Debian keeps all architectures in one place; Ubuntu keeps those beside amd64 under another name, and the other way round. */
function portOf(archive) {
  return archive
    .replace(/\/\/(?:[^/]+\.)?archive\.([^/]+)\/ubuntu\/?$/, '//ports.$1/ubuntu-ports/')
    .replace(/^(.*)\/\/ports\.([^/]+)\/ubuntu-ports\/?$/, (whole, scheme, domain) =>
      whole === archive ? `${scheme}//archive.${domain}/ubuntu/` : whole,
    )
}
