import { UserError } from '../base/errors.ts'
import { type Plan, planArtifact, planDigest } from '../plan/plan.ts'
import { mentions, wouldBeMasked } from './masked.ts'

/** What other jobs see; the plan itself travels as an artifact, because registry names may be masked. */
export interface PrepareOutputs {
  plan: string
  matrix: string
  legs: string
  version: string
  tags: string
  publish: string
  images: string
}

export function planReference(plan: Plan): string {
  return `${planArtifact(plan.id)}@${planDigest(plan)}`
}

/** `user` is the Docker Hub user, which is often kept as a secret. */
export function prepareOutputs(plan: Plan, user: string, warn: (message: string) => void): PrepareOutputs {
  const names = displayNames(plan, user)
  const rows = plan.legs.map(({ leg, image, platform, runsOn }) => ({
    leg,
    image: names.get(image),
    platform,
    'runs-on': runsOn,
  }))
  checkRunners(plan, user)
  const needed = {
    plan: planReference(plan),
    matrix: JSON.stringify({ include: rows }),
    legs: String(rows.length),
    publish: String(plan.publish),
    images: JSON.stringify(plan.images.map(({ name }) => names.get(name))),
  }
  for (const [name, output] of Object.entries(needed)) if (wouldBeMasked(output, user)) throw masked(name)
  const tags = plan.images[0]?.tags.map((tag) => tag.name) ?? []
  const optional = { version: plan.version, tags: JSON.stringify(tags) }
  return { ...needed, ...withoutMasked(optional, user, warn) }
}

/** Legs are found by their id; the name is for people, so a neutral one does where the real one would be masked. */
function displayNames(plan: Plan, user: string): Map<string, string> {
  const owner = plan.repository.split('/')[0] ?? ''
  return new Map(
    plan.images.map(({ name }, index) => [
      name,
      mentions(name, user) || mentions(name, owner) ? `image-${index + 1}` : name,
    ]),
  )
}

function checkRunners(plan: Plan, user: string): void {
  if (!plan.legs.some(({ runsOn }) => runsOn.some((label) => mentions(label, user)))) return
  throw new UserError('IMG1501', 'The label of a runner contains the name of the Docker Hub user.', {
    hint: `GitHub hides it wherever it appears, so no job would find its runner: rename the label, or ${REMEDY}`,
  })
}

const REMEDY =
  'keep the name as a variable (vars.DOCKERHUB_USERNAME) and write docker.io/<name> into "registries" in place of "dockerhub-username".'

function masked(output: string): UserError {
  return new UserError(
    'IMG1502',
    `The output "${output}" happens to contain the name of the Docker Hub user.`,
    {
      hint: `GitHub would drop the output, as it hides the name wherever it appears: ${REMEDY}`,
    },
  )
}

/** No job depends on these, so the run goes on without them. */
function withoutMasked<T extends Record<string, string>>(
  outputs: T,
  user: string,
  warn: (message: string) => void,
): T {
  const hidden = Object.keys(outputs).filter((name) => wouldBeMasked(outputs[name] ?? '', user))
  if (hidden.length === 0) return outputs
  warn(`A tag contains the name of the Docker Hub user, so these outputs stay empty: ${hidden.join(', ')}.`)
  return { ...outputs, ...Object.fromEntries(hidden.map((name) => [name, ''])) }
}
