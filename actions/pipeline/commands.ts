import { type ManifestInput, readManifest } from '../runner/command-line/manifest-inputs.ts'
import { SNAPSHOT_EXAMPLES } from '../snapshot/examples.ts'
import { snapshotInputs } from '../snapshot/manifest.ts'

export type CommandName = 'run' | 'verify' | 'snapshot' | 'cleanup' | 'rollback'

export interface Command {
  name: CommandName
  /** What it does, in a line. */
  summary: string
  /** What stands behind the name, options aside. */
  positionals: string
  /** What an example does, and its lines. */
  examples: readonly (readonly [string, ...string[]])[]
  /** Only what is checked out can be built; others take from a checkout which repository is meant. */
  needsCheckout: boolean
  /** Whether it asks before it changes anything, save with one of these inputs. */
  asksUnless: readonly string[] | undefined
  /** What it ends with when it could not do its work; 1 elsewhere says what its work came to. */
  unable: 1 | 2
  /** Its options: the inputs of its action. */
  inputs(): ManifestInput[]
}

/** A person drafts a check file once; a workflow never does. */
const INIT: ManifestInput = {
  name: 'init',
  description:
    'Only drafts the check file, from what the image is now; an existing one is never replaced, and "--file -" shows the draft instead.',
  default: 'false',
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'run',
    summary: 'From a Containerfile to a published image, on this machine',
    positionals: '',
    examples: [
      [
        "Build the checkout for this machine's platform, and publish nothing:",
        'npm start -- --checkout ../app --skip-push',
      ],
      [
        "Publish to GitHub's registry under one tag:",
        'GITHUB_TOKEN=… npm start -- --checkout ../app \\',
        '  --registries ghcr.io/owner --tag-name test',
      ],
      [
        'Two platforms, two registries, logins taken from podman login:',
        'npm start -- --checkout ../app --platforms linux/amd64,linux/arm64 \\',
        '  --registries ghcr.io/owner,docker.io/user --image app',
      ],
    ],
    needsCheckout: true,
    asksUnless: undefined,
    unable: 1,
    inputs: () => readManifest(new URL('../../action.yml', import.meta.url)),
  },
  {
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
    needsCheckout: false,
    asksUnless: undefined,
    unable: 2,
    inputs: () => [...readManifest(new URL('../../verify/action.yml', import.meta.url)), INIT],
  },
  {
    name: 'snapshot',
    summary: 'Pins custom nodes, restores what is pinned, and proves it',
    positionals: 'MODE',
    examples: SNAPSHOT_EXAMPLES.map(([what, words]) => [what, `npx image-actions snapshot ${words}`]),
    needsCheckout: false,
    asksUnless: undefined,
    unable: 1,
    inputs: snapshotInputs,
  },
  {
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
    needsCheckout: false,
    asksUnless: ['dry-run'],
    unable: 1,
    // Who names a receipt here wants just that; the gate is for runs that clean up by themselves.
    inputs: () =>
      readManifest(new URL('../../cleanup/action.yml', import.meta.url)).map((input) =>
        input.name === 'any-branch' ? { ...input, default: 'true' } : input,
      ),
  },
  {
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
    needsCheckout: false,
    asksUnless: ['dry-run', 'list'],
    unable: 1,
    inputs: () => readManifest(new URL('../../rollback/action.yml', import.meta.url)),
  },
]

export function findCommand(name: string | undefined): Command | undefined {
  return COMMANDS.find((command) => command.name === name)
}
