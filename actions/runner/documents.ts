import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { DocumentSources } from '../plan/document-source.ts'
import type { Runner } from './runner.ts'

/** No plan or receipt comes near this; anything larger isn't ours. */
export const LONGEST_DOCUMENT = 64 * 1024 * 1024

/** As GitHub's own action uploads what it is given. */
export function isArchive(content: Buffer): boolean {
  return content.toString('latin1', 0, 4) === 'PK\u0003\u0004'
}

/** Where plans and receipts lie that were handed over. A path may well lead out of the checkout, as into RUNNER_TEMP. */
export function documentSources(runner: Pick<Runner, 'event' | 'artifacts'>): DocumentSources {
  return {
    readFile: (path) => readFile(resolve(runner.event.workspace, path), 'utf8'),
    artifact: async (name) => (await runner.artifacts()).get(name),
  }
}
