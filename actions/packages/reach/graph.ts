import { atOnce } from '../../base/at-once.ts'
import { type Digest, shortDigest } from '../../base/digest.ts'
import { CancelledError, messageOf, UserError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import { type Child, type Contents, contentsOf } from './contents.ts'
import type { Fallback, Root } from './inventory.ts'
import type { ManifestReader } from './manifest-cache.ts'

const AT_ONCE = 8

/** Something that a tag needs can't be read, so nobody knows what else it needs. */
export class UnreadableManifest extends UserError {
  constructor(digest: Digest, name: string, why: string, cause?: unknown) {
    super('IMG5302', `The manifest ${shortDigest(digest)}, which ${name} needs, ${why}`, {
      hint:
        cause instanceof UserError
          ? `${cause.hint} ${cause.code} says more on the cause.`
          : 'Push that tag again or remove it: until then nobody can say what it still needs.',
      cause,
    })
    this.name = 'UnreadableManifest'
  }
}

export interface GraphOptions {
  read: ManifestReader
  fallbacks: readonly Fallback[]
  /** What is not there is passed over: its tag is somebody else's half-finished business. */
  lenient?: boolean
}

/** What tags reach: through indexes to any depth, and what belongs to what is reached. */
export class Graph {
  readonly #reached = new Map<Digest, string>()
  readonly #options: GraphOptions
  readonly #fallbacks = new Map<Digest, Fallback[]>()

  constructor(options: GraphOptions) {
    this.#options = options
    for (const fallback of options.fallbacks)
      this.#fallbacks.set(fallback.subject, [...(this.#fallbacks.get(fallback.subject) ?? []), fallback])
  }

  has(digest: Digest): boolean {
    return this.#reached.has(digest)
  }

  /** The tag, or what else was named a root, by which it was reached first. */
  nameOf(digest: Digest): string | undefined {
    return this.#reached.get(digest)
  }

  get reached(): ReadonlyMap<Digest, string> {
    return this.#reached
  }

  /** Nothing is asked about these: what they need is among the roots itself. */
  keep(leaves: readonly Root[]): Promise<void> {
    return this.#walk(leaves.map((leaf) => ({ ...leaf, index: false })))
  }

  /** `optional`: nothing is wrong where one of these is not there. */
  add(roots: readonly Root[], options: { optional?: boolean } = {}): Promise<void> {
    return this.#walk(roots.map((root) => ({ ...root, index: true, ...options })))
  }

  /** Wave after wave, until nothing new is reached. */
  async #walk(steps: readonly Step[]): Promise<void> {
    let wave = steps
    const read = new Set<Digest>()
    while (wave.length > 0) {
      const found = await atOnce(AT_ONCE, this.#enter(wave, read), (step) => this.#follow(step))
      const entered = wave.flatMap(({ digest, name }) => this.#belongingTo(digest, name))
      wave = [...entered, ...found.flat()].filter(({ digest, index }) =>
        index ? !read.has(digest) : !this.has(digest),
      )
    }
  }

  /** Marks all of a wave, and returns what there is to read in it. */
  #enter(wave: readonly Step[], read: Set<Digest>): Step[] {
    return wave.filter(({ digest, name, index }) => {
      if (!this.#reached.has(digest)) this.#reached.set(digest, name)
      if (!index || read.has(digest)) return false
      read.add(digest)
      return true
    })
  }

  async #follow(step: Step): Promise<Step[]> {
    const { name } = step
    const contents = await this.#contents(step)
    if (!contents) return []
    const { children, subject } = contents
    const named = children.map((child): Step => ({ ...child, name }))
    // What a signature was made for may be long gone.
    return subject === undefined ? named : [...named, { digest: subject, name, index: true, optional: true }]
  }

  async #contents({ digest, name, optional }: Step): Promise<Contents | undefined> {
    const { read, lenient = false } = this.#options
    const manifest = await read(digest).catch((cause: unknown) => {
      if (cause instanceof CancelledError) throw cause
      throw new UnreadableManifest(digest, name, `could not be read: ${sentence(messageOf(cause))}`, cause)
    })
    const contents = manifest && contentsOf(manifest)
    if (contents || lenient || (optional && !manifest)) return contents
    throw new UnreadableManifest(digest, name, manifest ? 'is no valid manifest.' : 'is not there.')
  }

  #belongingTo(subject: Digest, name: string): Step[] {
    return (this.#fallbacks.get(subject) ?? []).map(({ digest }) => ({ digest, name, index: true }))
  }
}

interface Step extends Child {
  name: string
  optional?: boolean
}
