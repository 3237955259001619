import { posix } from 'node:path'
import type { Problems } from '../base/errors.ts'
import type { ImageRequest } from './images.ts'

const USUAL = ['Containerfile', 'Dockerfile']
const CHECK_PATH = 'Check the path: it is relative to the root of the repository.'
const CHECK_CONTEXT = `${CHECK_PATH} A step before this one has to check it out.`

/** A file that isn't there is found before any runner is started for it. */
export async function checkContainerfiles(
  images: readonly Pick<ImageRequest, 'name' | 'context' | 'file' | 'verify'>[],
  exists: (path: string) => Promise<boolean>,
  problems: Problems,
): Promise<void> {
  for (const { name, context, file, verify = '' } of images) {
    if (verify !== '' && !(await exists(verify)))
      problems.add('IMG1113', `The check file "${verify}" of ${name} is not there.`, CHECK_PATH)
    if (!(await exists(context))) {
      problems.add('IMG1110', `The context "${context}" of ${name} is not there.`, CHECK_CONTEXT)
    } else if (file === '') {
      const found = await Promise.all(USUAL.map((usual) => exists(posix.join(context, usual))))
      if (!found.includes(true))
        problems.add(
          'IMG1111',
          `${name} has neither Containerfile nor Dockerfile in "${context}".`,
          'Add one, or name it in "file".',
        )
    } else if (!(await exists(file))) {
      const inContext = posix.join(context, file)
      const hint = (await exists(inContext))
        ? `"file" is relative to the root of the repository: write ${inContext}.`
        : CHECK_PATH
      problems.add('IMG1112', `The file "${file}" of ${name} is not there.`, hint)
    }
  }
}
