import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/snapshot/modes.ts
var MODE_NAMES = [
  "validate",
  "normalise",
  "save",
  "pin",
  "diff",
  "restore",
  "verify",
  "lock",
  "update",
  "pull-request"
];
var MODES = {
  withFile: {
    validate: async () => (await import("./validate-MH6LB724.js")).validateFile,
    normalise: async () => (await import("./normalise-UN5HEKOJ.js")).normaliseFile,
    pin: async () => (await import("./pin-RYMQLCDQ.js")).pin,
    restore: async () => (await import("./restore-7XF6JLBF.js")).restoreNodes,
    verify: async () => (await import("./verify-2E6M6KIS.js")).verify,
    lock: async () => (await import("./lock-5UQ3SRJS.js")).lock,
    update: async () => (await import("./update-SBZLTDZU.js")).update
  },
  others: {
    save: async () => (await import("./save-K5KQC7RP.js")).save,
    diff: async () => (await import("./diff-7YYYPJI3.js")).diff,
    "pull-request": async () => (await import("./pull-request-YGWUVMSU.js")).pullRequest
  }
};

export {
  MODE_NAMES,
  MODES
};
