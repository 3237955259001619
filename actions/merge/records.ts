import type { Artifacts } from '../base/artifacts.ts'
import type { Digest } from '../base/digest.ts'
import { isUserError, UserError } from '../base/errors.ts'
import { type Leg, legId, type Plan, planDigest } from '../plan/plan.ts'
import { type BuildRecord, MissingRecord, parseRecord, recordPrefix } from '../plan/record.ts'

export interface CollectedRecords {
  /** In the plan's order of legs. */
  records: BuildRecord[]
  /** By image: why it can't be published. */
  failures: Map<string, UserError[]>
  /** Images of which a record is there that could not be fetched: a rerun of the merge may well publish them. */
  unread: Set<string>
}

interface RecordName {
  name: string
  leg: string
  attempt: number
}

/**
 * Exactly the planned records: of each leg the newest attempt. What is wrong with a planned record fails its image;
 * a record that the plan does not know fails everything, as nobody can say what it stands for.
 * Without `digest` (plans that each job made for itself from the same inputs) the plan's id alone must agree.
 */
export async function collectRecords(
  plan: Plan,
  artifacts: Artifacts,
  options: { digest?: Digest | undefined } = { digest: planDigest(plan) },
): Promise<CollectedRecords> {
  const listed = await artifacts.list(recordPrefix(plan.id))
  const stranger = strangerAmong(plan, listed)
  const unread = new Set<string>()
  if (stranger) {
    const failures = new Map(plan.images.map(({ name }) => [name, [stranger]]))
    return { records: [], failures, unread }
  }
  const names = newestNames(plan, listed)
  const failures = new Map<string, UserError[]>()
  const read = await Promise.all(
    plan.legs.map(async (leg) => {
      const fetch = (name: string) =>
        artifacts.get(name).catch((error: unknown) => {
          unread.add(leg.image)
          throw error
        })
      try {
        return await readRecord(leg, names.get(leg.leg), { plan, fetch, digest: options.digest })
      } catch (error) {
        if (!isUserError(error)) throw error
        fail(failures, leg.image, error instanceof UserError ? [error] : error.errors)
        return undefined
      }
    }),
  )
  const records = read.filter((record) => record !== undefined)
  for (const error of sharedDigests(records)) fail(failures, error.image, [error.error])
  return { records, failures, unread }
}

function strangerAmong(plan: Plan, listed: readonly string[]): UserError | undefined {
  const legs = new Set(plan.legs.map((leg) => leg.leg))
  const stranger = listed.find((name) => !legs.has(parseName(plan, name)?.leg ?? ''))
  if (stranger !== undefined) {
    return new UserError('IMG4102', `The record ${stranger} belongs to no leg of plan ${plan.id}.`, {
      hint: 'Only the legs of the matrix may leave records.',
    })
  }
  const twice = listed.find((name, index) => listed.indexOf(name) !== index)
  if (twice === undefined) return undefined
  return new UserError('IMG4102', `The record ${twice} exists twice.`, {
    hint: 'Run each leg once per attempt.',
  })
}

function newestNames(plan: Plan, listed: readonly string[]): Map<string, RecordName> {
  const newest = new Map<string, RecordName>()
  for (const name of listed) {
    const parsed = parseName(plan, name)
    if (parsed && parsed.attempt > (newest.get(parsed.leg)?.attempt ?? 0)) newest.set(parsed.leg, parsed)
  }
  return newest
}

function parseName(plan: Plan, name: string): RecordName | undefined {
  const match = /^([0-9a-f]{12})-([1-9]\d{0,5})$/.exec(name.slice(recordPrefix(plan.id).length))
  if (!match || !name.startsWith(recordPrefix(plan.id))) return undefined
  return { name, leg: match[1]!, attempt: Number(match[2]) }
}

async function readRecord(
  leg: Leg,
  named: RecordName | undefined,
  from: { plan: Plan; fetch: Artifacts['get']; digest: Digest | undefined },
): Promise<BuildRecord> {
  const content = named && (await from.fetch(named.name))
  if (content === undefined) {
    throw new MissingRecord(
      'IMG4101',
      `There is no record of ${leg.image} for ${leg.platform}: its build failed or did not run.`,
      {
        hint: 'Look at that leg’s log, then re-run all jobs.',
      },
    )
  }
  const record = parseRecord(content, named!.name)
  const faults = forgeries(record, leg, named!, from)
  if (faults.length === 0) return record
  throw new UserError(
    'IMG4103',
    `The record ${named!.name} is not what the plan asked for: ${faults.join('; ')}.`,
    {
      hint: 'Use the records of this run’s own build legs, unchanged, with actions of the same version.',
    },
  )
}

function forgeries(
  record: BuildRecord,
  leg: Leg,
  named: RecordName,
  { plan, digest }: { plan: Plan; digest: Digest | undefined },
): string[] {
  const image = plan.images.find((candidate) => candidate.name === leg.image)
  const expected = plan.publish ? (image?.repositories ?? []) : []
  const faults: [boolean, string][] = [
    [record.plan !== plan.id, `it is for plan ${record.plan}`],
    [digest !== undefined && record.planDigest !== digest, 'the digest of its plan is another'],
    [record.image !== leg.image, `it is of image ${record.image}, not ${leg.image}`],
    [record.platform !== leg.platform, `it is for ${record.platform}, not ${leg.platform}`],
    [record.leg !== named.leg, `it says leg ${record.leg}`],
    [legId(record.image, record.platform) !== record.leg, 'its leg is not that of its image and platform'],
    [record.attempt !== named.attempt, `it says attempt ${record.attempt}`],
    [!sameNames(record, expected), `it names other repositories than ${expected.join(', ') || 'none'}`],
  ]
  return faults.filter(([wrong]) => wrong).map(([, text]) => text)
}

function sameNames(record: BuildRecord, expected: readonly string[]): boolean {
  const names = record.repositories.map(({ repository }) => repository)
  return names.toSorted().join('\n') === expected.toSorted().join('\n')
}

function sharedDigests(records: readonly BuildRecord[]): { image: string; error: UserError }[] {
  return records.flatMap((record, index) => {
    const other = records
      .slice(0, index)
      .find(({ image, digest }) => image === record.image && digest === record.digest)
    if (!other) return []
    const error = new UserError(
      'IMG4104',
      `The records of ${record.image} for ${other.platform} and ${record.platform} name the same digest ${record.digest}.`,
      { hint: 'One of the legs ran on a runner of the other architecture; check "runners".' },
    )
    return [{ image: record.image, error }]
  })
}

function fail(failures: Map<string, UserError[]>, image: string, errors: readonly UserError[]): void {
  failures.set(image, [...(failures.get(image) ?? []), ...errors])
}
