import type { Consumer } from './consumer.ts'

/** What starts a run: the event's name, and the payload that GitHub would send. */
export interface TriggerEvent {
  name: 'push' | 'workflow_dispatch' | 'pull_request'
  payload: Record<string, unknown>
}

export async function pushed(consumer: Consumer, ref: string, before?: string): Promise<TriggerEvent> {
  const after = await consumer.head()
  return {
    name: 'push',
    payload: { ref, before: before ?? '0'.repeat(40), after, repository: describe(consumer) },
  }
}

export async function dispatched(
  consumer: Consumer,
  inputs: Record<string, string | boolean>,
  ref = 'refs/heads/main',
): Promise<TriggerEvent> {
  const after = await consumer.head()
  return { name: 'workflow_dispatch', payload: { ref, after, inputs, repository: describe(consumer) } }
}

/** From a branch of the repository itself. */
export async function proposed(consumer: Consumer): Promise<TriggerEvent> {
  const sha = await consumer.head()
  const repo = describe(consumer)
  const head = { ref: 'change', sha, repo }
  const pull = { number: 7, head, base: { ref: 'main', sha, repo } }
  return {
    name: 'pull_request',
    payload: { ref: 'refs/pull/7/merge', after: sha, number: 7, pull_request: pull, repository: repo },
  }
}

function describe(consumer: Consumer): Record<string, unknown> {
  const [owner, name] = consumer.repository.split('/')
  return {
    name,
    full_name: consumer.repository,
    owner: { login: owner },
    default_branch: 'main',
    html_url: `https://github.com/${consumer.repository}`,
    description: 'An image for tests',
    license: { spdx_id: 'MIT' },
  }
}
