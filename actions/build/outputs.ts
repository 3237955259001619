import type { BuildRecord } from '../plan/record.ts'
import type { Runner } from '../runner/runner.ts'

export function setOutputs(runner: Runner, record: BuildRecord, artifact: string): void {
  const pushed = record.repositories.length > 0
  const references = record.repositories.map(({ repository }) => `${repository}@${record.digest}`)
  const outputs = {
    digest: pushed ? record.digest : '',
    'image-id': record.imageId,
    size: String(record.compressedSize),
    record: artifact,
    references: JSON.stringify(references),
    'cache-hits': String(record.cache.hits),
    duration: String(Math.round((record.buildTime + record.pushTime) / 1000)),
  }
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
}
