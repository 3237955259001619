import type { Problems } from '../base/errors.ts'
import { type InputReader, readLines } from '../base/inputs.ts'
import { isDockerHub } from '../base/reference.ts'

/** Stands for docker/login-action's YAML, whose hosts are not known before it is read: satisfies every host. */
export const ANY_HOST = 'registry-auth'

/** Which hosts have credentials: names only, so that no secret comes near the plan. */
export function readCredentialHosts(reader: InputReader): string[] {
  return readLines(reader, 'has-credentials')
}

/** Only registries that nobody can push to without a login; others may be open, or logged in to by a step before. */
export function checkCredentials(
  registries: readonly string[],
  hosts: readonly string[],
  dockerhubUser: string,
  problems: Problems,
): void {
  if (hosts.includes(ANY_HOST)) return
  const targets = registries.map((registry) => registry.split('/')[0] ?? '')
  const missing = new Set(targets.filter((host) => !hosts.includes(host)))
  if ([...missing].some(isDockerHub)) {
    const secrets = dockerhubUser ? 'DOCKERHUB_TOKEN is' : 'DOCKERHUB_USERNAME and DOCKERHUB_TOKEN are'
    problems.add(
      'IMG1205',
      `docker.io is among the registries, but ${secrets} missing.`,
      'Set them as secrets of the repository (the token needs the rights Read, Write and Delete) and pass them on, or leave docker.io out of "registries". On your own machine, podman login docker.io is enough.',
    )
  }
  if (missing.has('ghcr.io')) {
    problems.add(
      'IMG1206',
      'ghcr.io is among the registries, but there is no token for it.',
      'Pass github-token and give the job "packages: write", or leave ghcr.io out of "registries". On your own machine, podman login ghcr.io is enough.',
    )
  }
}
