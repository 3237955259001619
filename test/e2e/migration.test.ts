import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { blocksOf, codeByRow } from '../unit/house/markdown.ts'
import { read } from '../unit/house/tracked.ts'
import { failureOf } from './harness/act-log.ts'
import { type Consumer, calling } from './harness/consumer.ts'
import { proposed, pushed, type TriggerEvent } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, isWhole, listTags } from './harness/inspect.ts'

jest.setTimeout(240_000)

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** As one writes it for BuildKit, and as nothing in it needs to be changed. */
const DOCKERFILE = `# syntax=docker/dockerfile:1
FROM scratch
ARG TARGETARCH
ARG GREETING
ENV GREETING=$GREETING
COPY --chmod=755 busybox-$TARGETARCH /bin/busybox
HEALTHCHECK CMD ["/bin/busybox", "true"]
CMD ["/bin/busybox", "uname", "-m"]
`

/** What the first column of the pages' tables can say. */
const EVENTS: Readonly<Record<string, (consumer: Consumer) => Promise<TriggerEvent>>> = {
  'push to main': (consumer) => pushed(consumer, 'refs/heads/main'),
  'tag v1.2.3': (consumer) => pushed(consumer, 'refs/tags/v1.2.3'),
  'pull request': proposed,
}

describe.each([
  ['docker', { Containerfile: null, Dockerfile: DOCKERFILE }],
  ['redhat', { Containerfile: DOCKERFILE }],
])('what docs/migrate-from-%s.md says', (from, files) => {
  const page = read(`docs/migrate-from-${from}.md`)
  const [before = '', after = ''] = blocksOf(page, 'yaml')
  const promised = codeByRow(page, 'Event', 'Tags')
  const name = `from-${from}`
  const workflow = '.github/workflows/publish.yml'
  const published = new Set<string>()
  let consumer: Consumer

  beforeAll(async () => {
    consumer = await world.consumer(name, {}, { ...files, [workflow]: before })
    await consumer.commit({ [workflow]: calling(after, world.inputs, ['registry-auth']) }, 'Migrate')
  })

  test('is about a push to main and a version', () => {
    expect([...promised.keys()]).toEqual(expect.arrayContaining(['push to main', 'tag v1.2.3']))
  })

  test.each([...promised])('of a %s: it publishes %j and nothing else', async (event, tags) => {
    const sha = await consumer.head()
    for (const tag of tags) published.add(tag.replace('<sha>', sha))
    const trigger = await EVENTS[event]?.(consumer)
    if (!trigger) throw new Error(`a ${event} can't be tried`)
    expect(failureOf(await world.run(consumer, trigger))).toBe('')
    const expected = [...published].sort()
    for (const host of world.hosts) expect(await listTags(`${host}/octo/${name}`)).toEqual(expected)
  })

  test('publishes the same image everywhere, for both platforms', async () => {
    for (const tag of published) {
      const [first, ...others] = await Promise.all(
        world.hosts.map((host) => inspect(`${host}/octo/${name}:${tag}`)),
      )
      expect(first?.platforms).toEqual(['linux/amd64', 'linux/arm64'])
      for (const other of others) expect(other).toEqual(first)
    }
    for (const host of world.hosts) await isWhole(`${host}/octo/${name}:main`)
  })
})
