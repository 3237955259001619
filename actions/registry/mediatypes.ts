export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'

const MANIFESTS = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST]

/** Sent with every request for a manifest: without it registries deny what is there, or convert it. */
export const ACCEPT = { Accept: MANIFESTS.join(', ') }

export function isManifestType(mediaType: string): boolean {
  return MANIFESTS.includes(mediaType)
}
