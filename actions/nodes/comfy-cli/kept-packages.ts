import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOfTorch } from '../packages/compare.ts'
import { readInstalled } from '../packages/installed.ts'
import { sitePackagesOf } from '../packages/site-packages.ts'
import type { NodeServices } from '../services.ts'

/** What has pip and uv leave torch at the base image's version, which the tool itself would let any node change. */
export async function keptPackages(
  python: string,
  folder: string,
  { environment }: NodeServices,
): Promise<Record<string, string>> {
  const installed = await readInstalled(await sitePackagesOf(python))
  const lines = [...installed.values()]
    .filter(({ name }) => isOfTorch(name))
    .map(({ name, version }) => `${name}==${version}\n`)
  if (lines.length === 0) return {}
  const file = join(folder, 'constraints.txt')
  await writeFile(file, lines.join(''))
  const beside = (given: string | undefined) => [given, file].filter(Boolean).join(' ')
  return {
    PIP_CONSTRAINT: beside(environment.PIP_CONSTRAINT),
    UV_CONSTRAINT: beside(environment.UV_CONSTRAINT),
  }
}
