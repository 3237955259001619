import { InputProblems, type Problems } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { formatRepository } from '../base/reference.ts'
import { looksSecret } from './build-args.ts'
import { splitByChange } from './changes.ts'
import { chooseTags } from './choose-tags.ts'
import { checkContainerfiles } from './containerfiles.ts'
import { checkCredentials } from './credentials.ts'
import type { PlanIdentity } from './id.ts'
import { type ImageRequest, readImages } from './images.ts'
import { ociLabels, readLabels } from './labels.ts'
import { planLegs, readRunners, runnerFor } from './matrix.ts'
import { type Origin, readOrigin } from './origin.ts'
import type { Plan, PlannedImage, PlannedTag } from './plan.ts'
import { decidePublishing } from './publish.ts'
import { readRegistries, repositoriesOf } from './repositories.ts'
import type { PlanRequest } from './request.ts'
import { loadRender } from './tags/expressions.ts'

/** All that a plan depends on beside the request. Paths are relative to the checkout. */
export interface PlanFacts {
  event: RunEvent
  now: Date
  planId(identity: PlanIdentity): string
  readFile(path: string): Promise<string>
  /** Absent: there is no checkout to look into. */
  exists?: ((path: string) => Promise<boolean>) | undefined
  /** Undefined: it can't be known, so everything is built. */
  changedFiles?: (() => Promise<readonly string[] | undefined>) | undefined
  commitDate?: (() => Promise<Date | undefined>) | undefined
  warn(message: string): void
}

interface Draft extends ImageRequest {
  repositories: string[]
}

/** Decides everything once: what is built, where it goes, under which tags. All that is wrong is reported together. */
export async function makePlan(request: PlanRequest, facts: PlanFacts): Promise<Plan> {
  const { event, now } = facts
  const problems = new InputProblems()
  problems.list.push(...request.problems)
  const origin = readOrigin(event)
  const render = await loadRender({ ...facts, origin }, templatesOf(request))
  const faults = problems.list.length
  const tags = await chooseTags(request, { ...facts, origin, render }, problems)
  // Rules with a fault might have given tags: what is missing for publishing is reported beside it.
  const names = problems.list.length > faults ? ['unknown'] : tags.map(({ name }) => name)
  const publishing = decidePublishing({ event, origin, tags: names, skipPush: request.skipPush })
  const drafts = await readDrafts(request, facts, publishing.publish, problems)
  const labels = problems.try(() => readLabels(request.labels, 'labels', render))
  const annotations = problems.try(() => readLabels(request.annotations, 'annotations', render))
  const rules = problems.try(() => readRunners(request.runners)) ?? []
  problems.try(() => planLegs(drafts, rules))
  problems.throwIfAny()

  const { touched, unchanged } = await selectChanged(drafts, request, facts, origin)
  warnOfOddities(drafts, rules, facts.warn)
  const version = tags[0]?.name ?? ''
  const images = touched.map((draft): PlannedImage => {
    const title = drafts.length > 1 ? draft.name : (event.repository.split('/')[1] ?? draft.name)
    const oci = ociLabels({ event, title, version, now })
    return plannedImage(draft, tags, { ...oci, ...labels }, { ...oci, ...annotations })
  })
  return {
    schema: 1,
    id: facts.planId(identityOf(drafts, request, event)),
    repository: event.repository,
    event: event.name,
    ref: event.ref,
    revision: event.sha,
    created: now.toISOString(),
    ...(images.length > 0
      ? publishing
      : { publish: false, reason: 'no image was touched by the changed files' }),
    version,
    images,
    unchanged,
    legs: planLegs(touched, rules),
  }
}

function templatesOf({ tags, flavor, labels, annotations }: PlanRequest): string[] {
  return [tags, flavor, ...labels, ...annotations]
}

async function readDrafts(
  request: PlanRequest,
  facts: PlanFacts,
  publish: boolean,
  problems: Problems,
): Promise<Draft[]> {
  const [owner = '', repositoryName = ''] = facts.event.repository.split('/')
  const images = await readImages(request, { repositoryName, readFile: facts.readFile }, problems)
  const registries =
    problems.try(() => readRegistries(request.registries, owner, request.dockerhubUsername)) ?? []
  const joined = images.map((image) => problems.try(() => repositoriesOf(image.name, registries)) ?? [])
  if (publish && request.credentials)
    checkCredentials(registries, request.credentials, request.dockerhubUsername, problems)
  if (facts.exists) await checkContainerfiles(images, facts.exists, problems)
  return images.map((image, index) => ({
    ...image,
    repositories: (joined[index] ?? []).map(formatRepository),
  }))
}

/** A release is complete: only branches and pull requests leave images out. */
async function selectChanged(
  drafts: readonly Draft[],
  request: PlanRequest,
  facts: PlanFacts,
  origin: Origin,
): Promise<{ touched: readonly Draft[]; unchanged: string[] }> {
  const all = { touched: drafts, unchanged: [] }
  if (!request.changedOnly || origin.kind === 'tag' || request.tagName !== '') return all
  const files = await facts.changedFiles?.()
  return files === undefined ? all : splitByChange(drafts, files)
}

function warnOfOddities(
  drafts: readonly Draft[],
  rules: Parameters<typeof planLegs>[1],
  warn: (message: string) => void,
): void {
  for (const name of new Set(drafts.flatMap(({ buildArgs }) => Object.keys(buildArgs))))
    if (looksSecret(name))
      warn(
        `The build argument ${name} looks like a secret; everybody can read it in the image. Use "secrets".`,
      )
  for (const platform of new Set(drafts.flatMap(({ platforms }) => platforms)))
    if (!runnerFor(platform, rules))
      warn(
        `There is no native runner for ${platform}: it builds under emulation, unless "runners" names one.`,
      )
}

function plannedImage(
  draft: Draft,
  tags: PlannedTag[],
  labels: Record<string, string>,
  annotations: Record<string, string>,
): PlannedImage {
  const { name, repositories, context, file, target, verify, buildArgs, platforms } = draft
  const image = { name, repositories, tags, labels, annotations, context, file, buildArgs, platforms }
  return {
    ...image,
    ...(target === '' ? {} : { target }),
    ...(verify === undefined ? {} : { verify }),
  }
}

function identityOf(drafts: readonly Draft[], request: PlanRequest, event: RunEvent): PlanIdentity {
  return {
    runId: event.runId,
    revision: event.sha,
    images: drafts,
    rules: [request.tags, request.flavor, request.tagName],
  }
}
