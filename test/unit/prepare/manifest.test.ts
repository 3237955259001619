import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseInputs } from '../../../actions/prepare/inputs.ts'
import { prepared } from './prepare.ts'

interface Manifest {
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

const manifest = parse(readFileSync('prepare/action.yml', 'utf8')) as Manifest

test('the manifest has exactly the inputs that the code reads', () => {
  const asked = new Set<string>()
  parseInputs({ text: (name) => [asked.add(name), ''][1] as string })
  expect([...asked].toSorted()).toEqual(Object.keys(manifest.inputs).toSorted())
})

test('the manifest has exactly the outputs that the code sets', async () => {
  const { outputs } = await prepared({})
  expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(manifest.outputs).toSorted())
})

test('every input is described in one sentence and has a default, which the code accepts', async () => {
  for (const input of Object.values(manifest.inputs)) {
    expect(input.description).toMatch(/^[A-Z].*\.$/)
    expect(typeof input.default).toBe('string')
  }
  const defaults = Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]),
  )
  const { outputs } = await prepared(defaults)
  expect(outputs).toMatchObject({ legs: '2', publish: 'true', version: 'latest' })
})
