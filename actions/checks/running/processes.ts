import { readdir, readFile } from 'node:fs/promises'

/** A process as /proc shows it, with ids as they are inside the container. */
export interface ContainerProcess {
  pid: number
  /** Real, effective, saved and of the file system. */
  uids: readonly number[]
  gids: readonly number[]
  groups: readonly number[]
  noNewPrivileges: boolean
  command: string
}

/** Process 1 of a container and all that descends from it; what podman exec starts does not. Empty: it has ended. */
export async function readProcesses(pid: number, proc = '/proc'): Promise<ContainerProcess[]> {
  const pids = await descendants(pid, proc)
  const found = await Promise.all(pids.map((each) => readProcess(each, proc)))
  return found.filter((each) => each !== undefined)
}

async function descendants(root: number, proc: string): Promise<number[]> {
  const names = (await readdir(proc)).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(
    names.map(async (name) => ({ pid: Number(name), parent: await parentOf(name, proc) })),
  )
  const members = [root]
  for (let next = 0; next < members.length; next++)
    members.push(...all.filter(({ parent }) => parent === members[next]).map(({ pid }) => pid))
  return members
}

async function parentOf(name: string, proc: string): Promise<number> {
  const stat = await readFile(`${proc}/${name}/stat`, 'utf8').catch(() => '')
  // The name comes in parentheses and may hold anything, so the fields are counted from behind it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

async function readProcess(pid: number, proc: string): Promise<ContainerProcess | undefined> {
  const read = (name: string) => readFile(`${proc}/${pid}/${name}`, 'utf8')
  try {
    const names = ['status', 'cmdline', 'uid_map', 'gid_map']
    const [status = '', cmdline = '', uidMap = '', gidMap = ''] = await Promise.all(names.map(read))
    const numbers = (field: string) => fieldOf(status, field).split(/\s+/).filter(Boolean).map(Number)
    const command = cmdline.split('\0').join(' ').trim()
    return {
      pid,
      uids: numbers('Uid').map((id) => inside(id, uidMap)),
      gids: numbers('Gid').map((id) => inside(id, gidMap)),
      groups: numbers('Groups').map((id) => inside(id, gidMap)),
      noNewPrivileges: fieldOf(status, 'NoNewPrivs') === '1',
      command: command || fieldOf(status, 'Name'),
    }
  } catch (error) {
    // It has ended in the meantime.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function fieldOf(status: string, field: string): string {
  return new RegExp(`^${field}:[ \\t]*(.*)$`, 'm').exec(status)?.[1]?.trim() ?? ''
}

/** As the container counts them; what it has no number for is what the kernel shows it then, nobody. */
export function inside(id: number, map: string): number {
  for (const line of map.trim().split('\n')) {
    const [first = 0, outside = 0, length = 0] = line.trim().split(/\s+/).map(Number)
    if (id >= outside && id < outside + length) return first + (id - outside)
  }
  return 65534
}
