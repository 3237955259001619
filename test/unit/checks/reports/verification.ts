import fc from 'fast-check'
import type { LocatedResult, Verification } from '../../../../actions/checks/verification.ts'

const PLACE = { file: 'image-verify.yml', line: 1, column: 3 }

export function passed(path: LocatedResult['path'], name: string, milliseconds = 10): LocatedResult {
  return { name, path, status: 'passed', milliseconds, place: PLACE }
}

export function failed(
  path: LocatedResult['path'],
  name: string,
  finding: LocatedResult['finding'] & object,
  line = 1,
): LocatedResult {
  return { name, path, status: 'failed', finding, milliseconds: 20, place: { ...PLACE, line } }
}

export function unchecked(path: LocatedResult['path'], name: string, reason: string): LocatedResult {
  return { name, path, status: 'unchecked', reason, milliseconds: 0, place: { ...PLACE, line: 9 } }
}

export function verification(results: LocatedResult[], changes: Partial<Verification> = {}): Verification {
  return {
    schema: 1,
    name: 'localhost/app',
    id: `sha256:${'a'.repeat(64)}`,
    platform: 'linux/amd64',
    file: 'image-verify.yml',
    started: '2026-01-01T10:00:00.000Z',
    milliseconds: 2600,
    results,
    ...changes,
  }
}

/** Text that an image would print to break a page, a document or a terminal, mixed with anything. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '|',
          '`',
          '```',
          '\\',
          '\n',
          '\r',
          '\u2028',
          '\u0000',
          '\u001b[31m',
          '\u001b]0;x\u0007',
          '\u009b2J',
        ],
        ...[
          '<script>',
          '</details>',
          ']]>',
          '&amp;',
          '"',
          "'",
          '::error::x',
          '##[error]x',
          '\ud800',
          'a',
          ' ',
        ],
      ),
    )
    .map((parts) => parts.join('')),
)

const place = fc.record({ file: hostile, line: fc.nat(), column: fc.nat() })
const path = fc.tuple(fc.constantFrom('image', 'run', 'cases'), fc.oneof(fc.nat(), hostile))
const finding = fc.record(
  { expected: hostile, actual: hostile, hint: hostile, log: fc.array(hostile, { maxLength: 3 }) },
  { requiredKeys: ['expected', 'actual'] },
)
const common = { name: hostile, path, place, milliseconds: fc.nat() }
const result = fc.oneof(
  fc.record({ ...common, status: fc.constant('passed' as const) }),
  fc.record({ ...common, status: fc.constant('failed' as const), finding }),
  fc.record({ ...common, status: fc.constant('unchecked' as const), reason: hostile }),
) as fc.Arbitrary<LocatedResult>

/** A verification in which every text is hostile. */
export const hostileVerification = fc
  .record({ name: hostile, file: hostile, results: fc.array(result, { maxLength: 4 }) })
  .map(({ results, ...texts }) => verification(results, texts))
