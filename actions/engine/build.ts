import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { ProcessError } from '../base/process.ts'
import { buildFailure } from './build-failure.ts'
import type { Engine } from './engine.ts'
import { type BuildStep, BuildSteps } from './steps.ts'
import { withMark } from './unfinished-build.ts'

export interface BuildRequest {
  context: string
  file: string
  platform: string
  format: 'docker' | 'oci'
  labels: Record<string, string>
  buildArgs: Record<string, string>
  buildContexts: readonly string[]
  /** `id=…,src=…`: always files, so that no secret is in argv or in the environment. */
  secrets: readonly string[]
  ssh: readonly string[]
  target: string | undefined
  pull: string
  noCache: boolean
  cacheFrom: string | undefined
  /** Seconds since 1970 for every date in the image; undefined: as it comes. */
  epoch: number | undefined
  extraArgs: readonly string[]
}

export interface BuildResult {
  imageId: Digest
  steps: number
  cacheHits: number
  /** All of them, in the order of building. */
  stepList: readonly BuildStep[]
}

export async function buildImage(
  engine: Engine,
  request: BuildRequest,
  folder: string,
): Promise<BuildResult> {
  const idFile = join(folder, 'image-id')
  const dates = request.epoch === undefined ? [] : await dateArguments(engine, request.epoch)
  // Nothing that is published depends on what podman says of its steps.
  const steps = new BuildSteps()
  const args = (mark: readonly string[]) => [
    'build',
    '--iidfile',
    idFile,
    ...authArguments(engine),
    ...dates,
    ...mark,
    ...buildArguments(request),
    ...contextOperand(request),
  ]
  const onLine = (line: string) => steps.hear(line)
  try {
    await withMark(engine, folder, (mark) =>
      engine.run('podman', args(mark), { env: engine.env, show: true, onLine }),
    )
  } catch (error) {
    throw error instanceof ProcessError
      ? await buildFailure(error, request.platform, { engine, folder })
      : error
  }
  const imageId = (await readFile(idFile, 'utf8').catch(() => '')).trim()
  if (!isDigest(imageId))
    throw new UserError('IMG2105', 'podman named no image.', {
      hint: 'Take options that print instead of building out of "extra-args".',
    })
  return { imageId, steps: steps.list.length, cacheHits: steps.cacheHits, stepList: steps.list }
}

/** Builds once more, all from the local cache, so that podman writes each step's image to the registry. */
export async function writeCache(engine: Engine, request: BuildRequest, repository: string): Promise<void> {
  const args = [
    'build',
    ...authArguments(engine),
    ...buildArguments(request),
    '--cache-to',
    repository,
    ...contextOperand(request),
  ]
  await engine.run('podman', args, { env: engine.env })
}

export function buildArguments(request: BuildRequest): string[] {
  const each = (name: string, values: readonly string[]) => values.flatMap((value) => [name, value])
  const pairs = (record: Record<string, string>) =>
    Object.entries(record).map(([key, value]) => `${key}=${value}`)
  return [
    ...[
      '--format',
      request.format,
      '--platform',
      request.platform,
      '--file',
      request.file,
      `--pull=${request.pull}`,
    ],
    ...each('--label', pairs(request.labels)),
    ...each('--build-arg', pairs(request.buildArgs)),
    ...each('--build-context', request.buildContexts),
    ...each('--secret', request.secrets),
    ...each('--ssh', request.ssh),
    ...(request.target === undefined ? [] : ['--target', request.target]),
    ...(request.noCache ? ['--no-cache'] : ['--layers']),
    ...(request.cacheFrom === undefined || request.noCache ? [] : ['--cache-from', request.cacheFrom]),
    ...request.extraArgs,
  ]
}

function authArguments(engine: Engine): string[] {
  return ['--authfile', engine.authFile]
}

/** What follows is no option, whatever it is called. */
function contextOperand(request: BuildRequest): string[] {
  return ['--', request.context]
}

/** From podman 5.6 dates can be set in layers too; before, a warm cache would keep the dates of an older build. */
async function dateArguments(engine: Engine, epoch: number): Promise<string[]> {
  const { stdout } = await engine.run('podman', ['build', '--help'], { env: engine.env })
  const identity = stdout.includes('--identity-label') ? ['--identity-label=false'] : []
  const dates = stdout.includes('--rewrite-timestamp')
    ? ['--source-date-epoch', String(epoch), '--rewrite-timestamp']
    : ['--timestamp', String(epoch), '--no-cache']
  return [...identity, ...dates]
}
