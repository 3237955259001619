import type { Artifacts } from '../base/artifacts.ts'
import { digestOf } from '../base/digest.ts'
import { InputError } from '../base/errors.ts'
import type { Plan } from '../plan/plan.ts'
import { recordPrefix } from '../plan/record.ts'
import type { ManifestInput } from '../runner/command-line/manifest-inputs.ts'

/** What a person carries between machines, as artifacts travel between the jobs of a run. */
export const CARRIED_FOLDER: ManifestInput = {
  name: 'artifacts',
  description:
    'Folder where plan, records and receipt lie, to be carried from plan over build to merge; it is made where it is missing.',
  default: '',
}

/** The reference of the one plan that lies there; undefined: there is none. */
export async function carriedPlan(artifacts: Artifacts): Promise<string | undefined> {
  const [name, ...others] = await artifacts.list('plan-')
  if (name === undefined) return undefined
  if (others.length > 0)
    throw new InputError('IMG9009', `The folder of artifacts holds ${others.length + 1} plans.`, {
      hint: 'Name the one that is meant with --plan FILE, or make each plan in a folder of its own.',
    })
  return `${name}@${digestOf((await artifacts.get(name)) ?? '')}`
}

/** A merge that comes too early would take away what was pushed: on GitHub, what has left no record never will. */
export async function requireRecords({ id, legs }: Plan, artifacts: Artifacts): Promise<void> {
  const names = await artifacts.list(recordPrefix(id))
  const missing = legs.filter(
    ({ leg }) => !names.some((name) => name.startsWith(`${recordPrefix(id)}${leg}-`)),
  )
  if (missing.length === 0) return
  const builds = missing.map(({ leg, image, platform }) => `${image} for ${platform} (--leg ${leg})`)
  throw new InputError('IMG9010', `The folder of artifacts holds no record of ${builds.join(', ')}.`, {
    hint: 'Build it first, and bring what that machine’s folder holds into this one.',
  })
}

/** Whatever is done again is another attempt, as of a job that is re-run. */
export async function nextAttempt(artifacts: Artifacts): Promise<number> {
  const names = [...(await artifacts.list('record-')), ...(await artifacts.list('receipt-'))]
  return 1 + Math.max(0, ...names.map((name) => Number(/-(\d{1,6})$/.exec(name)?.[1] ?? 0)))
}
