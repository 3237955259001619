import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { ChosenLeg } from '../../../actions/build/leg.ts'
import type { BuildOptions } from '../../../actions/build/options.ts'
import { allowPlainHttp, buildRequest } from '../../../actions/build/request.ts'

const CREATED = 'org.opencontainers.image.created'
const chosen = {
  leg: { platform: 'linux/arm64' },
  image: {
    labels: { title: 'app', [CREATED]: '2026-11-01T00:00:00.000Z' },
    buildArgs: { A: 'plan', B: 'plan' },
    target: 'planned',
  },
} as unknown as ChosenLeg
const options: BuildOptions = {
  format: 'docker',
  compression: 'gzip',
  cache: 'registry',
  cacheRepository: '',
  noCache: false,
  pull: 'newer',
  reproducible: false,
  buildArgs: { B: 'caller' },
  buildContexts: ['docs=docs'],
  ssh: ['default'],
  target: undefined,
  extraArgs: ['--squash'],
  archive: '',
}
const parts = {
  source: { context: '/c', file: '/c/Containerfile' },
  secrets: ['id=k,src=/s/0'],
  cacheFrom: 'ghcr.io/o/app-cache',
  date: new Date('2026-01-02T03:04:05.678Z'),
}

describe('a request', () => {
  test('holds what the plan says and what the caller adds', () => {
    expect(buildRequest(chosen, options, parts)).toEqual({
      context: '/c',
      file: '/c/Containerfile',
      platform: 'linux/arm64',
      format: 'docker',
      labels: chosen.image.labels,
      buildArgs: { A: 'plan', B: 'caller' },
      buildContexts: ['docs=docs'],
      secrets: ['id=k,src=/s/0'],
      ssh: ['default'],
      target: 'planned',
      pull: 'newer',
      noCache: false,
      cacheFrom: 'ghcr.io/o/app-cache',
      epoch: undefined,
      extraArgs: ['--squash'],
    })
  })

  test('takes the caller’s target before the plan’s', () => {
    expect(buildRequest(chosen, { ...options, target: 'debug' }, parts).target).toBe('debug')
  })

  test('for a reproducible image dates everything by the commit, in whole seconds', () => {
    const request = buildRequest(chosen, { ...options, reproducible: true }, parts)
    expect(request.epoch).toBe(Date.parse('2026-01-02T03:04:05Z') / 1000)
    expect(request.labels).toEqual({ title: 'app', [CREATED]: '2026-01-02T03:04:05.000Z' })
  })
})

describe('plain HTTP', () => {
  const root = mkdtempSync(join(tmpdir(), 'plain-http-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const folder = () => mkdtempSync(join(root, 'job-'))
  const machine = join(root, 'machine.conf')
  writeFileSync(machine, 'unqualified-search-registries = ["example.com"]\n')
  const added = '\n[[registry]]\nlocation = "127.0.0.1:5000"\ninsecure = true\n'

  test('is allowed to the hosts named, beside what the machine says', async () => {
    const { CONTAINERS_REGISTRIES_CONF: path } = await allowPlainHttp(['127.0.0.1:5000'], folder(), {
      CONTAINERS_REGISTRIES_CONF: machine,
    })
    expect(readFileSync(path ?? '', 'utf8')).toBe(`${readFileSync(machine, 'utf8')}${added}`)
    expect(readFileSync(machine, 'utf8')).not.toContain('insecure')
  })

  test('finds the settings of the user', async () => {
    const home = folder()
    mkdirSync(join(home, '.config/containers'), { recursive: true })
    writeFileSync(join(home, '.config/containers/registries.conf'), '# mine\n')
    const { CONTAINERS_REGISTRIES_CONF: path } = await allowPlainHttp(['127.0.0.1:5000'], folder(), {
      HOME: home,
    })
    expect(readFileSync(path ?? '', 'utf8')).toBe(`# mine\n${added}`)
  })

  test('needs no settings where nobody speaks it', async () => {
    expect(await allowPlainHttp([], '/nonexistent', {})).toEqual({})
  })
})
