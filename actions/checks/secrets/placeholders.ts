/** Words by which people say that a value is none: alone, or with a few others. */
const WORDS =
  /^(?:<.*>|\[.*\]|\*+|\.+|-+|none|null|nil|undefined|true|false|yes|no|on|off|test|todo|tbd|dummy|fake|unused|insecure|not-?a-?secret|build(?:-?time)?(?:-?only)?|redacted|hidden|removed)$/i
const PARTS =
  /example|sample|placeholder|change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with)|your[-_ ]|insert[-_ ]|fill[-_ ]?in|x{4,}|dummy[-_]|[-_]dummy|fake[-_]|not[-_]a[-_]|only[-_ ]for[-_ ](?:the[-_ ])?build|build[-_]only|insecure/i
/** Filled in when the container runs, or when the file is made. */
const FILLED_IN = /^(?:\$[A-Za-z_{(]|%\w+%$|\{\{|@@\w|![a-z]+ |`)/
/** Where a secret will lie. */
const PATH = /^(?:\.{0,2}|~)\/[\w.-]+(?:\/[\w.-]+)*\/?$/
/** So few different characters are typed, not generated. */
const FEWEST = 3

/** What stands where a secret would, and is none. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return (
    text === '' ||
    /^\d{1,5}$/.test(text) ||
    WORDS.test(text) ||
    PARTS.test(text) ||
    FILLED_IN.test(text) ||
    (PATH.test(text) && text.length < 120) ||
    new Set(text).size < FEWEST
  )
}
