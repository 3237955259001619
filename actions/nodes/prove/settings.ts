/** What a repository's own `config` says, read as text: git itself would act on some of it. */
export interface Settings {
  /** By key, `remote.origin.url`; the last value wins, as with git. */
  values: Map<string, string>
  /** Lines that are not written as git writes them, without what may be a secret in them. */
  unclear: string[]
}

const SECTION = /^\[([A-Za-z0-9.-]+)(?: "((?:[^"\\]|\\["\\])*)")?\]$/
const SETTING = /^([A-Za-z][A-Za-z0-9-]*)(?:\s*=\s*(.*))?$/

export function readSettings(text: string): Settings {
  const values = new Map<string, string>()
  const unclear: string[] = []
  let section: string | undefined
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    const [, name, subsection] = SECTION.exec(line) ?? []
    if (name !== undefined) {
      const unescaped = subsection?.replace(/\\(.)/g, '$1')
      section = [name.toLowerCase(), unescaped].filter((part) => part !== undefined).join('.')
      continue
    }
    const [, key, value = 'true'] = SETTING.exec(line) ?? []
    // A backslash at the end would take the next line along.
    if (key === undefined || section === undefined || value.endsWith('\\'))
      unclear.push(line.replace(/=.*/, '= …'))
    else values.set(`${section}.${key.toLowerCase()}`, unquoted(value))
  }
  return { values, unclear }
}

function unquoted(value: string): string {
  const [, inner] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value) ?? []
  return inner === undefined ? value : inner.replace(/\\(.)/g, '$1')
}

/** What `git clone`, `git submodule` and `git lfs` write by themselves, and nobody can make anything run with. */
const HARMLESS = [
  /^core\.(repositoryformatversion|filemode|bare|logallrefupdates|symlinks|ignorecase|precomposeunicode|autocrlf|eol|longpaths)$/,
  /^extensions\.(objectformat|partialclone|refstorage)$/,
  /^remote\..+\.(url|fetch|tagopt|promisor|partialclonefilter)$/s,
  /^branch\..+\.(remote|merge|rebase)$/s,
  /^submodule\.(active|.+\.(url|active|branch))$/s,
  /^lfs\.repositoryformatversion$/,
  /^user\.(name|email)$/,
  /^(gc|maintenance)\.auto$/,
  /^advice\./,
]

/**
 * Keys that a plain clone does not have: programs that git would run, addresses that it would go to instead, credentials.
 * Where `.git` lies elsewhere, it tells where its files are.
 */
export function unusualSettings({ values, unclear }: Settings, elsewhere = false): string[] {
  const harmless = elsewhere ? [...HARMLESS, /^core\.worktree$/] : HARMLESS
  const keys = [...values.keys()].filter((key) => !harmless.some((each) => each.test(key)))
  return [...keys, ...unclear]
}

/** The address that a snapshot names: that of `origin`, or of the only remote. */
export function remoteOf({ values }: Settings): string | undefined {
  const remotes = [...values].filter(([key]) => /^remote\..+\.url$/s.test(key))
  return values.get('remote.origin.url') ?? (remotes.length === 1 ? remotes[0]?.[1] : undefined)
}
