import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/plan/paths.ts
import { posix } from "node:path";
function checkPath(path, what) {
  const normal = posix.normalize(path).replace(/\/+$/, "");
  const outside = posix.isAbsolute(path) || normal === ".." || normal.startsWith("../");
  if (outside || path.includes("://")) {
    throw new UserError("IMG1108", `The ${what} "${path}" lies outside the checkout.`, {
      hint: "Write a path relative to the root of the repository."
    });
  }
  if (normal.startsWith("-") || hasControlCharacter(path)) {
    throw new UserError("IMG1109", `The ${what} ${JSON.stringify(path)} can't be used as a path.`, {
      hint: 'A path begins with no "-" and holds no control characters; "./-name" is of no help either, rename it.'
    });
  }
  return normal;
}
function hasControlCharacter(text) {
  return /[\u0000-\u001f\u007f]/.test(text);
}

export {
  checkPath,
  hasControlCharacter
};
