import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { Canaries } from '../canaries.ts'
import { type PodmanEnvironment, podmanEnvironment } from '../integration/podman.ts'
import { failureOf } from './harness/act-log.ts'
import type { Consumer } from './harness/consumer.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'

jest.setTimeout(120_000)

const BUILD_SECRETS = {
  text: 'canary-build-secret-5d41402abc',
  key: '-----BEGIN CANARY KEY-----\nY2FuYXJ5LWxpbmUtb25l\nY2FuYXJ5LWxpbmUtdHdv\n-----END CANARY KEY-----\n',
  json: '{"canary-json":{"token":"canary-in-json-2718"}}',
}
const IDS = Object.keys(BUILD_SECRETS)
const MOUNTS = IDS.map((id) => `--mount=type=secret,id=${id}`).join(' ')
const CONTAINERFILE = `FROM scratch
ARG TARGETARCH
COPY busybox-amd64 /bin/sh
COPY busybox-amd64 /bin/cat
RUN ${MOUNTS} cat ${IDS.map((id) => `/run/secrets/${id}`).join(' ')} > /dev/null && echo the secrets are here
CMD ["/bin/sh", "-c", "uname -m"]
`
const FAILING = CONTAINERFILE.replace('CMD', 'COPY nothing /\nCMD')

let folder: string
let world: World
let podman: PodmanEnvironment

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canary-e2e-'))
  mkdirSync(join(folder, 'podman'))
  podman = await podmanEnvironment(join(folder, 'podman'))
  world = await openWorld()
})

afterAll(async () => {
  await podman.remove()
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

async function run(consumer: Consumer) {
  return world.run(consumer, await pushed(consumer, 'refs/heads/main'), {
    secrets: { BUILD_SECRETS: JSON.stringify(BUILD_SECRETS) },
    env: { ...podman.env, TMPDIR: folder },
  })
}

/** The passwords of both registries are secrets of the run as well. */
function canaries(): Canaries {
  const passwords = [world.ghcr, world.dockerhub].map(({ host, credentials }) => [
    host,
    credentials?.password ?? '',
  ])
  return new Canaries({ ...BUILD_SECRETS, ...Object.fromEntries(passwords) })
}

test.each([
  ['publishes', CONTAINERFILE, 'success'],
  ['fails', FAILING, 'failure'],
])('a workflow that %s leaves no secret anywhere', async (name, containerfile, result) => {
  const consumer = await world.consumer(name, { cache: 'none' }, { Containerfile: containerfile })
  const ended = await run(consumer)
  if (result === 'success') expect(failureOf(ended)).toBe('')
  expect(ended.jobs.merge).toBe(result)
  const said = ended.output.join('\n')
  expect(said).toContain('the secrets are here')
  // The runner hides what it knows; only the signature of an artifact's address was there to be hidden.
  expect(said.replaceAll('/container/***', '')).not.toContain('***')
  // Their values are told to the runner once, for it to hide; it lists those lines as well.
  const logged = ended.log.split('\n').filter((line) => !line.includes('"command":"add-mask"'))
  expect(logged.flatMap((line) => canaries().in(line))).toEqual([])
  const registries = [world.ghcr, world.dockerhub]
  const pushed = registries.flatMap(({ manifests }) => manifests.list(`octo/${name}`))
  expect(pushed.flatMap(({ bytes }) => canaries().in(bytes))).toEqual([])
  const places = [world.folder, folder, world.results.folder, ...registries.map(({ blobs }) => blobs.folder)]
  expect(places.flatMap((place) => canaries().under(place))).toEqual([])
})
