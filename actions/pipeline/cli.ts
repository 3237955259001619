#!/usr/bin/env node
// Every Node reads this file; what it loads needs a new one.

const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  const { main } = await import('./program.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  process.stderr.write(
    `image-actions needs Node ${NEEDED}, and this is ${process.versions.node}; "npx --yes node@${NEEDED} ${process.argv[1]} …" brings one along.\n`,
  )
  process.exitCode = 1
}
