import { spawn } from 'node:child_process'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { HttpAnswer, ProbeEvent, ProbeJob } from '../../../../actions/checks/probe-job.ts'
import { probePath } from '../../../../actions/checks/probe-job.ts'

let servers: { close(): unknown }[] = []
afterEach(() => {
  for (const server of servers) server.close()
  servers = []
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function probe(job: Partial<ProbeJob>): Promise<ProbeEvent[]> {
  const child = spawn(process.execPath, [fileURLToPath(probePath())], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ requests: [], timeout: 5000, ...job }))
  const lines = (await text(child.stdout)).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as ProbeEvent)
}

const get = (port: number, path = '/') => ({ port, path, method: 'GET', headers: {} })

async function ask(
  port: number,
  changes: Partial<ReturnType<typeof get>> & { body?: string } = {},
  timeout = 5000,
) {
  const [event] = await probe({ requests: [{ ...get(port), ...changes }], timeout })
  if (!event || !('index' in event)) throw new Error('The probe gave no answer.')
  return event.answer
}

const bodyOf = (answer: object) => Buffer.from((answer as HttpAnswer).body, 'base64').toString()

describe('a request', () => {
  test('is sent as asked, and its answer told as it came', async () => {
    const port = await serve((request, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.writeHead(201)
      text(request).then((body) =>
        response.end(`${request.method} ${request.url} ${request.headers['x-asked']} ${body} \u2028`),
      )
    })
    const answer = await ask(port, {
      method: 'POST',
      path: '/a?b=c',
      headers: { 'X-Asked': 'yes' },
      body: 'päckchen',
    })
    expect(answer).toMatchObject({ status: 201, cut: false, headers: { 'set-cookie': 'a=1, b=2' } })
    expect(bodyOf(answer)).toBe('POST /a?b=c yes päckchen \u2028')
  })

  test('that is redirected is answered by that', async () => {
    const port = await serve((request, response) => {
      response.writeHead(request.url === '/' ? 302 : 200, { Location: '/elsewhere' }).end()
    })
    expect(await ask(port)).toMatchObject({ status: 302, headers: { location: '/elsewhere' } })
  })

  test('whose answer has no end is cut', async () => {
    const port = await serve((_request, response) => {
      const more = () => response.write('x'.repeat(100_000), () => response.destroyed || setImmediate(more))
      more()
    })
    const answer = await ask(port)
    expect(answer).toMatchObject({ status: 200, cut: true })
    expect(bodyOf(answer)).toHaveLength(1024 * 1024)
  })

  test.each<[string, RequestListener]>([
    ['is never answered', () => {}],
    ['is never answered to the end', (_request, response) => response.write('x')],
  ])('that %s is given up', async (_name, listener) => {
    const port = await serve(listener)
    const [event] = await probe({ requests: [get(port)], timeout: 200 })
    expect(event).toEqual({ index: 0, answer: { error: 'TIMEOUT' } })
  })

  test('that is answered by another protocol is answered by that', async () => {
    const other = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: chat\r\nConnection: Upgrade\r\n\r\nhi')
    })
    servers.push(other)
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const answer = await ask((other.address() as AddressInfo).port)
    expect(answer).toMatchObject({ status: 101, headers: { upgrade: 'chat' }, body: '' })
  })

  test('that nobody takes, or that gets no HTTP, is told by its error', async () => {
    const port = await serve(() => {})
    servers.pop()?.close()
    const other = createTcpServer((socket) => socket.end('SSH-2.0\r\n\r\n'))
    servers.push(other)
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const events = await probe({ requests: [get(port), get((other.address() as AddressInfo).port)] })
    expect(events).toHaveLength(2)
    expect(events).toContainEqual({ index: 0, answer: { error: 'ECONNREFUSED' } })
    expect(events).toContainEqual({ index: 1, answer: { error: 'HPE_INVALID_CONSTANT' } })
  })
})

describe('readiness', () => {
  const ready = (port: number, patience = 5000) => ({
    ...get(port, '/ready'),
    statuses: [200, 204],
    patience,
    interval: 50,
  })

  test('is waited for; then the rest is asked', async () => {
    const asked: (string | undefined)[] = []
    const port = await serve((request, response) => {
      asked.push(request.url)
      response.writeHead(asked.length < 4 ? 503 : 204).end()
    })
    const events = await probe({ ready: ready(port), requests: [get(port, '/then')] })
    expect(events).toMatchObject([{ ready: true }, { index: 0, answer: { status: 204 } }])
    expect(asked).toEqual(['/ready', '/ready', '/ready', '/ready', '/then'])
  })

  test('that never comes is told with the last answer, and nothing else is asked', async () => {
    const asked = new Set<string | undefined>()
    const port = await serve((request, response) => {
      asked.add(request.url)
      response.writeHead(503).end('not yet')
    })
    const events = await probe({ ready: ready(port, 200), requests: [get(port, '/then')] })
    expect(events).toMatchObject([{ ready: false, last: { status: 503, body: '' } }])
    expect([...asked]).toEqual(['/ready'])
  })
})

test('the probe lies beside the code, in the sources as in the bundle', () => {
  expect(probePath('file:///repo/dist/chunks/shared-ABC.js').href).toBe('file:///repo/dist/checks/probe.js')
  expect(probePath('file:///repo/dist/verify/index.js').href).toBe('file:///repo/dist/checks/probe.js')
  expect(probePath('file:///repo/actions/checks/probe-job.ts').href).toBe(
    'file:///repo/actions/checks/probe.ts',
  )
})
