import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { parseDocument } from 'yaml'
import { atOnce } from '../../../actions/base/at-once.ts'
import type { Edits } from './example-files.ts'
import {
  type Example,
  type ExampleOptions,
  openExample,
  type Verified,
  type VerifyOptions,
} from './examples.ts'

/** One way to spoil an example, and what must be found: that, and nothing else. */
export interface Criterion {
  name: string
  edits: Edits
  /** Paths in the check file, such as `run.stop`; several where several keys ask the same of the image. */
  fails: readonly string[]
  /** Where one line of the file asks several things: exactly the names of the checks that fail. */
  names?: readonly string[]
  /** What can't be asked any more, as it stands on what failed. */
  unchecked?: readonly string[]
  options?: VerifyOptions
}

/** Most of the time they wait for something to start or to end. */
const AT_ONCE = 2
const CHECK_FILE = 'image-verify.yml'

/** A test for each criterion: a copy of the example is spoilt, built and verified, and only the matching checks fail. */
export function testEach(example: string, criteria: readonly Criterion[], always: ExampleOptions = {}): void {
  const copies: Example[] = []
  let outcomes: Promise<PromiseSettledResult<Verified>>[] | undefined
  test.each(criteria.map((criterion, index) => ({ ...criterion, index })))(
    'only the matching check fails where $name',
    async ({ index, ...criterion }) => {
      outcomes ??= inTurn(criteria, async (criterion) => {
        const copy = await openExample(example, always)
        copies.push(copy)
        return verifyCopy(copy, [criterion])
      })
      const outcome = await outcomes[index]
      if (outcome?.status !== 'fulfilled') throw outcome?.reason
      expectExactly(outcome.value, [criterion])
    },
  )
  closeAfterwards(copies)
}

/** The same for criteria that have nothing to do with each other, in one copy: that takes a fraction of the time. */
export function testTogether(
  example: string,
  criteria: readonly Criterion[],
  always: ExampleOptions = {},
): void {
  const copies: Example[] = []
  let verified: Promise<Verified> | undefined
  const verify = async () => {
    const copy = await openExample(example, always)
    copies.push(copy)
    return verifyCopy(copy, criteria)
  }
  test.each(criteria)('the matching check fails where $name', async ({ fails }) => {
    verified ??= verify()
    const { failed, said } = await verified
    const lacking = fails.filter((path) => !failed.includes(path))
    expect(lacking.length > 0 ? said : '').toBe('')
  })
  test(`and no other check fails where all of that is so: ${criteria.length} ways to spoil it`, async () => {
    verified ??= verify()
    expectExactly(await verified, criteria)
  })
  closeAfterwards(copies)
}

function expectExactly(verified: Verified, criteria: readonly Omit<Criterion, 'edits'>[]): void {
  const { exitCode, failed, unchecked, verification, said } = verified
  const all = (key: 'fails' | 'names' | 'unchecked') =>
    [...new Set(criteria.flatMap((each) => each[key] ?? []))].sort()
  const wantedNames = all('names')
  const names = verification.results.flatMap(({ status, name }) => (status === 'failed' ? name : []))
  const found = { exitCode, failed, unchecked, names: wantedNames.length > 0 ? names.sort() : [] }
  const wanted = { exitCode: 1, failed: all('fails'), unchecked: all('unchecked'), names: wantedNames }
  // With the whole report, where it is another one.
  const isRight = JSON.stringify(found) === JSON.stringify(wanted)
  expect(isRight ? found : { ...found, said }).toEqual(wanted)
}

/** Spoils a copy in all these ways, builds and verifies it. */
async function verifyCopy(copy: Example, criteria: readonly Criterion[]): Promise<Verified> {
  for (const { edits } of criteria) copy.change(edits)
  if (!criteria.some(isAboutRebuilding)) copy.change(withoutRebuild(copy.folder))
  const options = Object.assign({}, ...criteria.map(({ options }) => options)) as VerifyOptions
  await copy.build(options)
  return copy.verify(options)
}

function isAboutRebuilding({ fails }: Criterion): boolean {
  return fails.some((path) => path.startsWith('rebuild.'))
}

/** Building each copy a second time would tell nothing about what was spoilt in it. */
function withoutRebuild(folder: string): Edits {
  const checks = parseDocument(readFileSync(join(folder, CHECK_FILE), 'utf8'))
  // Written anew a file is not quite the same: 007 becomes 7.
  return checks.delete('rebuild') ? { [CHECK_FILE]: checks.toString() } : {}
}

/** Each one's outcome by itself, whatever becomes of the others. Those that build twice come last, and alone. */
function inTurn(
  criteria: readonly Criterion[],
  work: (criterion: Criterion) => Promise<Verified>,
): Promise<PromiseSettledResult<Verified>>[] {
  const outcomes = criteria.map(() => Promise.withResolvers<PromiseSettledResult<Verified>>())
  const settle = async ([index, criterion]: [number, Criterion]) => {
    const [outcome] = await Promise.allSettled([work(criterion)])
    outcomes[index]?.resolve(outcome)
  }
  const entries = [...criteria.entries()]
  const alone = entries.filter(([, criterion]) => isAboutRebuilding(criterion))
  const others = entries.filter((entry) => !alone.includes(entry))
  void atOnce(AT_ONCE, others, settle).then(() => atOnce(1, alone, settle))
  return outcomes.map(({ promise }) => promise)
}

/** Not before: podman can't build while an image is removed under its eyes. */
function closeAfterwards(copies: readonly Example[]): void {
  afterAll(async () => {
    for (const copy of copies) await copy.close()
  })
}

/** Spoils one copy in all these ways, which have nothing to do with each other, builds and verifies it. */
export async function verifySpoilt(
  example: string,
  ways: readonly Pick<Criterion, 'edits'>[],
  always: ExampleOptions = {},
): Promise<Verified> {
  const spoilt = await openExample(example, always)
  try {
    for (const { edits } of ways) spoilt.change(edits)
    await spoilt.build()
    return await spoilt.verify()
  } finally {
    await spoilt.close()
  }
}
