import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { GraphRepository } from '../../doubles/github/index.ts'
import { command } from './command.ts'
import { busybox, checkout } from './programs.ts'

/** A repository that publishes an image with the example workflow. */
export interface Consumer {
  readonly folder: string
  /** `owner/name` */
  readonly repository: string
  /** Writes files, or removes those that are null, and commits; the commit's SHA. */
  commit(files: Record<string, string | null>, message?: string): Promise<string>
  head(): Promise<string>
  /** The history as GitHub would know it. */
  graph(): Promise<GraphRepository>
}

interface Call {
  with: CallInputs
  secrets: Record<string, string>
}

/** As in the `with:` of a call. */
export type CallInputs = Record<string, string | boolean | number>

export const CONTAINERFILE = `FROM scratch
ARG TARGETARCH
COPY busybox-$TARGETARCH /bin/busybox
CMD ["/bin/busybox", "uname", "-m"]
`

export async function makeConsumer(folder: string, repository: string): Promise<Consumer> {
  const git = async (...args: string[]) => (await command('git', args, { cwd: folder })).stdout.trim()
  const commit = async (files: Record<string, string | null>, message = 'Change') => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      if (content === null) rmSync(join(folder, file))
      else writeFileSync(join(folder, file), content)
    }
    await git('add', '--all')
    const author = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
    await git(...author, 'commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  mkdirSync(folder, { recursive: true })
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('remote', 'add', 'origin', `https://github.com/${repository}`)
  for (const architecture of ['amd64', 'arm64'] as const)
    cpSync(busybox(architecture), join(folder, `busybox-${architecture}`))
  await commit({ Containerfile: CONTAINERFILE, '.github/workflows/publish.yml': callerWorkflow() }, 'Begin')
  const head = () => git('rev-parse', 'HEAD')
  const graph = async () => {
    const lines = (await git('log', '--all', '--format=%H %P')).split('\n').map((line) => line.split(' '))
    const commits = Object.fromEntries(lines.map(([sha = '', ...parents]) => [sha, parents.filter(Boolean)]))
    const changes = (await git('log', '--all', '--format=%x00%H', '--name-only')).split('\0').slice(1)
    const files = Object.fromEntries(
      changes.map((text) => {
        const [sha = '', ...names] = text.split('\n').filter(Boolean)
        return [sha, names]
      }),
    )
    return { defaultBranch: 'main', branches: { main: await git('rev-parse', 'main') }, commits, files }
  }
  return { folder, repository, commit, head, graph }
}

/** A workflow that users copy, with more inputs and secrets for the called one. */
export function callerWorkflow(
  inputs: CallInputs = {},
  secrets: string[] = [],
  example = 'workflows/publish.yml',
): string {
  return calling(readFileSync(join(checkout, 'examples', example), 'utf8'), inputs, secrets)
}

/** The same for any workflow with a job that calls another. */
export function calling(text: string, inputs: CallInputs, secrets: string[]): string {
  const workflow = parse(text)
  const [job = '', call] = Object.entries<Partial<Call>>(workflow.jobs).find(([, job]) => 'uses' in job) ?? []
  if (!call) throw new Error(`no job calls a workflow: ${text}`)
  call.with = { ...call.with, ...inputs }
  // A repository's secrets can't have dashes; those of a called workflow can.
  const given = secrets.map((name) => [name, expression(`secrets.${secretName(name)}`)])
  call.secrets = { ...call.secrets, ...Object.fromEntries(given) }
  workflow.jobs.outputs = {
    needs: job,
    'runs-on': 'ubuntu-24.04',
    env: { OUTPUTS: expression(`toJSON(needs.${job}.outputs)`) },
    // One line, for the harness to find.
    steps: [{ run: `printf 'outputs:%s\\n' "$(printf %s "$OUTPUTS" | tr -d '\\n')"` }],
  }
  return stringify(workflow)
}

function secretName(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}

function expression(text: string): string {
  return `\${{ ${text} }}`
}
