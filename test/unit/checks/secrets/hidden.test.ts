import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { configOf } from '../../../../actions/checks/image/config.ts'
import { secretsHidden } from '../../../../actions/checks/secrets/hidden.ts'
import { failed, passed } from '../reports/verification.ts'
import { privateKey, random, TOKENS } from './tokens.ts'

const OURS = random(30)

function hide(text: string, config: object = {}): string {
  const image = configOf({ config: Buffer.from(JSON.stringify(config)) })
  const finding = { expected: text, actual: text, hint: text, log: ['before', text] }
  return JSON.stringify(secretsHidden(image)([failed(['run', 'http', 0], text, finding)]))
}

describe('what an application prints of its secrets is hidden in every part of a result', () => {
  test.each([
    ['a variable', { config: { Env: [`API_TOKEN=${OURS}`] } }],
    ['a login in a variable', { config: { Env: [`DATABASE_URL=postgres://app:${OURS}@db/app`] } }],
    ['a label', { config: { Labels: { 'api.token': OURS } } }],
    ['a build argument', { history: [{ created_by: `|1 API_TOKEN=${OURS} /bin/sh -c make` }] }],
  ])('of %s', (_what, config) => {
    const said = hide(`token=${OURS}, again ${OURS}`, config)
    expect(said).not.toContain(OURS)
    expect(said).toContain('(30 characters)')
  })

  test.each(Object.entries(TOKENS))('of what looks like %s, wherever it comes from', (_rule, token) => {
    expect(hide(`printed: ${token}.`)).not.toContain(token)
  })

  test('line by line, where it has several', () => {
    const key = privateKey()
    const line = key.split('\n')[2] ?? ''
    expect(hide(line, { config: { Env: [`KEY=${key}`] } })).not.toContain(line)
  })

  test('whatever stands around it', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(hide(`${before}${OURS}${after}`, { config: { Env: [`API_TOKEN=${OURS}`] } })).not.toContain(
          OURS,
        )
      }),
    ))
})

test('all else stays as it is', () => {
  const results = [passed(['run'], 'it starts'), failed(['run'], 'GET /', { expected: 'a', actual: 'b' })]
  const image = configOf({ config: Buffer.from('{"config":{"Env":["PATH=/bin","PASSWORD=a"]}}') })
  expect(secretsHidden(image)(results)).toEqual(results)
})
