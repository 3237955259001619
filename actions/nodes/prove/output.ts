import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ProcessResult } from '../../base/process.ts'
import type { Git, GitOptions } from '../git/git.ts'

/** What git wrote, byte for byte: names of files need not be text. */
export async function bytesFrom(
  git: Git,
  args: readonly string[],
  options: GitOptions,
): Promise<Omit<ProcessResult, 'stdout'> & { bytes: Buffer }> {
  let bytes = Buffer.alloc(0)
  const read = async (stdout: Readable) => {
    bytes = await buffer(stdout)
  }
  const { exitCode, stderr } = await git.run(args, { ...options, read, anyExit: true })
  return { exitCode, stderr, bytes }
}
