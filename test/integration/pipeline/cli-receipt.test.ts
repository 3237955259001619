import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { cleanupReport } from '../../../actions/plan/cleanup-report.ts'
import type { Receipt } from '../../../actions/plan/receipt.ts'
import { runCli } from './cli-process.ts'
import { type CliWorld, openCliWorld } from './cli-world.ts'

let world: CliWorld
let repository: string
let left: Digest
beforeAll(async () => {
  world = await openCliWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  repository = world.repository()
  left = await world.push(repository, 'left')
  await world.push(repository, 'now', 'latest')
})

/** A commit that is checked out as told; GitHub's remote says whose it is. */
async function checkout(...commands: string[][]): Promise<string> {
  const folder = await mkdtemp(join(world.cwd, 'checkout-'))
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' })
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', 'https://github.com/octocat/app.git')
  const author = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.org']
  git(...author, 'commit', '--quiet', '--allow-empty', '--message=One')
  for (const command of commands) git(...command)
  return folder
}

const branch = ['switch', '--quiet', '--create', 'dev']
const tag = [
  ['tag', 'v1.0.0'],
  ['switch', '--quiet', '--detach', 'v1.0.0'],
]

/** Of a run that put something else where `left` was. */
async function receipt(): Promise<string> {
  const superseded = [{ tag: 'latest-previous', digest: left }]
  const image = { name: 'app', outcome: 'published', digest: null, mediaType: '' } as const
  const document: Receipt = {
    ...{ schema: 1, plan: '0123456789ab', repository: 'octocat/app', revision: '', version: '', attempt: 1 },
    ...{ created: '2026-01-02T03:04:05Z', manifests: {}, leftovers: [], duration: 1 },
    images: [{ ...image, platforms: [], repositories: [{ repository, tags: [], superseded }] }],
  }
  const path = join(await mkdtemp(join(world.cwd, 'receipt-')), 'receipt.json')
  await writeFile(path, JSON.stringify(document))
  return path
}

async function clean(folder: string, path: string, ...more: string[]) {
  const args = ['cleanup', '--receipt', path, '--checkout', folder, ...world.access, ...more]
  return runCli(args, world)
}

describe.each([
  ['a branch', [branch]],
  ['a version tag', tag],
])('from a checkout of %s', (_what, commands) => {
  test('a receipt by its path is taken, as nobody names it by mistake', async () => {
    const { code, stdout } = await clean(await checkout(...commands), await receipt(), '--dry-run', '--json')
    expect(code).toBe(0)
    const [first] = cleanupReport.parse(JSON.parse(stdout)).repositories
    expect(first?.entries.find(({ digest }) => digest === left)).toMatchObject({ verdict: 'goes' })
  })

  test('one that is not there is told so, in the report as well', async () => {
    const { code, stdout, stderr } = await clean(
      await checkout(...commands),
      'missing.json',
      '--yes',
      '--json',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining(`"missing.json", which can't be read.`)])
    const missing = expect.stringContaining(`"missing.json", which can't be read.`)
    expect(cleanupReport.parse(JSON.parse(stdout)).errors).toEqual([missing])
  })
})

test('who wants the default branch only can say so', async () => {
  const { code, stdout } = await clean(await checkout(branch), await receipt(), '--yes', '--any-branch=false')
  expect([code, stdout]).toEqual([0, expect.stringContaining('dev is not the default branch')])
})
