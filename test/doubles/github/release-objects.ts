import { createHash } from 'node:crypto'
import { account, idOf, nodeId } from './objects.ts'

const SINCE = '2026-01-01T00:00:00Z'

export interface Release {
  tag: string
  /** ISO; null: a draft. */
  published: string | null
  prerelease?: boolean
  name?: string
  body?: string
  assets?: ReleaseAsset[]
  /** Whether it was last said to be the one that visitors are shown. */
  latest?: boolean
}

/** A file of a release. */
export interface ReleaseAsset {
  name: string
  type: string
  /** Undefined: the upload broke off. */
  bytes: Buffer | undefined
}

export function releaseId(repository: string, { tag }: Release): number {
  return idOf(`${repository} ${tag}`)
}

export function assetId(repository: string, release: Release, { name }: ReleaseAsset): number {
  return idOf(`${releaseId(repository, release)} ${name}`)
}

export function describeRelease(api: string, repository: string, release: Release, immutable = false) {
  const { tag, published, prerelease = false, name = tag, body = '', assets = [] } = release
  const id = releaseId(repository, release)
  const url = `${api}/repos/${repository}/releases/${id}`
  return {
    ...{ id, node_id: nodeId(String(id)), tag_name: tag, name, body, target_commitish: 'main' },
    ...{ draft: published === null, prerelease, immutable: immutable && published !== null },
    ...{ created_at: SINCE, published_at: published },
    assets: assets.map((asset) => describeAsset(api, repository, release, asset)),
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: `https://github.com/${repository}/releases/tag/${tag}`,
    tarball_url: `${api}/repos/${repository}/tarball/${tag}`,
    zipball_url: `${api}/repos/${repository}/zipball/${tag}`,
    author: account(api, repository.split('/')[0] ?? '', 'User'),
  }
}

export function describeAsset(api: string, repository: string, release: Release, asset: ReleaseAsset) {
  const { name, type, bytes } = asset
  const id = assetId(repository, release, asset)
  return {
    ...{ id, node_id: nodeId(String(id)), name, label: '', content_type: type, download_count: 0 },
    ...{ state: bytes === undefined ? 'open' : 'uploaded', size: bytes?.length ?? 0 },
    digest: bytes === undefined ? null : `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ...{ created_at: SINCE, updated_at: SINCE },
    url: `${api}/repos/${repository}/releases/assets/${id}`,
    browser_download_url: `https://github.com/${repository}/releases/download/${release.tag}/${name}`,
    uploader: account(api, repository.split('/')[0] ?? '', 'User'),
  }
}
