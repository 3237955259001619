import { dockerHubPackage } from '../../../actions/packages/dockerhub/package.ts'
import type { Package } from '../../../actions/packages/types.ts'
import { type DockerHubOptions, startDockerHubApi } from '../../doubles/dockerhub/index.ts'
import {
  type RegistryDouble,
  type RegistryOptions,
  startRegistryDouble,
} from '../../doubles/registry/index.ts'
import type { Double } from '../../doubles/server.ts'
import { descriptor, document, INDEX, image, type Put } from '../doubles/images.ts'
import { accessWith } from '../registry/fixtures.ts'
import { type OpenedBackend, openBackend } from './backend.ts'

export const NAME = 'octo/app'
export const SECRET = 'dckr_pat_1'

export interface HubOptions extends Partial<DockerHubOptions> {
  registry?: never
  own?: Partial<RegistryOptions>
  /** What we log in with. */
  secret?: string
  /** Where we look for the API; where it is unless told. */
  api?: string
  inputs?: Record<string, string>
  given?: Parameters<typeof openBackend>[2]
}

export interface OpenedHub extends OpenedBackend {
  registry: RegistryDouble
  api: Double
  app: Package
  /** `GET tags/v1 200`, as the API saw them. */
  asked(): string[]
  stop(): Promise<void>
}

/** Docker Hub and its registry, whose clock is ours. */
export async function openHub({
  own,
  secret = SECRET,
  api,
  inputs,
  given,
  ...hub
}: HubOptions = {}): Promise<OpenedHub> {
  let now = () => Date.UTC(2026, 0, 1)
  const registry = await startRegistryDouble({
    flavour: 'dockerhub',
    credentials: { user: 'octo', password: SECRET },
    now: () => now(),
    ...own,
  })
  const double = await startDockerHubApi({ ...hub, registry })
  const access = accessWith({
    'registry-kinds': `${registry.host}=dockerhub ${api ?? double.url}`,
    'dockerhub-username': 'octo',
    'dockerhub-token': secret,
    ...inputs,
  })
  const opened = openBackend(dockerHubPackage, access, given)
  now = () => opened.clock.now()
  const short = (path: string) =>
    path.replace(/^\/v2\/namespaces\/octo\/repositories\/app\/|^\/v2\//, '').replace(/\?.*page=/, '?')
  return {
    ...opened,
    registry,
    api: double,
    app: opened.open({ host: registry.host, path: NAME }),
    asked: () => double.requests.map(({ method, path, status }) => `${method} ${short(path)} ${status}`),
    stop: async () => {
      opened.close()
      await Promise.all([double.close(), registry.close()])
    },
  }
}

/** An index of one image, under its tags. */
export async function push(
  registry: RegistryDouble,
  seed: string,
  ...tags: string[]
): Promise<{ index: Put; child: Put }> {
  const child = await image(registry, NAME, seed)
  registry.manifests.put(NAME, child.digest, child)
  const index = document(INDEX, { manifests: [descriptor(child)] })
  for (const reference of [index.digest, ...tags]) registry.manifests.put(NAME, reference, index)
  return { index, child }
}

export function versionOf({ digest }: Put, ...tags: string[]) {
  return { id: digest, digest, tags }
}
