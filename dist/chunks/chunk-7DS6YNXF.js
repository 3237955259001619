import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/engine/buildah.ts
var HEREDOCS = "1.35";
var OLDEST = "1.33";
function isAtLeast(version, minimum) {
  const [have, need] = [numbers(version), numbers(minimum)];
  const differing = need.findIndex((part, index) => part !== (have[index] ?? 0));
  return differing < 0 || (have[differing] ?? 0) > (need[differing] ?? 0);
}
function numbers(version) {
  return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? "0").split(".").map(Number);
}

export {
  HEREDOCS,
  OLDEST,
  isAtLeast
};
