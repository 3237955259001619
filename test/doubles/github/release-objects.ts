import { account, idOf, nodeId } from './objects.ts'

export interface Release {
  tag: string
  /** ISO; null: a draft. */
  published: string | null
  prerelease?: boolean
}

export function describeRelease(
  api: string,
  repository: string,
  { tag, published, prerelease = false }: Release,
) {
  const id = idOf(`${repository} ${tag}`)
  const url = `${api}/repos/${repository}/releases/${id}`
  return {
    ...{ id, node_id: nodeId(String(id)), tag_name: tag, name: tag, body: '', target_commitish: 'main' },
    ...{ draft: published === null, prerelease, immutable: false, assets: [] },
    ...{ created_at: '2026-01-01T00:00:00Z', published_at: published },
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: `https://github.com/${repository}/releases/tag/${tag}`,
    tarball_url: `${api}/repos/${repository}/tarball/${tag}`,
    zipball_url: `${api}/repos/${repository}/zipball/${tag}`,
    author: account(api, repository.split('/')[0] ?? '', 'User'),
  }
}
