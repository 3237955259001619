/** What another program said, as a part of a sentence of ours. */
export function said(text: string): string {
  return text.trim().replace(/[.:\s]+$/, '')
}

/** Where podman and its like sum up what went wrong. */
export function lastSaid(stderr: string): string {
  return said((stderr.trim().split('\n').at(-1) ?? '').replace(/^Error: /, ''))
}
