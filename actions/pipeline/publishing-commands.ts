import { CARRIED_FOLDER } from './carried-folder.ts'
import { type Command, inputsOfAction, USUAL } from './command.ts'

export const RUN: Command = {
  ...USUAL,
  name: 'run',
  summary: 'From a Containerfile to a published image, on this machine',
  positionals: '',
  examples: [
    [
      "Build the checkout for this machine's platform, and publish nothing:",
      'npx image-actions run --skip-push',
    ],
    [
      "Publish to GitHub's registry under one tag:",
      'GITHUB_TOKEN=… npx image-actions run --checkout ../app \\',
      '  --registries ghcr.io/owner --tag-name test',
    ],
    [
      'Two platforms, two registries, logins taken from podman login:',
      'npx image-actions run --platforms linux/amd64,linux/arm64 \\',
      '  --registries ghcr.io/owner,docker.io/user --image app',
    ],
  ],
  needsCheckout: true,
  inputs: () => inputsOfAction('pipeline'),
}

export const PLAN: Command = {
  ...USUAL,
  name: 'plan',
  summary: 'Tells what would be published, and writes it down',
  positionals: '',
  examples: [
    ['What this checkout would publish, and why:', 'npx image-actions plan'],
    ['Write it into a folder, for builds on other machines:', 'npx image-actions plan --artifacts carried'],
    [
      'One tag, of two images, for another program:',
      'npx image-actions plan --tag-name test --images images.yml --json',
    ],
  ],
  needsCheckout: true,
  // A plan may be made where nobody is logged in.
  inputs: () => [
    CARRIED_FOLDER,
    ...inputsOfAction('prepare').filter(({ name }) => name !== 'has-credentials'),
  ],
}

export const BUILD: Command = {
  ...USUAL,
  name: 'build',
  summary: 'Builds one image for one platform, and pushes it by digest',
  positionals: '',
  examples: [
    [
      "This machine's part of a plan, whose record stays in the folder:",
      'npx image-actions build --artifacts carried',
    ],
    [
      'One of several images, by its leg in the plan:',
      'npx image-actions build --artifacts carried --leg 0a1b2c3d4e5f',
    ],
    ['Without a plan, and without a push:', 'npx image-actions build --skip-push'],
  ],
  needsCheckout: true,
  inputs: () => [CARRIED_FOLDER, ...inputsOfAction('build')],
}

export const MERGE: Command = {
  ...USUAL,
  name: 'merge',
  summary: 'Joins what was built into one image, tags it, and reads it back',
  positionals: '',
  examples: [
    ['All that the plan in the folder asked for:', 'npx image-actions merge --artifacts carried'],
    [
      'A tag that moves even backwards:',
      'GITHUB_TOKEN=… npx image-actions merge --artifacts carried \\',
      '  --force-move latest',
    ],
  ],
  // Two commands are no two jobs of one run, so nothing is planned anew.
  inputs: () => [
    CARRIED_FOLDER,
    ...inputsOfAction('merge').filter(({ description }) => !description.startsWith('Without a plan')),
  ],
}
