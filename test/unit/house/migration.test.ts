import { expect, test } from '@jest/globals'
import { codeInColumn } from './markdown.ts'
import { read } from './tracked.ts'

/** All inputs of these actions, as their manifests had them in November 2026. */
const INPUTS = {
  'build-push-action': `add-hosts allow annotations attests build-args build-contexts builder cache-from cache-to call
    cgroup-parent context file github-token labels load network no-cache no-cache-filters outputs platforms provenance
    pull push sbom secret-envs secret-files secrets shm-size ssh tags target ulimit`,
  'metadata-action': `annotations bake-target context flavor github-token images labels sep-annotations sep-labels
    sep-tags tags`,
  'login-action': 'ecr logout password registry registry-auth scope username',
  'buildah-build': `annotations arch archs base-image build-args buildah-image containerfiles content context dockerfiles
    entrypoint envs extra-args image labels layers oci platform platforms port squash tags tls-verify workdir`,
  'push-to-registry': `digestfile extra-args image password podman-args registry remote sign-passphrase
    sigstore-private-key tags tls-verify username`,
  'podman-login': 'auth_file_path logout password registry username',
}

test.each([
  ['docker', 'build-push-action'],
  ['docker', 'metadata-action'],
  ['docker', 'login-action'],
  ['redhat', 'buildah-build'],
  ['redhat', 'push-to-registry'],
  ['redhat', 'podman-login'],
] as const)('the page on %s says what becomes of each input of %s', (from, action) => {
  const told = codeInColumn(read(`docs/migrate-from-${from}.md`), action)
  expect(told.sort()).toEqual(INPUTS[action].split(/\s+/).sort())
})
