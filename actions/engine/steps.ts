/** A step of a Containerfile, save FROM, as podman tells of it while it builds. */
export interface BuildStep {
  /** As it is written, on one line. */
  instruction: string
  /** Whether it came from the cache. */
  cached: boolean
}

/** `STEP 2/7: COPY app app`, or `[2/2] STEP 2/7: …` where there are several stages. */
const STEP = /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: (.+)$/
const FROM = /^FROM\b/i
const FROM_CACHE = /^--> Using cache [0-9a-f]{64}$/

/** Listens to podman: it names a step, then says where its layer comes from. */
export class BuildSteps {
  readonly list: BuildStep[] = []

  hear(line: string): void {
    const instruction = STEP.exec(line)?.[1]
    if (instruction !== undefined && !FROM.test(instruction)) this.list.push({ instruction, cached: false })
    // Stages that are built at the same time talk at once: the number stays right, whose it is may not.
    const step = FROM_CACHE.test(line) ? this.list.findLast(({ cached }) => !cached) : undefined
    if (step) step.cached = true
  }

  get cacheHits(): number {
    return this.list.filter(({ cached }) => cached).length
  }
}
