import { readFileSync } from 'node:fs'
import { run, say } from './run.mjs'

/** Runs podman as GitHub's runners do, without root, when the tests themselves run as root. */
export const PLAIN_USER = 'image-actions'

/** Makes the user, and the ids that its containers may use. */
export function givePlainUser() {
  if (process.getuid?.() !== 0) return
  if (!has('/etc/passwd')) {
    say(`adding the user ${PLAIN_USER}, to run podman without root`)
    run('useradd', ['--create-home', '--shell', '/bin/bash', PLAIN_USER])
  }
  if (!has('/etc/subuid') || !has('/etc/subgid'))
    run('usermod', ['--add-subuids', '200000-265535', '--add-subgids', '200000-265535', PLAIN_USER])
}

function has(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => line.startsWith(`${PLAIN_USER}:`))
}
