import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'

/** Where podman writes when TMPDIR names nothing else. */
const USUAL = '/var/tmp'
/** Where `RUN --mount=type=cache` keeps what later builds find again; older ones don't name the user. */
const CACHE = 'buildah-cache'

/**
 * podman's temporary folder: what a build that is stopped leaves there goes with the job's folder. Only the caches of
 * Containerfiles stay where they are without us.
 */
export async function podmanTemporary(
  folder: string,
  { TMPDIR }: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const temporary = join(folder, 'podman')
  const own = `${CACHE}-${process.getuid?.() ?? 0}`
  const lasting = join(TMPDIR || USUAL, own)
  await mkdir(lasting, { recursive: true })
  await mkdir(temporary, { recursive: true })
  for (const name of [CACHE, own]) await link(lasting, join(temporary, name))
  return temporary
}

/** A job may open its engine more than once. */
async function link(target: string, path: string): Promise<void> {
  await symlink(target, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
