import picomatch from 'picomatch'
import type { Image } from '../../engine/image.ts'
import type { CheckServices, Finding } from '../check.ts'
import type { Contents } from '../contents/contents.ts'
import type { HardeningChecks } from '../file/image.ts'
import { treeOfBase } from './base.ts'
import { isShipped } from './distributions.ts'
import { packageCaches, setuidFiles, spokenCache, worldWritable } from './findings.ts'
import { remedyFor } from './package-caches.ts'

/** So many are told; the rest is counted. */
const TOLD = 10

type Setuid = Exclude<HardeningChecks['setuid'], boolean>

export async function checkHardening(
  checks: HardeningChecks,
  seen: { image: Image; contents: Contents },
  { engine, results }: Pick<CheckServices, 'engine' | 'results'>,
): Promise<void> {
  const { tree } = seen.contents
  const setuid = rule<Setuid>(checks.setuid)
  if (setuid) {
    const named = setuid.base === undefined ? 'those of common distributions' : `those of ${setuid.base}`
    await results.check(['hardening', 'setuid'], `no setuid or setgid files beyond ${named}`, async () => {
      const known =
        setuid.base === undefined ? isShipped : isIn(setuidFiles(await treeOfBase(engine, setuid.base, seen)))
      const found = setuidFiles(tree).filter((path) => !known(path) && !isAllowed(setuid)(path))
      return listed(
        found,
        (first) => `Take the right away: RUN chmod a-s ${first}; or name them in hardening › setuid › allow.`,
      )
    })
  }
  const writable = rule(checks['world-writable'])
  if (writable) {
    await results.check(['hardening', 'world-writable'], 'nothing that everybody may write', () => {
      const found = worldWritable(tree).filter((path) => !isAllowed(writable)(path))
      return listed(
        found,
        (first) =>
          `In the step that makes them: chmod o-w ${first} (a folder for all, as /tmp is: chmod 1777).`,
      )
    })
  }
  const caches = rule(checks['package-caches'])
  if (caches) {
    await results.check(['hardening', 'package-caches'], 'no package caches', () => {
      const found = packageCaches(tree, isAllowed(caches))
      return listed(found.map(spokenCache), () => remedyFor(found.map(({ tool }) => tool)))
    })
  }
}

/** true asks for all of it, false for nothing. */
function rule<T extends { allow: string[] }>(
  asked: boolean | T,
): (T | { allow: string[]; base?: never }) | undefined {
  if (asked === true) return { allow: [] }
  return asked === false ? undefined : asked
}

function isAllowed({ allow }: { allow: string[] }): (path: string) => boolean {
  return allow.length === 0 ? () => false : picomatch(allow, { dot: true })
}

function isIn(paths: readonly string[]): (path: string) => boolean {
  const known = new Set(paths)
  return (path) => known.has(path)
}

function listed(found: readonly string[], hint: (shown: string) => string): Finding | undefined {
  if (found.length === 0) return undefined
  const first = found.slice(0, TOLD)
  const more = found.length > TOLD ? ` and ${found.length - TOLD} more` : ''
  return { expected: 'none', actual: `${first.join(', ')}${more}`, hint: hint(first.join(' ')) }
}
