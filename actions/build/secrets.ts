import { mkdir, writeFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod'
import { Problems, UserError } from '../base/errors.ts'
import { type InputReader, readPairs } from '../base/inputs.ts'
import { checkDocument, parseJson } from '../base/schema.ts'

const ID = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

/** Secrets by id: one JSON object (as a workflow's single secret), or lines `id=value`. */
export function readSecrets(reader: InputReader): Map<string, string> {
  const text = reader.text('secrets').trim()
  const pairs = text.startsWith('{') ? Object.entries(readObject(text)) : readPairs(reader, 'secrets')
  const problems = new Problems()
  for (const [id] of pairs)
    if (!ID.test(id))
      problems.add(`"${id}" is not a valid secret id.`, 'Use letters, digits, "_", "-" and ".".')
  problems.throwIfAny()
  return new Map(pairs)
}

function readObject(text: string): Record<string, string> {
  return checkDocument(
    z.record(z.string(), z.string()),
    parseJson(text, 'Input "secrets"'),
    'Input "secrets"',
    'Write an object such as {"npmrc": "…"}; each key is an id for --mount=type=secret.',
  )
}

/** Lines `id=path`, relative to the checkout. */
export function readSecretFiles(reader: InputReader, workspace: string): Map<string, string> {
  const pairs = readPairs(reader, 'secret-files')
  for (const [id] of pairs) {
    if (!ID.test(id))
      throw new UserError(`"${id}" is not a valid secret id.`, {
        hint: 'Use letters, digits, "_", "-" and ".".',
      })
  }
  return new Map(pairs.map(([id, path]) => [id, isAbsolute(path) ? path : resolve(workspace, path)]))
}

/** podman reads secrets from files only we can read; they go with the work folder. */
export async function secretArguments(
  secrets: Map<string, string>,
  files: Map<string, string>,
  folder: string,
): Promise<string[]> {
  const own = join(folder, 'secrets')
  await mkdir(own, { recursive: true, mode: 0o700 })
  const written = [...secrets].map(async ([id, value], position): Promise<string> => {
    const path = join(own, String(position))
    await writeFile(path, value, { mode: 0o600 })
    return `id=${id},src=${path}`
  })
  return [...(await Promise.all(written)), ...[...files].map(([id, path]) => `id=${id},src=${path}`)]
}
