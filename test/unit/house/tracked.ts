import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const checkout = resolve(import.meta.dirname, '../../..')

/** Files of this project, new ones included, deleted ones not. */
export function ourFiles(...patterns: string[]): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns]
  const listed = execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).split('\0')
  return [...new Set(listed)].filter((file) => file !== '' && isFile(file)).sort()
}

export function read(file: string): string {
  return readFileSync(join(checkout, file), 'utf8')
}

function isFile(file: string): boolean {
  return lstatSync(join(checkout, file), { throwIfNoEntry: false })?.isFile() ?? false
}
