import { lstatSync, readFileSync } from 'node:fs'
import type { Git } from '../git/git.ts'
import { hashBlob } from './hash-file.ts'
import { bytesFrom } from './output.ts'
import { type BytePath, placeOf } from './paths.ts'
import type { Walked } from './walk.ts'

type Changed = Walked['changed'][number]

/** What is longer than any text is not rewritten by git's own means. */
const LONGEST_TEXT = 64 * 1024 * 1024

/**
 * Files whose bytes are others than the commit's, but just what git makes of those when it checks them out: `$Id$` filled
 * in with the file's own hash, and line ends as the tree's .gitattributes ask for.
 */
export async function alikeOf(root: string, changed: readonly Changed[], git: Git): Promise<Set<BytePath>> {
  const alike = new Set<BytePath>()
  const otherwise: BytePath[] = []
  for (const { path, entry } of changed.filter((each) => each.entry.kind !== 'link')) {
    const place = placeOf(root, path)
    if (lstatSync(place).size > LONGEST_TEXT) continue
    const bytes = readFileSync(place)
    const text = bytes.toString('latin1').replaceAll(`$Id: ${entry.hash} $`, '$Id$')
    if (hashes(text, entry.hash)) alike.add(path)
    else if (hashes(text.replaceAll('\r\n', '\n'), entry.hash)) otherwise.push(path)
  }
  for (const path of await textsAmong(root, otherwise, git)) alike.add(path)
  return alike
}

function hashes(text: string, expected: string): boolean {
  return hashBlob(Buffer.from(text, 'latin1')) === expected
}

/** Those whose line ends git may change. */
async function textsAmong(root: string, paths: readonly BytePath[], git: Git): Promise<BytePath[]> {
  if (paths.length === 0) return []
  const names = paths.map((path) => Buffer.from(path, 'latin1').toString())
  const options = { cwd: root, workTree: root, attributes: true, input: `${names.join('\0')}\0` }
  const { bytes } = await bytesFrom(git, ['check-attr', '--stdin', '-z', 'text', 'eol', 'crlf'], options)
  const said = new Map<string, string>()
  const fields = bytes.toString('latin1').split('\0')
  for (let at = 0; at + 2 < fields.length; at += 3)
    said.set(`${fields[at + 1]} ${fields[at]}`, fields[at + 2] ?? '')
  return paths.filter((path) => {
    const [text = '', eol = '', crlf = ''] = ['text', 'eol', 'crlf'].map((name) =>
      said.get(`${name} ${path}`),
    )
    if (text !== 'unspecified') return text === 'set' || text === 'auto'
    return eol === 'lf' || eol === 'crlf' || crlf === 'set' || crlf === 'input'
  })
}
