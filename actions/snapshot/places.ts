import { isUserError, type Place, UserError, UserErrors, userErrorsOf } from '../base/errors.ts'
import type { ReadSnapshot } from '../nodes/file/read.ts'
import { folderNameOf, normalPackage, packageNameOf } from '../nodes/names.ts'

/** Where the snapshot speaks of a node, of ComfyUI or of a package, by the name that reports have for it. */
export function placeOf(subject: string, { snapshot, placeOf }: ReadSnapshot): Place {
  const kinds = [
    { kind: 'git', at: snapshot.git.findIndex((node) => folderNameOf(node) === subject) },
    { kind: 'registry', at: snapshot.registry.findIndex(({ id }) => id === subject) },
    { kind: 'files', at: snapshot.files.findIndex(({ filename }) => filename === subject) },
    {
      kind: 'packages',
      at: snapshot.packages.findIndex(
        ({ requirement }) => normalPackage(packageNameOf(requirement)) === normalPackage(subject),
      ),
    },
  ]
  const found = kinds.find(({ at }) => at >= 0)
  if (found) return placeOf([found.kind, found.at])
  return placeOf(subject === 'ComfyUI' ? ['comfyui'] : [])
}

/** The same errors; one that begins with a node's name is shown beside the node's own line. */
export function located(error: unknown, read: ReadSnapshot): unknown {
  if (!isUserError(error)) return error
  const placed = userErrorsOf(error).map((each) => withPlace(each, read))
  return placed.length === 1 ? placed[0] : new UserErrors(placed)
}

function withPlace(error: UserError, read: ReadSnapshot): UserError {
  const subject = /^Node ([^\s:]+):|^(ComfyUI):/.exec(error.message)
  if (error.place || !subject) return error
  const place = placeOf(subject[1] ?? subject[2] ?? '', read)
  const { code, message, hint, cause } = error
  return new UserError(code, message, { hint, cause, place })
}
