import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { DocumentSources } from '../plan/document-source.ts'
import type { Runner } from './runner.ts'

/** Where plans and receipts lie that were handed over. A path may well lead out of the checkout, as into RUNNER_TEMP. */
export function documentSources(runner: Pick<Runner, 'event' | 'artifacts'>): DocumentSources {
  return {
    readFile: (path) => readFile(resolve(runner.event.workspace, path), 'utf8'),
    artifact: async (name) => (await runner.artifacts()).get(name),
  }
}
