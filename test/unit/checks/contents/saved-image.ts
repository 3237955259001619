import { Readable } from 'node:stream'
import { pack } from 'tar-stream'
import { systemClock } from '../../../../actions/base/clock.ts'
import { type Digest, digestOf, hexOf } from '../../../../actions/base/digest.ts'
import type { CheckResult, CheckServices } from '../../../../actions/checks/check.ts'
import { checkStatic } from '../../../../actions/checks/contents/static.ts'
import { checkFile } from '../../../../actions/checks/file/schema.ts'
import { Results } from '../../../../actions/checks/results.ts'
import type { Engine } from '../../../../actions/engine/engine.ts'
import type { Image } from '../../../../actions/engine/image.ts'

/** What stands in a layer; a file unless it says otherwise. */
export interface Entry {
  path: string
  type?: 'file' | 'directory' | 'symlink' | 'link' | 'character-device'
  text?: string | Uint8Array
  target?: string
  mode?: number
  uid?: number
  gid?: number
}

export interface SavedImage {
  image: Image
  engine: Engine
  /** How often the layers were streamed. */
  saves(): number
}

/** An image whose layers come in an archive as podman writes it, in pieces of any size. */
export async function savedImage(
  layers: readonly (readonly Entry[])[],
  { config = {}, history = [] as object[], piece = 64 * 1024 } = {},
): Promise<SavedImage> {
  const tars = await Promise.all(layers.map(tarOf))
  const ids = tars.map((tar) => digestOf(tar))
  const files = new Map(ids.map((id, index) => [`${hexOf(id)}.tar`, tars[index] ?? Buffer.of()]))
  const archive = await tarOf([
    ...[...files].map(([path, text]) => ({ path, text })),
    { path: 'config.json', text: '{}'.padEnd(200_000) },
    ...ids.map(
      (id, index): Entry => ({ path: `${index}/layer.tar`, type: 'symlink', target: `../${hexOf(id)}.tar` }),
    ),
    { path: 'manifest.json', text: '[]' },
  ])
  let saves = 0
  const run: Engine['run'] = async (_command, _args, options) => {
    saves++
    await options?.read?.(Readable.from(piecesOf(archive, piece)))
    return { exitCode: 0, stdout: '', stderr: '' }
  }
  const bytes = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', config, history }))
  const name: Digest = digestOf(bytes)
  return {
    image: { name, id: name, config: bytes, platform: { os: 'linux', architecture: 'amd64' }, layers: ids },
    engine: { run, env: {}, settings: {}, authFile: '' },
    saves: () => saves,
  }
}

/** The results of a check file, written as it would be in YAML. */
export async function verified(saved: SavedImage, checks: object): Promise<readonly CheckResult[]> {
  const results = new Results(systemClock)
  const services = { engine: saved.engine, results } as unknown as CheckServices
  await checkStatic(saved.image, checkFile.parse({ version: 1, ...checks }), services)
  return results.list
}

/** Where checks failed, as their keys: `files.0.mode`. */
export function failedIn(results: readonly CheckResult[]): string[] {
  return results.filter(({ status }) => status === 'failed').map(({ path }) => path.join('.'))
}

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const { path, type = 'file', text = '', target, ...more } of entries) {
    const mode = more.mode ?? (type === 'directory' ? 0o755 : 0o644)
    const link = target === undefined ? {} : { linkname: target }
    tar.entry({ name: path, type, ...link, ...more, mode, mtime: new Date(0) }, Buffer.from(text as string))
  }
  tar.finalize()
  const parts: Uint8Array[] = []
  for await (const part of tar) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
