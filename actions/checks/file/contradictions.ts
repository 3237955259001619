import { isDeepStrictEqual } from 'node:util'
import type { CheckPath } from '../check.ts'
import type { FileCheck } from './image.ts'
import type { Rebuild, Row } from './scenarios.ts'
import type { CheckFile } from './schema.ts'
import { servicesAgainst } from './services.ts'

/** What is right key by key, but makes no sense together. */
export interface Contradiction {
  path: CheckPath
  message: string
  hint: string
}

/** complete: nothing was left out of the checks because it is wrong by itself. */
export function contradictionsIn(checks: CheckFile, { complete }: { complete: boolean }): Contradiction[] {
  return [
    ...(complete ? emptiness(checks) : []),
    ...(checks.files ?? []).flatMap((file, index) => aboutFile(file, ['files', index])),
    ...servicesAgainst(checks, { complete }),
    ...aboutRequests(checks),
    ...twiceNamed(checks.cases ?? [], 'cases'),
    ...twiceNamed(checks.matrix ?? [], 'matrix'),
    ...(checks.matrix ?? []).flatMap((row, index) => aboutRow(row, ['matrix', index])),
    ...(checks.rebuild ?? []).flatMap((rebuild, index) => aboutRebuild(rebuild, ['rebuild', index])),
    ...aboutHealthcheck(checks),
    ...unpassable(checks, []),
  ]
}

function emptiness({ image, hardening, secrets, run, services, ...lists }: CheckFile): Contradiction[] {
  const { files = [], cases = [], matrix = [], rebuild = [] } = lists
  const asked =
    [secrets, run, ...Object.values(services), ...files, ...cases, ...matrix, ...rebuild].some(Boolean) ||
    Object.values(image ?? {}).some((value) => !isDeepStrictEqual(value, {})) ||
    Object.values(hardening ?? {}).some((rule) => rule !== false)
  if (asked) return []
  const hint = 'Add image, files, run or another section; verify --init drafts a file from an image.'
  return [{ path: [], message: 'The check file asks for nothing.', hint }]
}

const OF_CONTENT = ['contains', 'excludes', 'matches'] as const

function aboutFile(file: FileCheck, path: CheckPath): Contradiction[] {
  const asked = (keys: readonly (keyof FileCheck)[]) => keys.filter((key) => file[key] !== undefined)
  if (!file.exists)
    return asked(['type', 'non-empty', 'mode', 'owner', ...OF_CONTENT]).map((key) => ({
      path: [...path, key],
      message: `"${key}" is asked of ${file.path}, which must not be there.`,
      hint: 'Leave it out, or "exists: false".',
    }))
  if (file.type === undefined || file.type === 'file') return []
  return asked(OF_CONTENT).map((key) => ({
    path: [...path, key],
    message: `"${key}" is asked of ${file.path}, which is a ${file.type}.`,
    hint: 'Only a file has content; name the file itself.',
  }))
}

/** An answer to HEAD is a head alone. */
function aboutRequests({ run, matrix = [] }: CheckFile): Contradiction[] {
  const lists: [CheckPath, NonNullable<Row['http']>][] = [
    [['run', 'http'], run?.http ?? []],
    ...matrix.map(({ http = [] }, index): [CheckPath, typeof http] => [['matrix', index, 'http'], http]),
  ]
  return lists.flatMap(([path, requests]) =>
    requests.flatMap((request, index) => {
      if (request.method !== 'HEAD') return []
      const keys = ([...OF_CONTENT, 'json'] as const).filter((key) => request[key] !== undefined)
      return keys.map((key) => ({
        path: [...path, index, key],
        message: `"${key}" is asked of an answer to HEAD, which has no content.`,
        hint: 'Use "method: GET", or ask for status and response-headers only.',
      }))
    }),
  )
}

function twiceNamed(entries: readonly { name: string }[], section: string): Contradiction[] {
  const names = entries.map(({ name }) => name)
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [section, index, 'name'],
            message: `Two entries of ${section} are called "${name}".`,
            hint: 'Give each a name of its own, by which reports tell them apart.',
          },
        ],
  )
}

/** Of a container that stays. */
const STAYING = ['ready', 'process', 'http', 'exec', 'logs', 'stop'] as const
const STREAMS = ['stdout', 'stderr', 'output'] as const

function aboutRow(row: Row, path: CheckPath): Contradiction[] {
  if (row.exit === undefined) {
    const twice = row.logs === undefined ? [] : STREAMS.filter((key) => row[key] !== undefined)
    const endless = row.within === undefined ? [] : (['within'] as const)
    return [...endless, ...twice].map((key) => ({
      path: [...path, key],
      message: `"${key}" is asked of the row "${row.name}", which has no "exit" and so stays.`,
      hint: key === 'within' ? 'Add "exit", or leave it out.' : 'Write it under "logs".',
    }))
  }
  return STAYING.filter((key) => row[key] !== undefined).map((key) => ({
    path: [...path, key],
    message: `"${key}" is asked of the row "${row.name}", which must end by itself with the exit code ${row.exit}.`,
    hint:
      key === 'logs' ? 'Write stdout, stderr or output beside "exit".' : 'Leave it out, or leave out "exit".',
  }))
}

function aboutRebuild({ edit, cached, rebuilt }: Rebuild, path: CheckPath): Contradiction[] {
  const outside = edit.startsWith('/') || edit.split('/').includes('..')
  return [
    ...(outside
      ? [
          {
            path: [...path, 'edit'],
            message: `"${edit}" lies outside of the build context.`,
            hint: 'Write a path relative to the context, such as app/main.py.',
          },
        ]
      : []),
    ...rebuilt.flatMap((step, index) =>
      cached.includes(step)
        ? [
            {
              path: [...path, 'rebuilt', index],
              message: `The step "${step}" can't be both cached and rebuilt.`,
              hint: 'Leave one of them out.',
            },
          ]
        : [],
    ),
  ]
}

function aboutHealthcheck({ image, run }: CheckFile): Contradiction[] {
  if (image?.healthcheck !== false || run?.ready?.healthcheck === undefined) return []
  const message = 'The image must have no healthcheck, but by it the application is found ready.'
  const hint = 'Wait for it by http, tcp or exec, or ask for a healthcheck.'
  return [{ path: ['run', 'ready', 'healthcheck'], message, hint }]
}

/** A text that must be there, and holds one that must not. */
function unpassable(value: unknown, path: CheckPath): Contradiction[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((item, index) => unpassable(item, [...path, index]))
  const { contains, excludes } = value as { contains?: unknown; excludes?: unknown }
  const here = isTexts(contains) && isTexts(excludes) ? clashes(contains, excludes) : []
  const own = here.map((text) => ({
    path: [...path, 'excludes'],
    message: `What must be there holds "${text}", which must not be there.`,
    hint: 'No text can satisfy both "contains" and "excludes".',
  }))
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) =>
      key === 'json' ? [] : unpassable(inner, [...path, key]),
    ),
  ]
}

function clashes(contains: readonly string[], excludes: readonly string[]): string[] {
  return excludes.filter((text) => contains.some((wanted) => wanted.includes(text)))
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
