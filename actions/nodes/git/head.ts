import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** What a checkout stands at, read as text: no git runs, as that would believe what the checkout's own files say. */
export interface Head {
  /** Undefined where there is no such commit, or none yet. */
  commit: string | undefined
  /** Undefined where HEAD is detached. */
  branch: string | undefined
  /** Where HEAD and the index are. */
  gitDir: string
  /** Where objects, refs and the configuration are; another place than gitDir in a worktree. */
  commonDir: string
}

const COMMIT = /^[0-9a-f]{40}$/
const REF = /^ref:\s*(refs\/[^\0\n]+)$/

/** Undefined where the folder is no checkout of its own. */
export async function headOf(folder: string): Promise<Head | undefined> {
  const gitDir = await gitFolderOf(folder)
  const text = gitDir && (await textOf(join(gitDir, 'HEAD')))
  if (gitDir === undefined || text === undefined) return undefined
  const common = await textOf(join(gitDir, 'commondir'))
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common)
  const ref = REF.exec(text)?.[1]
  if (ref === undefined)
    return { commit: COMMIT.test(text) ? text : undefined, branch: undefined, gitDir, commonDir }
  return {
    commit: await commitOf(ref, commonDir),
    branch: ref.replace(/^refs\/heads\//, ''),
    gitDir,
    commonDir,
  }
}

/** `.git`, or where a file of that name says that it is. */
async function gitFolderOf(folder: string): Promise<string | undefined> {
  const path = join(folder, '.git')
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return path
  if (!found?.isFile()) return undefined
  const elsewhere = /^gitdir:\s*(.+)$/.exec((await textOf(path)) ?? '')?.[1]
  return elsewhere === undefined ? undefined : resolve(folder, elsewhere)
}

async function commitOf(ref: string, commonDir: string): Promise<string | undefined> {
  if (ref.split('/').includes('..')) return undefined
  const loose = await textOf(join(commonDir, ref))
  if (loose !== undefined && COMMIT.test(loose)) return loose
  const packed = (await textOf(join(commonDir, 'packed-refs'))) ?? ''
  const line = packed.split('\n').find((each) => each.slice(41) === ref)
  const commit = line?.slice(0, 40)
  return commit !== undefined && COMMIT.test(commit) ? commit : undefined
}

async function textOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text?.trim()
}
