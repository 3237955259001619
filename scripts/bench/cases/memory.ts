import { createHash } from 'node:crypto'
import { rm, statfs } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Bench, BenchCase } from '../case.ts'
import { MB, writeRepeated } from '../content.ts'
import { makeContext, openStore } from '../podman.ts'
import { openPusher } from '../pushing.ts'

/** An image of 5 GB in one layer, which gzip can't shrink. Size is the point: only --short makes it smaller. */
export const run: BenchCase = async (bench) => {
  const megabytes = bench.short ? 1000 : 5000
  await requireSpace(bench, 3.2 * megabytes * MB)
  const store = await openStore(bench)
  const pusher = await openPusher(bench, store)
  const hosts = await Promise.all([discardingRegistry(bench), discardingRegistry(bench)])
  const context = await makeContext(join(bench.folder, 'large'), 'FROM scratch\nCOPY data /data\n')
  await writeRepeated(join(context, 'data'), megabytes * MB)
  const image = await store.build(context)
  await rm(context, { recursive: true })

  const repositories = hosts.map((host) => `${host}/large`)
  const { cost, peak, sent } = await pusher.push({ image, repositories, tags: [] })
  if (sent.some((bytes) => bytes < megabytes * MB))
    throw new Error(`Only ${sent.join(' and ')} bytes were sent.`)
  return {
    figures: [{ what: 'peak memory of our process', value: peak / 1e6, unit: 'MB', aim: 150, bound: 150 }],
    notes: [
      `The push of an image of ${megabytes / 1000} GB in one layer to two registries, which hash what they get and keep nothing.`,
    ],
    samples: { push: [cost] },
  }
}

async function requireSpace(bench: Bench, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(bench.folder)
  if (bavail * bsize < needed)
    throw new Error(
      `${bench.folder} needs ${Math.round(needed / 1e9)} GB of free space for this; set TMPDIR to a larger disk.`,
    )
}

/** Takes what it is given, tells its digest, and forgets it. */
async function discardingRegistry(bench: Bench): Promise<string> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bench.finally(() => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of request) hash.update(chunk as Buffer)
  const digest = { 'Docker-Content-Digest': `sha256:${hash.digest('hex')}` }
  if (request.method === 'PUT') response.writeHead(201, digest)
  else if (request.method === 'POST') response.writeHead(202, { Location: '/v2/large/blobs/uploads/one' })
  else response.writeHead(404)
  response.end()
}
