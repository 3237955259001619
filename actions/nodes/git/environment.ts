/** Who the user is to other machines, and how they are reached; everything else could lead git to other files. */
const KEPT =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSL_\w+|HTTP_\w+|PROXY_\w+|EXEC_PATH|TRACE\w*)$/

/** What git gets to see: as the user has it, save for what would make it ask, or work elsewhere. */
export function gitEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const ofGit = Object.entries(environment).filter(([name]) => name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(ofGit.map(([name, value]) => [name, KEPT.test(name) ? value : undefined])),
    GIT_CEILING_DIRECTORIES: '/',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    // Replaced objects are not those that a commit names.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
    LC_ALL: 'C',
  }
}
