import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, startCli } from '../pipeline/cli-process.ts'
import { broken, CHECK_FILE, openVerifyFixture, type VerifyFixture } from './fixture.ts'

let fixture: VerifyFixture
let temp: string
beforeAll(async () => {
  fixture = await openVerifyFixture()
  temp = join(fixture.folder, 'temp')
  await mkdir(temp)
  const checkout = await fixture.checkout({})
  await fixture.podman('build', '--quiet', '--format', 'docker', '--tag', 'server', checkout)
})
afterAll(() => fixture.remove())

/** A folder that is no checkout, with this check file. */
async function surroundings(checkFile?: string) {
  const cwd = await fixture.checkout(checkFile === undefined ? {} : { 'image-verify.yml': checkFile })
  return { cwd, env: { HOME: temp, TMPDIR: temp, ...fixture.engine.settings } }
}

/** Containers, and files of ours; podman keeps some of its own in a home, and what Containerfiles cache. */
async function left(): Promise<string[]> {
  const files = (await readdir(temp)).filter((name) => !/^\.|^buildah-cache-/.test(name))
  return [...files, ...(await fixture.containers())]
}

describe('verify on the command line', () => {
  test('ends with 0 when every check passed, and leaves nothing', async () => {
    const { code, stdout, stderr } = await runCli(['verify', 'server'], await surroundings(CHECK_FILE))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^\d+ passed in /m)
    expect(await left()).toEqual([])
  })

  test('ends with 1 when one failed, and tells a person once', async () => {
    const { code, stdout, stderr } = await runCli(['verify', 'server'], await surroundings(broken()))
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('image-verify.yml:3:3')
    expect(stdout).toMatch(/ 1 failed in /)
  })

  test('prints a document for another program, and errors beside it', async () => {
    const { code, stdout, stderr } = await runCli(
      ['verify', 'server', '--json', '--reports', 'out'],
      await surroundings(broken()),
    )
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, name: 'server', file: 'image-verify.yml' })
    expect(stderr).toMatch(/^error\[IMG\d+\]: image-verify\.yml:3:3: /)
  })

  test.each([
    ['a mistake in the check file', 'version: 1\nfils: []\n', [], ']: image-verify.yml:2:1: '],
    ['an image that is not there', CHECK_FILE, ['--image', 'localhost/none'], 'is not there'],
    ['a check file that is not there', CHECK_FILE, ['--file', 'x.yml'], 'There is no x.yml here.'],
    ['a wrong option', CHECK_FILE, ['--context', '..'], 'The context ".." lies outside the checkout.'],
  ])('ends with 2 for %s', async (_what, checkFile, args, message) => {
    const image = args.includes('--image') ? [] : ['server']
    const { code, stdout, stderr } = await runCli(
      ['verify', ...image, ...args],
      await surroundings(checkFile),
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await left()).toEqual([])
  })

  test('ends with 2 where podman is missing', async () => {
    const { cwd, env } = await surroundings(CHECK_FILE)
    const { code, stderr } = await runCli(['verify', 'server'], { cwd, env: { ...env, PATH: '/nowhere' } })
    expect(code).toBe(2)
    expect(stderr).toContain('podman is not installed here.')
  })
})

test('without a check file it says how to draft one', async () => {
  const { code, stderr } = await runCli(['verify', 'server'], await surroundings())
  expect(code).toBe(2)
  expect(stderr).toContain('There is no image-verify.yml here.')
  expect(stderr).toContain('npx image-actions verify --init server')
})

describe('a draft', () => {
  test('is written where there is none, passes on its image, and is never written over', async () => {
    const place = await surroundings()
    const first = await runCli(['verify', '--init', 'server'], place)
    expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('is written') })
    const written = await readFile(join(place.cwd, 'image-verify.yml'), 'utf8')
    expect(written).toContain('version: 1')
    expect(await runCli(['verify', 'server'], place)).toMatchObject({ code: 0, stderr: '' })
    const again = await runCli(['verify', '--init', 'server'], place)
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') })
    expect(await readFile(join(place.cwd, 'image-verify.yml'), 'utf8')).toBe(written)
  })

  test('is only shown as "-"', async () => {
    const place = await surroundings()
    const { code, stdout } = await runCli(['verify', '--init', 'server', '--file', '-'], place)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^version: 1$/m)])
    expect(await readdir(place.cwd)).not.toContain('image-verify.yml')
    expect(await readdir(place.cwd)).not.toContain('-')
  })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends with 130, and every container is gone', async (signal) => {
  const endless = CHECK_FILE.replace('path: /index.html } }', 'path: /never } }')
  const child = startCli(['verify', 'server'], await surroundings(endless))
  const stderr = text(child.stderr!)
  child.stdout!.resume()
  const ended = once(child, 'exit')
  while ((await fixture.containers()).length === 0 && child.exitCode === null);
  child.kill(signal)
  await ended
  expect(child.exitCode).toBe(130)
  expect(await stderr).toContain('Cancelled.')
  expect(await left()).toEqual([])
})
