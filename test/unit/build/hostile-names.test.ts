import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../../actions/base/errors.ts'
import type { InputReader } from '../../../actions/base/inputs.ts'
import { parseReference } from '../../../actions/base/reference.ts'
import { chooseLeg } from '../../../actions/build/leg.ts'
import { readBuildOptions } from '../../../actions/build/options.ts'
import { buildRequest } from '../../../actions/build/request.ts'
import { buildImage } from '../../../actions/engine/build.ts'
import { parsePlan, serialisePlan } from '../../../actions/plan/plan.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { plan, run } from '../plan/runs.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-names-'))
afterAll(() => rmSync(folder, { recursive: true }))
/** In the place of podman: it tells what it was called with, and builds an image at once. */
const STAND_IN = join(folder, 'podman.mjs')
writeFileSync(
  STAND_IN,
  `import { writeFileSync } from 'node:fs'
const args = process.argv.slice(2)
writeFileSync(args[args.indexOf('--iidfile') + 1], 'sha256:' + 'a'.repeat(64))
writeFileSync(${JSON.stringify(join(folder, 'arguments'))}, JSON.stringify(args))
`,
)

const PARTS = [
  ...[
    '; touch pwned',
    '$(touch pwned)',
    '`touch pwned`',
    '&& id',
    '| sh',
    '> pwned',
    '$' + '{IFS}',
    '%0A',
    '\\',
    '"',
    "'",
  ],
  ...[
    '--help',
    '-v/:/host',
    '--',
    '=',
    ',',
    ' ',
    '\t',
    '*',
    '~',
    '#',
    '{{branch}}',
    '../..',
    '@sha256:',
    ':',
    'a',
    'v1.2.3',
  ],
  ...[
    '\u0001',
    '\u001b[2J',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u200b',
    '\ufeff',
    'ünï',
    '日本',
    '😀',
    '\ud800',
    '::set-env name=A::b',
    '##[add-path]x',
  ],
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').replaceAll('\0', ''))
const line = hostile.map((text) => text.replace(/[\r\n]/g, ''))
const plainOr = (usual: string) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: line })

const worlds = fc.record({
  ref: fc.tuple(fc.constantFrom('refs/heads/', 'refs/tags/'), plainOr('main')).map((parts) => parts.join('')),
  repository: plainOr('octo/app'),
  description: hostile,
  image: plainOr('app'),
  // Expressions are for labels to be filled in.
  label: line.map((text) => text.replaceAll('{', '')),
  argument: line,
  context: plainOr('.'),
  file: plainOr(''),
  target: line,
  buildContext: line,
})
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

/** From what a stranger may choose to the command line of podman; undefined: refused. */
async function argumentsFor(world: World): Promise<string[] | undefined> {
  const inputs: Record<string, string> = {
    ...{ image: world.image, context: world.context, file: world.file, target: world.target },
    ...{ labels: `label=${world.label}`, 'build-args': `ARG=${world.argument}`, platforms: 'linux/amd64' },
    ...{
      registries: 'ghcr.io/octo',
      'build-contexts': `docs=${world.buildContext}`,
      tags: 'type=ref,event=branch',
    },
    ...{ 'strict-semver': 'false', pull: 'missing', format: 'docker', compression: 'gzip', cache: 'none' },
  }
  const reader: InputReader = { text: (name) => inputs[name] ?? '' }
  const payload = { repository: { description: world.description } }
  const event = run({ ref: world.ref, repository: world.repository, payload })
  try {
    const made = parsePlan(serialisePlan(await plan(inputs, event)))
    for (const { repositories, tags } of made.images)
      for (const { name } of tags) expect(parseReference(`${repositories[0]}:${name}`).tag).toBe(name)
    const chosen = chooseLeg(made, '', 'x64')
    const source = { context: join('/checkout', chosen.image.context), file: '/checkout/Containerfile' }
    const request = buildRequest(chosen, readBuildOptions(reader), {
      source,
      secrets: [],
      cacheFrom: undefined,
      date: new Date(),
    })
    return await argumentsOf(request)
  } catch (error) {
    if (!isUserError(error)) throw error
    return undefined
  }
}

async function argumentsOf(request: ReturnType<typeof buildRequest>): Promise<string[]> {
  const start = processRunner(
    plainOutput(() => {}),
    new AbortController().signal,
  )
  const called = (_podman: string, args: readonly string[], options = {}) =>
    start(process.execPath, [STAND_IN, ...args], { ...options, cwd: folder })
  await buildImage({ run: called, env: {}, settings: {}, authFile: '/auth' }, request, folder)
  return JSON.parse(readFileSync(join(folder, 'arguments'), 'utf8'))
}

test('whatever a stranger chooses is refused, or reaches podman as part of one argument', async () => {
  let reached = 0
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const args = await argumentsFor(world)
      if (!args) return
      reached += 1
      const after = (option: string) =>
        args.flatMap((arg, index) => (arg === option ? [args[index + 1] ?? ''] : []))
      // What is no Unicode arrives as UTF-8 has it; white space around a value means nothing.
      const pair = (text: string) => Buffer.from(text).toString().replace(/=\s+/, '=').trim()
      expect(after('--build-arg').map(pair)).toContain(pair(`ARG=${world.argument}`))
      expect(after('--label').map(pair)).toContain(pair(`label=${world.label}`))
      expect(args.at(-2)).toBe('--')
      expect(args.at(-1)).toMatch(/^\/checkout/)
    }),
    { numRuns: 60 },
  )
  expect(reached).toBeGreaterThan(5)
})
