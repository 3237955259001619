import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readSnapshot } from '../../../actions/nodes/file/read.ts'
import { validate } from '../../../actions/nodes/validate/validate.ts'
import { SCENES } from '../../doubles/comfyui/scenes.ts'

const RECORDED = join(import.meta.dirname, 'recorded')
const RULES = { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 0 }
const KJNODES = 'https://github.com/kijai/ComfyUI-KJNodes'

const read = (name: string) => readSnapshot(readFileSync(join(RECORDED, name), 'utf8'), name)
const errorsOf = (name: string) => validate(read(name), RULES).errors.map(String)

describe('what the real tool saves', () => {
  test.each(Object.keys(SCENES))('%s is read, with its packages', (name) => {
    const { packages } = read(name).snapshot
    expect(packages).toContainEqual({ requirement: 'comfy-cli==1.23.0', address: '' })
    expect(packages).toContainEqual({ requirement: 'comfyui-manager==4.3', address: '' })
  })

  test.each(['detached.json', 'twice.json'])('%s has a line break after a commit, which goes', (name) => {
    expect(readFileSync(join(RECORDED, name), 'utf8')).toMatch(/[0-9a-f]{40}\\n/)
    const [node] = read(name).snapshot.git
    expect(node).toEqual({
      url: KJNODES,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      disabled: name === 'twice.json',
    })
    expect(errorsOf(name)).toEqual([])
  })

  test('YAML is read like JSON', () => {
    const { comfyui, git, registry, files } = read('branch.yaml').snapshot
    expect({ comfyui, git, registry, files }).toEqual({
      comfyui: read('detached.json').snapshot.comfyui,
      git: [{ url: KJNODES, commit: expect.stringMatching(/^[0-9a-f]{40}$/), disabled: false }],
      registry: [],
      files: [{ filename: 'websocket_image_save.py', disabled: false }],
    })
    expect(errorsOf('branch.yaml')).toEqual([])
  })

  test('the commit that it did not find out is an error that names the node', () => {
    expect(errorsOf('packed-refs.json')).toEqual([
      expect.stringMatching(/ComfyUI-KJNodes.*unknown|unknown.*ComfyUI-KJNodes/),
    ])
  })

  test('one repository by two addresses is an error; SSH becomes https', () => {
    const urls = read('remotes.json').snapshot.git.map(({ url }) => url)
    expect([...new Set(urls)].sort()).toEqual([
      'https://github.com/cubiq/ComfyUI_IPAdapter_plus',
      KJNODES,
      'https://github.com/rgthree/rgthree-comfy',
    ])
    expect(errorsOf('remotes.json')).toEqual([expect.stringContaining('ComfyUI-KJNodes')])
  })

  test('nothing is known of a ComfyUI without .git', () => {
    const { comfyui, git, registry } = read('without-git.json').snapshot
    expect({ comfyui, git, registry }).toEqual({
      comfyui: null,
      git: [],
      registry: [{ id: 'comfyui-impact-pack', version: '8.22.2' }],
    })
  })
})
