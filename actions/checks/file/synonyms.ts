import type { Synonyms } from '../../base/written/suggestions.ts'

/** What people write for it elsewhere. */
export const ELSEWHERE: Synonyms = {
  command: 'cmd',
  args: 'cmd',
  environment: 'env',
  variables: 'env',
  expose: 'ports',
  timeout: 'within',
  'exit-code': 'exit',
  exitcode: 'exit',
  retries: 'tries',
  includes: 'contains',
  regex: 'matches',
  permissions: 'mode',
  'working-dir': 'workdir',
  sidecars: 'services',
}
