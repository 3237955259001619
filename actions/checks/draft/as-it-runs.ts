import type { ImageFacts } from '../contents/facts.ts'
import { portOf } from './as-it-lies.ts'
import { mappingOf } from './written-out.ts'

/** Only its owner knows what the image needs to start: all of this is a proposal. */
export function asItRuns(facts: ImageFacts): string[] {
  const port = facts.config.ports.map(portOf).find((port) => typeof port === 'number')
  const service = serviceBeside(port)
  return [
    '',
    '# What it needs beside it. The containers share one network, and nothing else is in it.',
    ...off(['services:', `  ${service.name}:`, ...service.lines.map((line) => `    ${line}`)]),
    '',
    '# The image itself, started with what it needs.',
    ...off(['run:', ...started(facts, port, service).map((line) => `  ${line}`)]),
    '',
    '# What it must refuse: without the variable it ends at once, and names it.',
    ...off([
      'cases:',
      `  - name: ${service.variable} is missing`,
      `    env: { ${service.variable}: null }`,
      '    exit: non-zero',
      `    output: { contains: ${service.variable} }`,
    ]),
    '',
    '# What a change of the sources must not build again. It needs what the image was built from.',
    ...off(['rebuild:', '  - edit: app/main.py', '    cached: [RUN pip install]', '    rebuilt: [COPY app]']),
  ]
}

interface Service {
  name: string
  port: number
  lines: readonly string[]
  variable: string
  url: string
}

const POSTGRES: Service = {
  name: 'db',
  port: 5432,
  lines: [
    'image: docker.io/library/postgres:17',
    'env: { POSTGRES_PASSWORD: test }',
    'port: 5432',
    'ready: { exec: [pg_isready, -h, 127.0.0.1] }',
  ],
  variable: 'DATABASE_URL',
  url: 'postgresql://postgres:test@{{db.host}}:{{db.port}}/postgres',
}
const REDIS: Service = {
  name: 'cache',
  port: 6379,
  lines: ['image: docker.io/library/redis:7', 'port: 6379', 'ready: { tcp: 6379 }'],
  variable: 'REDIS_URL',
  url: 'redis://{{cache.host}}:{{cache.port}}/0',
}

/** One that does not take the image's own port. */
function serviceBeside(port: number | undefined): Service {
  return port === POSTGRES.port ? REDIS : POSTGRES
}

function started({ config, user, shell }: ImageFacts, port: number | undefined, service: Service): string[] {
  const isRoot = (user.uid ?? 0) === 0
  return [
    `env: { ${service.variable}: ${JSON.stringify(service.url)} }`,
    ...readiness(config.healthcheck !== undefined, port),
    '# Read from /proc, so that it is true of the processes themselves.',
    `process: ${isRoot ? '{ uid: 1000 }' : mappingOf({ uid: user.uid, gid: user.gid })}`,
    ...(port === undefined ? [] : ['http:', '  - path: /', '    status: 200']),
    ...(shell && !isRoot ? ['exec:', '  - cmd: [sh, -c, "! touch /usr/bin/x"] # what it may not write'] : []),
    '# Both streams together; stdout and stderr can be asked alone.',
    'logs: { output: { excludes: Traceback } }',
    '# After SIGTERM it ends with 0 within 10s.',
    'stop: {}',
  ]
}

function readiness(hasHealthcheck: boolean, port: number | undefined): string[] {
  if (hasHealthcheck) return ['# When its own HEALTHCHECK succeeds.', 'ready: { healthcheck: true }']
  return port === undefined ? [] : [`ready: { http: { path: /, port: ${port} } }`]
}

/** A comment begins with a blank; what is switched off does not, so that one sign brings it back. */
function off(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.replace(/^(\s*)(# )?/, (_all, blanks, comment) => `#${blanks}${comment ?? ''}`),
  )
}
