import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs that stand before others of their name, and keep what they are called with and what they see. */
export class Witness {
  readonly folder: string
  readonly seen: string

  constructor(folder: string, programs: readonly string[]) {
    this.folder = join(folder, 'bin')
    this.seen = join(folder, 'seen')
    for (const made of [this.folder, this.seen]) mkdirSync(made, { recursive: true })
    for (const program of programs) this.add(program, `exec ${realPath(program)} "$@"`)
  }

  /** A program of our own; `body` is what it does. */
  add(name: string, body: string): void {
    const keep = `kept=$(mktemp ${this.seen}/${name}.XXXXXXXX)\ncat /proc/$$/cmdline /proc/$$/environ > "$kept"\n`
    writeFileSync(join(this.folder, name), `#!/bin/sh\n${keep}${body}\n`, { mode: 0o755 })
  }

  /** Command line and environment of each call, by program. */
  get calls(): { program: string; text: string }[] {
    return readdirSync(this.seen).map((name) => ({
      program: name.split('.')[0] ?? '',
      text: readFileSync(join(this.seen, name), 'utf8'),
    }))
  }
}

function realPath(program: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.find((folder) => {
    try {
      return readdirSync(folder).includes(program)
    } catch {
      return false
    }
  })
  if (found === undefined) throw new Error(`${program} is missing; npm test installs it`)
  return join(found, program)
}
