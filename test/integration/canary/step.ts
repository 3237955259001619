import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readManifest } from '../../../actions/runner/command-line/manifest-inputs.ts'

/** The files by which a step answers its runner. */
const FILES = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'] as const

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** One step of a job as GitHub's runner carries it out: `main:`, then `post:` with the state that main left. */
export class Step {
  readonly #room: string
  readonly #folder: string
  readonly #env: Record<string, string>

  /** `env`: of the job; `inputs` are added to what the manifest says. */
  constructor(room: string, inputs: Record<string, string>, folder: string, env: Record<string, string>) {
    const manifest = room === 'pipeline' ? 'action.yml' : `${room}/action.yml`
    const defaults = readManifest(new URL(`../../../${manifest}`, import.meta.url))
    const given = {
      ...Object.fromEntries(defaults.map(({ name, default: value }) => [name, value])),
      ...inputs,
    }
    this.#room = room
    this.#folder = folder
    this.#env = {
      ...env,
      ...Object.fromEntries(
        Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...Object.fromEntries(FILES.map((name) => [`GITHUB_${name}`, this.file(name)])),
    }
    for (const name of FILES) writeFileSync(this.file(name), '')
  }

  file(name: (typeof FILES)[number]): string {
    return join(this.#folder, `github_${name.toLowerCase()}`)
  }

  start(phase: 'main' | 'post'): Running {
    const entry = `../../../actions/${this.#room}/${phase === 'main' ? 'index' : 'post'}.ts`
    const state = phase === 'post' ? this.#state() : {}
    const child = spawn(process.execPath, [fileURLToPath(new URL(entry, import.meta.url))], {
      env: { ...this.#env, ...state },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return new Running(child)
  }

  #state(): Record<string, string> {
    const text = readFileSync(this.file('STATE'), 'utf8')
    const entries = [...text.matchAll(/^(\w+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm)]
    return Object.fromEntries(entries.map(([, name, , value = '']) => [`STATE_${name}`, value]))
  }
}

export class Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  #stdout = ''
  #stderr = ''

  constructor(child: ChildProcess) {
    this.child = child
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text
    })
    this.ended = once(child, 'close').then(([code]) => ({ code, stdout: this.#stdout, stderr: this.#stderr }))
  }

  /** Resolves when it has printed this. */
  async until(text: string): Promise<void> {
    while (!this.#stdout.includes(text)) {
      if (this.child.exitCode !== null)
        throw new Error(`It ended without "${text}":\n${this.#stdout}${this.#stderr}`)
      await Promise.race([once(this.child.stdout!, 'data'), this.ended])
    }
  }
}
