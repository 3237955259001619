import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Digest } from '../../../actions/base/digest.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { descriptor, document, INDEX, image } from '../doubles/images.ts'
import type { Surroundings } from './cli-process.ts'

const CREDENTIALS = { user: 'octocat', password: 'ghp_double' }

export interface CliWorld extends Surroundings {
  ghcr: RegistryDouble
  github: GithubDouble
  /** A repository that nothing else uses, as `host/path`. */
  repository(): string
  /** Pushes a two-level image under these tags, and tells the index. */
  push(repository: string, seed: string, ...tags: string[]): Promise<Digest>
  tags(repository: string): string[]
  /** What each tag holds. */
  held(repository: string, tag: string): Digest | undefined
  /** Whether everything that the tag's index lists is there. */
  isWhole(repository: string, tag: string): boolean
  /** Options that lead to the doubles. */
  access: string[]
  /** What a run left in the temporary folder. */
  leftovers(): Promise<string[]>
  close(): Promise<void>
}

/** ghcr.io, its API, and a folder that is no checkout. */
export async function openCliWorld(): Promise<CliWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'))
  const [temp, home] = await Promise.all(['temp-', 'home-'].map((name) => mkdtemp(join(folder, name))))
  const ghcr = await startRegistryDouble({ flavour: 'ghcr', credentials: CREDENTIALS })
  const github = await startGithubDouble({ registry: ghcr })
  const pathOf = (repository: string) => repository.slice(ghcr.host.length + 1)
  let count = 0
  return {
    cwd: home!,
    env: { HOME: home!, TMPDIR: temp!, USER: CREDENTIALS.user, GITHUB_TOKEN: CREDENTIALS.password },
    ghcr,
    github,
    access: ['--registry-kinds', `${ghcr.host}=ghcr ${github.url}`],
    repository: () => `${ghcr.host}/octocat/app-${++count}`,
    push: async (repository, seed, ...tags) => {
      const path = pathOf(repository)
      const child = await image(ghcr, path, seed)
      ghcr.manifests.put(path, child.digest, child)
      const platform = { os: 'linux', architecture: 'arm64' }
      const index = document(INDEX, { manifests: [{ ...descriptor(child), platform }] })
      for (const tag of tags.length === 0 ? [index.digest] : tags) ghcr.manifests.put(path, tag, index)
      return index.digest
    },
    tags: (repository) => ghcr.manifests.tags(pathOf(repository)).toSorted(),
    held: (repository, tag) => ghcr.manifests.find(pathOf(repository), tag)?.digest,
    isWhole: (repository, tag) => {
      const path = pathOf(repository)
      const { content } = ghcr.manifests.find(path, tag) ?? {}
      return content?.manifests?.every(({ digest }) => ghcr.manifests.find(path, digest)) ?? false
    },
    leftovers: () => readdir(temp!),
    close: async () => {
      await Promise.all([ghcr.close(), github.close()])
      await rm(folder, { recursive: true })
    },
  }
}
