import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startDockerHubApi } from './dockerhub/index.ts'
import { startGithubDouble } from './github/index.ts'
import type { FlavourName } from './registry/flavour.ts'
import { startRegistryDouble } from './registry/index.ts'
import { startResultsDouble } from './results/index.ts'

const HELP = `node test/doubles/serve.ts --kind ghcr|dockerhub|oci|github|results
  --port N               a free one unless told
  --api-port N           of GitHub's or Docker Hub's API, which ghcr and dockerhub start too
  --user U --password P  what the registry asks for
  --blob-address A       127.0.0.2, for clients that forward credentials to another port of the same host
  --graph FILE           JSON for GitHub's API: {"owner/name": {defaultBranch, branches, commits}}
  --bytes-per-second N   the line's width, each way
  --latency MS           before each answer
Prints one line of JSON: {url, host, apiUrl?}. Ends on SIGTERM and SIGINT.`

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    port: { type: 'string', default: '0' },
    'api-port': { type: 'string', default: '0' },
    user: { type: 'string' },
    password: { type: 'string' },
    'blob-address': { type: 'string' },
    graph: { type: 'string' },
    'bytes-per-second': { type: 'string' },
    latency: { type: 'string' },
    help: { type: 'boolean' },
  },
})

const line = {
  ...(values['bytes-per-second'] ? { bytesPerSecond: Number(values['bytes-per-second']) } : {}),
  ...(values.latency ? { latency: Number(values.latency) } : {}),
}
const port = Number(values.port)
const apiPort = Number(values['api-port'])

interface Closable {
  close(): Promise<void>
}

async function startRegistry(flavour: FlavourName) {
  const { user, password } = values
  const credentials = user && password ? { credentials: { user, password } } : {}
  const blobAddress = values['blob-address'] as `127.${string}` | undefined
  const elsewhere = blobAddress ? { blobAddress } : {}
  return startRegistryDouble({ flavour, port, ...credentials, ...elsewhere, ...line })
}

async function startGithub(ghcr?: Awaited<ReturnType<typeof startRegistry>>) {
  const repositories = values.graph ? JSON.parse(await readFile(values.graph, 'utf8')) : {}
  const own = ghcr ? { port: apiPort, registry: ghcr } : { port }
  return startGithubDouble({ repositories, ...own })
}

async function start(): Promise<{
  address: { url: string; host: string; apiUrl?: string }
  all: Closable[]
}> {
  switch (values.kind) {
    case 'oci': {
      const registry = await startRegistry('oci')
      return { address: registry, all: [registry] }
    }
    case 'ghcr': {
      const registry = await startRegistry('ghcr')
      const api = await startGithub(registry)
      return { address: { ...registry, apiUrl: api.url }, all: [api, registry] }
    }
    case 'dockerhub': {
      const registry = await startRegistry('dockerhub')
      const api = await startDockerHubApi({ registry, port: apiPort })
      return { address: { ...registry, apiUrl: api.url }, all: [api, registry] }
    }
    case 'github': {
      const api = await startGithub()
      return { address: api, all: [api] }
    }
    case 'results': {
      const results = await startResultsDouble({ port, ...line })
      return { address: results, all: [results] }
    }
    default:
      throw new Error(HELP)
  }
}

if (values.help) console.log(HELP)
else {
  const started = start()
  const stop = async () => {
    const { all } = await started
    await Promise.all(all.map((double) => double.close()))
  }
  // Before anything has started, so that nothing is left behind by who changes their mind at once.
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  const { url, host, apiUrl } = (await started).address
  console.log(JSON.stringify({ url, host, apiUrl }))
}
