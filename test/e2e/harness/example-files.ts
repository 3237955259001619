import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from './command.ts'
import { checkout } from './programs.ts'

/**
 * By file: its new content, null to remove it, or texts and what takes their place. A text that is not there is a mistake,
 * so that no broken variant is by accident the intact one.
 */
export type Edits = Readonly<Record<string, string | null | readonly (readonly [from: string, to: string])[]>>

/** An example as git has it or would take it: nothing that was left there by trying it out. */
export async function copyExample(name: string, folder: string): Promise<void> {
  const source = join(checkout, 'examples', name)
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await command('git', listed, { cwd: source })
  for (const file of stdout.split('\0').filter((file) => file !== '' && existsSync(join(source, file)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(source, file), join(folder, file))
  }
}

export function editFiles(folder: string, edits: Edits): void {
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file)
    if (edit === null) rmSync(path)
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, typeof edit === 'string' ? edit : replaced(file, readFileSync(path, 'utf8'), edit))
    }
  }
}

function replaced(file: string, text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`)
    return now.replaceAll(from, () => to)
  }, text)
}
