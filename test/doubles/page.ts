export interface Page<T> {
  items: T[]
  number: number
  last: number
}

export function page<T>(all: readonly T[], number: number, size: number): Page<T> {
  const last = Math.max(Math.ceil(all.length / size), 1)
  return { items: all.slice((number - 1) * size, number * size), number, last }
}

/** GitHub's `Link` header. */
export function nextLinks(url: URL, { number, last }: Page<unknown>): { link?: string } {
  const to = (target: number, rel: string) => {
    const address = new URL(url)
    address.searchParams.set('page', String(target))
    return `<${address}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [to(number - 1, 'prev'), to(1, 'first')] : []),
    ...(number < last ? [to(number + 1, 'next'), to(last, 'last')] : []),
  ]
  return links.length > 0 ? { link: links.join(', ') } : {}
}
