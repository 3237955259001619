import { formatPlatform, type Platform } from '../base/platform.ts'
import { type Finding, ok, problem } from './finding.ts'

/** What qemu calls them; the kernel's register names its interpreters so. */
const QEMU: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  '386': 'i386',
}
/** A processor of the first also runs programs of the second. */
const RUNS_TOO: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' }

/** `registered`: the names under /proc/sys/fs/binfmt_misc. */
export function judgeEmulation(
  own: Platform,
  wanted: readonly Platform[],
  registered: readonly string[],
): Finding {
  const what = 'platforms'
  const runs = ({ architecture }: Platform) =>
    architecture === own.architecture ||
    RUNS_TOO[own.architecture] === architecture ||
    registered.some((name) => name === `qemu-${QEMU[architecture] ?? architecture}`)
  const lacking = wanted.filter((platform) => !runs(platform)).map(formatPlatform)
  const emulated = registered.filter((name) => name.startsWith('qemu-')).length
  const found = `${formatPlatform(own)}, and ${emulated === 0 ? 'no emulation of others' : `emulation of ${emulated} other${emulated === 1 ? '' : 's'}`}`
  if (lacking.length === 0) return ok(what, found)
  return problem(
    what,
    `${found}: ${lacking.join(', ')} can’t run here`,
    'Build it on a machine of its own with plan, build and merge, or install qemu-user-static (binfmt).',
  )
}
