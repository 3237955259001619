import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BEGINNING } from '../git/history.ts'
import { AUTHOR, git } from '../git/process.ts'

/** As much of ComfyUI as comfy-cli and ComfyUI-Manager look for, and import. */
const FILES: Readonly<Record<string, string>> = {
  'main.py': 'print("ComfyUI would start here")\n',
  'nodes.py': '',
  'requirements.txt': '',
  'comfy/__init__.py': '',
  'comfy/cli_args.py': 'class args:\n    enable_manager = False\n    enable_manager_legacy_ui = False\n',
  'comfy_extras/__init__.py': '',
  'comfy_api/__init__.py': '',
  'utils/__init__.py': '',
  'utils/extra_config.py': 'def load_extra_path_config(path):\n    pass\n',
  'folder_paths.py': `import os

base_path = os.path.dirname(os.path.realpath(__file__))
folder_names_and_paths = {"custom_nodes": ([os.path.join(base_path, "custom_nodes")], set())}


def get_folder_paths(name):
    return list(folder_names_and_paths[name][0])


def get_system_user_directory(name="system"):
    return os.path.join(base_path, "user", "__" + name)
`,
  'custom_nodes/websocket_image_save.py': '# of ComfyUI itself\n',
  '.gitignore': '__pycache__/\n/custom_nodes/*\n!/custom_nodes/websocket_image_save.py\n/user/\n',
}

export interface Workspace {
  /** ComfyUI's checkout. */
  core: string
  /** The folder custom_nodes. */
  nodes: string
  commit: string
}

/** A stand-in for ComfyUI's checkout, the same each time. */
export async function makeWorkspace(core: string): Promise<Workspace> {
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(core, path)), { recursive: true })
    await writeFile(join(core, path), text)
  }
  await git(core, ['init', '--quiet', '--initial-branch=master', '--template=', '.'])
  await git(core, ['add', '--all', '--force', '.'])
  const tree = await git(core, ['write-tree'])
  const by = `${AUTHOR} ${BEGINNING} +0000`
  const text = `tree ${tree}\nauthor ${by}\ncommitter ${by}\n\nA stand-in for ComfyUI\n`
  const commit = await git(core, ['hash-object', '-w', '-t', 'commit', '--stdin'], text)
  await git(core, ['update-ref', 'refs/heads/master', commit])
  await git(core, ['remote', 'add', 'origin', 'https://github.com/comfyanonymous/ComfyUI'])
  return { core, nodes: join(core, 'custom_nodes'), commit }
}
