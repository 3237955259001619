import { readFile, realpath } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Problems } from '../../base/errors.ts'
import { printable, withoutLogin } from '../../base/printable.ts'
import { normalPackage } from '../names.ts'
import { type IndexOption, indexOptionOf } from './index-options.ts'

/** One thing that somebody wants installed. */
export interface Requirement {
  /** As pip and uv take it. */
  text: string
  /** Undefined: an address alone, which doesn't tell. */
  name: string | undefined
  /** It says where it comes from. */
  addressed: boolean
}

/** All that one node, one file or the snapshot wants. */
export interface Wanted {
  requirements: Requirement[]
  options: IndexOption[]
  warnings: string[]
  /** What was read, by its bytes. */
  texts: string[]
}

const NAME = '[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9])?'
const VERSIONS = '\\(?\\s*(?:===|[<>=!~]=|[<>])[^;@]*'
const PACKAGE = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*(?:${VERSIONS})?(?:;.*)?$`)
const AT = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*@\\s*(\\S+)\\s*(?:;.*)?$`)
const ADDRESS = /^(?:git\+)?https:\/\/[^\s@/]+\/\S+$/i
const DEEPEST = 10

/**
 * What pip and uv read otherwise than it looks: characters that Python ends a line with, so that an option would follow;
 * options behind a requirement; and variables, with which a file could send a secret to an address of its choice.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const MISLEADING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]|\s-|\$\{/

/** One line, without comment; undefined: it is none. */
export function requirementOf(text: string): Requirement | undefined {
  if (MISLEADING.test(text)) return undefined
  const [, name] = PACKAGE.exec(text) ?? []
  if (name !== undefined) return { text, name: normalPackage(name), addressed: false }
  const [, named, address = ''] = AT.exec(text) ?? []
  if (named !== undefined)
    return ADDRESS.test(address) ? { text, name: normalPackage(named), addressed: true } : undefined
  return ADDRESS.test(text.split(/\s*;\s/, 1)[0] ?? '')
    ? { text, name: nameInAddress(text), addressed: true }
    : undefined
}

/** Lines as pip sees them: those that end with a backslash go on, and what follows a # is for people. */
export function linesOf(text: string): string[] {
  const joined = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\\\n/g, '')
  return joined.split('\n').flatMap((line) => line.replace(/(^|\s)#.*$/, '').trim() || [])
}

/** Everything that a requirements file wants, and those that it names, which must lie in the same folder. Faults name `whose`. */
export async function readRequirements(whose: string, folder: string, file: string): Promise<Wanted> {
  const reader = new Reader(whose, await realpath(folder))
  await reader.read(file, 0)
  reader.problems.throwIfAny()
  return reader.wanted
}

class Reader {
  readonly wanted: Wanted = { requirements: [], options: [], warnings: [], texts: [] }
  readonly problems = new Problems()
  readonly #whose: string
  readonly #folder: string
  readonly #seen = new Set<string>()

  constructor(whose: string, folder: string) {
    this.#whose = whose
    this.#folder = folder
  }

  async read(path: string, depth: number): Promise<void> {
    const real = await realpath(join(this.#folder, path)).catch(() => undefined)
    if (real === undefined || depth > DEEPEST) this.#fault(`${path} is not there.`, 'Ask the author for it.')
    else if (relative(this.#folder, real).split('/')[0] === '..')
      this.#fault(`${path} is outside of its folder.`, 'Only files of the same folder are read.')
    else if (!this.#seen.has(real)) {
      this.#seen.add(real)
      const text = await readFile(real, 'utf8')
      this.wanted.texts.push(text)
      for (const line of linesOf(text)) await this.#take(line, path, depth)
    }
  }

  async #take(line: string, path: string, depth: number): Promise<void> {
    const other = /^(?:-r\s*|--requirement(?:\s+|=))(.+)$/.exec(line)?.[1]
    if (other !== undefined) await this.read(join(dirname(path), other.trim()), depth + 1)
    else if (line.startsWith('-')) this.#takeOption(line, path)
    else this.#takeRequirement(line, path)
  }

  #takeOption(line: string, path: string): void {
    const option = indexOptionOf(line)
    if (option) {
      this.wanted.options.push(option)
      this.#warn(`${path} has the option ${line}, which holds for all that is installed here.`)
    } else
      this.#fault(
        `${shown(line)} in ${path} is an option that is not taken from a requirements file.`,
        'Take it out, or ask its author to name packages only.',
      )
  }

  #takeRequirement(line: string, path: string): void {
    const plain = line.replace(/(?:\s+--hash[=\s]\S+)+\s*$/, '')
    if (plain !== line) this.#warn(`the hashes of ${plain} are not looked at; a lock has its own.`)
    const requirement = requirementOf(plain)
    if (requirement) this.wanted.requirements.push(requirement)
    else
      this.#fault(
        `${shown(line)} in ${path} is no requirement that can be installed.`,
        'It takes a name with versions, or an address that begins with https:// or git+https://.',
      )
  }

  #fault(what: string, hint: string): void {
    this.problems.add('IMG8601', `${this.#whose}: ${what}`, hint)
  }

  #warn(what: string): void {
    this.wanted.warnings.push(`${this.#whose}: ${what}`)
  }
}

/** Without what stands in an address to log in with. */
function shown(line: string): string {
  return JSON.stringify(withoutLogin(printable(line)))
}

/** `git+https://host/owner/name.git@ref#egg=package` or `https://host/name-1.0-py3-none-any.whl`. */
function nameInAddress(address: string): string | undefined {
  const egg = /[#&]egg=([\w.-]+)/.exec(address)?.[1]
  const wheel = /\/([^/-]+)-[^/]*\.whl(?:$|[?#;\s])/.exec(address)?.[1]
  const name = egg ?? wheel
  return name === undefined ? undefined : normalPackage(name)
}
