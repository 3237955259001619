import { refuse } from './access.ts'

const MINUTE = 60_000
const POINTS_A_MINUTE = 900
/** Of what changes something. */
const CHANGES = [
  { most: 80, within: MINUTE },
  { most: 500, within: 60 * MINUTE },
]

/** What GitHub allows besides the hourly budget, so that nobody hurries; a refused request counts as well. */
export class SecondaryLimits {
  readonly #now: () => number
  #asked: { at: number; points: number }[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  spend(method: string): void {
    const at = this.#now()
    this.#asked = this.#asked.filter((each) => each.at > at - 60 * MINUTE)
    this.#asked.push({ at, points: ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 1 : 5 })
    const since = (span: number) => this.#asked.filter((each) => each.at > at - span)
    const points = since(MINUTE).reduce((sum, each) => sum + each.points, 0)
    const hasty = CHANGES.some(({ most, within }) => since(within).filter(isChange).length > most)
    if (points <= POINTS_A_MINUTE && !hasty) return
    throw refuse(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      { 'retry-after': '60' },
    )
  }
}

function isChange({ points }: { points: number }): boolean {
  return points > 1
}
