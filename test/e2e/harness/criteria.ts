import { expect, test } from '@jest/globals'
import { atOnce } from '../../../actions/base/at-once.ts'
import type { Edits } from './example-files.ts'
import { type ExampleOptions, openExample, type Verified, type VerifyOptions } from './examples.ts'

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

/** A test for each criterion: a copy of the example is spoilt, built and verified, and only the matching checks fail. */
export function testEach(example: string, criteria: readonly Criterion[], always: ExampleOptions = {}): void {
  let outcomes: Promise<PromiseSettledResult<Verified>>[] | undefined
  test.each(criteria.map((criterion, index) => ({ ...criterion, index })))(
    'only the matching check fails where $name',
    async ({ index, fails, names, unchecked = [] }) => {
      outcomes ??= inTurn(criteria, (criterion) => spoilAndVerify(example, criterion, always))
      const outcome = await outcomes[index]
      if (outcome?.status !== 'fulfilled') throw outcome?.reason
      const { exitCode, failed, unchecked: left, verification, said } = outcome.value
      const named =
        names && verification.results.flatMap(({ status, name }) => (status === 'failed' ? name : []))
      const found = { exitCode, failed, unchecked: left, names: named }
      const wanted = { exitCode: 1, failed: [...fails].sort(), unchecked: [...unchecked].sort(), names }
      // With the whole report, where it is another one.
      const isRight = JSON.stringify(found) === JSON.stringify(wanted)
      expect(isRight ? found : { ...found, said }).toEqual(wanted)
    },
  )
}

/** Each one's outcome by itself, whatever becomes of the others. */
function inTurn<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
): Promise<PromiseSettledResult<R>>[] {
  const outcomes = things.map(() => Promise.withResolvers<PromiseSettledResult<R>>())
  void atOnce(AT_ONCE, things.entries(), async ([index, thing]) => {
    const [outcome] = await Promise.allSettled([work(thing)])
    outcomes[index]?.resolve(outcome)
  })
  return outcomes.map(({ promise }) => promise)
}

async function spoilAndVerify(
  example: string,
  { edits, options = {} }: Criterion,
  always: ExampleOptions,
): Promise<Verified> {
  const spoilt = await openExample(example, always)
  try {
    spoilt.change(edits)
    await spoilt.build(options)
    return await spoilt.verify(options)
  } finally {
    await spoilt.close()
  }
}

/** Spoils one copy in all these ways, which have nothing to do with each other, builds and verifies it. */
export async function verifySpoilt(
  example: string,
  criteria: readonly Criterion[],
  always: ExampleOptions = {},
): Promise<Verified> {
  const spoilt = await openExample(example, always)
  try {
    for (const { edits } of criteria) spoilt.change(edits)
    await spoilt.build()
    return await spoilt.verify()
  } finally {
    await spoilt.close()
  }
}
