import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Engine } from '../../../actions/engine/engine.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { busybox } from '../../../scripts/setup/places.mjs'
import { podmanEnvironment } from '../podman.ts'

export interface EngineFixture {
  engine: Engine
  folder: string
  /** What podman and buildah printed. */
  printed: string[]
  podman(...args: string[]): Promise<string>
  /** A context with a static program (and the same for arm64), one file of `text`, and the Containerfile given. */
  context(containerfile: string, text?: string): Promise<string>
  remove(): Promise<void>
}

/** A real podman with a store of its own. */
export async function openEngineFixture(): Promise<EngineFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'))
  const environment = await podmanEnvironment(join(folder, 'podman'))
  const authFile = join(folder, 'auth.json')
  await writeFile(authFile, '{}')
  const printed: string[] = []
  const output = plainOutput((text) => printed.push(text))
  const run = processRunner(output, new AbortController().signal)
  const env = environment.env
  return {
    engine: { run, env, settings: env, authFile },
    folder,
    printed,
    podman: async (...args) =>
      (await promisify(execFile)('podman', args, { env: { ...process.env, ...env } })).stdout.trim(),
    context: async (containerfile, text = 'text') => {
      const context = await mkdtemp(join(folder, 'context-'))
      await mkdir(context, { recursive: true })
      await copyFile(busybox(process.arch === 'arm64' ? 'arm64' : 'amd64'), join(context, 'busybox'))
      await copyFile(busybox('arm64'), join(context, 'busybox-arm64'))
      await writeFile(join(context, 'file'), text)
      await writeFile(join(context, 'Containerfile'), containerfile)
      return context
    },
    remove: async () => {
      await environment.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
