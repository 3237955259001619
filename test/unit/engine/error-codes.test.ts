import { digestOf } from '../../../actions/base/digest.ts'
import type { RunProcess } from '../../../actions/base/process.ts'
import { withMountedImage } from '../../../actions/engine/mounted.ts'
import { reproduce } from '../../error-codes.ts'

/** A podman that knows every image, and refuses to mount one: as it says that. */
const refusing =
  (stderr: string): RunProcess =>
  async (_command, args) =>
    args[1] === 'mount' ? { exitCode: 125, stdout: '', stderr } : { exitCode: 0, stdout: '{}', stderr: '' }
const mount = (stderr: string) => () =>
  withMountedImage({ run: refusing(stderr), env: {} }, digestOf('image'), async () => {})

reproduce([
  [
    'IMG2110',
    'an image that a plain user mounts',
    mount(
      'Error: cannot run command "podman image mount" in rootless mode, must execute `podman unshare` first',
    ),
  ],
  ['IMG2020', 'an image that can’t be mounted', mount('Error: creating overlay mount: invalid argument')],
])
