import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { obtainImage } from '../../../actions/engine/obtain.ts'
import { locateStore, locateStoreOf } from '../../../actions/engine/store.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

let fixture: EngineFixture
let id: Digest
beforeAll(async () => {
  fixture = await openEngineFixture()
  const context = await fixture.context('FROM scratch\nCOPY busybox /bin/busybox\n')
  await fixture.podman('build', '--tag', 'localhost/store-test', context)
  id = await obtainImage(fixture.engine, 'localhost/store-test')
})
afterAll(() => fixture.remove())

test('an image tells the store that it lies in, which is that of podman', async () => {
  const store = await locateStore(fixture.engine)
  expect(await locateStoreOf(fixture.engine, id)).toEqual(store)
  expect(store.root).toMatch(/^\//)
})
