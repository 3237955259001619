import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/said.ts
function said(text) {
  return text.trim().replace(/[.:\s]+$/, "");
}
function lastSaid(stderr) {
  return said((stderr.trim().split("\n").at(-1) ?? "").replace(/^Error: /, ""));
}

export {
  said,
  lastSaid
};
