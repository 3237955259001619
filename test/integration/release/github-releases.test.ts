import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { GithubReleases } from '../../../scripts/release/github-releases.ts'
import { type GithubDouble, type GraphRepository, startGithubDouble } from '../../doubles/github/index.ts'

const REPOSITORY = 'org/image-actions'
const FILES = ['one', 'two'].map((name) => fileOf(name, `bytes of ${name}`))
const WANTED = { tag: 'v1.2.3', notes: 'What is new.', prerelease: false, latest: true, files: FILES }
let repository: GraphRepository
let github: GithubDouble
let releases: GithubReleases

beforeEach(async () => {
  repository = { defaultBranch: 'main', branches: { main: 'a'.repeat(40) }, commits: {} }
  github = await startGithubDouble({
    repositories: { [REPOSITORY]: repository },
    tokens: { ghs_write: { packages: 'none', contents: 'write' } },
  })
  releases = new GithubReleases({ api: github.url, token: 'ghs_write', repository: REPOSITORY })
})
afterEach(() => github.close())

function fileOf(name: string, content: string) {
  const bytes = Buffer.from(content)
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What visitors find. */
function shown() {
  return (repository.releases ?? [])
    .filter(({ published }) => published !== null)
    .map(({ tag, body, prerelease, latest, assets = [] }) => ({
      ...{ tag, body, prerelease, latest },
      files: assets.map(({ name, bytes }) => `${name}: ${bytes}`).sort(),
    }))
}
const WHOLE = {
  ...{ tag: 'v1.2.3', body: 'What is new.', prerelease: false, latest: true },
  files: ['one: bytes of one', 'two: bytes of two'],
}
const steps = () => github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)

test('a release is shown when all of its files are there', async () => {
  expect(await releases.isPublished('v1.2.3')).toBe(false)
  expect(await releases.publish(WANTED)).toBe(`https://github.com/${REPOSITORY}/releases/tag/v1.2.3`)
  expect(shown()).toEqual([WHOLE])
  expect(steps()).toEqual(['POST', 'POST', 'POST', 'PATCH'])
  expect(await releases.isPublished('v1.2.3')).toBe(true)
})

test('a second time changes nothing', async () => {
  await releases.publish(WANTED)
  const before = steps().length
  await releases.publish(WANTED)
  expect(steps()).toHaveLength(before)
})

test('a prerelease is one, and is not shown as the latest', async () => {
  await releases.publish({ ...WANTED, tag: 'v1.3.0-rc.1', prerelease: true, latest: false })
  expect(shown()).toMatchObject([{ prerelease: true, latest: false }])
})

test.each([1, 2, 3, 4, 5].flatMap((nth) => [false, true].map((late): [number, boolean] => [nth, late])))(
  'request %i fails, after it had its effect: %p; nothing is half done, and the next run ends it',
  async (nth, late) => {
    github.faults.add({ nth, fault: { kind: 'status', status: 502, late } })
    await expect(releases.publish(WANTED)).rejects.toThrow()
    expect(shown()).toEqual(nth === 5 && late ? [WHOLE] : [])
    await releases.publish(WANTED)
    expect(shown()).toEqual([WHOLE])
    expect(repository.releases).toHaveLength(1)
  },
)

test('what a draft has of other bytes, or by halves, is made again', async () => {
  const assets = [
    { name: 'one', type: 'x', bytes: Buffer.from('other') },
    { name: 'two', type: 'x', bytes: undefined },
    { name: 'three', type: 'x', bytes: Buffer.from('nobody asked') },
  ]
  repository.releases = [{ tag: 'v1.2.3', published: null, assets }]
  await releases.publish(WANTED)
  expect(shown()).toEqual([WHOLE])
})

test('what is published with other files stays, and is named', async () => {
  await releases.publish(WANTED)
  const other = { ...WANTED, files: [fileOf('one', 'other'), FILES[1]!] }
  await expect(releases.publish(other)).rejects.toThrow(
    /other files than these: https:.*v1\.2\.3\. A release/,
  )
  await expect(releases.publish({ ...WANTED, files: FILES.slice(1) })).rejects.toThrow('other files')
  expect(shown()).toEqual([WHOLE])
})
