import { describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { ProcessError, type RunProcess } from '../../../actions/base/process.ts'
import { buildFailure } from '../../../actions/engine/build-failure.ts'
import { openEngine } from '../../../actions/engine/engine.ts'

const failed = (stderr: string) => new ProcessError('podman', { exitCode: 125, stdout: '', stderr })
const hintOf = async (stderr: string, run: RunProcess) => {
  const engine = openEngine(run, {}, {}, '/auth.json')
  return (await buildFailure(failed(stderr), 'linux/amd64', { engine, folder: '/temp/own' })).hint
}
const info: RunProcess = async () => ({ exitCode: 0, stdout: '/disk/storage\noverlay\n', stderr: '' })

describe('a disk that is full in a build', () => {
  test.each([
    [
      'podman’s',
      'Error: write /disk/storage/overlay/x: no space left on device',
      'The disk of /disk/storage is',
    ],
    [
      'a container’s',
      'cp: /x: No space left on device\nError: exit status 1',
      'The disk of /disk/storage is',
    ],
    ['our own', 'Error: write /temp/own/image-id: no space left on device', 'The disk of /temp/own is'],
  ])('is %s', async (_name, stderr, hint) => expect(await hintOf(stderr, info)).toContain(hint))

  test.each<[string, RunProcess]>([
    ['does not work', () => Promise.reject(failed('Error: no space left on device'))],
    ['is stopped', () => Promise.reject(new CancelledError())],
    ['names no folder', async () => ({ exitCode: 0, stdout: '', stderr: '' })],
  ])('is podman’s, wherever it may be, when podman %s', async (_name, run) => {
    expect(await hintOf('no space left on device', run)).toContain("The disk of podman's storage is full")
  })
})
