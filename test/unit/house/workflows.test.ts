import { posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { actions } from './manifests.ts'
import { ourFiles, read } from './tracked.ts'

interface Step {
  uses?: string
  run?: string
  id?: string
  with?: Record<string, string>
}
interface Job extends Step {
  if?: string
  steps?: Step[]
  permissions?: Record<string, string>
  outputs?: Record<string, string>
}
type Inputs = Record<string, { default?: unknown; required?: boolean; type?: string }>
interface Workflow {
  on: { workflow_call?: { inputs: Inputs }; workflow_dispatch?: { inputs: Inputs } }
  jobs: Record<string, Job>
}

const OWN = /^org\/image-actions\/([\w-]+)@(\S+)$/
/** Where it is not what publishing needs. */
const GRANTED: Readonly<Record<string, readonly string[]>> = {
  'release.yml': ['contents: read', 'contents: write', 'id-token: write', 'attestations: write'],
  'rollback.yml': ['packages: write', 'actions: read'],
  // Who may write may read; a job of the called workflow asks for less.
  'update-snapshot.yml': ['contents: read', 'contents: write', 'pull-requests: write', 'packages: read'],
}
const examples = ourFiles('examples/workflows/*.yml', 'examples/*/.github/workflows/*.yml')
const workflows = [...ourFiles('.github/workflows/*.yml'), ...examples]
const manifests = new Map(actions().map(({ name, manifest }) => [name, manifest]))

/** A reusable workflow, with the steps that run our actions. */
function called(name: string) {
  const file = `.github/workflows/${name}`
  const workflow = parse(read(file)) as Workflow
  const steps = Object.values(workflow.jobs)
    .flatMap((job) => job.steps ?? [])
    .flatMap((step) => {
      const name = OWN.exec(step.uses ?? '')?.[1]
      return name === undefined ? [] : [{ ...step, name }]
    })
  return { file, inputs: workflow.on.workflow_call?.inputs ?? {}, workflow, steps }
}
const buildImages = called('build-images.yml')
const rollback = called('rollback.yml')
const updateSnapshot = called('update-snapshot.yml')

describe.each(workflows)('%s', (file) => {
  const workflow = parse(read(file)) as Workflow
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps ?? [])

  test('pins what others wrote by commit, and names the release in a comment', () => {
    const used = [...read(file).matchAll(/uses: (.*)/g)].map(([, text = '']) => text)
    expect(used.length).toBeGreaterThan(0)
    const loose = used.filter(
      (text) =>
        !text.startsWith('org/image-actions/') && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(text),
    )
    expect(loose).toEqual([])
  })

  test('puts no expression into a shell', () => {
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })

  test('asks for nothing that its caller did not grant', () => {
    const asked = jobs.flatMap((job) => Object.entries(job.permissions ?? {}).map((pair) => pair.join(': ')))
    // More would be a new major version: a caller that does not grant it can't start.
    const granted = GRANTED[posix.basename(file)] ?? ['contents: read', 'packages: write']
    expect(granted).toEqual(expect.arrayContaining([...new Set(asked)]))
    expect(read(file)).toMatch(/^permissions: \{\}$/m)
  })
})

describe.each([
  ['build-images.yml', buildImages, ['prepare', 'setup', 'build', 'merge', 'cleanup']],
  ['rollback.yml', rollback, ['rollback']],
  [
    'update-snapshot.yml',
    updateSnapshot,
    ['snapshot', 'prepare', 'snapshot', 'setup', 'build', 'snapshot', 'snapshot'],
  ],
])('%s', (_name, { file, inputs, steps }, names) => {
  test('uses one version of all our actions', () => {
    expect(steps.map(({ name }) => name)).toEqual(names)
    expect(new Set(steps.map((step) => OWN.exec(step.uses ?? '')?.[2])).size).toBe(1)
  })

  test.each(steps)('gives $name inputs that it has', ({ name, with: given = {} }) => {
    const known = Object.keys(manifests.get(name)?.inputs ?? {})
    expect(Object.keys(given).filter((input) => !known.includes(input))).toEqual([])
  })

  test('hands its own inputs on, each with the default that the action has', () => {
    const handed = steps.flatMap(({ name, with: given = {} }) =>
      Object.entries(given).flatMap(([input, value]) => {
        // What is started by hand is told less: there an empty input means the action's default.
        const [, own, otherwise] = /^\$\{\{ inputs\.([\w-]+)(?: \|\| '(.*)')? \}\}$/.exec(value) ?? []
        if (own?.replaceAll('_', '-') !== input) return []
        return [[name, input, String(inputs[own]?.default || (otherwise ?? inputs[own]?.default))]]
      }),
    )
    const expected = handed.map(([name = '', input = '']) => {
      return [name, input, String(manifests.get(name)?.inputs?.[input]?.default ?? '')]
    })
    expect(handed.length).toBeGreaterThan(5)
    expect(handed).toEqual(expected)
  })

  test('passes on outputs that the actions have', () => {
    const wanted = [...read(file).matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)]
    const lacking = wanted.filter(
      ([, name = '', output = '']) => manifests.get(name)?.outputs?.[output] === undefined,
    )
    expect(wanted.length).toBeGreaterThan(3)
    expect(lacking.map(([text]) => text)).toEqual([])
  })
})

