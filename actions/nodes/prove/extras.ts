import type { Git } from '../git/git.ts'
import { isCompiled } from './compiled.ts'
import { bytesFrom } from './output.ts'
import { type BytePath, inner, shown } from './paths.ts'
import type { Difference } from './proof.ts'
import { entriesOf, kindOfEntry, type Walked } from './walk.ts'

type Extra = Walked['extra'][number]

interface Judged {
  differences: Difference[]
  ignored: string[]
}

/**
 * What lies there beside the commit's files. Python's compiled files may, wherever it puts them; where a node's script was
 * allowed to make files, also what the commit's own .gitignore files name.
 */
export async function judgeExtras(
  root: string,
  extras: readonly Extra[],
  git: Git,
  generated: boolean,
): Promise<Judged> {
  const judged: Judged = { differences: [], ignored: [] }
  const counts = new Map<Extra, number>()
  let left = extras.map((extra) => ({ ...extra, top: extra, mayBeIgnored: generated }))
  while (left.length > 0) {
    left = left.filter(({ path, kind }) => kind !== 'file' || !isCompiled(root, path))
    // A .gitignore that came later speaks for nobody.
    const untrusted = new Set(
      left.flatMap(({ path }) => (nameOf(path) === '.gitignore' ? [folderOf(path)] : [])),
    )
    // Every .gitignore names what Python compiles; this is none of it, though Python would import it.
    const asked = left.filter(
      ({ path, mayBeIgnored }) => mayBeIgnored && !path.endsWith('.pyc') && !untrusted.has(folderOf(path)),
    )
    const ignored = await ignoredOf(root, asked, git)
    const next: typeof left = []
    for (const each of left.filter(({ path }) => !ignored.has(path))) {
      if (each.kind !== 'folder') counts.set(each.top, (counts.get(each.top) ?? 0) + 1)
      else
        next.push(
          ...below(root, each).map((found) => ({ ...each, ...found, mayBeIgnored: asked.includes(each) })),
        )
    }
    judged.ignored.push(...[...ignored].map(shown))
    left = next
  }
  for (const [{ path, kind }, count] of counts) {
    const actual = kind === 'folder' ? `a folder with ${count} file${count === 1 ? '' : 's'}` : 'a file'
    judged.differences.push({ path: shown(path), what: 'extra', expected: 'nothing', actual })
  }
  return judged
}

function below(root: string, { path }: Extra): Extra[] {
  return entriesOf(root, path).map((found) => ({
    path: inner(path, found.name.toString('latin1')),
    kind: kindOfEntry(found),
  }))
}

async function ignoredOf(root: string, extras: readonly Extra[], git: Git): Promise<Set<BytePath>> {
  const texts = extras.map(({ path }) => Buffer.from(path, 'latin1').toString())
  if (texts.length === 0) return new Set()
  const args = ['-c', 'core.excludesFile=/dev/null', 'check-ignore', '--no-index', '-z', '--stdin']
  const { bytes } = await bytesFrom(git, args, { cwd: root, workTree: root, input: `${texts.join('\0')}\0` })
  return new Set(bytes.toString('latin1').split('\0').filter(Boolean))
}

function nameOf(path: BytePath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: BytePath): BytePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
