/** What a requirements file may say of where packages come from. */
export type IndexOption =
  | { kind: 'index' | 'links'; value: string }
  | { kind: 'prerelease' | 'prefer-binary' }
  | { kind: 'only-binary' | 'no-binary'; value: string }

/** Undefined: nothing that is taken from somebody else's file. */
export function indexOptionOf(line: string): IndexOption | undefined {
  const [, flag = '', value = ''] = /^(--?[a-z-]+)(?:\s+|=|$)(.*)$/.exec(line) ?? []
  switch (flag) {
    // One node's index doesn't replace everybody's.
    case '-i':
    case '--index-url':
    case '--extra-index-url':
      return isAddress(value) ? { kind: 'index', value } : undefined
    case '-f':
    case '--find-links':
      return isAddress(value) ? { kind: 'links', value } : undefined
    case '--pre':
      return value === '' ? { kind: 'prerelease' } : undefined
    case '--prefer-binary':
      return value === '' ? { kind: 'prefer-binary' } : undefined
    case '--only-binary':
      return isList(value) ? { kind: 'only-binary', value } : undefined
    case '--no-binary':
      return isList(value) ? { kind: 'no-binary', value } : undefined
    default:
      return undefined
  }
}

export function argumentsOf(options: readonly IndexOption[], tool: 'pip' | 'uv'): string[] {
  const all = options.flatMap((option) => {
    switch (option.kind) {
      case 'index':
        return [`--extra-index-url=${option.value}`]
      case 'links':
        return [`--find-links=${option.value}`]
      case 'prerelease':
        return [tool === 'uv' ? '--prerelease=allow' : '--pre']
      case 'prefer-binary':
        return tool === 'uv' ? [] : ['--prefer-binary']
      default:
        return [`--${option.kind}=${option.value}`]
    }
  })
  return [...new Set(all)]
}

function isAddress(value: string): boolean {
  return URL.canParse(value) && !value.includes('${') && /^https:\/\/[^\s@/]+(\/\S*)?$/i.test(value)
}

function isList(value: string): boolean {
  return /^[\w.:,-]+$/.test(value) && !value.startsWith('-')
}
