import { Problems, UserError } from '../base/errors.ts'
import { isDockerHub, parseRepository, type Repository } from '../base/reference.ts'

/** Where images go unless told: the owner's packages on GitHub, and Docker Hub where its user is known. */
export function readRegistries(written: readonly string[], owner: string, dockerhubUser: string): string[] {
  if (written.length > 0) return [...new Set(written.map((line) => line.replace(/\/+$/, '')))]
  if (owner === '') {
    throw new UserError('IMG1201', 'No registry is named.', {
      hint: 'Set "registries", as in ghcr.io/owner; unless given it is ghcr.io/ with the owner that the git remote "origin" tells.',
    })
  }
  const github = `ghcr.io/${owner.toLowerCase()}`
  return dockerhubUser ? [github, `docker.io/${dockerhubUser.toLowerCase()}`] : [github]
}

/** One repository per registry. */
export function repositoriesOf(image: string, registries: readonly string[]): Repository[] {
  const problems = new Problems()
  const found = registries.flatMap((registry) => problems.try(() => join(registry, image)) ?? [])
  problems.throwIfAny()
  return found
}

function join(registry: string, image: string): Repository {
  const first = registry.split('/')[0] ?? ''
  if (registry.startsWith('-') || !(/[.:[]/.test(first) || first === 'localhost')) {
    throw new UserError('IMG1202', `"${registry}" in "registries" names no registry.`, {
      hint: 'Write the host and the namespace, as in ghcr.io/owner or docker.io/user.',
    })
  }
  const needsNamespace = isDockerHub(first) || first === 'ghcr.io'
  if (needsNamespace && !registry.includes('/')) {
    throw new UserError('IMG1203', `"${registry}" in "registries" lacks a namespace.`, {
      hint: `Write ${registry}/ and the name of a user or organisation.`,
    })
  }
  const repository = parseRepository(`${registry}/${image}`)
  if (isDockerHub(repository.host) && repository.path.split('/').length > 2) {
    throw new UserError('IMG1204', `"${registry}/${image}" has too many parts for Docker Hub.`, {
      hint: 'There a repository is called user/name, and no more.',
    })
  }
  return repository
}
