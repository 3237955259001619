import { expect, test } from '@jest/globals'
import { listenersIn, spokenPorts } from '../../../../actions/checks/running/listeners.ts'

const HEAD = '  sl  local_address rem_address   st tx_queue rx_queue'

test.each([
  ['0: 00000000:1F40 00000000:0000 0A 00000000:00000000', { port: 8000, loopbackOnly: false }],
  ['1: 0100007F:1538 00000000:0000 0A 00000000:00000000', { port: 5432, loopbackOnly: true }],
  ['2: 00000000000000000000000000000000:0050 0:0 0A 0:0', { port: 80, loopbackOnly: false }],
  ['3: 00000000000000000000000001000000:0050 0:0 0A 0:0', { port: 80, loopbackOnly: true }],
])('the kernel says who listens: %s', (line, expected) => {
  expect(listenersIn(`${HEAD}\n   ${line}\n`)).toEqual([expected])
})

test('a connection is no listener', () => {
  expect(listenersIn(`${HEAD}\n 0: 0100007F:1538 0100007F:9999 01 0:0\n`)).toEqual([])
  expect(listenersIn('')).toEqual([])
})

test('ports are told once and in order', () => {
  const at = (port: number) => ({ port, loopbackOnly: false })
  expect(spokenPorts([at(8000), at(80), at(8000)])).toBe('only these ports are listened on: 80, 8000')
  expect(spokenPorts([])).toBe('nothing listens on any port')
})
