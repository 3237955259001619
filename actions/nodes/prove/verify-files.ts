import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../base/digest.ts'
import { isFile } from '../../base/there.ts'
import type { Mismatch } from '../finding.ts'
import type { Lock } from '../lock/lock.ts'
import type { FileNode } from '../snapshot.ts'
import type { Verification } from './verify.ts'

/** Nodes that are single files: whether they are there and switched on; what is in them only a lock says. */
export async function verifyFiles(
  files: readonly FileNode[],
  nodes: string,
  locked: Lock['files'],
): Promise<Verification> {
  const mismatches = await Promise.all(files.map((file) => verifyFile(file, nodes, locked?.[file.filename])))
  return {
    checked: files.map(({ filename }) => ({ subject: filename, what: 'file' })),
    mismatches: mismatches.flat(),
  }
}

async function verifyFile(
  { filename, disabled }: FileNode,
  nodes: string,
  locked: string | undefined,
): Promise<Mismatch[]> {
  const say = (what: string, expected: string, actual: string): Mismatch[] => [
    { subject: filename, what, expected, actual },
  ]
  const [on, off] = await Promise.all([
    isFile(join(nodes, filename)),
    isFile(join(nodes, `${filename}.disabled`)),
  ])
  const expected = stateName(disabled)
  if (on && off) return say('extra', `${expected} only`, 'both switched on and off')
  if (!on && !off) return say('missing', expected, 'not there')
  const content = await digestIn(join(nodes, on ? filename : `${filename}.disabled`))
  return [
    ...(on === disabled ? say('disabled', expected, stateName(off)) : []),
    ...(locked === undefined || locked === content ? [] : say('content', locked, content)),
  ]
}

async function digestIn(path: string): Promise<string> {
  return readFile(path).then(digestOf, ({ code }: NodeJS.ErrnoException) => String(code))
}

export function stateName(disabled: boolean): string {
  return disabled ? 'switched off' : 'switched on'
}
