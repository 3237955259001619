import type { Engine } from '../../engine/engine.ts'
import { type Image, inspectImage } from '../../engine/image.ts'
import { obtainImage } from '../../engine/obtain.ts'
import { locateStore } from '../../engine/store.ts'
import { type Contents, readContents, treeOf } from '../contents/contents.ts'
import type { Tree } from '../contents/tree.ts'

/** What the base image holds: mostly the image's own first layers, which were read already. */
export async function treeOfBase(
  engine: Engine,
  base: string,
  { image, contents }: { image: Image; contents: Contents },
): Promise<Tree> {
  const found = await inspectImage(await locateStore(engine), await obtainImage(engine, base))
  const isBelow = found.layers.every((layer, index) => image.layers[index] === layer)
  if (isBelow) return treeOf(found.layers, contents.layers)
  return (await readContents(engine, found, { texts: [] })).tree
}
