import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../../actions/plan/plan.ts'
import { parseReceipt } from '../../../actions/plan/receipt.ts'
import { parseRecord } from '../../../actions/plan/record.ts'
import { CREDENTIALS } from '../jobs.ts'
import { runCli, type Surroundings } from './cli-process.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'
import { commitAll } from './git-checkout.ts'

let fixture: PipelineFixture
let checkout: string
beforeAll(async () => {
  fixture = await openPipelineFixture()
  checkout = await commitAll(await fixture.context('FROM scratch\nCOPY file /\n'))
})
afterAll(() => fixture.remove())

interface Machine extends Surroundings {
  /** What lies in its temporary folder. */
  left(): Promise<string[]>
  /** What it was given, and adds to. */
  carried: string
}

/** A home, a temporary folder and a clone of its own; what is carried was copied from others. */
async function machine(name: string, ...from: Machine[]): Promise<Machine> {
  const folder = join(fixture.folder, name)
  const [home, temp, carried] = [join(folder, 'home'), join(folder, 'temp'), join(folder, 'carried')]
  for (const path of [home, temp]) await mkdir(path, { recursive: true })
  for (const other of from) await cp(other.carried, carried, { recursive: true })
  const env = {
    HOME: home,
    TMPDIR: temp,
    USER: CREDENTIALS.user,
    GITHUB_TOKEN: CREDENTIALS.password,
    DOCKERHUB_TOKEN: CREDENTIALS.password,
    // Nobody is asked which revision is newer: the tags are new.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    ...fixture.engine.settings,
  }
  return {
    cwd: folder,
    env,
    carried,
    left: async () => (await readdir(temp)).filter((name) => !name.startsWith('buildah-cache-')),
  }
}

/** Options by which registries are known, and who we are there. */
const access = () => [
  `--registry-kinds=${fixture.ghcr.host}=ghcr\n${fixture.hub.host}=dockerhub`,
  '--dockerhub-username',
  CREDENTIALS.user,
]
const registries = () => `${fixture.ghcr.host}/octo,${fixture.hub.host}/octo`
const json = async (path: string) => readFile(path, 'utf8')

describe('by hand, on three machines', () => {
  let planner: Machine
  let first: Machine
  let second: Machine

  test('plan tells what would be published, and writes it down', async () => {
    planner = await machine('planner')
    const args = ['plan', '--checkout', checkout, '--registries', registries(), '--artifacts', 'carried']
    const { code, stdout, stderr } = await runCli(args, planner)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Plan [0-9a-f]{12}: push on the default branch main\.$/m)
    expect(stdout).toMatch(/^Tag +Kind +Because of\nlatest +moves with main +/m)
    expect(stdout).toMatch(/^[0-9a-f]{12} +app +linux\/arm64 +127\.0\.0\.1:\d+\/octo\/app$/m)
    const [name = ''] = await readdir(planner.carried)
    expect(parsePlan(await json(join(planner.carried, name))).legs).toHaveLength(2)
    expect(await planner.left()).toEqual([])
  })

  test('build pushes a platform by digest, and leaves its record', async () => {
    first = await machine('first', planner)
    const built = await runCli(
      ['build', '--checkout', checkout, '--artifacts', 'carried', ...access()],
      first,
    )
    expect([built.code, built.stderr]).toEqual([0, ''])
    expect(built.stdout).toMatch(/^app for linux\/\w+, .*\n.*\/octo\/app@sha256:.*\n.*\/octo\/app@sha256:/m)
    second = await machine('second', planner)
    const [name = ''] = await readdir(second.carried)
    const { legs } = parsePlan(await json(join(second.carried, name)))
    const foreign = legs.find(({ platform }) => !built.stdout.includes(`app for ${platform},`))
    const args = ['build', '--checkout', checkout, '--artifacts', 'carried', '--leg', foreign!.leg, '--json']
    const other = await runCli([...args, ...access()], second)
    expect(other.code).toBe(0)
    expect(parseRecord(other.stdout, 'the record')).toMatchObject({ platform: foreign!.platform })
    expect(fixture.hub.manifests.tags('octo/app')).toEqual([])
    expect([await first.left(), await second.left()]).toEqual([[], []])
  })

  test('merge that comes too early begins nothing, and takes nothing away', async () => {
    const merger = await machine('hasty', first)
    const { code, stderr } = await runCli(['merge', '--artifacts', 'carried', ...access()], merger)
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^error\[IMG9010\]: .* holds no record of app for linux\/\w+ \(--leg [0-9a-f]{12}\)\./,
    )
    expect(fixture.hub.manifests.tags('octo/app')).toEqual([])
  })

  test('merge joins what was carried together, without a checkout', async () => {
    const merger = await machine('merger', first, second)
    const { code, stdout, stderr } = await runCli(['merge', '--artifacts', 'carried', ...access()], merger)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`podman pull ${fixture.ghcr.host}/octo/app:latest`)
    for (const { manifests } of [fixture.ghcr, fixture.hub]) {
      const index = JSON.parse(Buffer.from(manifests.find('octo/app', 'latest')!.bytes).toString())
      const children: { digest: string; platform: { architecture: string } }[] = index.manifests
      expect(children.map(({ platform }) => platform.architecture)).toEqual(['amd64', 'arm64'])
      for (const { digest } of children) expect(manifests.find('octo/app', digest)).toBeDefined()
    }
    const receipts = (await readdir(merger.carried)).filter((name) => name.startsWith('receipt-'))
    expect(parseReceipt(await json(join(merger.carried, receipts[0]!)), 'it').images[0]?.outcome).toBe(
      'published',
    )
    expect(await merger.left()).toEqual([])
  })

  test('a platform is built again as another attempt, which counts then', async () => {
    const again = await machine('again', first)
    const { code } = await runCli(
      ['build', '--checkout', checkout, '--artifacts', 'carried', '--no-cache', ...access()],
      again,
    )
    expect(code).toBe(0)
    const names = (await readdir(again.carried)).filter((name) => name.startsWith('record-'))
    expect(names.map((name) => name.split('-').at(-1)).toSorted()).toEqual(['1.json', '2.json'])
  })
})

describe('what is missing', () => {
  test('build alone makes its own plan, and tells that merge will not find it', async () => {
    const alone = await machine('alone')
    const args = [
      'build',
      '--checkout',
      checkout,
      '--registries',
      registries(),
      '--image',
      'alone',
      ...access(),
    ]
    const { code, stdout, stderr } = await runCli(args, alone)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('merge will not find it: with --artifacts FOLDER it does.')
    expect(await alone.left()).toEqual([])
  })

  test.each([
    [[], 'IMG9010', 'There is no plan to merge by.'],
    [['--artifacts', 'nowhere'], 'IMG9010', 'There is no plan to merge by.'],
    [['--plan', 'none.json'], 'IMG', 'none.json", which can\'t be read.'],
  ])('merge %j ends with 2', async (args, number, message) => {
    const { code, stderr } = await runCli(['merge', ...args], await machine('empty'))
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^error\\[${number}`))
    expect(stderr).toContain(message)
  })

  test('of two plans in the folder, none is guessed', async () => {
    const twice = await machine('twice')
    const plan = ['plan', '--checkout', checkout, '--registries', registries(), '--artifacts', 'carried']
    for (let count = 0; count < 2; count++) expect((await runCli(plan, twice)).code).toBe(0)
    const { code, stderr } = await runCli(['merge', '--artifacts', 'carried'], twice)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error\[IMG9009\]: The folder of artifacts holds 2 plans\./)
  })
})
