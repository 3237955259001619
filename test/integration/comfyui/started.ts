import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeWorkspace } from '../../doubles/comfyui/workspace.ts'
import { command } from '../../e2e/harness/command.ts'

const IMAGE = 'localhost/image-actions/comfy-cli'
const EXAMPLE = join(import.meta.dirname, '../../../examples/comfyui')

/** Read by every Python that starts: writes down what it is, and every program that it starts itself. */
const WITNESS = `
import os, sys
def told(event, args):
    if event == "subprocess.Popen":
        words = args[1]
    elif event in ("os.exec", "os.posix_spawn"):
        words = args[1]
    elif event == "os.system":
        words = [args[0]]
    else:
        return
    words = [words] if isinstance(words, (str, bytes)) else list(words)
    write("starts", [os.fsdecode(word) for word in words])
def write(what, words):
    with open("/trace/log", "a") as log:
        log.write(what + " " + " ".join(words).replace("\\n", " ") + "\\n")
write("is", sys.orig_argv)
sys.addaudithook(told)
`

/** Answers as ComfyUI does, and takes its arguments as ComfyUI does. */
const SERVER = `
import argparse, http.server, json, os, sys, time
parser = argparse.ArgumentParser()
parser.add_argument("--listen", nargs="?", const="0.0.0.0,::", default="127.0.0.1")
parser.add_argument("--port", type=int)
parser.add_argument("--preview-method")
parser.add_argument("--end-with", type=int)
parser.add_argument("--load-slowly", action="store_true")
args = parser.parse_args()
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(sys.argv[1:]).encode())
if args.load_slowly:
    print("Loading", flush=True)
    time.sleep(600)
if args.end_with is not None:
    sys.exit(args.end_with)
server = http.server.HTTPServer(("127.0.0.1", args.port), Handler)
print("To see the GUI go to: http://127.0.0.1", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    print("Stopped server", flush=True)
`

export interface StartOptions {
  env?: Readonly<Record<string, string>>
  podman?: readonly string[]
  /** In place of the start-up script. */
  command?: readonly string[]
  /** The line after which it counts as started. */
  until?: string
}

let started = 0

/** The real comfy-cli in a container without a network, with the start-up script as its process 1. */
export async function startScript(folder: string, options: StartOptions = {}) {
  const name = `start-comfyui-${process.pid}-${++started}`
  const [core, trace, script] = ['ComfyUI', 'trace', 'start-comfyui'].map((each) =>
    join(folder, name, each),
  ) as [string, string, string]
  await makeWorkspace(core)
  await writeFile(join(core, 'main.py'), SERVER)
  await mkdir(trace, { mode: 0o777 })
  await writeFile(join(trace, 'sitecustomize.py'), WITNESS)
  await writeFile(join(trace, 'log'), '')
  await command('chmod', ['-R', 'a+rwX', join(folder, name)])
  await cp(join(EXAMPLE, 'start-comfyui'), script)
  const env = { PYTHONPATH: '/trace', PYTHONUNBUFFERED: '1', ...options.env }
  const child = spawn(
    'podman',
    [
      ...['run', '--rm', '--name', name, '--network', 'none', '--workdir', '/app/ComfyUI'],
      ...['--volume', `${core}:/app/ComfyUI`, '--volume', `${trace}:/trace`],
      ...['--volume', `${script}:/usr/local/bin/start-comfyui:ro`],
      ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      ...(options.podman ?? []),
      ...[IMAGE, ...(options.command ?? ['start-comfyui'])],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const until = options.until ?? 'To see the GUI go to'
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (output.includes(until)) resolve()
      })
  })
  await Promise.race([ready, ended])
  return {
    name,
    ended,
    said: () => output,
    stop: () => command('podman', ['kill', '--signal', 'SIGTERM', name]),
    ask: async (port: number): Promise<string[]> => {
      const read = `from urllib.request import urlopen; print(urlopen("http://127.0.0.1:${port}/").read().decode())`
      const { stdout } = await command('podman', ['exec', name, 'python3', '-I', '-c', read])
      return JSON.parse(stdout) as string[]
    },
    /** One line for each Python that ran, and for each program that one started. */
    trace: async () => (await readFile(join(trace, 'log'), 'utf8')).trim().split('\n'),
  }
}
