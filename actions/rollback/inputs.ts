import { InputProblems, Problems, UserError } from '../base/errors.ts'
import { type InputReader, readBoolean, readLines } from '../base/inputs.ts'
import { formatRepository, isTag, namesRegistry, parseReference, type Reference } from '../base/reference.ts'
import { readRegistries, repositoriesOf } from '../plan/repositories.ts'
import { splitList } from '../plan/request.ts'
import { type AccessContext, type RegistryAccess, readRegistryAccess } from '../registry/access.ts'
import { checkPreviousTags } from '../transaction/before.ts'
import { type Destination, readDestination } from './destination.ts'

export interface RollbackInputs {
  /** What the image is called in messages and receipts. */
  image: string
  /** `host/path`, one a registry. */
  repositories: string[]
  tag: string
  to: Destination
  force: boolean
  dryRun: boolean
  list: boolean
  keepPrevious: boolean
  access: RegistryAccess
}

interface Context extends AccessContext {
  /** `owner/name`; empty where nobody knows. */
  repository: string
}

interface Place {
  image: string
  repositories: string[]
  /** That a full reference names. */
  tag?: string
}

export function parseInputs(reader: InputReader, context: Context): RollbackInputs {
  const problems = new InputProblems()
  const flag = (name: string, usual: boolean) => {
    if (reader.text(name).trim() === '') return usual
    return problems.try(() => readBoolean(reader, name)) ?? usual
  }
  const place = problems.try(() => readPlace(reader, context))
  const tag = problems.try(() => readTag(reader, place?.tag))
  const to = problems.try(() => readDestination(reader.text('to')))
  const flags = {
    force: flag('force', false),
    dryRun: flag('dry-run', false),
    list: flag('list', false),
    keepPrevious: flag('keep-previous', true),
  }
  if (flags.keepPrevious && tag !== undefined)
    problems.try(() => checkPreviousTags([{ name: tag, reason: '', moves: { by: 'revision' } }]))
  const access = problems.try(() => readRegistryAccess(reader, context))
  problems.throwIfAny()
  const { image, repositories } = place!
  return { image, repositories, tag: tag!, to: to!, ...flags, access: access! }
}

/** A name, which is the same in every registry; or full references, one a registry. */
function readPlace(reader: InputReader, { repository }: Context): Place {
  const lines = readLines(reader, 'image')
  const registries = splitList(reader.text('registries'))
  const full = lines.filter(namesRegistry)
  if (full.length > 0 && full.length === lines.length && registries.length === 0) return fromReferences(full)
  if (full.length > 0) {
    throw new UserError(
      'IMG6001',
      'Input "image" names registries, and so does "registries" or another line does not.',
      {
        hint: 'Write a name alone, as in app; or full references only, one a line, and leave "registries" empty.',
      },
    )
  }
  const [owner = '', own = ''] = repository.toLowerCase().split('/')
  const [name = own, ...more] = lines
  if (name === '' || more.length > 0) {
    throw new UserError(
      'IMG6001',
      name === '' ? 'No image is named.' : 'Input "image" names several images.',
      {
        hint: 'Write the name of one image, as in app, or the same image in each registry, as in ghcr.io/owner/app.',
      },
    )
  }
  const { bare, tag } = splitTag(name)
  const hosts = readRegistries(registries, owner, reader.text('dockerhub-username').trim())
  const repositories = [...new Set(repositoriesOf(bare, hosts).map(formatRepository))]
  return { image: bare, repositories, ...(tag === undefined ? {} : { tag }) }
}

function splitTag(name: string): { bare: string; tag?: string } {
  const colon = name.lastIndexOf(':')
  return colon > name.lastIndexOf('/')
    ? { bare: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { bare: name }
}

function fromReferences(lines: readonly string[]): Place {
  const problems = new Problems()
  const references = lines.flatMap((line): Reference[] => problems.try(() => [parseReference(line)]) ?? [])
  for (const { digest } of references)
    if (digest)
      problems.add(
        'IMG6003',
        `Input "image" names the digest ${digest}.`,
        'Leave it away; the digest to go back to is written in "to".',
      )
  const tags = [...new Set(references.map(({ tag }) => tag))]
  if (tags.length > 1)
    problems.add(
      'IMG6002',
      'The lines of "image" name different tags.',
      'One tag is rolled back at a time: write it in "tag".',
    )
  problems.throwIfAny()
  const [tag] = tags
  return {
    image: references[0]?.path.split('/').at(-1) ?? '',
    repositories: [...new Set(references.map(formatRepository))],
    ...(tag === undefined ? {} : { tag }),
  }
}

/** A tag in the reference says as much as the input, whose default nobody has written. */
function readTag(reader: InputReader, named: string | undefined): string {
  const given = reader.text('tag').trim() || 'latest'
  const tag = named ?? given
  if (named !== undefined && given !== 'latest' && given !== named) {
    throw new UserError('IMG6002', `Input "image" names the tag ${named}, and "tag" is ${given}.`, {
      hint: 'Write the tag once.',
    })
  }
  if (isTag(tag)) return tag
  throw new UserError('IMG6005', `Input "tag" is "${tag}".`, { hint: 'Write a tag such as latest or 1.2.' })
}
