import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { isExecutable, root } from './places.mjs'
import { say } from './run.mjs'

/** Where the Node that GitHub's runners use lies, as an npm package. */
export const node24 = join(root, `node_modules/node-linux-${process.arch}/bin`)

/** The Node that runs everything after set-up: the same as on GitHub's runners. */
function nodeProgram() {
  const packaged = join(node24, 'node')
  if (isExecutable(packaged)) return packaged
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return undefined
}

/** Starts a script under Node 24 and ends as it ends; signals reach it. Call it after set-up, from a script that older Nodes read. */
export function continueWith(script, args, environment) {
  const node = nodeProgram()
  if (node === undefined) {
    say(`no Node 24 for ${process.arch} came with the npm packages; run this with Node 24`)
    process.exitCode = 1
    return
  }
  const child = spawn(node, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  const forward = (signal) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
}
