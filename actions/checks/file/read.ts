import type { Place } from '../../base/errors.ts'
import { placesIn, refused } from '../../base/written/places.ts'
import { type Fault, offsetOf, plainOf, type Written, writtenAt } from '../../base/written/written.ts'
import { readYaml } from '../../base/written/yaml.ts'
import type { CheckPath } from '../check.ts'
import { contradictionsIn } from './contradictions.ts'
import { faultsOf, textsWanted } from './flaws.ts'
import { type CheckFile, checkFile } from './schema.ts'
import { fillTemplates, type Variables } from './templates.ts'

export interface ReadCheckFile {
  /** As the user knows it, relative to the checkout. */
  file: string
  /** Every `{{…}}` is replaced. */
  checks: CheckFile
  /** Of the key or the item; of the nearest ancestor that is written, where the path itself is a default. */
  placeOf(path: CheckPath): Place
}

const CHECK_FILE = {
  name: 'check file',
  empty: 'Begin with "version: 1"; verify --init drafts a file from an image.',
}

/** Throws all that is wrong with the file at once, each fault with its place. */
export function readCheckFile(
  text: string,
  { file, variables }: { file: string; variables: Variables },
): ReadCheckFile {
  const { root, faults } = readYaml(text, CHECK_FILE)
  const placeAt = placesIn(text, file)
  if (!root) throw refused(faults, placeAt)
  const filled = fillTemplates(root, variables)
  const { checks, faults: found } = understand(filled.root)
  const first = [...faults, ...filled.faults]
  const told = new Set(first.map(({ at }) => at))
  const all = [...first, ...found.filter(({ at }) => !told.has(at))]
  if (all.length > 0) throw refused(all, placeAt)
  return { file, checks, placeOf: (path) => placeAt(offsetOf(root, path)) }
}

/** By the schema, and by what no schema can say. */
function understand(root: Written): { checks: CheckFile; faults: Fault[] } {
  const plain = takingTexts(root)
  const result = checkFile.safeParse(plain)
  const checks = result.success ? result.data : soundSections(plain)
  const faults = result.success ? [] : faultsOf(result.error.issues, root)
  const contradictions = contradictionsIn(checks, { complete: result.success }).map(
    ({ path, message, hint }): Fault => ({ code: 'IMG7103', at: offsetOf(root, path), message, hint }),
  )
  return { checks, faults: [...faults, ...contradictions] }
}

/** Where text is wanted, what YAML reads as a number or a truth value counts as it is written: 007 stays 007. */
function takingTexts(root: Written): unknown {
  const texts = new Set<Written>()
  for (;;) {
    const plain = plainOf(root, texts)
    const before = texts.size
    for (const path of textsWanted(checkFile.safeParse(plain).error?.issues ?? [])) {
      const found = writtenAt(root, path)
      if (found?.kind === 'scalar' && found.value !== null && typeof found.value !== 'string')
        texts.add(found)
    }
    if (texts.size === before) return plain
  }
}

/** The sections that are right by themselves: what they say together can still be judged. */
function soundSections(plain: unknown): CheckFile {
  const sections = plain !== null && typeof plain === 'object' ? Object.entries(plain) : []
  const sound = sections.filter(([key, value]) => checkFile.safeParse({ version: 1, [key]: value }).success)
  return checkFile.parse({ ...Object.fromEntries(sound), version: 1 })
}
