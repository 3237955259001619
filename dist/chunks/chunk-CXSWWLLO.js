import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  folderNameOf,
  normalPackage,
  packageNameOf
} from "./chunk-ZQ3A7QTU.js";
import {
  UserError,
  UserErrors,
  isUserError,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/snapshot/places.ts
function placeOf(subject, { snapshot, placeOf: placeOf2 }) {
  const kinds = [
    { kind: "git", at: snapshot.git.findIndex((node) => folderNameOf(node) === subject) },
    { kind: "registry", at: snapshot.registry.findIndex(({ id }) => id === subject) },
    { kind: "files", at: snapshot.files.findIndex(({ filename }) => filename === subject) },
    {
      kind: "packages",
      at: snapshot.packages.findIndex(
        ({ requirement }) => normalPackage(packageNameOf(requirement)) === normalPackage(subject)
      )
    }
  ];
  const found = kinds.find(({ at }) => at >= 0);
  if (found) return placeOf2([found.kind, found.at]);
  return placeOf2(subject === "ComfyUI" ? ["comfyui"] : []);
}
function located(error, read) {
  if (!isUserError(error)) return error;
  const placed = userErrorsOf(error).map((each) => withPlace(each, read));
  return placed.length === 1 ? placed[0] : new UserErrors(placed);
}
function withPlace(error, read) {
  const subject = /^Node ([^\s:]+):|^(ComfyUI):/.exec(error.message);
  if (error.place || !subject) return error;
  const place = placeOf(subject[1] ?? subject[2] ?? "", read);
  const { code, message, hint, cause } = error;
  return new UserError(code, message, { hint, cause, place });
}

export {
  placeOf,
  located
};
