import { delimiter } from 'node:path'
import { makeBaseImages } from './base-images.mjs'
import { installComfyCli } from './comfy-cli.mjs'
import { fetchDebianFiles } from './debian-files.mjs'
import { buildGoTools } from './go-tools.mjs'
import { node24 } from './node24.mjs'
import { installNpmPackages } from './npm-packages.mjs'
import { bin } from './places.mjs'
import { givePlainUser } from './plain-user.mjs'
import { podmanEnvironment } from './podman.mjs'
import { installPythonTools } from './python-tools.mjs'
import { say } from './run.mjs'
import { installSystemPackages } from './system-packages.mjs'

/**
 * Installs what is missing for `start` or `test`; with everything there it takes a blink.
 * Gives the environment for what follows, and what could not be had.
 */
export function setUp(purpose) {
  const missing = []
  const step = (what, action) => {
    try {
      return action()
    } catch (error) {
      say(`${what}: ${error.message}`)
      missing.push(what)
      return undefined
    }
  }
  step('system packages', () => installSystemPackages(purpose))
  step('npm packages', installNpmPackages)
  step('busybox and docker-registry', () => fetchDebianFiles(purpose))
  const podman = step('podman', podmanEnvironment) ?? {}
  if (purpose === 'test') {
    step('tools in Go', buildGoTools)
    step('tools in Python', installPythonTools)
    step('comfy-cli', installComfyCli)
    step('plain user', givePlainUser)
    step('base images of the examples', () => makeBaseImages(podman))
  }
  const path = [node24, bin, process.env.PATH, '/usr/sbin', '/sbin'].filter(Boolean).join(delimiter)
  return { environment: { ...podman, PATH: path }, missing }
}
