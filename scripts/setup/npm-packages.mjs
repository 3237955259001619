import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { run, say } from './run.mjs'

/** Installs exactly what package-lock.json names, when something else is there. */
export function installNpmPackages() {
  if (isInstalled()) return
  say('installing the npm packages (npm ci)')
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root })
}

/** npm keeps a lock file of what it really installed; packages for other systems are missing there, rightly. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  if (!installed) return false
  const wanted = packagesOf(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}
