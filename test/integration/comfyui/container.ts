import { type CommandResult, command } from '../../e2e/harness/command.ts'
import { type Example, openExample } from '../../e2e/harness/examples.ts'
import { busybox } from '../../e2e/harness/programs.ts'

/** What a program sees that the entrypoint started. */
export interface Facts {
  pid: number
  uid: number
  gid: number
  groups: number[]
  noNewPrivileges: boolean
  home: string
  user: string
  logname: string
  /** Its lines in /etc/passwd. */
  entries: string[]
  /** What /etc/group calls its group. */
  groupNames: string[]
  /** uid:gid by path. */
  owners: Record<string, string>
}

export interface Started extends CommandResult {
  facts: Facts | undefined
  warnings: string[]
}

export interface Ended {
  exitCode: number
  stderr: string
}

export interface StartOptions {
  env?: Record<string, string>
  /** Further options of `podman run`. */
  podman?: readonly string[]
  /** Run as root before the entrypoint, in its place. */
  before?: string
  /** In place of the program that tells what it sees. */
  command?: readonly string[]
}

const PATHS = [
  '/app',
  '/app/ComfyUI',
  '/app/ComfyUI/main.py',
  '/app/ComfyUI/custom_nodes',
  '/app/ComfyUI/models',
]
const TELL = `
import grp, json, os, pwd
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
entries = [":".join(map(str, entry)) for entry in pwd.getpwall() if entry.pw_uid == os.getuid()]
groups = [entry.gr_name for entry in grp.getgrall() if entry.gr_gid == os.getgid()]
def owner(path):
    at = os.lstat(path)
    return "%d:%d" % (at.st_uid, at.st_gid)
print(json.dumps({
    "pid": os.getpid(), "uid": os.getuid(), "gid": os.getgid(), "groups": sorted(os.getgroups()),
    "noNewPrivileges": status["NoNewPrivs"].strip() == "1",
    "home": os.environ["HOME"], "user": os.environ["USER"], "logname": os.environ["LOGNAME"],
    "entries": entries, "groupNames": groups,
    "owners": {path: owner(path) for path in ${JSON.stringify(PATHS)}},
}))
`
export const ENTRYPOINT = '/usr/local/bin/entrypoint.sh'
const LOCAL = 'localhost/image-actions/python'
export const STAND_IN = {
  buildArgs: { PYTHON: LOCAL, CUDA: LOCAL, TORCH: '' },
  buildContexts: { comfyui: 'stand-in' },
}

/** The image without a graphics card's libraries, to be started again and again. */
export async function openImage() {
  const example: Example = await openExample('comfyui', STAND_IN)
  const image = await example.build({ target: 'core-cpu' })
  return {
    image,
    folder: example.folder,
    close: example.close,
    /** `podman run` to its end. */
    async start(options: StartOptions = {}): Promise<Started> {
      const ended = await command('podman', runArguments(image, options), {
        anyExit: true,
        env: { DISABLE_HC_SYSTEMD: 'true' },
      })
      const facts = ended.stdout.startsWith('{"pid"') ? (JSON.parse(ended.stdout) as Facts) : undefined
      const warnings = [...ended.stderr.matchAll(/^Warning: (.*)$/gm)].map(([, text = '']) => text)
      return { ...ended, facts, warnings }
    },
    /** Starts a program with each of the values, one after another in one container, the entrypoint read by any shell. */
    async tryValues(name: string, values: readonly string[], shell = 'sh'): Promise<Ended[]> {
      const one = `env "${name}=$value" CHOWN=never ${shell} ${ENTRYPOINT} true`
      const script = `for value; do said=$(${one} 2>&1); printf '%s\\0%s\\0' "$?" "$said"; done`
      const podman = ['--entrypoint', 'sh']
      const arguments_ = runArguments(image, { podman, command: ['-c', script, 'sh', ...values] })
      const said = (await command('podman', arguments_)).stdout.split('\0')
      return values.map((_, at) => ({ exitCode: Number(said[at * 2]), stderr: said[at * 2 + 1] ?? '' }))
    },
  }
}

function runArguments(image: string, options: StartOptions): string[] {
  const { env = {}, podman = [], before, command: own = ['python3', '-c', TELL] } = options
  const variables = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const shell = ['--volume', `${busybox(process.arch === 'arm64' ? 'arm64' : 'amd64')}:/bin/busybox:ro`]
  const head = ['run', '--rm', '--network', 'none', ...shell, ...variables, ...podman]
  if (before === undefined) return [...head, image, ...own]
  const script = `${before}\nexec ${ENTRYPOINT} "$@"`
  return [...head, '--entrypoint', 'sh', image, '-c', script, 'sh', ...own]
}
