import semver from 'semver'
import * as z from 'zod'
import { UserError } from '../../base/errors.ts'
import { readDocument } from '../../base/schema.ts'
import { receiveText } from '../archives/received.ts'
import { Refused, visit } from '../archives/web.ts'
import type { NodeServices } from '../services.ts'

const LIMIT = 16 * 1024 * 1024
const version = z.object({
  version: z.string(),
  createdAt: z.string().default(''),
  status: z.string().default(''),
  deprecated: z.boolean().default(false),
  dependencies: z.array(z.string()).nullish(),
})

/** A version of a registry node. */
export interface Published {
  version: string
  /** In seconds, by the registry's clock; not a number where it doesn't say. */
  date: number
  /** Neither banned nor flagged nor withdrawn, and looked at by the registry. */
  offered: boolean
  requirements: readonly string[]
}

export async function publishedVersions(
  id: string,
  registry: string,
  services: NodeServices,
): Promise<Published[]> {
  const what = `The registry's list of versions of ${id}`
  const address = new URL(`${registry}/nodes/${encodeURIComponent(id)}/versions`)
  const receive: Parameters<typeof visit<string>>[0]['receive'] = (incoming) =>
    receiveText(incoming, LIMIT, what)
  const text = await visit({ address, what, allowHosts: [], receive }, services).catch((cause) => {
    if (!(cause instanceof Refused)) throw cause
    throw new UserError('IMG8504', `${what} is not there: ${address.host} answered ${cause.status}.`, {
      hint: 'See whether the node is still offered under that id, and whether "registry" is the right address.',
      cause,
    })
  })
  const told = { what, code: 'IMG8504', hint: 'See whether "registry" is the right address.' } as const
  return readDocument(z.array(version), text, told).map((each) => ({
    version: each.version,
    date: Date.parse(each.createdAt) / 1000,
    offered: !each.deprecated && /^(?:NodeVersionStatusActive)?$/.test(each.status),
    requirements: each.dependencies ?? [],
  }))
}

/** The highest version that is offered, no prerelease, and no younger than this, in seconds. */
export function newestPublished(versions: readonly Published[], before: number): Published | undefined {
  const [newest] = versions
    .filter(({ version, offered, date }) => offered && !(date > before) && isRelease(version))
    .sort((a, b) => semver.rcompare(a.version, b.version))
  return newest
}

function isRelease(version: string): boolean {
  return semver.valid(version) !== null && semver.prerelease(version) === null
}
