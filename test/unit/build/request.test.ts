import { describe, expect, test } from '@jest/globals'
import type { ChosenLeg } from '../../../actions/build/leg.ts'
import type { BuildOptions } from '../../../actions/build/options.ts'
import { buildRequest } from '../../../actions/build/request.ts'

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
