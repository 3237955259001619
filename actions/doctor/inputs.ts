import { InputProblems } from '../base/errors.ts'
import type { InputReader } from '../base/inputs.ts'
import { type Platform, parsePlatform } from '../base/platform.ts'
import type { Repository } from '../base/reference.ts'
import { readRegistries, repositoriesOf } from '../plan/repositories.ts'
import { splitList } from '../plan/request.ts'
import { type AccessContext, type RegistryAccess, readRegistryAccess } from '../registry/access.ts'

export interface DoctorInputs {
  /** One for each registry. */
  repositories: Repository[]
  /** Those that shall be built here. */
  platforms: Platform[]
  access: RegistryAccess
  githubToken: string
}

/** Where nobody says which image is meant, any name tells whether a push is let in. */
const ANY_NAME = 'image'

export function parseInputs(
  reader: InputReader,
  context: AccessContext & { repository: string },
): DoctorInputs {
  const problems = new InputProblems()
  const [owner = '', name = ''] = context.repository.toLowerCase().split('/')
  const written = splitList(reader.text('registries'))
  const user = reader.text('dockerhub-username').trim()
  // Without a checkout and without registries, the machine alone is looked at.
  const registries = owner === '' && written.length === 0 ? [] : readRegistries(written, owner, user)
  const image = reader.text('image').trim() || name || ANY_NAME
  const repositories = problems.try(() => repositoriesOf(image, registries)) ?? []
  const platforms = problems.try(() => splitList(reader.text('platforms')).map(parsePlatform)) ?? []
  const access = problems.try(() => readRegistryAccess(reader, context))
  problems.throwIfAny()
  return { repositories, platforms, access: access!, githubToken: reader.text('github-token').trim() }
}
