import type { ImageFacts } from '../contents/facts.ts'
import { SCHEMA_ADDRESS } from '../file/json-schema.ts'
import { asItLies } from './as-it-lies.ts'
import { asItRuns } from './as-it-runs.ts'

/** A check file that the image passes as it is; what only its owner knows is prepared, and switched off. */
export function draftCheckFile(facts: ImageFacts): string {
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA_ADDRESS}`,
    '# What must hold for this image before anybody can pull it. Drafted from the image as it is, so all of this passes',
    '# now: keep what you mean, and leave out what may change.',
    'version: 1',
    ...asItLies(facts),
    '',
    '# Everything below is switched off. Take the "#" away from what you want, and put your own values in.',
    ...asItRuns(facts),
  ]
  return `${lines.join('\n')}\n`
}
