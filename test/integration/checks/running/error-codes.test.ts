import { afterAll, beforeAll } from '@jest/globals'
import { startProbe } from '../../../../actions/checks/running/probe.ts'
import type { Image } from '../../../../actions/engine/image.ts'
import { reproduce } from '../../../error-codes.ts'
import { openRunningFixture, type RunningFixture } from './fixture.ts'

let fixture: RunningFixture
let image: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  image = await fixture.image('CMD ["true"]')
})
afterAll(() => fixture.remove())

/** Of a process that there isn't: no machine counts so far. */
function probed() {
  const container = { ended: new Promise(() => {}) } as never
  const services = { engine: fixture.engine.engine, signal: new AbortController().signal } as never
  const request = { port: 80, path: '/', method: 'GET', headers: {} }
  return startProbe({ container, pid: 2 ** 30 }, { requests: [request], timeout: 1000 }, services).answers[0]
}

reproduce([
  [
    'IMG7301',
    'an option of a folder that podman refuses',
    () => fixture.check(image, { run: { tmpfs: ['/x:nonsense'] } }),
  ],
  ['IMG7302', 'a network that is not there', probed],
])
