import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { Problems } from '../base/errors.ts'
import { type InputReader, readLines, readPairs } from '../base/inputs.ts'
import { readDocument } from '../base/schema.ts'

const ID = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

/** Secrets by id: one JSON object (as a workflow's single secret), or lines `id=value`. */
export function readSecrets(reader: InputReader): Map<string, string> {
  const text = reader.text('secrets').trim()
  const problems = new Problems()
  const pairs = text.startsWith('{') ? Object.entries(readObject(text)) : readSecretLines(reader, problems)
  checkIds(pairs, problems)
  problems.throwIfAny()
  return new Map(pairs)
}

/** A line that is no pair may be the rest of a secret with several lines, so it is told by its number only. */
function readSecretLines(reader: InputReader, problems: Problems): [string, string][] {
  return readLines(reader, 'secrets').flatMap((line, index): [string, string][] => {
    const equals = line.indexOf('=')
    const id = line.slice(0, Math.max(equals, 0)).trim()
    if (ID.test(id)) return [[id, line.slice(equals + 1).trim()]]
    problems.add(
      'IMG2204',
      `Line ${index + 1} of input "secrets" does not begin with an id and "=".`,
      'Each line reads id=value; a value of several lines goes into a JSON object: {"key": "…\\n…"}.',
    )
    return []
  })
}

function checkIds(pairs: readonly [string, string][], problems: Problems): void {
  for (const [id] of pairs)
    if (!ID.test(id))
      problems.add('IMG2205', `"${id}" is not a valid secret id.`, 'Use letters, digits, "_", "-" and ".".')
}

function readObject(text: string): Record<string, string> {
  return readDocument(z.record(z.string(), z.string()), text, {
    what: 'Input "secrets"',
    code: 'IMG2204',
    hint: 'Write an object such as {"npmrc": "…"}; each key is an id for --mount=type=secret.',
  })
}

/** Lines `id=path`, relative to the checkout. */
export function readSecretFiles(reader: InputReader, workspace: string): Map<string, string> {
  const pairs = readPairs(reader, 'secret-files')
  const problems = new Problems()
  checkIds(pairs, problems)
  const files = pairs.map(([id, path]): [string, string] => [id, resolve(workspace, path)])
  for (const [id, path] of files)
    if (path.includes(','))
      problems.add(
        'IMG2206',
        `The path of the secret "${id}" holds a comma.`,
        'Rename the file: podman separates options by commas.',
      )
    else if (!existsSync(path))
      problems.add(
        'IMG2211',
        `"${path}", the file of the secret "${id}", is not there.`,
        'Its path is relative to the checkout; an earlier step has to write what is not in the repository.',
      )
  problems.throwIfAny()
  return new Map(files)
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
