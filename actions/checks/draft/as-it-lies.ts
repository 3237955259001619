import type { ImageFacts, KnownPath } from '../contents/facts.ts'
import { lostHealthcheck } from '../image/healthcheck.ts'
import type { SecretPlace } from '../secrets/place.ts'
import { globOf, listOf, mappingOf, textOf } from './written-out.ts'

/** What is asked of the image without starting it. */
export function asItLies(facts: ImageFacts): string[] {
  return [
    '',
    'image:',
    ...[...user(facts), ...config(facts), ...budget(facts)].map((line) => `  ${line}`),
    ...files(facts),
    ...hardening(facts),
    ...secrets(facts),
  ]
}

function user({ config, user }: ImageFacts): string[] {
  const { name, uid, gid } = user
  if (config.user === '')
    return ['# It runs as root: a USER in the Containerfile takes that from whoever breaks in.', 'user: ""']
  const known = [name, uid, gid].some((part) => part !== undefined)
  return [`user: ${known ? mappingOf({ name, uid, gid }) : textOf(config.user)}`]
}

function config({ config }: ImageFacts): string[] {
  const { entrypoint, cmd, workdir, ports, healthcheck } = config
  const numbers = ports.map(portOf)
  return [
    ...(entrypoint.length > 0 ? [`entrypoint: ${listOf(entrypoint)}`] : []),
    ...(cmd.length > 0 ? [`cmd: ${listOf(cmd)}`] : []),
    ...(/^\/./.test(workdir) ? [`workdir: ${textOf(workdir)}`] : []),
    ...(numbers.length > 0 && numbers.every((port) => port !== undefined)
      ? [`ports: ${listOf(numbers)}`]
      : []),
    ...(healthcheck
      ? ['healthcheck: true']
      : [
          lostHealthcheck(config)
            ? '# Its HEALTHCHECK was lost: build with --format docker. Then:'
            : '# It has no HEALTHCHECK; once it has one:',
          '#healthcheck: true',
        ]),
  ]
}

/** `8000/tcp` is 8000. A range, or what is no port at all, is not asked for. */
export function portOf(port: string): number | string | undefined {
  const [, digits = '', protocol = 'tcp'] = /^(\d+)(?:\/(tcp|udp|sctp))?$/.exec(port) ?? []
  const number = Number(digits)
  if (digits === '' || number < 1 || number > 65535) return undefined
  return protocol === 'tcp' ? number : `${number}/${protocol}`
}

function budget({ size, layers }: ImageFacts): string[] {
  const megabytes = size / 1e6
  const now = megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)
  return [
    `max-size: ${Math.max(1, Math.ceil(megabytes * 1.1))} MB # ${now} MB now`,
    `#max-layers: ${Math.max(1, layers)}`,
  ]
}

function files({ paths }: ImageFacts): string[] {
  const absolute = paths.filter(({ path }) => path.startsWith('/'))
  return [
    '',
    '# exists: false says that something is not there, such as tests or a compiler.',
    ...(absolute.length === 0 ? ['#files:', '#  - { path: /app/tests, exists: false }'] : ['files:']),
    ...absolute.flatMap(entry),
  ]
}

function entry({ path, type, mode, owner }: KnownPath): string[] {
  return [
    `  - path: ${textOf(path)}`,
    ...(type === 'file' ? [] : [`    type: ${type}`]),
    ...(type === 'link' ? [] : [`    mode: ${JSON.stringify(mode)}`]),
    `    owner: ${textOf(owner)}`,
  ]
}

/** More than this many are no list that anybody reads. */
const MOST_ALLOWED = 20

function hardening({ hardening: { setuid, worldWritable, packageCaches } }: ImageFacts): string[] {
  const rules = [
    ...rule('setuid', setuid.map(globOf), 'with the rights of others'),
    ...rule('world-writable', worldWritable.map(globOf), 'that everybody may write'),
    ...rule(
      'package-caches',
      packageCaches.map((folder) => `${globOf(folder)}/**`),
      'of package managers',
    ),
  ]
  if (rules.length === 0) return ['', 'hardening: {}']
  return [
    '',
    '# What is allowed here was found: take out of the image what it can do without.',
    'hardening:',
    ...rules,
  ]
}

function rule(name: string, found: readonly string[], what: string): string[] {
  if (found.length === 0) return []
  const counted = `${found.length} ${found.length === 1 ? 'path' : 'paths'} ${what}`
  if (found.length > MOST_ALLOWED) return [`  ${name}: false # ${counted}`]
  return [`  ${name}: # ${counted}`, '    allow:', ...found.map((glob) => `      - ${textOf(glob)}`)]
}

function secrets({ secrets }: ImageFacts): string[] {
  if (secrets.length === 0) return ['', 'secrets: {}']
  return [
    '',
    '# These look like credentials. Whoever can pull the image can read them: exchange them, take them out of it and',
    '# of these lines, and leave only what is none.',
    'secrets:',
    '  allow:',
    ...new Set(secrets.map(allowance)),
  ]
}

function allowance({ rule, path, name }: SecretPlace): string {
  return `    - ${mappingOf({ rule, path: path === undefined ? undefined : globOf(path), name })}`
}
