import { recallManifest } from '../../../actions/base/kept-manifest.ts'
import { parseJson } from '../../../actions/base/schema.ts'
import { readJson } from '../../../actions/base/written/json.ts'
import { readYaml } from '../../../actions/base/written/yaml.ts'
import { readSecrets } from '../../../actions/build/secrets.ts'
import { readCheckFile } from '../../../actions/checks/file/read.ts'
import { parsePodmanInfo } from '../../../actions/doctor/podman-info.ts'
import { readSnapshot } from '../../../actions/nodes/file/read.ts'
import { readLock } from '../../../actions/nodes/lock/read.ts'
import { contentsOf } from '../../../actions/packages/reach/contents.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import { parsePlan, serialisePlan } from '../../../actions/plan/plan.ts'
import { parseReceipt, serialiseReceipt } from '../../../actions/plan/receipt.ts'
import { readReceipt } from '../../../actions/plan/receipt-source.ts'
import { parseRecord, serialiseRecord } from '../../../actions/plan/record.ts'
import { parseLogins } from '../../../actions/registry/logins.ts'
import { childrenOf } from '../../../actions/registry/provenance.ts'
import { subjectOf } from '../../../actions/registry/referrers.ts'
import { parseBuildahVersion, parseInfo } from '../../../actions/setup/probe.ts'
import { LATEST, planFor, recordsOf } from '../merge/plans.ts'
import { DIGEST, only, type Parser } from './parsers.ts'

const plan = planFor({ revision: 'r1', tags: [LATEST] })
const record = serialiseRecord(recordsOf(plan)[0]!)
const receipt = serialiseReceipt({
  ...{
    schema: 1,
    plan: '0123456789ab',
    repository: 'o/a',
    revision: 'r',
    version: '1',
    attempt: 1,
    duration: 1,
  },
  ...{ created: '2026-01-02T03:04:05Z', manifests: {}, leftovers: [] },
  images: [
    {
      ...{
        name: 'app',
        outcome: 'published',
        digest: DIGEST as `sha256:${string}`,
        mediaType: 'x',
        platforms: [],
      },
      repositories: [
        {
          repository: 'ghcr.io/o/a',
          tags: [],
          superseded: [{ tag: 'latest', digest: DIGEST as `sha256:${string}` }],
        },
      ],
    },
  ],
})
const index = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: DIGEST,
      size: 7,
      platform: { os: 'linux', architecture: 'arm64' },
    },
  ],
  subject: { mediaType: 'x', digest: DIGEST, size: 1 },
})
const manifest = (text: string) =>
  recallManifest({ mediaType: 'application/vnd.oci.image.index.v1+json', content: text })
const CHECKS =
  'version: 1\nimage: { user: app, max-size: 250 MB }\nrun:\n  env: { A: "b" }\n  ready: { http: { path: /health, port: 8000 } }\n  stop: { within: 10s }\ncases:\n  - { name: a, cmd: [/b], exit: non-zero, output: { contains: C } }\n'
const SNAPSHOT = JSON.stringify({
  comfyui: 'a'.repeat(40),
  git_custom_nodes: { 'https://github.com/o/n': { hash: 'b'.repeat(40), disabled: false } },
  cnr_custom_nodes: { x: '1.0.0' },
  file_custom_nodes: [],
  pips: { 'a==1.0': '' },
})
const LOCK = JSON.stringify({
  schema: 1,
  snapshot: DIGEST,
  git: {},
  registry: {},
  files: {},
  packages: { a: [DIGEST] },
})
const INFO = JSON.stringify({
  host: {
    buildahVersion: '1.35.0',
    cgroupManager: 'cgroupfs',
    cgroupVersion: 'v2',
    ociRuntime: { name: 'crun', version: 'crun version 1.8' },
    security: { rootless: true },
  },
  store: { graphDriverName: 'overlay', graphRoot: '/a' },
  version: { Version: '5.4.2' },
})
const KIND = { what: 'file', code: 'IMG9900', hint: 'Write it again.' } as never

/** What files, artifacts, registries and podman hold. */
export const DOCUMENTS: readonly Parser[] = [
  { where: 'plan/plan.ts parsePlan', samples: [serialisePlan(plan)], parse: parsePlan, write: serialisePlan },
  {
    where: 'plan/record.ts parseRecord',
    samples: [record],
    parse: (text) => parseRecord(text, 'record'),
    write: serialiseRecord,
  },
  {
    where: 'plan/receipt.ts parseReceipt',
    samples: [receipt],
    parse: (text) => parseReceipt(text),
    write: serialiseReceipt,
  },
  {
    where: 'plan/receipt-source.ts readReceipt',
    samples: [receipt],
    parse: (text) => readReceipt('receipt-0123456789ab-1', text),
    write: serialiseReceipt,
  },
  {
    where: 'base/schema.ts parseJson',
    samples: ['{"a": [1, null, "b"]}'],
    parse: (text) => parseJson(text, KIND),
  },
  {
    where: 'base/written/json.ts readJson',
    samples: ['{"a": [1, null, "b"], "c": {"d": 1e3}}'],
    parse: (text) => readJson(text, KIND),
  },
  {
    where: 'base/written/yaml.ts readYaml',
    samples: ['a: [1, ~, b]\nc: &x {d: 1}\ne: *x\nf: |\n  g\n', CHECKS],
    parse: (text) => readYaml(text, KIND),
  },
  {
    where: 'checks/file/read.ts readCheckFile',
    samples: [CHECKS],
    parse: (text) => readCheckFile(text, { file: 'a.yml', variables: {} }),
  },
  {
    where: 'nodes/file/read.ts readSnapshot',
    samples: [SNAPSHOT, 'comfyui: abc\ngit_custom_nodes: {}\n'],
    parse: (text) => readSnapshot(text, 'a.json'),
  },
  { where: 'nodes/lock/read.ts readLock', samples: [LOCK], parse: (text) => readLock(text, 'a.json') },
  {
    where: 'registry/logins.ts parseLogins',
    samples: ['- registry: ghcr.io\n  username: octo\n  password: a\n- {username: b, password: c}'],
    parse: parseLogins,
  },
  {
    where: 'build/secrets.ts readSecrets',
    samples: ['{"npm": "a", "b": "c"}', 'npm=a'],
    parse: (text) => readSecrets(only('secrets', text)),
  },
  { where: 'doctor/podman-info.ts parsePodmanInfo', samples: [INFO], parse: parsePodmanInfo },
  { where: 'setup/probe.ts parseInfo', samples: [INFO], parse: parseInfo },
  {
    where: 'setup/probe.ts parseBuildahVersion',
    samples: ['Version:         1.35.4\nGo Version: go1'],
    parse: parseBuildahVersion,
  },
  {
    where: 'packages/reach/contents.ts contentsOf',
    samples: [index],
    parse: (text) => contentsOf(manifest(text)),
  },
  {
    where: 'packages/reach/manifest-cache.ts ManifestCache.parse',
    samples: ['{"schema":1,"manifests":[]}'],
    parse: (text) => ManifestCache.parse(text).grown,
  },
  {
    where: 'registry/provenance.ts childrenOf',
    samples: [index],
    parse: (text) => childrenOf(manifest(text)),
  },
  { where: 'registry/referrers.ts subjectOf', samples: [index], parse: (text) => subjectOf(manifest(text)) },
]
