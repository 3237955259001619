import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type RegistryDouble, type RegistryOptions, startRegistryDouble } from '../doubles/registry/index.ts'

/** The compiled test program of the distribution specification's conformance module, version 1.1.1. */
const SUITE = process.env.OCI_CONFORMANCE_SUITE ?? ''

const credentials = { user: 'octocat', password: 'password' }
let registry: RegistryDouble | undefined
afterEach(async () => {
  await registry?.close()
  registry = undefined
})

type Workflow = 'PULL' | 'PUSH' | 'CONTENT_DISCOVERY' | 'CONTENT_MANAGEMENT'
const ALL: Workflow[] = ['PULL', 'PUSH', 'CONTENT_DISCOVERY', 'CONTENT_MANAGEMENT']

async function conform(options: RegistryOptions, workflows: readonly Workflow[]): Promise<string> {
  // Go's own client drops credentials only towards another host, not towards another port.
  registry = await startRegistryDouble({ ...options, blobAddress: '127.0.0.2' })
  const login = { OCI_USERNAME: credentials.user, OCI_PASSWORD: credentials.password }
  const suite = spawn(SUITE, ['-ginkgo.no-color'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...(options.credentials ? login : {}),
      OCI_ROOT_URL: registry.url,
      OCI_NAMESPACE: 'conformance/one',
      OCI_CROSSMOUNT_NAMESPACE: 'conformance/two',
      OCI_AUTOMATIC_CROSSMOUNT: '0',
      OCI_REPORT_DIR: 'none',
      ...Object.fromEntries(workflows.map((name) => [`OCI_TEST_${name}`, '1'])),
    },
  })
  const output = await text(suite.stdout)
  return /^Ran \d+ of \d+ Specs.*\n.*$/m.exec(output)?.[0] ?? output
}

describe('the distribution specification', () => {
  // Where blobs can't be deleted, one workflow finds those of another: there each has a registry of its own.
  test.each<[string, Workflow[], RegistryOptions]>([
    ['a plain registry', ALL, { flavour: 'oci' }],
    ['a plain registry with a login', ALL, { flavour: 'oci', credentials }],
    ['a registry that gives tokens', ALL, { flavour: 'oci', credentials, auth: 'bearer' }],
    ['GHCR, pulling', ['PULL'], { flavour: 'ghcr', credentials }],
    ['GHCR, pushing', ['PUSH'], { flavour: 'ghcr', credentials }],
    ['GHCR, if it had referrers', ['CONTENT_DISCOVERY'], { flavour: 'ghcr', credentials, referrers: true }],
    ['Docker Hub, pulling', ['PULL'], { flavour: 'dockerhub', credentials, deletes: 'nothing' }],
    ['Docker Hub, pushing', ['PUSH'], { flavour: 'dockerhub', credentials, deletes: 'nothing' }],
  ])('is kept by %s', async (_name, workflows, options) => {
    const summary = await conform(options, workflows)
    expect(summary).toMatch(/SUCCESS! -- [1-9]\d* Passed \| 0 Failed/)
  })
})
