import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'

const PERSON = { name: 'Node Author', email: 'author@example.org' }

/** git without anybody's configuration, by one and the same person. */
export const plainGit: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: PERSON.name,
  GIT_AUTHOR_EMAIL: PERSON.email,
  GIT_COMMITTER_NAME: PERSON.name,
  GIT_COMMITTER_EMAIL: PERSON.email,
  LC_ALL: 'C',
}

export const AUTHOR = `${PERSON.name} <${PERSON.email}>`

/** What git wrote, without the line break at its end. */
export async function git(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<string> {
  const child = spawn('git', ['-c', 'safe.directory=*', ...args], {
    cwd: folder,
    env: { ...process.env, ...plainGit },
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [out, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}: ${said.trim()}`)
  return out.toString('latin1').trimEnd()
}
