import type { Receipt } from '../plan/receipt.ts'
import type { Merged } from './run.ts'

/** The values of the action's outputs, by name. */
export function mergeOutputs({ receipt, reference }: Pick<Merged, 'receipt' | 'reference'>) {
  const tags = publishedTags(receipt)
  const references = tags
    .filter(({ after, digest }) => after === digest)
    .map(({ repository, name, digest }) => `${repository}:${name}@${digest}`)
  const moved = tags
    .filter(({ outcome, moves }) => moves && (outcome === 'moved' || outcome === 'created'))
    .map(({ repository, name, before, after }) => ({ repository, tag: name, before, after }))
  const superseded = receipt.images.flatMap((image) =>
    image.repositories.flatMap(({ repository, superseded }) =>
      superseded.map((each) => ({ repository, ...each })),
    ),
  )
  const [only, ...more] = receipt.images
  return {
    // Several images have several digests, which the receipt and the references tell.
    digest: (more.length === 0 && only?.outcome === 'published' && only.digest) || '',
    receipt: reference,
    references: JSON.stringify(references),
    moved: JSON.stringify(moved),
    superseded: JSON.stringify(superseded),
  }
}

function publishedTags(receipt: Receipt) {
  return receipt.images
    .filter(({ outcome }) => outcome === 'published')
    .flatMap(({ repositories, digest }) =>
      repositories.flatMap(({ repository, tags }) => tags.map((tag) => ({ ...tag, repository, digest }))),
    )
}
