// The whole pipeline on an example image for two platforms, against two registries on loopback that behave like GHCR and
// Docker Hub. What runs is the committed bundle.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startRegistryDouble } from '../../test/doubles/registry/index.ts'
import { exampleCheckout } from './checkout.ts'

const CREDENTIALS = { user: 'octocat', password: 'an-example-token' }
const CLI = fileURLToPath(new URL('../../dist/pipeline/cli.js', import.meta.url))

// A newer podman forwards credentials to another port of the same host, where blobs would be.
const shared = { credentials: CREDENTIALS, redirectBlobs: false }
const [ghcr, dockerhub] = await Promise.all([
  startRegistryDouble({ flavour: 'ghcr', ...shared }),
  startRegistryDouble({ flavour: 'dockerhub', ...shared }),
])
const checkout = await exampleCheckout()
try {
  process.stdout.write(
    `Two registries are up: ${ghcr.host} behaves like GHCR, ${dockerhub.host} like Docker Hub.\n\n`,
  )
  process.exitCode = await publish(checkout)
  if (process.exitCode === 0) await showResult()
} finally {
  await Promise.all([ghcr.close(), dockerhub.close(), rm(checkout, { recursive: true, force: true })])
}

async function publish(folder: string): Promise<number> {
  const logins = [ghcr, dockerhub].map(
    ({ host }) =>
      `- registry: ${host}\n  username: ${CREDENTIALS.user}\n  password: ${CREDENTIALS.password}\n`,
  )
  const options = {
    checkout: folder,
    image: 'hello',
    registries: `${ghcr.host}/octocat,${dockerhub.host}/octocat`,
    'registry-kinds': `${ghcr.host}=ghcr\n${dockerhub.host}=dockerhub`,
    platforms: 'linux/amd64,linux/arm64',
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(process.execPath, [CLI, 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, REGISTRY_AUTH: logins.join('') },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

/** The registries live as long as somebody looks at a terminal. */
async function showResult(): Promise<void> {
  const image = `${ghcr.host}/octocat/hello:latest`
  // Two commands, since not every podman has "run --creds"; and with the settings under which podman works here.
  const settings = process.env.CONTAINERS_CONF
  const podman = settings ? `CONTAINERS_CONF=${settings} podman` : 'podman'
  const pull = `podman pull --creds ${CREDENTIALS.user}:${CREDENTIALS.password} --tls-verify=false`
  process.stdout.write(`
Look at the result, in another terminal:
  ${pull} ${image}
  ${podman} run --detach --rm --name hello -p 8080:8080 ${image}
  curl http://127.0.0.1:8080/
  ${podman} stop --time 0 hello
  ${pull} --platform linux/arm64 ${image}
  podman image inspect --format '{{.Architecture}}' ${image}

Your own image, built only; then the other options:
  npm start -- --checkout ../your-repository --skip-push true
  npm start -- --help
`)
  if (!process.stdout.isTTY) return
  process.stdout.write('\nThe registries stay up until Ctrl-C.\n')
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}
