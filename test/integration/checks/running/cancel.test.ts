import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CancelledError } from '../../../../actions/base/errors.ts'
import type { Image } from '../../../../actions/engine/image.ts'
import { command, openRunningFixture, type RunningFixture, WEB } from './fixture.ts'

let fixture: RunningFixture
let image: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  image = await fixture.image('EXPOSE 8000', 'VOLUME /data', command('sh', '-c', WEB))
})
afterAll(() => fixture.remove())

const db = { image: '', cmd: ['httpd', '-f', '-p', '5432'], ready: { tcp: 5432 } }
const stuck = ['sleep', '100']

/** Something that never comes, at each stage of a verification; it is cancelled there. */
test.each<[string, object, string]>([
  ['a service gets ready', { services: { db: { ...db, cmd: stuck } }, run: {} }, ''],
  [
    'an application gets ready',
    { services: { db }, run: { ready: { http: { path: '/no' } } } },
    'services.db.ready',
  ],
  ['a program ends', { run: { exec: [{ cmd: stuck }] } }, 'run'],
  ['lines are printed', { run: { logs: { output: { contains: 'never' } } } }, 'run'],
  ['a process is as asked', { run: { process: { uid: 5 } } }, 'run'],
  ['it stops', { run: { cmd: stuck, stop: {} } }, 'run'],
  [
    'a case ends',
    { services: { db }, cases: [{ name: 'stuck', cmd: stuck, exit: 0, within: '1m' }] },
    'services.db.ready',
  ],
  [
    'rows are done',
    { run: {}, matrix: [1, 2, 3].map((row) => ({ name: `${row}`, exec: [{ cmd: stuck }] })) },
    'matrix.0',
  ],
])('cancelled while it waits until %s, everything is gone', async (_name, checks, last) => {
  const cancelled = new AbortController()
  const services = 'services' in checks ? (checks.services as Record<string, object>) : {}
  const named = Object.fromEntries(
    Object.entries(services).map(([name, each]) => [name, { ...each, image: image.id }]),
  )
  const checking = fixture.check(
    image,
    { ...checks, services: named },
    {
      signal: cancelled.signal,
      onResult: ({ path }) => {
        if (path.join('.') === last) setTimeout(() => cancelled.abort(), 100)
      },
    },
  )
  if (last === '') setTimeout(() => cancelled.abort(), 1000)
  await expect(checking).rejects.toThrow(CancelledError)
  expect(await fixture.left()).toBe('')
  expect(await fixture.engine.podman('volume', 'ls', '--quiet')).toBe('')
})

test.each([0, 20, 60, 120, 250, 400])(
  'cancelled %i ms after it was begun, in the midst of a start, too',
  async (after) => {
    const cancelled = new AbortController()
    setTimeout(() => cancelled.abort(), after)
    const services = { db: { image: image.id, cmd: stuck, ready: { tcp: 5432 } } }
    const checking = fixture.check(image, { services, run: {} }, { signal: cancelled.signal })
    await expect(checking).rejects.toThrow(CancelledError)
    expect(await fixture.left()).toBe('')
  },
)
