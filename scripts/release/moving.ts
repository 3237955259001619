import { Refusal } from './refusal.ts'
import { isNewer, isPrerelease, movingNames, newest, versionOfTag } from './version.ts'

/** A tag of the origin: the object that it names, and the commit that this is or leads to. */
export interface RemoteTag {
  object: string
  commit: string
}

export type RemoteTags = ReadonlyMap<string, RemoteTag>

export interface Move {
  tag: string
  /** What it names now, which a push insists on; undefined: it is new. */
  from: string | undefined
}

/** Which of `v1` and `v1.2` this release takes along: none for a prerelease, and none that would go backwards. */
export function movesOf(version: string, commit: string, tags: RemoteTags): Move[] {
  if (isPrerelease(version)) return []
  return movingNames(version).flatMap((tag) => {
    const now = tags.get(tag)
    if (now?.commit === commit) return []
    const held = now === undefined ? newestBelow(tag, tags, version) : versionAt(tag, now, tags)
    return held !== undefined && isNewer(held, version) ? [] : [{ tag, from: now?.object }]
  })
}

/** Without a tag to hold one, the newest release of its line would be what it holds. */
function newestBelow(tag: string, tags: RemoteTags, version: string): string | undefined {
  return newest(
    finals(tags)
      .map(([other]) => other)
      .filter((other) => other !== version && movingNames(other).includes(tag)),
  )
}

function versionAt(tag: string, { commit }: RemoteTag, tags: RemoteTags): string {
  const found = newest(
    finals(tags)
      .filter(([, at]) => at.commit === commit)
      .map(([version]) => version),
  )
  if (found === undefined)
    throw new Refusal(
      `${tag} names ${commit}, which is no release. Find out who moved it, put it back to the release that it belongs to, and run this again.`,
    )
  return found
}

/** Final releases among the tags. */
function finals(tags: RemoteTags): [string, RemoteTag][] {
  return [...tags].flatMap(([tag, at]): [string, RemoteTag][] => {
    const version = versionOfTag(tag)
    return version === undefined || isPrerelease(version) ? [] : [[version, at]]
  })
}

/** Arguments of the push that moves them, all or none, each only if it still names what was seen. */
export function pushOf(moves: readonly Move[], commit: string): string[] {
  return [
    '--atomic',
    ...moves.map(({ tag, from }) => `--force-with-lease=refs/tags/${tag}:${from ?? ''}`),
    'origin',
    ...moves.map(({ tag }) => `${commit}:refs/tags/${tag}`),
  ]
}
