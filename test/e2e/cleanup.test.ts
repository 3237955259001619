import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type RunningRegistry, startRegistry } from '../integration/docker-registry.ts'
import { failureOf } from './harness/act-log.ts'
import { CONTAINERFILE, type Consumer } from './harness/consumer.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, isWhole, listTags, type Published, runEverywhere } from './harness/inspect.ts'

jest.setTimeout(120_000)
const TAGS = ['1.0.0', 'latest', 'latest-previous']

/** Of one commit, whatever it is called: the same bytes for a platform, so that two indexes share them. */
const SAME_BYTES = {
  reproducible: true,
  labels: ['version', 'created']
    .map((name) => `org.opencontainers.image.${name}=2026-01-01T00:00:00Z`)
    .join('\n'),
}

let world: World
let third: RunningRegistry
let hosts: string[]

beforeAll(async () => {
  ;[world, third] = await Promise.all([openWorld(), startRegistry()])
  hosts = [...world.hosts, third.host]
})

afterAll(() => Promise.all([world.close(), third.stop()]))

/** The tag in every registry, which is the same in all of them. */
async function held(tag: string): Promise<Published> {
  const [first, ...others] = await Promise.all(hosts.map((host) => inspect(`${host}/octo/app:${tag}`)))
  for (const other of others) expect(other).toEqual(first)
  if (!first) throw new Error(`There is no app:${tag}.`)
  return first
}

/** In which registries each of the digests is still there, in the order of hosts. */
async function whereIs(...digests: string[]): Promise<boolean[][]> {
  return Promise.all(
    digests.map((digest) =>
      Promise.all(hosts.map(async (host) => (await inspect(`${host}/octo/app@${digest}`)) !== undefined)),
    ),
  )
}

/** As the summary and warnings name it. */
function short(digest: string): string {
  return digest.slice('sha256:'.length).slice(0, 12)
}

function deletions(): string[] {
  const all = [world.ghcr, world.dockerhub, world.github, world.hub].flatMap(({ requests }) => requests)
  return all.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
}

async function publish(consumer: Consumer, ref = 'refs/heads/main') {
  const run = await world.run(consumer, await pushed(consumer, ref))
  expect(failureOf(run)).toBe('')
  return run
}

async function change(consumer: Consumer, text: string): Promise<void> {
  await consumer.commit({ Containerfile: `${CONTAINERFILE}LABEL change=${text}\n` })
}

describe('what pushes to main leave behind', () => {
  const EVERYWHERE = [true, true, true]
  const NOWHERE = [false, false, false]

  test('goes from every registry when it leaves latest-previous, save what another tag shares; a failure only warns', async () => {
    const registries = hosts.map((host) => `${host}/octo`).join('\n')
    const consumer = await world.consumer('app', { registries, ...SAME_BYTES })
    await publish(consumer)
    const first = await held('latest')
    const release = await publish(consumer, 'refs/tags/v1.0.0')
    expect(release.jobs).not.toHaveProperty('cleanup')
    expect((await held('1.0.0')).children).toEqual(first.children)

    await change(consumer, 'two')
    await publish(consumer)
    const second = await held('latest')
    expect((await held('latest-previous')).digest).toBe(first.digest)
    expect(deletions()).toEqual([])

    await change(consumer, 'three')
    const third = await publish(consumer)
    expect((await held('latest-previous')).digest).toBe(second.digest)
    expect(await whereIs(first.digest, ...first.children)).toEqual([NOWHERE, EVERYWHERE, EVERYWHERE])
    const summary = third.summaries.find(({ job }) => job === 'cleanup')?.markdown
    expect(summary).toContain(short(first.digest))
    const references = hosts.flatMap((host) => TAGS.map((tag) => `${host}/octo/app:${tag}`))
    await Promise.all(references.map(isWhole))
    for (const tag of ['latest', 'latest-previous']) await runEverywhere(world.hosts, `app:${tag}`)

    world.github.tokens.ghs_double!.packages = 'write'
    await change(consumer, 'four')
    const fourth = await publish(consumer)
    expect(fourth.jobs.cleanup).toBe('success')
    const warned = fourth.warnings.join('\n')
    expect(warned).toContain(`${world.ghcr.host}/octo/app`)
    expect(warned).toMatch(/packages[:\s]+write|Admin/)
    for (const digest of [second.digest, ...second.children]) expect(warned).toContain(short(digest))
    const onlyThere = [true, false, false]
    expect(await whereIs(second.digest, ...second.children)).toEqual([onlyThere, onlyThere, onlyThere])
    for (const host of hosts) expect(await listTags(`${host}/octo/app`)).toEqual(TAGS)
  })
})
