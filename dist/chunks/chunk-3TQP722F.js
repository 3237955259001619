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
    restore: async () => (await import("./restore-7QOCHJAB.js")).restoreNodes,
    verify: async () => (await import("./verify-JF3ILZMY.js")).verify,
    lock: async () => (await import("./lock-REGEGUXV.js")).lock,
    update: async () => (await import("./update-WNUTOP6P.js")).update
  },
  others: {
    save: async () => (await import("./save-P3YDOB55.js")).save,
    diff: async () => (await import("./diff-3MVJLNOC.js")).diff,
    "pull-request": async () => (await import("./pull-request-JNYPEAZI.js")).pullRequest
  }
};

export {
  MODE_NAMES,
  MODES
};
