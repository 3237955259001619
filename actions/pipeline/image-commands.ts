import type { ManifestInput } from '../runner/command-line/manifest-inputs.ts'
import { SNAPSHOT_EXAMPLES } from '../snapshot/examples.ts'
import { snapshotInputs } from '../snapshot/manifest.ts'
import { type Command, inputsOfAction, USUAL } from './command.ts'

/** A person drafts a check file once; a workflow never does. */
const INIT: ManifestInput = {
  name: 'init',
  description:
    'Only drafts the check file, from what the image is now; an existing one is never replaced, and "--file -" shows the draft instead.',
  default: 'false',
}

export const VERIFY: Command = {
  ...USUAL,
  name: 'verify',
  summary: 'Checks an image against image-verify.yml, before anybody pulls it',
  positionals: 'IMAGE',
  examples: [
    ['Draft a check file from an image that is as it should be:', 'npx image-actions verify --init app'],
    ['Check the image against it, in the folder where it lies:', 'npx image-actions verify app'],
    [
      'In a script, with the report for another program:',
      'npx image-actions verify ghcr.io/owner/app:1.2.3 --json \\',
      '  --file deploy/image-verify.yml --variables base=debian:13',
    ],
  ],
  unable: 2,
  inputs: () => [...inputsOfAction('verify'), INIT],
}

export const SNAPSHOT: Command = {
  ...USUAL,
  name: 'snapshot',
  summary: 'Pins custom nodes, restores what is pinned, and proves it',
  positionals: 'MODE',
  examples: SNAPSHOT_EXAMPLES.map(([what, words]) => [what, `npx image-actions snapshot ${words}`]),
  inputs: snapshotInputs,
}

export const CLEANUP: Command = {
  ...USUAL,
  name: 'cleanup',
  summary: 'Removes what tags left behind, and nothing that a tag reaches',
  positionals: 'IMAGE…',
  examples: [
    [
      'What is there, and what nothing reaches any more; nothing is removed:',
      'npx image-actions cleanup --dry-run --untagged 7d ghcr.io/owner/app',
    ],
    [
      'Tags of pull requests, save the newest ten and those of this month:',
      "GITHUB_TOKEN=… npx image-actions cleanup --tags 'pr-*' \\",
      '  --older-than 30d --keep-n-tagged 10 ghcr.io/owner/app',
    ],
    [
      'In a script, where nobody can be asked; the report is for another program:',
      'npx image-actions cleanup --yes --json --untagged 30d docker.io/user/app',
    ],
  ],
  asksUnless: ['dry-run'],
  // Who names a receipt here wants just that; the gate is for runs that clean up by themselves.
  inputs: () =>
    inputsOfAction('cleanup').map((input) =>
      input.name === 'any-branch' ? { ...input, default: 'true' } : input,
    ),
}

export const ROLLBACK: Command = {
  ...USUAL,
  name: 'rollback',
  summary: 'Puts a tag back to an earlier state, in every registry at once',
  positionals: 'IMAGE[:TAG] [TO]',
  examples: [
    ['The states that latest can go back to:', 'npx image-actions rollback --list ghcr.io/owner/app'],
    [
      'To the state before the last publication; once more undoes it:',
      'GITHUB_TOKEN=… npx image-actions rollback ghcr.io/owner/app',
    ],
    [
      'latest shall be what 1.2.3 is, in two registries; first only shown:',
      'npx image-actions rollback --dry-run app:latest 1.2.3 \\',
      '  --registries ghcr.io/owner,docker.io/user',
    ],
  ],
  asksUnless: ['dry-run', 'list'],
  inputs: () => inputsOfAction('rollback'),
}
