import { parseRepository } from '../base/reference.ts'
import type { Registries, RepositoryClient } from '../registry/types.ts'

/** The repositories of one image, by name. */
export type Targets = ReadonlyMap<string, RepositoryClient>

export function openTargets(registries: Registries, repositories: readonly string[]): Targets {
  return new Map(repositories.map((name) => [name, registries.open(parseRepository(name))]))
}

export function targetOf(targets: Targets, repository: string): RepositoryClient {
  const client = targets.get(repository)
  if (!client) throw new Error(`${repository} was not opened.`)
  return client
}

/** Waits for all of them, then throws the first failure: nothing of ours is under way any more when the caller goes on. */
export async function settle<T>(promises: Iterable<Promise<T>>): Promise<T[]> {
  const results = await Promise.allSettled(promises)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}
