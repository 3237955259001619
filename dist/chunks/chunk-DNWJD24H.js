import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/process.ts
var ProcessError = class extends Error {
  command;
  result;
  constructor(command, result) {
    const last = result.stderr.trim().split("\n").slice(-3).join("\n");
    super(`${command} ended with exit code ${result.exitCode}${last ? `: ${last}` : "."}`);
    this.name = "ProcessError";
    this.command = command;
    this.result = result;
  }
};

export {
  ProcessError
};
