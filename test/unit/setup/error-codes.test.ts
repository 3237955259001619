import { parseInputs } from '../../../actions/setup/inputs.ts'
import { parseInfo } from '../../../actions/setup/probe.ts'
import { reproduce } from '../../error-codes.ts'

const url = 'https://example.org/podman-linux-amd64.tar.gz'
const sha256 = 'ab'.repeat(32)
const given = (inputs: Record<string, string>) => () => {
  const values: Record<string, string> = { context: '.', 'minimum-buildah': 'auto', ...inputs }
  parseInputs({ text: (name) => values[name] ?? '' })
}

reproduce([
  ['IMG1001', 'a version that is none', given({ 'minimum-buildah': 'new' })],
  ['IMG1108', 'a context outside', given({ context: '../other' })],
  ['IMG2001', 'an address without its checksum', given({ 'podman-url-amd64': url })],
  ['IMG2001', 'a checksum without its address', given({ 'podman-sha256-arm64': sha256 })],
  [
    'IMG2002',
    'a checksum of another kind',
    given({ 'podman-url-amd64': url, 'podman-sha256-amd64': 'sha256:ab' }),
  ],
  [
    'IMG2003',
    'an address that anybody can listen to',
    given({ 'podman-url-amd64': 'http://example.org/x', 'podman-sha256-amd64': sha256 }),
  ],
  ['IMG2003', 'a mirror without its scheme', given({ mirror: 'mirror.example' })],
  ['IMG2020', 'a podman that tells of something else', () => parseInfo('{}')],
  ['IMG2020', 'a podman that does not tell', () => parseInfo('Error: cannot')],
])
