import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Transport } from '../../../actions/registry/transport.ts'
import { type Reply, type Scripted, startScripted } from './scripted.ts'

let server: Scripted
let transport: Transport
let reply: Reply | undefined

beforeEach(async () => {
  reply = { status: 200, body: 'here' }
  server = await startScripted(() => reply)
})
afterEach(async () => {
  transport.close()
  await server.stop()
})

const get = (address: string, limit?: number) =>
  transport.send({
    method: 'GET',
    url: new URL(address),
    headers: {},
    ...(limit === undefined ? {} : { limit }),
  })

test('a proxy of the environment is used, but never for loopback', async () => {
  transport = new Transport({ environment: { HTTP_PROXY: `http://${server.host}` } })
  await get('http://registry.invalid/v2/')
  await get(`http://${server.host}/v2/`)
  expect(server.lines()).toEqual(['GET http://registry.invalid/v2/', 'GET /v2/'])
})

test('silence ends a request', async () => {
  reply = undefined
  transport = new Transport({ environment: {}, idle: 50 })
  await expect(get(`http://${server.host}/`)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

test('one connection serves requests that follow each other', async () => {
  transport = new Transport({ environment: {} })
  await get(`http://${server.host}/`)
  await get(`http://${server.host}/`)
  expect(server.seen[0]?.socket).toBe(server.seen[1]?.socket)
})

test('a body is read to its limit', async () => {
  transport = new Transport({ environment: {} })
  expect(await get(`http://${server.host}/`, 4)).toMatchObject({ complete: true, body: Buffer.from('here') })
  expect(await get(`http://${server.host}/`, 3)).toMatchObject({ complete: false, body: Buffer.from('her') })
})

test('the body of an error is cut at 64 KiB, whatever was allowed', async () => {
  reply = { status: 500, body: 'x'.repeat(1_000_000) }
  transport = new Transport({ environment: {} })
  const { body, complete } = await get(`http://${server.host}/`, 10_000_000)
  expect([body.length, complete]).toEqual([65_536, false])
})
