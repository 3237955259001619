import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/runner/source.ts
import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
async function locateSource(asked, workspace) {
  const root = await realpath(workspace);
  const context = await inside(root, resolve(root, asked.context), `The context "${asked.context}"`);
  if (asked.file !== "")
    return { context, file: await inside(root, resolve(root, asked.file), `The file "${asked.file}"`) };
  for (const name of ["Containerfile", "Dockerfile"]) {
    const path = join(context, name);
    if (await isThere(path)) return { context, file: await inside(root, path, `The file "${name}"`) };
  }
  throw new UserError("IMG9101", `There is no Containerfile and no Dockerfile in "${asked.context}".`, {
    hint: 'Check out the repository before this step, or set "context" or "file".'
  });
}
async function inside(root, path, what) {
  const real = await realpath(path).catch(() => {
    throw new UserError("IMG9101", `${what} does not exist.`, {
      hint: "Check out the repository before this step; paths are relative to its root."
    });
  });
  const way = relative(root, real);
  if (way.startsWith("..") || isAbsolute(way)) {
    throw new UserError("IMG9102", `${what} lies outside the checkout.`, {
      hint: "Only what is in the repository can be built."
    });
  }
  return real;
}

export {
  locateSource
};
