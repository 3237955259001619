import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { git } from '../git/process.ts'
import { makeRepositories, type Repository } from '../git/repositories.ts'
import { comfy, comfyEnvironment } from './comfy.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/**
 * Installations that the real tool's save is held against, by the file in test/unit/nodes/recorded that it wrote of each,
 * byte for byte. It ends the commit of a detached HEAD with a line break, calls that of packed refs `unknown`, makes one
 * entry of two copies and two of one repository, and loses plain folders and files that are off.
 */
export const SCENES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  /** As ours leaves a node, and as every pinned one is. */
  'detached.json': async ({ clone }) => {
    const folder = await clone('kijai/ComfyUI-KJNodes')
    await git(folder, ['checkout', '--quiet', '--detach', 'HEAD~3'])
  },
  'branch.yaml': async ({ clone }) => void (await clone('kijai/ComfyUI-KJNodes')),
  'packed-refs.json': async ({ clone }) => {
    await git(await clone('kijai/ComfyUI-KJNodes'), ['pack-refs', '--all'])
  },
  /** Switched on in one copy, and off in another of another commit. */
  'twice.json': async ({ clone }) => {
    await clone('kijai/ComfyUI-KJNodes')
    const off = await clone('kijai/ComfyUI-KJNodes', { folder: '.disabled/comfyui-kjnodes' })
    await git(off, ['checkout', '--quiet', '--detach', 'HEAD~1'])
  },
  /** One address written in two ways, others by SSH, one with changed files. */
  'remotes.json': async ({ clone }) => {
    await clone('kijai/ComfyUI-KJNodes')
    await clone('kijai/ComfyUI-KJNodes', {
      folder: 'KJNodes-copy',
      remote: 'https://github.com/kijai/ComfyUI-KJNodes.git',
    })
    await clone('cubiq/ComfyUI_IPAdapter_plus', { remote: 'git@github.com:cubiq/ComfyUI_IPAdapter_plus.git' })
    const dirty = await clone('rgthree/rgthree-comfy', {
      remote: 'ssh://git@github.com/rgthree/rgthree-comfy',
    })
    await appendFile(join(dirty, '__init__.py'), '# changed by hand\n')
  },
  /** A node of the registry, plain folders, single files, and nothing of git above them. */
  'without-git.json': async ({ core, nodes }) => {
    await rm(join(core, '.git'), { recursive: true })
    await write(join(nodes, 'comfyui-impact-pack'), {
      'pyproject.toml':
        '[project]\nname = "comfyui-impact-pack"\nversion = "8.22.2"\n\n[project.urls]\nRepository = "https://github.com/ltdrdata/ComfyUI-Impact-Pack"\n',
      '.tracking': '__init__.py\npyproject.toml\n',
      '__init__.py': '',
    })
    await write(join(nodes, 'by-hand'), { '__init__.py': '' })
    await write(nodes, { 'mine.py': '', 'off.py.disabled': '' })
  },
}

interface CloneOptions {
  /** Below custom_nodes; the repository's name unless told. */
  folder?: string
  remote?: string
}

interface Scene extends Workspace {
  clone(name: string, options?: CloneOptions): Promise<string>
}

const SPECS = ['kijai/ComfyUI-KJNodes', 'cubiq/ComfyUI_IPAdapter_plus', 'rgthree/rgthree-comfy'].map(
  (name) => {
    const [owner = '', repository = ''] = name.split('/')
    return { owner, name: repository, files: 2 }
  },
)

/** What the real tool writes of a scene. */
export async function saveScene(name: string, folder: string): Promise<string> {
  const repositories = await makeRepositories(join(folder, 'repositories'), SPECS)
  const workspace = await makeWorkspace(join(folder, 'ComfyUI'))
  const clone = (of: string, options: CloneOptions = {}) =>
    cloneInto(workspace.nodes, repositories.get(of), options)
  await SCENES[name]?.({ ...workspace, clone })
  const output = join(folder, name)
  const environment = comfyEnvironment(join(folder, 'home'), repositories.environment)
  const said = await comfy(workspace.core, ['node', 'save-snapshot', '--output', output], environment)
  if (said.exitCode !== 0) throw new Error(said.output)
  return readFile(output, 'utf8')
}

async function cloneInto(nodes: string, { name, path, url }: Repository, options: CloneOptions) {
  const folder = join(nodes, options.folder ?? name)
  await mkdir(dirname(folder), { recursive: true })
  await git(nodes, ['clone', '--quiet', path, folder])
  await git(folder, ['remote', 'set-url', 'origin', options.remote ?? url])
  return folder
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}
