import type { GitNode, RegistryNode } from './snapshot.ts'

/** ComfyUI's own repository. */
export const COMFYUI = 'https://github.com/comfyanonymous/ComfyUI'

/** `git@host:owner/name`, as ssh takes it; two colons would be another transport of git's. */
const SCP = /^(?:[\w.-]+@)([\w.-]+):(?!:|\/\/)(.+)$/
/** Normal already, which is seen without taking it apart: large snapshots have many. */
const USUAL = /^https:\/\/(?:github|gitlab)\.com\/[\w-][\w.-]*\/[\w-][\w.-]*$/
const SEGMENT = /^[\w.~+-]+$/

/**
 * `https://host/owner/name`: one text for all the ways to write the address of one repository. What stands in an address
 * to log in with is left out. Undefined where it can't be reached by https, or is no address at all.
 */
export function normalUrl(text: string): string | undefined {
  if (USUAL.test(text) && !/\.git$/i.test(text)) return text
  const url = parsed(text.trim())
  if (!url) return undefined
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const name = segments.pop()?.replace(/(\.git)+$/i, '') ?? ''
  const path = [...segments, name]
  if (!path.every((segment) => SEGMENT.test(segment) && !/^\.*$/.test(segment))) return undefined
  return `https://${url.host}/${path.join('/')}`
}

function parsed(text: string): URL | undefined {
  // The parser of URLs takes these away, or for something else.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\s\\\u0000-\u001f\u007f]|^\w+:(?!\/\/[^/])/.test(text)) return undefined
  const [, scpHost, scpPath] = SCP.exec(text) ?? []
  const url = URL.parse(scpHost === undefined ? text : `https://${scpHost}/${scpPath}`)
  if (url?.protocol === 'https:') return url.hostname === '' ? undefined : url
  return url?.protocol === 'ssh:' && url.hostname !== ''
    ? (URL.parse(`https://${url.hostname}${url.pathname}`) ?? undefined)
    : undefined
}

/** Of a normal address: `github.com`, with its port where it has one. */
export function hostOf(url: string): string {
  return url.split('/')[2] ?? ''
}

/** Of a normal address: what stands between the host and the name, such as `kijai` or, on GitLab, `group/team`. */
export function ownerOf(url: string): string {
  return url.split('/').slice(3, -1).join('/')
}

/** `owner/name`, as people speak of a repository. */
export function repositoryOf(url: string): string {
  return url.split('/').slice(3).join('/')
}

/** Of a commit as much as people compare; versions and branches as they are. */
export function shortPin(pin: string): string {
  return /^[0-9a-f]{40}$/.test(pin) ? pin.slice(0, 7) : pin
}

/** The folder of custom_nodes that a node lies in; by this name people know it. */
export function folderNameOf(node: GitNode | RegistryNode): string {
  return 'url' in node ? (node.url.split('/').at(-1) ?? '') : node.id
}

/** One text for all the ways to write a Python package's name. */
export function normalPackage(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** `Pillow` of `Pillow[extra]==10.2.0`. */
export function packageNameOf(requirement: string): string {
  return /^\s*[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?/.exec(requirement)?.[0].trim() ?? requirement
}
