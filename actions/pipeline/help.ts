import { type ManifestInput, SECRET_INPUTS, variableOf } from './manifest-inputs.ts'

const WIDTH = 78

const HEAD = `From a Containerfile to a published image, on this machine

Usage
  npm start                                       an example, on loopback
  npm start -- --checkout FOLDER [options]        your own image

Examples
  Build the checkout for this machine's platform, and publish nothing:
    npm start -- --checkout ../app --skip-push true

  Publish to GitHub's registry under one tag:
    GITHUB_TOKEN=… npm start -- --checkout ../app \\
      --registries ghcr.io/owner --tag-name test

  Two platforms, two registries, logins taken from podman login:
    npm start -- --checkout ../app --platforms linux/amd64,linux/arm64 \\
      --registries ghcr.io/owner,docker.io/user --image app

Options
  --checkout FOLDER
      The git checkout; the current folder unless given.
  --trace
      Tells every request to a registry, its status and its time.
`

/** Every input of the action is an option; what must not be seen in a process list is read from a variable as well. */
export function helpText(manifest: readonly ManifestInput[]): string {
  return `${HEAD}${manifest.map(option).join('')}`
}

function option({ name, description, default: value }: ManifestInput): string {
  const facts = [
    ...(value === '' ? [] : [`Default: ${value}`]),
    ...(SECRET_INPUTS.has(name) ? [`Better given as the variable ${variableOf(name)}.`] : []),
  ]
  return `  --${name} TEXT\n${wrap([description, ...facts].join(' '))}\n`
}

function wrap(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] as string
    if (last.length + word.length < WIDTH - 6)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `      ${line}`).join('\n')
}