/**
 * The plan holds what prepare read; a token comes by itself; an agent and a file on the runner's disk have no place here.
 * After a merge only the receipt is cleaned up, and for real; retention is a workflow of its own.
 */
test.each([
  ['prepare', ['github-token']],
  ['setup', ['context', 'file']],
  ['build', ['github-token', 'ssh', 'archive']],
  ['merge', ['github-token']],
  ['cleanup', ['github-token', 'dry-run', 'any-branch', ...limits(), ...retention()]],
  ['rollback', ['github-token', 'retries', 'timeout']],
])('every input of %s is offered but a few', (name, left) => {
  const step = [...buildImages.steps, ...rollback.steps].find((each) => each.name === name)
  const planned = name === 'prepare' ? [] : Object.keys(manifests.get('prepare')?.inputs ?? {})
  const offered = [...Object.keys(step?.with ?? {}), ...left, ...planned]
  const missing = Object.keys(manifests.get(name)?.inputs ?? {}).filter((input) => !offered.includes(input))
  expect(missing).toEqual([])
})

function limits(): string[] {
  return ['max-deletes', 'max-requests']
}

function retention(): string[] {
  return ['images', 'tags', 'exclude-tags', 'keep-n-tagged', 'older-than', 'untagged', 'keep-at-least']
}

test('a cleanup follows a merge that left a receipt, on a branch, unless it is switched off', () => {
  const { cleanup } = buildImages.workflow.jobs
  expect(buildImages.inputs.cleanup).toMatchObject({ type: 'boolean', default: true })
  const conditions = [
    'inputs.cleanup',
    '!inputs.skip-push',
    "startsWith(github.ref, 'refs/heads/')",
    "needs.merge.result == 'success'",
    "needs.merge.outputs.receipt != ''",
  ]
  expect(cleanup?.if?.split('&&').map((each) => each.trim())).toEqual(conditions)
})

test('a failed cleanup changes nothing of what the build says', () => {
  const { cleanup, ...others } = buildImages.workflow.jobs
  expect(cleanup).toMatchObject({ 'continue-on-error': true, needs: 'merge' })
  expect(buildImages.steps.find(({ name }) => name === 'cleanup')?.with).toMatchObject({
    'on-failure': 'warn',
  })
  expect(JSON.stringify([buildImages.workflow.on, others])).not.toMatch(/(?:jobs|needs)\.cleanup/)
})

describe('rollback.yml by hand', () => {
  const byHand = rollback.workflow.on.workflow_dispatch?.inputs ?? {}

  test('asks for what its callers give too, with the same defaults', () => {
    const of = (inputs: Inputs) =>
      Object.keys(byHand).map((name) => [name, inputs[name]?.type, inputs[name]?.default])
    expect(Object.keys(byHand)).toEqual(['image', 'tag', 'to', 'dry_run', 'force', 'list'])
    expect(of(byHand)).toEqual(of(rollback.inputs))
  })

  test('leaves the others empty, which each of them may be', () => {
    const others = Object.entries(rollback.inputs).filter(([name]) => !(name in byHand))
    expect(others.filter(([, input]) => input.default !== '')).toEqual([])
  })
})

test.each(examples)('%s gives what is there to be given', (file) => {
  const { jobs } = parse(read(file)) as Workflow
  const uses = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])])
  const unknown = uses.flatMap(({ uses = '', with: given = {} }) => {
    const workflow = /^org\/image-actions\/\.github\/workflows\/([\w.-]+)@/.exec(uses)?.[1]
    const action = OWN.exec(uses)?.[1] ?? ''
    if (!uses.startsWith('org/image-actions/')) return []
    const known = workflow ? called(workflow).inputs : (manifests.get(action)?.inputs ?? {})
    return Object.keys(given).filter((input) => !(input in known))
  })
  expect(unknown).toEqual([])
})
