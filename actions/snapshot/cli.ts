#!/usr/bin/env node
// One file without imports or exports, so that every Node reads it, wherever it lies: see scripts/build.mjs.

const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  void import('./program.ts')
    .then(({ main }) => main(process.argv.slice(2)))
    .then((exitCode) => {
      process.exitCode = exitCode
    })
} else {
  process.stderr.write(
    `image-actions needs Node ${NEEDED}, and this is ${process.versions.node}; "npx --yes node@${NEEDED} ${process.argv[1]} …" brings one along.\n`,
  )
  process.exitCode = 1
}
