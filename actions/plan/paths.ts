import { posix } from 'node:path'
import { UserError } from '../base/errors.ts'

/** A path inside the checkout, normalised; anything that leads out of it, or that a tool could take for an option, is refused. */
export function checkPath(path: string, what: string): string {
  const normal = posix.normalize(path).replace(/\/+$/, '')
  const outside = posix.isAbsolute(path) || normal === '..' || normal.startsWith('../')
  if (outside || path.includes('://')) {
    throw new UserError('IMG1108', `The ${what} "${path}" lies outside the checkout.`, {
      hint: 'Write a path relative to the root of the repository.',
    })
  }
  if (normal.startsWith('-') || hasControlCharacter(path)) {
    throw new UserError('IMG1109', `The ${what} ${JSON.stringify(path)} can't be used as a path.`, {
      hint: 'A path begins with no "-" and holds no control characters; "./-name" is of no help either, rename it.',
    })
  }
  return normal
}

export function hasControlCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(text)
}
