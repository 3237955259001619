import { isPlaceholder } from './placeholders.ts'
import { assignmentsIn, loginsIn, saysSecret } from './variables.ts'

/** What a file of credentials holds; it may have a name there. */
export interface Credential {
  rule: string
  value: string
  index: number
  name?: string
}

interface CredentialFile {
  rule: string
  path: RegExp
  find(text: string): Omit<Credential, 'rule'>[]
}

/** Programs keep logins in files of these names, in whose form a value is a secret whatever it looks like. */
const FILES: readonly CredentialFile[] = [
  {
    rule: 'env-file',
    path: /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults)[\w-]+)*|[\w-]+\.env)$/,
    find: settingsIn,
  },
  { rule: 'npmrc', path: /(?:^|\/)\.?npmrc$/, find: valuesOf(/_(?:authToken|auth|password)\s*=\s*(\S+)/g) },
  { rule: 'netrc', path: /(?:^|\/)[._]netrc$|^etc\/apt\/auth\.conf/, find: valuesOf(/\bpassword\s+(\S+)/g) },
  { rule: 'pypirc', path: /(?:^|\/)\.pypirc$/, find: valuesOf(/^\s*password\s*[=:]\s*(\S+)/gm) },
  { rule: 'pgpass', path: /(?:^|\/)\.pgpass$/, find: valuesOf(/^[^#\s:]*(?::[^\n:]*){3}:(\S+)/gm) },
  {
    rule: 'registry-login',
    path: /(?:^|\/)(?:\.docker\/config|containers\/(?:\d+\/)?auth)\.json$|(?:^|\/)\.dockercfg$/,
    find: valuesOf(/"(?:auth|identitytoken|registrytoken)"\s*:\s*"([^"\s]{8,})"/g),
  },
  {
    rule: 'kube-config',
    path: /(?:^|\/)\.kube\/config$/,
    find: valuesOf(/^\s*(?:client-key-data|token|password):\s*(\S{8,})/gm),
  },
  { rule: 'vault-token', path: /(?:^|\/)\.vault-token$/, find: valuesOf(/^\s*(\S{8,})\s*$/g) },
  {
    rule: 'url-password',
    path: /(?:^|\/)(?:\.git-credentials|\.git\/config|\.?pip\.conf|\.condarc|uv\.toml|\.?yarnrc(?:\.yml)?)$|^etc\/apt\/sources\.list/,
    find: loginsIn,
  },
]

export function credentialFileAt(path: string): ((text: string) => Credential[]) | undefined {
  const file = FILES.find((each) => each.path.test(path))
  if (!file) return undefined
  return (text) => file.find(text).map((each) => ({ ...each, rule: file.rule }))
}

function valuesOf(pattern: RegExp): CredentialFile['find'] {
  return (text) =>
    [...text.matchAll(pattern)]
      .map(({ 1: value = '', index }) => ({ value: value.replace(/^["']|["']$/g, ''), index }))
      .filter(({ value }) => !isPlaceholder(value))
}

/** By their names, as in the environment; what is written of a value in a comment counts too. */
function settingsIn(text: string): Omit<Credential, 'rule'>[] {
  let index = 0
  return text.split('\n').flatMap((line) => {
    const start = index
    index += line.length + 1
    return assignmentsIn(line)
      .filter((each) => saysSecret(each) || loginsIn(each.value).length > 0)
      .map(({ name, value }) => ({ name, value, index: start }))
  })
}
