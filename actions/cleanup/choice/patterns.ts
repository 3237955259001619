import { Problems, UserError } from '../../base/errors.ts'

/** Whether a tag is meant. */
export type TagFilter = (tag: string) => boolean

type Engine = typeof import('re2js')

const HINT = 'Write globs, as in pr-* or v[0-9].{1,2}, or regular expressions between slashes, one a line.'
const REGULAR = /^\/(.+)\/(i?)$/
const IN_TAGS = /[\w.-]/
const IN_CLASS = /^[!^]?[\w.-]+$/

/**
 * A tag is meant when one of the patterns fits. Both kinds run in an engine whose time grows with the length of the
 * text alone, so that no pattern can stop a run.
 */
export async function compilePatterns(patterns: readonly string[], input: string): Promise<TagFilter> {
  if (patterns.length === 0) return () => false
  const engine = await import('re2js')
  const problems = new Problems()
  const filters = patterns.flatMap(
    (pattern) => problems.try(() => [compilePattern(pattern, input, engine)]) ?? [],
  )
  problems.throwIfAny()
  return (tag) => filters.some((filter) => filter(tag))
}

function compilePattern(pattern: string, input: string, { RE2JS, RE2JSException }: Engine): TagFilter {
  const [, regular, flag] = REGULAR.exec(pattern) ?? []
  try {
    if (regular === undefined) {
      const glob = RE2JS.compile(translateGlob(pattern))
      return (tag) => glob.testExact(tag)
    }
    const expression = RE2JS.compile(regular, flag ? RE2JS.CASE_INSENSITIVE : 0)
    return (tag) => expression.test(tag)
  } catch (cause) {
    if (!(cause instanceof RE2JSException || cause instanceof GlobError)) throw cause
    const what = cause.message.replace(/^error parsing regexp: /, '')
    throw new UserError('IMG5005', `Input "${input}" has the pattern "${pattern}": ${what}.`, {
      hint: HINT,
      cause,
    })
  }
}

class GlobError extends Error {}

/** `*` any text, `?` one character, `[a-z]` and `[!a]` one of those, `{a,b}` one of these texts. */
function translateGlob(glob: string): string {
  let open = 0
  let translated = ''
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at] as string
    if (character === '[') {
      const end = glob.indexOf(']', at)
      translated += translateClass(glob.slice(at + 1, end < 0 ? undefined : end), end >= 0)
      at = end
    } else if (character === '{') {
      open++
      translated += '(?:'
    } else if (character === '}') {
      if (--open < 0) throw new GlobError('a } without its {')
      translated += ')'
    } else translated += translateCharacter(character, open > 0)
  }
  if (open > 0) throw new GlobError('a { without its }')
  return translated
}

function translateCharacter(character: string, inBraces: boolean): string {
  if (character === '*') return '.*'
  if (character === '?') return '.'
  if (character === ',' && inBraces) return '|'
  if (!IN_TAGS.test(character)) throw new GlobError(`no tag has a "${character}"`)
  return character === '.' ? '\\.' : character
}

function translateClass(content: string, closed: boolean): string {
  if (!closed) throw new GlobError('a [ without its ]')
  if (!IN_CLASS.test(content)) throw new GlobError(`"[${content}]" names no characters of tags`)
  return `[${content.replace(/^!/, '^')}]`
}
