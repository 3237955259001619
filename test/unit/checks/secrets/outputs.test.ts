import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { configOf } from '../../../../actions/checks/image/config.ts'
import { originFinding } from '../../../../actions/checks/rebuild/steps.ts'
import { failuresOf } from '../../../../actions/checks/reports/failures.ts'
import { jsonOf } from '../../../../actions/checks/reports/json.ts'
import { junitOf } from '../../../../actions/checks/reports/junit.ts'
import { summaryOf } from '../../../../actions/checks/reports/summary.ts'
import { textOf } from '../../../../actions/checks/reports/text.ts'
import { logOf } from '../../../../actions/checks/running/ending.ts'
import { httpFinding } from '../../../../actions/checks/running/http.ts'
import { secretsHidden } from '../../../../actions/checks/secrets/hidden.ts'
import { textFaults } from '../../../../actions/checks/text.ts'
import type { LocatedResult } from '../../../../actions/checks/verification.ts'
import { OutputLines } from '../../../../actions/engine/output-lines.ts'
import { failed, unchecked, verification } from '../reports/verification.ts'
import { privateKey, random, TOKENS } from './tokens.ts'

const IMAGE = configOf({ config: Buffer.from('{}') })
const PASSWORD = random(20)

/** Everything that is written of these results. */
function written(results: readonly LocatedResult[]): string {
  const all = verification(secretsHidden(IMAGE)(results))
  const annotations = failuresOf(all).map(({ message, hint }) => `${message} ${hint}`)
  const summary = summaryOf(all).map(({ markdown }) => markdown)
  return [jsonOf(all), junitOf(all), textOf(all), ...summary, ...annotations].join('\n').replaceAll('\\', '')
}

/** By which a secret stands, and what of it must not be seen. */
const token = fc.constantFrom(...Object.values(TOKENS)).map((value) => ({ line: value, secret: value }))
const named = fc
  .constantFrom(
    `RUN echo "AWS_SECRET_ACCESS_KEY=${PASSWORD}"`,
    `API_TOKEN=${PASSWORD}`,
    `{"client_secret": "${PASSWORD}"}`,
    `login --password=${PASSWORD}`,
    `postgres://app:${PASSWORD}@db/app`,
    `Authorization: Bearer ${PASSWORD}`,
  )
  .map((line) => ({ line, secret: PASSWORD }))
const words = fc.stringMatching(/^(?:[a-z]{1,9} ){0,90}$/)
const around = fc.tuple(words, words)

describe('what the rules know never gets into a report', () => {
  test('wherever it stands in a result', () =>
    fc.assert(
      fc.property(fc.oneof(token, named), around, ({ line, secret }, [before, after]) => {
        const text = `${before} ${line} ${after}`
        const finding = { expected: text, actual: text, hint: text, log: [before, text] }
        const said = written([failed(['run'], text, finding)]) + written([unchecked(['run'], text, text)])
        expect(said).not.toContain(secret)
        expect(said).not.toContain(secret.slice(-12))
      }),
    ))

  test('nor a part of it, where a text is too long to be shown whole', () =>
    fc.assert(
      fc.property(fc.oneof(token, named), fc.nat(500), ({ line, secret }, length) => {
        const before = `${'before '.repeat(length / 7)} `
        const after = ` ${'after '.repeat(length / 6)}`
        const text = `${before}${line}${after}`
        const body = Buffer.from(text).toString('base64')
        const answer = { status: 500, headers: {}, body, cut: false, milliseconds: 1 }
        const check = { path: '/', method: 'GET', status: [200], headers: {}, json: { a: 1 } } as const
        const faults = [
          ...textFaults('stdout', text, { contains: ['no such text'] }),
          ...textFaults('stdout', text, { excludes: ['before'] }),
        ]
        const findings = [
          ...faults,
          httpFinding({ ...check, status: [200] }, answer) ?? { expected: '', actual: '' },
        ]
        const said = written(findings.map((finding) => failed(['run'], 'it', finding)))
        for (let at = 8; at <= secret.length; at += 4) expect(said).not.toContain(secret.slice(at - 8, at))
      }),
    ))

  test('nor in the steps of a build', () => {
    const instruction = `RUN echo "AWS_SECRET_ACCESS_KEY=${PASSWORD}"`
    const steps = [{ instruction, cached: false }]
    const findings = ['echo', 'nothing'].map((text) => originFinding(text, 'cached', 'app', steps))
    const said = written(findings.map((finding) => failed(['rebuild', 0], 'it', finding!)))
    expect(said).not.toContain(PASSWORD)
    expect(said).toContain(
      `AWS_SECRET_ACCESS_KEY=q7Zb… (20 characters)`.replace('q7Zb', PASSWORD.slice(0, 4)),
    )
  })

  test.each([
    ['whole', 0, 0],
    ['and many lines after it', 0, 9],
    ['of which its beginning scrolled away', 40, 2],
  ])('nor a private key in the log, %s', (_how, before, after) => {
    const lines = new OutputLines()
    const all = [
      ...Array(before).fill('line'),
      ...privateKey().trim().split('\n'),
      ...Array(after).fill('line'),
    ]
    for (const text of all) lines.add({ stream: 'stdout', text })
    const said = written([failed(['run'], 'it', { expected: '', actual: '', ...logOf({ lines }) })])
    for (const line of privateKey().trim().split('\n').slice(1, -1)) {
      expect(said).not.toContain(line)
      expect(said).not.toContain(line.slice(-20))
    }
  })

  test.each([
    ['blanks', `-----BEGIN PRIVATE KEY-----${' '.repeat(1e6)}`],
    ['heads', '-----BEGIN PRIVATE KEY-----'.repeat(20_000)],
    ['a body', `PRIVATE KEY ${'a'.repeat(1e6)}`],
    ['lines', `PRIVATE KEY ${`${'a'.repeat(64)}\n`.repeat(2e4)}`],
    ['quotes', `token="a\\"`.repeat(1e5)],
    ['names', 'token='.repeat(1e5)],
    ['many of them', Array.from({ length: 1e5 }, (_each, index) => `token=${random(9)}${index}`).join(' ')],
  ])('in the time that its length takes, also where it is made of %s', (_what, text) => {
    const lines = new OutputLines()
    for (let count = 0; count < 12; count++) lines.add({ stream: 'stdout', text })
    const before = process.cpuUsage()
    written([failed(['run'], 'it', { expected: '', actual: '', ...logOf({ lines }) })])
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
  })

  test('and what is hidden already is not hidden once more', () => {
    const hide = (text: string) => secretsHidden(IMAGE)([unchecked(['run'], text, '')])[0]?.name ?? ''
    const once = hide(`API_TOKEN=${PASSWORD} API_TOKEN="${PASSWORD}" ${TOKENS['github-token']}`)
    expect(hide(once)).toBe(once)
  })
})
