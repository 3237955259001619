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
  steps?: Step[]
  permissions?: Record<string, string>
  outputs?: Record<string, string>
}
interface Workflow {
  on: { workflow_call?: { inputs: Record<string, { default?: unknown; required?: boolean }> } }
  jobs: Record<string, Job>
}

const OWN = /^org\/image-actions\/([\w-]+)@(\S+)$/
const workflows = ourFiles('.github/workflows/*.yml', 'examples/workflows/*.yml')
const manifests = new Map(actions().map(({ name, manifest }) => [name, manifest]))
const buildImages = parse(read('.github/workflows/build-images.yml')) as Workflow
const ownSteps = Object.values(buildImages.jobs)
  .flatMap((job) => job.steps ?? [])
  .flatMap((step) => {
    const name = OWN.exec(step.uses ?? '')?.[1]
    return name === undefined ? [] : [{ ...step, name }]
  })

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
    expect(['contents: read', 'packages: write']).toEqual(expect.arrayContaining([...new Set(asked)]))
    expect(read(file)).toMatch(/^permissions: \{\}$/m)
  })
})

describe('build-images.yml', () => {
  test('uses one version of all our actions', () => {
    expect(ownSteps.map(({ name }) => name)).toEqual(['prepare', 'setup', 'build', 'merge'])
    expect(new Set(ownSteps.map((step) => OWN.exec(step.uses ?? '')?.[2])).size).toBe(1)
  })

  test.each(ownSteps)('gives $name inputs that it has', ({ name, with: given = {} }) => {
    const known = Object.keys(manifests.get(name)?.inputs ?? {})
    expect(Object.keys(given).filter((input) => !known.includes(input))).toEqual([])
  })

  test('hands its own inputs on, each with the default that the action has', () => {
    const inputs = buildImages.on.workflow_call?.inputs ?? {}
    const handed = ownSteps.flatMap(({ name, with: given = {} }) =>
      Object.entries(given)
        .filter(([input, value]) => value === `\${{ inputs.${input} }}`)
        .map(([input]) => [name, input, String(inputs[input]?.default)]),
    )
    const expected = handed.map(([name = '', input = '']) => {
      return [name, input, String(manifests.get(name)?.inputs?.[input]?.default ?? '')]
    })
    expect(handed).toEqual(expected)
  })

  /** The plan holds what prepare read; a token comes by itself; an agent and a file on the runner's disk have no place here. */
  test.each([
    ['prepare', ['github-token']],
    ['setup', ['context', 'file']],
    ['build', ['github-token', 'ssh', 'archive']],
    ['merge', ['github-token']],
  ])('offers every input of %s but a few', (name, left) => {
    const step = ownSteps.find((each) => each.name === name)
    const planned = name === 'prepare' ? [] : Object.keys(manifests.get('prepare')?.inputs ?? {})
    const offered = [...Object.keys(step?.with ?? {}), ...left, ...planned]
    const missing = Object.keys(manifests.get(name)?.inputs ?? {}).filter((input) => !offered.includes(input))
    expect(missing).toEqual([])
  })

  test('passes on outputs that the actions have', () => {
    const wanted = [
      ...read('.github/workflows/build-images.yml').matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g),
    ]
    const lacking = wanted.filter(
      ([, name = '', output = '']) => manifests.get(name)?.outputs?.[output] === undefined,
    )
    expect(wanted.length).toBeGreaterThan(5)
    expect(lacking.map(([text]) => text)).toEqual([])
  })
})
