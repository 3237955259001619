import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { run, say } from './run.mjs'

/**
 * Installs exactly what package-lock.json names, when something else is there. Not `npm ci`, which refuses a lock file without
 * the optional packages of other systems; what it guarantees is checked here instead.
 */
export function installNpmPackages() {
  if (differences().length === 0) return
  say('installing the npm packages')
  // All of them are for development: what is published has them bundled.
  run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], { cwd: root })
  const wrong = differences()
  if (wrong.length > 0) throw new Error(`these are not as package-lock.json says: ${wrong.join(', ')}`)
}

/** npm keeps a lock file of what it really installed; packages for other systems are missing there, rightly. */
function differences() {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.keys(wanted).filter(
    (path) => path !== '' && !wanted[path].optional && installed[path]?.version !== wanted[path].version,
  )
}

function packagesOf(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}
