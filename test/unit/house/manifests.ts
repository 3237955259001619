import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkout, ourFiles, read } from './tracked.ts'

export interface Manifest {
  name: string
  description: string
  author?: string
  inputs?: Record<string, { description?: string; default?: string; required?: boolean }>
  outputs?: Record<string, { description?: string }>
  runs: { using: string; main: string; post?: string; 'post-if'?: string }
}

/** The actions that have a manifest and a room, by name; the pipeline's manifest is the one at the top. */
export function actions(): { name: string; file: string; manifest: Manifest }[] {
  return ourFiles('action.yml', ':(glob)*/action.yml').map((file) => ({
    name: file === 'action.yml' ? 'pipeline' : file.replace('/action.yml', ''),
    file,
    manifest: parse(read(file)) as Manifest,
  }))
}

/** A room's sources, as one text. */
export function sourceOf(room: string): string {
  return ourFiles(`:(glob)actions/${room}/**/*.ts`).map(read).join('\n')
}

export function exists(file: string): boolean {
  return existsSync(join(checkout, file))
}
