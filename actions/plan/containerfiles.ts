import { posix } from 'node:path'
import type { Problems } from '../base/errors.ts'
import type { ImageRequest } from './images.ts'

const USUAL = ['Containerfile', 'Dockerfile']

/** A file that isn't there is found before any runner is started for it. */
export async function checkContainerfiles(
  images: readonly Pick<ImageRequest, 'name' | 'context' | 'file'>[],
  exists: (path: string) => Promise<boolean>,
  problems: Problems,
): Promise<void> {
  for (const { name, context, file } of images) {
    if (!(await exists(context))) {
      problems.add(`The context "${context}" of ${name} is not there.`, 'Check the path, and the checkout.')
    } else if (file === '') {
      const found = await Promise.all(USUAL.map((usual) => exists(posix.join(context, usual))))
      if (!found.includes(true))
        problems.add(
          `${name} has neither Containerfile nor Dockerfile in "${context}".`,
          'Add one, or name it in "file".',
        )
    } else if (!(await exists(file))) {
      const inContext = posix.join(context, file)
      const hint = (await exists(inContext))
        ? `"file" is relative to the root of the repository: write ${inContext}.`
        : 'Check the path: it is relative to the root of the repository.'
      problems.add(`The file "${file}" of ${name} is not there.`, hint)
    }
  }
}
