import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandResult, command } from './command.ts'
import { copyExample, type Edits, editFiles } from './example-files.ts'
import { checkout } from './programs.ts'

export interface ExampleOptions {
  /** Which base images to build on; those of set-up where none can be pulled. */
  buildArgs?: Record<string, string>
  /** What the check file's {{names}} stand for, such as the images of services. */
  variables?: Record<string, string>
  /** Folders that take the place of stages. */
  buildContexts?: Record<string, string>
  /** The stage to build. */
  target?: string
  containerfile?: string
  /** Further arguments of `podman build`. */
  podman?: readonly string[]
}

export interface VerifyOptions extends ExampleOptions {
  image?: string
  file?: string
}

/** What `verify --json` prints, as far as the tests look at it. */
export interface Verification {
  milliseconds: number
  results: {
    name: string
    path: (string | number)[]
    status: 'passed' | 'failed' | 'unchecked'
    finding?: { expected: string; actual: string; hint?: string; log?: string[] }
    reason?: string
    place: { file: string; line: number; column: number }
  }[]
}

export interface Verified {
  exitCode: number
  verification: Verification
  /** Of the failed checks: their paths in the check file, as `run.stop` or `files.2`, sorted. */
  failed: string[]
  unchecked: string[]
  /** What it told of the failed checks, for a failed expectation to show. */
  said: string
}

/** A copy of an example that can be changed, built and verified. */
export interface Example {
  readonly folder: string
  change(edits: Edits): void
  /** Gives the image's name. */
  build(options?: ExampleOptions): Promise<string>
  /** Verifies what was built last, unless told. */
  verify(options?: VerifyOptions): Promise<Verified>
  close(): Promise<void>
}

const LOCAL = 'localhost/image-actions/'
/** By which images that a broken run left can be found. */
const LABEL = 'image-actions.test=example'

let opened = 0

export async function openExample(name: string, always: ExampleOptions = {}): Promise<Example> {
  await requireImages([...Object.values(always.buildArgs ?? {}), ...Object.values(always.variables ?? {})])
  const folder = mkdtempSync(join(tmpdir(), `image-actions-${name}-`))
  // Containers read what is mounted from here as other users.
  chmodSync(folder, 0o755)
  await copyExample(name, folder)
  const tag = `localhost/image-actions-test/${name}:${process.pid}-${++opened}`
  const built: string[] = []
  return {
    folder,
    change: (edits) => editFiles(folder, edits),
    async build(options = {}) {
      const image = `${tag}-${built.length + 1}`
      const args = ['--tag', image, '--label', LABEL, ...buildArguments(together(always, options))]
      await command('podman', ['build', '--layers', '--format', 'docker', ...args, '.'], { cwd: folder })
      built.push(image)
      return image
    },
    async verify(options = {}) {
      const image = options.image ?? built.at(-1)
      if (image === undefined) throw new Error(`${name} was not built yet`)
      return verify(folder, image, together(always, options))
    },
    async close() {
      if (built.length > 0) await command('podman', ['rmi', '--force', ...built])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The images that set-up makes take long; a test only says that they are missing. */
async function requireImages(names: readonly string[]): Promise<void> {
  for (const name of new Set(names.filter((name) => name.startsWith(LOCAL)))) {
    const { exitCode } = await command('podman', ['image', 'exists', name], { anyExit: true })
    if (exitCode !== 0) throw new Error(`there is no image ${name}; set-up makes it: run npm test`)
  }
}

function together<T extends ExampleOptions>(always: ExampleOptions, now: T): T {
  return {
    ...always,
    ...now,
    buildArgs: { ...always.buildArgs, ...now.buildArgs },
    buildContexts: { ...always.buildContexts, ...now.buildContexts },
    variables: { ...always.variables, ...now.variables },
  }
}

function buildArguments(options: ExampleOptions): string[] {
  const { buildArgs, buildContexts, target, containerfile, podman = [] } = options
  return [
    ...podman,
    ...lines(buildContexts).flatMap((line) => ['--build-context', line]),
    ...lines(buildArgs).flatMap((line) => ['--build-arg', line]),
    ...(target ? ['--target', target] : []),
    ...(containerfile ? ['--file', containerfile] : []),
  ]
}

/** As a person would call it, in the example's folder. */
async function verify(folder: string, image: string, options: VerifyOptions): Promise<Verified> {
  const { buildArgs, variables, target, containerfile, file = 'image-verify.yml' } = options
  const given = {
    file,
    context: '.',
    containerfile,
    target,
    'build-args': lines(buildArgs).join('\n'),
    variables: lines(variables).join('\n'),
  }
  const args = Object.entries(given).flatMap(([name, value]) => (value ? [`--${name}=${value}`] : []))
  const { exitCode, stdout, stderr } = await command(
    process.execPath,
    [cli(), 'verify', image, ...args, '--json'],
    { cwd: folder, anyExit: true, timeout: 180_000 },
  )
  if (exitCode > 1 || !stdout.trimStart().startsWith('{'))
    throw new Error(`verify ended with ${exitCode}: ${stderr}${stdout}`)
  const verification = JSON.parse(stdout) as Verification
  const paths = (wanted: string) => [
    ...new Set(verification.results.flatMap(({ status, path }) => (status === wanted ? path.join('.') : []))),
  ]
  return {
    exitCode,
    verification,
    failed: paths('failed').sort(),
    unchecked: paths('unchecked').sort(),
    said: stderr,
  }
}

/** The bundle; IMAGE_ACTIONS_CLI=actions/pipeline/cli.ts tries the sources. */
export function cli(): string {
  return join(checkout, process.env.IMAGE_ACTIONS_CLI ?? 'dist/pipeline/cli.js')
}

/** The program that restores nodes, in one file. */
export function runTool(args: readonly string[], cwd: string): Promise<CommandResult> {
  return command(process.execPath, [join(checkout, 'dist/snapshot/cli.js'), ...args], { cwd, anyExit: true })
}

function lines(record: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(record).map(([name, value]) => `${name}=${value}`)
}
