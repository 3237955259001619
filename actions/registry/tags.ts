import { readJson, readPages } from './pages.ts'
import type { Session } from './session.ts'

const PAGE = 1000
const LIMIT = 4 * 1024 * 1024

export async function listTags(session: Session): Promise<string[]> {
  const pages = (await readPages(session, `tags/list?n=${PAGE}`, { limit: LIMIT })) ?? []
  const names = pages.flatMap((page) => {
    const { tags } = readJson(page)
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
  })
  return [...new Set(names)]
}
