import type { Backend } from '../context.ts'
import type { Package } from '../types.ts'
import { remove, untag } from './remove.ts'
import { HubRepository, type Sessions } from './repository.ts'
import { versionsOf } from './versions.ts'

export const dockerHubPackage: Backend = (context) => {
  const sessions: Sessions = new Map()
  return (repository) => {
    const hub = new HubRepository(repository, context, sessions)
    return {
      repository,
      kind: 'dockerhub',
      listsUntagged: false,
      versions: async () => versionsOf(await hub.list(), (tag) => hub.digestOf(tag)),
      remove: (version) => remove(version, hub),
      untag: (tag, expected) => untag(tag, expected, hub),
      restore: async () => ({ outcome: 'unsupported', reason: 'Docker Hub keeps nothing that was deleted' }),
    } satisfies Package
  }
}
