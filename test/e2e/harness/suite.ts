import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from './command.ts'
import { checkout } from './programs.ts'

/** What a workflow can reach in this repository; act copies all of it for every step, so nothing else comes along. */
const USED = ['dist', 'action.yml', ':(glob)*/action.yml', '.github/workflows']

/** This repository as `org/image-actions`: the bundles as they are in the tree, never built for the test. */
export async function exportSuite(folder: string): Promise<string> {
  const { stdout } = await command('git', ['ls-files', '-z', '--', ...USED], { cwd: checkout })
  const files = stdout.split('\0').filter((file) => file !== '' && existsSync(join(checkout, file)))
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(checkout, file), join(folder, file))
  }
  return folder
}
