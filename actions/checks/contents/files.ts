import type { CheckPath, Finding } from '../check.ts'
import type { FileCheck } from '../file/image.ts'
import type { Results } from '../results.ts'
import type { Contents } from './contents.ts'
import { checkText, TEXT_KEYS } from './file-text.ts'
import { modeOf, ownerFinding, typeOf } from './properties.ts'
import type { Node, Resolved } from './tree.ts'

/** Each key is a check of its own, as each has its own line in the check file. */
export async function checkFiles(
  files: readonly FileCheck[],
  contents: Contents,
  results: Results,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    await (file.exists ? checkPresent : checkAbsent)(file, ['files', index], { contents, results })
  }
}

interface Services {
  contents: Contents
  results: Results
}

/** A link that leads nowhere is there, too. */
async function checkAbsent(file: FileCheck, path: CheckPath, { contents, results }: Services): Promise<void> {
  await results.check([...path, 'exists'], `${file.path} is not there`, () => {
    const found = contents.tree.resolve(file.path, { followLast: false })
    if (!found.node) return undefined
    const hint = 'Name it in .dockerignore, or remove it in the very step that makes it.'
    return { expected: 'not there', actual: `it is there: ${aOf(found.node)}`, hint }
  })
}

async function checkPresent(
  file: FileCheck,
  path: CheckPath,
  { contents, results }: Services,
): Promise<void> {
  const found = contents.tree.resolve(file.path, { followLast: file.type !== 'link' })
  await results.check([...path, 'exists'], `${file.path} is there`, () => missing(found))
  for (const { key, name, body } of propertiesOf(file, contents)) {
    const at = [...path, key]
    const { node } = found
    if (node) await results.check(at, name, () => body(node))
    else results.unchecked(at, name, `${file.path} is not there.`)
  }
  for (const key of TEXT_KEYS)
    for (const [index, asked] of (file[key] ?? []).entries())
      await checkText({ file: file.path, key, asked, at: [...path, key, index] }, found, {
        contents,
        results,
      })
}

function missing(found: Resolved): Finding | undefined {
  if (found.node) return undefined
  const { link, reason } = found
  if (reason === 'loop') return { expected: 'it is there', actual: 'links on the way lead in a circle' }
  return {
    expected: 'it is there',
    actual: link === undefined ? 'not there' : `a link on the way leads to ${link}, which is not there`,
    hint: 'COPY it into the last stage, or make it there; what .dockerignore names is not copied.',
  }
}

interface Property {
  key: 'type' | 'non-empty' | 'mode' | 'owner'
  name: string
  body(node: Node): Finding | undefined
}

function propertiesOf(file: FileCheck, contents: Contents): Property[] {
  const { path, type, mode, owner, 'non-empty': nonEmpty } = file
  const properties: (Property | false)[] = [
    type !== undefined && {
      key: 'type',
      name: `${path} is a ${type}`,
      body: (node) => (typeOf(node) === type ? undefined : { expected: `a ${type}`, actual: aOf(node) }),
    },
    nonEmpty !== undefined && {
      key: 'non-empty',
      name: `${path} is ${nonEmpty ? 'not ' : ''}empty`,
      body: (node) =>
        isEmpty(node) !== nonEmpty
          ? undefined
          : { expected: nonEmpty ? 'not empty' : 'empty', actual: nonEmpty ? 'empty' : 'not empty' },
    },
    mode !== undefined && {
      key: 'mode',
      name: `${path} has mode ${mode}`,
      body: (node) =>
        Number.parseInt(mode, 8) === node.entry.mode
          ? undefined
          : {
              expected: `mode ${mode}`,
              actual: `mode ${modeOf(node)}`,
              hint: `RUN chmod ${mode} ${path}, or COPY --chmod=${mode}.`,
            },
    },
    owner !== undefined && {
      key: 'owner',
      name: `${path} belongs to ${owner}`,
      body: (node) => ownerFinding(path, owner, node, contents.users),
    },
  ]
  return properties.filter((property) => property !== false)
}

function isEmpty({ entry, children }: Node): boolean {
  return children ? children.size === 0 : entry.size === 0
}

function aOf(node: Node): string {
  return `a ${typeOf(node)}`
}
