import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { type RetryPolicy, retry } from '../base/retry.ts'
import type { RepositoryClient } from '../registry/types.ts'
import { headDigest } from './before.ts'
import type { ImageState, TagState } from './journal.ts'
import { settle, type Targets, targetOf } from './targets.ts'

/** A registry shows something else than what it accepted. */
class ReadBackError extends UserError {
  constructor(message: string) {
    super('IMG4301', message, {
      hint: 'Run it again; if it stays, look for something else that moves these tags.',
    })
    this.name = 'ReadBackError'
  }
}

/**
 * Every tag that should hold our digest, in every registry, and that whoever pulls it gets whole. A registry may need a
 * moment until it shows what it has accepted.
 */
export async function readBack(state: ImageState, targets: Targets, policy: RetryPolicy): Promise<void> {
  await settle(
    state.repositories.map((repository) =>
      retry(() => readRepository(state, repository, targetOf(targets, repository)), policy, {
        advise: (error) => (error instanceof ReadBackError ? {} : undefined),
      }),
    ),
  )
}

async function readRepository(
  state: ImageState,
  repository: string,
  client: RepositoryClient,
): Promise<void> {
  const tags = state.tags.filter((tag) => tag.repository === repository && holdsOurs(tag))
  // One tag is read whole, so that a single request shows the tag and the bytes behind it.
  const [first, ...others] = tags.map(({ tag }) => tag)
  const whole = first ?? state.digest
  await settle([
    expectDigest(`${repository}:${whole}`, state.digest, client.getManifest(whole)),
    ...others.map(async (tag) => {
      const held = await headDigest(tag, client)
      if (held !== state.digest)
        throw new ReadBackError(
          `${repository}:${tag} reads back as ${held ?? 'missing'}, not ${state.digest}.`,
        )
    }),
    ...state.platforms.map(({ digest }) =>
      expectDigest(`${repository}@${digest}`, digest, client.headManifest(digest)),
    ),
  ])
}

async function expectDigest(
  what: string,
  expected: Digest,
  read: Promise<{ digest: Digest } | undefined>,
): Promise<void> {
  const found = await read
  if (found?.digest !== expected)
    throw new ReadBackError(`${what} reads back as ${found?.digest ?? 'missing'}, not ${expected}.`)
}

export function holdsOurs({ outcome }: TagState): boolean {
  return outcome === 'created' || outcome === 'moved' || outcome === 'unchanged'
}
