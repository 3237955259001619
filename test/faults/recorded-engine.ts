import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../actions/base/digest.ts'
import { ProcessError, type ProcessResult, type RunProcess } from '../../actions/base/process.ts'

interface Layout {
  folder: string
  /** Of each layer before compression, in order. */
  diffIds: string[]
}

/** What a real podman answered is kept, and handed out again: the same images, built and compressed once. */
export class RecordedEngine {
  readonly #folder: string
  readonly #images = new Map<string, Buffer>()
  readonly #layouts = new Map<string, Layout>()
  readonly #answers = new Map<string, ProcessResult | ProcessError>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Of this revision of the sources, whatever else the arguments say. */
  at(revision: string, real: RunProcess): RunProcess {
    return async (command, args, options) => {
      options?.signal?.throwIfAborted()
      if (command === 'podman' && args[0] === 'build' && args.includes('--iidfile')) {
        const platform = args[args.indexOf('--platform') + 1]
        const key = `${revision} ${platform} ${args.includes('--no-cache')}`
        const file = args[args.indexOf('--iidfile') + 1] ?? ''
        if (!this.#images.has(key)) {
          await real(command, args, options)
          this.#images.set(key, await readFile(file))
        }
        await writeFile(file, this.#images.get(key)!)
        return { exitCode: 0, stdout: '', stderr: '' }
      }
      const target = args.at(-1) ?? ''
      if (command === 'podman' && args[0] === 'push' && target.startsWith('oci:')) {
        await this.#export(args.at(-2) ?? '', target.slice(4), real)
        return { exitCode: 0, stdout: '', stderr: '' }
      }
      const key = JSON.stringify([command, args])
      if (!this.#answers.has(key))
        this.#answers.set(
          key,
          await real(command, args, options).catch((error) => {
            if (error instanceof ProcessError) return error
            throw error
          }),
        )
      const answer = this.#answers.get(key)!
      if (answer instanceof ProcessError) throw answer
      return answer
    }
  }

  async #export(image: string, to: string, real: RunProcess): Promise<void> {
    const layout = this.#layouts.get(image) ?? (await this.#record(image, real))
    this.#layouts.set(image, layout)
    await handOut(layout, to)
  }

  async #record(image: string, real: RunProcess): Promise<Layout> {
    const folder = await mkdtemp(join(this.#folder, 'layout-'))
    await real('podman', ['push', '--quiet', '--', image, `oci:${folder}`])
    const { config } = (await manifestOf(folder)).manifest
    const { rootfs } = JSON.parse(await readFile(blob(folder, config.digest), 'utf8'))
    return { folder, diffIds: rootfs.diff_ids }
  }
}

interface ManifestDocument {
  config: { digest: string }
  layers: { digest: string }[]
}

async function manifestOf(folder: string) {
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))
  const path = blob(folder, index.manifests[0].digest)
  return { index, path, manifest: JSON.parse(await readFile(path, 'utf8')) as ManifestDocument }
}

/** As podman does it: each blob is complete once it has its name, and a layer that is there by its uncompressed digest is left alone. */
async function handOut({ folder, diffIds }: Layout, to: string): Promise<void> {
  const blobs = join(to, 'blobs', 'sha256')
  await mkdir(blobs, { recursive: true })
  const there = new Set(await readdir(blobs))
  const { index, path, manifest } = await manifestOf(folder)
  for (const [position, layer] of manifest.layers.entries()) {
    const diffId = diffIds[position] ?? ''
    if (there.has(hex(diffId))) layer.digest = diffId
    else await arrive(blob(folder, layer.digest), blob(to, layer.digest))
  }
  const bytes = JSON.stringify(manifest)
  index.manifests[0].digest = digestOf(bytes)
  await arrive(blob(folder, manifest.config.digest), blob(to, manifest.config.digest))
  await arrive(path, blob(to, digestOf(bytes)), bytes)
  await writeFile(join(to, 'index.json'), JSON.stringify(index))
}

async function arrive(from: string, to: string, content?: string): Promise<void> {
  const halfway = `${to}-halfway`
  if (content === undefined) await copyFile(from, halfway)
  else await writeFile(halfway, content)
  await rename(halfway, to)
}

const hex = (digest: string) => digest.replace('sha256:', '')
const blob = (folder: string, digest: string) => join(folder, 'blobs', 'sha256', hex(digest))
