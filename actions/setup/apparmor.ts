import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UserError } from '../base/errors.ts'
import { ProcessError, type RunProcess } from '../base/process.ts'

const SWITCH = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

/** Ubuntu's kernel gives user namespaces only to programs that a profile names, and knows podman at /usr/bin alone. */
export async function kernelDemandsProfile(path = SWITCH): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '0')
  return text.trim() === '1'
}

/** Without it a rootless podman ends with "failed to reexec". */
export async function loadProfile(
  programs: readonly string[],
  folder: string,
  run: RunProcess,
): Promise<void> {
  const path = join(folder, 'apparmor.profile')
  await writeFile(path, profileFor(programs))
  try {
    await run('sudo', ['-n', 'apparmor_parser', '-r', path])
  } catch (cause) {
    if (!(cause instanceof ProcessError) && !(cause instanceof UserError)) throw cause
    throw new UserError('IMG2015', 'The AppArmor profile that podman needs here could not be loaded.', {
      hint: 'Allow this user "sudo apparmor_parser", or take a runner with a newer podman: ubuntu-26.04 or ubuntu-26.04-arm.',
      cause,
    })
  }
}

/** Confines nothing; it only gives these programs a name to which user namespaces are allowed. */
export function profileFor(programs: readonly string[]): string {
  const profiles = programs.map(
    (path) => `profile image-actions-${basename(path)} "${path}" flags=(unconfined) {\n  userns,\n}\n`,
  )
  return ['abi <abi/4.0>,\ninclude <tunables/global>\n', ...profiles].join('\n')
}
