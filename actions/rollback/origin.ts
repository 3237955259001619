import { isUserError } from '../base/errors.ts'
import { type Provenance, readProvenance } from '../registry/provenance.ts'
import { targetOf } from '../transaction/targets.ts'
import type { Move } from './check.ts'
import type { Sources } from './wholeness.ts'

/** Which version the tag goes back to, where all registries get the same and it says so; nothing depends on it. */
export async function originOf(
  moves: readonly Move[],
  { targets, archive }: Pick<Sources, 'targets' | 'archive'>,
): Promise<{ version: string; revision: string }> {
  const [first] = moves
  const same = moves.every(({ digest }) => digest === first?.digest)
  const none: Provenance = {}
  const { version = '', revision = '' } =
    first && same
      ? await readProvenance(
          'revision',
          first.manifest,
          targetOf(targets, first.tag.repository),
          archive,
        ).catch((error) => {
          if (isUserError(error)) return none
          throw error
        })
      : none
  return { version, revision }
}
