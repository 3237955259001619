import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Makes a folder a checkout of the default branch of github.com/octo/app, with all that lies in it. */
export async function commitAll(folder: string): Promise<string> {
  const git = async (...args: string[]) =>
    (
      await promisify(execFile)('git', [
        '-c',
        'user.name=T',
        '-c',
        'user.email=t@example.com',
        '-C',
        folder,
        ...args,
      ])
    ).stdout
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('remote', 'add', 'origin', 'https://github.com/octo/app.git')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'one')
  return folder
}
