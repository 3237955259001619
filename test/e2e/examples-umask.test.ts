import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { command } from './harness/command.ts'
import { openExample } from './harness/examples.ts'

const LOCAL = 'localhost/image-actions'
const buildArgs = { PYTHON: `${LOCAL}/python`, UV: `${LOCAL}/uv` }

/** An archive unpacked, or a clone made, by somebody whose group may write it. */
test.each([
  ['fastapi-api', { buildArgs }],
  ['django-web', { buildArgs: { ...buildArgs, NODE: `${LOCAL}/node` } }],
  [
    'comfyui',
    {
      buildArgs: { PYTHON: `${LOCAL}/python`, CUDA: `${LOCAL}/python`, TORCH: '' },
      buildContexts: { comfyui: 'stand-in' },
      target: 'core-cpu',
    },
  ],
])('%s has its modes whatever mask it was checked out with', async (name, options) => {
  const example = await openExample(name, options)
  try {
    const { version, files, hardening } = parse(
      await readFile(join(example.folder, 'image-verify.yml'), 'utf8'),
    )
    await command('chmod', ['-R', 'g+w', '.'], { cwd: example.folder })
    example.change({ 'files.yml': stringify({ version, files, hardening }) })
    await example.build()
    const { failed, said } = await example.verify({ file: 'files.yml' })
    expect([failed, said]).toEqual([[], expect.anything()])
  } finally {
    await example.close()
  }
})
