// Asks an application over HTTP from inside its network namespace: one job as JSON on stdin, one event a line on stdout.
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, ProbeEvent, ProbeJob, ProbeRequest, ReadyJob } from './probe-job.ts'

/** So much of an answer is kept. */
const BODY = 1024 * 1024
/** The first pauses between looks; later ones are a tenth of what has been waited already. */
const FIRST_PAUSE = 25
/** Requests under way at a time. */
const AT_ONCE = 2

const job = JSON.parse(await text(process.stdin)) as ProbeJob
if (!job.ready || (await untilReady(job.ready))) await askAll(job.requests)

async function untilReady(ready: ReadyJob): Promise<boolean> {
  const started = performance.now()
  for (;;) {
    const waited = performance.now() - started
    const left = ready.patience - waited
    const answer = await ask(ready, Math.max(left, ready.interval))
    const met = 'status' in answer && ready.statuses.includes(answer.status)
    if (met || waited >= ready.patience) {
      tell({ ready: met, last: 'status' in answer ? { ...answer, body: '' } : answer })
      return met
    }
    await delay(Math.min(ready.interval, Math.max(FIRST_PAUSE, waited / 10)))
  }
}

async function askAll(requests: readonly ProbeRequest[]): Promise<void> {
  const waiting = [...requests.entries()].values()
  const worker = async () => {
    for (const [index, each] of waiting) tell({ index, answer: await ask(each, job.timeout) })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

function ask(asked: ProbeRequest, timeout: number): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve({ error: error.code ?? error.message })
    const answered = (response: IncomingMessage, body: Buffer, cut: boolean) =>
      resolve({
        status: response.statusCode ?? 0,
        headers: joined(response.rawHeaders),
        body: body.toString('base64'),
        cut,
        milliseconds: performance.now() - started,
      })
    const { port, path, method, headers } = asked
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const done = () => answered(response, Buffer.concat(chunks).subarray(0, BODY), size > BODY)
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size <= BODY) return
        done()
        sent.destroy()
      })
      response.once('end', done)
      response.once('error', fail)
    })
    // Also where an answer never ends.
    const late = setTimeout(() => sent.destroy(Object.assign(new Error(), { code: 'TIMEOUT' })), timeout)
    sent.once('close', () => clearTimeout(late))
    sent.once('error', fail)
    // What follows is no HTTP any more.
    sent.once('upgrade', (response, socket) => {
      answered(response, Buffer.alloc(0), false)
      socket.destroy()
    })
    sent.end(asked.body)
  })
}

/** Several headers of one name count as one, as HTTP has it. */
function joined(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    headers[name] = name in headers ? `${headers[name]}, ${raw[at + 1]}` : (raw[at + 1] ?? '')
  }
  return headers
}

function tell(event: ProbeEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}
