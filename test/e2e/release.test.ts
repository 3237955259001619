import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { ActRun } from './harness/act.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { marked, ROOMS } from './harness/release/project.ts'
import { openReleaseWorld, type ReleaseWorld } from './harness/release/world.ts'

// Each of these waits for a whole run of release.yml; the tests follow one another as releases do.
jest.setTimeout(180_000)

const NOTHING = '### What you must do\n\nNothing.\n\n### New\n\n- '
let folder: string
let world: ReleaseWorld

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'image-actions-release-'))
  world = await openReleaseWorld(folder)
  await change('feat: begin', '1.0.0')
})

afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A change of main that every action shows in its log. */
function change(message: string, mark: string, files: Record<string, string> = {}, build = true) {
  return world.project.change(message, { ...marked(world.project, mark), ...files }, { build })
}

/** CHANGELOG.md of main, with this under "Unreleased" and nothing else there. */
function unreleased(text: string): Record<string, string> {
  const before = readFileSync(join(world.project.folder, 'CHANGELOG.md'), 'utf8')
  const body = `## Unreleased\n\n${NOTHING}${text}\n\n`
  return { 'CHANGELOG.md': before.replace(/^## Unreleased\n[\s\S]*?(?=^## \d|$(?![\s\S]))/m, body) }
}

async function tagged(version: string): Promise<void> {
  const { said } = await world.project.release(version)
  expect(said).toContain(`git push origin v${version}`)
  await world.project.git('push', '--quiet', 'origin', `v${version}`)
}

function published(): Record<string, boolean | undefined> {
  const releases = (world.repository.releases ?? []).filter((release) => release.published !== null)
  return Object.fromEntries(releases.map(({ tag, latest }) => [tag, latest]))
}

function summary(run: ActRun): string {
  return run.summaries.map(({ markdown }) => markdown).join('')
}

describe('release.yml', () => {
  test('releases the tag that was pushed, and moves v1 and v1.0 in the repository', async () => {
    await tagged('1.0.0')
    const run = await world.pushed('v1.0.0')
    expect(failureOf(run)).toBe('')
    const { 'v1.0.0': commit, ...moved } = await world.project.tags()
    expect(moved).toEqual({ v1: commit, 'v1.0': commit })
    expect(published()).toEqual({ 'v1.0.0': true })
    const [release] = world.repository.releases ?? []
    const names = ['SHA256SUMS', 'image-actions-1.0.0.tgz', 'image-verify.schema.json', 'snapshot-cli.js']
    expect(release?.assets?.map(({ name }) => name)).toEqual(names)
    expect(release?.body).toContain('Nothing. This is the first release.')
    const sums = String(release?.assets?.[0]?.bytes)
    expect(world.attested()).toContain(sums)
  })

  test('has nothing left to do for a tag that is released', async () => {
    const run = await world.pushed('v1.0.0')
    expect(failureOf(run)).toBe('')
    expect(run.jobs.decide).toBe('success')
    expect(run.jobs).not.toHaveProperty('publish', 'success')
    expect(summary(run)).toBe('v1.0.0 is released already.\n\n')
  })

  test('refuses a tag on a plain commit, and says how a release is made', async () => {
    await world.project.git('tag', 'v1.0.7')
    await world.project.git('push', '--quiet', 'origin', 'v1.0.7')
    const run = await world.pushed('v1.0.7')
    expect(run.exitCode).not.toBe(0)
    expect(run.errors.join('\n')).toMatch(/workflows use our actions at main\. .*npm run release -- 1\.0\.7/)
    expect(run.jobs).not.toHaveProperty('check')
    await world.project.git('push', '--quiet', '--delete', 'origin', 'v1.0.7')
    await world.project.git('tag', '--delete', 'v1.0.7')
  })

  test('makes the release commit and its tag itself when it is started by hand', async () => {
    await world.project.release('changelog')
    await change('feat: a second thing', '1.1.0', unreleased('A second thing.'))
    const before = await world.project.tags()
    const run = await world.dispatched('minor')
    expect(failureOf(run)).toBe('')
    const { 'v1.1.0': commit, ...others } = await world.project.tags()
    expect(others).toEqual({ ...before, v1: commit, 'v1.1': commit })
    expect(published()).toMatchObject({ 'v1.1.0': true })
    expect(world.repository.releases?.[1]?.body).toMatch(
      /- A second thing\.[\s\S]*\*\*New\*\*\n\n- a second thing/,
    )
  })

  test('without the App it is not started by hand', async () => {
    const run = await world.dispatched('minor', { app: false })
    expect(run.exitCode).not.toBe(0)
    expect(run.errors.join('\n')).toContain('npm run release -- minor')
  })

  test('a prerelease moves nothing', async () => {
    await world.project.git('fetch', '--quiet', '--tags', '--force')
    await world.project.release('changelog')
    await change('feat: a third thing', '1.2.0', unreleased('A third thing.'))
    await tagged('1.2.0-rc.1')
    const before = await world.project.tags()
    const run = await world.pushed('v1.2.0-rc.1')
    expect(failureOf(run)).toBe('')
    expect(await world.project.tags()).toEqual(before)
    expect(published()).toMatchObject({ 'v1.2.0-rc.1': false, 'v1.1.0': true })
  })

  test('a backport moves v1.0 and not v1; without the App the summary has the command', async () => {
    await world.project.git('switch', '--quiet', '--create', 'release/1.0', 'v1.0.0^')
    await world.project.release('changelog')
    await change('fix: an old thing', '1.0.1', unreleased('An old thing.'))
    await tagged('1.0.1')
    const before = await world.project.tags()
    const run = await world.pushed('v1.0.1', { app: false })
    expect(failureOf(run)).toBe('')
    expect(await world.project.tags()).toEqual(before)
    expect(run.warnings.join()).toContain('v1.0 did not move')
    const commands = /```sh\n([\s\S]*?)\n```/.exec(summary(run))?.[1] ?? ''
    await command('sh', ['-ec', commands], { cwd: world.project.folder, env: { MAINTAINER: 'yes' } })
    expect(await world.project.tags()).toEqual({ ...before, 'v1.0': before['v1.0.1'] })
    expect(published()).toMatchObject({ 'v1.0.1': false })
    await world.project.git('switch', '--quiet', 'main')
  })

  test.each([
    [
      'its bundle is not what the sources build',
      '1.2.1',
      () => change('fix: one', '1.2.1', {}, false),
      'check',
      /dist\/ is not what the sources build/,
    ],
    ['a test fails', '1.2.2', () => change('fix: two', '1.2.2', { broken: '' }), 'test', /./],
  ] as const)('nothing is released where %s', async (_why, version, make, job, message) => {
    await make()
    await tagged(version)
    const before = [await world.project.tags(), published()]
    world.attested()
    const run = await world.pushed(`v${version}`)
    expect(run.jobs[job]).toBe('failure')
    expect(run.errors.join('\n')).toMatch(message)
    expect([await world.project.tags(), published()]).toEqual(before)
    expect(world.attested()).toBe('')
    // As docs/releasing.md has it; a version that nobody has seen may be made again.
    await world.project.git('push', '--quiet', '--delete', 'origin', `v${version}`)
    await world.project.git('tag', '--delete', `v${version}`)
  })
})

describe('whoever uses', () => {
  let images: World
  let repositories: Record<string, string>
  let first: string
  beforeAll(async () => {
    images = await openWorld()
    first = (await world.project.tags())['v1.0.0'] ?? ''
    const refs = ['v1', 'v1.1.0', 'v1.0.0', first]
    const folders = refs.map((ref) => world.project.exported(ref, join(folder, `at-${ref}`)))
    repositories = Object.fromEntries(
      (await Promise.all(folders)).map((at, index) => [`org/image-actions@${refs[index]}`, at]),
    )
  })
  afterAll(() => images.close())

  test.each([
    ['v1', () => 'v1', '1.1.0'],
    ['v1.0.0', () => 'v1.0.0', '1.0.0'],
    ['the commit of v1.0.0', () => first, '1.0.0'],
  ])('%s gets one version of everything', async (_what, ref, version) => {
    const consumer = await images.consumer('app', { platforms: 'linux/amd64' })
    const file = '.github/workflows/publish.yml'
    const workflow = readFileSync(join(consumer.folder, file), 'utf8')
    await consumer.commit({ [file]: workflow.replace('build-images.yml@v1', `build-images.yml@${ref()}`) })
    const run = await images.run(consumer, await pushed(consumer, 'refs/heads/main'), { repositories })
    expect(failureOf(run)).toBe('')
    const told = run.output.filter((line) => / of \d+\.\d+\.\d+$/.test(line))
    expect(told).toEqual(ROOMS.map((room) => `${room} of ${version}`))
  })
})
