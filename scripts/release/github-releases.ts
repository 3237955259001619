import { Octokit } from '@octokit/rest'
import type { ReleaseFile } from './files.ts'
import { given } from './job.ts'
import { Refusal } from './refusal.ts'

export interface Wanted {
  tag: string
  notes: string
  prerelease: boolean
  /** Whether it is the one that visitors are shown. */
  latest: boolean
  files: readonly ReleaseFile[]
}

type Release = Awaited<ReturnType<Octokit['rest']['repos']['listReleases']>>['data'][number]
type Asset = Release['assets'][number]

/** Releases of one repository. */
export class GithubReleases {
  readonly #octokit: Octokit
  readonly #where: { owner: string; repo: string }

  constructor(options: { api: string; token: string; repository: string }) {
    const [owner = '', repo = ''] = options.repository.split('/')
    this.#octokit = new Octokit({
      baseUrl: options.api,
      auth: options.token,
      userAgent: 'image-actions',
      // What fails is thrown; nobody needs to read it twice.
      log: { debug() {}, info() {}, warn() {}, error() {} },
    })
    this.#where = { owner, repo }
  }

  async isPublished(tag: string): Promise<boolean> {
    return (await this.#find(tag))?.draft === false
  }

  /** Everything is there before anybody sees it; what is there already is not made again. Gives the page's address. */
  async publish(wanted: Wanted): Promise<string> {
    const found = await this.#find(wanted.tag)
    if (found !== undefined && !found.draft) return this.#confirm(found, wanted)
    const draft = found ?? (await this.#createDraft(wanted))
    for (const file of await this.#missing(draft, wanted.files)) await this.#upload(draft, file)
    const { data } = await this.#octokit.rest.repos.updateRelease({
      ...this.#where,
      release_id: draft.id,
      ...fields(wanted),
      draft: false,
      make_latest: wanted.latest ? 'true' : 'false',
    })
    return this.#confirm(data, wanted)
  }

  /** By the list: a draft can't be asked for by its tag. */
  async #find(tag: string): Promise<Release | undefined> {
    const all = await this.#octokit.paginate(this.#octokit.rest.repos.listReleases, {
      ...this.#where,
      per_page: 100,
    })
    const named = all.filter((release) => release.tag_name === tag)
    return named.find((release) => !release.draft) ?? named[0]
  }

  async #createDraft(wanted: Wanted): Promise<Release> {
    const { data } = await this.#octokit.rest.repos.createRelease({
      ...this.#where,
      ...fields(wanted),
      draft: true,
    })
    return data
  }

  /** Of a draft that was begun before, what is not as it should be goes. */
  async #missing(draft: Release, files: readonly ReleaseFile[]): Promise<ReleaseFile[]> {
    for (const asset of draft.assets.filter((each) => !files.some((file) => isSame(each, file))))
      await this.#octokit.rest.repos.deleteReleaseAsset({ ...this.#where, asset_id: asset.id })
    return files.filter((file) => !draft.assets.some((asset) => isSame(asset, file)))
  }

  async #upload(draft: Release, { name, bytes }: ReleaseFile): Promise<void> {
    await this.#octokit.request({
      method: 'POST',
      url: draft.upload_url,
      name,
      data: bytes,
      headers: { 'content-type': 'application/octet-stream', 'content-length': bytes.length },
    })
  }

  #confirm({ assets, html_url: page }: Release, { tag, files }: Wanted): string {
    const same =
      assets.length === files.length && files.every((file) => assets.some((each) => isSame(each, file)))
    if (same) return page
    throw new Refusal(
      `${tag} is published with other files than these: ${page}. A release is never changed; make a new one.`,
    )
  }
}

function fields({ tag, notes, prerelease }: Wanted) {
  return { tag_name: tag, name: tag, body: notes, prerelease }
}

/** An upload that broke off is there as well, without a digest. */
function isSame(asset: Asset, file: ReleaseFile): boolean {
  return asset.name === file.name && asset.state === 'uploaded' && asset.digest === `sha256:${file.sha256}`
}

/** Of the repository that the job runs for. */
export function githubReleases(): GithubReleases {
  return new GithubReleases({
    api: given('GITHUB_API_URL'),
    token: given('GITHUB_TOKEN'),
    repository: given('GITHUB_REPOSITORY'),
  })
}
