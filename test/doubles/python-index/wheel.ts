import { createHash } from 'node:crypto'
import { zipOf } from '../zip.ts'

export interface WheelSpec {
  name: string
  version: string
  /** `Requires-Dist`, such as `six>=1.15`. */
  requires?: readonly string[]
  /** What its only module says, so that two wheels of one version may differ. */
  content?: string
  /** `py3-none-any` unless told. */
  tag?: string
}

export interface Wheel extends WheelSpec {
  file: string
  bytes: Buffer
  sha256: string
}

/** The smallest wheel that pip and uv take. */
export function wheelOf(spec: WheelSpec): Wheel {
  const { name, version, requires = [], content = `version = '${version}'\n`, tag = 'py3-none-any' } = spec
  const base = name.replace(/[-_.]+/g, '_')
  const info = `${base}-${version}.dist-info`
  const metadata = ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`]
  const files = [
    { name: `${base}/__init__.py`, content },
    {
      name: `${info}/METADATA`,
      content: `${[...metadata, ...requires.map((line) => `Requires-Dist: ${line}`)].join('\n')}\n`,
    },
    {
      name: `${info}/WHEEL`,
      content: `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: ${tag}\n`,
    },
  ]
  const record = files.map((file) => `${file.name},sha256=${base64(file.content)},${file.content.length}\n`)
  const bytes = zipOf([...files, { name: `${info}/RECORD`, content: `${record.join('')}${info}/RECORD,,\n` }])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...spec, file: `${base}-${version}-${tag}.whl`, bytes, sha256 }
}

function base64(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
