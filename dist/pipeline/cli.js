#!/usr/bin/env node
import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/pipeline/cli.ts
var NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  const { main } = await import("../chunks/program-4EQPASNR.js");
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    `image-actions needs Node ${NEEDED}, and this is ${process.versions.node}; "npx --yes node@${NEEDED} ${process.argv[1]} \u2026" brings one along.
`
  );
  process.exitCode = 1;
}
