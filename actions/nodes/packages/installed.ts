export interface InstalledPackage {
  /** As pip compares names: `typing-extensions`. */
  name: string
  version: string
  /** Where it came from, if that was not an index: `git+https://…`, `https://…/x.whl`. */
  address?: string
  /** Of a git repository. */
  commit?: string
  /** Of an archive at an address. */
  archive?: string
}

/** What lies in these folders, the first of them winning, without starting Python. */
export async function readInstalled(folders: readonly string[]): Promise<Map<string, InstalledPackage>> {
  throw new Error(`not there yet: ${folders}`)
}
