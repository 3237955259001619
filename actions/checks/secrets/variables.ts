import { isPlaceholder } from './placeholders.ts'

/** A value under a name, in a variable, a label, a command line or a file of settings. */
export interface Assignment {
  name: string
  value: string
}

/** Names of secrets, by their whole words. */
const SECRET =
  /PASSWORD|PASSWD|PASSPHRASE|(?:^|[_.-])(?:PASS|PWD|SECRET|SECRETS|TOKEN|CREDENTIALS?)(?:$|[_.-])|(?:API|PRIVATE|ACCESS|SIGNING|ENCRYPTION|MASTER|SECRET|AUTH|DEPLOY|ACCOUNT|SERVICE)[_.-]?KEY(?:$|[_.-])|(?:^|[_.-])(?:APIKEY|AUTHTOKEN|CLIENTSECRET)$/i
/** What is said about a secret, and is none itself. */
const ABOUT =
  /[_.-](?:FILE|PATH|DIR|URL|URI|ENDPOINT|HOST|NAME|USER|USERNAME|ID|TTL|LIFETIME|EXPIRY|EXPIRES?|EXPIRATION|MINUTES|SECONDS|HOURS|DAYS|LENGTH|SIZE|TYPE|ALGORITHM|HEADER|FIELD|PREFIX|VERSION|HASHERS?|VALIDATORS?|POLICY|ENABLED|REQUIRED|COMMAND|CMD|HELPER|STORE|PROVIDER)$/i

/** Whether this name, with this value, says a secret. */
export function saysSecret({ name, value }: Assignment): boolean {
  return isSecretName(name) && !isPlaceholder(value)
}

/** `PASSWORD` itself may be the name, but PWD is the folder that a shell is in. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name) && !ABOUT.test(name) && !/^(?:OLD)?PWD$/i.test(name)
}

const ASSIGNMENT =
  /(?:^|[\s;&|("'`{,]|--?)([A-Za-z_][\w.-]{0,80})(?:=|["']?[ \t]*:[ \t]*(?=["']))("(?:[^"\\]|\\.)*"|'[^']*'|[^\s;&|"'`)]+)/g

/** NAME=value, wherever a shell, a Containerfile or a file of settings would read one. */
export function assignmentsIn(text: string): Assignment[] {
  return [...text.matchAll(ASSIGNMENT)].map(([, name = '', value = '']) => ({ name, value: unquoted(value) }))
}

/** The text with something else in place of each value that its name says is a secret. */
export function withoutAssigned(text: string, hide: (value: string) => string): string {
  return text.replace(ASSIGNMENT, (whole: string, name: string, written: string) => {
    const value = unquoted(written)
    if (!saysSecret({ name, value })) return whole
    return `${whole.slice(0, -written.length)}${written.replace(value, () => hide(value))}`
  })
}

function unquoted(value: string): string {
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value
}

const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:@/?#"']{0,80}):([^\s@/?#"']{1,200})@/g
const HEADER = /\bAuthorization:\s{0,4}(?:Bearer|Basic|token)\s{1,4}([^\s"']{8,})/gi

/** `scheme://user:password@host`, and headers that log in. */
export function loginsIn(text: string): { rule: string; value: string; index: number }[] {
  const urls = [...text.matchAll(URL_PASSWORD)].map((match) => ({
    rule: 'url-password',
    value: match[2] ?? '',
    index: match.index,
  }))
  const headers = [...text.matchAll(HEADER)].map((match) => ({
    rule: 'authorization-header',
    value: match[1] ?? '',
    index: match.index,
  }))
  return [...urls, ...headers].filter(({ value }) => !isPlaceholder(value))
}
