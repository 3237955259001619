import type { Finding } from '../check.ts'
import type { ImageChecks } from '../file/image.ts'
import type { Results } from '../results.ts'
import { shownValue } from '../secrets/config-scan.ts'
import { type Fault, findingOf, textFaults } from '../text.ts'

type Asked = NonNullable<ImageChecks['env']>[string]

const KINDS = { env: 'the variable', labels: 'the label' } as const

/** Variables or labels, each by its name. */
export async function checkNamed(
  kind: keyof typeof KINDS,
  checks: Readonly<Record<string, Asked>> | undefined,
  actual: ReadonlyMap<string, string>,
  results: Results,
): Promise<void> {
  for (const [name, asked] of Object.entries(checks ?? {})) {
    const what = `${KINDS[kind]} ${name}`
    await results.check(['image', kind, name], `${what} ${spoken(asked)}`, () =>
      findingFor(name, asked, actual.get(name)),
    )
  }
}

function spoken(asked: Asked): string {
  if (asked === null) return 'is not set'
  return typeof asked === 'string' ? `is "${asked}"` : 'is as asked'
}

function findingFor(name: string, asked: Asked, value: string | undefined): Finding | undefined {
  if (asked === null) return value === undefined ? undefined : { expected: 'not set', actual: 'it is set' }
  const said = typeof asked === 'string' ? `"${asked}"` : undefined
  if (value === undefined)
    return {
      expected: said ?? textFaults('the value', '', asked as object)[0]?.expected ?? 'set',
      actual: 'not set',
    }
  const shown = shownValue(name, value)
  if (typeof asked === 'string') return asked === value ? undefined : { expected: said ?? '', actual: shown }
  const faults: Fault[] = textFaults('the value', value, asked)
  return findingOf(faults.map(({ expected }) => ({ expected, actual: shown })))
}
