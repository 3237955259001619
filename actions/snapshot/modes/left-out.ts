import { InputError } from '../../base/errors.ts'

/** What the program of one file has in the place of modes that are for jobs and for checkouts: no build of an image has use for them. */
function refuse(): never {
  throw new InputError('IMG8006', 'This mode is not part of the program of one file.', {
    hint: 'Use the action, or npx image-actions snapshot.',
  })
}

export { refuse as pullRequest, refuse as update }
