import type { MemoryPackage } from './memory-package.ts'

/** What pulls by tag do, from the bytes alone: everything they get, and what they lack. Shares nothing with what it judges. */
export function pull(names: Iterable<string>, { tags, manifests }: MemoryPackage) {
  const got = new Set<string>()
  const lacking: string[] = []
  for (const name of names) {
    const top = tags.get(name)
    if (top === undefined) lacking.push(`${name} is gone`)
    const waiting: [string, string][] = top === undefined ? [] : [[name, top]]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [via, digest] = next
      const stored = manifests.get(digest as never)
      if (!stored) lacking.push(`${via} lacks ${digest}`)
      if (!stored || got.has(digest)) continue
      got.add(digest)
      const listed: { digest: string }[] = JSON.parse(new TextDecoder().decode(stored.bytes)).manifests ?? []
      waiting.push(...listed.map((child): [string, string] => [via, child.digest]))
    }
  }
  return { got, lacking }
}

/** What of these tags can't be pulled, and of the signatures of what `untouched` tags hold. */
export function lostFrom(
  names: Iterable<string>,
  untouched: readonly string[],
  memory: MemoryPackage,
): string[] {
  const isSignature = (name: string) => /^sha256-[0-9a-f]{64}/.test(name)
  const images = [...names].filter((name) => !isSignature(name))
  const { got } = pull(
    untouched.filter((name) => !isSignature(name)),
    memory,
  )
  const signatures = untouched.filter(
    (name) => isSignature(name) && got.has(name.slice(0, 71).replace('-', ':')),
  )
  return [...pull(images, memory).lacking, ...pull(signatures, memory).lacking]
}
