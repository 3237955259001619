import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isUserError } from '../../../actions/base/errors.ts'
import type { InputReader } from '../../../actions/base/inputs.ts'
import { actions, exists, type Manifest, sourceOf } from './manifests.ts'
import { checkout } from './tracked.ts'

const CONTEXT = { actor: 'octo', workspace: checkout, repository: 'octo/app' }

/** One runner builds everything, so it needs to be told neither where nor what comes from another job. */
const FILLED_IN = new Set(['plan', 'leg', 'has-credentials', 'runners'])

type Parse = (reader: InputReader, context: typeof CONTEXT) => unknown

/** Gives the manifest's defaults, as the runner does, and notes what it was asked for. */
function recorder(manifest: Manifest): { reader: InputReader; asked: Set<string> } {
  const asked = new Set<string>()
  const text = (name: string) => {
    asked.add(name)
    const value = manifest.inputs?.[name]?.default ?? ''
    return value.startsWith('${{') ? '' : String(value)
  }
  return { reader: { text }, asked }
}

/** The pipeline reads what its rooms read, with a few inputs filled in by itself. */
async function parserOf(room: string): Promise<Parse> {
  const own: Parse = (await import(join(checkout, `actions/${room}/inputs.ts`))).parseInputs
  if (room !== 'pipeline') return own
  const parsers = [own, ...(await Promise.all(['prepare', 'build', 'merge'].map(parserOf)))]
  return async (reader, context) => {
    const text = (name: string) => (FILLED_IN.has(name) ? '' : reader.text(name))
    for (const parse of parsers) await parse({ text }, context)
  }
}

describe.each(actions())('the manifest of $name', ({ name, file, manifest }) => {
  test('has exactly the inputs that the code reads', async () => {
    const { reader, asked } = recorder(manifest)
    const parse = await parserOf(name)
    try {
      await parse(reader, CONTEXT)
    } catch (error) {
      if (!isUserError(error)) throw error
    }
    for (const [, direct] of sourceOf(name).matchAll(/inputs\.text\('([\w-]+)'\)/g)) asked.add(direct ?? '')
    expect(Object.keys(manifest.inputs ?? {}).sort()).toEqual([...asked].sort())
  })

  test('requires what the code can’t do without, and nothing else', async () => {
    const parse = await parserOf(name)
    const required = Object.entries(manifest.inputs ?? {}).filter(([, input]) => input.required)
    const withDefaults = async () => parse(recorder(manifest).reader, CONTEXT)
    if (required.length === 0) await withDefaults()
    for (const [input] of required) await expect(withDefaults()).rejects.toThrow(input)
  })

  test('says what each input and output is for, in a sentence', () => {
    const described = { ...manifest.inputs, ...manifest.outputs }
    const poor = Object.entries(described).filter(
      ([, entry]) => !/^\S.{9,}[.)]$/s.test(entry.description ?? ''),
    )
    expect(poor.map(([each]) => each)).toEqual([])
    expect([manifest.name, manifest.description]).toEqual([expect.any(String), expect.any(String)])
  })

  test('runs a bundle of its own room, which is there', () => {
    const { using, ...scripts } = manifest.runs
    expect(using).toBe('node24')
    const paths = [scripts.main, scripts.post].flatMap((path) => path ?? [])
    for (const path of paths) {
      const bundle = posix.join(posix.dirname(file), path)
      expect(bundle).toMatch(new RegExp(`^dist/${name}/(index|post)\\.js$`))
      expect([bundle, exists(bundle)]).toEqual([bundle, true])
    }
    expect(exists(`actions/${name}/post.ts`)).toBe(scripts.post !== undefined)
  })
})

/**
 * On one runner alone, its own platform is what can be built; the file that verify is about is the check file; a snapshot
 * has a cache of its own, and goes where no tag goes.
 */
const DIFFERENT = new Set([
  ...['build platforms', 'merge platforms', 'pipeline platforms', 'verify file'],
  ...['snapshot cache', 'snapshot to'],
])

test('an input of several actions means the same everywhere: it has one default', () => {
  const defaults = new Map<string, Set<string>>()
  for (const { name, manifest } of actions()) {
    for (const [input, { default: value = '' }] of Object.entries(manifest.inputs ?? {})) {
      if (DIFFERENT.has(`${name} ${input}`)) continue
      const same = String(value).replaceAll(/,\s+/g, ',')
      defaults.set(input, (defaults.get(input) ?? new Set()).add(same))
    }
  }
  const several = [...defaults].filter(([, values]) => values.size > 1)
  expect(several.map(([input, values]) => [input, ...values])).toEqual([])
})
