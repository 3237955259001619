// What keeps the actions' start short: of what they depend on, only what every run needs is loaded at once.

/** Packages loaded when first called, by what is taken from them. Each becomes a file of its own in dist/late. */
const LATE = {
  undici: ['ProxyAgent', 'fetch'],
  yaml: ['parse', 'parseDocument', 'isAlias', 'isMap', 'isScalar', 'isSeq'],
  '@azure/storage-blob': ['BlobClient', 'BlockBlobClient'],
  // What the artifact client needs for artifacts of other runs.
  '@actions/github': ['getOctokit'],
  '@actions/github/lib/utils': ['defaults'],
  '@octokit/plugin-request-log': ['requestLog'],
  '@octokit/plugin-retry': ['retry'],
}
/** Only for archives of several files: our artifacts are single documents, neither zipped nor unzipped. */
const LEFT_OUT = ['archiver', 'unzip-stream']
/** An import of node:http reads everything it has, WebSocket too, which loads the whole of fetch: more than Node's own start. */
const HTTP =
  `Agent ClientRequest IncomingMessage METHODS OutgoingMessage STATUS_CODES Server ServerResponse createServer get
  globalAgent maxHeaderSize request setMaxIdleHTTPParsers validateHeaderName validateHeaderValue`.split(/\s+/)

const ENTRY = 'late-entry'

/** An esbuild plugin. */
export const lean = {
  name: 'lean',
  setup(build) {
    const imported = (names, namespace, kinds = ['import-statement']) => {
      const filter = new RegExp(`^(${names.join('|')})$`)
      build.onResolve({ filter }, ({ kind, path, namespace: from }) =>
        kinds.includes(kind) && from !== ENTRY ? { path: path.replace(/^node:/, ''), namespace } : undefined,
      )
    }
    imported(['(node:)?http'], 'builtin')
    imported(Object.keys(LATE), 'late', ['import-statement', 'require-call'])
    imported(LEFT_OUT, 'left-out')
    const write = (namespace, contents) =>
      build.onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: contents(path), loader: 'js' }))
    write('builtin', builtinHttp)
    write('late', late)
    write(
      'left-out',
      (name) =>
        `export default new Proxy({}, { get() { throw new Error('${name} is left out of this bundle.') } })`,
    )
    build.onResolve({ filter: /^late:/ }, ({ path }) => ({
      path: path.slice('late:'.length),
      namespace: ENTRY,
    }))
    build.onLoad({ filter: /./, namespace: ENTRY }, ({ path }) => ({
      contents: `export { ${LATE[path].join(', ')} } from '${path}'`,
      resolveDir: build.initialOptions.absWorkingDir ?? process.cwd(),
    }))
    // As they are at run time, seen from every folder of dist.
    build.onResolve({ filter: /^\.\.\/late\// }, ({ path }) => ({ path, external: true }))
  },
}

/** What esbuild shall make for the late packages. */
export const lateEntries = Object.keys(LATE).map((name) => ({ in: `late:${name}`, out: lateFile(name) }))

function lateFile(name) {
  return `late/${name.replace(/^@/, '').replaceAll('/', '-')}`
}

function builtinHttp() {
  return `const http = process.getBuiltinModule('node:http')
export default http
export const { ${HTTP.join(', ')} } = http`
}

/** Looks like the package's classes and functions, and fetches the package when one of them is called. */
function late(name) {
  const exports = LATE[name].map((each) => `export const ${each} = standIn('${each}')`)
  return `const load = () => require('../${lateFile(name)}.js')
const standIn = (name) => new Proxy(function () {}, {
  construct: (_target, args) => new (load()[name])(...args),
  apply: (_target, self, args) => Reflect.apply(load()[name], self, args),
  get: (_target, key) => load()[name][key],
})
${exports.join('\n')}`
}
