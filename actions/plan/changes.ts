import type { ImageRequest } from './images.ts'

/** Splits images by whether any of the changed files belongs to them. */
export async function splitByChange<T extends ImageRequest>(
  images: readonly T[],
  files: readonly string[],
): Promise<{ touched: T[]; unchanged: string[] }> {
  const { default: picomatch } = await import('picomatch')
  const touched = images.filter((image) => {
    const globs = image.paths.length > 0 ? image.paths : ownPaths(image)
    const [excluding, including] = partition(globs)
    // Only exclusions: everything but those.
    const isIncluded = picomatch(including.length > 0 ? including : ['**'], { dot: true })
    const isExcluded = excluding.length > 0 ? picomatch(excluding, { dot: true }) : () => false
    return files.some((file) => isIncluded(file) && !isExcluded(file))
  })
  return {
    touched,
    unchanged: images.filter((image) => !touched.includes(image)).map(({ name }) => name),
  }
}

function partition(globs: readonly string[]): [excluding: string[], including: string[]] {
  const isExclusion = (glob: string) => glob.startsWith('!')
  const excluding = globs.filter(isExclusion).map((glob) => glob.slice(1))
  return [excluding, globs.filter((glob) => !isExclusion(glob))]
}

function ownPaths({ context, file }: ImageRequest): string[] {
  const folder = context === '.' ? '**' : `${literal(context)}/**`
  return file === '' ? [folder] : [folder, literal(file)]
}

/** Names on disk may hold what means something in a glob. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}
