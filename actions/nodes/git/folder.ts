import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files come as the commit has them, byte for byte, whatever its .gitattributes say. */
const ATTRIBUTES = '* -text -eol -ident -filter -working-tree-encoding\n'

/** A git folder without anything in it; `origin` makes it that of a node, for people who use git there later. */
export async function makeGitFolder(path: string, origin?: string): Promise<string> {
  for (const part of ['objects', 'refs', 'info']) await mkdir(join(path, part), { recursive: true })
  await writeFile(join(path, 'HEAD'), 'ref: refs/heads/main\n')
  await writeFile(join(path, 'info', 'attributes'), ATTRIBUTES)
  await writeFile(join(path, 'config'), configuration(origin))
  return path
}

function configuration(origin: string | undefined): string {
  const core = `[core]\n\trepositoryformatversion = 0\n\tbare = ${origin === undefined}\n`
  return origin === undefined
    ? core
    : `${core}[remote "origin"]\n\turl = ${origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`
}
