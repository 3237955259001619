interface Tool {
  name: string
  /** Its group is the folder; what follows tells files that count. */
  path: RegExp
  /** The line for the Containerfile. */
  remedy: string
}

const TOOLS: readonly Tool[] = [
  {
    name: 'apt',
    path: /^(\/var\/lib\/apt\/lists)\/(?!lock$)|^(\/var\/cache\/apt)\/(?:archives\/.*\.deb$|[^/]+\.bin$)/,
    remedy:
      'End the RUN that installs with: && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /var/cache/apt/*.bin',
  },
  {
    name: 'apk',
    path: /^(\/var\/cache\/apk|\/etc\/apk\/cache)\//,
    remedy: 'Install with: apk add --no-cache',
  },
  {
    name: 'dnf',
    path: /^(\/var\/cache\/(?:dnf|yum|libdnf5|zypp))\//,
    remedy:
      'End the RUN that installs with: && dnf clean all && rm -rf /var/cache/dnf /var/cache/libdnf5 /var/cache/yum',
  },
  {
    name: 'pip',
    path: /^((?:\/.*)?\/\.cache\/pip)\//,
    remedy:
      'Install with: pip install --no-cache-dir, or keep the cache out of the image: RUN --mount=type=cache,target=…',
  },
  {
    name: 'uv',
    path: /^((?:\/.*)?\/\.cache\/uv)\//,
    remedy:
      'Install with: uv --no-cache, or keep the cache out of the image: RUN --mount=type=cache,target=…',
  },
  {
    name: 'npm',
    path: /^((?:\/.*)?\/\.npm\/_cacache)\//,
    remedy:
      'End the RUN that installs with: && npm cache clean --force, or keep the cache out of the image: RUN --mount=type=cache,target=…',
  },
  {
    name: 'yarn',
    path: /^((?:\/.*)?\/\.cache\/yarn|(?:\/.*)?\/\.yarn\/berry\/cache)\//,
    remedy: 'End the RUN that installs with: && yarn cache clean',
  },
  {
    name: 'conda',
    path: /^((?:\/.*)?\/(?:[a-z]*conda\d?|micromamba|\.conda)\/pkgs)\//,
    remedy: 'End the RUN that installs with: && conda clean --all --yes',
  },
]

/** The cache that a file belongs to. */
export function cacheOf(path: string): { tool: string; folder: string } | undefined {
  for (const { name, path: pattern } of TOOLS) {
    const match = pattern.exec(path)
    const folder = match?.slice(1).find((group) => group !== undefined)
    if (folder !== undefined) return { tool: name, folder }
  }
  return undefined
}

export function remedyFor(tools: readonly string[]): string {
  return TOOLS.filter(({ name }) => tools.includes(name))
    .map(({ remedy }) => `${remedy}.`)
    .join(' ')
}
