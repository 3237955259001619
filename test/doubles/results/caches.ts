import { type Call, optionalText, text, twirpError } from './twirp.ts'

export interface CacheEntry {
  id: number
  key: string
  version: string
  blob: string
  finalised: boolean
}

/** The cache service: an entry is written once, and found by its key or by the newest that begins with a restore key. */
export class CacheService {
  readonly entries: CacheEntry[] = []

  answer(call: Call): unknown {
    switch (call.method) {
      case 'CreateCacheEntry':
        return this.#create(call)
      case 'FinalizeCacheEntryUpload':
        return this.#finalize(call)
      case 'GetCacheEntryDownloadURL':
        return this.#find(call)
      default:
        throw twirpError(404, 'bad_route', `no method ${call.method}`)
    }
  }

  #create(call: Call): unknown {
    const key = text(call, 'key')
    const version = text(call, 'version')
    if (this.entries.some((entry) => entry.key === key && entry.version === version))
      throw twirpError(
        409,
        'already_exists',
        'cache entry with the same key, version, and scope already exists',
      )
    const upload = call.storage.sign(call.origin)
    this.entries.push({ id: this.entries.length + 1, key, version, blob: upload.name, finalised: false })
    return { ok: true, signed_upload_url: upload.url }
  }

  #finalize(call: Call): unknown {
    const key = text(call, 'key')
    const entry = this.entries.find((known) => known.key === key && known.version === text(call, 'version'))
    if (entry === undefined) throw twirpError(404, 'not_found', `no cache entry ${key}`)
    const size = call.storage.size(entry.blob)
    if (size === undefined || String(size) !== optionalText(call, 'size_bytes'))
      throw twirpError(400, 'invalid_argument', `the blob has ${size} bytes`)
    entry.finalised = true
    return { ok: true, entry_id: String(entry.id) }
  }

  #find(call: Call): unknown {
    const version = text(call, 'version')
    const prefixes = [text(call, 'key'), ...((call.message.restore_keys as string[] | undefined) ?? [])]
    const usable = this.entries.filter((entry) => entry.finalised && entry.version === version).reverse()
    for (const prefix of prefixes) {
      const found =
        usable.find((entry) => entry.key === prefix) ?? usable.find((entry) => entry.key.startsWith(prefix))
      if (found !== undefined)
        return {
          ok: true,
          signed_download_url: call.storage.signed(call.origin, found.blob),
          matched_key: found.key,
        }
    }
    return { ok: false }
  }
}
