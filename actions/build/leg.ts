import { UserError } from '../base/errors.ts'
import { formatPlatform, parsePlatform, platformOf } from '../base/platform.ts'
import type { Leg, Plan, PlannedImage } from '../plan/plan.ts'

export interface ChosenLeg {
  leg: Leg
  image: PlannedImage
}

/** The leg that is named; without a name the only image's leg for the machine this runs on. */
export function chooseLeg(plan: Plan, name: string, arch: string): ChosenLeg {
  const leg = name === '' ? ownLeg(plan, arch) : plan.legs.find((each) => each.leg === name)
  const image = plan.images.find((each) => each.name === leg?.image)
  if (leg && image) return { leg, image }
  const legs = plan.legs.map((each) => `${each.leg} (${each.image}, ${each.platform})`).join(', ')
  throw new UserError('IMG2207', `The plan has no leg "${name}".`, {
    hint: `Set "leg" to matrix.leg. It has: ${legs || 'no legs'}.`,
  })
}

function ownLeg(plan: Plan, arch: string): Leg {
  const own = platformOf(arch)
  if (plan.images.length > 1) {
    throw new UserError('IMG2208', 'The plan has several images, and "leg" is empty.', {
      hint: 'Set "leg" to matrix.leg, from the output "matrix" of prepare.',
    })
  }
  const leg = plan.legs.find((each) => parsePlatform(each.platform).architecture === own.architecture)
  if (leg) return leg
  throw new UserError(
    'IMG2209',
    `This runner is ${formatPlatform(own)}, which is none of the image's platforms.`,
    {
      hint: `Add it to "platforms" (${plan.legs.map((each) => each.platform).join(', ')}), or run on another runner.`,
    },
  )
}
