import { expect } from '@jest/globals'
import type { Edits } from './example-files.ts'
import { type ExampleOptions, openExample, type VerifyOptions } from './examples.ts'

/** One way to spoil an example, and what must be found: that, and nothing else. */
export interface Criterion {
  name: string
  edits: Edits
  /** Paths in the check file, such as `run.stop`; several where several keys ask the same of the image. */
  fails: readonly string[]
  /** What can't be asked any more, as it stands on what failed. */
  unchecked?: readonly string[]
  options?: VerifyOptions
}

/** Spoils a copy of the example, builds and verifies it: the matching checks fail, and only they. */
export async function expectExactly(
  example: string,
  { edits, fails, unchecked = [], options = {} }: Criterion,
  always: ExampleOptions = {},
): Promise<void> {
  const spoilt = await openExample(example, always)
  try {
    spoilt.change(edits)
    await spoilt.build(options)
    const { exitCode, failed, unchecked: left, said } = await spoilt.verify(options)
    try {
      expect({ exitCode, failed, unchecked: left }).toEqual({
        exitCode: 1,
        failed: [...fails].sort(),
        unchecked: [...unchecked].sort(),
      })
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${said}`)
    }
  } finally {
    await spoilt.close()
  }
}
