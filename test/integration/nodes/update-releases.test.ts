import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { type Github, openGithub } from '../../../actions/runner/github-api.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { NOW, openScene, type Scene } from './update-scene.ts'

let scene: Scene
let double: GithubDouble
let github: Github
beforeAll(async () => {
  const tags = { 'v1.0.0': 1, 'v1.1.0': 2, 'v1.0.1': 3, 'v2.0.0-rc.1': 4, stable: 3 }
  scene = await openScene([{ owner: 'ann', name: 'Released', commits: 6, tags }])
  const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString()
  const releases = [
    { tag: 'v2.0.0', published: null },
    { tag: 'v2.0.0-rc.1', published: daysAgo(1), prerelease: true },
    { tag: 'v1.1.0', published: daysAgo(9) },
    { tag: 'v1.0.1', published: daysAgo(3) },
    { tag: 'v1.0.0', published: daysAgo(20) },
  ]
  const repository = { defaultBranch: 'main', branches: {}, commits: {}, releases }
  double = await startGithubDouble({ repositories: { 'ann/Released': repository } })
  const clock = { now: () => 0, sleep: async () => {} }
  const access = { token: '', clock, signal: new AbortController().signal, log: silentLog }
  github = openGithub(double.url, access, 'contents: read')
})
afterAll(async () => {
  github.close()
  await Promise.all([double.close(), scene.close()])
})

test.each([
  ['github.com', 0, 'release v1.0.1', 3],
  ['github.com', 5, 'release v1.1.0', 2],
  // Nobody lists releases there, so that the highest version counts.
  ['github.example', 0, 'tag v1.1.0', 2],
])(
  'the newest release of %s that is %i days old, and neither draft nor prerelease, is %s',
  async (host, minAgeDays, why, at) => {
    const { commits } = scene.repositories.get('ann/Released')
    const { looked, snapshot } = await scene.update([scene.node('ann/Released', 5)], {
      policy: ['release'],
      minAgeDays,
      github: { host, get: github.get },
    })
    expect([looked[0]?.why, snapshot.git[0]?.commit]).toEqual([why, commits[at]])
  },
)
