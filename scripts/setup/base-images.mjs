import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24 } from './node24.mjs'
import { find, root } from './places.mjs'
import { run, say } from './run.mjs'
import { asRoot } from './system-packages.mjs'

const RECIPES = join(root, 'test/images')
const LABEL = 'image-actions.recipe'
const RELEASE = 'bookworm'
const NPM = '11.19.1'
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt'

/** In the order of building; what a recipe needs beside its own files. */
const IMAGES = [
  { name: 'debian', from: 'debootstrap', add: addCertificates },
  { name: 'python', from: 'debian' },
  { name: 'uv', from: 'python' },
  { name: 'comfy-cli', from: 'python' },
  { name: 'postgres', from: 'debian' },
  { name: 'redis', from: 'debian' },
  { name: 'node', from: 'debian', add: addNode },
]

/** Images for the examples' tests that stand for public ones, made of the distribution's packages. */
export function makeBaseImages(env) {
  const podman = find('podman')
  const keys = new Map([['debootstrap', RELEASE]])
  const has = (name) => labelOf(podman, name, env) === keys.get(name)
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-base-'))
  try {
    for (const image of IMAGES) {
      keys.set(image.name, keyOf(image, keys))
      if (has(image.name)) continue
      if (image.from === 'debootstrap' && !has('debootstrap')) makeDebian(podman, join(folder, 'root'), env)
      build(podman, image, { folder, key: keys.get(image.name), env })
    }
  } finally {
    asRoot(['rm', '-rf', '--one-file-system', folder])
  }
}

/** Changes with the recipe and with everything that it is built on. */
function keyOf({ name, from }, keys) {
  const hash = createHash('sha256')
    .update(keys.get(from))
    .update(name === 'node' ? NPM : '')
  for (const file of readdirSync(join(RECIPES, name)).sort())
    hash.update(file).update(readFileSync(join(RECIPES, name, file)))
  return hash.digest('hex').slice(0, 12)
}

function labelOf(podman, name, env) {
  try {
    const format = `{{index .Labels "${LABEL}"}}`
    return run(podman, ['image', 'inspect', '--format', format, tagOf(name)], { env }).trim()
  } catch {
    return undefined
  }
}

function build(podman, { name, add }, { folder, key, env }) {
  say(`building ${tagOf(name)} for the examples' tests`)
  const context = join(folder, name)
  cpSync(join(RECIPES, name), context, { recursive: true })
  add?.(context)
  run(
    podman,
    ['build', '--quiet', '--format', 'docker', '--label', `${LABEL}=${key}`, '--tag', tagOf(name), context],
    {
      env,
    },
  )
}

function tagOf(name) {
  return `localhost/image-actions/${name}`
}

/** A minimal Debian, whatever distribution this machine runs. */
function makeDebian(podman, target, env) {
  say(`making a minimal Debian with debootstrap (a minute)`)
  const archive = `${target}.tar`
  asRoot([find('debootstrap'), '--variant=minbase', RELEASE, target])
  const left = ['etc/resolv.conf', 'etc/hostname', 'var/cache/apt/*', 'var/lib/apt/lists/*', 'var/log/*']
  const excluded = left.map((path) => `--exclude=./${path}`)
  asRoot(['tar', '--create', '--file', archive, '--directory', target, ...excluded, '.'])
  run(podman, ['import', '--quiet', '--change', `LABEL ${LABEL}=${RELEASE}`, archive, tagOf('debootstrap')], {
    env,
  })
}

/** Whoever intercepts this machine's connections does so in containers, too. */
function addCertificates(context) {
  copyFileSync(CERTIFICATES, join(context, 'ca-certificates.crt'))
}

function addNode(context) {
  copyFileSync(
    existsSync(join(node24, 'node')) ? join(node24, 'node') : process.execPath,
    join(context, 'node'),
  )
  run('npm', ['pack', '--silent', `npm@${NPM}`], { cwd: context })
  run('tar', ['--extract', '--file', `npm-${NPM}.tgz`], { cwd: context })
  renameSync(join(context, 'package'), join(context, 'npm'))
  rmSync(join(context, `npm-${NPM}.tgz`))
}
