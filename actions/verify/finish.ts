import { rm } from 'node:fs/promises'
import type { Runner } from '../runner/runner.ts'
import { finishVerification } from '../runner/unfinished-verification.ts'

/** Where credentials and what podman writes lie. */
export function saveFolder(runner: Runner, folder: string): void {
  runner.saveState('folder', folder)
}

/** In `post:`, or when an interrupted command ends: nothing is left running, and no credentials on the disk. */
export async function finishVerify(runner: Runner): Promise<void> {
  try {
    await finishVerification(runner)
  } finally {
    const folder = runner.state('folder')
    if (folder !== '') await rm(folder, { recursive: true, force: true })
  }
}
