import semver from 'semver'
import type { NodeServices } from '../services.ts'
import type { Looked } from './looked.ts'
import { newestPublished, publishedVersions } from './published.ts'
import { changedLines } from './scrutiny.ts'
import type { Registered } from './subject.ts'
import { warning } from './warning.ts'

/** The same for a node of the registry; its policy is always the newest version. */
export async function lookAtRegistered(
  subject: Registered,
  { registry, before }: { registry: string; before: number },
  services: NodeServices,
): Promise<Looked> {
  const { id, pin } = subject
  const versions = await publishedVersions(id, registry, services)
  const own = versions.find(({ version }) => version === pin)
  const withdrawn = own?.offered
    ? []
    : [warning(id, `the registry ${own ? 'no longer offers' : 'does not know'} version ${pin}`)]
  const newest = newestPublished(versions, before)
  if (!newest || (semver.valid(pin) && semver.lte(newest.version, pin)))
    return { subject, outcome: 'stays', to: pin, why: 'newest version', commits: [], warnings: withdrawn }
  const lines = changedLines(own?.requirements ?? [], newest.requirements)
  const requirements = lines.length === 0 ? [] : [warning(id, 'its requirements have changed', lines)]
  const why = `version ${newest.version}`
  return {
    subject,
    outcome: 'moves',
    to: newest.version,
    why,
    commits: [],
    warnings: [...withdrawn, ...requirements],
  }
}
