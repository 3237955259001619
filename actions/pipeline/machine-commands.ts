import { SHELLS } from '../runner/command-line/shells.ts'
import { type Command, inputsOfAction, USUAL } from './command.ts'

/** What of the pipeline says which registries are meant, who we are there, and what is built. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'image',
  'registries',
  'platforms',
  'github-token',
  'dockerhub-username',
  'dockerhub-token',
  'registry-auth',
  'registry-kinds',
  'insecure-registries',
])

export const DOCTOR: Command = {
  ...USUAL,
  name: 'doctor',
  summary: 'Tells whether this machine can build and publish',
  positionals: '',
  examples: [
    ['Engine, storage, and the registries of the checkout:', 'npx image-actions doctor'],
    [
      'Two registries, with the rights of the tokens:',
      'GITHUB_TOKEN=… DOCKERHUB_TOKEN=… npx image-actions doctor \\',
      '  --registries ghcr.io/owner,docker.io/user --dockerhub-username user',
    ],
    [
      'Whether a foreign platform can be built here, for another program:',
      'npx image-actions doctor --platforms linux/arm64 --json',
    ],
  ],
  inputs: () => inputsOfAction('pipeline').filter(({ name }) => LOOKED_AT.has(name)),
}

export const COMPLETION: Command = {
  ...USUAL,
  name: 'completion',
  summary: 'Prints what lets a shell complete commands, options and values',
  positionals: SHELLS.join('|'),
  examples: [
    ['For bash, in every new shell:', 'npx image-actions completion bash >> ~/.bashrc'],
    ['For zsh:', 'npx image-actions completion zsh >> ~/.zshrc'],
    [
      'For fish:',
      'npx image-actions completion fish \\',
      '  > ~/.config/fish/completions/image-actions.fish',
    ],
  ],
  inputs: () => [{ name: 'shell', description: `The shell, as one of ${SHELLS.join(', ')}.`, default: '' }],
}
