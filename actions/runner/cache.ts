import { restoreCache, saveCache } from '@actions/cache'

/** The runner's cache service. */
export const cacheService = {
  restore: (paths: string[], key: string, prefixes: string[]) => restoreCache(paths, key, prefixes),
  save: async (paths: string[], key: string) => {
    await saveCache(paths, key)
  },
}
