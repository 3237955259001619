import { majorOf } from './version.ts'

/** Where one of our workflows uses one of our actions. */
const OWN = /(\buses: org\/image-actions(?:\/[\w./-]+)?@)([^\s#]+)/g
/** Where a page or an example tells readers what to write. */
const TOLD = /org\/image-actions(?:\/[\w.-]+)*(?:@|\/)v(\d+)(?![\w.]*\w)/g

/** The same text with all our own references naming this tag. */
export function nameTag(text: string, tag: string): string {
  return text.replace(OWN, (_all, before: string) => before + tag)
}

/** What our own references name, each once. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(OWN)].map(([, , name = '']) => name))]
}

/** `v2` where readers are told of `@v2` although this version is another major. */
export function wrongMajors(text: string, version: string): string[] {
  const told = [...text.matchAll(TOLD)].map(([, major = '']) => Number(major))
  return [...new Set(told)].filter((major) => major !== majorOf(version)).map((major) => `v${major}`)
}
