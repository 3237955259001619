import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Layers are large, and /tmp is memory on many a machine: as podman does, /var/tmp unless told. */
const LARGE = '/var/tmp'

export function temporaryFolder({ TMPDIR }: Readonly<Record<string, string | undefined>>): string {
  return TMPDIR || (existsSync(LARGE) ? LARGE : tmpdir())
}
