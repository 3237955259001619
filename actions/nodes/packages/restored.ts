import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Digest, digestOf } from '../../base/digest.ts'
import { RESTORED } from '../installation.ts'
import { scriptOf } from './install-scripts.ts'
import { readInstalled } from './installed.ts'
import type { PackagesJob } from './job.ts'
import { sitePackagesOf } from './site-packages.ts'
import { readSources } from './sources.ts'

const restored = z.object({ schema: z.literal(1), inputs: z.string(), installed: z.string() })

/** Whether the last restore was made of the same, and what it installed is as it was. */
export async function isRestored(job: PackagesJob): Promise<boolean> {
  // What its install.py once made went with the node's old folder.
  for (const node of job.nodes) if (node.changed && (await scriptOf(node)) !== undefined) return false
  const before = await read(job.folder)
  if (!before || before.installed !== (await installedDigest(job.python))) return false
  return before.inputs === (await inputsDigest(job))
}

/** After everything went well: the next restore of the same has nothing to do. */
export async function rememberPackages(job: PackagesJob): Promise<void> {
  const document = {
    schema: 1,
    inputs: await inputsDigest(job),
    installed: await installedDigest(job.python),
  }
  const path = join(job.folder, RESTORED)
  await writeFile(`${path}.new`, `${JSON.stringify(document, undefined, 2)}\n`)
  await rename(`${path}.new`, path)
}

async function read(folder: string): Promise<z.infer<typeof restored> | undefined> {
  try {
    return restored.parse(JSON.parse(await readFile(join(folder, RESTORED), 'utf8')))
  } catch {
    return undefined
  }
}

async function installedDigest(python: string): Promise<Digest> {
  const installed = await readInstalled(await sitePackagesOf(python))
  return digestOf(JSON.stringify([...installed.values()]))
}

async function inputsDigest(job: PackagesJob): Promise<Digest> {
  const { packages, python, lock = null } = job
  const sources = await readSources(job)
  const wanted = sources.map(({ whose, texts }) => ({ whose, texts }))
  const scripts = await Promise.all(
    job.nodes.map(async (node) => {
      const script = await scriptOf(node)
      return script === undefined ? [] : [node.name, node.pin, hashOf(await readFile(script))]
    }),
  )
  return digestOf(JSON.stringify({ packages, python, lock, wanted, scripts }))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
