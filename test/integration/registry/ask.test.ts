import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { systemClock } from '../../../actions/base/clock.ts'
import { askOnce } from '../../../actions/registry/ask.ts'
import { Transport } from '../../../actions/registry/transport.ts'
import { type Reply, type Scripted, startScripted } from './scripted.ts'

let server: Scripted
let transport: Transport
let reply: Reply

beforeEach(async () => {
  server = await startScripted(() => reply)
  transport = new Transport({ environment: {} })
})
afterEach(async () => {
  transport.close()
  await server.stop()
})

function ask(expected: number[], peer?: string) {
  const url = new URL(`http://${server.host}/`)
  const question = {
    method: 'GET',
    url,
    headers: {},
    limit: 4,
    kind: 'oci',
    loggedIn: false,
    expected,
  } as const
  return askOnce(question, { transport, clock: systemClock, peer })
}

test('an answer that is expected is one, whatever its status', async () => {
  reply = { status: 404, body: 'none' }
  expect(await ask([200, 404])).toMatchObject({ status: 404, body: Buffer.from('none') })
})

test('one that goes on beyond the limit is none', async () => {
  reply = { status: 200, body: 'endless' }
  await expect(ask([200])).rejects.toThrow(/sends an answer without end/)
})

test('a fault may pass, though its page is too long to be read', async () => {
  reply = { status: 502, body: `<html>${'x'.repeat(100_000)}` }
  await expect(ask([200])).rejects.toMatchObject({ status: 502, retryable: true })
})

test.each([
  [undefined, 'the registry'],
  ['GitHub', 'GitHub'],
])('who is asked is named in what to do: %s', async (peer, name) => {
  reply = { status: 503 }
  await expect(ask([200], peer)).rejects.toMatchObject({
    hint: `There is a fault at ${name}: run this again later.`,
  })
  await server.stop()
  await expect(ask([200], peer)).rejects.toMatchObject({
    hint: `Check that ${name} is up, and can be reached from here.`,
  })
})
