import fc from 'fast-check'
import type { Digest } from '../../../actions/base/digest.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { image, index } from './images.ts'
import type { Call, MemoryPackage } from './memory-package.ts'

/** Somebody else's push while the cleanup runs: its children, its index, its tag, each after so many requests. */
export interface Push {
  /** Of what was there before; one more is new. */
  children: number[]
  /** Undefined: an index of its own; otherwise one that was there before is pushed again, as a rollback does. */
  again: number | undefined
  tag: string
  at: [number, number, number]
}

const request = fc.integer({ min: 2, max: 16 })

export const push: fc.Arbitrary<Push> = fc.record({
  children: fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
  again: fc.option(fc.nat({ max: 30 }), { nil: undefined, freq: 2 }),
  tag: fc.constantFrom('tag-0', 'tag-3', 'pushed-a', 'pushed-b'),
  at: fc.oneof(
    fc.tuple(request, request, request).map((at) => at.toSorted((a, b) => a - b) as Push['at']),
    request.map((at): Push['at'] => [at, at, at]),
  ),
})

export interface Pushes {
  meanwhile(call: Call, number: number): void
  /** What has not happened by then happens afterwards. */
  finish(): void
  /** That somebody has pushed, or will. */
  tags: ReadonlySet<string>
}

interface Event {
  at: number
  /** The tag that it moves, and where to. */
  moves?: { tag: string; to: Digest }
  happen(): void
}

export function beginPushes(
  pushes: readonly Push[],
  before: readonly Manifest[],
  memory: MemoryPackage,
): Pushes {
  const events = pushes
    .flatMap((each, number) => eventsOf(each, number, before, memory))
    .toSorted((a, b) => a.at - b.at)
  const run = (due: (event: Event) => boolean) => {
    while (events[0] && due(events[0])) events.shift()!.happen()
  }
  return {
    meanwhile: (call, number) => run((event) => event.at <= number && !tooLate(event, call)),
    finish: () => run(() => true),
    tags: new Set(pushes.map(({ tag }) => tag)),
  }
}

/**
 * No registry can delete on a condition. A tag that is put on the very manifest between the look at it and its deletion is
 * seen by nobody, so it is put after it.
 */
function tooLate({ moves }: Event, { method, reference }: Call): boolean {
  return method === 'DELETE' && moves !== undefined && (moves.tag === reference || moves.to === reference)
}

function eventsOf(
  { children, again, tag, at }: Push,
  number: number,
  before: readonly Manifest[],
  memory: MemoryPackage,
): Event[] {
  const old = (pick: number) => before[pick % before.length]!
  const fresh = image(`pushed ${number}`)
  const top =
    again === undefined ? index(`pushed ${number}`, ...new Set([fresh, ...children.map(old)])) : old(again)
  // What is there already is not sent again. Nobody tags an index that is not whole: registries refuse it, or merge reads it before.
  const send = (manifest: Manifest): void => {
    for (const child of childrenFrom(manifest, [fresh, ...before])) send(child)
    memory.store(manifest)
  }
  const put = (manifest: Manifest) => (memory.isWhole(manifest) ? memory.store(manifest) : send(manifest))
  return [
    { at: at[0], happen: () => childrenFrom(top, [fresh, ...before]).forEach(send) },
    { at: at[1], happen: () => put(top) },
    {
      at: at[2],
      moves: { tag, to: top.digest },
      happen: () => {
        put(top)
        memory.store(top, [tag])
      },
    },
  ]
}

function childrenFrom(manifest: Manifest, known: readonly Manifest[]): Manifest[] {
  const listed: { digest: string }[] = JSON.parse(Buffer.from(manifest.bytes).toString()).manifests ?? []
  return listed.flatMap(({ digest }) => known.find((each) => each.digest === digest) ?? [])
}
