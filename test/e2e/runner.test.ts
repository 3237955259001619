import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { failureOf } from './harness/act-log.ts'
import { dispatched, pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { checkout } from './harness/programs.ts'

/** Two actions that hand a document from one job to another, and nothing else. */
const PUT = `
import { DefaultArtifactClient } from '@actions/artifact'
import { appendFileSync, writeFileSync } from 'node:fs'
const file = process.env.RUNNER_TEMP + '/greeting.txt'
writeFileSync(file, 'hello from ' + process.env.GITHUB_REF)
await new DefaultArtifactClient().uploadArtifact('greeting', [file], process.env.RUNNER_TEMP, { skipArchive: true })
appendFileSync(process.env.GITHUB_OUTPUT, 'tag=' + process.env['INPUT_TAG-NAME'] + '\\n')
`
const GET = `
import { DefaultArtifactClient } from '@actions/artifact'
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
const client = new DefaultArtifactClient()
const { artifact } = await client.getArtifact('greeting.txt')
const { downloadPath } = await client.downloadArtifact(artifact.id, { path: process.env.RUNNER_TEMP + '/in' })
appendFileSync(process.env.GITHUB_STEP_SUMMARY, readFileSync(downloadPath + '/' + readdirSync(downloadPath)[0], 'utf8'))
`
const WORKFLOW = `
on:
  workflow_call:
    inputs: { tag-name: { type: string }, skip-push: { type: boolean }, registries: { type: string }, registry-kinds: { type: string }, minimum-buildah: { type: string } }
    secrets: { DOCKERHUB_USERNAME: {}, DOCKERHUB_TOKEN: {}, build-secrets: {}, registry-auth: {} }
    outputs: { digest: { value: '\${{ jobs.put.outputs.tag }}' } }
jobs:
  put:
    runs-on: ubuntu-24.04
    outputs: { tag: '\${{ steps.put.outputs.tag }}' }
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
      - run: test -f Containerfile
      - uses: org/image-actions/put@main
        id: put
        with: { tag-name: '\${{ inputs.tag-name }}' }
  get:
    needs: put
    runs-on: ubuntu-24.04-arm
    steps:
      - uses: org/image-actions/get@main
`

let world: World
let suite: string

beforeAll(async () => {
  world = await openWorld()
  suite = join(world.folder, 'small-suite')
  for (const [name, source] of Object.entries({ put: PUT, get: GET })) {
    mkdirSync(join(suite, name), { recursive: true })
    const manifest = `name: ${name}\ndescription: ${name}\ninputs: { tag-name: { default: '' } }\noutputs: { tag: {} }\nruns: { using: node24, main: index.mjs }\n`
    writeFileSync(join(suite, name, 'action.yml'), manifest)
    const banner =
      "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"
    await build({
      stdin: { contents: source, resolveDir: checkout },
      outfile: join(suite, name, 'index.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
      banner: { js: banner },
    })
  }
  mkdirSync(join(suite, '.github/workflows'), { recursive: true })
  writeFileSync(join(suite, '.github/workflows/build-images.yml'), WORKFLOW)
}, 60_000)

afterAll(() => world.close())

describe('the runner of these tests', () => {
  test('carries an artifact from one job to the next, and the summary out', async () => {
    const consumer = await world.consumer('app')
    const run = await world.run(consumer, await pushed(consumer, 'refs/tags/v1.2.3'), { suite })
    expect(failureOf(run)).toBe('')
    expect(run.jobs).toEqual({ put: 'success', get: 'success', outputs: 'success' })
    expect(run.summaries).toEqual([{ job: 'get', markdown: 'hello from refs/tags/v1.2.3' }])
    expect(world.results.artifacts.map((artifact) => artifact.name)).toEqual(['greeting.txt'])
  }, 60_000)

  test('hands a dispatch input down and the called workflow’s output up, as a plain user too', async () => {
    const consumer = await world.consumer('app')
    const event = await dispatched(consumer, { tag_name: 'nightly' })
    const run = await world.run(consumer, event, { suite, asPlainUser: true })
    expect(failureOf(run)).toBe('')
    expect(run.outputs).toEqual({ digest: 'nightly' })
  }, 60_000)
})
