import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { mappingsOf } from './markdown.ts'
import { ourFiles, read } from './tracked.ts'

type Rights = Readonly<Record<string, string>>
interface Job {
  permissions?: Rights | string
  uses?: string
}

const READ: Rights = { contents: 'read' }
const PUBLISH: Rights = { contents: 'read', packages: 'write' }

/** Which job may do what. Whoever gives a job more says here that it is meant; the reason stands beside it in the file. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, Rights>>>> = {
  '.github/workflows/build-images.yml': {
    prepare: READ,
    // It runs the user's Containerfile, and pushes. Rights can't depend on whether a run publishes: who must not grant
    // them for a pull request builds it in a job of his own, with `contents: read`. Forks never have them.
    build: PUBLISH,
    merge: PUBLISH,
    cleanup: { packages: 'write' },
  },
  '.github/workflows/ci.yml': { check: READ, bench: READ },
  '.github/workflows/nightly.yml': { faults: READ, fuzz: READ },
  '.github/workflows/release.yml': {
    decide: READ,
    check: READ,
    test: READ,
    provenance: { 'id-token': 'write', attestations: 'write' },
    publish: { contents: 'write' },
    move: READ,
  },
  '.github/workflows/rollback.yml': { rollback: { packages: 'write', actions: 'read' } },
  '.github/workflows/update-snapshot.yml': {
    update: READ,
    // It runs the user's Containerfile, and publishes nothing.
    build: { contents: 'read', packages: 'read' },
    'pull-request': { contents: 'write', 'pull-requests': 'write' },
  },
  'examples/comfyui/.github/workflows/publish.yml': { snapshot: READ, images: PUBLISH },
  'examples/comfyui/.github/workflows/update-snapshot.yml': {
    update: { contents: 'write', 'pull-requests': 'write', packages: 'read' },
  },
  'examples/django-web/.github/workflows/publish.yml': { images: PUBLISH },
  'examples/fastapi-api/.github/workflows/publish.yml': { images: PUBLISH },
  'examples/workflows/cleanup.yml': { cleanup: { packages: 'write' } },
  'examples/workflows/publish.yml': { images: PUBLISH },
  'examples/workflows/rollback.yml': { rollback: { packages: 'write', actions: 'read' } },
}
const workflows = ourFiles(
  '.github/workflows/*.yml',
  'examples/workflows/*.yml',
  'examples/*/.github/workflows/*.yml',
)

describe.each(workflows)('%s', (file) => {
  const text = read(file)
  const { jobs, ...rest } = parse(text) as { jobs: Record<string, Job>; on: unknown; permissions: unknown }

  test('gives each job the rights that were agreed on, and no other', () => {
    const rights = Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? 'those of the caller'])
    expect(Object.fromEntries(rights)).toEqual(RIGHTS[file])
    expect(rest.permissions).toEqual({})
  })

  test('says why, beside each right', () => {
    const lines = text
      .split('\n')
      .filter((line) => /^\s+[a-z-]+: (read|write)\b/.test(line) && !/^\s+permission-/.test(line))
    expect(lines.filter((line) => !/ # to [a-z]/.test(line))).toEqual([])
  })

  test('is never started with rights that are not those of whoever starts it', () => {
    expect(JSON.stringify(rest.on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/)
  })

  test('leaves no credentials in a checkout', () => {
    const checkouts = mappingsOf(text).filter(({ uses }) => String(uses).startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => !keepsNothing(step.with))).toEqual([])
  })

  test('says why a rule of the auditor does not hold, where it first does not', () => {
    const lines = text.split('\n')
    const rules = new Set([...text.matchAll(/# zizmor: ignore\[([^\]]*)\]/g)].map(([ignored]) => ignored))
    const unexplained = [...rules].filter((ignored) => {
      const above = lines[lines.findIndex((line) => line.includes(ignored)) - 1] ?? ''
      return !/^\s*# .{20}/.test(above)
    })
    expect(unexplained).toEqual([])
  })
})

function keepsNothing(given: unknown): boolean {
  return (given as Record<string, unknown> | undefined)?.['persist-credentials'] === false
}

describe('what is run', () => {
  const others = ourFiles('action.yml', '*/action.yml')

  test.each([...workflows, ...others])('%s puts no expression into a script', (file) => {
    const scripts = mappingsOf(read(file)).flatMap(({ run, script, with: given }) => [
      run,
      script,
      (given as Record<string, unknown> | undefined)?.script,
    ])
    expect(scripts.filter((text) => typeof text === 'string' && text.includes('${{'))).toEqual([])
  })

  test.each(ourFiles('*.md'))('%s shows nobody how to', (page) => {
    const steps = [...read(page).matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
      mappingsOf(block),
    )
    expect(steps.filter(({ run }) => typeof run === 'string' && run.includes('${{'))).toEqual([])
  })
})

test('every file that was agreed on is there to be held to it', () => {
  expect(workflows.filter((file) => !(file in RIGHTS))).toEqual([])
})
