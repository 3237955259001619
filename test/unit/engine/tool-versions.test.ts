import { expect, test } from '@jest/globals'
import { type Engine, toolVersions } from '../../../actions/engine/engine.ts'

const engineWith = (answers: Record<string, string>): Engine => ({
  run: async (command) => {
    const stdout = answers[command]
    if (stdout === undefined) throw new Error(`${command} is not installed here.`)
    return { exitCode: 0, stdout, stderr: '' }
  },
  env: {},
  settings: {},
  authFile: '',
})

test.each([
  [
    { podman: 'podman version 5.4.2\n', buildah: 'buildah version 1.39.3 (image-spec 1.1.0)\n' },
    '5.4.2',
    '1.39.3',
  ],
  [{ podman: 'podman version 4.9.3' }, '4.9.3', 'unknown'],
  [{ podman: 'what?' }, 'unknown', 'unknown'],
])('%j has podman %s and buildah %s', async (answers, podman, buildah) => {
  expect(await toolVersions(engineWith(answers))).toEqual({ podman, buildah })
})
