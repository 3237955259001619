import { formatBytes } from '../../base/units.ts'
import type { Image } from '../../engine/image.ts'
import type { Finding } from '../check.ts'
import type { Contents } from '../contents/contents.ts'
import type { ImageChecks } from '../file/image.ts'
import type { Results } from '../results.ts'

/** How large it may be. */
export async function checkBudget(
  { 'max-size': size, 'max-layers': layers }: ImageChecks,
  { image, contents }: { image: Image; contents: Contents | undefined },
  results: Results,
): Promise<void> {
  if (size !== undefined && contents)
    await results.check(['image', 'max-size'], `it holds at most ${formatBytes(size)}`, () =>
      contents.size <= size ? undefined : tooLarge(size, image, contents),
    )
  if (layers !== undefined)
    await results.check(['image', 'max-layers'], `it has at most ${layers} layers`, () =>
      image.layers.length <= layers ? undefined : tooMany(layers, image),
    )
}

function tooMany(most: number, { layers }: Image): Finding {
  return {
    expected: `at most ${most} layers`,
    actual: `${layers.length} layers`,
    hint: 'Join RUN and COPY steps, or copy the result of one stage into another.',
  }
}

function tooLarge(most: number, image: Image, contents: Contents): Finding {
  const sizes = image.layers.map((layer, index) => ({ index, size: contents.sizes.get(layer) ?? 0 }))
  const [largest] = sizes.toSorted((a, b) => b.size - a.size)
  return {
    expected: `at most ${formatBytes(most)}`,
    actual: formatBytes(contents.size),
    hint: `Its largest layer is number ${(largest?.index ?? 0) + 1} of ${sizes.length}, with ${formatBytes(largest?.size ?? 0)}.`,
  }
}
