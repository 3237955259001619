import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { jest } from '@jest/globals'
import type { ToolCache } from '../../../actions/setup/install.ts'

const start = promisify(execFile)

export const LAYOUT = {
  podman: 'usr/local/bin/podman',
  crun: 'usr/local/bin/crun',
  pasta: 'usr/local/bin/pasta',
  fuse: 'usr/local/bin/fuse-overlayfs',
  conmon: 'usr/local/lib/podman/conmon',
  netavark: 'usr/local/lib/podman/netavark',
  catatonit: 'usr/local/lib/podman/catatonit',
  policy: 'etc/containers/policy.json',
}

/** Answers as podman does, of the version given; its store is what the settings say, to show that they arrived. */
export function podmanScript(version: string, buildah: string): string {
  const info = {
    host: {
      buildahVersion: buildah,
      cgroupManager: 'cgroupfs',
      cgroupVersion: 'v2',
      ociRuntime: { name: 'crun', version: 'crun version 1.20' },
      security: { rootless: true },
    },
    store: { graphDriverName: 'overlay', graphRoot: '@ROOT@' },
    version: { Version: version },
  }
  const [before, after] = JSON.stringify(info).split('@ROOT@')
  return `#!/bin/sh
case "$1" in
version) echo '{}' ;;
info)
  root=/nowhere
  if [ -n "$CONTAINERS_STORAGE_CONF" ]; then
    while read -r name _ value; do
      [ "$name" = graphroot ] && root=$value
    done < "$CONTAINERS_STORAGE_CONF"
    root=\${root#?}; root=\${root%?}
  fi
  printf '%s' '${before}' "$root" '${after}'
  ;;
*) exit 125 ;;
esac
`
}

export async function writeScript(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  await chmod(path, 0o755)
}

/** A gzipped tar of the shape that podman-static's releases have. */
export async function makeRelease(
  folder: string,
  podman: string,
  leaveOut: readonly (keyof typeof LAYOUT)[] = [],
): Promise<{ bytes: Buffer; sha256: string }> {
  const top = join(folder, 'podman-linux-amd64')
  for (const [name, path] of Object.entries(LAYOUT)) {
    if (leaveOut.some((left) => left === name)) continue
    await writeScript(join(top, path), name === 'podman' ? podman : '#!/bin/sh\n')
  }
  const archive = join(folder, 'release.tar.gz')
  await start('tar', ['-czf', archive, '-C', folder, 'podman-linux-amd64'])
  const bytes = await readFile(archive)
  return { bytes, sha256: sha256Of(bytes) }
}

/** The runner's tool cache in a folder, without its waits between attempts and without its debug lines. */
export async function toolCacheIn(folder: string): Promise<ToolCache> {
  process.env.RUNNER_TEMP = join(folder, 'temp')
  process.env.RUNNER_TOOL_CACHE = join(folder, 'tools')
  Object.assign(globalThis, {
    TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 0,
    TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 0,
  })
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  return import('@actions/tool-cache')
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface ReleaseServer {
  origin: string
  requests: string[]
  close(): Promise<void>
}

/** Serves `/releases/podman.tar.gz`, also under `/mirror`; under `/cut` the connection ends half-way. */
export async function serveRelease(bytes: Buffer): Promise<ReleaseServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const [path, prefix] = /^(\/mirror|\/cut)?\/releases\/podman\.tar\.gz$/.exec(request.url ?? '') ?? []
    if (path === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-length': bytes.length })
    if (prefix === '/cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    else response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
