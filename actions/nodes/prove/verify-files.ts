import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mismatch } from '../finding.ts'
import type { FileNode } from '../snapshot.ts'
import type { Verification } from './verify.ts'

/** Nodes that are single files: nothing says what is in them, only whether they are there and switched on. */
export async function verifyFiles(files: readonly FileNode[], nodes: string): Promise<Verification> {
  const mismatches = await Promise.all(files.map((file) => verifyFile(file, nodes)))
  return {
    checked: files.map(({ filename }) => ({ subject: filename, what: 'file' })),
    mismatches: mismatches.flat(),
  }
}

async function verifyFile({ filename, disabled }: FileNode, nodes: string): Promise<Mismatch[]> {
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
  return on === disabled ? say('disabled', expected, stateName(off)) : []
}

export function stateName(disabled: boolean): string {
  return disabled ? 'switched off' : 'switched on'
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false
}
